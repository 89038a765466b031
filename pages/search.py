"""Search the texts: words or a phrase looked for in section five of all reports, with the places and the years."""

from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_RATE,
    COLUMN_REPORTS,
    COLUMN_TITLE,
    COLUMN_YEAR,
    LIST_MARK,
    REGION,
    UNNAMED,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels import search as says
from etl.vocabulary.page_labels.pair import SEE_SOURCE
from etl.vocabulary.page_labels.problems import SECTION_FIVE
from etl.vocabulary.page_labels.source import YEAR_NOT_KNOWN
from pages.charts.found import found_years, texts_there
from pages.charts.rows import with_samples
from pages.parts import columns
from pages.parts.choosing.address import type_text
from pages.parts.choosing.paging import page_of
from pages.parts.choosing.report_choice import year_in_words
from pages.parts.frame import open_page
from pages.parts.going import to_section
from pages.parts.panel import Whole, download, show_panel
from pages.parts.plain import escaped
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown
from pages.parts.taking.called import Called
from pages.parts.texts.marks import text_html
from pages.parts.texts.reuse_words import placed
from pages.parts.texts.snippets import TERMS_AT_MOST, marked, snippet, terms_of, words_typed
from pages.parts.view import View, current_view, drawn
from pages.queries.search import texts_at, texts_by_year, texts_found

WORDS_KEY: Final = "find_words"
_EXAMPLE: Final = "example picked"
PAGE_KEY: Final = "hits"
ON_A_PAGE: Final = 10
TEXTS_COLUMNS: Final = (
    Shown("year_told", COLUMN_YEAR),
    Shown("texts", says.COLUMN_WITH, WHOLE_NUMBER),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
)
YEARS_COLUMNS: Final = (
    Shown("year_told", COLUMN_YEAR),
    Shown("rate", COLUMN_RATE, PERCENT),
    Shown("numerator", says.COLUMN_HOLDING, WHOLE_NUMBER),
    Shown("denominator", says.COLUMN_WITH, WHOLE_NUMBER),
    columns.SAMPLE,
)
HIT_COLUMNS: Final = (
    Shown("agency", COLUMN_AGENCY),
    Shown("region", REGION),
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("times", says.COLUMN_TIMES, WHOLE_NUMBER),
    Shown("title", COLUMN_TITLE),
    Shown("text", SECTION_FIVE),
)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(says.SEARCH), view.say(says.SEARCH_PURPOSE)):
        return
    typed = type_text(WORDS_KEY, view.say(says.WORDS), view.say(says.WORDS_EXAMPLE))
    terms = terms_of(typed)
    st.caption(escaped(view.say(says.HOW)))
    if words_typed(typed) > TERMS_AT_MOST:
        st.info(view.say(says.TOO_MANY, n=TERMS_AT_MOST))
    years = view.ask(texts_by_year, view.selection)
    if not terms:
        show_examples(view)
        show_panel(view, "texts", drawn(texts_there, years, view.language), with_years(view, years), TEXTS_COLUMNS)
        return
    found = view.ask(texts_found, view.selection, terms)
    show_years(view, years, found, in_quotes(view, terms))
    show_hits(view, found, terms)


def in_quotes(view: View, terms: tuple[str, ...]) -> str:
    """What is looked for, as the titles say it."""
    return view.say(says.AND).join(view.say(says.QUOTED, term=term) for term in terms)


def show_examples(view: View) -> None:
    """Words to begin with, to be picked."""
    words = view.say(says.EXAMPLES).split(LIST_MARK.zh)
    st.pills(view.say(says.TRY), words, key=_EXAMPLE, on_change=_look_for_example)


def _look_for_example() -> None:
    st.session_state[WORDS_KEY] = st.session_state[_EXAMPLE] or ""


def show_years(view: View, years: pl.DataFrame, found: pl.DataFrame, told: str) -> None:
    """The share of each year's texts that hold the words."""
    holding = found.unique("report_number").group_by("year").agg(pl.len().cast(pl.Int64).alias("numerator"))
    shares = years.join(holding, on="year", how="left", nulls_equal=True, maintain_order="left").select(
        "year",
        pl.col("numerator").fill_null(0),
        pl.col("texts").alias("denominator"),
        rate=pl.when(pl.col("texts") > 0).then(pl.col("numerator").fill_null(0) / pl.col("texts")),
    )
    reports = found["report_number"].n_unique()
    picture = drawn(found_years, shares, reports, told, view.language)
    rows = with_years(view, with_samples(shares, view.language))
    show_panel(view, "found-by-year", picture, rows, YEARS_COLUMNS, called=Called(told))


def with_years(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `year_told`: the year, or that it is not known."""
    return rows.with_columns(pl.col("year").cast(pl.String).fill_null(view.say(YEAR_NOT_KNOWN)).alias("year_told"))


def show_hits(view: View, found: pl.DataFrame, terms: tuple[str, ...]) -> None:
    """The texts found, a page at a time, and all of them to take away."""
    told = in_quotes(view, terms)
    with st.container(border=True):
        if found.is_empty():
            none = says.FOUND_NONE_TOGETHER if len(terms) > 1 else says.FOUND_NONE
            st.subheader(escaped(view.say(none, terms=told)), anchor=False)
            st.write(view.say(says.FOUND_NONE_DO))
            return
        title = view.say(says.FOUND_TITLE, n=cell_number(found.height), terms=told)
        st.subheader(escaped(title), anchor=False)
        pages = -(-found.height // ON_A_PAGE)
        first = (turn_to(terms, pages) - 1) * ON_A_PAGE
        here = found.slice(first, ON_A_PAGE)
        st.caption(view.say(says.FOUND_ORDER, first=first + 1, last=first + here.height))
        hits = view.ask(texts_at, tuple(here.select("report_number", "position").rows()))
        for times, hit in zip(here["times"], placed(view, hits).iter_rows(named=True), strict=True):
            show_hit(view, hit, times, terms)
        if pages > 1:
            st.pagination(pages, key=PAGE_KEY, bind="query-params")
        every = Whole(found.height, lambda: whole_rows(view, found))
        download(view, "texts-found", every, HIT_COLUMNS, title)


def turn_to(terms: tuple[str, ...], pages: int) -> int:
    """The page of the list that the address names; the first again when other words are looked for."""
    before = st.session_state.get("looked for")
    st.session_state["looked for"] = terms
    if before not in (None, terms):
        st.session_state[PAGE_KEY] = 1
    page = page_of(st.session_state.get(PAGE_KEY) or st.query_params.get(PAGE_KEY), pages)
    if pages > 1:
        st.session_state[PAGE_KEY] = page
    return page


def show_hit(view: View, hit: dict[str, Any], times: int, terms: tuple[str, ...]) -> None:
    """One text found: whose, the places in it, all of it, and the way to its document."""
    with st.container(border=True, gap="small"):
        year = year_in_words(view, hit["year"])
        head, way = st.columns([0.82, 0.18], vertical_alignment="center")
        told = view.say(says.HIT, agency=hit["agency"], year=year, times=times)
        about = f"{hit['region']} · {hit['title'] or view.say(UNNAMED)}"
        head.markdown(f"**{escaped(told)}**　:small[:gray[{escaped(about)}]]")
        key = f"hit {hit['report_number']} {hit['position']}"
        if way.button(view.say(SEE_SOURCE), key=key, icon=":material/find_in_page:", width="stretch"):
            to_section(hit["report_id"], "problems")
        st.html(text_html(snippet(hit["text"], terms)))
        with st.expander(view.say(says.WHOLE_TEXT)):
            st.html(text_html(marked(hit["text"], terms)))


def whole_rows(view: View, found: pl.DataFrame) -> pl.DataFrame:
    """Every text found with its whole text, in the order of the list; columns as in HIT_COLUMNS."""
    texts = view.ask_once(texts_at, found.select("report_number", "position").rows())
    times = found.select("report_number", "position", "times")
    return placed(view, texts).join(times, on=["report_number", "position"], maintain_order="left")


show(current_view())
