"""Numbers as people read them: the same number reads the same in a title, on a button, in a cell and in a file."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

DECIMALS: Final = 4
"""As many as an amount on the form has."""
_A_THOUSANDTH: Final = Decimal("0.001")


def cell_number(number: float | Decimal) -> str:
    """A number as it is printed: 12,034; 428.875. Decimals only where there are any, four at most as on the form."""
    return f"{Decimal(number):z,.{DECIMALS}f}".rstrip("0").rstrip(".")


def percent_number(rate: float) -> str:
    """A rate in percent with one decimal: 52.3%. A half goes away from zero, as in spreadsheets and in browsers."""
    return f"{rounded_rate(rate) * 100:z.1f}%"


def rounded_rate(rate: float) -> Decimal:
    """A rate as far as `percent_number` says it; what is not all is never said to be all, nor what is some to be none."""
    rounded = Decimal(str(rate)).quantize(_A_THOUSANDTH, ROUND_HALF_UP)
    return min(max(rounded, _A_THOUSANDTH), 1 - _A_THOUSANDTH) if 0 < rate < 1 else rounded
