"""The warehouse: declared tables in the file, keys that hold, a door that only reads, and what is taken out of it."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import GongkaiError, LoadError, UsageError
from etl.vocabulary.dictionary import all_words
from etl.vocabulary.indicators import KEYS
from etl.vocabulary.tables import INDICATORS_TABLE, TABLE_BY_NAME, TABLES
from etl.warehouse import export as exporting
from etl.warehouse.build import Build
from etl.warehouse.export import export, write_csv
from etl.warehouse.published import NothingPublishedError, open_published, published_path
from etl.warehouse.published_rows import inputs
from tests.builders import a_warehouse

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a published build of invented reports."""
    folder = tmp_path_factory.mktemp("data")
    a_warehouse(folder)
    return folder


@pytest.fixture
def connection(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published build, open."""
    published = open_published(data_dir)
    yield published.connection
    published.connection.close()


def test_the_contract_is_kept(shared: Path) -> None:
    """Protects BI tools and notebooks: every table and column that the contract names is declared."""
    contract = (shared / "contract" / "warehouse.md").read_text("utf-8")
    lines = re.findall(r"^\| `(\w+)`(?: \(view\))? \| (.*) \|$", contract, re.MULTILINE)
    assert len(lines) == 16
    for table, told in lines:
        told_columns = re.sub(r"\([^()]*\)", "", told)
        names = set(re.findall(r"`(\w+)`", told_columns)) - {"problems"}
        declared = {column.name for column in TABLE_BY_NAME[table].columns}
        assert names <= declared, (table, names - declared)


def test_every_table_and_column_is_in_the_file_with_its_comment(connection: duckdb.DuckDBPyConnection) -> None:
    """Protects whoever opens the file without us: names and types as declared, explained in both languages."""
    columns = "table_name, column_name, data_type, is_nullable, comment"
    found = connection.sql(f"SELECT {columns} FROM duckdb_columns() WHERE NOT internal").pl()
    in_file = {(row[0], row[1]): row[2:] for row in found.rows()}
    assert set(in_file) == {(table.name, column.name) for table in TABLES for column in table.columns}
    for table in TABLES:
        for column in table.columns:
            data_type, is_nullable, comment = in_file[table.name, column.name]
            assert data_type == column.sql_type, (table.name, column.name)
            assert table.is_view or is_nullable == column.nullable
            assert column.word.label_zh in comment
            assert column.word.definition_en in comment
    commented = connection.sql("SELECT count(*) FROM duckdb_tables() WHERE comment IS NOT NULL").fetchall()
    assert commented == [(sum(not table.is_view for table in TABLES),)]


def test_the_keys_of_indicators_are_those_that_are_measured() -> None:
    """Protects the join between what measuring hands over and what the table holds."""
    names = [column.name for column in INDICATORS_TABLE.columns]
    assert names[: len(KEYS)] == [key.name for key in KEYS]


def test_every_word_stands_once() -> None:
    """Protects the table `vocabulary`: kind and name tell every word apart, and each column has a line."""
    keys = [(word.kind, word.name) for word in all_words()]
    assert len(keys) == len(set(keys))
    assert {("column", f"{t.name}.{c.name}") for t in TABLES for c in t.columns} <= set(keys)


def test_nobody_can_write_through_the_door(connection: duckdb.DuckDBPyConnection) -> None:
    """Protects a published build, and the machine, from whatever a query tries."""
    for query in (
        "INSERT INTO regions VALUES ('1', '1', '1', '1', '1', '1', '1')",
        "DROP TABLE regions",
        "COPY regions TO 'out.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
    ):
        with pytest.raises(duckdb.Error):
            connection.sql(query).fetchall()


def test_nothing_published_is_said_in_words(tmp_path: Path) -> None:
    """Protects the first start: no build, an empty pointer or one to a lost file is no traceback."""
    (tmp_path / "warehouse").mkdir()
    for pointer in (None, "", "build-lost.duckdb\n"):
        if pointer is not None:
            (tmp_path / "warehouse" / "CURRENT").write_text(pointer)
        assert published_path(tmp_path) is None
        assert inputs(tmp_path) is None
        with pytest.raises(NothingPublishedError, match="还没有数据"):
            open_published(tmp_path)


def a_region(code: str = "990000") -> pl.DataFrame:
    """A row of `regions`."""
    names = dict.fromkeys(("name", "province_name"), "某省")
    above = dict.fromkeys(("parent_code", "prefecture_name", "county_name"), "")
    return pl.DataFrame({"region_code": [code], "level": ["province"], **names, **above})


def an_agency(code: str) -> pl.DataFrame:
    """A row of `agencies`."""
    texts = ("name", "region_status", "region_evidence", "region_candidates", "level", "kind", "sector")
    years = {"reports": [1], "first_year": [2023], "last_year": [2023], "years": ["[2023]"]}
    return pl.DataFrame({"agency_id": ["a"], "region_code": [code], **dict.fromkeys(texts, "x"), **years})


MADE_FROM: dict[str, object] = {"built_at": NOW, "code_version": "c", "reader_version": "r", "inputs": "i"}


def test_a_finished_build_is_published_and_an_unfinished_one_leaves_nothing(tmp_path: Path) -> None:
    """Protects readers from half a build, and the folder from its remains."""
    with Build(tmp_path, NOW) as build:
        build.insert("regions", a_region())
        build.insert("agencies", an_agency("990000"))
        path = build.finish(MADE_FROM)
    assert published_path(tmp_path) == path
    assert inputs(tmp_path) == "i"
    with pytest.raises(ZeroDivisionError), Build(tmp_path, NOW):
        _ = 1 / 0
    assert published_path(tmp_path) == path
    assert sorted(file.name for file in (tmp_path / "warehouse").iterdir()) == ["CURRENT", path.name]


@pytest.mark.parametrize(("second", "agency_in", "what"), [("990000", "990000", "重复"), ("980000", "970000", "没有")])
def test_a_broken_key_is_never_published(tmp_path: Path, second: str, agency_in: str, what: str) -> None:
    """Protects sums and joins: a key that stands twice, or points nowhere, stops the build with its table named."""
    with Build(tmp_path, NOW) as build:
        for code in ("990000", second):
            build.insert("regions", a_region(code))
        build.insert("agencies", an_agency(agency_in))
        with pytest.raises(LoadError, match=what):
            build.finish(MADE_FROM)
    assert published_path(tmp_path) is None


def exported(columns: dict[str, list[object]]) -> list[str]:
    """The lines of these columns as CSV, without the mark at the start."""
    stream = io.BytesIO()
    table = pa.table(columns)
    write_csv(table.to_reader(), stream)
    text = stream.getvalue().decode("utf-8")
    assert text.startswith("\ufeff")
    return text[1:].split("\r\n")[:-1]


def test_text_that_a_spreadsheet_would_run_is_disarmed() -> None:
    """Protects whoever opens the file in a spreadsheet: text is shown as text, and numbers stay numbers."""
    evil = ["=1+1", "+x", " =1", "@x", "\tx", "\rx", "＝1"]
    lines = exported({"text": [*evil, "x=1", ""], "number": [-1, 2, 3, 4, 5, 6, 7, 8, None]})
    expected = ["'=1+1,-1", "'+x,2", "' =1,3", "'@x,4", "'\tx,5", '"\'\rx",6', "'＝1,7", "x=1,8", ","]
    assert lines == ["text,number", *expected]


def test_numbers_and_marks_leave_as_they_are_printed() -> None:
    """Protects what agencies print: a change of -5 and a stroke for nothing are no formulas."""
    assert exported({"raw": ["-5", "-", "—", "--", "+3.5%"]}) == ["raw", "-5", "-", "—", "--", "+3.5%"]


def test_a_build_that_cannot_be_read_is_no_wrong_condition(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the user from a search in a condition that was never given."""

    def failing(*_: object) -> None:
        raise duckdb.IOException("Could not read")

    monkeypatch.setattr(exporting, "_asked", failing)
    with pytest.raises(GongkaiError, match=r"build-.*Could not read") as told:
        export(data_dir, "reports", None, None, io.BytesIO())
    assert told.value.exit_code == 1
    assert "--where" not in str(told.value)


def test_values_are_printed_as_people_write_them() -> None:
    """Protects amounts, dates and lists on their way out: no trailing zeros, no exponents, NULL as nothing."""
    columns: dict[str, list[object]] = {
        "amount": [Decimal("428.8689"), Decimal("100.0000"), None],
        "day": [date(2024, 1, 5), None, None],
        "flag": [True, False, None],
    }
    assert exported(columns) == ["amount,day,flag", "428.8689,2024-01-05,True", "100,,False", ",,"]


@given(st.lists(st.text(alphabet='a,"\n\r=中', max_size=6), min_size=1, max_size=5))
def test_any_text_comes_back_from_the_file(texts: list[str]) -> None:
    """Protects narrative text with commas, quotes and line breaks; only the mark before a formula is added."""
    import csv

    stream = io.BytesIO()
    write_csv(pa.table({"text": pa.array(texts)}).to_reader(), stream)
    back = list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))[1:]
    assert [(row or [""])[0].removeprefix("'") for row in back] == texts


def test_export_picks_rows_and_nothing_else(data_dir: Path) -> None:
    """Protects the build and the machine from a condition: one expression on the table, no way to another file."""
    stream = io.BytesIO()
    count = export(data_dir, "reports", "year = 2023", None, stream)
    assert count == len(stream.getvalue().decode().splitlines()) - 1 > 0
    for where in (
        "1=1) OR (1=1",
        "true; DROP TABLE regions",
        "",
        "year = (SELECT 1 FROM read_csv('/etc/passwd'))",
    ):
        with pytest.raises(UsageError, match="--where"):
            export(data_dir, "reports", where, None, io.BytesIO())
    with pytest.raises(UsageError, match="documents"):
        export(data_dir, "sqlite_master", None, None, io.BytesIO())


def test_export_to_a_file_that_fails_leaves_the_old_file(data_dir: Path, tmp_path: Path) -> None:
    """Protects a file of last week from half an export over it."""
    out = tmp_path / "reports.csv"
    out.write_text("old")
    with pytest.raises(UsageError):
        export(data_dir, "reports", "no_such_column = 1", out, io.BytesIO())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("reports.csv", "old")]
    assert export(data_dir, "reports", None, out, io.BytesIO()) == len(out.read_bytes().splitlines()) - 1 > 0
