"""Every rule about texts does on its examples what they say; findings carry their sentence and both sides."""

import json
import re
from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from etl.checking.finding import Checked
from etl.checking.names_told import may_name_others, other_names
from etl.checking.passages import lay_out_texts
from etl.checking.texts import JUDGES_OF_TEXTS, check_texts
from etl.checking.told import Part
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN
from etl.vocabulary.rules_of_texts import RULES_OF_TEXTS
from tests.rules.shards import frames, laid_out, numbered
from tests.rules.specs_texts import PLAIN, SPECS_OF_TEXTS, SpecOfText

COLUMN_OF_STATE = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}
EVERY_SPEC = [pytest.param(spec, id=f"{spec.rule} {spec.says}") for spec in SPECS_OF_TEXTS]


def judged(spec: SpecOfText) -> Checked:
    """The texts of an example checked."""
    return checked_texts(spec.sections(), *frames([spec.sheet()]))


def checked_texts(
    sections: pl.DataFrame, cells: pl.DataFrame, left_overs: pl.DataFrame, reports: pl.DataFrame
) -> Checked:
    """The sections of a shard checked beside its cells."""
    return check_texts(lay_out_texts(numbered(sections, reports), laid_out(cells, left_overs, reports)))


@pytest.mark.parametrize("spec", EVERY_SPEC)
def test_example_leads_to_its_state(spec: SpecOfText) -> None:
    """Protects each rule about texts: the example's state is counted, and becomes a finding only when it should."""
    checked = judged(spec)
    findings = checked.findings.filter(pl.col("rule") == spec.rule)
    tally = checked.judgements.filter(pl.col("rule") == spec.rule).to_dicts()[0]
    assert tally[COLUMN_OF_STATE[spec.state]] > 0, tally
    expected = {spec.state} & {FAIL, UNCERTAIN}
    assert set(findings["state"]) == expected, findings["message"].to_list()
    assert not expected or any(spec.message in text for text in findings["message"]), findings["message"].to_list()


@pytest.mark.parametrize("spec", EVERY_SPEC)
def test_other_rules_stay_quiet_about_an_example(spec: SpecOfText) -> None:
    """Protects against one slip raising several alarms: only a part that is missing concerns more than one rule."""
    failed = set(judged(spec).findings.filter(state=FAIL)["rule"])
    assert failed <= {spec.rule, "TX.SECTIONS", "TX.PROBLEMS_EMPTY"}


def test_every_rule_of_texts_has_a_judge_and_examples_of_all_sides() -> None:
    """Protects the list of rules: each is judged, and shown passing, not passing and not assessable."""
    assert [rule.name for rule in RULES_OF_TEXTS] == list(JUDGES_OF_TEXTS)
    for rule in JUDGES_OF_TEXTS:
        states = {spec.state for spec in SPECS_OF_TEXTS if spec.rule == rule}
        assert states == {PASSED, FAIL, UNCERTAIN, NOT_ASSESSABLE}, rule


def test_a_finding_carries_sentence_place_and_both_sides() -> None:
    """Protects the way to the source: the sentence verbatim with section and number, the cells, both values."""
    spec = next(spec for spec in SPECS_OF_TEXTS if spec.says == "新收与表不一致")
    finding = judged(spec).findings.filter(rule="TX.COUNT").to_dicts()[0]
    assert (finding["left_value"], finding["right_value"], finding["delta"]) == (12.0, 10.0, 2.0)
    assert finding["severity"] == "warning"
    sentence, cell = json.loads(finding["cells"])
    assert (sentence["section"], sentence["position"], sentence["place"]) == ("overview", 2, "p2")
    assert sentence["sentence"] == "2023年新收政府信息公开申请12件。"
    assert sentence["words"] in sentence["sentence"]
    assert (cell["table"], cell["item"], cell["measure"]) == ("requests", "received", "total")
    assert cell["place"].startswith("t1.r")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2023年新收政府信息公开申请 12 件。", "新收政府信息公开申请 12 件"),
        ("　2023年 新收政府信息公开申请12件。", "新收政府信息公开申请12件"),
    ],
)
def test_the_words_that_are_meant_have_a_place_in_the_sentence_as_printed(text: str, meant: str) -> None:
    """Protects the mark from blanks within the words, or before them: places are those of the raw letters."""
    spec = next(spec for spec in SPECS_OF_TEXTS if spec.says == "新收与表不一致")
    finding = judged(replace(spec, texts={"overview": text})).findings.filter(rule="TX.COUNT").to_dicts()[0]
    quote = json.loads(finding["cells"])[0]
    assert quote["sentence"][quote["start"] : quote["end"]].endswith(meant)
    assert quote["words"] == "".join(quote["sentence"][quote["start"] : quote["end"]].split())


@pytest.mark.parametrize("spec", EVERY_SPEC)
def test_every_sentence_has_the_place_of_its_words(spec: SpecOfText) -> None:
    """Protects the mark of every rule: what stands at the place is what the finding means."""
    for finding in judged(spec).findings.to_dicts():
        for quote in (one for one in json.loads(finding["cells"]) if one.get("section")):
            assert "".join(quote["sentence"][quote["start"] : quote["end"]].split()) == quote["words"]


def test_a_sentence_is_numbered_in_its_section_whatever_stands_before() -> None:
    """Protects the way to the source: paragraphs that count nothing are skipped unread, and still counted."""
    text = "开头两句。没有数字。\n\n又一段。\n2023年工作有序。2023年新收政府信息公开申请12件。"
    spec = next(spec for spec in SPECS_OF_TEXTS if spec.says == "新收与表不一致")
    finding = judged(replace(spec, texts={"overview": text})).findings.filter(rule="TX.COUNT").to_dicts()[0]
    sentence = json.loads(finding["cells"])[0]
    assert (sentence["position"], sentence["sentence"]) == (5, "2023年新收政府信息公开申请12件。")


@pytest.mark.parametrize("spec", EVERY_SPEC)
def test_texts_of_findings_are_whole_in_both_languages(spec: SpecOfText) -> None:
    """Protects the reader: words of the form, no code names, nothing that a program prints for nothing."""
    for finding in judged(spec).findings.to_dicts():
        for zh in (finding["expression"], finding["message"]):
            assert zh
            assert not re.search(r"[a-z]{2,}|_|None", zh), zh
        for en in (finding["expression_en"], finding["message_en"]):
            assert en
            assert not re.search(r"[a-z]_[a-z]|None", en), en


def test_findings_keep_their_ids_when_the_layout_changes() -> None:
    """Protects decisions: a sentence in another place or section number is the same finding; no id stands twice."""
    for spec in SPECS_OF_TEXTS:
        shard = frames([spec.sheet()])
        moved = spec.sections().with_columns(pl.col("position") + 3, place=pl.lit("p99"))
        first, second = checked_texts(spec.sections(), *shard), checked_texts(moved, *shard)
        assert set(first.findings["finding_id"]) == set(second.findings["finding_id"])
        assert first.findings["finding_id"].n_unique() == first.findings.height


def test_texts_judged_together_are_judged_as_alone() -> None:
    """Protects shards: a report is judged the same alone and beside others, in whatever order they come."""
    specs = SPECS_OF_TEXTS[:12]
    alone = [judged(spec).findings.drop("report_id", "finding_id") for spec in specs]
    sheets = [replace(spec.sheet(), number=at) for at, spec in enumerate(specs)]
    sections = pl.concat(
        spec.sections().with_columns(document_id=pl.lit(sheets[at].document_id)) for at, spec in enumerate(specs)
    )
    together = checked_texts(sections.reverse(), *frames(sheets)).findings.sort("report_id", "rule", "message")
    for at, expected in enumerate(alone):
        mine = together.filter(report_id=f"report{at}").drop("report_id", "finding_id")
        assert mine.equals(expected.sort("rule", "message"))


def test_reports_of_no_known_year_or_agency_are_not_assessable() -> None:
    """Protects against comparing with what is not known."""
    spec = SpecOfText("TX.YEAR", "", {}, PASSED, about={"year": None, "agency": ""})
    tallies = {row["rule"]: row for row in judged(spec).judgements.to_dicts()}
    assert tallies["TX.YEAR"]["not_assessable"] == tallies["TX.NAME"]["not_assessable"] == 1
    assert judged(spec).findings.is_empty()


def test_an_empty_shard_has_no_findings() -> None:
    """Protects the pipeline: a shard of rejected documents only must not stop a load."""
    spec = SPECS_OF_TEXTS[0]
    empty = (frame.clear() for frame in frames([spec.sheet()]))
    checked = checked_texts(spec.sections().clear(), *empty)
    assert checked.findings.is_empty()
    assert checked.judgements.is_empty()


@pytest.mark.parametrize("spec", [spec for spec in SPECS_OF_TEXTS if spec.rule == "TX.NAME" and "" not in spec.texts])
def test_every_name_is_found_in_a_part_that_is_looked_at(spec: SpecOfText) -> None:
    """Protects a name from the quick look before: what is found in a part is never found in one that was set aside."""
    own = {"names_left": list(spec.about.get("names_left", ())) or None, "places": list(spec.about.get("places", ()))}
    facts: dict[str, Any] = {"report": 0, "agency": "测试县商务局", "year": 2023, "title": "", "place": "p1", **own}
    for name, text in ({**PLAIN, **spec.texts}).items():
        part = Part(section=name, text=text or "", **facts)
        row = pl.DataFrame(
            {"section": [name], "text": [text or ""], "agency": ["测试县商务局"], "names_left": [own["names_left"]]}
        )
        looked_at = row.cast({"names_left": pl.List(pl.String)}).select(may_name_others()).item()
        assert looked_at or not list(other_names([part]))
