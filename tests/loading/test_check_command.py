"""`check` as people and scripts use it: filters, what was decided, and the exit status."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest

from etl import __main__ as command_line
from etl.deciding import Verdict, decide
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, REOPENED
from etl.vocabulary.form import REQUESTS
from etl.warehouse.published_rows import findings
from tests.loads import RECEIVED, a_corpus, a_file, loaded
from tests.unit.test_correcting import LINE, listed

Printed = pytest.CaptureFixture[str]
BROKEN = {RECEIVED: "12"}
CONFIRM = Verdict(CONFIRMED, "", "张三")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A city's and a province's report whose totals are off, and one with a blank cell."""
    files = {
        "市": a_file(cells=BROKEN),
        "省": a_file("云泽省商务厅", 2022, cells=BROKEN),
        "空": a_file("霁川市教育局", cells={(REQUESTS, "granted", "business"): ""}),
    }
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", files))
    return tmp_path / "data"


def run(data_dir: Path, *arguments: object) -> int:
    """The exit code of `check`."""
    return command_line.main(["check", "--data-dir", str(data_dir), *map(str, arguments)])


def broken(data_dir: Path) -> pl.DataFrame:
    """The findings about sums that do not hold."""
    return findings(data_dir).filter(pl.col("state") == "fail")


@pytest.mark.parametrize(
    ("arguments", "said", "unsaid"),
    [
        (["--rule", "T3.APPLICANTS"], ["T3.APPLICANTS"], ["T3.BALANCE", "BLANK"]),
        (["--rule", "T3.APPLICANTS", "--rule", "BLANK"], ["T3.APPLICANTS", " BLANK "], ["T3.BALANCE"]),
        (["--severity", "error"], ["霁川市商务局"], ["提示", "霁川市教育局"]),
        (["--state", "uncertain"], ["霁川市教育局"], ["不符", "霁川市商务局 2023：表三 · 本年新收"]),
        (["--year", 2022], ["云泽省商务厅"], ["霁川市"]),
        (["--region", "990100"], ["霁川市"], ["云泽省"]),
        (["--region", "990000"], ["霁川市", "云泽省"], []),
        (["--decision", "confirmed"], ["共 0 条"], ["霁川市"]),
    ],
)
def test_filters_print_what_they_name(
    data_dir: Path, capsys: Printed, arguments: Sequence[object], said: list[str], unsaid: list[str]
) -> None:
    """Protects whoever asks for a part: all of it and nothing else; a division stands for what lies below it too."""
    assert run(data_dir, *arguments) == 0
    printed = capsys.readouterr().out
    assert all(text in printed for text in said), printed
    assert not [text for text in unsaid if text in printed]


@pytest.mark.parametrize(
    "arguments", [["--rule", "T9"], ["--region", "123456"], ["--severity", "x"], ["--year", "去年"], ["--year", "2203"]]
)
def test_a_filter_that_names_nothing_is_2(data_dir: Path, arguments: list[str]) -> None:
    """Protects a script from taking a slip of the pen for a clean result."""
    try:
        code = run(data_dir, *arguments)
    except SystemExit as ended:
        code = int(ended.code or 0)
    assert code == 2


def test_a_year_without_reports_is_told_with_those_there_are(data_dir: Path, capsys: Printed) -> None:
    """Protects a script that checks the wrong year from an answer that looks clean."""
    assert run(data_dir, "--year", 2203, "--fail-on", "error") == 2
    assert "2203；年度有（years）：2022、2023" in capsys.readouterr().err


def test_what_is_fixed_without_a_name_is_told_by_its_path(tmp_path: Path, capsys: Printed) -> None:
    """Protects the reader from a line about nobody: an agency without a name is told by its file, fixed or not."""
    cells = {**BROKEN, (REQUESTS, "received", "natural_person"): "13"}
    loaded(tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file(agency="", cells=cells)}))
    decide(tmp_path / "data", broken(tmp_path / "data"), CONFIRM)
    listed(tmp_path / "data" / "corrections", LINE)
    loaded(tmp_path / "data")
    capsys.readouterr()
    run(tmp_path / "data", "--decision", "fixed")
    assert "  甲.docx 2023：" in capsys.readouterr().out


def test_fail_on_is_4_while_something_as_grave_is_open(data_dir: Path) -> None:
    """Protects scripts: the exit status says whether somebody must look, under the same filters."""
    assert run(data_dir) == 0
    assert run(data_dir, "--fail-on", "error") == run(data_dir, "--fail-on", "info") == 4
    assert run(data_dir, "--fail-on", "error", "--rule", "BLANK") == 0
    assert run(data_dir, "--fail-on", "info", "--rule", "BLANK") == 4
    decide(data_dir, broken(data_dir), Verdict(DISMISSED, "原文如此", "张三"))
    assert run(data_dir, "--fail-on", "error") == 0
    decide(data_dir, broken(data_dir).head(1), Verdict(REOPENED, "", "张三"))
    assert run(data_dir, "--fail-on", "error") == 4


def test_what_was_decided_is_printed_with_the_finding(data_dir: Path, capsys: Printed) -> None:
    """Protects the second reader: decided by whom and why stands in the line, and can be asked for."""
    decide(data_dir, broken(data_dir).filter(year=2022), Verdict(DISMISSED, "原文如此", "张三"))
    assert run(data_dir, "--decision", "dismissed") == 0
    printed = capsys.readouterr().out
    assert "［不成立：张三，20" in printed
    assert "原文如此］" in printed
    assert "霁川市" not in printed
    run(data_dir, "--decision", "open")
    assert "云泽省商务厅 2022：表三 · 本年新收" not in capsys.readouterr().out


def test_what_is_fixed_is_printed_when_it_is_asked_for(tmp_path: Path, data_dir: Path, capsys: Printed) -> None:
    """Protects the end of a finding's life: a new version without the fault leaves it as fixed, not as forgotten."""
    decide(data_dir, broken(data_dir).filter(year=2023), CONFIRM)
    folder = a_corpus(tmp_path / "new", {"市": a_file(problems="更正后的版本。")})
    loaded(data_dir, folder)
    capsys.readouterr()
    run(data_dir)
    assert "霁川市商务局 2023：表三 · 本年新收" not in capsys.readouterr().out
    assert run(data_dir, "--decision", "fixed", "--fail-on", "error") == 0
    assert "［已消除：张三" in capsys.readouterr().out
