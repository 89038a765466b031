"""Sentences with role, themes and the words that decided on them; each different text is looked at once."""

from typing import Final

import polars as pl

from etl.reuse.finding import find, in_letters, laid_out
from etl.reuse.lexicon import Lexicon
from etl.reuse.roles import decide, find_role_words, weigh
from etl.vocabulary.themes import DECIDES, MEASURE, PROBLEM, SETTLED

_ROLES: Final = {PROBLEM: (PROBLEM,), MEASURE: (MEASURE, SETTLED)}
_WORD: Final = '{"says": "{}", "word": "{}", "start": {}, "end": {}}'
_SEPARATOR: Final = ", "


def label(sentences: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """The same rows with role, role_from, theme, themes and words beside.

    `sentences`: report_number, position, text, in that order and with all sentences of each report. theme is the
    heaviest of `themes`, null where there is none; `themes` and `words` are JSON lists, `[]` where there is none.
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
    spoken = in_letters(hits.filter(pl.col("says").is_in([says for said in _ROLES.values() for says in said])), texts)
    objects = spoken.select(
        "sentence", "says", word=_word(pl.when(says=PROBLEM).then(pl.lit(PROBLEM)).otherwise(pl.lit(MEASURE)))
    )
    return objects.group_by("sentence").agg(
        pl.col("word").filter(pl.col("says").is_in(said)).str.join(_SEPARATOR).replace("", None).alias(f"{role}_words")
        for role, said in _ROLES.items()
    )


def _word(says: pl.Expr) -> pl.Expr:
    parts = (
        '{"says": "',
        says,
        '", "word": "',
        pl.col("word"),
        '", "start": ',
        pl.col("start"),
        ', "end": ',
        pl.col("stop"),
        "}",
    )
    return pl.concat_str([pl.lit(part) if isinstance(part, str) else part for part in parts])


def _themes(texts: pl.DataFrame, lexicon: Lexicon) -> pl.DataFrame:
    """One row per text with a theme: sentence, theme, themes (names, `", "` between), theme_words (JSON)."""
    order = pl.DataFrame({"says": [word.name for word in lexicon.themes]}).with_row_index("rank")
    hits = find(texts, lexicon.theme_words)
    once = hits.unique(["sentence", "says", "word"], keep="first", maintain_order=True)
    weighed = once.group_by("sentence", "says").agg(pl.col("weight").sum(), pl.col("at").min())
    decided = weighed.filter(pl.col("weight") >= DECIDES).join(order, on="says")
    ranked = decided.sort("sentence", "weight", "at", "rank", descending=[False, True, False, False])
    named = ranked.group_by("sentence", maintain_order=True).agg(
        theme=pl.col("says").first(), themes=pl.col("says").str.join('", "')
    )
    words = in_letters(hits.join(decided, on=["sentence", "says"], how="semi", maintain_order="left"), texts)
    told = words.group_by("sentence").agg(theme_words=_word(pl.col("says")).str.join(_SEPARATOR))
    return named.join(told, on="sentence")
