"""Words of the reuse of texts as the screen shows them: measures, kinds of agency, who stands where."""

from typing import Final

import polars as pl

from etl.vocabulary.agencies import KINDS
from etl.vocabulary.labels import UNKNOWN_REGION, UNNAMED
from etl.vocabulary.tables import TABLE_BY_NAME
from etl.vocabulary.words import Word
from pages.parts.in_words import or_word
from pages.parts.view import View

SHARED_TEXT: Final = TABLE_BY_NAME["shared_texts"].word
"""What a shared text is."""
_MEASURES: Final = {column.name: column.word for column in TABLE_BY_NAME["text_reuse"].columns}
_MATCHES: Final = {column.name: column.word for column in TABLE_BY_NAME["text_matches"].columns}


def measure_word(name: str) -> Word:
    """A column of `text_reuse` as a word."""
    return _MEASURES[name]


def match_word(name: str) -> Word:
    """A column of `text_matches` as a word."""
    return _MATCHES[name]


def placed(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `agency` and `region`: name and place, in words where a document does not say them."""
    return rows.with_columns(
        or_word("name", view.say(UNNAMED)).alias("agency"), or_word("place", view.say(UNKNOWN_REGION)).alias("region")
    )


def kinds_in_words(view: View) -> pl.Expr:
    """The kind of agency in words, as `kind_label`."""
    return pl.col("kind").replace({kind.name: kind.label(view.language) for kind in KINDS}).alias("kind_label")
