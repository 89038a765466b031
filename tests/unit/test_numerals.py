"""Numbers as people read them: nothing rounded away, nothing in powers of ten, halves as spreadsheets take them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.numerals import cell_number, rounded_rate, whole_percent
from pages.charts.wording import count, percent


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"), (100, "100"), (12034.0, "12,034"), (-7, "-7"), (-0.0, "0"), (-0.00001, "0"),
        (428.875, "428.875"), (Decimal("428.8750"), "428.875"), (0.1 + 0.2, "0.3"), (1234.5678, "1,234.5678"),
        (12345678901, "12,345,678,901"), (Decimal("1234567890123456.7891"), "1,234,567,890,123,456.7891"),
    ],
)  # fmt: skip  # a table: a number and how it reads
def test_a_number_reads_as_it_is_printed(number: float, said: str) -> None:
    """Protects amounts from being rounded and large numbers from powers of ten."""
    assert cell_number(number) == said
    assert count(number, "zh") == said


@given(st.decimals(-(10**15), 10**15, places=4))
def test_nothing_of_an_amount_is_lost(amount: Decimal) -> None:
    """Protects every amount the form can hold: what is said is read back as the same number."""
    assert Decimal(cell_number(amount).replace(",", "")) == amount


@pytest.mark.parametrize(
    ("rate", "said"),
    [(0.5234, "52.3%"), (1 / 16, "6.3%"), (49 / 400, "12.3%"), (0.5235, "52.4%"), (0, "0.0%"), (-0.0001, "0.0%")],
)
def test_a_rate_has_one_decimal_and_halves_go_up(rate: float, said: str) -> None:
    """Protects titles from saying 12.2 % where the table and the workbook say 12.3 %."""
    assert percent(rate, "zh") == said
    assert f"{float(rounded_rate(rate)):.1%}".replace("-0.0%", "0.0%") == said


@given(st.floats(0, 1))
def test_only_all_is_said_to_be_all(rate: float) -> None:
    """Protects readers of rates near the ends: 9,999 of 10,000 is not 100 %, one of 10,000 is not nothing."""
    assert (percent(rate, "zh") == "100.0%") == (rate == 1)
    assert (percent(rate, "zh") == "0.0%") == (rate == 0)


@given(st.floats(0, 1))
def test_only_all_is_said_to_be_all_in_whole_percent(rate: float) -> None:
    """Protects the cells of a grid in the same way: 498 of 500 is 99 %, two of 500 are 1 %."""
    assert (whole_percent(rate) == "100%") == (rate == 1)
    assert (whole_percent(rate) == "0%") == (rate == 0)
    assert whole_percent(0.125) == "13%"
