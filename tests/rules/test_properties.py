"""What must hold for every report, not only for the examples: drawn by hypothesis, judged by the rules."""

import random
import re
from collections.abc import Mapping
from decimal import Decimal

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.checking.check import check
from etl.checking.finding import Checked
from etl.vocabulary.form import APPLICANTS, CHANNELS, FORMS, REQUESTS, REVIEWS, CellKey, request_items
from etl.vocabulary.rules import FAIL, UNCERTAIN
from tests.rules.shards import RESULTS, WHO, Sheet, consistent_cells, frames, laid_out

Line = tuple[str, str]
"""A rule and the column or row that it is judged for."""

forms = st.sampled_from(FORMS)
seeds = st.integers(min_value=0, max_value=10_000)
few = settings(max_examples=8, deadline=None)


def sides_of(form: str) -> dict[Line, tuple[list[CellKey], list[CellKey]]]:
    """Every sum of the form written out by hand, apart from the declarations that the rules are made from."""
    sums: dict[Line, tuple[list[CellKey], list[CellKey]]] = {}
    rows = request_items(form)
    outcomes = [row for row in rows if row not in ("received", "carried_in", "concluded", "carried_out")]
    for who in (word.name for word in APPLICANTS):
        left = [(REQUESTS, "received", who), (REQUESTS, "carried_in", who)]
        sums["T3.BALANCE", who] = left, [(REQUESTS, "concluded", who), (REQUESTS, "carried_out", who)]
        sums["T3.OUTCOMES", who] = [(REQUESTS, "concluded", who)], [(REQUESTS, row, who) for row in outcomes]
    for row in rows:
        sums["T3.APPLICANTS", row] = [(REQUESTS, row, "total")], [(REQUESTS, row, who) for who in WHO]
    for channel in (word.name for word in CHANNELS):
        results = [(REVIEWS, channel, result) for result in RESULTS]
        sums["T4.TOTAL", channel] = [(REVIEWS, channel, "total")], results
    return sums


def state_by_hand(printed: Mapping[CellKey, str], sides: tuple[list[CellKey], list[CellKey]]) -> str:
    """The state of one sum, worked out cell by cell."""
    texts = [[printed[key] for key in side] for side in sides]
    if any(not re.fullmatch(r"-?\d+", text) for side in texts for text in side):
        return UNCERTAIN
    left, right = (sum(Decimal(text) for text in side) for side in texts)
    return "pass" if left == right else FAIL


def may_leave_out(
    printed: Mapping[CellKey, str], line: Line, sums: Mapping[Line, tuple[list[CellKey], list[CellKey]]]
) -> bool:
    """Whether the line is the column 总计 of table three and a column has no number on the side that is too small."""
    if line[1] != "total":
        return False
    left, right = (sum(int(printed[key]) for key in side) for side in sums[line])
    smaller = 1 if left > right else 0
    columns = (sides[smaller] for (rule, _), sides in sums.items() if rule == line[0])
    return any(not re.fullmatch(r"-?\d+", printed[key]) for column in columns for key in column)


def judged(*sheets: Sheet) -> Checked:
    """The sheets checked as one shard."""
    return check(laid_out(*frames(sheets)))


def fails(checked: Checked, number: int = 0) -> int:
    """How many findings of one report are fails."""
    return checked.findings.filter((pl.col("report_id") == f"report{number}") & (pl.col("state") == FAIL)).height


@given(forms, seeds)
@few
def test_a_report_whose_sums_hold_never_fails(form: str, seed: int) -> None:
    """Protects agencies from an alarm on a correct report."""
    checked = judged(Sheet(consistent_cells(form, seed), form))
    assert fails(checked) == 0


@given(forms, seeds, st.sampled_from([-7, -1, 1, 13]))
@few
def test_a_changed_cell_breaks_exactly_the_sums_that_contain_it(form: str, seed: int, change: int) -> None:
    """Protects both directions: a broken sum is always seen, and no other sum is blamed for it. Every cell in turn."""
    clean, sums = consistent_cells(form, seed), sides_of(form)
    changed = [key for key in clean if key[0] != "proactive"]
    sheets = [Sheet({**clean, key: str(int(clean[key]) + change)}, form, at) for at, key in enumerate(changed)]
    found = judged(*sheets).findings.filter((pl.col("state") == FAIL) & pl.col("rule").str.starts_with("T"))
    counts = {(row[0], row[1]): row[2] for row in found.group_by("report_id", "rule").len().rows()}
    expected: dict[tuple[str, str], int] = {}
    for at, key in enumerate(changed):
        for (rule, _), (left, right) in sums.items():
            if key in left or key in right:
                expected[f"report{at}", rule] = expected.get((f"report{at}", rule), 0) + 1
    assert counts == expected


@given(forms, seeds, st.sampled_from(["", "/", "1O", "missing"]))
@few
def test_taking_a_number_away_never_makes_a_fail(form: str, seed: int, text: str) -> None:
    """Protects against calling a blank, or a misread, the agency's mistake: every cell, in a wrong report too."""
    clean = consistent_cells(form, seed)
    wrong = {**clean, (REQUESTS, "granted", "total"): "99999"}
    before = fails(judged(Sheet(wrong, form)))
    keys = list(clean)
    checked = judged(*(Sheet({**clean, key: text}, form, at) for at, key in enumerate(keys)))
    assert checked.findings.filter(pl.col("state") == FAIL).is_empty()
    checked = judged(*(Sheet({**wrong, key: text}, form, at) for at, key in enumerate(keys)))
    assert all(fails(checked, at) <= before for at in range(len(keys)))


def a_spoilt_report(form: str, seed: int, number: int) -> Sheet:
    """A report with some numbers changed, some blank, some unreadable."""
    dice = random.Random(seed)
    printed = dict(consistent_cells(form, seed))
    for key in dice.sample(sorted(printed), dice.randint(0, 12)):
        printed[key] = dice.choice(["", "/", "1O", "7", "0", "missing"])
    return Sheet(printed, form, number)


@given(st.lists(st.tuples(forms, seeds), min_size=1, max_size=12))
@few
def test_judging_in_bulk_is_judging_one_by_one(drawn: list[tuple[str, int]]) -> None:
    """Protects the frames: states counted for a whole shard are those worked out report by report, by hand."""
    sheets = [a_spoilt_report(form, seed, at) for at, (form, seed) in enumerate(drawn)]
    tallies = {(row["report_id"], row["rule"]): row for row in judged(*sheets).judgements.to_dicts()}
    for sheet in sheets:
        sums = sides_of(sheet.form)
        states = {line: state_by_hand(sheet.printed, sides) for line, sides in sums.items()}
        states |= {
            line: UNCERTAIN for line in states if states[line] == FAIL and may_leave_out(sheet.printed, line, sums)
        }
        for rule in ("T3.BALANCE", "T3.OUTCOMES", "T3.APPLICANTS", "T4.TOTAL"):
            mine = [state for (name, _), state in states.items() if name == rule]
            tally = tallies[f"report{sheet.number}", rule]
            counted = (tally["passed"], tally["failed"], tally["uncertain"], tally["not_assessable"])
            assert counted == (mine.count("pass"), mine.count(FAIL), mine.count(UNCERTAIN), 0)


@given(forms, seeds)
@few
def test_a_finding_keeps_its_id_when_only_the_layout_changes(form: str, seed: int) -> None:
    """Protects decisions: what a person decided about a finding stays decided after a rebuild or a new layout."""
    sheet = a_spoilt_report(form, seed, 0)
    cells, left_overs, reports = frames([sheet])
    moved = cells.with_columns(place=pl.lit("p9.") + pl.col("place"), document_id=pl.lit("another"))
    elsewhere = reports.with_columns(document_id=pl.lit("another"), report_id=pl.lit("report-of-another"))
    first = check(laid_out(cells, left_overs, reports)).findings
    second = check(laid_out(moved, left_overs, elsewhere)).findings
    assert set(first["finding_id"]) == set(second["finding_id"])
    assert first["finding_id"].n_unique() == first.height
    last_year = check(laid_out(cells, left_overs, reports.with_columns(pl.col("year") - 1))).findings
    assert not set(first["finding_id"]) & set(last_year["finding_id"])


def test_reports_without_agency_or_year_do_not_share_findings() -> None:
    """Protects ids where the usual owner is not known: two nameless reports stay two."""
    printed = consistent_cells("2021", 1)
    nameless = [Sheet(printed, number=number, agency="", year=None) for number in range(2)]
    findings = judged(*nameless).findings
    assert findings["finding_id"].n_unique() == findings.height


@given(forms, seeds)
@few
def test_messages_use_the_words_of_the_form(form: str, seed: int) -> None:
    """Protects the reader: no code name in a message, Chinese without Latin words, English without dangling halves."""
    findings = judged(a_spoilt_report(form, seed, 0)).findings
    for zh, en in findings.select("message", "message_en").rows():
        assert not re.search(r"[a-z]{2,}|_", zh), zh
        assert not re.search(r"[a-z]_[a-z]|\bNone\b", en), en
    for zh, en in findings.select("expression", "expression_en").rows():
        assert zh
        assert en
        assert not re.search(r"[a-z]{2,}|_", zh), zh


def test_neighbours_in_a_shard_do_not_touch_each_other() -> None:
    """Protects shards: a report is judged the same alone and beside others, in whatever order they come."""
    sheets = [a_spoilt_report("2019" if at % 2 else "2021", at, at) for at in range(6)]
    together = judged(*sheets).findings.sort("finding_id", "report_id")
    alone = pl.concat(judged(sheet).findings for sheet in reversed(sheets)).sort("finding_id", "report_id")
    assert together.equals(alone)


def test_a_table_that_is_absent_is_not_assessable_and_no_finding_but_missing() -> None:
    """Protects agencies whose table is an image or an attachment: nothing is held against numbers not seen."""
    printed = {key: text for key, text in consistent_cells("2021", 3).items() if key[0] != REQUESTS}
    checked = judged(Sheet(printed))
    t3 = checked.judgements.filter(pl.col("rule").str.starts_with("T3"))
    assert t3.select("passed", "failed", "uncertain").sum().row(0) == (0, 0, 0)
    assert dict(t3.select("rule", "not_assessable").rows()) == {"T3.BALANCE": 7, "T3.OUTCOMES": 7, "T3.APPLICANTS": 25}
    about_requests = checked.findings.filter(pl.col("cells").str.contains('"table":"requests"', literal=True))
    assert about_requests["rule"].to_list() == ["MISSING"]


def test_an_empty_shard_has_no_findings() -> None:
    """Protects the pipeline: a shard of rejected documents only must not stop a load."""
    sheet = Sheet(consistent_cells("2021", 5))
    cells, left_overs, reports = frames([sheet])
    checked = check(laid_out(cells, left_overs, reports.clear()))
    assert checked.findings.is_empty()
    assert checked.judgements.is_empty()
    assert not check(laid_out(cells.clear(), left_overs, reports)).findings.is_empty()
