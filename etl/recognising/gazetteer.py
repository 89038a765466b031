"""The gazetteer: which divisions there are, by code, by name, by area code and by web name.

An object built from rows, so that a data directory can add divisions of its own to those of GB/T 2260.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from etl.errors import UsageError
from etl.vocabulary.regions import (
    COUNTY,
    LEVELS,
    MUNICIPALITIES,
    PREFECTURE,
    PROVINCE,
    Region,
    current_and_last,
    other_names,
    short_name,
    standard_regions,
)

if TYPE_CHECKING:
    import polars as pl

Regions = tuple[Region, ...]
Codes = frozenset[str]


class Gazetteer:
    """All divisions known to a load, former names included.

    Raises UsageError when a parent is unknown or no higher, or when a code stands for two current divisions.
    """

    def __init__(self, regions: Iterable[Region]) -> None:
        rows = tuple(regions)
        _require_one_current_name(rows)
        self._latest = current_and_last(rows)
        self._lineages = {code: self._lineage(code) for code in self._latest}
        self._by_name = _index((name, region) for region in rows for name in (region.name, *other_names(region)))
        self._by_short = _index((short_name(region.name), region) for region in rows)
        self._by_web_name = _index((name, region) for region in rows for name in region.web_names)
        self._by_area_code = _index((code, region) for region in rows for code in region.area_codes)
        self._by_postcode = _index((code, region) for region in rows for code in region.postcodes)
        self.longest_name = max(map(len, self._by_name), default=0)

    def _lineage(self, code: str) -> tuple[str, ...]:
        region = self._latest[code]
        if region.parent_code is None and region.level == PROVINCE:
            return (code,)
        parent = self._latest.get(region.parent_code or "")
        if parent is None:
            raise UsageError(f"区划 {code} {region.name} 的上级代码“{region.parent_code or ''}”不在区划表中")
        if LEVELS.index(parent.level) >= LEVELS.index(region.level):
            raise UsageError(f"区划 {code} {region.name} 的上级 {parent.region_code} {parent.name} 层级不高于它")
        return (*self._lineage(parent.region_code), code)

    def get(self, code: str) -> Region | None:
        """The division of a code under its current (or last) name; None when unknown."""
        return self._latest.get(code)

    def __len__(self) -> int:
        """How many codes there are."""
        return len(self._latest)

    def lineage(self, code: str) -> Regions:
        """The division and those above it, the province first; empty when the code is unknown."""
        return tuple(self._latest[one] for one in self._lineages.get(code, ()))

    def is_within(self, code: str, outer: str) -> bool:
        """Whether a division is another one or lies in it."""
        return outer in self._lineages.get(code, ())

    def children(self, code: str) -> Regions:
        """The divisions directly below one that stand today, by code."""
        return self._children.get(code, ())

    @cached_property
    def _children(self) -> Mapping[str, Regions]:
        current = (region for region in self._latest.values() if region.to_year is None)
        return _index((region.parent_code, region) for region in current if region.parent_code)

    def full_name(self, code: str) -> str:
        """The names from the province down, as 山东省济南市市中区; "" when the code is unknown."""
        return "".join(region.name for region in self.lineage(code))

    def named(self, name: str, year: int | None = None) -> Regions:
        """The divisions that bear a name (恩施州 for 恩施土家族苗族自治州 too) and stood in a year, by code.

        Those that stood at any time of the year; else those of the next; else any. One that took over the name of
        another in the year stands for both. Without a year: those of today, else any.
        """
        return _standing(self._by_name.get(name, ()), year)

    def named_short(self, name: str, year: int | None = None) -> Regions:
        """The divisions that a name without its kind (济南, 朝阳, 恩施) can mean, chosen by year as in `named`."""
        return _standing(self._by_short.get(name, ()), year)

    def knows_name(self, name: str) -> bool:
        """Whether any division bears or bore the name."""
        return name in self._by_name

    def with_web_name(self, label: str) -> Codes:
        """The codes whose web name or pinyin is this part of a host name."""
        return _codes(self._by_web_name.get(label, ()))

    def with_area_code(self, area_code: str) -> Codes:
        """The codes that share a telephone area code; empty when it is unknown."""
        return _codes(self._by_area_code.get(area_code, ()))

    def with_postcode(self, postcode: str) -> Codes:
        """The province whose postcodes begin as this one does; empty when none does."""
        return _codes(self._by_postcode.get(postcode[:2], ()))

    def names(self) -> Iterable[str]:
        """Every name that a division bears or bore."""
        return self._by_name.keys()

    def frame(self) -> "pl.DataFrame":
        """The table `regions`, one row per code, by code.

        Columns: region_code, name, level, parent_code, province_name, prefecture_name, county_name. A null
        prefecture_name means a province or a county directly under one; of the districts of a municipality it is the
        municipality. A null county_name means a province or prefecture.
        """
        import polars as pl

        names = ("region_code", "name", "level", "parent_code", "province_name", "prefecture_name", "county_name")
        rows = [self._row(code) for code in sorted(self._latest)]
        return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")

    def _row(self, code: str) -> tuple[str | None, ...]:
        region = self._latest[code]
        by_level = {one.level: one.name for one in self.lineage(code)}
        in_a_city = region.level == COUNTY and region.parent_code in MUNICIPALITIES
        prefecture = by_level[PROVINCE] if in_a_city else by_level.get(PREFECTURE)
        return (
            code,
            region.name,
            region.level,
            region.parent_code,
            by_level[PROVINCE],
            prefecture,
            by_level.get(COUNTY),
        )


@cache
def standard_gazetteer() -> Gazetteer:
    """The divisions of GB/T 2260 alone, built once in a process."""
    return Gazetteer(standard_regions())


def _require_one_current_name(rows: Regions) -> None:
    current: dict[str, Region] = {}
    for region in rows:
        if region.to_year is not None:
            continue
        if (known := current.setdefault(region.region_code, region)) != region:
            raise UsageError(f"区划代码 {region.region_code} 同时属于 {known.name} 和 {region.name}")


def _index(pairs: Iterable[tuple[str, Region]]) -> dict[str, Regions]:
    found: dict[str, dict[str, Region]] = defaultdict(dict)
    for key, region in pairs:
        found[key][f"{region.region_code}{region.to_year or 9999}"] = region
    return {key: tuple(regions[code] for code in sorted(regions)) for key, regions in found.items()}


def _standing(regions: Regions, year: int | None) -> Regions:
    if not regions:
        return ()
    if year is None:
        found = tuple(region for region in regions if region.to_year is None)
    else:
        at_the_end = tuple(region for region in regions if region.stood_at_end_of(year))
        succeeded = any(region.from_year == year for region in at_the_end)
        left = () if succeeded else tuple(region for region in regions if region.to_year == year)
        found = at_the_end + left or tuple(region for region in regions if region.from_year == year + 1)
    return _one_per_code(found or regions)


def _one_per_code(regions: Regions) -> Regions:
    by_code = {region.region_code: region for region in regions}
    return tuple(by_code[code] for code in sorted(by_code))


def _codes(regions: Regions) -> Codes:
    return frozenset(region.region_code for region in regions)
