"""Codes of a table as words, for files and tables that people read; and words where there is no name."""

import polars as pl

from etl.vocabulary.coded import NO, YES, codes_of
from etl.vocabulary.labels import SEVERITIES, STATES
from etl.vocabulary.rules import RULE_BY_NAME


def in_words(rows: pl.DataFrame, table: str, language: str) -> pl.DataFrame:
    """The rows of a table with what its codes and flags mean; a code that nobody declared stands for itself."""
    said = {name: codes_of(table, name, language) for name, kind in rows.schema.items() if kind == pl.String}
    flags = {"true": YES.say(language), "false": NO.say(language)}
    return rows.with_columns(
        *(pl.col(name).replace(codes) for name, codes in said.items() if codes),
        *(pl.col(name).cast(pl.String).replace(flags) for name, kind in rows.schema.items() if kind == pl.Boolean),
    )


def judged_in_words(language: str) -> list[pl.Expr]:
    """The columns rule, severity and state of findings with words for their codes."""
    words = {
        "rule": {name: rule.label(language) for name, rule in RULE_BY_NAME.items()},
        "severity": {name: word.say(language) for name, word in SEVERITIES.items()},
        "state": {name: word.say(language) for name, word in STATES.items()},
    }
    return [pl.col(column).replace(labels) for column, labels in words.items()]


def or_word(column: str, word: str) -> pl.Expr:
    """A column of names with a word where there is none."""
    return pl.when(pl.col(column).fill_null("") == "").then(pl.lit(word)).otherwise(pl.col(column)).alias(column)
