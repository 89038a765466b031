"""Whole tables taken away: every table in every format and both headings, codes in words, the file says what it is."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import polars as pl
import pytest

from etl.vocabulary.coded import codes_of
from etl.vocabulary.form import APPLICANTS, STATUSES
from etl.vocabulary.tables import TABLE_BY_NAME, TABLES, Table
from etl.warehouse.published import open_published
from pages.parts.in_words import in_words
from pages.parts.letters.files import letter_name
from pages.parts.taking.files import FORMATS, facts, file_name, prepared
from pages.parts.taking.table_extract import sample_of, table_columns, table_extract
from pages.parts.view import Data, View
from pages.queries import extracts
from pages.queries.extracts import all_rows
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouses import a_warehouse

FILTERED: Final = Selection(region="990100", years=(2022, 2023), kinds=("department",))
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
for_whom = pytest.mark.parametrize("for_people", [True, False], ids=["words", "codes"])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    """An open warehouse with invented rows."""
    folder: Path = tmp_path_factory.mktemp("data")
    a_warehouse(folder)
    opened = open_published(folder).connection
    yield Data("invented", opened)
    opened.close()


def a_view(data: Data, language: str = "zh", selection: Selection = FILTERED) -> View:
    """What a page is given under these filters."""
    return View(language, data, selection, "云泽省云州市", "prefecture")


@every_table
@for_whom
@pytest.mark.parametrize("form", FORMATS)
def test_every_row_of_every_table_is_in_the_file(data: Data, table: Table, for_people: bool, form: str) -> None:
    """Protects the promise of the page: all rows under the filters, in each format, with the columns that are told."""
    view = a_view(data)
    extract = table_extract(view, table, [], for_people=for_people)
    file = prepared(extract, FORMATS[form])
    rows = sum(batch.height for batch in all_rows(data.connection, FILTERED, table.name, named=for_people))
    headings = [column.heading for column in table_columns(table, "zh", for_people=for_people)]
    if form == "xlsx":
        with ZipFile(io.BytesIO(file)) as archive:
            assert archive.read("xl/worksheets/sheet2.xml").count(b"<row ") == rows + 1
        return
    read = pl.read_parquet(file) if form == "parquet" else pl.read_csv(file, infer_schema=False)
    assert read.columns == headings
    assert read.height == rows


@every_table
@for_whom
def test_the_sample_is_the_beginning_of_the_file(data: Data, table: Table, for_people: bool) -> None:
    """Protects the preview: what is shown first is what stands first in the file, column by column."""
    view = a_view(data)
    sample = sample_of(view, table, 5, for_people=for_people)
    rows = pl.concat(table_extract(view, table, [], for_people=for_people).rows())
    assert sample.columns == [column.name for column in table_columns(table, "zh", for_people=for_people)]
    assert sample.equals(rows.head(5))


def test_codes_are_said_in_the_language_of_the_page(data: Data) -> None:
    """Protects people from code names: statuses, items and applicants stand in words, in the reader's language."""
    for language in ("zh", "en"):
        extract = table_extract(a_view(data, language), TABLE_BY_NAME["requests"], [], for_people=True)
        rows = pl.concat(extract.rows())
        label = "label_en" if language == "en" else "label_zh"
        assert set(rows["applicant"]) == {getattr(word, label) for word in APPLICANTS}
        assert set(rows["status"]) <= {getattr(word, label) for word in STATUSES}
        assert "refused.state_secret" not in set(rows["item"])


def test_codes_for_programs_are_those_of_the_database(data: Data) -> None:
    """Protects programs: with code names the values are exactly those of the table."""
    rows = pl.concat(table_extract(a_view(data), TABLE_BY_NAME["reviews"], [], for_people=False).rows())
    assert rows.columns == [column.name for column in TABLE_BY_NAME["reviews"].columns]
    assert set(rows["outcome"]) == {"upheld", "corrected", "other", "pending", "total"}


def test_an_outcome_means_what_its_table_means() -> None:
    """Protects columns of one name in two tables: the outcome of a document is not that of a lawsuit."""
    assert codes_of("documents", "outcome", "en")["rejected"] == "Rejected"
    assert codes_of("reviews", "outcome", "zh")["upheld"] == "结果维持"
    assert codes_of("agencies", "name", "zh") == {}


def test_a_code_that_nobody_declared_stands_for_itself() -> None:
    """Protects values from being lost: an unknown code and a missing one stay what they are; flags are words."""
    frame = pl.DataFrame({"status": ["reported", "new", None], "is_current": [True, False, None]})
    said = in_words(frame, "requests", "zh")
    assert said.rows() == [("已报告", "是"), ("new", "否"), (None, None)]


def test_every_kind_of_code_is_declared_for_both_languages() -> None:
    """Protects the list of codes: no two codes of a column read alike; units may (件 and 个)."""
    for table in TABLES:
        for column in table.columns:
            for language in ("zh", "en"):
                said = list(codes_of(table.name, column.name, language).values())
                assert column.name == "unit" or len(set(said)) == len(said), (table.name, column.name)


def test_a_file_says_filters_build_and_time(data: Data) -> None:
    """Protects a file that was passed on: under which filters and from which build it was taken."""
    told = dict(facts(a_view(data), "只含现行年报。"))
    assert told["地区"] == "云泽省云州市"
    assert told["年度"] == "2022、2023"
    assert told["单位类别"] == "部门"
    assert told["行业系统"] == "全部系统"
    assert told["数据版本"].startswith("1，")
    assert told["说明"] == "只含现行年报。"


@pytest.mark.parametrize(
    ("years", "name"),
    [
        ((), "表三_云泽省云州市_全部年度"),
        ((2023,), "表三_云泽省云州市_2023"),
        ((2021, 2022, 2023), "表三_云泽省云州市_2021-2023"),
        ((2019, 2021), "表三_云泽省云州市_2019+2021"),
    ],
)
def test_the_name_of_a_file_says_what_it_is(data: Data, years: tuple[int, ...], name: str) -> None:
    """Protects a folder of downloads: table, area and years stand in the name."""
    assert file_name(a_view(data, selection=Selection(years=years)), "表三") == name


def test_the_name_of_a_file_suits_every_system(data: Data) -> None:
    """Protects saving: signs that some system forbids in names are replaced."""
    assert file_name(a_view(data), 'a/b:c*"d" <e>|f?.').startswith("a-b-c-d-e-f_")


@pytest.mark.parametrize(
    "sign", [":", "\x7f", "\x85", "\u061c", "\u200b", "\u202e", "\u206f", "\ufeff", "\ud800", "\ufffe"]
)
def test_letters_and_extracts_forbid_the_same_signs_in_names(data: Data, sign: str) -> None:
    """Protects one rule for names: what no file may be called, neither a letter nor an extract is called."""
    assert file_name(a_view(data), f"甲{sign}乙").startswith("甲-乙_")
    assert letter_name(1, f"甲{sign}乙", "docx") == "00001_甲-乙.docx"
    assert file_name(a_view(data), sign).startswith("-_")


@every_table
@for_whom
def test_the_first_rows_on_the_screen_are_those_of_the_file(data: Data, table: Table, for_people: bool) -> None:
    """Protects the sample: rows chosen by their place in the build are the first of the file, in its order."""
    for selection in (EVERYTHING, FILTERED):
        whole = pl.concat(all_rows(data.connection, selection, table.name, named=for_people))
        first = extracts.first_rows(data.connection, selection, table.name, 7, named=for_people)
        assert first.equals(whole.head(7))


@every_table
def test_a_table_cut_into_parts_is_the_table_in_the_same_order(
    data: Data, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects large extracts, which are sorted part by part: no row twice, none lost, all where they would stand."""
    for selection in (EVERYTHING, FILTERED):
        whole = pl.concat(all_rows(data.connection, selection, table.name, named=True))
        with monkeypatch.context() as small:
            small.setattr(extracts, "CELLS_SORTED", max(1, whole.height * len(table.columns) // 7))
            parts = list(all_rows(data.connection, selection, table.name, named=True))
        assert pl.concat(parts).equals(whole)
        if table.key and whole.height > 50:
            assert len(parts) > 3
