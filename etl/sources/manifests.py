"""manifest.csv and regions.csv: what a person says about the documents of a folder.

A broken one, or one that contradicts itself, stops the load with the file and the line, because what the person said
must not be lost in silence.
"""

import re
from typing import Final

from etl.csv_lines import csv_lines
from etl.errors import UsageError
from etl.sources.source import Claim, OwnRegion
from etl.vocabulary.regions import LEVELS

_YEARS: Final = range(2000, 2100)
_NOTHING: Final = Claim()


def read_manifest(data: bytes, name: str) -> dict[str, Claim]:
    """Path (relative to the manifest, with `/`) to what is said of it; raises UsageError naming `name` and the line."""
    claims: dict[str, Claim] = {}
    for where, row in csv_lines(data, name, ("path",)):
        add_claim(claims, _path(row, where), _claim(row, where), where)
    return claims


def add_claim(claims: dict[str, Claim], path: str, claim: Claim, where: str) -> None:
    """What is said of `path` among the claims; raises UsageError naming `where` when it was said otherwise before."""
    said = claims.get(path, _NOTHING)
    if _NOTHING not in (said, claim) and said != claim:
        raise UsageError(f"{where}：对 {path} 的说法与前面不同（contradicts an earlier line）")
    claims[path] = claim if said == _NOTHING else said


def read_regions(data: bytes, name: str) -> tuple[OwnRegion, ...]:
    """The divisions of a regions.csv in order; raises UsageError naming `name` and the line."""
    regions: dict[tuple[str, str], OwnRegion] = {}
    for where, row in csv_lines(data, name, ("region_code", "name", "level")):
        add_region(regions, _region(row, where), where)
    return tuple(regions.values())


def add_region(regions: dict[tuple[str, str], OwnRegion], row: OwnRegion, where: str) -> None:
    """`row` among the divisions by `region_key`; raises UsageError naming `where` when it was said otherwise before."""
    said = regions.setdefault(region_key(row), row)
    if [said.get(column, "") for column in (*said, *row)] != [row.get(column, "") for column in (*said, *row)]:
        raise UsageError(f"{where}：{row['region_code']} 的说法与前面不同（contradicts an earlier line）")


def region_key(row: OwnRegion) -> tuple[str, str]:
    """What a line is about: a code may stand more than once with different `to_year`, once for each former name."""
    return row["region_code"], row.get("to_year", "")


def _path(row: dict[str, str], where: str) -> str:
    path = row["path"].replace("\\", "/").removeprefix("./")
    if not path:
        raise UsageError(f"{where}：path 为空（path is empty）")
    return path


def _claim(row: dict[str, str], where: str) -> Claim:
    year = row.get("year", "").removesuffix("年")
    if year and not (re.fullmatch(r"\d{4}", year, re.ASCII) and int(year) in _YEARS):
        raise UsageError(f"{where}：year “{year}” 不是四位年份（not a year）")
    return Claim(row.get("agency", ""), _code(row, "region_code", where), int(year) if year else None)


def _region(row: dict[str, str], where: str) -> OwnRegion:
    if not _code(row, "region_code", where) or not row["name"]:
        raise UsageError(f"{where}：region_code 和 name 都要填写（both are needed）")
    if row["level"] not in LEVELS:
        raise UsageError(f"{where}：level “{row['level']}” 应为 {'、'.join(LEVELS)} 之一（not a level）")
    _code(row, "parent_code", where)
    for column in ("from_year", "to_year"):
        if not re.fullmatch(r"(\d{4})?", row.get(column, ""), re.ASCII):
            raise UsageError(f"{where}：{column} “{row[column]}” 不是四位年份（not a year）")
    return row


def _code(row: dict[str, str], column: str, where: str) -> str:
    code = row.get(column, "")
    if code and not re.fullmatch(r"\d{6}", code, re.ASCII):
        raise UsageError(f"{where}：{column} “{code}” 不是六位区划代码（not six digits）")
    return code
