"""Numbers in a sentence, in digits and in Chinese, with the unit that says that something is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from etl.vocabulary.narrative import COUNTS_OF, EXACT_UNITS, ROUND

_NUMBER: Final = re.compile(
    rf"(?P<number>\d{{1,3}}(?:，\d{{3}})+(?!\d)|\d+|[零〇一二两三四五六七八九十百千]+)(?P<round>{ROUND})?"
    rf"(?:(?P<unit>{COUNTS_OF})(?:（(?:次|个|条|人次)）)?(?P<about>{ROUND})?)?"
)
_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS: Final = {"十": 10, "百": 100, "千": 1000}
_BEFORE: Final = frozenset("0123456789.．第-—–－~～万亿约近逾超")
_ROUND_BEFORE: Final = frozenset("约近逾超")
_END: Final = frozenset("，；。、：（）！？")
_FOLLOWERS: Final = ("均", "全部", "已", "并", "都", "及", "和", "与")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count: its value, where it stands, and where the count before it ends (`floor`).

    `is_round`: printed as about so many. `is_plain_unit`: the unit leaves no doubt that cases are meant.
    """

    value: int
    start: int
    end: int
    floor: int
    is_round: bool
    is_plain_unit: bool


def figures_in(text: str) -> Iterator[Figure]:
    """The counts of a sentence without white space, in order."""
    floor = 0
    for found in _NUMBER.finditer(text):
        figure = _figure(text, found, floor)
        if figure is not None:
            yield figure
            floor = figure.end


def _figure(text: str, found: re.Match[str], floor: int) -> Figure | None:
    start, end, unit = found.start(), found.end(), found["unit"]
    before, after = text[start - 1 : start], text[end : end + 1]
    value = number_of(found["number"].replace("，", ""))
    is_round = bool(found["round"] or found["about"]) or before in _ROUND_BEFORE
    if value is None or (before in _BEFORE and not is_round) or _is_range(text, start):
        return None
    if unit is None and not (value == 0 and (not after or after in _END)):
        return None
    if unit is not None and after and after in _DIGITS:
        return None
    ends = not after or after in _END or text.startswith(_FOLLOWERS, end)
    if (
        unit is not None
        and unit not in EXACT_UNITS
        and not ends
        and not text.startswith(("依申请", "政府信息", "公开"), end)
    ):
        return None
    is_plain = unit is None or unit in EXACT_UNITS or unit in {"条", "个", "项", "次"}
    return Figure(value, start - (before in _ROUND_BEFORE), end, floor, is_round, is_plain)


def _is_range(text: str, start: int) -> bool:
    """Whether the number is the end of 3至5件."""
    return start > 1 and text[start - 1] in "至到" and text[start - 2].isdecimal()


def number_of(text: str) -> int | None:
    """The value of digits, or of a Chinese number below ten thousand; None when it is none, as 一二."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, None
    for sign in text:
        if sign in _POWERS:
            total += (1 if digit is None else digit) * _POWERS[sign]
            digit = None
        elif digit is None or digit == 0:
            digit = _DIGITS[sign]
        else:
            return None
    return total + (digit or 0)
