"""Rows as CSV that opens in a spreadsheet: UTF-8 with its mark, text quoted, formulas made harmless, codes kept.

A spreadsheet that opens a CSV takes text for a number or a date wherever it can, quoted or not: 0071 becomes 71. A
formula (="0071") would keep it, and is what this house does not write into files. So such text ends with a tab, which
nobody sees and which makes it text; only where people asked for it, never in a file for programs.
"""

from pathlib import Path
from typing import Final

import polars as pl

from etl.harmless import ARMOUR, FORMULA, NO_FORMULA
from pages.parts.taking.extract import Extract

MARK: Final = b"\xef\xbb\xbf"
"""Tells Excel that the file is UTF-8."""
KEEPER: Final = "\t"
"""Stands behind text that a spreadsheet would change."""
_CHANGED: Final = (
    r"^\s*(?:[-+]?0\d[\d.,]*"  # a leading zero is dropped
    r"|\d{12,}"  # shown as 1.2E+11; behind the fifteenth digit there are zeros
    r"|[-+]?\d+(?:\.\d*)?[eE][-+]?\d+"  # taken for a power of ten
    r"|\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?"  # taken for a date
    r"|\(\d[\d.,]*\))\s*$"  # taken for a negative number
)
_TIME: Final = "%Y-%m-%d %H:%M:%S"


def write_csv(path: Path, extract: Extract) -> None:
    """The file at `path`; memory holds one batch at a time. Missing values are empty cells."""
    with path.open("wb") as file:
        file.write(MARK)
        for number, batch in enumerate(extract.rows()):
            safe = batch.with_columns(
                _safe(name, keep=extract.for_people) for name, kind in batch.schema.items() if kind == pl.String
            )
            safe.rename(extract.headings).write_csv(
                file,
                include_header=number == 0,
                quote_style="non_numeric",
                line_terminator="\r\n",
                datetime_format=_TIME,
            )


def _safe(name: str, *, keep: bool) -> pl.Expr:
    """A column of text in which nothing is a formula and, if asked, nothing is changed by a spreadsheet.

    What would be taken for a formula gets an apostrophe in front, as spreadsheets themselves mark text.
    """
    text = pl.col(name)
    is_formula = text.str.contains(FORMULA) & ~text.str.contains(NO_FORMULA)
    is_changed = text.str.contains(_CHANGED) if keep else pl.lit(value=False)
    marked = pl.when(is_changed).then(pl.concat_str(text, pl.lit(KEEPER))).otherwise(text)
    return pl.when(is_formula).then(pl.concat_str(pl.lit(ARMOUR), text)).otherwise(marked).alias(name)
