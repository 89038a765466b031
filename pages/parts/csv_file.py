"""Frames as CSV that opens in a spreadsheet: UTF-8 with its mark, text quoted, formulas made harmless."""

from collections.abc import Iterable, Mapping
from io import SEEK_END, BytesIO
from typing import Final

import polars as pl

from pages.parts.plain import harmless

MARK: Final = b"\xef\xbb\xbf"
"""Tells Excel that the file is UTF-8."""


def csv_bytes(batches: Iterable[pl.DataFrame], headings: Mapping[str, str]) -> bytes:
    """Batches with the same columns as one CSV; beside it, memory holds one batch at a time.

    `headings` renames columns; missing values are empty cells.
    """
    file = BytesIO(MARK)
    file.seek(0, SEEK_END)
    for number, batch in enumerate(batches):
        file.write(_lines(batch, headings, with_heading=number == 0))
    return file.getvalue()


def _lines(frame: pl.DataFrame, headings: Mapping[str, str], *, with_heading: bool) -> bytes:
    safe = frame.with_columns(
        pl.col(name).map_elements(harmless, return_dtype=pl.String, skip_nulls=True)
        for name, kind in frame.schema.items()
        if kind == pl.String and _may_hold_formulas(frame[name])
    )
    renamed = safe.rename({name: headings[name] for name in frame.columns if name in headings})
    text = renamed.write_csv(include_header=with_heading, quote_style="non_numeric", line_terminator="\r\n")
    return text.encode("utf-8")


def _may_hold_formulas(column: pl.Series) -> bool:
    return bool(column.str.contains(r"^[=+\-@\t\r＝＋－＠]").any())
