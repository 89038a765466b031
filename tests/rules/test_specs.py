"""Every rule does on its examples what the examples say, and every rule has examples."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from etl.checking.across import JUDGES_ACROSS, check_across
from etl.checking.around import Around
from etl.checking.check import JUDGES, check
from etl.checking.finding import Checked
from etl.checking.texts import JUDGES_OF_TEXTS
from etl.vocabulary.form import TABLES
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, RULE_BY_NAME, RULES, UNCERTAIN
from tests.rules.shards import Sheet, frames, laid_out
from tests.rules.specs import SPECS, Spec
from tests.rules.specs_across import SPECS_ACROSS, SpecAcross
from tests.rules.specs_texts import SPECS_OF_TEXTS

COLUMN_OF_STATE = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}
LIMITS = {
    "year": pl.Int32,
    "region_level": pl.String,
    "kind": pl.String,
    "one_row": pl.Boolean,
    "limit": pl.Float64,
    "peers": pl.UInt32,
}
SPEC_CASES = [pytest.param(spec, id=f"{spec.rule} {spec.says}") for spec in SPECS]


@pytest.mark.parametrize("spec", SPEC_CASES)
def test_example_leads_to_its_state(spec: Spec) -> None:
    """Protects each rule: the example's state is counted, and becomes a finding only when it failed or is uncertain."""
    checked = check(laid_out(*frames([spec.sheet()])))
    findings = checked.findings.filter(pl.col("rule") == spec.rule)
    tally = checked.judgements.filter(pl.col("rule") == spec.rule).to_dicts()[0]
    assert tally[COLUMN_OF_STATE[spec.state]] > 0, tally
    expected = {spec.state} & {FAIL, UNCERTAIN}
    assert set(findings.get_column("state")) == expected
    if spec.state == PASSED:
        assert tally["failed"] == tally["uncertain"] == 0
    assert not expected or any(spec.message in text for text in findings.get_column("message")), findings["message"]


@pytest.mark.parametrize("spec", [pytest.param(spec, id=f"{spec.rule} {spec.says}") for spec in SPECS_ACROSS])
def test_example_of_several_reports_leads_to_its_state(spec: SpecAcross) -> None:
    """Protects each rule about several reports: the first report is judged as the example says, with its words."""
    checked = across(spec.reports, spec.limits)
    of_first = (pl.col("report_id") == "report0") & (pl.col("rule") == spec.rule)
    findings, tally = checked.findings.filter(of_first), checked.judgements.filter(of_first).to_dicts()[0]
    assert tally[COLUMN_OF_STATE[spec.state]] > 0, tally
    expected = {spec.state} & {FAIL, UNCERTAIN}
    assert set(findings.get_column("state")) == expected, findings["message"]
    if not expected:
        assert tally["failed"] == tally["uncertain"] == 0
    assert not expected or any(spec.message in text for text in findings.get_column("message")), findings["message"]


def across(sheets: Sequence[Sheet], limits: Mapping[str, Any] | None = None) -> Checked:
    """The sheets, numbered as they stand, checked beside each other."""
    shard = frames([replace(sheet, number=at) for at, sheet in enumerate(sheets)])
    return check_across(Around(laid_out(*shard), shard[-1], pl.DataFrame([limits] if limits else [], schema=LIMITS)))


def test_every_rule_has_a_judge_and_every_judge_a_rule() -> None:
    """Protects against a rule that is declared and never judged, and a judge nobody declared."""
    assert JUDGES.keys() | JUDGES_ACROSS.keys() | JUDGES_OF_TEXTS.keys() == RULE_BY_NAME.keys()
    assert not JUDGES.keys() & JUDGES_ACROSS.keys()
    assert len(RULE_BY_NAME) == len(RULES)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_is_shown_passing_and_not_passing(rule: str) -> None:
    """Protects the manual: a rule without an example of both sides explains nothing."""
    every: Sequence[Any] = (*SPECS, *SPECS_ACROSS, *SPECS_OF_TEXTS)
    states = {spec.state for spec in every if spec.rule == rule}
    assert PASSED in states
    assert states & {FAIL, UNCERTAIN}
    assert NOT_ASSESSABLE in states or not set(RULE_BY_NAME[rule].tables) or rule == "LEFT_OVER"


def test_a_finding_carries_both_sides_their_numbers_and_their_cells() -> None:
    """Protects the evidence of a broken sum: left, right, difference, and every cell with its place."""
    spec = next(spec for spec in SPECS if spec.rule == "T4.TOTAL" and spec.state == FAIL)
    finding = check(laid_out(*frames([spec.sheet()]))).findings.filter(pl.col("rule") == "T4.TOTAL").to_dicts()[0]
    assert (finding["left_value"], finding["right_value"], finding["delta"]) == (4.0, 5.0, -1.0)
    cells = json.loads(finding["cells"])
    assert {cell["measure"] for cell in cells} == {"total", "upheld", "corrected", "other", "pending"}
    assert all(cell["table"] == "reviews" and cell["place"].startswith("t1.r") for cell in cells)
    assert finding["severity"] == "error"


def test_rules_speak_of_tables_that_exist_and_in_both_languages() -> None:
    """Protects the words of a rule: every sentence is there in Chinese and in English."""
    for rule in RULES:
        assert set(rule.tables) <= set(TABLES)
        for text in (
            rule.definition,
            rule.definition_en,
            rule.expression,
            rule.expression_en,
            rule.label_zh,
            rule.label_en,
        ):
            assert text, rule.name
        assert bool(rule.uncertain_when) == bool(rule.uncertain_when_en)
