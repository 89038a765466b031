"""What is told of one text by itself, and kept: how it is compared, its bands, what it repeats, how specific it is."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from etl.reuse.masking import BREAK, Owner, masked
from etl.reuse.shingles import bands_of
from etl.vocabulary.reuse import DETAILS
from etl.vocabulary.sentences import sentences_of

PRINTS: Final[dict[str, Any]] = {
    "key": pl.UInt64,
    "masked": pl.String,
    "print": pl.UInt64,
    "lengths": pl.List(pl.UInt32),
    "repeated": pl.UInt32,
    "details": pl.UInt32,
    "bands": pl.List(pl.UInt64),
}
"""One row per text of an owner. key: of text and names; masked: as compared, a line for each sentence; print: the same
for texts that are compared as the same; lengths: characters of each sentence; repeated: characters of sentences that
stand more than once; details: numbers, dates and names in it; bands: see `etl.reuse.shingles`. No null."""


def key_of(text: str, owner: Owner) -> int:
    """The same for the same text of an owner with the same names."""
    return _hash("\0".join((text, owner.agency, *owner.places)))


def prints_of(texts: Sequence[tuple[int, str, Owner]]) -> pl.DataFrame:
    """One row of `PRINTS` for each text, in their order; a text comes with its key and its owner."""
    rows = [_print(*text) for text in texts]
    frame = pl.DataFrame(rows, schema=_OF_ONE, orient="row")
    bands = bands_of(whole(frame["masked"])).alias("bands")
    details = pl.Series("details", [text for _, text, _ in texts]).str.count_matches(DETAILS)
    return frame.with_columns(bands, details).select(*PRINTS)


_OF_ONE: Final = {name: dtype for name, dtype in PRINTS.items() if name not in ("bands", "details")}


def _print(key: int, text: str, owner: Owner) -> tuple[object, ...]:
    sentences = sentences_of(text)
    compared = masked(sentences, owner)
    lines, lengths = compared.split(BREAK), [len("".join(sentence.split())) for sentence in sentences]
    times = Counter(lines)
    repeated = sum(length for line, length in zip(lines, lengths, strict=False) if times[line] > 1)
    return key, compared, _hash(compared.replace(BREAK, "")), lengths, repeated


def whole(compared: pl.Series) -> pl.Series:
    """Texts as they are compared in one piece, sentences not set apart."""
    return compared.str.replace_all(BREAK, "", literal=True)


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())
