"""Tables on the screen and as CSV: the same rows, the same headings, missing values as words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from etl.vocabulary.labels import NO_RATE, NOT_REPORTED, ROWS_CUT, Text
from etl.vocabulary.numerals import DECIMALS, cell_number, rounded_rate
from pages.parts.plain import escaped
from pages.parts.view import View

WORD: Final = "word"
WHOLE_NUMBER: Final = "whole number"
AMOUNT: Final = "amount"
PERCENT: Final = "percent"
YEAR: Final = "year"
ROWS_SHOWN: Final = 2_000
"""More rows than anybody scrolls through would only make the page slow; the extract has them all."""
_FORMATS: Final = {WHOLE_NUMBER: "%,d", AMOUNT: "%,g", PERCENT: "percent", YEAR: "%d"}
_STEPS: Final = {PERCENT: 0.001}
"""How far the screen says a rate; it cuts off what is beyond, so rates are rounded before."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One column as the reader sees it: its name in the frame, its heading, what kind of thing stands in it."""

    name: str
    heading: Text
    kind: str = WORD
    help: Text | None = None


def headings(view: View, columns: Sequence[Shown]) -> dict[str, str]:
    """The heading of each column in the reader's language."""
    return {column.name: view.say(column.heading) for column in columns}


def show_table(view: View, rows: pl.DataFrame, columns: Sequence[Shown], alt: str, height: int | None = None) -> None:
    """The rows as a table; a missing value is a word, never a blank or a zero."""
    # An Arrow table is sent as it is; a frame would pass through pandas, which takes ten times as long.
    st.dataframe(_first(view, rows, columns).to_arrow(), **_looks(view, columns, alt, height))


def pick_row(
    view: View, key: str, rows: pl.DataFrame, columns: Sequence[Shown], alt: str, height: int | None = None
) -> int | None:
    """The same table, and the number of the row that the reader has picked in it; None until one is."""
    event = st.dataframe(
        _first(view, rows, columns).to_arrow(),
        key=key,
        on_select="rerun",
        selection_mode="single-row",
        **_looks(view, columns, alt, height),
    )
    return next((int(row) for row in event["selection"]["rows"] if row < rows.height), None)


def tick_rows(
    view: View, key: str, rows: pl.DataFrame, columns: Sequence[Shown], alt: str, height: int | None = None
) -> tuple[list[int], int | None]:
    """The same table; the numbers of the rows that are ticked in it, and of the one whose text the reader picked."""
    event = st.dataframe(
        _first(view, rows, columns).to_arrow(),
        key=key,
        on_select="rerun",
        selection_mode=("multi-row", "single-cell"),
        **_looks(view, columns, alt, height),
    )
    ticked = sorted(int(row) for row in event["selection"]["rows"] if row < rows.height)
    return ticked, next((int(row) for row, _ in event["selection"].get("cells", ()) if row < rows.height), None)


def _first(view: View, rows: pl.DataFrame, columns: Sequence[Shown]) -> pl.DataFrame:
    """The rows that are shown, as many as a reader can use, with a word when there are more."""
    if rows.height > ROWS_SHOWN:
        st.caption(escaped(view.say(ROWS_CUT, shown=cell_number(ROWS_SHOWN), rows=cell_number(rows.height))))
    return rows.head(ROWS_SHOWN).select(_shown(column, rows.schema[column.name]) for column in columns)


def _shown(column: Shown, kind: pl.DataType) -> pl.Expr:
    """The values of a column as far as they are told; the extract has them whole."""
    if column.kind == PERCENT and kind.is_float():
        return pl.col(column.name).map_elements(lambda rate: float(rounded_rate(rate)), return_dtype=pl.Float64)
    return pl.col(column.name).round(DECIMALS) if column.kind == AMOUNT and kind.is_float() else pl.col(column.name)


def _looks(view: View, columns: Sequence[Shown], alt: str, height: int | None) -> dict[str, Any]:
    return {
        "hide_index": True,
        "column_config": {column.name: _config(view, column) for column in columns},
        "placeholder": view.say(NO_RATE if any(column.kind == PERCENT for column in columns) else NOT_REPORTED),
        "alt": alt,
        "height": height or "auto",
    }


def _config(view: View, column: Shown) -> ColumnConfig:
    label, explained = view.say(column.heading), view.say(column.help) if column.help else None
    if column.kind in _FORMATS:
        return st.column_config.NumberColumn(
            label, help=explained, format=_FORMATS[column.kind], step=_STEPS.get(column.kind)
        )
    return st.column_config.TextColumn(label, help=explained)
