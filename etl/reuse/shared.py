"""Texts that several agencies share: each with the report that published it first, and how alike the others are."""

from collections.abc import Iterator
from typing import Final

import polars as pl

from etl.vocabulary.reuse import SHARED

PARTS: Final = {"text": pl.UInt32, "first": pl.UInt32, "resemblance": pl.Float64}


def roots_to_compare(links: pl.DataFrame) -> pl.DataFrame:
    """Pairs of texts (a, b) that were not compared: a text, and the first of those that it is linked to by others.

    `links`: a, b (numbers of texts in order, a the earlier) and resemblance.
    """
    root: dict[int, int] = {}
    for later, earlier in _linked(links):
        root[later] = min(root.get(before, before) for before, _ in earlier)
    pairs = pl.DataFrame(
        [(first, text) for text, first in root.items()], schema={"a": pl.UInt32, "b": pl.UInt32}, orient="row"
    )
    return pairs.join(links, on=["a", "b"], how="anti")


def parts_of(links: pl.DataFrame) -> pl.DataFrame:
    """For each text that is another's or has others: the first one, and its resemblance to it (the rows of `PARTS`).

    A text belongs to the earliest first text that it is itself alike to, never by way of a third, so that what stands
    together is alike; a text that is alike to later ones of others only is a first text of its own.
    """
    belongs: dict[int, tuple[int, float]] = {}
    for later, earlier in _linked(links):
        firsts = [(before, resemblance) for before, resemblance in earlier if before not in belongs]
        if firsts:
            belongs[later] = min(firsts)
    rows = [(text, first, resemblance) for text, (first, resemblance) in belongs.items()]
    rows += [(first, first, 1.0) for first in {first for first, _ in belongs.values()}]
    return pl.DataFrame(rows, schema=PARTS, orient="row")


def _linked(links: pl.DataFrame) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """Each text in order with the earlier ones that it is alike to."""
    alike = links.filter(pl.col("resemblance") >= SHARED).sort("b", "a")
    for later, before, resemblance in alike.group_by("b", maintain_order=True).agg("a", "resemblance").iter_rows():
        yield later, list(zip(before, resemblance, strict=True))
