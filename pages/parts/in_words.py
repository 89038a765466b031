"""Codes of a table as words, for files and tables that people read."""

import polars as pl

from etl.vocabulary.coded import NO, YES, codes_of


def in_words(rows: pl.DataFrame, table: str, language: str) -> pl.DataFrame:
    """The rows of a table with what its codes and flags mean; a code that nobody declared stands for itself."""
    said = {name: codes_of(table, name, language) for name, kind in rows.schema.items() if kind == pl.String}
    flags = {"true": YES.say(language), "false": NO.say(language)}
    return rows.with_columns(
        *(pl.col(name).replace(codes) for name, codes in said.items() if codes),
        *(pl.col(name).cast(pl.String).replace(flags) for name, kind in rows.schema.items() if kind == pl.Boolean),
    )
