"""What the reader has chosen to look at, and the same as SQL."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Selection:
    """The filters of the dashboard; an empty part means that nothing is left out by it.

    `region` is the code of the chosen division: it and everything below it is looked at. Reports whose region or
    year is not known are left out as soon as a region or a year is chosen.
    """

    region: str | None = None
    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether no filter is set."""
        return self == EVERYTHING


EVERYTHING: Final = Selection()

AREA: Final = """(
    SELECT region_code FROM regions
    WHERE region_code = $region OR parent_code = $region
       OR parent_code IN (SELECT region_code FROM regions WHERE parent_code = $region))"""
"""The chosen division and the two levels below it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A WHERE clause that is never empty, and the parameters it names."""

    sql: str
    parameters: dict[str, object]


def condition(selection: Selection, *, report: str = "i", agency: str = "i") -> Condition:
    """The selection as a WHERE clause; `report` is the alias that has year, `agency` region, kind and sector."""
    parts = {
        "region": (selection.region, f"{agency}.region_code IN {AREA}"),
        "years": (list(selection.years), f"{report}.year IN $years"),
        "kinds": (list(selection.kinds), f"{agency}.kind IN $kinds"),
        "sectors": (list(selection.sectors), f"{agency}.sector IN $sectors"),
    }
    chosen = {name: part for name, part in parts.items() if part[0]}
    sql = " AND ".join(["TRUE", *(clause for _, clause in chosen.values())])
    return Condition(f"WHERE {sql}", {name: value for name, (value, _) in chosen.items()})


def agency_condition(selection: Selection, alias: str = "a") -> Condition:
    """The selection as a WHERE clause over `agencies`: what `condition` leaves at least one current report of."""
    where = condition(Selection(selection.region, (), selection.kinds, selection.sectors), agency=alias)
    if not selection.years:
        return where
    years = {f"year_{k}": str(year) for k, year in enumerate(selection.years)}
    any_year = " OR ".join(f"contains({alias}.years, ${name})" for name in years)  # ten times as fast as one pattern
    return Condition(f"{where.sql} AND ({any_year})", {**where.parameters, **years})


def followed_condition(selection: Selection, alias: str = "i") -> Condition:
    """Agencies that can miss a year, as a WHERE clause over `agencies`: years aside, with a name and a known year.

    Whoever is not named cannot be told from others, and without a known year nothing says since when to look.
    """
    where = condition(Selection(selection.region, (), selection.kinds, selection.sectors), agency=alias)
    return Condition(f"{where.sql} AND {alias}.name <> '' AND {alias}.first_year IS NOT NULL", where.parameters)
