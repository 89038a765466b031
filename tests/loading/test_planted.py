"""What the demo hides is found, and hardly anything else is: the answer sheet against the findings, both ways."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from etl.demo.corpus import write_corpus
from etl.demo.roles import ROLES
from tests.loads import frame, loaded

REPORTS = 420
FOLLOWED = "XY.JUMP"
"""Numbers that surge or are changed are far from those of the years beside them, which nobody writes down."""


@dataclass(frozen=True, slots=True)
class Demo:
    """The findings of a loaded demo, each with agency and path, and all rows of its answer sheet."""

    findings: pl.DataFrame
    answers: list[dict[str, str]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo that is written, loaded and asked for its findings."""
    folder: Path = tmp_path_factory.mktemp("demo")
    corpus = write_corpus(folder / "reports", REPORTS, seed=1)
    loaded(folder / "data", corpus.folder)
    query = """
        SELECT rule, severity, state, cells, message, agencies.name AS agency, agencies.region_code, path
        FROM findings JOIN reports USING (report_id) JOIN agencies USING (agency_id)
        JOIN documents ON documents.report_id = reports.report_id AND outcome = 'loaded'
    """
    with corpus.answer_sheet.open(encoding="utf-8-sig", newline="") as file:
        return Demo(frame(folder / "data", query), list(csv.DictReader(file)))


def test_every_planted_error_is_found(demo: Demo) -> None:
    """Protects the promise of the demo and the rules in one: agency, year, rule and, where one is named, the cell."""
    wanted = [answer for answer in demo.answers if answer["rule"]]
    assert {role.kind for role in ROLES} <= {answer["kind"] for answer in demo.answers}
    assert len({answer["rule"] for answer in wanted}) >= 30
    assert not [answer for answer in wanted if not _is_found(answer, demo.findings)]


def _is_found(answer: dict[str, str], findings: pl.DataFrame) -> bool:
    mine = findings.filter((pl.col("agency") == answer["agency"]) & (pl.col("rule") == answer["rule"]))
    if answer["rule"] == "COVERAGE":
        return mine["message"].str.starts_with(f"{answer['year']} 年度").any()
    texts = mine.filter(pl.col("path").str.ends_with(answer["path"]))["cells"].to_list()
    named = f'"table":"{answer["table_name"]}","item":"{answer["item"]}","measure":"{answer["measure"]}"'
    return any(named in text for text in texts) if answer["item"] and answer["rule"] != "DUPLICATE" else bool(texts)


def test_hardly_anything_is_found_that_nobody_planted(demo: Demo) -> None:
    """Protects against false alarms: errors and warnings stand only where the answer sheet has them."""
    planted = {(answer["path"], answer["rule"]) for answer in demo.answers}
    planted |= {(answer["agency"], answer["rule"]) for answer in demo.answers if answer["rule"] == "COVERAGE"}
    grave = demo.findings.filter((pl.col("severity") != "info") & (pl.col("rule") != FOLLOWED))
    known = {path for path, _ in planted if path}
    unplanted = [
        row
        for row in grave.iter_rows(named=True)
        if not {(_answered(row["path"], known), row["rule"]), (row["agency"], row["rule"])} & planted
    ]
    assert not unplanted


def _answered(path: str, known: set[str]) -> str:
    """The path as the answer sheet has it."""
    return next((one for one in known if path.endswith(one)), "")


def test_numbers_are_far_from_last_year_only_where_they_surge_or_were_changed(demo: Demo) -> None:
    """Protects against jumps by accident: what is far from last year is on the answer sheet."""
    told = {answer["agency"] for answer in demo.answers if answer["item"] or answer["kind"].startswith("outlier")}
    told |= {answer["agency"] for answer in demo.answers if answer["kind"] == "identical_numbers"}
    assert set(demo.findings.filter(pl.col("rule") == FOLLOWED, pl.col("state") == "fail")["agency"]) <= told


def test_no_rule_of_weight_fires_in_every_tenth_report(demo: Demo) -> None:
    """Protects the first impression: a rule that fires everywhere tells of the demo, not of the agencies."""
    grave = demo.findings.filter(pl.col("severity") != "info").unique(["rule", "path"])
    assert max(Counter(grave["rule"]).values()) < REPORTS / 10


def test_a_government_is_judged_as_its_bodies_allow(demo: Demo) -> None:
    """Protects the rule about levels: sums that differ fail, those that lack a body or a number are uncertain."""
    states = {
        "not_the_sum": "fail",
        "sum_differs": "fail",
        "sum_incomplete": "uncertain",
        "sum_unreadable": "uncertain",
    }
    mine = [answer for answer in demo.answers if answer["kind"] in states]
    assert {answer["kind"] for answer in mine} == states.keys()
    rollups = demo.findings.filter(pl.col("rule") == "ROLLUP")
    for answer in mine:
        found = rollups.filter(pl.col("path").str.ends_with(answer["path"]), pl.col("state") == states[answer["kind"]])
        assert len(found), answer
