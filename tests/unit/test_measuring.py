"""Indicators of a report: equal to what a person works out from its cells, and unknown where a cell is."""

import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.measuring.measure import SCHEMA, measure
from etl.vocabulary.form import FORM_2019, FORMS, PROACTIVE, REQUESTS, REVIEWS, CellKey, request_items
from etl.vocabulary.indicators import INDICATORS, KEYS
from tests.rules.shards import Sheet, consistent_cells, frames, zero_cells

Number = Fraction | None


def measured(*sheets: Sheet) -> list[dict[str, Any]]:
    """The indicators of the sheets, one dictionary each."""
    cells, _, reports = frames(sheets)
    return measure(cells, reports).to_dicts()


def with_blanks(form: str, seed: int) -> dict[CellKey, str]:
    """A report with some cells that hold no number."""
    dice, printed = random.Random(seed), consistent_cells(form, seed, most=9)
    for key in dice.sample(sorted(printed), dice.choice([0, 0, 1, 5, 20])):
        printed[key] = dice.choice(["", "/", "1O", "0", "0"])
    return printed


def cell(printed: Mapping[CellKey, str], *key: str) -> Number:
    """The number of a cell, None when it holds none."""
    text = printed.get((key[0], key[1], key[2]), "")
    return Fraction(text) if text.lstrip("-").isdigit() else None


def add(*parts: Number) -> Number:
    """A sum that is unknown when a part is."""
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if len(known) == len(parts) else None


def divide(top: Number, bottom: Number) -> Number:
    """A ratio that is unknown when a part is, or when there is nothing to divide by."""
    return top / bottom if top is not None and bottom else None


def by_hand(printed: Mapping[CellKey, str], form: str) -> dict[str, Number]:
    """The formulas of the indicators, worked out for one report without any frame."""
    return requests_by_hand(printed, form) | reviews_by_hand(printed) | proactive_by_hand(printed)


def requests_by_hand(printed: Mapping[CellKey, str], form: str) -> dict[str, Number]:
    """The formulas over table three."""

    def total(item: str) -> Number:
        return cell(printed, REQUESTS, item, "total")

    def group(prefix: str) -> Number:
        return add(*(total(item) for item in request_items(form) if item.startswith(f"{prefix}.")))

    received, carried_in, concluded = total("received"), total("carried_in"), total("concluded")
    granted, in_part, refused = total("granted"), total("granted_in_part"), group("refused")
    residual = total("other" if form == FORM_2019 else "other.other")
    reasons = [total(item) for item in request_items(form) if item.startswith("refused.")]
    squares = [share * share if (share := divide(reason, refused)) is not None else None for reason in reasons]
    on_hand = add(received, carried_in)
    return {
        "requests_received": received,
        "requests_on_hand": on_hand,
        "refused": refused,
        "other_handled": residual if form == FORM_2019 else group("other"),
        "backlog_change": minus(total("carried_out"), carried_in),
        "full_grant_rate": divide(granted, concluded),
        "any_grant_rate": divide(add(granted, in_part), concluded),
        "resolvable_full_grant_rate": divide(granted, add(granted, in_part, refused)),
        "refusal_rate": divide(refused, concluded),
        "resolvable_refusal_rate": divide(refused, add(granted, in_part, refused)),
        "unavailable_rate": divide(group("unavailable"), concluded),
        "not_held_rate": divide(total("unavailable.not_held"), concluded),
        "not_processed_rate": divide(group("not_processed"), concluded),
        "residual_other_rate": divide(residual, concluded),
        "clearance_rate": divide(concluded, on_hand),
        "carryover_rate": divide(total("carried_out"), on_hand),
        "refused_enforcement_file_share": divide(total("refused.enforcement_file"), refused),
        "refusal_reason_hhi": add(*squares),
        "received_business_share": divide(cell(printed, REQUESTS, "received", "business"), received),
    }


def reviews_by_hand(printed: Mapping[CellKey, str]) -> dict[str, Number]:
    """The formulas over table four."""

    def case(channel: str, outcome: str) -> Number:
        return cell(printed, REVIEWS, channel, outcome)

    review, direct, after = "administrative_review", "litigation_direct", "litigation_after_review"
    decided = {channel: minus(case(channel, "total"), case(channel, "pending")) for channel in (review, direct, after)}
    corrected = add(case(direct, "corrected"), case(after, "corrected"))
    concluded = cell(printed, REQUESTS, "concluded", "total")
    return {
        "dispute_rate": divide(add(case(review, "total"), case(direct, "total")), concluded),
        "review_correction_rate": divide(case(review, "corrected"), decided[review]),
        "litigation_correction_rate": divide(corrected, add(decided[direct], decided[after])),
        "review_upheld_rate": divide(case(review, "upheld"), decided[review]),
        "litigation_direct_upheld_rate": divide(case(direct, "upheld"), decided[direct]),
        "litigation_after_review_upheld_rate": divide(case(after, "upheld"), decided[after]),
    }


def proactive_by_hand(printed: Mapping[CellKey, str]) -> dict[str, Number]:
    """The volumes of table two."""
    return {
        "licences_decisions": cell(printed, PROACTIVE, "licences", "decisions"),
        "normative_documents_issued": cell(printed, PROACTIVE, "normative_documents", "issued"),
        "normative_documents_made": cell(printed, PROACTIVE, "normative_documents", "made"),
    }


def minus(left: Number, right: Number) -> Number:
    """A difference that is unknown when a part is."""
    return left - right if left is not None and right is not None else None


@given(st.lists(st.tuples(st.sampled_from(FORMS), st.integers(0, 10_000)), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_indicators_are_what_a_person_works_out(drawn: list[tuple[str, int]]) -> None:
    """Protects every formula: bulk results equal the definitions applied to each report on its own."""
    sheets = [Sheet(with_blanks(form, seed), form, at) for at, (form, seed) in enumerate(drawn)]
    for sheet, row in zip(sheets, measured(*sheets), strict=True):
        for name, expected in by_hand(sheet.printed, sheet.form).items():
            if expected is None:
                assert row[name] is None, name
            else:
                assert row[name] == pytest.approx(float(expected)), name


def test_a_blank_is_never_counted_as_zero() -> None:
    """Protects sums: one refusal reason left blank makes the refusals unknown, not smaller."""
    printed = {**consistent_cells("2021", 4), (REQUESTS, "refused.state_secret", "total"): ""}
    row = measured(Sheet(printed))[0]
    assert row["refused_state_secret"] is None
    assert row["refused"] is None
    assert row["refusal_rate"] is None
    assert row["refusal_reason_hhi"] is None
    assert row["full_grant_rate"] is not None


def test_a_rate_of_nothing_is_unknown_and_not_zero() -> None:
    """Protects agencies without requests: no request concluded means no rate, but volumes of zero."""
    row = measured(Sheet(zero_cells("2021")))[0]
    rates = [indicator.name for indicator in INDICATORS if indicator.family == "rate"]
    assert len(rates) > 20
    assert all(row[name] is None for name in rates)
    assert row["requests_received"] == row["refused"] == row["disputes"] == 0


def test_the_residual_says_when_it_is_the_whole_row() -> None:
    """Protects comparisons over forms: the one-row （六） of form 2019 is marked, wherever it is printed."""
    one_row, three_rows = consistent_cells("2019", 1), consistent_cells("2021", 1)
    others = [key for key in three_rows if key[1].startswith("other.")]
    mixed = {**three_rows, **dict.fromkeys(others, "missing")}
    mixed.update({(REQUESTS, "other", who): "3" for _, item, who in one_row if item == "other"})
    both = {**three_rows, (REQUESTS, "other", "total"): "99"}
    sheets = [Sheet(cells, form, at) for at, (cells, form) in enumerate([(one_row, "2019"), (three_rows, "2021")])]
    rows = measured(*sheets, Sheet(mixed, "2021", 2), Sheet(both, "2021", 3))
    assert [row["residual_other_is_whole_row"] for row in rows] == [True, False, True, False]
    assert rows[0]["residual_other"] == int(one_row[REQUESTS, "other", "total"]) == rows[0]["other_handled"]
    assert rows[1]["residual_other"] == int(three_rows[REQUESTS, "other.other", "total"]) != rows[1]["other_handled"]
    assert rows[2]["residual_other"] == 3
    assert rows[3]["other_handled"] == rows[1]["other_handled"]


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("428.8689", "万元", 428.8689),
        ("251000", "元", 25.1),
        ("1.5", "亿元", 15000.0),
        ("8040", None, None),
        ("0", None, 0.0),
        ("", "万元", None),
    ],
)
def test_amounts_are_in_ten_thousand_yuan_or_unknown(printed: str, unit: str | None, expected: float | None) -> None:
    """Protects money: converted by the unit printed, and never guessed where none is."""
    key = (PROACTIVE, "fees", "amount")
    sheet = Sheet({**zero_cells("2021"), key: printed}, units={key: unit} if unit else {})
    assert measured(sheet)[0]["fees_amount"] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("concluded", "band"),
    [("0", "low"), ("29", "low"), ("30", "medium"), ("99", "medium"), ("100", "high"), ("", None)],
)
def test_stability_follows_the_number_concluded(concluded: str, band: str | None) -> None:
    """Protects rankings: few cases are marked so that 1 of 1 is not the best of the province."""
    sheet = Sheet({**zero_cells("2021"), (REQUESTS, "concluded", "total"): concluded})
    assert measured(sheet)[0]["stability"] == band


def test_a_fraction_of_a_case_is_not_counted() -> None:
    """Protects counts: 12.5 cases are no count, so the volume is unknown."""
    sheet = Sheet({**zero_cells("2021"), (PROACTIVE, "licences", "decisions"): "12.5"})
    assert measured(sheet)[0]["licences_decisions"] is None


def test_a_report_without_tables_keeps_its_row() -> None:
    """Protects the grain: one row per report, keys filled and every indicator unknown, in the order given."""
    sheets = [Sheet({}, "unknown", 0), Sheet(zero_cells("2019"), "2019", 1)]
    rows = measured(*sheets)
    assert [row["report_id"] for row in rows] == ["report0", "report1"]
    keys = {key.name for key in KEYS}
    assert all(value is None for name, value in rows[0].items() if name not in keys)
    assert list(rows[0]) == SCHEMA.names()


def test_a_number_too_large_to_be_true_does_not_stop_the_shard() -> None:
    """Protects a load from one absurd cell: sixteen digits are measured like any other."""
    sheet = Sheet({**zero_cells("2021"), (REQUESTS, "refused.state_secret", "total"): "9" * 16})
    assert measured(sheet)[0]["refused"] > 10**15
