"""What stands below the last line of a report: who signed it and when, and where to reach them."""

import re
from collections.abc import Sequence
from typing import Final

from etl.recognising.dates import is_only_a_date, without_dates
from etl.recognising.titles import is_agency

_CONTACT: Final = re.compile(
    r"(?:(?:联系|办公|通[讯信]|单位)?(?:地址|电话)|联系方式|联系人|邮政编码|邮编|传真|电子邮箱|邮箱|网址)[:：].{0,60}"
)
_SENTENCE_ENDS: Final = re.compile("[。；;！？]")


def without_closing(text: str) -> str:
    """The text without the block below it: the agency and a date, with lines of address, telephone or postcode.

    Only lines that are nothing else are left out, and none where agency and date do not stand together at the end.
    """
    lines = text.split("\n")
    bare = ["".join(line.split()) for line in lines]
    signed = _signed(bare, _above_contacts(bare, len(bare)))
    return text if signed is None else "\n".join(lines[: _above_contacts(bare, signed)])


def _above_contacts(lines: Sequence[str], end: int) -> int:
    """Where the empty lines and those of an address before `end` begin."""
    while end and (not lines[end - 1] or _is_contact(lines[end - 1])):
        end -= 1
    return end


def _is_contact(line: str) -> bool:
    return _CONTACT.fullmatch(line) is not None and _SENTENCE_ENDS.search(line) is None


def _signed(lines: Sequence[str], end: int) -> int | None:
    """Where the agency stands that is the last before `end`, with its date beside or below it; None when none does."""
    filled = [at for at in range(end) if lines[at]]
    if not filled:
        return None
    last = filled[-1]
    if without_dates(lines[last]) != lines[last] and is_agency(without_dates(lines[last])):
        return last
    above = filled[-2] if len(filled) > 1 else last
    return above if is_only_a_date(lines[last]) and is_agency(lines[above]) else None
