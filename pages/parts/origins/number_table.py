"""Indicators against years as a table, and the number of it that the reader looks into."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import COLUMN_INDICATOR
from etl.vocabulary.page_labels.agency import NUMBER, NUMBER_YEAR, NUMBERS_ALT
from pages.parts.choosing.address import YEAR_WIDE, Choice, Option, choose_one, option_of
from pages.parts.view import View
from pages.queries.agency import NUMBERS

NUMBER_KEY: Final = "number"
NUMBER_YEAR_KEY: Final = "number_year"
LOOKED_INTO: Final = tuple(INDICATOR_BY_NAME[name] for name in NUMBERS)
"""What stands in the table, and can be taken apart into its cells."""
_LABEL: Final = "indicator"
_OF: Final = "number: agency it is of"


def show_number_table(view: View, key: str, names: Sequence[str], words: dict[int, list[str]]) -> None:
    """A row for each indicator, a column for each year; a click on a number chooses it in the boxes below.

    `words` are the numbers of each year as the reader sees them, in the order of `names`.
    """
    labels = [INDICATOR_BY_NAME[name].label(view.language) for name in names]
    by_year = {str(year): pl.Series(numbers, dtype=pl.String) for year, numbers in words.items()}
    years = {str(year): st.column_config.TextColumn(str(year), alignment="right") for year in words}
    st.dataframe(
        pl.DataFrame({_LABEL: pl.Series(labels, dtype=pl.String), **by_year}).to_arrow(),
        key=key,
        hide_index=True,
        column_config={_LABEL: st.column_config.TextColumn(view.say(COLUMN_INDICATOR), pinned=True), **years},
        on_select=lambda: _take(key, names),
        selection_mode="single-cell",
        alt=view.say(NUMBERS_ALT),
        height="auto" if len(names) < 12 else 460,
    )


def choose_number(view: View, agency_id: str, years: Sequence[int], reported: Collection[int]) -> tuple[Indicator, int]:
    """The indicator and the year looked into: the ones clicked in the table, named in the address or chosen here.

    The year is the newest of those `reported` until another is chosen.
    """
    _leave_missing_year(agency_id, reported)
    with st.container(horizontal=True):
        name = choose_one(_number_choice(view.language))
        in_order = sorted(years, reverse=True)
        options = [Option(year, str(year)) for year in in_order]
        choice = Choice(NUMBER_YEAR_KEY, view.say(NUMBER_YEAR), options, width=YEAR_WIDE)
        year = choose_one(choice, in_order.index(max(reported)))
    return INDICATOR_BY_NAME[name], year


@cache
def _number_choice(language: str) -> Choice[str]:
    options = [option_of(one, language) for one in LOOKED_INTO]
    return Choice(NUMBER_KEY, NUMBER.say(language), options)


def _leave_missing_year(agency_id: str, reported: Collection[int]) -> None:
    """Chooses the newest year `reported` when the reader comes from an agency that reported another year.

    A year without a report that a link names, or that is chosen here, stays: it is asked for.
    """
    before, year = st.session_state.get(_OF, agency_id), st.session_state.get(NUMBER_YEAR_KEY)
    st.session_state[_OF] = agency_id
    if before != agency_id and year is not None and year not in reported:
        st.session_state[NUMBER_YEAR_KEY] = max(reported)


def _take(key: str, names: Sequence[str]) -> None:
    """Puts the number that was clicked into the boxes."""
    for row, column in st.session_state[key]["selection"]["cells"]:
        st.session_state[NUMBER_KEY] = names[row]
        if column != _LABEL:
            st.session_state[NUMBER_YEAR_KEY] = int(column)
