"""Decisions about findings: the last one is in force, numbers that change make it outdated, one file holds all."""

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.deciding import Verdict, decide, decisions_in_force, fixed, history, standing
from etl.deciding.shapes import SEEN
from etl.deciding.store import DecisionsError
from etl.errors import UsageError
from etl.vocabulary.decisions import CONFIRMED, DECISIONS, DISMISSED, FIXED, OPEN, OUTDATED, REOPENED
from tests.conftest import ROOT

CONFIRM, REOPEN = Verdict(CONFIRMED, "", "张三"), Verdict(REOPENED, "", "李四")
DISMISS = Verdict(DISMISSED, "原文如此", "李四")


@dataclass(frozen=True)
class Finding:
    """One finding for a test, of a balance that does not hold."""

    finding_id: str = "f1"
    left: int = 15
    right: int = 14
    state: str = "fail"
    agency_id: str = "a1"
    cells: str = '[{"table":"requests","item":"received","measure":"total","place":"t3.r5.c2"}]'
    says: str = "不成立"
    document_id: str = "d1"

    def row(self) -> dict[str, object]:
        """Its columns."""
        told = f"新收 {self.left} ≠ 办结 {self.right}"
        numbers = {"left_value": self.left, "right_value": self.right, "delta": self.left - self.right}
        texts = {"expression": told, "message": f"{self.says}，{told}", "expression_en": told, "message_en": told}
        own = {name: getattr(self, name) for name in ("finding_id", "agency_id", "document_id", "state", "cells")}
        return {**dict.fromkeys(SEEN, "x"), "region_code": None, "year": 2023, **numbers, **texts, **own}


def findings(*given: Finding) -> pl.DataFrame:
    """Findings as the warehouse hands them over."""
    return pl.DataFrame([one.row() for one in given], schema=SEEN)


def standings(data_dir: Path, *given: Finding) -> dict[str, str]:
    """How findings stand, those that are gone included."""
    present, decisions = findings(*given), decisions_in_force(data_dir)
    every = pl.concat([standing(present, decisions), fixed(present, decisions)])
    return dict(every.select("finding_id", "standing").iter_rows())


def test_without_a_decision_every_finding_is_open_and_nothing_is_written(tmp_path: Path) -> None:
    """Protects looking from writing: asking leaves no file behind."""
    assert standings(tmp_path, Finding()) == {"f1": OPEN}
    assert history(tmp_path).is_empty()
    assert not list(tmp_path.iterdir())


def test_who_decided_what_when_and_why_is_told(tmp_path: Path) -> None:
    """Protects responsibility: name, time in UTC, reason and the numbers decided on stand beside the finding."""
    now = datetime(2026, 3, 4, 5, 6, 7, 89, tzinfo=UTC)
    assert decide(tmp_path, findings(Finding(), Finding("f2")), DISMISS, now) == 2
    one = standing(findings(Finding()), decisions_in_force(tmp_path)).row(0, named=True)
    told = {name: one[name] for name in ("standing", "decision", "reason", "decided_by", "decided_at")}
    assert told == {
        "standing": DISMISSED,
        "decision": DISMISSED,
        "reason": "原文如此",
        "decided_by": "李四",
        "decided_at": now.replace(tzinfo=None),
    }
    assert one["decided_on"] == one["message"]
    kept = history(tmp_path, "f1").row(0, named=True)
    assert (kept["left_value"], kept["right_value"], kept["delta"]) == (15.0, 14.0, 1.0)
    assert len(history(tmp_path)) == 2


@pytest.mark.parametrize(
    "verdict", [Verdict(DISMISSED, " ", "李四"), Verdict(CONFIRMED, "", " "), Verdict(FIXED, "", "李四")]
)
def test_a_verdict_that_is_not_whole_is_refused(tmp_path: Path, verdict: Verdict) -> None:
    """Protects the record: no dismissal without a reason, no decision without a name, none that nobody can make."""
    with pytest.raises(UsageError):
        decide(tmp_path, findings(Finding()), verdict)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "changed",
    [Finding(left=16), Finding(right=13), Finding(left=16, right=15), Finding(state="uncertain")],
    ids=["left", "right", "both", "state"],
)
def test_a_decision_on_other_numbers_is_outdated(tmp_path: Path, changed: Finding) -> None:
    """Protects against a decision that applies in silence to what nobody has looked at."""
    decide(tmp_path, findings(Finding()), DISMISS)
    assert standings(tmp_path, changed) == {"f1": OUTDATED}
    one = standing(findings(changed), decisions_in_force(tmp_path)).row(0, named=True)
    assert one["decided_on"] == "不成立，新收 15 ≠ 办结 14"
    decide(tmp_path, findings(changed), DISMISS)
    assert standings(tmp_path, changed) == {"f1": DISMISSED}


def test_operands_that_change_and_leave_the_sums_alike_make_it_outdated(tmp_path: Path) -> None:
    """Protects against two cells that change against each other: the printed numbers count, not only both sums."""
    before = findings(Finding()).with_columns(expression=pl.lit("12 + 3 ≠ 14"))
    after = before.with_columns(expression=pl.lit("11 + 4 ≠ 14"))
    decide(tmp_path, before, CONFIRM)
    assert standing(after, decisions_in_force(tmp_path))["standing"].to_list() == [OUTDATED]


def test_another_wording_or_place_changes_nothing(tmp_path: Path) -> None:
    """Protects decisions from a new version of the program that words its sentences better or reads another layout."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    moved = Finding(cells=Finding().cells.replace("t3.r5.c2", "t1.r9.c9"), says="两边对不上")
    assert standings(tmp_path, moved) == {"f1": CONFIRMED}


def test_a_decision_follows_the_finding_of_an_agency_that_got_another_id(tmp_path: Path) -> None:
    """Protects decisions from a region or name that is corrected or read better: same document, rule and cells."""
    decide(tmp_path, findings(Finding()), DISMISS)
    placed = Finding("g1", agency_id="a2", cells=Finding().cells.replace("t3.r5.c2", "t1.r9.c9"))
    assert standings(tmp_path, placed) == {"g1": DISMISSED}
    assert standings(tmp_path, replace(placed, left=99)) == {"g1": OUTDATED}
    other = Finding("g2", agency_id="a2", cells=Finding().cells.replace("total", "natural_person"))
    assert standings(tmp_path, other) == {"g2": OPEN, "f1": FIXED}
    decide(tmp_path, findings(placed), REOPEN)
    assert standings(tmp_path, placed) == {"g1": OPEN}


def test_a_decision_on_a_sentence_follows_although_its_words_have_a_place_now(tmp_path: Path) -> None:
    """Protects decisions of builds that did not say where in the sentence the words stand, nor had it there."""
    said = '[{"table": null, "place": "%s", "section": "overview", "sentence": "办结12件。", "words": "12件"%s}]'
    decide(tmp_path, findings(Finding(cells=said % ("p4", ""))), DISMISS)
    placed = Finding("g1", agency_id="a2", cells=said % ("p9", ', "start": 2, "end": 5'))
    assert standings(tmp_path, placed) == {"g1": DISMISSED}


def test_what_is_gone_is_fixed_and_comes_back_as_it_was_decided(tmp_path: Path) -> None:
    """Protects the life of a finding: gone with a new version it is told as fixed, with what was decided on it."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    assert standings(tmp_path) == {"f1": FIXED}
    gone = fixed(findings(), decisions_in_force(tmp_path)).row(0, named=True)
    assert (gone["decision"], gone["year"], gone["decided_by"]) == (CONFIRMED, 2023, "张三")
    assert standings(tmp_path, Finding()) == {"f1": CONFIRMED}


IDS = ("f1", "f2", "f3")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.sets(st.sampled_from(IDS), min_size=1), st.sampled_from(DECISIONS)),
        st.tuples(st.just("rebuild"), st.dictionaries(st.sampled_from(IDS), st.integers(0, 2)), st.none()),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_after_any_steps_the_last_decision_counts_and_only_on_its_numbers(
    steps: Sequence[tuple[str, object, object]],
) -> None:
    """Protects the whole life of findings: whatever is decided and rebuilt in whatever order, a simple count agrees."""
    present, last = dict.fromkeys(IDS, 0), dict[str, tuple[str, int]]()
    with TemporaryDirectory() as folder:
        for what, about, decision in steps:
            if what == "rebuild":
                assert isinstance(about, dict)
                present = about
            else:
                assert isinstance(about, set)
                now = [Finding(one, left=present[one], document_id=one) for one in sorted(about & present.keys())]
                name = getattr(decision, "name", "")
                decide(Path(folder), findings(*now), Verdict(name, "理由", "张三"))
                last |= {one.finding_id: (name, one.left) for one in now}
            expected = {one: _expected(last.get(one), number) for one, number in present.items()}
            expected |= dict.fromkeys(last.keys() - present.keys(), FIXED)
            shown = [Finding(one, left=number, document_id=one) for one, number in present.items()]
            assert standings(Path(folder), *shown) == expected


def _expected(decided: tuple[str, int] | None, number: int) -> str:
    if decided is None or decided[0] == REOPENED:
        return OPEN
    return decided[0] if decided[1] == number else OUTDATED


def test_decisions_are_only_added_to(tmp_path: Path) -> None:
    """Protects the record of who decided: neither a change nor a deletion is possible, not even by hand."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    connection = sqlite3.connect(tmp_path / "decisions.sqlite")
    for statement in ("UPDATE decisions SET decided_by = '王五'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            connection.execute(statement)
    connection.close()


def test_many_are_decided_in_one_step_or_none(tmp_path: Path) -> None:
    """Protects against half a decision: when one of many cannot be kept, none is."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    with pytest.raises(DecisionsError):
        decide(tmp_path, findings(Finding("f2"), Finding("")), CONFIRM)
    assert standings(tmp_path, Finding(), Finding("f2")) == {"f1": CONFIRMED, "f2": OPEN}


def test_a_copy_of_the_one_file_is_a_backup(tmp_path: Path) -> None:
    """Protects backups: beside the file lies nothing that belongs to it, and a copy says the same."""
    decide(tmp_path / "data", findings(Finding(), Finding("f2")), CONFIRM)
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["decisions.sqlite"]
    (tmp_path / "copy").mkdir()
    shutil.copy(tmp_path / "data" / "decisions.sqlite", tmp_path / "copy")
    decide(tmp_path / "data", findings(Finding()), REOPEN)
    assert standings(tmp_path / "copy", Finding()) == {"f1": CONFIRMED, "f2": FIXED}


def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path: Path) -> None:
    """Protects the user from a traceback, and what was decided from being taken for nothing."""
    (tmp_path / "decisions.sqlite").write_text("不是数据库" * 500, "utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.sqlite"):
        decisions_in_force(tmp_path)


def test_decisions_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    """Protects decisions from an older program that does not know their tables."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    with sqlite3.connect(tmp_path / "decisions.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DecisionsError, match="newer"):
        decide(tmp_path, findings(Finding()), CONFIRM)


WRITER = """
import sys
from pathlib import Path
from etl.deciding import Verdict, decide
from tests.unit.test_deciding import Finding, findings
folder, name = sys.argv[1:]
for number in range(15):
    four = findings(*(Finding(f"{name}-{number}-{k}") for k in range(4)))
    decide(Path(folder), four, Verdict("confirmed", "", name))
"""


def test_two_who_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Protects two people at two screens: nobody's decision is lost, none is mixed into another's step."""
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=ROOT) for name in "甲乙丙"]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    made = history(tmp_path)
    assert len(made) == 3 * 15 * 4
    steps = made.sort("number")["decided_by"].to_list()
    assert all(len(set(steps[at : at + 4])) == 1 for at in range(0, len(steps), 4))


def test_a_writer_waits_for_one_who_is_slow(tmp_path: Path) -> None:
    """Protects the second writer from an error while the first is still at it."""
    decide(tmp_path, findings(Finding()), CONFIRM)
    slow = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
        "c.execute('BEGIN IMMEDIATE'); print('has it', flush=True); time.sleep(1.5); c.execute('COMMIT')"
    )
    command = [sys.executable, "-c", slow, str(tmp_path / "decisions.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"has it\n"
        start = time.monotonic()
        decide(tmp_path, findings(Finding()), REOPEN)
        assert time.monotonic() - start > 0.5
    assert standings(tmp_path, Finding()) == {"f1": OPEN}
