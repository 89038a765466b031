"""Decisions beside those of others: nobody overwrites what he has not seen, and undoing keeps who decided."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.deciding import SeenOtherError, Verdict, decide, history, undo
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, OPEN, OUTDATED
from tests.conftest import ROOT
from tests.unit.test_deciding import CONFIRM, DISMISS, REOPEN, Finding, findings, standings


def test_what_somebody_else_decided_since_it_was_seen_is_not_overwritten(tmp_path: Path) -> None:
    """Protects a decision that nobody saw: whoever saw an older one, or none, writes nothing, about no finding."""
    decide(tmp_path, findings(Finding()), DISMISS)
    for seen in ({"f1": None, "f2": None}, {"f1": 99, "f2": None}):
        with pytest.raises(SeenOtherError):
            decide(tmp_path, findings(Finding(), Finding("f2")), CONFIRM, seen=seen)
    assert standings(tmp_path, Finding(), Finding("f2")) == {"f1": DISMISSED, "f2": OPEN}
    assert decide(tmp_path, findings(Finding(), Finding("f2")), CONFIRM, seen={"f1": 1, "f2": None}) == 2


def test_a_decision_made_under_an_older_id_counts_as_seen(tmp_path: Path) -> None:
    """Protects a finding whose agency got another id: its decision was seen under the id of then."""
    decide(tmp_path, findings(Finding()), DISMISS)
    placed = findings(Finding("g1", agency_id="a2"))
    with pytest.raises(SeenOtherError):
        decide(tmp_path, placed, CONFIRM, seen={"g1": None})
    assert decide(tmp_path, placed, CONFIRM, seen={"g1": 1}) == 1


def test_of_two_who_saw_the_same_only_the_first_decides(tmp_path: Path) -> None:
    """Protects against a race: the look at what was seen and the writing are one step, however many press at once."""
    race = (
        "import sys; from pathlib import Path; from etl.deciding import SeenOtherError, Verdict, decide\n"
        "from tests.unit.test_deciding import Finding, findings\n"
        "folder, made = Path(sys.argv[1]), Verdict('confirmed', '', sys.argv[2])\n"
        "try: decide(folder, findings(Finding()), made, seen={'f1': None})\n"
        "except SeenOtherError: print('refused')"
    )
    commands = [[sys.executable, "-c", race, str(tmp_path), name] for name in "甲乙丙"]
    racers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) for command in commands]
    assert sorted(racer.communicate()[0].strip() for racer in racers) == [b"", b"refused", b"refused"]
    assert len(history(tmp_path)) == 1


def test_undoing_keeps_who_decided_and_who_restored_apart(tmp_path: Path) -> None:
    """Protects authorship: who undoes a dismissal does not become the one who confirmed, nor does the time change."""
    then = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    decide(tmp_path, findings(Finding()), Verdict(CONFIRMED, "核对过原件", "张三"), then)
    decide(tmp_path, findings(Finding(), Finding("f2")), DISMISS)
    undo(tmp_path, findings(Finding(), Finding("f2")), {"f1": 1, "f2": None}, {"f1": 2, "f2": 3}, REOPEN)
    assert standings(tmp_path, Finding(), Finding("f2")) == {"f1": CONFIRMED, "f2": OPEN}
    last = history(tmp_path, "f1").row(-1, named=True)
    assert (last["decided_by"], last["reason"], last["decided_at"]) == ("张三", "核对过原件", then.replace(tzinfo=None))
    assert last["restored_by"] == "李四"
    assert last["restored_at"] > last["decided_at"]
    assert history(tmp_path)["restored_by"].null_count() == 4


def test_undoing_restores_what_was_outdated_as_outdated(tmp_path: Path) -> None:
    """Protects the first decision and its grounds: what was decided on other numbers is so again, not open."""
    decide(tmp_path, findings(Finding(left=1)), CONFIRM)
    decide(tmp_path, findings(Finding()), DISMISS)
    undo(tmp_path, findings(Finding()), {"f1": 1}, {"f1": 2}, REOPEN)
    assert standings(tmp_path, Finding()) == {"f1": OUTDATED}


def test_undoing_is_refused_once_somebody_decided_since(tmp_path: Path) -> None:
    """Protects a later decision from an undo, and the other findings of the step from half of one."""
    decide(tmp_path, findings(Finding(), Finding("f2")), CONFIRM)
    decide(tmp_path, findings(Finding("f2")), DISMISS)
    with pytest.raises(SeenOtherError):
        undo(tmp_path, findings(Finding(), Finding("f2")), {"f1": None, "f2": None}, {"f1": 1, "f2": 2}, REOPEN)
    assert standings(tmp_path, Finding(), Finding("f2")) == {"f1": CONFIRMED, "f2": DISMISSED}


def test_decisions_of_an_older_program_are_read_and_added_to(tmp_path: Path) -> None:
    """Protects what was decided before restoring was kept apart: read as it is, and still added to."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    with closing(sqlite3.connect(tmp_path / "decisions.sqlite", isolation_level=None)) as connection:
        for name in ("restored_by", "restored_at"):
            connection.execute(f"ALTER TABLE decisions DROP COLUMN {name}")
        connection.execute("PRAGMA user_version = 1")
    assert standings(tmp_path, Finding()) == {"f1": CONFIRMED}
    decide(tmp_path, findings(Finding()), DISMISS, seen={"f1": 1})
    undo(tmp_path, findings(Finding()), {"f1": 1}, {"f1": 2}, REOPEN)
    assert history(tmp_path)["restored_by"].to_list() == [None, None, "李四"]
    assert standings(tmp_path, Finding()) == {"f1": CONFIRMED}
