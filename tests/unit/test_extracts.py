"""Files that are taken away: every row, every value as it is, nothing that runs, and what the reader must know."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from xlsxwriter.utility import xl_cell_to_rowcol

from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, WORD, YEAR
from pages.parts.taking import workbook
from pages.parts.taking.csv_file import KEEPER, MARK, write_csv
from pages.parts.taking.extract import Explained, Extract, Taken
from pages.parts.taking.parquet_file import METADATA, write_parquet
from pages.parts.taking.workbook import minutes_to_write, write_workbook
from pages.parts.taking.workbook_cells import LONGEST_TEXT

FORMULA_SIGNS: Final = "=+-@＝＋－＠"
NASTY: Final = st.text(alphabet=st.sampled_from("=+-@，。\"'\n\t\r,;1a字 *_[](){}<>&#|~$:!`\\\x01x"), max_size=30)
SPACE: Final = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
shared_folder: Final = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
"""Each example writes its file over the last one's."""


def an_extract(*frames: pl.DataFrame, for_people: bool = True, kinds: dict[str, str] | None = None) -> Extract:
    """An extract of these batches; headings are the names in capitals."""
    kind_of, names = kinds or {}, frames[0].columns
    columns = tuple(Taken(name, name.upper(), kind_of.get(name, WORD), "件", f"含义 {name}") for name in names)
    word = Explained("予以公开率", "予以公开 ÷ 办结", "国办公开办函〔2021〕30号")
    facts = (("地区", "云泽省"), ("数据版本", "1"))
    return Extract("x", "表三", "zh", columns, lambda: iter(frames), facts, (word,), for_people)


def csv_cells(folder: Path, extract: Extract) -> list[list[str]]:
    """The cells of a CSV as a program reads them."""
    path = folder / "x.csv"
    write_csv(path, extract)
    data = path.read_bytes()
    assert data.startswith(MARK)
    assert data.count(MARK) == 1
    return list(csv.reader(io.StringIO(data[len(MARK) :].decode("utf-8"), newline="")))


def sheets(folder: Path, extract: Extract) -> dict[str, list[list[str]]]:
    """The cells of each sheet of a workbook by its title, rows and columns where their places say they are."""
    path = folder / "x.xlsx"
    write_workbook(path, extract)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        listed = etree.fromstring(archive.read("xl/workbook.xml")).iterfind(".//m:sheet", SPACE)
        titles = [sheet.get("name", "") for sheet in listed]
        pages = [archive.read(f"xl/worksheets/sheet{k}.xml") for k in range(1, len(titles) + 1)]
    return {title: list(_rows(page)) for title, page in zip(titles, pages, strict=True)}


def _rows(page: bytes) -> Iterator[list[str]]:
    """The cells of a sheet; where it has none there is nothing, up to the last row that it filters."""
    sheet = etree.fromstring(page)
    found: dict[int, list[str]] = {}
    for cell in sheet.iterfind(".//m:c", SPACE):
        row, column = xl_cell_to_rowcol(cell.get("r", ""))
        cells = found.setdefault(row, [])
        assert column >= len(cells)
        cells += [""] * (column - len(cells))
        cells.append(_unescaped("".join(map(str, cell.itertext()))))
    assert list(found) == sorted(found)
    area = sheet.find("m:autoFilter", SPACE)
    last = max(found) if area is None else xl_cell_to_rowcol(area.get("ref", "").split(":")[1])[0]
    return (found.get(row, []) for row in range(last + 1))


def number_formats(folder: Path, row: int) -> list[str]:
    """The number format of each cell in a row of the first sheet of data, built-in ones by their number."""
    with zipfile.ZipFile(folder / "x.xlsx") as archive:
        page = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
        styles = etree.fromstring(archive.read("xl/styles.xml"))
    own = {one.get("numFmtId"): one.get("formatCode", "") for one in styles.iterfind(".//m:numFmt", SPACE)}
    numbers = [one.get("numFmtId", "") for one in styles.iterfind("m:cellXfs/m:xf", SPACE)]
    cells = page.iterfind(f".//m:row[@r='{row}']/m:c", SPACE)
    return [own.get(number, number) for number in (numbers[int(cell.get("s", "0"))] for cell in cells)]


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)), text)


@shared_folder
@given(texts=st.lists(NASTY, min_size=1, max_size=5))
def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path, texts: list[str]) -> None:
    """Protects whoever opens an extract: text that a spreadsheet would run stands there harmless."""
    cells = [row[0] for row in csv_cells(tmp_path, an_extract(pl.DataFrame({"a": texts})))[1:] if row]
    for cell, text in zip(cells, texts, strict=True):
        assert cell.removeprefix("'").removesuffix(KEEPER) == text.removeprefix("'").removesuffix(KEEPER)
        if cell.strip()[:1] and cell.lstrip(" ")[0] in FORMULA_SIGNS + "\t\r\n":
            assert set(cell.strip()) <= set("+-－0123456789.,%"), cell


@pytest.mark.parametrize(
    "code", ["0010", "010203", "00.5", "-007", "1234567890123456", "12345678e1234567", "3/4", "2023-11", "(5)"]
)
def test_a_code_that_a_spreadsheet_would_change_is_kept_as_text(tmp_path: Path, code: str) -> None:
    """Protects codes opened by double-click: a tab behind them makes them text; a file for programs has them as is."""
    frame = pl.DataFrame({"code": [code]})
    assert csv_cells(tmp_path, an_extract(frame))[1] == [code + KEEPER]
    assert csv_cells(tmp_path, an_extract(frame, for_people=False))[1] == [code]
    assert sheets(tmp_path, an_extract(frame))["数据"][1] == [code]


def test_numbers_and_plain_codes_stay_as_they_are(tmp_path: Path) -> None:
    """Protects values: a negative change is no formula, plain codes and names get no mark, nothing is empty."""
    frame = pl.DataFrame({"code": ["990000", "商务局"], "raw": ["-185", "+4"], "more": ["—", "-3.5%"], "v": [None, 3]})
    assert csv_cells(tmp_path, an_extract(frame)) == [
        ["CODE", "RAW", "MORE", "V"],
        ["990000", "-185", "—", ""],
        ["商务局", "+4", "-3.5%", "3"],
    ]


def test_batches_make_one_file(tmp_path: Path) -> None:
    """Protects large extracts: one heading, every row of every batch, in order, in every format."""
    frame = pl.DataFrame({"a": range(10)})
    extract = an_extract(frame.clear(), frame[:3], frame[3:])
    expected = [["A"], *([str(k)] for k in range(10))]
    assert csv_cells(tmp_path, extract) == expected
    assert sheets(tmp_path, extract)["数据"] == expected
    write_parquet(tmp_path / "x.parquet", extract)
    assert pl.read_parquet(tmp_path / "x.parquet")["A"].to_list() == list(range(10))


def test_a_file_without_rows_still_has_its_heading(tmp_path: Path) -> None:
    """Protects extracts of an empty table from being an empty file."""
    extract = an_extract(pl.DataFrame(schema={"a": pl.String, "b": pl.Int64}))
    assert csv_cells(tmp_path, extract) == [["A", "B"]]
    assert sheets(tmp_path, extract)["数据"] == [["A", "B"]]
    write_parquet(tmp_path / "x.parquet", extract)
    assert pl.read_parquet(tmp_path / "x.parquet").columns == ["A", "B"]


@shared_folder
@given(texts=st.lists(NASTY, min_size=1, max_size=4))
def test_a_workbook_gives_back_every_letter(tmp_path: Path, texts: list[str]) -> None:
    """Protects text in a workbook: always text, never a formula or a link, whatever signs stand in it."""
    assert [row[0] for row in sheets(tmp_path, an_extract(pl.DataFrame({"a": texts})))["数据"][1:]] == texts
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        page = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    assert not page.findall(".//m:f", SPACE)
    assert not page.findall(".//m:hyperlink", SPACE)


@pytest.mark.parametrize(
    "text", ["<r></r>", "<r><t>x</t></r>", "<r>a & b</r>", "_x0041_", "=1+1", "http://a.b", "{=1}"]
)
def test_text_that_a_workbook_could_take_for_its_own_is_text(tmp_path: Path, text: str) -> None:
    """Protects against text from documents that looks like markup, an escape, a formula or a link of the format."""
    assert sheets(tmp_path, an_extract(pl.DataFrame({"a": [text]})))["数据"][1] == [text]
    assert number_formats(tmp_path, 2) == ["49"]


def test_the_heading_of_a_workbook_stays_in_sight_and_filters(tmp_path: Path) -> None:
    """Protects reading down a long sheet: the heading is frozen, each column filters, texts are as wide as they are."""
    frame = pl.DataFrame({"a": ["x" * 40, None], "b": [1, 2]})
    sheets(tmp_path, an_extract(frame))
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        page = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
        listed = archive.read("xl/workbook.xml").decode()
    pane, area = page.find(".//m:pane", SPACE), page.find("m:autoFilter", SPACE)
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert area is not None
    assert area.get("ref") == "A1:B3"
    assert "$A$1:$B$3" in listed
    assert [round(float(col.get("width", "0"))) for col in page.iterfind(".//m:col", SPACE)] == [44, 10]


def test_a_workbook_that_failed_leaves_only_its_own_folder(tmp_path: Path) -> None:
    """Protects the disk: what is half written lies beside the file, where the door removes it, and nowhere else."""

    def failing() -> Iterator[pl.DataFrame]:
        yield pl.DataFrame({"a": ["x"]})
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        write_workbook(tmp_path / "x.xlsx", replace(an_extract(pl.DataFrame({"a": ["x"]})), batches=failing))
    assert not (tmp_path / "x.xlsx").exists()


def test_only_a_large_workbook_is_said_to_be_slow() -> None:
    """Protects the reader's patience, and readers of small tables from a warning that is not for them."""
    assert minutes_to_write(1_000, 171) == 0
    assert minutes_to_write(1_000_000, 11) == 1
    assert 10 <= minutes_to_write(1_000_000, 171) <= 30


def test_a_workbook_knows_numbers_dates_and_flags(tmp_path: Path) -> None:
    """Protects sums and charts in the spreadsheet: numbers are numbers, dates days, nothing missing is a zero."""
    frame = pl.DataFrame(
        {
            "n": [1234, None],
            "rate": [0.5, float("nan")],
            "year": [2024, None],
            "money": [Decimal("428.8700"), None],
            "day": [date(2024, 1, 2), None],
            "at": [datetime(2024, 1, 2, 12, tzinfo=UTC).replace(tzinfo=None), None],
            "flag": [True, None],
        }
    )
    kinds = {"n": WHOLE_NUMBER, "rate": PERCENT, "year": YEAR, "money": AMOUNT}
    rows = sheets(tmp_path, an_extract(frame, kinds=kinds))["数据"]
    assert rows[1] == ["1234", "0.5", "2024", "428.87", "45293", "45293.5", "1"]
    assert rows[2] == []
    whole, year, amount, general = "3", "1", "4", "0"
    days = ["yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"]
    assert number_formats(tmp_path, 2) == [whole, "0.0%", year, amount, *days, general]
    with zipfile.ZipFile(tmp_path / "x.xlsx") as archive:
        page = etree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    assert page.xpath("//m:row[2]/m:c/@t", namespaces=SPACE) == ["b"]


def test_a_workbook_says_what_it_is(tmp_path: Path) -> None:
    """Protects a file that was passed on: filters, build, rows, and the meaning of columns and indicators are in it."""
    about = sheets(tmp_path, an_extract(pl.DataFrame({"a": ["x"]})))["说明"]
    assert about[0] == ["表三"]
    assert ["地区", "云泽省"] in about
    assert ["数据版本", "1"] in about
    assert ["行数", "1"] in about
    assert ["a", "A", "件", "含义 a"] in about
    assert ["", "予以公开率", "", "予以公开 ÷ 办结"] in about


def test_rows_beyond_one_sheet_go_on_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects extracts larger than a sheet: every row once, each sheet with its heading, and told on the first."""
    monkeypatch.setattr(workbook, "ROWS_OF_A_SHEET", 4)
    monkeypatch.setattr(workbook, "_CELLS_AT_ONCE", 3)
    written = sheets(tmp_path, an_extract(pl.DataFrame({"a": range(10)})))
    assert [len(written[title]) for title in ("数据", "数据 2", "数据 3")] == [5, 5, 3]
    values = [int(row[0]) for title in ("数据", "数据 2", "数据 3") for row in written[title][1:]]
    assert values == list(range(10))
    assert ["行数", "10 (数据: 4; 数据 2: 4; 数据 3: 2)"] in written["说明"]


def test_a_sheet_that_grows_too_large_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects wide extracts: a sheet never outgrows what an ordinary archive may hold."""
    monkeypatch.setattr(workbook, "_BYTES_OF_A_SHEET", 1)
    monkeypatch.setattr(workbook, "_CELLS_AT_ONCE", 5)
    written = sheets(tmp_path, an_extract(pl.DataFrame({"a": range(10)})))
    assert list(written) == ["说明", "数据", "数据 2"]
    assert [row[0] for row in written["数据 2"]] == ["A", "5", "6", "7", "8", "9"]


@pytest.mark.parametrize("letter", ["甲", "😀"])
def test_a_text_that_no_cell_can_hold_is_cut_and_told(tmp_path: Path, letter: str) -> None:
    """Protects against silent cuts: the number of cut texts is stated, and where the whole text is found."""
    units = len(letter.encode("utf-16-le")) // 2
    fits, too_long = letter * (LONGEST_TEXT // units), letter * (LONGEST_TEXT // units + 1)
    written = sheets(tmp_path, an_extract(pl.DataFrame({"a": [fits, too_long]})))
    assert written["数据"][1] == [fits]
    cut = written["数据"][2][0]
    assert cut.endswith("…")
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert any("1 处" in cell and "CSV" in cell for row in written["说明"] for cell in row)


def test_parquet_keeps_types_and_says_what_it_is(tmp_path: Path) -> None:
    """Protects programs: exact types, codes as they are, and the filters in the file's own metadata."""
    frame = pl.DataFrame({"code": ["0010"], "money": [Decimal("428.8700")], "day": [date(2024, 1, 2)]})
    write_parquet(tmp_path / "x.parquet", an_extract(frame))
    assert pl.read_parquet(tmp_path / "x.parquet").rows() == frame.rows()
    told = json.loads(pq.read_schema(tmp_path / "x.parquet").metadata[METADATA.encode()])
    assert told["facts"] == {"地区": "云泽省", "数据版本": "1"}
    assert told["columns"]["CODE"] == ["code", "件", "含义 code"]
