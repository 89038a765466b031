"""Numbers as people read them: the same number reads the same in a title, on a button, in a cell and in a file."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

DECIMALS: Final = 4
"""As many as an amount on the form has."""
_A_THOUSANDTH: Final = Decimal("0.001")
_A_HUNDREDTH: Final = Decimal("0.01")


def cell_number(number: float | Decimal) -> str:
    """A number as it is printed: 12,034; 428.875. Decimals only where there are any, four at most as on the form."""
    return f"{Decimal(number):z,.{DECIMALS}f}".rstrip("0").rstrip(".")


def percent_number(rate: float) -> str:
    """A rate in percent with one decimal: 52.3%. A half goes away from zero, as in spreadsheets and in browsers."""
    return f"{rounded_rate(rate) * 100:z.1f}%"


def whole_percent(rate: float) -> str:
    """A rate in whole percent, for where there is no room for more: 52%."""
    return f"{_rounded(rate, _A_HUNDREDTH) * 100:z.0f}%"


def rounded_rate(rate: float) -> Decimal:
    """A rate as far as `percent_number` says it."""
    return _rounded(rate, _A_THOUSANDTH)


def _rounded(rate: float, step: Decimal) -> Decimal:
    """A rate in steps; what is not all is never said to be all, nor what is some to be none."""
    rounded = Decimal(str(rate)).quantize(step, ROUND_HALF_UP)
    return min(max(rounded, step), 1 - step) if 0 < rate < 1 else rounded
