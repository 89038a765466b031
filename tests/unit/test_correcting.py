"""Corrections as data: lines that say clearly what is wrong with them, guards that let through only what was seen."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.correcting import guarded
from etl.correcting.listed import read_corrections, require_divisions
from etl.correcting.lost import lost_lines
from etl.errors import UsageError
from etl.vocabulary.corrections import APPLIED, GUARD_FAILED, NOT_FOUND
from tests.rules.shards import CELLS

HEADER = "kind,document_id,path,table_name,item,measure,expected,value,reason,who,when"
LINE: Mapping[str, str] = {
    "kind": "cell",
    "path": "甲.docx",
    "table_name": "requests",
    "item": "received",
    "measure": "total",
    "expected": "12",
    "value": "13",
    "reason": "电话核实",
    "who": "张三",
    "when": "2026-03-01",
}
FIELD = {**LINE, "table_name": "", "item": "", "measure": ""}


def listed(folder: Path, *lines: Mapping[str, str], name: str = "更正.csv") -> pl.DataFrame:
    """The corrections of a file with these lines."""
    rows = [",".join(line.get(column, "") for column in HEADER.split(",")) for line in lines]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join([HEADER, *rows]), "utf-8")
    return read_corrections(folder)


def test_a_line_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    """Protects the record: who corrected what, when and why, and in which line it is written."""
    one = listed(tmp_path, LINE).row(0, named=True)
    assert (one["kind"], one["named_path"], one["item"]) == ("cell", "甲.docx", "received")
    assert (one["expected"], one["corrected_value"], one["reason"], one["corrected_by"]) == (
        "12",
        "13",
        "电话核实",
        "张三",
    )
    assert one["corrected_at"] == datetime(2026, 3, 1)  # noqa: DTZ001 - as the person wrote it
    assert "更正.csv" in one["listed_in"]
    assert "2" in one["listed_in"]


def test_no_folder_and_an_empty_file_are_no_corrections(tmp_path: Path) -> None:
    """Protects the usual case: nobody has corrected anything."""
    assert read_corrections(tmp_path / "corrections").is_empty()
    assert listed(tmp_path).is_empty()


@pytest.mark.parametrize("when", ["2026-03-01", "2026/3/1", "2026年3月1日", "2026-03-01 08:05", "2026-03-01T08:05:09"])
def test_dates_are_read_as_a_spreadsheet_writes_them(tmp_path: Path, when: str) -> None:
    """Protects the clerk from a spreadsheet that writes dates in its own way."""
    found = listed(tmp_path, {**LINE, "when": when})["corrected_at"][0]
    assert found.date().isoformat() == "2026-03-01"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"kind": "colour"}, "kind"),
        ({"path": ""}, "document_id"),
        ({"document_id": "12"}, "document_id"),
        ({"item": "recieved"}, "没有这个单元格"),
        ({"measure": "amount"}, "没有这个单元格"),
        ({"table_name": "review"}, "table_name 可用的有.*proactive、requests、reviews"),
        ({"item": "recieved"}, "item 可用的有.*received、carried_in"),
        (
            {"table_name": "reviews", "item": "review"},
            "administrative_review、litigation_direct、litigation_after_review",
        ),
        (
            {"table_name": "reviews", "item": "litigation_direct", "measure": "sum"},
            "measure 可用的有.*upheld、corrected、other、pending、total",
        ),
        ({"value": ""}, "不是数字"),
        ({"value": "十三"}, "不是数字"),
        ({"value": "nan"}, "不是数字"),
        ({"value": "1e99"}, "不是数字"),
        ({"value": "13.5"}, "小数"),
        ({"value": "-1"}, "不能为负"),
        ({"reason": ""}, "reason"),
        ({"who": " "}, "who"),
        ({"when": ""}, "when"),
        ({"when": "去年"}, "when"),
        ({"when": "2026-13-01"}, "when"),
        ({"kind": "agency", "value": ""}, "单位名称"),
        ({"kind": "region", "expected": "", "value": "9901"}, "六位区划代码"),
        ({"kind": "region", "expected": "本市", "value": "990100"}, "六位区划代码"),
        ({"kind": "year", "expected": "2022", "value": "23"}, "年份"),
        ({"kind": "year", "expected": "二二", "value": "2023"}, "年份"),
    ],
)
def test_a_line_with_a_slip_stops_with_its_file_and_number(tmp_path: Path, changed: dict[str, str], why: str) -> None:
    """Protects a correction from being lost in silence: what is wrong is said, and where."""
    good = {**LINE, "path": "乙.docx"}
    with pytest.raises(UsageError, match=rf"更正\.csv 第 3 行.*{why}"):
        listed(tmp_path, good, {**LINE, **changed})


def test_two_lines_about_one_place_stop(tmp_path: Path) -> None:
    """Protects against two people who correct the same cell: which one counts is for them to say."""
    with pytest.raises(UsageError, match=r"第 3 行.*同一处"):
        listed(tmp_path / "one", LINE, {**LINE, "value": "14"})
    listed(tmp_path / "two", LINE, name="a.csv")
    with pytest.raises(UsageError, match=r"更正\.csv 第 2 行.*a\.csv 第 2 行"):
        listed(tmp_path / "two", LINE)


def test_a_missing_column_and_a_strange_charset_are_told(tmp_path: Path) -> None:
    """Protects the clerk: the file is named, whichever way it is broken; GBK as a spreadsheet saves it is read."""
    (tmp_path / "a.csv").write_text("kind,value\ncell,1\n", "utf-8")
    with pytest.raises(UsageError, match=r"a\.csv：缺少列 expected"):
        read_corrections(tmp_path)
    text = "\n".join([HEADER, ",".join(LINE.get(column, "") for column in HEADER.split(","))])
    (tmp_path / "a.csv").write_text(f"{text},多", "utf-8")
    with pytest.raises(UsageError, match=r"a\.csv 第 2 行.*内容比列名多"):
        read_corrections(tmp_path)
    (tmp_path / "a.csv").write_text(f"{text},,", "utf-8")
    assert len(read_corrections(tmp_path)) == 1
    (tmp_path / "a.csv").write_bytes(text.encode("gbk"))
    assert read_corrections(tmp_path)["corrected_by"].to_list() == ["张三"]


def test_a_region_that_there_is_not_stops(tmp_path: Path) -> None:
    """Protects an agency from a code that no division has."""
    region = {**FIELD, "kind": "region", "expected": "", "value": "990100"}
    known = {"990100": "霁川市"}
    require_divisions(listed(tmp_path, region), known.get)
    with pytest.raises(UsageError, match="没有代码 990199"):
        require_divisions(listed(tmp_path, {**region, "value": "990199"}), known.get)


def a_catalogue(*files: tuple[str, str, str]) -> pl.DataFrame:
    """Files seen: document_id, path, and the folder that was named."""
    return pl.DataFrame(list(files), schema=["document_id", "path", "named"], orient="row")


def readings(*documents: tuple[str, str]) -> pl.DataFrame:
    """Documents that were read: document_id and content_key."""
    frame = pl.DataFrame(list(documents), schema=["document_id", "content_key"], orient="row")
    return frame.with_columns(outcome=pl.lit("read"), agency=pl.lit("霁川市商务局"), year=2023)


def a_cell(value: str | None, status: str, raw: str, document_id: str = "d1") -> pl.DataFrame:
    """The cell of LINE as it was read."""
    number = None if value is None else Decimal(value)
    row = (document_id, "requests", "received", "total", number, None, status, raw, "t3.r5.c2")
    return pl.DataFrame([row], schema=CELLS, orient="row")


def judged(folder: Path, cell: pl.DataFrame, **changed: str) -> pl.DataFrame:
    """LINE with its guard judged on one cell of 甲.docx."""
    files, read = a_catalogue(("d1", "甲.docx", "in")), readings(("d1", "k"))
    addressed = guarded.address(listed(folder, {**LINE, **changed}), files, read)
    return guarded.judged_cells(addressed, [cell])


@pytest.mark.parametrize(
    ("cell", "expected", "state"),
    [
        (a_cell("12", "reported", "12"), "12", APPLIED),
        (a_cell("12", "reported", "１２件"), "12", APPLIED),
        (a_cell("1200", "reported", "1200"), '"1,200"', APPLIED),
        (a_cell("12", "reported", "12.0"), "12.00", APPLIED),
        (a_cell(None, "unreadable", "1O"), "1O", APPLIED),
        (a_cell(None, "blank", ""), "", APPLIED),
        (a_cell(None, "missing", ""), "", APPLIED),
        (a_cell(None, "not_applicable", "/"), "/", APPLIED),
        (a_cell("13", "reported", "13"), "12", GUARD_FAILED),
        (a_cell("0", "reported", "0"), "", GUARD_FAILED),
        (a_cell(None, "blank", ""), "0", GUARD_FAILED),
        (a_cell(None, "not_applicable", "/"), "", GUARD_FAILED),
        (a_cell(None, "unreadable", "1O"), "10", GUARD_FAILED),
        (a_cell("12", "reported", "12", "d2"), "12", GUARD_FAILED),
    ],
)
def test_a_correction_applies_only_to_what_was_seen(
    tmp_path: Path, cell: pl.DataFrame, expected: str, state: str
) -> None:
    """Protects the numbers: blank is not zero, and a number that has changed is not corrected."""
    assert judged(tmp_path, cell, expected=expected)["state"].to_list() == [state]


def test_only_value_and_status_are_corrected(tmp_path: Path) -> None:
    """Protects what the document says: text, place and unit stay; the number counts as reported."""
    cell = a_cell(None, "unreadable", "1O")
    found = guarded.corrected(cell, judged(tmp_path, cell, expected="1O", value="10"))
    assert found.columns == cell.columns
    assert found.row(0, named=True) == {**cell.row(0, named=True), "value": Decimal("10.0000"), "status": "reported"}


@given(value=st.integers(0, 99), expected=st.integers(0, 99), becomes=st.integers(0, 99))
def test_nothing_changes_unless_the_guard_matches(value: int, expected: int, becomes: int) -> None:
    """Protects every other number: what is not expected stays, whatever the correction says."""
    lines = pl.DataFrame([_correction(str(expected), str(becomes))], schema=guarded.ADDRESSED)
    cell = a_cell(str(value), "reported", str(value))
    found = guarded.corrected(cell, guarded.judged_cells(lines, [cell]))
    assert found["value"].to_list() == [Decimal(becomes if value == expected else value)]
    assert found["raw"].to_list() == [str(value)]


def _correction(expected: str, becomes: str) -> dict[str, object]:
    key = {"kind": "cell", "document_id": "d1", "table_name": "requests", "item": "received", "measure": "total"}
    return {**dict.fromkeys(guarded.ADDRESSED, None), **key, "expected": expected, "corrected_value": becomes}


def documents(folder: Path, files: pl.DataFrame, read: pl.DataFrame, **changed: str) -> list[str | None]:
    """The documents that LINE is about."""
    return guarded.address(listed(folder, {**LINE, **changed}), files, read)["document_id"].sort().to_list()


def test_a_correction_is_about_the_report_in_whatever_file(tmp_path: Path) -> None:
    """Protects a correction from a copy that counts instead: every file with the same content is corrected."""
    files = a_catalogue(("d1", "甲.docx", "in"), ("d2", "乙.html", "in"), ("d3", "丙.html", "in"))
    read = readings(("d1", "k"), ("d2", "k"), ("d3", "l"))
    assert documents(tmp_path, files, read) == ["d1", "d2"]
    assert documents(tmp_path, files, read, document_id="a" * 64) == [None]
    assert documents(tmp_path, files, readings(("d3", "l"))) == [None]


def test_a_path_is_that_of_every_version_but_of_one_folder_only(tmp_path: Path) -> None:
    """Protects a stranger's file of the same name; a new version under the same path is guarded by what it says."""
    read = readings(("d1", "k"), ("d2", "l"))
    again = a_catalogue(("d1", "甲.docx", "in"), ("d2", "甲.docx", "in"))
    assert documents(tmp_path, again, read) == ["d1", "d2"]
    strange = a_catalogue(("d1", "甲.docx", "东区"), ("d2", "甲.docx", "西区"))
    assert documents(tmp_path, strange, read) == [None]
    addressed = guarded.address(listed(tmp_path, LINE), strange, read)
    assert guarded.judged_cells(addressed, [])["state"].to_list() == [NOT_FOUND]


def test_a_file_name_alone_is_that_of_the_only_file_that_has_it(tmp_path: Path) -> None:
    """Protects the clerk who writes what the folder shows; a name of two files names neither, a path goes first."""
    read = readings(("d1", "k"), ("d2", "l"))
    one = a_catalogue(("d1", "市/甲.docx", "in"), ("d2", "市/乙.docx", "in"))
    assert documents(tmp_path, one, read) == ["d1"]
    assert documents(tmp_path, a_catalogue(("d1", "包.zip/甲.docx", ""), ("d2", "乙.docx", "in")), read) == ["d1"]
    two = a_catalogue(("d1", "市/甲.docx", "in"), ("d2", "县/甲.docx", "in"))
    assert documents(tmp_path, two, read) == [None]
    assert documents(tmp_path, two, read, path="县/甲.docx") == ["d2"]
    again = a_catalogue(("d1", "市/甲.docx", "in"), ("d1", "甲市/甲.docx", "总"), ("d2", "乙.docx", "in"))
    assert documents(tmp_path, again, read) == ["d1"]
    exact = a_catalogue(("d1", "市/甲.docx", "in"), ("d2", "甲.docx", "in"))
    assert documents(tmp_path, exact, read) == ["d2"]
    strange = a_catalogue(("d1", "甲.docx", "东区"), ("d2", "甲.docx", "西区"))
    assert documents(tmp_path, strange, read) == [None]


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        (["乙.docx"], "甲.docx$"),
        (["市/甲.docx", "县/甲.docx"], "几个文件叫这个名字.*县/甲.docx、市/甲.docx"),
        (["甲.docx", "甲.docx"], "document_id"),
    ],
)
def test_a_correction_that_finds_nothing_says_where_it_stands_and_why(
    tmp_path: Path, paths: list[str], why: str
) -> None:
    """Protects the clerk from searching: file and line are named, and what of the name keeps it from being found."""
    lines = listed(tmp_path, LINE)
    assert not list(lost_lines(lines, [], paths))
    (said,) = lost_lines(lines, lines["correction_id"].to_list(), paths)
    assert re.search(rf"更正\.csv 第 2 行.*没有找到.*{why}", said)


def test_corrections_that_meet_in_one_report_must_agree(tmp_path: Path) -> None:
    """Protects the number from the order of lines: by path and by fingerprint, two corrections say one thing."""
    document = "b" * 64
    files, read = a_catalogue((document, "甲.docx", "in")), readings((document, "k"))
    same = listed(tmp_path, LINE, {**LINE, "document_id": document})
    addressed = guarded.address(same, files, read)
    cell = a_cell("12", "reported", "12", document)
    assert guarded.corrected(cell, guarded.judged_cells(addressed, [cell]))["value"].to_list() == [Decimal(13)]
    other = listed(tmp_path, LINE, {**LINE, "document_id": document, "value": "14"})
    with pytest.raises(UsageError, match=r"第 2 行.*第 3 行"):
        guarded.address(other, files, read)
