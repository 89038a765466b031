"""Which page of a long list the address names."""

from typing import Final

_DIGITS: Final = 9
"""A longer number is nobody's page, and thousands of digits are more than can be read as a number."""


def page_of(address: object, pages: int) -> int:
    """The page an address or a pager names: the last where the list ends before it, the first where it names none."""
    named = str(address)
    number = int(named) if named.isdecimal() and len(named) <= _DIGITS else 1
    return max(1, min(number, pages))
