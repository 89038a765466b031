"""Dictionary: what every word of the data means, how it is computed, and how many reports fill it in."""

from functools import partial
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.indicators import RATE, VOLUME, Indicator
from etl.vocabulary.labels import COLUMN_UNIT, COLUMN_YEAR, FORM_NAMES, LIST_MARK
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.dictionary import (
    ALL_WORD_KINDS,
    COLUMN_ASKED,
    COLUMN_CODE_NAME,
    COLUMN_DEFINITION,
    COLUMN_FILLED,
    COLUMN_FORMULA,
    COLUMN_KNOWN_REPORTS,
    COLUMN_NAME,
    COLUMN_SOURCE,
    DICTIONARY,
    DICTIONARY_PURPOSE,
    FILLED_NONE_DO,
    FIND_WORD,
    FIND_WORD_PLACEHOLDER,
    FORM_PRINTS,
    FOUND_IN,
    FOUND_NOWHERE,
    NO_FORMULA,
    NO_SUCH_WORD,
    NO_WORD,
    NO_WORD_OF_KIND,
    WORD_KIND,
    WORD_KINDS,
    WORDS_ALT,
    WORDS_FOUND,
)
from etl.vocabulary.tables import TABLE_BY_NAME
from etl.vocabulary.words import Word
from pages.charts.filled import filled_bars, filled_years
from pages.parts.choosing.address import Choice, choose_many, options_of, type_text
from pages.parts.choosing.picking import newly_picked
from pages.parts.frame import open_page
from pages.parts.panel import download, show_panel
from pages.parts.plain import escaped
from pages.parts.table import PERCENT, WHOLE_NUMBER, YEAR, Shown, pick_row
from pages.parts.view import View, current_view, drawn
from pages.parts.words import as_rows, code_name, formula_of, key_of, tables_of, unit_of, word_named, words_found
from pages.queries.words import STORED, filled, filled_by_year, forms_printing

ENTRY: Final = "entry"
"""The address parameter that names the word looked at, as `kind:name`."""
WORD_COLUMNS: Final = (
    Shown("label", COLUMN_NAME),
    Shown("kind", WORD_KIND),
    Shown("definition", COLUMN_DEFINITION),
    Shown("formula", COLUMN_FORMULA),
    Shown("unit", COLUMN_UNIT),
    Shown("source", COLUMN_SOURCE),
    Shown("name", COLUMN_CODE_NAME),
)
_COUNTS: Final = (
    Shown("share", COLUMN_FILLED, PERCENT),
    Shown("known", COLUMN_KNOWN_REPORTS, WHOLE_NUMBER),
    Shown("asked", COLUMN_ASKED, WHOLE_NUMBER),
)
FILLED_COLUMNS: Final = (Shown("label", COLUMN_NAME), *_COUNTS)
YEAR_COLUMNS: Final = (Shown("year", COLUMN_YEAR, YEAR), *_COUNTS)


def show(view: View) -> None:
    """The whole page."""
    if not open_page(view, view.say(DICTIONARY), view.say(DICTIONARY_PURPOSE)):
        return
    text, kinds = choose_words(view)
    words = words_found(text, kinds)
    if not words:
        st.info(escaped(view.say(NO_WORD, word=text) if text else view.say(NO_WORD_OF_KIND)))
        return
    show_words(view, words)
    show_entry(view)
    show_filled(view, words)


def choose_words(view: View) -> tuple[str, list[str]]:
    """What is looked for, and in which kinds of words; none means all."""
    left, right = st.columns(2)
    with left:
        text = type_text("word", view.say(FIND_WORD), view.say(FIND_WORD_PLACEHOLDER))
    options = options_of(WORD_KINDS, view.language)
    with right:
        kinds = choose_many(Choice("word_kind", view.say(WORD_KIND), options, view.say(ALL_WORD_KINDS)))
    return text, kinds


def show_words(view: View, words: list[Word]) -> None:
    """The words found; the one that is picked is explained below."""
    rows = as_rows(words, view.language)
    shown = rows.with_columns(pl.col("formula", "unit").fill_null(view.say(NO_FORMULA)))
    title = view.say(WORDS_FOUND, n=cell_number(rows.height))
    with st.container(border=True):
        st.subheader(title, anchor=False)
        picked = newly_picked("words", pick_row(view, "words", shown, WORD_COLUMNS, view.say(WORDS_ALT), 320))
        download(view, "dictionary", shown, WORD_COLUMNS, view.say(DICTIONARY))
    if picked is not None:
        st.query_params[ENTRY] = key_of(words[picked])
        st.rerun()


def show_entry(view: View) -> None:
    """The word that the address names: definition, formula, unit, source, tables, and who fills it in."""
    named = st.query_params.get(ENTRY, "")
    if not named:
        return
    word = word_named(named)
    if word is None:
        st.warning(escaped(view.say(NO_SUCH_WORD, word=named[:80])), icon=":material/link_off:")
        return
    with st.container(border=True):
        st.subheader(escaped(word.label(view.language)), anchor=False)
        st.write(escaped(word.explanation(view.language)))
        st.markdown("  \n".join(f"**{label}**　{escaped(said)}" for label, said in entry_facts(view, word).items()))
    if isinstance(word, Indicator) and word.name in STORED:
        years = view.ask(filled_by_year, view.selection, word.name)
        picture = drawn(filled_years, years, word.name, view.language)
        show_panel(view, "filled-by-year", picture, years, YEAR_COLUMNS, [word])


def entry_facts(view: View, word: Word) -> dict[str, str]:
    """What is to be known of a word beside its definition, label by label."""
    mark, kind = view.say(LIST_MARK), WORD_KINDS.get(word.kind)
    tables = [f"{TABLE_BY_NAME[name].word.label(view.language)} ({name})" for name in tables_of(word)]
    facts = {
        WORD_KIND: view.say(kind) if kind else word.kind,
        COLUMN_CODE_NAME: code_name(word),
        COLUMN_FORMULA: formula_of(word, view.language) or view.say(NO_FORMULA),
        COLUMN_UNIT: unit_of(word, view.language) or view.say(NO_FORMULA),
        COLUMN_SOURCE: word.source,
        FOUND_IN: mark.join(tables) or view.say(FOUND_NOWHERE),
    }
    if word.name in STORED and word.kind == "indicator":
        facts[FORM_PRINTS] = mark.join(view.say(FORM_NAMES[form]) for form in forms_printing(word.name))
    return {view.say(label): said for label, said in facts.items()}


def show_filled(view: View, words: list[Word]) -> None:
    """How many reports fill in each of the numbers found; each of the rates where no number was found."""
    # A rate without a case has no number although nobody left anything out, so rates do not stand among numbers.
    stored = [word for word in words if isinstance(word, Indicator) and word.name in STORED]
    found = [word for word in stored if word.family == VOLUME] or [word for word in stored if word.family == RATE]
    names = [word.name for word in found]
    if not names:
        st.info(view.say(FILLED_NONE_DO))
        return
    counts = view.ask(filled, view.selection, names)
    labels = {word.name: word.label(view.language) for word in found}
    rows = partial(counts.with_columns, label=pl.col("name").replace(labels))
    show_panel(view, "filled", drawn(filled_bars, counts, view.language), rows, FILLED_COLUMNS)


show(current_view())
