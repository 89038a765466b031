"""What a cell says: one reading or none."""

import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.recognising.values import Value, read_amount, read_count, read_number_of, read_value
from etl.vocabulary.variants import COUNT_UNITS, MONEY_UNITS, NOT_APPLICABLE_MARKS

COUNTS = st.integers(0, 99_999_999)
PADDING = st.text(" \u3000\xa0\u200b", max_size=3)


def printed(number: int, style: str) -> str:
    """A number as offices print it."""
    ways = {
        "plain": str(number),
        "thousands": f"{number:,}",
        "full width": str(number).translate({ord(digit): ord(digit) + 0xFEE0 for digit in string.digits}),
        "full width thousands": f"{number:,}".replace(",", "，"),
        "decimal": f"{number}.0",
        "plus": f"+{number}",
        "note": f"{number}（其中修订1件）",
    }
    return ways[style]


STYLES = ("plain", "thousands", "full width", "full width thousands", "decimal", "plus", "note")


@given(COUNTS, st.sampled_from(STYLES), PADDING, PADDING, st.sampled_from(("", *COUNT_UNITS)))
def test_a_count_is_read_however_it_is_printed(number: int, style: str, left: str, right: str, unit: str) -> None:
    """Protects counts against thousands separators, full width, padding and units."""
    unit = "" if style == "note" else unit
    value = read_count(f"{left}{printed(number, style)}{unit}{right}")
    assert value == Value(Decimal(number), unit or None, "reported")


@given(st.integers(-99_999, -1), st.sampled_from(("-", "－", "−", "–")))
def test_a_negative_change_keeps_its_sign(number: int, sign: str) -> None:
    """Protects the change column of the 2019 form, whatever dash the office typed."""
    assert read_number_of(f"{sign}{-number}").number == number


@given(st.decimals(0, 99_999_999, places=4), st.sampled_from(("", *MONEY_UNITS)))
def test_money_keeps_four_decimals_and_its_unit(amount: Decimal, unit: str) -> None:
    """Protects amounts: 万元 and 元 are kept apart, nothing is rounded to whole numbers."""
    value = read_amount(f"{amount}{unit}")
    assert (value.number, value.unit) == (amount, unit or None)


@pytest.mark.parametrize("mark", NOT_APPLICABLE_MARKS)
def test_a_mark_is_not_applicable_and_never_zero(mark: str) -> None:
    """Protects the difference between a mark and a zero."""
    value = read_value(f" {mark}\u3000")
    assert (value.number, value.status) == (None, "not_applicable")


@given(PADDING)
def test_white_space_is_blank_and_never_zero(text: str) -> None:
    """Protects the difference between an empty cell and a zero."""
    value = read_value(text)
    assert (value.number, value.status) == (None, "blank")


@pytest.mark.parametrize("text", ["0.00004亿元", "1.23456万元", "12.00001", "0.000049", "-0.00001"])
def test_what_cannot_be_kept_as_printed_is_unreadable(text: str) -> None:
    """Protects small amounts from becoming zero, and fractions from becoming whole: nothing is rounded."""
    assert read_amount(text) == read_number_of(text) == Value(None, None, "unreadable")


@given(st.decimals(0, 99_999_999, places=4), st.integers(0, 4))
def test_zeros_at_the_end_take_nothing_away(amount: Decimal, zeros: int) -> None:
    """Protects what is only printed longer: 1.50000 is kept."""
    assert read_amount(f"{amount}{'0' * zeros}").number == amount


UNCERTAIN = (
    "①",
    "12²",
    "1 2",
    "3 100",
    "3\u00a0100",
    "3\u3000100",
    "1 234 567",
    "1\n2",
    "12,34",
    "007",
    "00",
    "约12",
    "12-15",
    "1.2.3",
    "O",
    "l2",
    "一",
    "3/4",
    "12%",
    "— 3",
    "减3",
)


@pytest.mark.parametrize("text", UNCERTAIN)
def test_what_can_be_read_in_two_ways_is_unreadable(text: str) -> None:
    """Protects against numbers made of superscripts, ranges, glued cells and letters."""
    assert read_value(text).status == "unreadable"


@given(st.text(max_size=12))
def test_any_text_has_one_status_and_a_number_only_when_reported(text: str) -> None:
    """Protects the meaning of the statuses for any text at all, and every digit of what is reported."""
    value = read_value(text)
    assert (value.number is not None) == (value.status == "reported")
    if value.number is not None:
        assert any(character.isdigit() for character in text)


@given(COUNTS, st.integers(1, 9))
def test_half_a_request_is_unreadable(whole: int, tenths: int) -> None:
    """Protects tables three and four: a count with a fraction is kept as text, never rounded."""
    assert read_count(f"{whole}.{tenths}").status == "unreadable"


@given(COUNTS)
def test_money_is_no_count_and_a_count_is_no_money(number: int) -> None:
    """Protects columns against values that slipped in from their neighbours."""
    assert read_count(f"{number}万元").status == "unreadable"
    assert read_amount(f"{number}件").status == "unreadable"
