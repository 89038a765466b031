"""Which texts may be alike, without comparing each with each: those that share a band or a sentence.

A text is paired with the first that shares a bucket with it, not with all: a text that thousands use makes as many
pairs as it has users, each with those who published it first.
"""

from collections.abc import Iterator
from typing import Final

import polars as pl

from etl.reuse.masking import BREAK
from etl.reuse.shingles import BANDS

FIRST_OF_BUCKET: Final = 8
"""Texts of a bucket, of different agencies, that all others in it are compared with."""
_FIRST_OF_SENTENCE: Final = 4
_SENTENCE_USED_BY: Final = 1_000
"""A single sentence that more texts use leads nowhere; two of them one after the other still do."""
_SHORTEST_SENTENCE: Final = 10
_AT_ONCE: Final = 50_000
PAIRS: Final = {"a": pl.UInt32, "b": pl.UInt32}


def candidates(texts: pl.DataFrame) -> pl.DataFrame:
    """Pairs of texts that may be alike (a, b: numbers of texts, a the earlier), each once.

    `texts`: number (in order of publication), lead (number of the agency that published it first), is_of_one (whether
    only that agency uses it), bands, masked. Two texts that only one and the same agency uses are no pair.
    """
    of_text = texts.select(pl.col("number", "lead").cast(pl.UInt32), "is_of_one")
    found = [pl.DataFrame(schema=PAIRS)]
    for buckets, first in _buckets(texts):
        pairs = _pairs(buckets.join(of_text, on="number", maintain_order="left"), first)
        found = [pl.concat([*found, pairs]).unique()] if len(found) > 4 else [*found, pairs]
    return pl.concat(found).unique().sort("b", "a")


def _buckets(texts: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, int]]:
    """Members of buckets with at least two (bucket, number), and with how many of a bucket the others are paired."""
    for band in range(BANDS):
        keys = texts.select(bucket=pl.col("bands").list.get(band), number=pl.col("number").cast(pl.UInt32))
        yield _shared(keys), FIRST_OF_BUCKET
    parts = [_sentences(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
    if not parts:
        return
    sentences = pl.concat(parts)
    singles = sentences.filter(pl.col("length") >= _SHORTEST_SENTENCE).select("bucket", "number").unique()
    rare = singles.filter(pl.len().over("bucket") <= _SENTENCE_USED_BY)
    yield _shared(rare), _FIRST_OF_SENTENCE
    together = sentences.filter("has_next").select(
        bucket=(pl.col("bucket") // 2 + pl.col("bucket").shift(-1) // 3), number="number"
    )
    yield _shared(together.unique()), FIRST_OF_BUCKET


def _sentences(texts: pl.DataFrame) -> pl.DataFrame:
    """The sentences of texts: bucket (a hash), number, length, has_next (whether the next row is of the same text)."""
    lines = texts.select(pl.col("number").cast(pl.UInt32), line=pl.col("masked").str.split(BREAK)).explode("line")
    return lines.select(
        "number",
        bucket=pl.col("line").hash(),
        length=pl.col("line").str.len_chars(),
        has_next=(pl.col("number") == pl.col("number").shift(-1)).fill_null(value=False),
    )


def _shared(members: pl.DataFrame) -> pl.DataFrame:
    return members.filter(pl.col("bucket").is_duplicated())


def _pairs(members: pl.DataFrame, first: int) -> pl.DataFrame:
    """Every member with the first of its bucket that come before it; of each agency only its first text counts."""
    in_order = members.sort("number").unique(["bucket", "lead"], keep="first", maintain_order=True)
    heads = in_order.group_by("bucket", maintain_order=True).head(first)
    both = members.join(heads, on="bucket", suffix="_head").filter(pl.col("number_head") < pl.col("number"))
    is_own = (pl.col("lead") == pl.col("lead_head")) & pl.col("is_of_one") & pl.col("is_of_one_head")
    return both.filter(~is_own).select(a="number_head", b="number").unique()
