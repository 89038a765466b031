"""Themes of problems: what section five names, where and when, and what is named again after a measure was told."""

from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_LEFT_OUT,
    COLUMN_PART,
    COLUMN_RATE,
    COLUMN_YEAR,
    REGION,
    ROWS_CUT,
    UNNAMED,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import themes as says
from etl.vocabulary.tables import TABLE_BY_NAME
from pages.charts.rows import with_parts, with_samples
from pages.charts.themes import named_again, themes_over_parts, themes_over_years
from pages.parts import columns
from pages.parts.choosing.address import Choice, choose_one, choose_switch, option_of, options_of, put_back
from pages.parts.choosing.picking import newly_picked
from pages.parts.frame import open_page
from pages.parts.going import to_pair, to_section
from pages.parts.in_sight import bring_into_sight
from pages.parts.panel import Whole, download, show_panel
from pages.parts.plain import escaped
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown, pick_row
from pages.parts.texts.reuse_words import placed
from pages.parts.texts.told import show_sentences, theme_labels, theme_words
from pages.parts.view import View, current_view, drawn
from pages.queries.choices import years_reported
from pages.queries.places import parts_below
from pages.queries.themes import (
    repeat_of,
    repeats_by_theme,
    repeats_found,
    sentences_on,
    themes_by_part,
    themes_by_year,
)

LISTED: Final = 200
"""More rows than anybody looks through; the extract has them all."""
AGAIN_KEY: Final = "again"
"""The address parameter that names a report and a theme of it that is named again."""
THEME_KEY: Final = "again_theme"
EVERY: Final = "all"
SPLITS: Final = {"year": says.BY_YEAR, "part": says.BY_PART}
SHARES: Final = (
    Shown("theme_label", says.COLUMN_THEME),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", says.COLUMN_NAMING, WHOLE_NUMBER),
    Shown("denominator", says.COLUMN_WITH_TEXT, WHOLE_NUMBER),
    Shown("promised", says.COLUMN_PROMISING, WHOLE_NUMBER),
    Shown("left_out", COLUMN_LEFT_OUT, WHOLE_NUMBER, says.WITHOUT_TEXT_HELP),
    columns.SAMPLE,
)
AGAIN_COLUMNS: Final = (
    Shown("theme_label", says.COLUMN_THEME),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", says.COLUMN_AGAIN_OF, WHOLE_NUMBER),
    Shown("denominator", says.COLUMN_COMPARED, WHOLE_NUMBER),
    Shown("left_out", says.COLUMN_NOT_COMPARED, WHOLE_NUMBER),
    columns.SAMPLE,
)
LIST_COLUMNS: Final = (
    Shown("agency", COLUMN_AGENCY),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("theme_label", says.COLUMN_THEME),
    Shown("promised_before", says.COLUMN_SENTENCES_BEFORE, WHOLE_NUMBER),
    Shown("named", says.COLUMN_SENTENCES_NOW, WHOLE_NUMBER),
    Shown("region", REGION),
)
ABOUT: Final = {column.name: column.word for column in TABLE_BY_NAME["problem_themes"].columns}


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(says.THEMES_PAGE), view.say(says.THEMES_PURPOSE)):
        return
    labels = theme_labels(view)
    show_themes(view, labels)
    show_again(view, labels)
    show_one(view)


def show_themes(view: View, labels: tuple[tuple[str, str], ...]) -> None:
    """Which share of the reports names which theme, by year or by part of the area."""
    options = options_of(SPLITS, view.language)
    split = choose_switch(Choice("themes_by", view.say(says.SPLIT_BY), options))
    words = [ABOUT["named"], ABOUT["promised"], *theme_words(view).values()]
    if split == "year":
        shares = view.ask(themes_by_year, view.selection)
        picture = drawn(themes_over_years, shares, labels, view.language)
        first = Shown("year", COLUMN_YEAR, YEAR)
        show_panel(view, "themes-by-year", picture, in_words(view, shares), (first, *SHARES), words)
        return
    shares = view.ask(themes_by_part, view.selection, parts_below(view.area_level))
    years = view.selection.years or tuple(view.ask(years_reported)["year"])
    picture = drawn(themes_over_parts, shares, years, labels, view.language)
    rows = in_words(view, with_parts(shares, view.language))
    show_panel(view, "themes-by-part", picture, rows, (Shown("part", COLUMN_PART), *SHARES), words)


def in_words(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with the name of the theme, and with what their denominator is worth where they have one."""
    named = rows.with_columns(pl.col("theme").replace(dict(theme_labels(view))).alias("theme_label"))
    return with_samples(named, view.language) if "denominator" in rows.columns else named


def show_again(view: View, labels: tuple[tuple[str, str], ...]) -> None:
    """What is named again: by theme, one by one, and the sentences of one."""
    repeats = view.ask(repeats_by_theme, view.selection)
    picture = drawn(named_again, repeats, labels, view.language)
    words = [ABOUT["is_repeated"], ABOUT["promised_before"]]
    left, right = st.columns(2)
    with left:
        picked = show_panel(view, "again", picture, in_words(view, repeats), AGAIN_COLUMNS, words, pick="theme")
    theme = newly_picked("themes named again", picked)
    if theme is not None:
        put_back({THEME_KEY: theme})
    with right.container(border=True, height="stretch"):
        show_list(view, dict(repeats.select("theme", "numerator").iter_rows()))


def show_list(view: View, times: dict[str, int]) -> None:
    """Every time that something was named again, `times` by theme; picking one shows its sentences."""
    named = theme_words(view)
    options = options_of({EVERY: says.EVERY_THEME}, view.language)
    options += [option_of(word, view.language) for word in named.values()]
    chosen = choose_one(Choice(THEME_KEY, view.say(says.LIST_ONLY), options, width=280))
    theme, number = (None, sum(times.values())) if chosen == EVERY else (chosen, times.get(chosen, 0))
    rows = listed(view, view.ask(repeats_found, view.selection, theme, LISTED))
    title = view.say(says.LIST_TITLE, n=cell_number(number))
    st.subheader(escaped(title), anchor=False)
    st.caption(view.say(says.LIST_DO))
    if number > rows.height:
        st.caption(escaped(view.say(ROWS_CUT, shown=cell_number(rows.height), rows=cell_number(number))))
    key = f"again {chosen}"
    row = newly_picked(key, pick_row(view, key, rows, LIST_COLUMNS, title, 380))
    every = Whole(number, lambda: listed(view, view.ask_once(repeats_found, view.selection, theme)))
    download(view, "again-list", every, LIST_COLUMNS, title)
    if row is not None:
        st.query_params[AGAIN_KEY] = rows["key"][row]


def listed(view: View, found: pl.DataFrame) -> pl.DataFrame:
    """Rows of `repeats_found` in words."""
    return in_words(view, placed(view, found))


def show_one(view: View) -> None:
    """The sentences of the report and theme that the address names, and the ways on."""
    wanted = st.query_params.get(AGAIN_KEY)
    if not wanted:
        return
    rows = view.ask(repeat_of, view.selection, wanted)
    if rows.is_empty():
        st.info(view.say(says.PICK_GONE), icon=":material/link_off:")
        return
    one = rows.row(0, named=True)
    reports = (one["before_id"], one["report_id"])
    sentences = view.ask(sentences_on, reports, one["theme"])
    with st.container(border=True):
        label = dict(theme_labels(view)).get(one["theme"], one["theme"])
        words = {"agency": one["name"] or view.say(UNNAMED), "year": one["year"], "before": one["year"] - 1}
        st.subheader(escaped(view.say(says.SENTENCES_TITLE, theme=label, **words)), anchor=False)
        show_sentences(view, sentences, one["theme"])
        lead_on(view, one)
    bring_into_sight(wanted)


def lead_on(view: View, one: dict[str, Any]) -> None:
    """The ways to both texts and to their documents."""
    with st.container(horizontal=True):
        if st.button(view.say(says.SEE_BOTH), icon=":material/compare:"):
            to_pair(one["report_id"], one["before_id"])
        for report_id, year in ((one["before_id"], one["year"] - 1), (one["report_id"], one["year"])):
            label = view.say(says.SEE_IN_SOURCE, year=year)
            if st.button(label, icon=":material/find_in_page:", key=f"source {report_id}"):
                to_section(report_id, "problems")


show(current_view())
