"""manifest.csv and regions.csv: what a person says about the documents of a folder.

A broken one stops the load with the file and the line, because what the person said must not be lost in silence.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from etl.errors import UsageError
from etl.sources.source import Claim, OwnRegion

MANIFEST: Final = "manifest.csv"
REGIONS: Final = "regions.csv"
_LEVELS: Final = ("province", "prefecture", "county")
_YEARS: Final = range(2000, 2100)


def read_manifest(data: bytes, name: str) -> dict[str, Claim]:
    """Path (relative to the manifest, with `/`) to what is said of it; raises UsageError naming `name` and the line."""
    return {_path(row, where): _claim(row, where) for where, row in _rows(data, name, ("path",))}


def read_regions(data: bytes, name: str) -> tuple[OwnRegion, ...]:
    """The divisions of a regions.csv in order; raises UsageError naming `name` and the line."""
    rows = _rows(data, name, ("region_code", "name", "level"))
    return tuple(_region(row, where) for where, row in rows)


def _rows(data: bytes, name: str, needed: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(_decoded(data, name), newline=""))
    header = [(column or "").strip().lower() for column in reader.fieldnames or ()]
    lacking = [column for column in needed if column not in header]
    if lacking:
        raise UsageError(f"{name}：缺少列 {'、'.join(lacking)}（missing columns）")
    reader.fieldnames = header
    try:
        for row in reader:
            values = {key: (value or "").strip() for key, value in row.items() if key and isinstance(value, str | None)}
            if any(values.values()):
                yield f"{name} 第 {reader.line_num} 行（line {reader.line_num}）", values
    except csv.Error as fault:
        raise UsageError(f"{name} 第 {reader.line_num} 行不是有效的 CSV（not CSV）：{fault}") from fault


def _decoded(data: bytes, name: str) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for charset in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{name}：文字编码既不是 UTF-8 也不是 GBK（neither UTF-8 nor GBK）")


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
    if row["level"] not in _LEVELS:
        raise UsageError(f"{where}：level “{row['level']}” 应为 {'、'.join(_LEVELS)} 之一（not a level）")
    _code(row, "parent_code", where)
    return row


def _code(row: dict[str, str], column: str, where: str) -> str:
    code = row.get(column, "")
    if code and not re.fullmatch(r"\d{6}", code, re.ASCII):
        raise UsageError(f"{where}：{column} “{code}” 不是六位区划代码（not six digits）")
    return code
