"""What the demo hides is found: every row of the answer sheet that names a rule has its finding in the warehouse."""

import csv
from pathlib import Path

import polars as pl
import pytest

from etl.demo.corpus import write_corpus
from tests.loads import frame, loaded


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[pl.DataFrame, list[dict[str, str]]]:
    """The findings of a loaded demo, each with agency and path, and the rows of its answer sheet that name a rule."""
    folder: Path = tmp_path_factory.mktemp("demo")
    corpus = write_corpus(folder / "reports", 350, seed=1)
    loaded(folder / "data", corpus.folder)
    query = """
        SELECT rule, state, cells, message, agencies.name AS agency, path
        FROM findings JOIN reports USING (report_id) JOIN agencies USING (agency_id)
        JOIN documents ON documents.report_id = reports.report_id AND outcome = 'loaded'
    """
    with corpus.answer_sheet.open(encoding="utf-8-sig", newline="") as file:
        answers = [row for row in csv.DictReader(file) if row["rule"]]
    return frame(folder / "data", query), answers


def test_every_planted_error_is_found(demo: tuple[pl.DataFrame, list[dict[str, str]]]) -> None:
    """Protects the promise of the demo and the rules in one: agency, year, rule and, where one is named, the cell."""
    findings, answers = demo
    assert len({answer["rule"] for answer in answers}) > 10
    assert not [answer for answer in answers if not _is_found(answer, findings)]


def _is_found(answer: dict[str, str], findings: pl.DataFrame) -> bool:
    mine = findings.filter((pl.col("agency") == answer["agency"]) & (pl.col("rule") == answer["rule"]))
    if answer["rule"] == "COVERAGE":
        return mine["message"].str.starts_with(f"{answer['year']} 年度").any()
    texts = mine.filter(pl.col("path").str.ends_with(answer["path"]))["cells"].to_list()
    named = f'"table":"{answer["table_name"]}","item":"{answer["item"]}","measure":"{answer["measure"]}"'
    return any(named in text for text in texts) if answer["item"] and answer["rule"] != "DUPLICATE" else bool(texts)


def test_no_sum_fails_that_nobody_broke(demo: tuple[pl.DataFrame, list[dict[str, str]]]) -> None:
    """Protects against false alarms: findings of severity error stand only in reports something was planted in."""
    findings, answers = demo
    broken = findings.filter((pl.col("state") == "fail") & pl.col("rule").str.contains(r"^(T3\.|T4\.|T2\.|XY\.[CI])"))
    planted = {(answer["agency"], answer["rule"]) for answer in answers}
    echoes = {(agency, rule) for agency, _ in planted for rule in ("T3.APPLICANTS", "T3.BALANCE", "T3.OUTCOMES")}
    echoes |= {(agency, "XY.CARRY") for agency, _ in planted}
    assert not [row for row in broken.select("agency", "rule", "message").rows() if row[:2] not in planted | echoes]
