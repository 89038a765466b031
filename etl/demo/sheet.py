"""What one invented report states, before anything is said about how it is printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from etl.vocabulary.form import (
    BLANK,
    MISSING,
    NOT_APPLICABLE,
    REPORTED,
    UNREADABLE,
    CellKey,
    printed_cells,
)
from etl.vocabulary.variants import NOT_APPLICABLE_MARKS

_PLAIN_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_TOO_EXACT: Final = re.compile(r".*\.\d{4}\d*[1-9]\d*")
"""A number that four decimals do not hold."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An invented annual report.

    `cells` maps each cell to its plain text (`12`, `-3`, `4.5000`, ``, `/`, or something unreadable);
    a row none of whose cells is named is not printed, so the one-row and three-row （六）其他处理 both fit.
    `sections` maps a section name of the vocabulary to its paragraphs; `form` is the form of table two.
    `places` are the names of the divisions above the agency, highest first, for its address; `left_out` are sections
    that the report lacks with their headings.
    """

    agency: str
    year: int
    form: str
    cells: Mapping[CellKey, str]
    sections: Mapping[str, tuple[str, ...]]
    published_on: date
    phone: str = ""
    places: tuple[str, ...] = field(default=())
    left_out: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Expected:
    """What a right reader returns for one cell; `value` is None unless `status` is `reported`."""

    value: Decimal | None
    status: str


def expected_cells(sheet: Sheet) -> dict[CellKey, Expected]:
    """What a right reader returns for every cell of a sheet, in whatever layout it is printed.

    Cells of the form that the sheet does not print come back `missing`, but only where the sheet's own
    （六）其他处理 prints them: a three-row sheet misses no one-row cell.
    """
    expected = {key: _expected(text) for key, text in sheet.cells.items()}
    absent = [key for key in printed_cells(sheet.form) if key not in expected and not key[1].startswith("other")]
    return expected | dict.fromkeys(absent, Expected(None, MISSING))


def is_plain_number(text: str) -> bool:
    """Whether a cell's plain text is a number."""
    return _PLAIN_NUMBER.fullmatch(text) is not None


def states_number(text: str) -> bool:
    """Whether a cell's plain text is a number that a cell can hold."""
    return is_plain_number(text) and not ("." in text and _TOO_EXACT.fullmatch(text))


def _expected(text: str) -> Expected:
    if states_number(text):
        return Expected(Decimal(text), REPORTED)
    if not text.strip():
        return Expected(None, BLANK)
    return Expected(None, NOT_APPLICABLE if text in NOT_APPLICABLE_MARKS else UNREADABLE)
