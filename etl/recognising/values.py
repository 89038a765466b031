"""What one printed cell says: a number, a blank, a mark for "not applicable", or something that is not certain.

The rule of the room: a text becomes a number only when it can be read in one way. Digits are folded
from full width by hand, because Unicode normalisation would also turn ① into 1 and 12² into 122.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from etl.vocabulary.form import BLANK, NOT_APPLICABLE, REPORTED, UNREADABLE
from etl.vocabulary.variants import COUNT_UNITS, MONEY_UNITS, NOT_APPLICABLE_MARKS

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES: Final = dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x09, 0x0D), " ")
_INVISIBLE: Final = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x200E, 0x200F))
_MINUS: Final = {0x2212: "-", 0x2013: "-", 0xFE63: "-"}
_FOLD: Final[dict[int, int | str | None]] = {**_FULL_WIDTH, **_SPACES, **_INVISIBLE, **_MINUS}

_NUMBER: Final = re.compile(
    r"(?P<sign>[+-]?) ?(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)"
    r"(?P<part>\.[0-9]+)?"
    r" ?(?P<unit>[^\W\d_]{0,3})(?P<note> ?\([^()]*[^\W\d_][^()]*\))?"
)
_LIKE_A_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9,.\s]*[^\W\d_]{0,3}(?: ?\([^()]*\))?")
_UNITS: Final = frozenset(COUNT_UNITS) | frozenset(MONEY_UNITS) | {""}
_NO_VALUE: Final = {"": BLANK} | dict.fromkeys(NOT_APPLICABLE_MARKS, NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says; `number` is None unless `status` is `reported`, `unit` None when none is printed."""

    number: Decimal | None
    unit: str | None
    status: str


_MOST_DIGITS: Final = 15
_FINEST: Final = Decimal("0.0001")
"""What a cell of the warehouse can hold, one yuan in 万元; a number printed finer would become another number."""
_UNCERTAIN: Final = Value(None, None, UNREADABLE)


def fold(text: str) -> str:
    """The text with full-width characters, spaces and dashes in one form; nothing else is changed."""
    return text.translate(_FOLD)


@lru_cache(maxsize=8192)
def read_value(text: str) -> Value:
    """What the text of a cell says; `unreadable` when it can be read in two ways, or not be kept as printed."""
    folded = fold(text).strip(" \n")
    if (status := _NO_VALUE.get(folded.replace(" ", ""))) is not None:
        return Value(None, None, status)
    found = _NUMBER.fullmatch(folded)
    if found is None or found["unit"] not in _UNITS or len(found["whole"]) > _MOST_DIGITS:
        return _UNCERTAIN
    number = _number(found)
    is_held = number == number.quantize(_FINEST)
    return Value(number, found["unit"] or None, REPORTED) if is_held else _UNCERTAIN


def _number(found: re.Match[str]) -> Decimal:
    whole = found["whole"].replace(",", "")
    number = Decimal(f"{found['sign']}{whole}{found['part'] or ''}")
    return number or Decimal(0)


def read_count(text: str) -> Value:
    """As `read_value`, for a cell that counts cases: a fraction, or a unit of money, is `unreadable`.

    `12.0` counts 12; `12.5` is kept as raw text only.
    """
    value = read_value(text)
    if value.number is None:
        return value
    if value.number != value.number.to_integral_value() or value.unit in MONEY_UNITS:
        return _UNCERTAIN
    return Value(value.number.quantize(Decimal(1)), value.unit, REPORTED)


def read_number_of(text: str) -> Value:
    """As `read_value`, for a count of table two: a fraction stays as printed (a rule reports it), money is no count."""
    value = read_value(text)
    return _UNCERTAIN if value.unit in MONEY_UNITS else value


def read_amount(text: str) -> Value:
    """As `read_value`, for a cell that holds money: a unit of counting is `unreadable`; in four decimals."""
    value = read_value(text)
    if value.number is None:
        return value
    if value.unit is not None and value.unit not in MONEY_UNITS:
        return _UNCERTAIN
    return Value(value.number.quantize(_FINEST), value.unit, REPORTED)


@lru_cache(maxsize=8192)
def looks_like_value(text: str) -> bool:
    """Whether a cell can hold a value (a number, a blank or a mark) and not a label."""
    folded = fold(text).strip(" \n")
    return folded.replace(" ", "") in _NO_VALUE or _LIKE_A_NUMBER.fullmatch(folded) is not None
