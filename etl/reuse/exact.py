"""How much two texts share, counted exactly: the sets of their shingles."""

from functools import partial
from typing import Any, Final

import polars as pl

from etl.reuse.crew import Crew
from etl.reuse.prints import whole
from etl.reuse.shingles import shingle_lists
from etl.reuse.store import Kept

COUNTS: Final[dict[str, Any]] = {
    "print": pl.UInt64,
    "other_print": pl.UInt64,
    "shared": pl.UInt32,
    "size": pl.UInt32,
    "other_size": pl.UInt32,
}
"""One row per pair of texts compared: how many shingles both have, and how many each has. No null."""
_AT_ONCE: Final = 4_000
_NAME: Final = "pairs"


def counted(pairs: pl.DataFrame, texts: pl.DataFrame, kept: Kept, crew: Crew) -> pl.DataFrame:
    """The rows of `COUNTS` for pairs (print, other_print) of texts (print, masked), each pair once, the smaller first.

    What was counted before is kept.
    """
    smaller, larger = pl.min_horizontal("print", "other_print"), pl.max_horizontal("print", "other_print")
    pairs = pairs.select(print=smaller, other_print=larger).unique().sort("print", "other_print")
    known = pairs.join(kept.frame(_NAME, COUNTS), on=["print", "other_print"], maintain_order="left")
    new = pairs.join(known, on=["print", "other_print"], how="anti", maintain_order="left")
    parts = crew.together(partial(_counted, texts=texts), list(new.iter_slices(_AT_ONCE)))
    fresh = pl.concat([pl.DataFrame(schema=COUNTS), *parts])
    kept.add(_NAME, fresh)
    return pl.concat([known.select(*COUNTS), fresh])


def _counted(pairs: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    prints = pl.concat([pairs["print"], pairs["other_print"]]).unique().alias("print")
    asked = texts.join(prints.to_frame(), on="print", how="semi")
    sets = asked.select("print", shingles=shingle_lists(whole(asked["masked"])).list.unique())
    both = pairs.join(sets, on="print").join(sets.rename({"print": "other_print"}), on="other_print", suffix="_other")
    return both.select(
        "print",
        "other_print",
        shared=pl.col("shingles").list.set_intersection("shingles_other").list.len(),
        size=pl.col("shingles").list.len(),
        other_size=pl.col("shingles_other").list.len(),
    )
