"""Findings on the screen: chosen, opened by a link, decided on, undone, outdated, fixed, and a file that is locked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from etl.deciding import Verdict, decide, decisions_in_force
from etl.folders import DataDir
from etl.vocabulary.labels import COLUMN_DELTA
from etl.vocabulary.page_labels import checks as says
from etl.warehouse.published_rows import findings
from pages.parts.deciding import form
from tests.app.conftest import Opener
from tests.builders import a_warehouse

PAGE = "pages/checks.py"
DISMISSED = Verdict("dismissed", "已核实", "甲")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of its own, with a published build and nothing decided."""
    a_warehouse(tmp_path)
    return tmp_path


def found(folder: Path) -> pl.DataFrame:
    """The findings of the build as decisions see them."""
    return findings(folder)


def written(app: AppTest) -> str:
    """Everything written on the page outside charts and tables."""
    kinds = (app.subheader, app.markdown, app.caption, app.text, app.info, app.warning, app.error, app.success)
    return " ".join(element.value.replace("\\", "") for kind in kinds for element in kind)


def the_list(app: AppTest) -> Any:  # noqa: ANN401  # a pandas frame, which the product does not have
    """The list of findings on the page."""
    return next(table.value for table in app.dataframe if {"standing", "message"} <= set(table.value.columns))


def press(app: AppTest, place: str, decision: str, who: str = "王科长", reason: str = "") -> AppTest:
    """The form at a place filled in and sent."""
    app.text_input(key=f"who {place}").set_value(who)
    app.text_input(key=f"why {place}").set_value(reason)
    start = f"FormSubmitter:decide {place}-{decision}"
    return next(button for button in app.button if str(button.key).startswith(start)).click().run()


def change(folder: Path, sql: str) -> None:
    """The build changed behind the pages' back, as a later build would be; it is published under a name of its own."""
    a_warehouse(folder, build="build-2.duckdb")
    with duckdb.connect(str(folder / "warehouse" / "build-2.duckdb")) as connection:
        connection.execute(sql)


def test_a_link_opens_a_finding_in_the_words_of_the_form(open_at: Opener, folder: Path) -> None:
    """Protects a copied link: the colleague sees the same finding, its rule, both sides and the difference."""
    finding = found(folder).filter(pl.col("state") == "fail").row(0, named=True)
    app = open_at(PAGE, folder, finding=finding["finding_id"])
    assert not app.exception
    told = written(app)
    assert finding["message"] in told
    assert says.HISTORY_NONE.zh in told
    values = {metric.label: metric.value for metric in app.metric}
    assert (values[says.LEFT_SIDE.zh], values[says.RIGHT_SIDE.zh], values[COLUMN_DELTA.zh]) == ("7", "5", "2")


def test_a_finding_that_cannot_be_judged_says_why(open_at: Opener, folder: Path) -> None:
    """Protects agencies from blame for what nobody can tell: uncertain is no failure, and its reason stands there."""
    finding = found(folder).filter(pl.col("state") == "uncertain").row(0, named=True)
    assert "为什么无法判断" in written(open_at(PAGE, folder, finding=finding["finding_id"]))


def test_a_link_to_a_finding_that_is_gone_says_what_may_have_happened(open_at: Opener, folder: Path) -> None:
    """Protects old links: the page says that the finding may be fixed, and the list stays."""
    app = open_at(PAGE, folder, finding="0123456789abcdef")
    assert not app.exception
    assert says.FINDING_GONE.say("zh", finding="0123456789abcdef") in written(app)
    assert app.dataframe


def test_a_finding_is_dismissed_with_a_reason_and_stays_so(open_at: Opener, folder: Path) -> None:
    """Protects the work of people: it is in the file, on the page and in the history, with name and reason."""
    finding = found(folder)["finding_id"][0]
    app = press(open_at(PAGE, folder, finding=finding), f"one {finding} 0", "不成立", reason="更正版已发布")
    assert not app.exception
    made = decisions_in_force(folder).row(0, named=True)
    assert (made["finding_id"], made["decision"], made["decided_by"]) == (finding, "dismissed", "王科长")
    assert "更正版已发布" in written(app)
    again = open_at(PAGE, folder, finding=finding)
    assert "不成立：王科长" in written(again)
    assert any(box.label == says.HISTORY_TITLE.say("zh", n=1) for box in again.expander)


@pytest.mark.parametrize(("who", "reason"), [("王科长", " "), ("", "有理由")])
def test_a_decision_that_lacks_something_is_not_written(open_at: Opener, folder: Path, who: str, reason: str) -> None:
    """Protects the record: nobody dismisses without a reason or without a name, and the reader is told."""
    finding = found(folder)["finding_id"][0]
    app = press(open_at(PAGE, folder, finding=finding), f"one {finding} 0", "不成立", who, reason)
    assert app.error
    assert decisions_in_force(folder).is_empty()


def test_nobody_decides_on_what_changed_meanwhile(open_at: Opener, folder: Path) -> None:
    """Protects against deciding blindly: who saw an open finding does not overwrite a decision made since."""
    finding = found(folder).head(1)
    name = finding["finding_id"][0]
    app = open_at(PAGE, folder, finding=name)
    decide(folder, finding, DISMISSED)
    app = press(app, f"one {name} 0", "确认")
    assert says.SEEN_CHANGED.zh in written(app)
    assert decisions_in_force(folder)["decision"].to_list() == ["dismissed"]


def test_all_under_the_filters_are_decided_on_only_after_a_second_look(open_at: Opener, folder: Path) -> None:
    """Protects against one wrong press: the number is said, and nothing is written before it is acknowledged."""
    wanted = found(folder).filter(pl.col("rule") == "T4.TOTAL", pl.col("year") == 2023)
    app = open_at(PAGE, folder, finding_rule="T4.TOTAL", year="2023")
    app = press(app, "all 0", "确认")
    assert says.NOT_SURE.zh in written(app)
    assert decisions_in_force(folder).is_empty()
    app.checkbox[0].check()
    app = press(app, "all 0", "确认")
    assert not app.exception
    assert sorted(decisions_in_force(folder)["finding_id"]) == sorted(wanted["finding_id"])
    assert says.WRITTEN.say("zh", n=wanted.height, decision="已确认", who="王科长") in written(app)


def test_too_many_are_never_decided_on_at_once(open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the record from a decision that nobody can have looked at."""
    monkeypatch.setattr(form, "MOST_AT_ONCE", 2)
    app = open_at(PAGE, folder)
    assert any("一次最多处理 2 条" in note.value for note in app.info)
    assert not [button for button in app.button if button.label.startswith("确认属实")]


def test_standings_are_a_filter_and_their_numbers_agree(open_at: Opener, folder: Path) -> None:
    """Protects the list of work: open and dismissed together are all, and each number is that of its list."""
    every = found(folder)
    decide(folder, every.head(3), DISMISSED)
    numbers = {}
    for standing in ("all", "open", "dismissed"):
        app = open_at(PAGE, folder, standing=standing)
        assert not app.exception
        numbers[standing] = len(the_list(app))
    assert numbers == {"all": every.height, "open": every.height - 3, "dismissed": 3}


def test_a_decision_on_other_numbers_is_outdated(open_at: Opener, folder: Path) -> None:
    """Protects against a decision that outlives its grounds: it is told, with what was read then, and not applied."""
    finding = found(folder).head(1)
    decide(folder, finding, DISMISSED)
    name = finding["finding_id"][0]
    change(folder, f"UPDATE findings SET left_value = 70, message = '第 70 份不平' WHERE finding_id = '{name}'")
    app = open_at(PAGE, folder, finding=name)
    assert any(
        "依据已变" in note.value and finding["message"][0] in note.value.replace("\\", "") for note in app.warning
    )
    assert len(the_list(open_at(PAGE, folder, standing="outdated"))) == 1


def test_a_finding_that_is_fixed_is_shown_as_it_was(open_at: Opener, folder: Path) -> None:
    """Protects the end of the story: what was decided on and is found no more is told apart and can still be read."""
    finding = found(folder).head(1)
    decide(folder, finding, Verdict("confirmed", "", "甲"))
    name = finding["finding_id"][0]
    change(
        folder,
        f"DELETE FROM findings WHERE finding_id = '{name}'; DELETE FROM finding_counts; INSERT INTO finding_counts "
        "SELECT region_code, year, kind, sector, rule, severity, state, count(*), count(DISTINCT report_id) "
        "FROM findings JOIN indicators USING (report_id) GROUP BY ALL",
    )
    app = open_at(PAGE, folder, finding=name)
    assert says.FINDING_FIXED.zh in written(app)
    assert not [button for button in app.button if "decide one" in str(button.key)]
    assert len(the_list(open_at(PAGE, folder, standing="fixed"))) == 1
    assert any("已消除" in note.value for note in open_at(PAGE, folder).caption)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """The file of decisions as somebody holds it who writes and does not end."""
    with closing(sqlite3.connect(DataDir(folder).decisions, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        yield
        holder.execute("ROLLBACK")


def test_a_file_that_cannot_be_read_is_told_and_no_finding_is_called_open(
    open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects against wrong in silence: without decisions nobody knows what is open, and nobody can decide."""
    monkeypatch.setattr("etl.deciding.store._SECONDS_TO_READ", 0.1)
    decide(folder, found(folder).head(1), DISMISSED)
    with locked(folder):
        app = open_at(PAGE, folder)
    assert not app.exception
    assert any("决定记录读不出来" in note.value for note in app.error)
    assert set(the_list(app)["standing"]) == {says.STANDING_UNKNOWN.zh}
    assert not [button for button in app.button if button.label.startswith("确认属实")]


def test_a_file_that_cannot_be_written_is_told(open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the clerk who believes his decision is kept: when it is not, the page says so, and why."""
    name = found(folder)["finding_id"][0]
    app = open_at(PAGE, folder, finding=name)

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("etl.deciding.store._connected", refuse)
    app = press(app, f"one {name} 0", "确认")
    assert any("没有写入" in note.value and "readonly" in note.value for note in app.error)
    monkeypatch.undo()
    assert decisions_in_force(folder).is_empty()


def with_notes(folder: Path) -> None:
    """The build with many notes beside its errors."""
    change(
        folder,
        "INSERT INTO findings SELECT * REPLACE ('n' || finding_id AS finding_id, 'ALL_ZERO' AS rule, 'info' AS "
        "severity, 'uncertain' AS state) FROM findings; INSERT INTO finding_counts SELECT * REPLACE ('ALL_ZERO' AS "
        "rule, 'info' AS severity, 'uncertain' AS state) FROM finding_counts",
    )


def test_notes_are_folded_until_they_are_asked_for(open_at: Opener, folder: Path) -> None:
    """Protects the few errors from drowning in tables of zeros: notes are a number with a way to open it."""
    with_notes(folder)
    app = open_at(PAGE, folder)
    shown = set(the_list(app)["severity"])
    assert shown == {"错误"}
    assert any("提示没有列出" in note.value and "全零表" in note.value for note in app.text)
    app = next(button for button in app.button if button.label == says.UNFOLD.zh).click().run()
    assert set(the_list(app)["severity"]) == {"错误", "提示"}
    assert set(the_list(open_at(PAGE, folder, finding_rule="ALL_ZERO"))["severity"]) == {"提示"}


def test_the_profile_shows_what_was_decided_and_leads_here(open_at: Opener, folder: Path) -> None:
    """Protects the way between pages: the profile knows the decision, its link lists that agency's findings only."""
    finding = found(folder).filter(pl.col("agency") == "云州市商务局").head(1)
    decide(folder, finding, DISMISSED)
    agency = finding["agency_id"][0]
    profile = open_at("pages/agency.py", folder, agency=agency)
    assert not profile.exception
    links = [
        link for link in profile.get("page_link") if "data-checks" in link.proto.page or "checks" in link.proto.page
    ]
    assert links
    app = open_at(PAGE, folder, findings_of=agency)
    assert set(the_list(app)["agency"]) == {"云州市商务局"}
    assert any("云州市商务局" in note.value for note in app.markdown)
    gone = open_at(PAGE, folder, findings_of="nobody")
    assert any("已忽略" in note.value for note in gone.warning)
