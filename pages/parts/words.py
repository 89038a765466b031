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
    """Every word by `kind:name`, kinds in the order in which a reader asks for them."""
    order = {kind: place for place, kind in enumerate(WORD_KINDS)}
    words = sorted(all_words(), key=lambda word: order.get(word.kind, len(order)))
    return {key_of(word): word for word in words}


def key_of(word: Word) -> str:
    """How the address names a word."""
    return f"{word.kind}:{word.name}"


def words_found(text: str, kinds: Collection[str]) -> list[Word]:
    """The words of these kinds (of all when none is named) that hold the text somewhere, in either language."""
    part = text.casefold()
    return [
        word for word in words_by_key().values() if (not kinds or word.kind in kinds) and part in _text(word).casefold()
    ]


def formula_of(word: Word, language: str) -> str | None:
    """How a word is computed; None for a word that is not."""
    return (word.formula_text(language) or None) if isinstance(word, Indicator) else None


def unit_of(word: Word, language: str) -> str | None:
    """The unit of a word in words; None when it measures nothing."""
    return codes_of("vocabulary", "unit", language).get(word.unit, word.unit) if word.unit else None


def tables_of(word: Word) -> list[str]:
    """The tables that have a word: as a table, as a column, or as a code in one; none for one over groups only."""
    if word.kind in ("table", "column"):
        return [word.name.partition(".")[0]]
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
    kinds = {kind: text.say(language) for kind, text in WORD_KINDS.items()}
    rows = [
        (
            word.label(language),
            kinds.get(word.kind, word.kind),
            word.explanation(language),
            formula_of(word, language),
            unit_of(word, language),
            word.source,
            word.name,
        )
        for word in words
    ]
    names = ("label", "kind", "definition", "formula", "unit", "source", "name")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _text(word: Word) -> str:
    formula = (word.formula, word.formula_en) if isinstance(word, Indicator) else ()
    return "\n".join((word.name, word.label_zh, word.label_en, word.definition, word.definition_en, *formula))
