"""The words of the dictionary as rows: looked for by any part of them, with formula and the tables that have them."""

from collections.abc import Collection
from functools import cache
from typing import Final

import polars as pl

from etl.vocabulary.coded import codes_of
from etl.vocabulary.dictionary import all_words
from etl.vocabulary.form import PROACTIVE, REQUESTS, REVIEWS
from etl.vocabulary.indicator import Indicator
from etl.vocabulary.page_labels.dictionary import WORD_KINDS
from etl.vocabulary.short_labels import SHORT_LABELS
from etl.vocabulary.tables import TABLE_BY_NAME, TABLES
from etl.vocabulary.words import Word

_COLUMN_OF_KIND: Final[dict[str, tuple[str, ...]]] = {
    "measure": ("measure",),
    "applicant": ("applicant",),
    "channel": ("channel",),
    "outcome": ("outcome",),
    "status": ("status",),
    "section": ("section",),
    "rule": ("rule",),
    "reason": ("reason_code",),
    "agency_kind": ("kind",),
    "sector": ("sector",),
    "region_status": ("region_status",),
    "theme": ("theme",),
    "role": ("role",),
    "role_source": ("role_from",),
}
"""The columns in which a word of each kind stands as a code."""
_ONLY_IN: Final[dict[str, frozenset[str]]] = {
    "measure": frozenset({PROACTIVE}),
    "outcome": frozenset({REVIEWS}),
    "agency_kind": frozenset({"agencies", "indicators"}),
}
"""Columns of these names stand in other tables with another meaning."""


@cache
def words_by_key() -> dict[str, Word]:
    """Every word by `kind:name`, each once, kinds in the order in which a reader asks for them.

    A column that holds an indicator is told as the indicator, one that stands alike in several tables as one word.
    """
    order = {kind: place for place, kind in enumerate(WORD_KINDS)}
    words = sorted(all_words(), key=lambda word: order.get(word.kind, len(order)))
    told = set(_told_as().values())
    return {key_of(word): word for word in words if key_of(word) in told}


def word_named(key: str) -> Word | None:
    """The word that an address names, also by a column that is told as another word; None when there is none."""
    return words_by_key().get(_told_as().get(key, key))


@cache
def _told_as() -> dict[str, str]:
    """The key of every word, and the key under which it is told."""
    indicators = {word.name for word in all_words() if word.kind == "indicator"}
    first: dict[tuple[str | None, ...], str] = {}
    told: dict[str, str] = {}
    for word in all_words():
        table, _, column = word.name.partition(".")
        if word.kind == "column" and table == "indicators" and column in indicators:
            told[key_of(word)] = f"indicator:{column}"
        elif word.kind == "column":
            alike = (column, word.label_zh, word.definition, word.unit)
            told[key_of(word)] = first.setdefault(alike, key_of(word))
        else:
            told[key_of(word)] = key_of(word)
    return told


def key_of(word: Word) -> str:
    """How the address names a word."""
    return f"{word.kind}:{word.name}"


def words_found(text: str, kinds: Collection[str]) -> list[Word]:
    """The words of these kinds (of all when none is named) that hold the text somewhere, in either language."""
    part = text.casefold()
    return [word for word in words_by_key().values() if (not kinds or word.kind in kinds) and part in _text(word)]


def formula_of(word: Word, language: str) -> str | None:
    """How a word is computed; None for a word that is not."""
    return (word.formula_text(language) or None) if isinstance(word, Indicator) else None


def unit_of(word: Word, language: str) -> str | None:
    """The unit of a word in words; None when it measures nothing."""
    return codes_of("vocabulary", "unit", language).get(word.unit, word.unit) if word.unit else None


@cache
def _names(key: str) -> tuple[str, ...]:
    """The names of all words that are told as the one of this key."""
    return tuple(other.partition(":")[2] for other, told in _told_as().items() if told == key)


def tables_of(word: Word) -> list[str]:
    """The tables that have a word: as a table, as a column, or as a code in one; none for one over groups only."""
    if word.kind == "table":
        return [word.name]
    if word.kind == "column":
        return [name.partition(".")[0] for name in _names(key_of(word))]
    if word.kind == "indicator":
        own = {column.name for column in TABLE_BY_NAME["indicators"].columns}
        return ["indicators"] if word.name in own else []
    if word.kind == "item":
        return [table for table in (PROACTIVE, REQUESTS) if (table, word.name) in SHORT_LABELS]
    columns = _COLUMN_OF_KIND.get(word.kind, ())
    among = _ONLY_IN.get(word.kind)
    return [
        table.name
        for table in TABLES
        if any(one.name in columns for one in table.columns) and (among is None or table.name in among)
    ]


def as_rows(words: Collection[Word], language: str) -> pl.DataFrame:
    """One row per word.

    Columns: label, kind, definition, formula (NULL when there is none), unit (NULL when there is none), source, name.
    """
    names = ("label", "kind", "definition", "formula", "unit", "source", "name")
    rows = [_row(word, language) for word in words]
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


@cache
def _row(word: Word, language: str) -> tuple[str | None, ...]:
    kind = WORD_KINDS.get(word.kind)
    return (
        word.label(language),
        kind.say(language) if kind else word.kind,
        word.explanation(language),
        formula_of(word, language),
        unit_of(word, language),
        word.source,
        code_name(word),
    )


def code_name(word: Word) -> str:
    """How programs call a word: a column with its table, where it stands in one table only."""
    return word.name.partition(".")[2] if word.kind == "column" and len(tables_of(word)) > 1 else word.name


@cache
def _text(word: Word) -> str:
    """What is looked through for a part of it, capital letters made small."""
    formula = (word.formula, word.formula_en) if isinstance(word, Indicator) else ()
    names = _names(key_of(word))
    return "\n".join((*names, word.label_zh, word.label_en, word.definition, word.definition_en, *formula)).casefold()
