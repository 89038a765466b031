"""Where the words of the lexicon stand in sentences: all sentences at once, in one run over their letters."""

from typing import Final

import polars as pl

_HALF_WIDTH: Final = ",;:!?()"
_FULL_WIDTH: Final = "，；：！？（）"
MARKS: Final = "，。；：！？"
"""What ends a clause."""
_ENDS: Final = "[。；：！？…”’」』）)\\s]*$"
_NUMBER: Final = "[一二三四五六七八九十]{1,3}"
_OPENING: Final = (
    rf"^[“\s]*(?:[（(]?(?:{_NUMBER}|[0-9]{{1,2}})[）)、.．]|{_NUMBER}是|第{_NUMBER}[，、是]|问题{_NUMBER}：|[①-⑳]"
    r"|首先|其次|再次|最后)[，、：. \s]*"
)
"""The number that a sentence of a list begins with."""


_TO_FULL_WIDTH: Final = str.maketrans(_HALF_WIDTH, _FULL_WIDTH)


def in_full_width(word: str) -> str:
    """A word with its marks as `laid_out` gives those of texts."""
    return word.translate(_TO_FULL_WIDTH)


def laid_out(texts: pl.Series) -> pl.DataFrame:
    """One row per text given: sentence (its place, from 0), text (its marks in full width), begins, ends.

    `begins` and `ends` are bytes: where the first letter behind the number stands, and where the last one ends.
    """
    text = pl.col("text").str.replace_many(list(_HALF_WIDTH), list(_FULL_WIDTH))
    frame = texts.alias("text").to_frame().with_columns(text).with_row_index("sentence")
    number = pl.col("text").str.extract(f"({_OPENING})").str.len_bytes().fill_null(0)
    return frame.with_columns(begins=number, ends=pl.col("text").str.replace(_ENDS, "").str.len_bytes())


def find(texts: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """One row per word found and what it says: sentence, word, at, end (bytes), says, weight; in reading order.

    `texts`: of `laid_out`; `words`: columns of `etl.reuse.lexicon.WORDS`. Of words that overlap the first counts, of
    those that begin at one place the longest.
    """
    by_length = pl.col("word").str.len_bytes()
    sought = words["word"].unique().to_frame().sort(by_length, "word", descending=[True, False])["word"].to_list()
    text = pl.col("text")
    hits = texts.select(
        "sentence",
        "begins",
        "ends",
        at=text.str.find_many(sought, leftmost=True),
        word=text.str.extract_many(sought, leftmost=True),
    )
    hits = hits.explode("at", "word").drop_nulls("word").with_columns(end=pl.col("at") + by_length)
    said = hits.join(words, on="word", maintain_order="left")
    is_there = (~pl.col("at_start") | (pl.col("at") == pl.col("begins"))) & (
        ~pl.col("at_end") | (pl.col("end") == pl.col("ends"))
    )
    return said.filter(is_there).select("sentence", "word", "at", "end", "says", "weight")


def in_letters(hits: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """The same rows with `start` and `stop` beside: where the word stands in the sentence, in characters from 0."""
    placed = hits.join(texts.select("sentence", "text"), on="sentence", maintain_order="left")
    before = pl.col("text").cast(pl.Binary).bin.head(pl.col("at")).cast(pl.String).str.len_chars()
    starts = placed.with_columns(start=before).drop("text")
    return starts.with_columns(stop=pl.col("start") + pl.col("word").str.len_chars())
