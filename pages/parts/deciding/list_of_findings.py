"""The list of findings, page by page: rows to tick, one to be opened, several to be decided on at once."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_DIVISION,
    COLUMN_MESSAGE,
    COLUMN_RULE,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    COLUMN_YEAR,
    EN,
    UNKNOWN_REGION,
    UNNAMED,
    ZH,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.checks import (
    COLUMN_STANDING,
    LIST_ALT,
    LIST_HOW,
    LIST_TITLE,
    LIST_TITLE_ALL,
    STANDING_UNKNOWN,
)
from pages.parts.choosing.paging import page_of
from pages.parts.choosing.picking import newly_picked
from pages.parts.deciding.counting import listed
from pages.parts.deciding.lives import STANDING_WORDS, Lives
from pages.parts.deciding.wanted import Wanted
from pages.parts.going import FINDING_KEY
from pages.parts.in_words import judged_in_words, or_word
from pages.parts.table import YEAR, Shown, tick_rows
from pages.parts.view import View

A_PAGE: Final = 50
PAGE_KEY: Final = "findings_page"
_ROW: Final = 35
_HEIGHT: Final = 330
_WANTED: Final = "findings wanted in the last run"
COLUMNS: Final = (
    Shown("severity", COLUMN_SEVERITY),
    Shown("state", COLUMN_STATE),
    Shown("standing", COLUMN_STANDING),
    Shown("rule", COLUMN_RULE),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("agency", COLUMN_AGENCY),
    Shown("message", COLUMN_MESSAGE),
    Shown("place", COLUMN_DIVISION),
)


def show_list(view: View, wanted: Wanted, lives: Lives, total: int) -> pl.DataFrame:
    """One page of the list; the findings ticked in it, with the columns of `findings_listed` and `STANDING`.

    One whose text is newly picked is the one that the address names from then on.
    """
    number, place = _page(wanted, view, total), st.empty()
    skip = (number - 1) * A_PAGE
    rows = listed(view, wanted, lives, A_PAGE, skip)
    title = LIST_TITLE_ALL if total <= A_PAGE else LIST_TITLE
    told = {"first": cell_number(skip + 1), "last": cell_number(skip + rows.height), "n": cell_number(total)}
    place.subheader(view.say(title, **told), anchor=False, help=view.say(LIST_HOW))
    height = min(_HEIGHT, _ROW * (rows.height + 1) + 3)
    key = f"findings {_print(rows['finding_id'].to_list())}"
    ticked, picked = tick_rows(view, key, in_words(view, rows), COLUMNS, view.say(LIST_ALT), height)
    if total > A_PAGE:
        st.pagination(_pages(total), key=PAGE_KEY, bind="query-params")
    st.caption(view.say(LIST_HOW))
    opened = newly_picked(key, picked)
    if opened is not None:
        st.query_params[FINDING_KEY] = rows["finding_id"][opened]
    return rows[ticked]


def in_words(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The findings as in `codes_in_words`, agency and place in words too where they are not known."""
    return codes_in_words(view, rows).with_columns(
        or_word("agency", view.say(UNNAMED)), or_word("place", view.say(UNKNOWN_REGION))
    )


def codes_in_words(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The findings with words for codes, in the reader's language, and `rule_name`, the code of the rule."""
    suffix = {ZH: "", EN: "_en"}[view.language]
    standings = {name: word.label(view.language) for name, word in STANDING_WORDS.items()}
    return rows.with_columns(
        pl.col("rule").alias("rule_name"),
        *judged_in_words(view.language),
        pl.col("standing").replace(standings).fill_null(view.say(STANDING_UNKNOWN)),
        pl.col(f"expression{suffix}").alias("expression"),
        pl.col(f"message{suffix}").alias("message"),
    )


def _pages(total: int) -> int:
    return max(1, -(-total // A_PAGE))


def _page(wanted: Wanted, view: View, total: int) -> int:
    """The page that the address names; the first when something else is wanted."""
    asked = repr((wanted, view.selection))
    before = st.session_state.get(_WANTED, asked)
    st.session_state[_WANTED] = asked
    pages = _pages(total)
    if asked != before or pages == 1:
        st.session_state.pop(PAGE_KEY, None)
        st.query_params.pop(PAGE_KEY, None)
        return 1
    st.session_state[PAGE_KEY] = page_of(st.session_state.get(PAGE_KEY) or st.query_params.get(PAGE_KEY), pages)
    return int(st.session_state[PAGE_KEY])


def _print(ids: Sequence[str]) -> str:
    """What tells the rows shown from others, so that ticks never pass from one finding to another."""
    return blake2b("|".join(ids).encode(), digest_size=8).hexdigest()
