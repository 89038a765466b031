"""A small warehouse with findings of every kind that a letter treats in its own way, and one agency without any."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from etl.vocabulary.form import REQUESTS
from tests.warehouse_rows import Row, complete
from tests.warehouses import a_filed, a_warehouse

BUREAU: Final = "云州市商务局@990100"
GOVERNMENT: Final = "云州市人民政府@990100"
NOBODY: Final = "天涯市教育局@998100"
_FILED: Final = (
    a_filed(agency="天涯市教育局", region="998100", sector="教育"),
    a_filed(agency="云州市商务局", region="990100", year=2022),
    a_filed(
        agency="云州市商务局",
        region="990100",
        cells={
            (REQUESTS, "received", "natural_person"): 1015,
            (REQUESTS, "carried_in", "natural_person"): None,
            (REQUESTS, "concluded", "total"): 14,
        },
    ),
    a_filed(agency="云州市人民政府", region="990100", kind="government", sector=None),
)
_REPORTS: Final = [f"{number:016x}" for number in range(len(_FILED))]
_LAST_YEAR, _OWN, _OTHER = _REPORTS[1:]


def a_house_of_findings(data_dir: Path) -> Path:
    """The file of a build: one agency with two failures, a doubt and a note, one with a failure, one with none."""
    path = a_warehouse(data_dir, _FILED)
    tables = {"findings": _findings(), "corrections": _corrections()}
    with duckdb.connect(str(path)) as writing:
        writing.execute("DELETE FROM findings")
        for name, rows in tables.items():
            writing.register("rows_of_table", pl.DataFrame(rows, infer_schema_length=None))
            writing.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows_of_table")
    return path


def _findings() -> list[Row]:
    cell = {"table": REQUESTS, "item": "received", "measure": "natural_person", "place": "t3.r5.c2"}
    blank = {**cell, "item": "carried_in", "place": "t3.r6.c2"}
    before = {**cell, "item": "carried_out", "place": "t2.r9.c2", "report_id": _LAST_YEAR}
    quote = {
        "table": None, "item": None, "measure": None, "place": "p44", "section": "overview", "position": 5,
        "sentence": "全年办结12件，均已答复。", "words": "办结12件",
    }  # fmt: skip  # one entry, one line of what it is and one of what it says
    total = {**cell, "item": "concluded", "measure": "total", "place": "t3.r30.c10"}
    return [
        _finding("balance", "T3.BALANCE", "error fail", [cell, blank, before], (15, 14)),
        _finding("count", "TX.COUNT", "warning fail", [quote, total], (12, 14)),
        _finding("doubt", "T3.OUTCOMES", "info uncertain", [blank]),
        _finding("note", "BLANK", "info uncertain", [blank]),
        {**_finding("other", "T3.BALANCE", "error fail", [], (15, 14)), **_of(_OTHER)},
    ]


def _finding(
    name: str, rule: str, verdict: str, cells: Sequence[Mapping[str, object]], sides: tuple[int, int] | None = None
) -> Row:
    severity, state = verdict.split()
    said = {"expression": "甲 ≠ 乙", "message": "表三 · 自然人：对不上，甲 ≠ 乙"}
    said |= {"expression_en": "A ≠ B", "message_en": "Table three · Natural person: does not hold, A ≠ B"}
    what = {"rule": rule, "severity": severity, "state": state, "cells": json.dumps(cells)}
    left, right = sides or (None, None)
    delta = None if left is None or right is None else left - right
    values = {"left_value": left, "right_value": right, "delta": delta}
    return complete("findings", finding_id=name, report_id=_OWN, **what, **said, **values)


def _of(report: str) -> Row:
    """What tells whose a row is."""
    return {"report_id": report, "report_number": int(report, 16) + 1}


def _corrections() -> list[Row]:
    made: Row = {"corrected_by": "李四", "corrected_at": datetime(2026, 3, 1, tzinfo=UTC), "state": "applied"}
    cell: Row = {
        "kind": "cell",
        "table_name": REQUESTS,
        "item": "concluded",
        "measure": "total",
        "reason": "与单位核实",
    }
    region: Row = {"kind": "region", "reason": "报送单位在云州市"}
    return [
        complete(
            "corrections", report_id=_OWN, correction_id=name, document_value=was, corrected_value=now, **what, **made
        )
        for name, was, now, what in (("c1", "41", "14", cell), ("c2", "", "990100", region))
    ]
