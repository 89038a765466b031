"""Decisions last: after rebuilds, after reading everything again, under a new version of the reader."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from etl import pipeline
from etl.deciding import Verdict, decide, decisions_in_force, fixed, history, standing
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, OPEN, OUTDATED
from etl.warehouse.published_rows import findings
from tests.loads import RECEIVED, a_corpus, a_file, loaded

DECIDED = Verdict(DISMISSED, "原文如此", "张三")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Two reports with findings; half of the findings are decided on."""
    files = {"甲": a_file(cells={RECEIVED: "12"}), "乙": a_file("霁川市教育局", cells={RECEIVED: "1O"})}
    data = tmp_path / "data"
    loaded(data, a_corpus(tmp_path / "in", files))
    found = findings(data)
    assert len(found) > 3
    decide(data, found.gather_every(2), DECIDED)
    decide(data, found.gather_every(4), Verdict(CONFIRMED, "", "李四"))
    return data


def standings(data_dir: Path) -> Mapping[str, str]:
    """How each finding of the published build stands; none of those decided on is lost."""
    present, decisions = findings(data_dir), decisions_in_force(data_dir)
    assert fixed(present, decisions).is_empty()
    return dict(standing(present, decisions).select("finding_id", "standing").iter_rows())


def rebuilt(data_dir: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """The published build replaced by a new one, as a change of the program would."""
    monkeypatch.setattr(pipeline, "code_version", lambda: f"code-{number}")
    assert loaded(data_dir).is_new


def test_decisions_survive_twenty_rebuilds(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the work of whoever decided: the same after every build, and the record is not touched by any."""
    before, record = standings(data_dir), (data_dir / "decisions.sqlite").read_bytes()
    assert {OPEN, CONFIRMED, DISMISSED} == set(before.values())
    for number in range(20):
        rebuilt(data_dir, monkeypatch, number)
        assert standings(data_dir) == before
    assert (data_dir / "decisions.sqlite").read_bytes() == record


def test_decisions_survive_reading_everything_again(data_dir: Path) -> None:
    """Protects decisions from a warehouse that was deleted: builds and readings are made anew from the originals."""
    before = standings(data_dir)
    shutil.rmtree(data_dir / "warehouse")
    assert loaded(data_dir).read == 2
    assert standings(data_dir) == before


def test_decisions_survive_a_new_version_of_the_reader(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects decisions from a better reader: everything is read again, what reads the same stays decided."""
    before = standings(data_dir)
    monkeypatch.setattr(pipeline, "reader_version", lambda: "another")
    monkeypatch.setattr(pipeline, "code_version", lambda: "another")
    assert loaded(data_dir).read == 2
    assert standings(data_dir) == before


def test_a_region_that_is_resolved_later_keeps_the_decisions(tmp_path: Path) -> None:
    """Protects decisions from an agency that gets its region, and with it another id: its findings stay decided."""
    data, folder = tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file("商务局", cells={RECEIVED: "12"})})
    loaded(data, folder)
    decide(data, findings(data).filter(rule="T3.APPLICANTS"), DECIDED)
    ids = set(findings(data)["finding_id"])
    (folder / "manifest.csv").write_text("path,agency,region_code,year\n甲.docx,,990100,\n", "utf-8")
    loaded(data, folder)
    assert not ids & set(findings(data)["finding_id"])
    stands = standing(findings(data), decisions_in_force(data)).filter(rule="T3.APPLICANTS")
    assert stands["standing"].to_list() == [DISMISSED]
    assert fixed(findings(data), decisions_in_force(data)).is_empty()


def test_a_new_version_with_other_numbers_makes_a_decision_outdated(data_dir: Path, tmp_path: Path) -> None:
    """Protects against a decision that applies in silence: the same fault with other numbers must be looked at."""
    decide(data_dir, findings(data_dir).filter(rule="T3.APPLICANTS", state="fail"), DECIDED)
    loaded(data_dir, a_corpus(tmp_path / "new", {"甲": a_file(cells={RECEIVED: "13"}, problems="更正后的版本。")}))
    stands = standing(findings(data_dir), decisions_in_force(data_dir))
    assert stands.filter(rule="T3.APPLICANTS", state="fail")["standing"].to_list() == [OUTDATED]
    assert len(history(data_dir)) > len(decisions_in_force(data_dir))
