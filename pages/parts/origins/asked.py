"""What the address asks for in a report, a cell or a part of the text, and what was read there in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.form import SECTIONS, STATUSES, CellKey
from etl.vocabulary.labels import BY_HAND, COLUMN_SENTENCE, CORRECTED, Text
from etl.vocabulary.narrative import SENTENCE
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.source import (
    COLUMN_PLACE,
    COLUMN_RAW,
    FACT_SECTION,
    FACT_VALUE,
    NO_SUCH_CELL,
    NO_SUCH_SECTION,
    PLACE_CELL,
    PLACE_LINE,
    PLACE_NONE,
    READ_TITLE,
    READ_TITLE_BLANK,
    READ_TITLE_MISSING,
    REPORT_TITLE,
    SECTION_TITLE,
    SENTENCE_TITLE,
)
from etl.vocabulary.short_labels import SHORT_LABELS, TABLE_LABELS, cell_label
from pages.parts.going import CELL_KEY, SECTION_KEY, SENTENCE_KEY
from pages.parts.origins.places import numbers_of
from pages.parts.view import View
from pages.queries.source import sections_of, sentences_of

Row = Mapping[str, Any]
_SECTION_WORDS: Final = {word.name: word for word in SECTIONS}
_STATUS_WORDS: Final = {word.name: word for word in STATUSES}
_RAW_SAID: Final = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell (a row of `cells_of`), or a part of the text (a row of `sections_of`) with its sentences; or neither.

    `at` is the sentence asked for, from 1; 0 for none. `unknown` says what the address names and the report lacks.
    """

    cell: Row | None = None
    section: Row | None = None
    sentences: tuple[str, ...] = ()
    at: int = 0
    unknown: str = ""


def asked_of(view: View, report_id: str, cells: pl.DataFrame) -> Asked:
    """What the address asks for; the part of the text only when it names no cell."""
    cell, section = st.query_params.get(CELL_KEY, ""), st.query_params.get(SECTION_KEY, "")
    if cell:
        key = pl.concat_str("table_name", "item", "measure", separator=":")
        found = cells.filter(key == cell)
        return Asked(cell=_first(found), unknown=view.say(NO_SUCH_CELL, cell=cell) if found.is_empty() else "")
    if section:
        return _section_asked(view, report_id, section)
    return Asked()


def key_of(cell: Row) -> str:
    """How the address names a cell."""
    return f"{cell['table_name']}:{cell['item']}:{cell['measure']}"


def cell_in_words(cell: CellKey, language: str) -> str:
    """A cell in the words of the form; a cell that is declared no longer keeps its code names."""
    table, item, measure = cell
    is_known = (table, item) in SHORT_LABELS and (table, measure) in SHORT_LABELS
    return cell_label(table, item, measure, language) if is_known else f"{table} · {item} · {measure}"


def words_of(cell: Row, language: str) -> tuple[str, str, str]:
    """Table, item and measure of a cell in the words of the form."""
    table = cell["table_name"]
    names = (SHORT_LABELS.get((table, cell[part]), (cell[part], cell[part])) for part in ("item", "measure"))
    item, measure = (pair[language == "en"] for pair in names)
    return TABLE_LABELS[table][language == "en"], item, measure


def status_in_words(status: str, language: str) -> str:
    """The status of a cell as its word says."""
    return _STATUS_WORDS[status].label(language) if status in _STATUS_WORDS else status


def state_in_words(view: View, status: str, correction: str | None) -> str:
    """The status of a cell, and whether its value is one corrected by hand."""
    said = status_in_words(status, view.language)
    return view.say(CORRECTED, value=said) if correction else said


def place_in_words(view: View, place: str) -> str:
    """Where something stands: 第 3 张表第 5 行第 2 列."""
    numbers = numbers_of(place)
    if len(numbers) == 1:
        return view.say(PLACE_LINE, n=numbers[0])
    if len(numbers) == 3:
        return view.say(PLACE_CELL, table=numbers[0], row=numbers[1], column=numbers[2])
    return place or view.say(PLACE_NONE)


def title_of(view: View, names: Mapping[str, str], asked: Asked) -> str:
    """What is seen, in one line; `names` are `agency` and `year` in words."""
    if asked.cell is not None:
        key = (asked.cell["table_name"], asked.cell["item"], asked.cell["measure"])
        cell, raw = cell_in_words(key, view.language), " ".join(asked.cell["raw"].split())
        said = READ_TITLE if raw else READ_TITLE_BLANK if asked.cell["place"] else READ_TITLE_MISSING
        return said.say(view.language, cell=cell, raw=_cut(raw), **names)
    if asked.section is not None:
        section = section_in_words(asked.section["section"], view.language)
        said = SENTENCE_TITLE if asked.at else SECTION_TITLE
        return said.say(view.language, section=section, n=asked.at, **names)
    return view.say(REPORT_TITLE, **names)


def section_in_words(section: str, language: str) -> str:
    """A part of the report as its word says."""
    return _SECTION_WORDS[section].label(language) if section in _SECTION_WORDS else section


def facts_of(view: View, asked: Asked) -> dict[Text, str]:
    """What was read, label by label: the number, the text as printed, the place; nothing when nothing was asked."""
    if asked.cell is not None:
        correction, value = asked.cell["correction"], _value_in_words(asked.cell, view.language)
        return {
            FACT_VALUE: view.say(CORRECTED, value=value) if correction else value,
            **({BY_HAND: correction} if correction else {}),
            COLUMN_RAW: f"“{asked.cell['raw']}”",
            COLUMN_PLACE: place_in_words(view, asked.cell["place"]),
        }
    if asked.section is None:
        return {}
    facts = {FACT_SECTION: asked.section["heading"] or section_in_words(asked.section["section"], view.language)}
    if 0 < asked.at <= len(asked.sentences):
        facts[COLUMN_SENTENCE] = f"“{asked.sentences[asked.at - 1]}”"
    return {**facts, COLUMN_PLACE: place_in_words(view, asked.section["place"])}


def _section_asked(view: View, report_id: str, section: str) -> Asked:
    found = view.ask(sections_of, report_id).filter(pl.col("section") == section)
    if found.is_empty():
        return Asked(unknown=view.say(NO_SUCH_SECTION, section=section_in_words(section, view.language)))
    named = st.query_params.get(SENTENCE_KEY, "")
    sentences = _sentences(view, report_id, section, found["text"][0]) if named else ()
    return Asked(section=_first(found), sentences=sentences, at=int(named) if named.isdecimal() and sentences else 0)


def _sentences(view: View, report_id: str, section: str, text: str) -> tuple[str, ...]:
    """The sentences of a part of the text: of section five those that are kept, of others as the rules number them."""
    if section == "problems":
        return tuple(view.ask(sentences_of, report_id)["text"])
    return sentences_in(text)


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a part of the text as the rules number them."""
    return tuple(sentence.strip() for sentence in re.findall(SENTENCE, text))


def _value_in_words(cell: Row, language: str) -> str:
    """The number with its status; without a number what its status means."""
    status = _STATUS_WORDS.get(cell["status"])
    said = status.label(language) if status else str(cell["status"])
    if cell["value"] is not None:
        return f"{cell_number(cell['value'])} · {said}"
    return f"{said} · {status.explanation(language)}" if status else said


def _first(rows: pl.DataFrame) -> Row | None:
    return None if rows.is_empty() else rows.row(0, named=True)


def _cut(text: str) -> str:
    return text if len(text) <= _RAW_SAID else f"{text[:_RAW_SAID]}…"
