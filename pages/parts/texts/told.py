"""Sentences of section five with the words that decided what they are about, and the themes in words."""

import json
from collections.abc import Iterator
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import ONE_YEAR
from etl.vocabulary.page_labels.themes import DECIDED, SENTENCE_MARK, SENTENCES_LEGEND
from etl.vocabulary.themes import MEASURE, PROBLEM, ROLES, THEMES
from etl.vocabulary.words import Word
from pages.parts.texts.marks import (
    END_IN_SIGHT,
    NAMES_PROBLEM,
    NAMES_THEME,
    TELLS_MEASURE,
    Piece,
    legend_html,
    text_html,
)
from pages.parts.view import View
from pages.queries.themes import themes_known

_MARKS: Final = {PROBLEM: NAMES_PROBLEM, MEASURE: TELLS_MEASURE, "theme": NAMES_THEME}


def theme_words(view: View) -> dict[str, Word]:
    """The themes by name: those of the program, and those that a user's own words add."""
    return {word.name: word for word in (*THEMES, *view.ask(themes_known))}


def theme_labels(view: View) -> tuple[tuple[str, str], ...]:
    """The themes in order, each with what it is called."""
    return tuple((name, word.label(view.language)) for name, word in theme_words(view).items())


def show_sentences(view: View, sentences: pl.DataFrame, theme: str) -> None:
    """Sentences of `sentences_on` year by year, each with its role in front and its deciding words marked."""
    marks = [Piece(view.say(word), _MARKS[name]) for name, word in DECIDED.items()]
    st.html(legend_html([Piece(view.say(SENTENCES_LEGEND)), *marks]))
    roles = {role.name: role.label(view.language) for role in ROLES}
    years = sentences["year"].unique(maintain_order=True).to_list()
    for place, year in zip(st.columns(max(len(years), 1)), years, strict=True):
        with place:
            st.markdown(f"**{view.say(ONE_YEAR, year=year)}**")
            for row in sentences.filter(pl.col("year") == year).iter_rows(named=True):
                role = Piece(view.say(SENTENCE_MARK, role=roles.get(row["role"], row["role"])))
                st.html(text_html([role, *told_pieces(row, theme)]))
    st.html(END_IN_SIGHT)


def told_pieces(sentence: dict[str, Any], theme: str) -> list[Piece]:
    """A sentence with the words that decided on its role and on this theme; together its text, letter for letter."""
    return list(_pieces(sentence["text"], json.loads(sentence["words"]), sentence["role"], theme))


def _pieces(text: str, words: list[dict[str, Any]], role: str, theme: str) -> Iterator[Piece]:
    """What decided on the theme comes before what decided on the role, where both stand in one place."""
    named = {role: _MARKS.get(role, ""), theme: NAMES_THEME}
    wanted = [word for word in words if named.get(word["says"])]
    taken: list[dict[str, Any]] = []
    for word in sorted(wanted, key=lambda one: one["says"] != theme):
        if all(word["end"] <= one["start"] or one["end"] <= word["start"] for one in taken):
            taken.append(word)
    done = 0
    for word in sorted(taken, key=lambda one: one["start"]):
        yield Piece(text[done : word["start"]])
        yield Piece(text[word["start"] : word["end"]], named[word["says"]])
        done = word["end"]
    yield Piece(text[done:])
