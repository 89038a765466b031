"""Small shards for the rules: reports as {cell: what is printed}, and the frames that checking and measuring take."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

import polars as pl

from etl.checking.material import Material, lay_out
from etl.vocabulary.cells import CODE_OF_KEY
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    FORM_2019,
    PROACTIVE,
    REQUESTS,
    REVIEWS,
    CellKey,
    printed_cells,
    proactive_cells,
    request_items,
)

WHO: Final = tuple(word.name for word in APPLICANTS if word.name != "total")
RESULTS: Final = ("upheld", "corrected", "other", "pending")
_STATUS_OF_TEXT: Final = {"": "blank", "/": "not_applicable", "missing": "missing"}
CELLS: Final = pl.Schema(
    {
        "document_id": pl.String(),
        "table_name": pl.String(),
        "item": pl.String(),
        "measure": pl.String(),
        "value": pl.Decimal(20, 4),
        "unit": pl.String(),
        "status": pl.String(),
        "raw": pl.String(),
        "place": pl.String(),
    }
)
LEFT_OVERS: Final = pl.Schema(
    {
        "document_id": pl.String(),
        "table_name": pl.String(),
        "text": pl.String(),
        "place": pl.String(),
        "reason": pl.String(),
    }
)
UNMATCHED: Final = {
    name: pl.String() for name in ("kind", "table_name", "item", "measure", "expected", "document_value")
}
REPORTS: Final = pl.Schema(
    {
        "report_id": pl.String(),
        "report_number": pl.Int64(),
        "agency_id": pl.String(),
        "year": pl.Int32(),
        "year_to_come": pl.Int32(),
        "form": pl.String(),
        "document_id": pl.String(),
        "title": pl.String(),
        "agency": pl.String(),
        "region_code": pl.String(),
        "region_level": pl.String(),
        "region_status": pl.String(),
        "region_candidates": pl.List(pl.String()),
        "kind": pl.String(),
        "sector": pl.String(),
        "unmatched": pl.List(pl.Struct(UNMATCHED)),
        "places": pl.List(pl.String),
        "names_left": pl.List(pl.String),
        "is_current": pl.Boolean(),
        "published_on": pl.Date(),
        "has_cells": pl.Boolean(),
        "path": pl.String(),
    }
)


@dataclass(frozen=True)
class Sheet:
    """One report for a test: `printed` holds the text of each cell; texts that are no numbers get their status."""

    printed: Mapping[CellKey, str]
    form: str = "2021"
    number: int = 0
    agency: str = "测试县商务局"
    year: int | None = 2023
    year_to_come: int | None = None
    region_status: str = "resolved"
    region_candidates: Sequence[str] = ()
    level: str | None = "county"
    kind: str = "department"
    left_overs: Sequence[tuple[str, str]] = ()
    units: Mapping[CellKey, str] = field(default_factory=dict)
    unmatched: Sequence[Mapping[str, str | None]] = ()
    places: Sequence[str] = ()
    names_left: Sequence[str] = ()
    is_current: bool = True
    published_on: date | None = None

    @property
    def document_id(self) -> str:
        """A name of its own for each number."""
        return f"document{self.number}"


def cell_row(sheet: Sheet, key: CellKey, position: int) -> tuple[object, ...]:
    """One printed cell as the reader hands it on."""
    text = sheet.printed[key]
    status = _STATUS_OF_TEXT.get(text)
    value = None
    if status is None:
        try:
            value, status = Decimal(text), "reported"
            if value != round(value, 4):
                value, status = None, "unreadable"
        except ArithmeticError:
            status = "unreadable"
    place = "" if status == "missing" else f"t1.r{position}.c1"
    return (sheet.document_id, *key, value, sheet.units.get(key), status, "" if status == "missing" else text, place)


def frames(sheets: Sequence[Sheet]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """`cells`, `left_overs` and `reports` of the sheets."""
    cells = [cell_row(sheet, key, at) for sheet in sheets for at, key in enumerate(sheet.printed, start=1)]
    left = [
        (sheet.document_id, table, text, f"t9.r{at}.c9", "label_unknown")
        for sheet in sheets
        for at, (table, text) in enumerate(sheet.left_overs, start=1)
    ]
    return (
        pl.DataFrame(cells, schema=CELLS, orient="row"),
        pl.DataFrame(left, schema=LEFT_OVERS, orient="row"),
        pl.DataFrame([_report_row(sheet) for sheet in sheets], schema=REPORTS, orient="row"),
    )


def laid_out(cells: pl.DataFrame, left_overs: pl.DataFrame, reports: pl.DataFrame) -> Material:
    """The frames as the judges are given them, by way of what the build hands on."""
    codes = pl.DataFrame(
        [(*key, code) for key, code in CODE_OF_KEY.items()],
        schema={"table_name": pl.String, "item": pl.String, "measure": pl.String, "code": pl.UInt16},
        orient="row",
    )
    coded = cells.join(codes, on=["table_name", "item", "measure"])
    return lay_out(numbered(coded, reports), numbered(left_overs, reports), reports.filter("is_current"))


def numbered(rows: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """The rows with the number of their report."""
    return rows.join(reports.select("document_id", "report_number"), on="document_id", maintain_order="left")


def _report_row(sheet: Sheet) -> tuple[object, ...]:
    agency_id = f"agency-{sheet.agency}"
    known = sheet.level is not None
    return (
        f"report{sheet.number}",
        sheet.number,
        agency_id,
        sheet.year,
        sheet.year_to_come,
        sheet.form,
        sheet.document_id,
        f"{sheet.agency}{sheet.year}年度报告",
        sheet.agency,
        "990101" if known else None,
        sheet.level,
        sheet.region_status,
        list(sheet.region_candidates),
        sheet.kind,
        "商务",
        [dict(one) for one in sheet.unmatched] or None,
        list(sheet.places) or None,
        list(sheet.names_left) or None,
        sheet.is_current,
        sheet.published_on,
        bool(sheet.printed),
        f"{sheet.agency}{sheet.year}.docx",
    )


def consistent_cells(form: str, seed: int, most: int = 40) -> dict[CellKey, str]:
    """A whole report whose identities all hold; invented numbers up to `most` a cell."""
    dice = random.Random(seed)
    printed = {key: str(dice.randint(0, most)) for key in proactive_cells(form)}
    printed.update(_consistent_requests(form, dice, most))
    for channel in (word.name for word in CHANNELS):
        results = [dice.randint(0, most) for _ in RESULTS]
        printed.update({(REVIEWS, channel, name): str(n) for name, n in zip(RESULTS, results, strict=True)})
        printed[REVIEWS, channel, "total"] = str(sum(results))
    return {key: printed[key] for key in printed_cells(form)}


def _consistent_requests(form: str, dice: random.Random, most: int) -> dict[CellKey, str]:
    results = [i for i in request_items(form) if i not in ("received", "carried_in", "concluded", "carried_out")]
    numbers: dict[CellKey, int] = {}
    for who in WHO:
        numbers.update({(REQUESTS, item, who): dice.randint(0, most) for item in results})
        concluded = sum(numbers[REQUESTS, item, who] for item in results)
        carried_out = dice.randint(0, most)
        carried_in = dice.randint(0, concluded + carried_out)
        rest = {"concluded": concluded, "carried_out": carried_out, "carried_in": carried_in}
        rest["received"] = concluded + carried_out - carried_in
        numbers.update({(REQUESTS, item, who): n for item, n in rest.items()})
    for item in request_items(form):
        numbers[REQUESTS, item, "total"] = sum(numbers[REQUESTS, item, who] for who in WHO)
    return {key: str(n) for key, n in numbers.items()}


def zero_cells(form: str = FORM_2019) -> dict[CellKey, str]:
    """A whole report of zeros."""
    return dict.fromkeys(printed_cells(form), "0")


def blank_table(printed: Mapping[CellKey, str], table: str = PROACTIVE) -> dict[CellKey, str]:
    """The same report with one table blank."""
    return {key: "" if key[0] == table else text for key, text in printed.items()}
