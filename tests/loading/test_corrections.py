"""Corrections in a load: applied, shown beside what the document says, guarded, and never lost or left behind."""

from pathlib import Path

import pytest

from etl import __main__ as command_line
from etl.errors import UsageError
from etl.vocabulary.form import REQUESTS
from etl.warehouse.published import published_path
from tests.loads import RECEIVED, a_corpus, a_file, loaded, rows
from tests.unit.test_correcting import FIELD, LINE, listed

PEOPLE = (REQUESTS, "received", "natural_person")
BROKEN = {
    RECEIVED: "12",
    PEOPLE: "13",
    (REQUESTS, "concluded", "total"): "13",
    (REQUESTS, "concluded", "natural_person"): "13",
}
CELL = "SELECT value::INTEGER, status, raw FROM requests WHERE item = 'received' AND applicant = 'total'"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """One report whose total of requests received is 12 and should be 13."""
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file(cells=BROKEN)}))
    assert rows(tmp_path / "data", CELL) == [(12, "reported", "12")]
    return tmp_path / "data"


def correct(data_dir: Path, *lines: dict[str, str]) -> None:
    """The corrections of these lines, and a load without anything new."""
    listed(data_dir / "corrections", *lines)
    loaded(data_dir)


def received(data_dir: Path) -> list[tuple[object, ...]]:
    """The findings about requests received that do not add up."""
    query = "SELECT rule, message LIKE '%人工更正%' FROM findings WHERE state = 'fail' AND message LIKE '%本年新收%'"
    return rows(data_dir, query)


def test_a_corrected_cell_counts_and_the_document_keeps_its_word(data_dir: Path) -> None:
    """Protects both sides: checks and indicators use the correction, the text as printed and the record stay."""
    assert ("T3.APPLICANTS", False) in received(data_dir)
    correct(data_dir, dict(LINE))
    assert rows(data_dir, CELL) == [(13, "reported", "12")]
    assert rows(data_dir, "SELECT requests_received FROM indicators") == [(13,)]
    assert ("T3.APPLICANTS", False) not in received(data_dir)
    told = "state, document_value, corrected_value, reason, corrected_by, corrected_at::DATE::VARCHAR"
    assert rows(data_dir, f"SELECT {told} FROM corrections") == [
        ("applied", "12", "13", "电话核实", "张三", "2026-03-01")
    ]
    joined = "SELECT count(*) FROM corrections JOIN reports USING (report_id, report_number, document_id)"
    assert rows(data_dir, joined) == [(1,)]


def test_corrected_is_shown_wherever_the_number_is(data_dir: Path) -> None:
    """Protects the reader: the view marks the corrected cell and no other, findings about it say so."""
    correct(data_dir, {**LINE, "value": "20"})
    marked = "SELECT item, measure, value::INTEGER, raw FROM cells WHERE is_corrected"
    assert rows(data_dir, marked) == [("received", "total", 20, "12")]
    assert set(received(data_dir)) == {("T3.APPLICANTS", True), ("T3.BALANCE", True)}
    others = "SELECT count(*) FROM findings WHERE message LIKE '%人工更正%' AND NOT contains(cells, 'received')"
    assert rows(data_dir, others) == [(0,)]


def test_an_unreadable_cell_becomes_a_number(tmp_path: Path) -> None:
    """Protects what only a person can read: the finding is gone, the text as printed stays."""
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file(cells={RECEIVED: "1O"})}))
    unreadable = "SELECT count(*) FROM findings WHERE rule = 'UNREADABLE'"
    assert rows(tmp_path / "data", unreadable) == [(1,)]
    correct(tmp_path / "data", {**LINE, "expected": "1O", "value": "10"})
    assert rows(tmp_path / "data", CELL) == [(10, "reported", "1O")]
    assert rows(tmp_path / "data", unreadable) == [(0,)]


def test_an_amount_keeps_its_decimals_and_its_unit(tmp_path: Path) -> None:
    """Protects table two: an amount is corrected to the last decimal."""
    fees = ("proactive", "fees", "amount")
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file(cells={fees: "12"})}))
    key = dict(zip(("table_name", "item", "measure"), fees, strict=True))
    correct(tmp_path / "data", {**LINE, **key, "value": "12.3456"})
    query = "SELECT value::VARCHAR, raw FROM proactive WHERE item = 'fees' AND measure = 'amount'"
    assert rows(tmp_path / "data", query) == [("12.3456", "12")]


def test_a_guard_that_no_longer_matches_is_a_finding(data_dir: Path, tmp_path: Path) -> None:
    """Protects a new version from an old correction: it is not applied, and a person is told to look again."""
    correct(data_dir, dict(LINE))
    new = a_file(cells={**BROKEN, RECEIVED: "14"}, problems="更正后的版本。")
    loaded(data_dir, a_corpus(tmp_path / "in", {"甲": new}))
    current = f"{CELL} AND report_id IN (SELECT report_id FROM reports WHERE is_current)"
    assert rows(data_dir, current) == [(14, "reported", "14")]
    assert rows(
        data_dir, "SELECT is_current, c.state FROM corrections c JOIN reports USING (report_id) ORDER BY 1"
    ) == [
        (False, "applied"),
        (True, "guard_failed"),
    ]
    found = "SELECT severity, state, message FROM findings WHERE rule = 'CORRECTION_GUARD'"
    ((severity, state, message),) = rows(data_dir, found)
    assert (severity, state) == ("warning", "uncertain")
    assert "“12”" in str(message)
    assert "“14”" in str(message)


def test_agency_region_and_year_are_corrected_where_reports_are_filed(tmp_path: Path) -> None:
    """Protects the correction of who, where and when: it decides like a manifest, with what was read beside it."""
    data = tmp_path / "data"
    loaded(data, a_corpus(tmp_path / "in", {"甲": a_file("商务局")}))
    correct(
        data,
        {**FIELD, "kind": "agency", "expected": "商务局", "value": "霁川市商务局"},
        {**FIELD, "kind": "region", "expected": "", "value": "990100"},
        {**FIELD, "kind": "year", "expected": "2023", "value": "2022"},
    )
    query = "SELECT name, region_code, region_status, year, agency_from, year_from"
    assert rows(data, f"{query} FROM reports JOIN agencies USING (agency_id)") == [
        ("霁川市商务局", "990100", "resolved", 2022, "correction", "correction")
    ]
    assert "更正" in str(rows(data, "SELECT region_evidence FROM agencies"))
    told = "SELECT kind, document_value, corrected_value, state, report_id IS NOT NULL FROM corrections ORDER BY kind"
    assert rows(data, told) == [
        ("agency", "商务局", "霁川市商务局", "applied", True),
        ("region", "", "990100", "applied", True),
        ("year", "2023", "2022", "applied", True),
    ]
    assert rows(data, "SELECT title LIKE '%2023%' FROM reports") == [(True,)]


def test_a_corrected_field_goes_before_a_manifest_and_is_guarded_by_it(tmp_path: Path) -> None:
    """Protects the later word: what a manifest says now is what the correction must expect."""
    data, folder = tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file()})
    (folder / "manifest.csv").write_text("path,year\n甲.docx,2021\n", "utf-8")
    loaded(data, folder)
    year = {**FIELD, "kind": "year", "expected": "2023", "value": "2022"}
    correct(data, year)
    assert rows(data, "SELECT year FROM reports") == [(2021,)]
    assert rows(data, "SELECT message LIKE '年度：%2023%2021%' FROM findings WHERE rule = 'CORRECTION_GUARD'") == [
        (True,)
    ]
    correct(data, {**year, "expected": "2021"})
    assert rows(data, "SELECT year FROM reports") == [(2022,)]


@pytest.mark.parametrize("expected", ["2099", ""])
def test_a_year_that_has_not_begun_is_corrected_as_printed(tmp_path: Path, expected: str) -> None:
    """Protects the clerk who writes what the document prints; what is known of the year, nothing, is right too."""
    data = tmp_path / "data"
    loaded(data, a_corpus(tmp_path / "in", {"甲": a_file(year=2099)}))
    assert rows(data, "SELECT year, message LIKE '%2099%还没有到%' FROM findings JOIN reports USING (report_id) "
                      "WHERE rule = 'YEAR_UNKNOWN'") == [(None, True)]  # fmt: skip
    year = {**FIELD, "kind": "year", "value": "2022"}
    correct(data, {**year, "expected": "2098"})
    assert rows(data, "SELECT state, document_value FROM corrections") == [("guard_failed", "2099")]
    correct(data, {**year, "expected": expected})
    assert rows(data, "SELECT state, document_value FROM corrections") == [("applied", "2099")]
    assert rows(data, "SELECT year, year_from FROM reports") == [(2022, "correction")]


def test_a_copy_is_corrected_with_the_report(data_dir: Path, tmp_path: Path) -> None:
    """Protects against a duplicate that turns into a second report: all files of one report are corrected alike."""
    loaded(data_dir, a_corpus(tmp_path / "in2", {"乙": a_file(cells=BROKEN, format="html")}))
    correct(data_dir, {**FIELD, "path": "乙.html", "kind": "year", "expected": "2023", "value": "2022"})
    assert rows(data_dir, "SELECT year FROM reports") == [(2022,)]
    assert rows(data_dir, "SELECT count(*), count(report_id) FROM corrections") == [(1, 1)]


def test_a_correction_that_finds_nothing_is_listed(
    data_dir: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Protects the clerk from a slip in a path: the load says so, and the table keeps it."""
    correct(data_dir, {**LINE, "path": "乙.docx"})
    assert rows(data_dir, "SELECT state, report_id, document_value FROM corrections") == [("not_found", None, None)]
    command_line.main(["load", str(tmp_path / "in"), "--data-dir", str(data_dir)])
    printed = capsys.readouterr().out
    assert "更正" in printed
    assert "没有找到 1" in printed
    assert "更正.csv 第 2 行（line 2）：没有找到更正针对的年报（no such report）：乙.docx" in printed


def test_a_broken_line_changes_nothing(data_dir: Path, tmp_path: Path) -> None:
    """Protects what is published, and the catalogue, from a file with a slip in it."""
    before = published_path(data_dir), (data_dir / "sources" / "catalogue.csv").read_bytes()
    (data_dir / "corrections").mkdir()
    (data_dir / "corrections" / "a.csv").write_text("kind,value\n", "utf-8")
    with pytest.raises(UsageError, match=r"a\.csv"):
        loaded(data_dir, a_corpus(tmp_path / "in2", {"乙": a_file(year=2022)}))
    assert (published_path(data_dir), (data_dir / "sources" / "catalogue.csv").read_bytes()) == before


def test_corrections_come_and_go_without_a_trace(data_dir: Path) -> None:
    """Protects the way back: a correction changes the build, the same again does not, without it all is as it was."""
    correct(data_dir, dict(LINE))
    assert not loaded(data_dir).is_new
    (data_dir / "corrections" / "更正.csv").unlink()
    assert loaded(data_dir).is_new
    assert rows(data_dir, CELL) == [(12, "reported", "12")]
    assert rows(data_dir, "SELECT count(*) FROM corrections") == [(0,)]


@pytest.mark.parametrize("name", ["更正.xlsx", "更正.XLS", "更正.et"])
def test_a_table_that_is_no_csv_stops_the_load(data_dir: Path, name: str) -> None:
    """Protects corrections kept in another format from being passed over without a word; what was published stays."""
    correct(data_dir, dict(LINE))
    before = published_path(data_dir)
    (data_dir / "corrections" / f"~${name}").write_bytes(b"open in a spreadsheet")
    loaded(data_dir)
    (data_dir / "corrections" / name).write_bytes(b"PK")
    with pytest.raises(UsageError, match=f"{name}：更正只读 CSV"):
        loaded(data_dir)
    assert published_path(data_dir) == before
