"""Sentences with role, themes and the words that decided on them; each different text is looked at once."""

from typing import Final

import polars as pl

from etl.reuse.finding import find, in_letters, laid_out
from etl.reuse.lexicon import Lexicon
from etl.reuse.roles import decide, find_role_words, weigh
from etl.vocabulary.themes import DECIDES, MEASURE, PROBLEM, SETTLED

_ROLES: Final = {PROBLEM: (PROBLEM,), MEASURE: (MEASURE, SETTLED)}
_SEPARATOR: Final = ", "


def label(sentences: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The same rows with role, role_from, theme, themes and words beside.

    `sentences`: report_number, position, text, in that order and with all sentences of each report. theme is the
    heaviest of `themes` (of two alike that with more letters), null where there is none; `themes` and `words` are JSON
    lists, `[]` where there is none.
    """
    different = sentences.select("text").unique("text")
    texts = laid_out(different["text"])
    of_roles = find_role_words(texts, lexicon.role_words)
    parts = [weigh(texts, of_roles), _words_of_roles(of_roles, texts), _themes(texts, lexicon)]
    known = different.with_row_index("sentence")
    for part in parts:
        known = known.join(part, on="sentence", how="left")
    told = decide(sentences.join(known, on="text", how="left", maintain_order="left"))
    of_role = pl.when(role=PROBLEM).then("problem_words").when(role=MEASURE).then("measure_words")
    return told.select(
        *sentences.columns,
        "role",
        "role_from",
        "theme",
        themes=pl.format('["{}"]', pl.col("themes")).fill_null("[]"),
        words=pl.format("[{}]", pl.concat_str(of_role, "theme_words", separator=_SEPARATOR, ignore_nulls=True)),
    )


def _words_of_roles(hits: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """One row per text with such words: sentence, and those for either role as JSON objects one behind the other."""
    columns = [
        _listed(hits.filter(pl.col("says").is_in(said)), pl.lit(role), texts, f"{role}_words")
        for role, said in _ROLES.items()
    ]
    return columns[0].join(columns[1], on="sentence", how="full", coalesce=True)


def _themes(texts: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """One row per text with a theme: sentence, theme, themes (names, `", "` between), theme_words (JSON)."""
    order = pl.DataFrame({"says": [word.name for word in lexicon.themes]}).with_row_index("rank")
    hits = find(texts, lexicon.theme_words)
    once = hits.unique(["sentence", "says", "word"], keep="first")
    weighed = once.group_by("sentence", "says").agg(
        pl.col("weight").sum(), pl.col("at").min(), letters=pl.col("word").str.len_bytes().sum()
    )
    decided = weighed.filter(pl.col("weight") >= DECIDES).join(order, on="says")
    ranked = decided.sort("sentence", "weight", "letters", "at", "rank", descending=[False, True, True, False, False])
    named = ranked.group_by("sentence", maintain_order=True).agg(themes="says")
    named = named.select("sentence", theme=pl.col("themes").list.first(), themes=pl.col("themes").list.join('", "'))
    spoken = hits.join(decided, on=["sentence", "says"], how="semi", maintain_order="left")
    return named.join(_listed(spoken, pl.col("says"), texts, "theme_words"), on="sentence")


def _listed(hits: pl.DataFrame, says: pl.Expr, texts: pl.DataFrame, name: str) -> pl.DataFrame:
    """One row per text with words found: sentence, and the words as JSON objects one behind the other."""
    parts = ['{"says": "', says, '", "word": "', "word", '", "start": ', "start", ', "end": ', "stop", "}"]
    columns = ("word", "start", "stop")
    told = [pl.lit(part) if isinstance(part, str) and part not in columns else part for part in parts]
    objects = in_letters(hits, texts).select("sentence", pl.concat_str(told).alias(name))
    grouped = objects.group_by("sentence", maintain_order=True).agg(name)
    return grouped.with_columns(pl.col(name).list.join(_SEPARATOR))
