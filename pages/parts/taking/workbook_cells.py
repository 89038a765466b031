"""Cells of a workbook: how they look, and rows written as what they are, by the kind of their column.

Nothing is guessed from a value. Text is written as text, so nothing in it is run as a formula or followed as a link,
and codes keep their zeros.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR

LONGEST_TEXT: Final = 32_767
"""The most that a cell may hold, in UTF-16 units, as the makers of the format have set it."""
CUT: Final = "…"
HEADING, WRAPPED, STRONG = "heading", "wrapped", "strong"
_NUMBERS: Final = {WHOLE_NUMBER: 3, AMOUNT: 4, PERCENT: "0.0%", YEAR: 1}
"""How numbers are shown; a format by its number is one that every spreadsheet has, in the manner of its country."""
_TEXT: Final = {"num_format": 49}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "": {},
    "text": _TEXT,
    "date": {"num_format": "yyyy-mm-dd"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss"},
    **{kind: {"num_format": shown} for kind, shown in _NUMBERS.items()},
    HEADING: {**_TEXT, "bold": True, "bg_color": "#E3EAF2", "valign": "vcenter", "text_wrap": True},
    WRAPPED: {**_TEXT, "valign": "top", "text_wrap": True},
    STRONG: {**_TEXT, "bold": True, "font_size": 14},
}
Looks = Mapping[str, Format]
"""The looks of one workbook by their names."""


def looks_of(book: Workbook) -> Looks:
    """The looks that the cells of this workbook may have."""
    return {name: book.add_format(look) for name, look in _LOOKS.items()}


def write_text(sheet: Worksheet, row: int, place: int, text: str, look: Format) -> None:
    """One cell of text, whatever signs are in it."""
    if text.startswith("<r>") and text.endswith("</r>"):
        # The library takes such text for its own markup and copies it unread; text in two parts it always reads.
        sheet.write_rich_string(row, place, text[:1], look, text[1:], look)
    else:
        sheet.write_string(row, place, text, look)


def write_rows(sheet: Worksheet, first: int, rows: pl.DataFrame, kinds: Mapping[str, str], looks: Looks) -> None:
    """The rows, the first of them in row `first` as counted from 0; a missing value is no cell."""
    ways = [_way(sheet, dtype, kinds.get(name, ""), looks) for name, dtype in rows.schema.items()]
    plain = rows.with_columns(_plain(name, dtype) for name, dtype in rows.schema.items())
    for number, row in enumerate(plain.iter_rows(), first):
        for place, (value, (write, look)) in enumerate(zip(row, ways, strict=True)):
            if value is not None:
                write(number, place, value, look)


def _way(sheet: Worksheet, dtype: pl.DataType, kind: str, looks: Looks) -> tuple[Callable[..., object], Format]:
    """What writes a value of a column, and the look of its cells."""
    if dtype == pl.Date:
        return sheet.write_datetime, looks["date"]
    if isinstance(dtype, pl.Datetime):
        return sheet.write_datetime, looks["time"]
    if dtype == pl.Boolean:
        return sheet.write_boolean, looks[""]
    if dtype.is_numeric():
        return sheet.write_number, looks[kind if kind in _NUMBERS else ""]
    return partial(write_text, sheet), looks["text"]


def _plain(name: str, dtype: pl.DataType) -> pl.Expr:
    """A column as values that a sheet knows: numbers that are numbers, days and times without a zone, flags, text."""
    column = pl.col(name)
    if dtype.is_float() or dtype.is_decimal():
        number = column.cast(pl.Float64)
        return pl.when(number.is_finite()).then(number).alias(name)
    if isinstance(dtype, pl.Datetime) and dtype.time_zone:
        return column.dt.convert_time_zone("UTC").dt.replace_time_zone(None)
    if dtype.is_integer() or dtype in {pl.Date, pl.Boolean} or isinstance(dtype, pl.Datetime):
        return column
    return column.cast(pl.String)


def cut(text: str) -> str:
    """The text as long as a cell may be; one that is longer ends with a mark that it was cut."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + CUT


def cut_texts(frame: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """The rows with no text longer than a cell may be, and how many were cut."""
    times = 0
    for name, kind in frame.schema.items():
        longest = frame[name].str.len_bytes().max() if kind == pl.String else None
        if longest is None or int(str(longest)) <= LONGEST_TEXT:
            continue
        shorter = frame[name].map_elements(cut, return_dtype=pl.String, skip_nulls=True)
        times += int((shorter != frame[name]).sum())
        frame = frame.with_columns(shorter.alias(name))
    return frame, times
