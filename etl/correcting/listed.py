"""The files of `corrections/`: one correction a line; a line with a slip in it stops the load, so that none is lost."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

import polars as pl

from etl.csv_lines import TABLES, csv_lines, files_in
from etl.errors import UsageError
from etl.vocabulary.corrections import AGENCY, CELL, CORRECTION_KINDS, REGION, YEAR
from etl.vocabulary.form import DECIMAL_MEASURES, FORMS, SIGNED_MEASURES, printed_cells

CORRECTIONS: Final[dict[str, Any]] = {
    "correction_id": pl.String,
    "kind": pl.String,
    "named_document": pl.String,
    "named_path": pl.String,
    "table_name": pl.String,
    "item": pl.String,
    "measure": pl.String,
    "expected": pl.String,
    "corrected_value": pl.String,
    "reason": pl.String,
    "corrected_by": pl.String,
    "corrected_at": pl.Datetime("us"),
    "listed_in": pl.String,
}
"""One correction as it is listed.

`named_document` and `named_path` are "" where the other names the document (the former goes first); what tells the cell
is null unless `kind` is `cell`; `expected` is "" for what is blank, missing or not known.
"""

_NEEDED: Final = ("kind", "expected", "value", "reason", "who", "when")
_CELLS_IN_ORDER: Final = tuple(dict.fromkeys(cell for form in FORMS for cell in printed_cells(form)))
_CELLS: Final = frozenset(_CELLS_IN_ORDER)
_TIME: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_YEARS: Final = range(2000, 2100)
_LARGEST: Final = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: where it stands, and its values by column."""

    where: str
    said: dict[str, str]

    def get(self, column: str) -> str:
        return self.said.get(column, "")

    def refuse(self, why: str) -> UsageError:
        return UsageError(f"{self.where}：{why}")


def read_corrections(folder: Path) -> pl.DataFrame:
    """One row per line of every .csv file of the folder, in the order of names and lines; columns of `CORRECTIONS`.

    Raises UsageError naming file and line for a line that cannot be understood, or that says again what another says;
    naming the file for a table that is no CSV.
    """
    rows: dict[str, tuple[object, ...]] = {}
    for line in _lines(folder):
        row = _row(line)
        if row[0] in rows:
            raise line.refuse(f"与 {rows[row[0]][-1]} 更正的是同一处（corrects the same as an earlier line）")
        rows[row[0]] = row
    return pl.DataFrame(list(rows.values()), schema=CORRECTIONS, orient="row")


def require_divisions(corrections: pl.DataFrame, find: Callable[[str], object | None]) -> None:
    """UsageError for a corrected region that `find` does not know."""
    regions = corrections.filter(pl.col("kind") == REGION).select("listed_in", "corrected_value")
    for where, code in regions.iter_rows():
        if find(code) is None:
            raise UsageError(f"{where}：区划表中没有代码 {code}（no such division）")


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files with corrections, in order; none when there is no such folder.

    Raises UsageError for a table that is no CSV: nobody would read it, and whoever put it there would not know.
    """
    files = files_in(folder, TABLES)
    if strange := [path.name for path in files if path.suffix.lower() != ".csv"]:
        why = "更正只读 CSV，请另存为“CSV UTF-8”并移走此文件（only CSV is read: save it as one, move this away）"
        raise UsageError(f"{folder.name}/{strange[0]}：{why}")
    return files


def _lines(folder: Path) -> Iterator[_Line]:
    for file in files_of(folder):
        yield from (_Line(where, said) for where, said in csv_lines(file.read_bytes(), file.name, _NEEDED))


def _row(line: _Line) -> tuple[str, *tuple[object, ...]]:
    kind = line.get("kind").lower()
    if kind not in _CHECKS:
        raise line.refuse(f"kind “{kind}” 应为 {'、'.join(_CHECKS)} 之一（not a kind of correction）")
    document = line.get("document_id").lower()
    path = "" if document else line.get("path").replace("\\", "/").removeprefix("./")
    if not document and not path:
        raise line.refuse("document_id 和 path 至少填写一个（name the document by one of them）")
    if document and not re.fullmatch(r"[0-9a-f]{64}", document):
        raise line.refuse("document_id 应为 64 位十六进制的文件指纹（not a fingerprint）")
    for column in ("reason", "who"):
        if not line.get(column):
            raise line.refuse(f"{column} 不能为空（must not be empty）")
    cell = _cell(line) if kind == CELL else (None, None, None)
    value = _CHECKS[kind](line)
    target = hashlib.sha256("|".join((kind, document, path, *(name or "" for name in cell))).encode()).hexdigest()[:16]
    told = (line.get("expected"), value, line.get("reason"), line.get("who"), _time(line), line.where)
    return (target, kind, document, path, *cell, *told)


def _cell(line: _Line) -> tuple[str, str, str]:
    cell = line.get("table_name"), line.get("item"), line.get("measure")
    if cell not in _CELLS:
        said = " · ".join(cell)
        raise line.refuse(f"统计表中没有这个单元格（no such cell of the form）：{said}；{_allowed(cell[0], cell[1])}")
    return cell


def _allowed(table: str, item: str) -> str:
    """The names that may stand in the first of the three columns that is wrong."""
    tables = dict.fromkeys(cell[0] for cell in _CELLS_IN_ORDER)
    items = dict.fromkeys(cell[1] for cell in _CELLS_IN_ORDER if cell[0] == table)
    measures = dict.fromkeys(cell[2] for cell in _CELLS_IN_ORDER if cell[:2] == (table, item))
    column, names = ("measure", measures) if measures else ("item", items) if items else ("table_name", tables)
    return f"{column} 可用的有（allowed）：{'、'.join(names)}"


def _number(line: _Line) -> str:
    """A number that the cell can hold: a whole count, or an amount with at most four decimals."""
    text, measure = line.get("value").replace(",", "").replace("，", ""), line.get("measure")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("nan")
    if not number.is_finite() or abs(number) >= _LARGEST:
        raise line.refuse(f"value “{line.get('value')}” 不是数字（not a number）")
    places = 4 if measure in DECIMAL_MEASURES else 0
    if number != round(number, places):
        raise line.refuse(f"value “{text}” 的小数超过 {places} 位（more than {places} decimals）")
    if number < 0 and measure not in SIGNED_MEASURES:
        raise line.refuse(f"value “{text}” 不能为负（must not be negative）")
    return f"{number.normalize():f}" if number else "0"


def _name(line: _Line) -> str:
    if not line.get("value"):
        raise line.refuse("value 应为单位名称（the name of the agency is needed）")
    return line.get("value")


def _code(line: _Line) -> str:
    for column in ("expected", "value"):
        code = line.get(column)
        if not re.fullmatch(r"[0-9]{6}", code) and (code or column == "value"):
            raise line.refuse(f"{column} “{code}” 不是六位区划代码（not six digits）")
    return line.get("value")


def _year(line: _Line) -> str:
    expected, year = line.get("expected"), line.get("value")
    if expected and not re.fullmatch(r"[0-9]{4}", expected):  # what is printed may be any year
        raise line.refuse(f"expected “{expected}” 不是四位年份（not a year）")
    if not re.fullmatch(r"[0-9]{4}", year) or int(year) not in _YEARS:
        raise line.refuse(f"value “{year}” 不是四位年份（not a year）")
    return year


def _time(line: _Line) -> datetime:
    """When it was corrected, as a spreadsheet may write it; a day alone is its midnight."""
    found = _TIME.fullmatch(line.get("when"))
    parts = [int(part) for part in found.groups() if part] if found else []
    try:
        return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - as the person wrote it, in their own zone
    except (TypeError, ValueError):
        raise line.refuse(f"when “{line.get('when')}” 应为日期，如 2026-03-01（should be a date）") from None


_CHECKS: Final[dict[str, Callable[[_Line], str]]] = {CELL: _number, AGENCY: _name, REGION: _code, YEAR: _year}
"""What the value of each kind must be."""
assert list(_CHECKS) == [word.name for word in CORRECTION_KINDS]
