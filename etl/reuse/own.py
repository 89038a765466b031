"""What an agency keeps of its own words: a text beside that of its report before."""

from typing import Any, Final

import polars as pl
from rapidfuzz.distance import Levenshtein

from etl.reuse.crew import Crew
from etl.reuse.masking import BREAK
from etl.reuse.store import Kept
from etl.vocabulary.reuse import STICKY

OWN_YEARS: Final[dict[str, Any]] = {
    "key": pl.UInt64,
    "previous_key": pl.UInt64,
    "stickiness": pl.Float64,
    "yoy_similarity": pl.Float64,
}
"""One row per text and text before it. No null."""
_NAME: Final = "own"
_AT_ONCE: Final = 20_000
_PER_WORKER: Final = 5_000


def beside_before(pairs: pl.DataFrame, prints: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """The rows of `OWN_YEARS` for pairs (key, previous_key) of texts; `prints`: see `etl.reuse.prints`."""
    known = pairs.join(kept.frame(_NAME, OWN_YEARS), on=["key", "previous_key"])
    new = pairs.join(known, on=["key", "previous_key"], how="anti")
    texts = prints.select("key", "masked", "lengths")
    before = texts.select(previous_key="key", before="masked")
    fresh = [pl.DataFrame(schema=OWN_YEARS)]
    for some in new.iter_slices(_AT_ONCE):
        both = some.join(texts, on="key").join(before, on="previous_key")
        fresh += crew.each(_beside, list(both.iter_slices(_PER_WORKER)))
    kept.add(_NAME, pl.concat(fresh))
    return pl.concat([known, *fresh])


def _beside(both: pl.DataFrame) -> pl.DataFrame:
    columns = both.select("key", "previous_key", "masked", "lengths", "before")
    rows = [
        (key, previous, stickiness(text, lengths, other), similarity(text, other))
        for key, previous, text, lengths, other in columns.iter_rows()
    ]
    return pl.DataFrame(rows, schema=OWN_YEARS, orient="row")


def stickiness(text: str, lengths: list[int], before: str) -> float:
    """The share of characters in sentences that share a long run with the text before; short ones count as a whole."""
    if text == before:
        return 1.0
    others, whole = set(before.split(BREAK)), before.replace(BREAK, "")
    kept = sum(
        length for line, length in zip(text.split(BREAK), lengths, strict=True) if line in others or _runs(line, whole)
    )
    return kept / sum(lengths)


def _runs(line: str, whole: str) -> bool:
    return any(line[at : at + STICKY] in whole for at in range(len(line) - STICKY + 1))


def similarity(text: str, before: str) -> float:
    """One less the edit distance by the length of the longer text."""
    return float(Levenshtein.normalized_similarity(text.replace(BREAK, ""), before.replace(BREAK, "")))
