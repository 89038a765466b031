"""Texts as sets of shingles, which containment and resemblance count, and the MinHash bands that find who shares."""

from array import array
from itertools import chain
from typing import Final

import polars as pl
import pyarrow as pa
from rensa import RMinHash

from etl.reuse.masking import BREAK
from etl.vocabulary.reuse import SHINGLE

BANDS: Final = 32
ROWS: Final = 4
"""Two texts of resemblance r agree in at least one band with probability 1 - (1 - r⁴)³²: 0.99 at 0.61, 0.87 at 0.5."""
_SEED: Final = 20
_FACTOR: Final = pl.lit(0x9E3779B97F4A7C15, pl.UInt64)
_SHIFT: Final = pl.lit(1 << 32, pl.UInt64)


def shingle_lists(texts: pl.Series, length: int = SHINGLE) -> pl.Series:
    """For each text the hashes (64 bits) of its runs of `length` characters in order; none for a shorter text."""
    hashes, counts = _hashes(texts, length)
    offsets = pl.concat([pl.Series([0]), counts.cum_sum()]).cast(pl.Int64).to_arrow()
    return pl.Series(pl.from_arrow(pa.LargeListArray.from_arrays(offsets, hashes.to_arrow())))


def runs_in_lines(texts: pl.Series, length: int, among: pl.Series | None = None) -> pl.DataFrame:
    """The runs of `length` characters inside each line of texts, all or those `among` some (told by their hashes).

    Columns: run (a hash), line (a number, all lines of all texts counted on from 0).
    """
    letters = pl.DataFrame({"code": _codes(pl.concat([texts, pl.Series([""])]).str.join(BREAK))})
    lines = (pl.col("code") == ord(BREAK)).cum_sum()
    begins = letters.select("code", run=_run(length), line=lines)
    inside = (pl.col("line") == pl.col("line").shift(1 - length)) & (pl.col("code") != ord(BREAK))
    asked = inside if among is None else pl.col("run").is_in(among.implode()) & inside
    return begins.filter(asked).select("run", pl.col("line").cast(pl.UInt32))


def bands_of(texts: pl.Series) -> pl.Series:
    """For each text the keys of its bands; a text too short for a shingle has none that another text has."""
    hashes, counts = _hashes(texts, SHINGLE)
    offsets = [0, *counts.cum_sum().to_list()]
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes.to_numpy(), offsets, BANDS * ROWS, _SEED)
    slots = array("I", chain.from_iterable(matrix.to_rows()))
    flat = pl.Series(pl.from_arrow(pa.Array.from_buffers(pa.uint32(), len(slots), [None, pa.py_buffer(slots)])))
    rows = pl.DataFrame({f"slot{k}": flat.gather_every(ROWS, k) for k in range(ROWS)})
    band = pl.int_range(pl.len(), dtype=pl.UInt64) % BANDS
    key = band
    for k in range(ROWS):
        key = _mixed(key * _FACTOR + pl.col(f"slot{k}").cast(pl.UInt64))
    keys = rows.select(key=key)["key"]
    return keys.reshape((-1, BANDS)).arr.to_list()


def _hashes(texts: pl.Series, length: int) -> tuple[pl.Series, pl.Series]:
    """The hashes of every run of `length` characters, text after text, and how many each text has."""
    lengths = texts.str.len_chars().cast(pl.Int64)
    hashes = pl.DataFrame({"code": _codes(texts)}).select(run=_run(length))["run"]
    counts = (lengths - length + 1).clip(0)
    begins = lengths.cum_sum() - lengths
    places = pl.DataFrame({"begin": begins, "end": begins + counts})
    inside = places.select(pl.int_ranges("begin", "end").list.explode(empty_as_null=False)).to_series()
    return hashes.gather(inside), counts


def _codes(texts: pl.Series) -> pl.Series:
    """The code of every character, text after text."""
    letters = "".join(texts.to_list()).encode("utf-32-le", "surrogatepass")
    codes = pa.Array.from_buffers(pa.uint32(), len(letters) // 4, [None, pa.py_buffer(letters)])
    return pl.Series(pl.from_arrow(codes))


def _run(length: int) -> pl.Expr:
    """A hash of each character of `code` and those behind it; the same for the same characters."""
    run = pl.col("code").cast(pl.UInt64)
    for ahead in range(1, length):
        run = run * _FACTOR + pl.col("code").shift(-ahead)
    return _mixed(run)


def _mixed(value: pl.Expr) -> pl.Expr:
    """The bits of a hash stirred, so that its upper half depends on all of them."""
    return (value ^ (value // _SHIFT)) * _FACTOR
