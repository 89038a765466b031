"""Text that a spreadsheet would run as a formula, disarmed: the one rule for every CSV that leaves this house.

Numbers with a sign and the bare marks for "nothing" that agencies print run nothing and are left as they are. The two
patterns are understood by Python and by Polars alike.
"""

import re
from typing import Final

FORMULA: Final = r"^(?:\s*[=+\-@＝＋－＠]| *[\t\r\n])"
"""How text begins that a spreadsheet takes for a formula, spaces and full-width signs included."""
NO_FORMULA: Final = r"^(?:[-+]?[\d.,]*%?|[-－]+)$"
"""Text that begins so and is only a number or a mark."""
ARMOUR: Final = "'"
"""Stands before a formula, as spreadsheets themselves mark text."""


def harmless(text: str) -> str:
    """The text as a spreadsheet may see it."""
    if re.match(FORMULA, text) is None or re.fullmatch(NO_FORMULA, text) is not None:
        return text
    return ARMOUR + text
