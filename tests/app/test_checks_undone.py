"""A decision on the screen that is undone, or that meets one of somebody else: who decided is never falsified."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.deciding import decide, decisions_in_force, history, undo
from etl.vocabulary.page_labels import checks as says
from tests.app.conftest import Opener
from tests.app.test_checks_page import DISMISSED, PAGE, found, press, written
from tests.builders import a_warehouse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of its own, with a published build and nothing decided."""
    a_warehouse(tmp_path)
    return tmp_path


def test_the_name_is_remembered_and_a_step_is_undone(open_at: Opener, folder: Path) -> None:
    """Protects against a slip: one press puts the finding back to where it stood, and the history tells both."""
    finding = found(folder)["finding_id"][0]
    app = press(open_at(PAGE, folder, finding=finding), f"one {finding} 0", "确认")
    assert app.text_input(key=f"who one {finding} 1").value == "王科长"
    app = app.button(key=f"undo {finding}").click().run()
    assert not app.exception
    assert history(folder, finding)["decision"].to_list() == ["confirmed", "reopened"]
    assert says.UNDONE.say("zh", n=1) in written(app)


def test_undoing_brings_back_the_decision_before(open_at: Opener, folder: Path) -> None:
    """Protects who decided: undoing a later decision restores it with its reason, maker and time, and says who did."""
    finding = found(folder).head(1)
    decide(folder, finding, DISMISSED)
    name, first = finding["finding_id"][0], decisions_in_force(folder).row(0, named=True)
    app = press(open_at(PAGE, folder, finding=name), f"one {name} 0", "确认")
    app = app.button(key=f"undo {name}").click().run()
    last = decisions_in_force(folder).row(0, named=True)
    made = ("decision", "reason", "decided_by", "decided_at")
    assert [last[one] for one in made] == [first[one] for one in made]
    assert (last["decided_by"], last["restored_by"]) == ("甲", "王科长")
    lines = [text.value for text in app.text]
    assert any("王科长：撤销之后的一步，恢复 甲 于" in line for line in lines)
    assert not any("王科长：不成立" in line for line in lines)


def test_undoing_a_step_about_several_is_whole_or_nothing(
    open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects against half an undo: findings that stood differently stand so again, what fails changes none."""
    both = found(folder).filter(pl.col("rule") == "T4.TOTAL", pl.col("year") == 2023)
    assert both.height > 1
    decide(folder, both.head(1), DISMISSED)
    app = open_at(PAGE, folder, finding_rule="T4.TOTAL", year="2023")
    app.checkbox[0].check()
    app = press(app, "all 0", "确认")
    with monkeypatch.context() as patched:
        patched.setattr("etl.deciding.store._RESTORE", "INSERT INTO nowhere VALUES (?, ?, ?)")
        app = app.button(key="undo list").click().run()
    assert any("没有写入" in note.value for note in app.error)
    assert set(decisions_in_force(folder)["decision"]) == {"confirmed"}
    app.button(key="undo list").click().run()
    assert sorted(decisions_in_force(folder)["decision"]) == ["dismissed", *["reopened"] * (both.height - 1)]


def test_what_somebody_decides_while_a_step_is_undone_stays(
    open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects a colleague who is quicker by a second from an undo that was pressed before he decided."""
    finding = found(folder).head(1)
    name = finding["finding_id"][0]
    app = press(open_at(PAGE, folder, finding=name), f"one {name} 0", "确认")

    def late(*about: Any) -> None:  # noqa: ANN401  # passed on
        decide(folder, finding, DISMISSED)
        undo(*about)

    monkeypatch.setattr("pages.parts.deciding.writing.undo", late)
    app = app.button(key=f"undo {name}").click().run()
    assert says.SEEN_CHANGED.zh in written(app)
    assert decisions_in_force(folder)["decision"].to_list() == ["dismissed"]


def test_nobody_undoes_what_somebody_else_decided_since(open_at: Opener, folder: Path) -> None:
    """Protects a colleague's decision from being undone by whoever decided before."""
    finding = found(folder).head(1)
    name = finding["finding_id"][0]
    app = press(open_at(PAGE, folder, finding=name), f"one {name} 0", "确认")
    decide(folder, finding, DISMISSED)
    app = app.button(key=f"undo {name}").click().run()
    assert says.SEEN_CHANGED.zh in written(app)
    assert decisions_in_force(folder)["decision"].to_list() == ["dismissed"]


def test_a_decision_made_while_the_page_is_drawn_is_not_overwritten(
    open_at: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects a colleague who is quicker by a second: what the page read at its start is not what is in force now."""
    finding = found(folder).head(1)
    name = finding["finding_id"][0]
    app = open_at(PAGE, folder, finding=name)

    def late(*about: Any) -> int:  # noqa: ANN401  # passed on
        decide(folder, finding, DISMISSED)
        return decide(*about)

    monkeypatch.setattr("pages.parts.deciding.writing.decide", late)
    app = press(app, f"one {name} 0", "确认")
    assert says.SEEN_CHANGED.zh in written(app)
    assert decisions_in_force(folder)["decision"].to_list() == ["dismissed"]
