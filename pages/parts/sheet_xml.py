"""Rows as the XML of a worksheet: whole columns at once, so that a million rows take seconds and not minutes.

Text is always written as text, so nothing in it is run as a formula or followed as a link, and codes keep their zeros.
"""

from typing import Final

import polars as pl

from pages.parts.table import AMOUNT, PERCENT, WHOLE_NUMBER, YEAR

LONGEST_TEXT: Final = 32_767
"""The most that a cell may hold, in UTF-16 units, as the makers of the format have set it."""
CUT: Final = "…"
STYLES: Final = {"": 0, "text": 1, WHOLE_NUMBER: 2, AMOUNT: 3, PERCENT: 4, YEAR: 5, "date": 6, "time": 7}
"""The number of each look in the styles of the workbook."""
HEADING, WRAPPED, STRONG = 8, 9, 10
_DAY_ZERO: Final = 25_569
"""The first of January 1970 as a spreadsheet counts days."""
_CONTROLS: Final = [chr(code) for code in range(32) if chr(code) not in "\t\n"] + ["\ufffe", "\uffff"]
_FORBIDDEN: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "_x": "_x005F_x",
    **{char: f"_x{ord(char):04X}_" for char in _CONTROLS},
}
_NUMBERS: Final = frozenset({WHOLE_NUMBER, AMOUNT, PERCENT, YEAR})
Kinds = dict[str, str]


def column_letters(index: int) -> str:
    """The letters over a column, the first being 0: A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def escaped_xml(text: str) -> str:
    """The text as it may stand in a cell, whatever signs are in it."""
    text = text.replace("_x", _FORBIDDEN["_x"])
    return "".join(_FORBIDDEN.get(char, char) for char in text)


def text_cell(place: str, text: str, style: int) -> str:
    """One cell of text at a place like B2."""
    shown = escaped_xml(cut(text))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


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


def rows_xml(frame: pl.DataFrame, kinds: Kinds, first: int) -> bytes:
    """The rows as XML, the first of them standing in row `first` of the sheet; a missing value is no cell."""
    number = (pl.int_range(pl.len(), dtype=pl.Int64) + first).cast(pl.String)
    cells = [
        _cell(name, kind, column_letters(place), number, kinds.get(name, ""))
        for place, (name, kind) in enumerate(frame.schema.items())
    ]
    row = pl.concat_str(pl.lit('<row r="'), number, pl.lit('">'), *cells, pl.lit("</row>"))
    return str(frame.select(row.str.join("")).item() or "").encode("utf-8")


def _cell(name: str, dtype: pl.DataType, letters: str, number: pl.Expr, kind: str) -> pl.Expr:
    value, style, of_type = _value(pl.col(name), dtype, kind)
    start = pl.concat_str(pl.lit(f'<c r="{letters}'), number, pl.lit(f'" s="{STYLES[style]}"{of_type}>'))
    before, after = ('<is><t xml:space="preserve">', "</t></is></c>") if style == "text" else ("<v>", "</v></c>")
    return pl.concat_str(start, pl.lit(before), value, pl.lit(after)).fill_null("")


def _value(column: pl.Expr, dtype: pl.DataType, kind: str) -> tuple[pl.Expr, str, str]:
    """What stands in the cells of a column, the name of its look, and the type of its cells."""
    if dtype == pl.Date:
        return (column.cast(pl.Int32) + _DAY_ZERO).cast(pl.String), "date", ""
    if isinstance(dtype, pl.Datetime):
        days = column.dt.epoch("ms").cast(pl.Float64) / 86_400_000 + _DAY_ZERO
        return days.cast(pl.String), "time", ""
    if dtype == pl.Boolean:
        return column.cast(pl.Int8).cast(pl.String), "", ' t="b"'
    if dtype.is_numeric():
        finite = pl.when(column.is_finite()).then(column) if dtype.is_float() else column
        return finite.cast(pl.String), kind if kind in _NUMBERS else "", ""
    text = column.cast(pl.String).str.replace_many(list(_FORBIDDEN), list(_FORBIDDEN.values()))
    return text, "text", ' t="inlineStr"'
