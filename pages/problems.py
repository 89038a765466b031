"""Problems and improvements: who wrote section five, and each agency's text beside that of the year before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import COLUMN_REPORTS, COLUMN_SENTENCE, COLUMN_YEAR, joined
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.problems import (
    BESIDE_FIRST,
    BESIDE_TITLE,
    FOR_REVIEW,
    LEGEND,
    MARK_COLUMN,
    NO_REPORT,
    NO_TEXT,
    PROBLEM_STATES,
    PROBLEMS,
    PROBLEMS_PURPOSE,
    SECTION_FIVE,
    SENTENCE_STATES,
    TOO_LONG,
)
from etl.vocabulary.page_labels.themes import SEE_BOTH
from pages.charts.bars import state_bars
from pages.parts.choosing.address import YEAR_WIDE, Choice, Option, choose_one
from pages.parts.choosing.agency_choice import Agency, choose_agency
from pages.parts.differences import LETTERS_COMPARED, SAME, SENTENCES_COMPARED, UNCOMPARED, Sentence, compared, marked
from pages.parts.frame import open_page
from pages.parts.going import OTHER_KEY, TEXTS_KEY, THIS_KEY
from pages.parts.panel import download, show_panel
from pages.parts.plain import escaped
from pages.parts.table import WHOLE_NUMBER, YEAR, Shown
from pages.parts.view import View, current_view, drawn
from pages.queries.narrative import problem_states, problem_texts

STATE_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("state", SECTION_FIVE),
    Shown("reports", COLUMN_REPORTS, WHOLE_NUMBER),
)
SENTENCE_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("state", MARK_COLUMN),
    Shown("text", COLUMN_SENTENCE),
)
THIS_YEAR, LAST_YEAR = "green", "orange"
HEIGHT_OF_LONG: Final = 480


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(PROBLEMS), view.say(PROBLEMS_PURPOSE)):
        return
    show_states(view)
    agency = choose_agency(view, TEXTS_KEY)
    if agency is not None:
        show_texts(view, agency)


def show_states(view: View) -> None:
    """How section five stands, year by year."""
    states = view.ask(problem_states, view.selection)
    words = {state: view.say(word) for state, word in PROBLEM_STATES.items()}
    rows = states.with_columns(pl.col("state").replace(words))
    show_panel(view, "section-five", drawn(state_bars, states, view.language), rows, STATE_COLUMNS)


def show_texts(view: View, agency: Agency) -> None:
    """The text of one year beside that of the year before, what differs marked."""
    texts = {row["year"]: row for row in view.ask(problem_texts, agency.agency_id).iter_rows(named=True)}
    if not texts:
        return
    years = [year for year in texts if year in view.selection.years] or list(texts)
    options = [Option(year, str(year)) for year in years]
    year = choose_one(Choice("text_year", view.say(COLUMN_YEAR), options, width=YEAR_WIDE))
    now, before = texts[year], texts.get(year - 1)
    new = compared(now["text"], before["text"] if before else None)
    old = compared(before["text"], now["text"]) if before else ()
    same = sum(sentence.state == SAME for sentence in new)
    is_compared = not is_uncompared([*new, *old])
    title = BESIDE_TITLE if before and new and is_compared else BESIDE_FIRST
    limits = view.say(TOO_LONG, letters=cell_number(LETTERS_COMPARED), sentences=SENTENCES_COMPARED)
    with st.container(border=True):
        st.subheader(escaped(view.say(title, agency=agency.name, year=year, n=len(new), same=same)), anchor=False)
        st.caption(joined([view.say(LEGEND), view.say(FOR_REVIEW)], view.language) if is_compared else limits)
        left, right = st.columns(2)
        with left:
            show_text(view, year - 1, old, LAST_YEAR, is_loaded=before is not None)
        with right:
            show_text(view, year, new, THIS_YEAR, is_loaded=True)
        if before:
            pair = {THIS_KEY: now["report_id"], OTHER_KEY: before["report_id"]}
            st.page_link("pages/pair.py", label=view.say(SEE_BOTH), icon=":material/compare:", query_params=pair)
        rows = sentence_rows(view, {year - 1: old, year: new})
        download(replace(view, about=agency.name), "sentences", rows, SENTENCE_COLUMNS)


def show_text(view: View, year: int, sentences: Sequence[Sentence], colour: str, *, is_loaded: bool) -> None:
    """One text, sentence by sentence; as it is where it was too long to be compared; or why there is none."""
    is_whole = is_uncompared(sentences)
    st.markdown("\n\n".join([f"**{year}**", *(() if is_whole else marked(sentences, colour))]))
    if not is_loaded:
        st.info(view.say(NO_REPORT, year=year))
    elif not sentences:
        st.info(view.say(NO_TEXT))
    elif is_whole:
        with st.container(height=HEIGHT_OF_LONG):
            st.text("\n".join(sentence.text for sentence in sentences))


def is_uncompared(sentences: Sequence[Sentence]) -> bool:
    """Whether these sentences were too many, or too long, to be compared."""
    return any(sentence.state == UNCOMPARED for sentence in sentences)


def sentence_rows(view: View, texts: dict[int, Sequence[Sentence]]) -> pl.DataFrame:
    """Every sentence shown, with its year and what is marked; columns: year, state, text."""
    rows = [(y, view.say(SENTENCE_STATES[s.state]), s.text) for y, sentences in texts.items() for s in sentences]
    return pl.DataFrame(rows, schema={"year": pl.Int32, "state": pl.String, "text": pl.String}, orient="row")


show(current_view())
