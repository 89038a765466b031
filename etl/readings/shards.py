"""The store of readings: `<reader version>/shard-<id>/{readings,cells,sections,left_overs}.parquet`.

A shard is written under another name and renamed, so it is there whole or not at all. Shards named `failed-…` hold
documents that could not be read for a reason that may pass; they are dropped before the next load, which tries again.
"""

import shutil
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from etl.readings.rows import SCHEMAS

_AT_ONCE: Final = 8
"""Shards looked at together: more costs memory, fewer costs time."""
_LASTING: Final = "shard-"
_PASSING: Final = "failed-"
_UNFINISHED: Final = "unfinished-"


@dataclass(frozen=True, slots=True)
class Shard:
    """One batch of readings on disk; every method reads one frame with the columns of `SCHEMAS`."""

    folder: Path

    def frame(self, name: str) -> pl.DataFrame:
        """One of the four frames."""
        return pl.read_parquet(self.folder / f"{name}.parquet")


@dataclass(frozen=True, slots=True)
class Part:
    """Some shards read together; `documents` are the rows of theirs that are asked for."""

    shards: tuple[Shard, ...]
    documents: pl.DataFrame

    def frame(self, name: str) -> pl.DataFrame:
        """One of the four frames; of a document that stands in two shards only from that which `documents` name."""
        asked = self.documents.select("document_id", "shard")
        frames = [
            shard.frame(name).join(asked.filter(pl.col("shard") == shard.folder.name), on="document_id", how="semi")
            for shard in self.shards
        ]
        return pl.concat(frames)


def in_parts(kept: Sequence[Shard], documents: pl.DataFrame) -> Iterator[Part]:
    """The shards, several at once, each part with its own rows of `documents` (document_id, shard and more)."""
    for start in range(0, len(kept), _AT_ONCE):
        shards = tuple(kept[start : start + _AT_ONCE])
        is_there = pl.col("shard").is_in([shard.folder.name for shard in shards])
        yield Part(shards, documents.filter(is_there))


def write_shard(store: Path, frames: dict[str, pl.DataFrame], *, passing: bool = False) -> Shard:
    """The frames as a new shard of the store."""
    name = uuid.uuid4().hex
    unfinished = store / f"{_UNFINISHED}{name}"
    unfinished.mkdir(parents=True)
    for frame_name, frame in frames.items():
        frame.write_parquet(unfinished / f"{frame_name}.parquet", compression="zstd", compression_level=1)
    return Shard(unfinished.rename(store / f"{_PASSING if passing else _LASTING}{name}"))


def shards(store: Path) -> tuple[Shard, ...]:
    """Every whole shard, in an order that does not change; those that will pass last."""
    folders = [*sorted(store.glob(f"{_LASTING}*")), *sorted(store.glob(f"{_PASSING}*"))]
    return tuple(Shard(folder) for folder in folders)


def passing_readings(store: Path) -> pl.DataFrame:
    """The readings of the documents that the next load tries again."""
    kept = [shard.frame("readings") for shard in shards(store) if shard.folder.name.startswith(_PASSING)]
    return pl.concat([pl.DataFrame(schema=SCHEMAS["readings"]), *kept])


def drop_remains(store: Path) -> frozenset[str]:
    """The documents that could not be read for a reason that may pass; their shards are dropped.

    So are half-written shards, and the readings of other versions of the reader.
    """
    tried = frozenset(passing_readings(store)["document_id"])
    drop_passing(store)
    for folder in store.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)
    for version in (path for path in store.parent.glob("*") if path != store):
        shutil.rmtree(version, ignore_errors=True)
    return tried


def drop_passing(store: Path) -> None:
    """The store without what may pass, as if it had not been tried."""
    for folder in store.glob(f"{_PASSING}*"):
        shutil.rmtree(folder, ignore_errors=True)


def all_readings(store: Path) -> pl.DataFrame:
    """The readings of every shard, one row per document, with `shard` (the folder's name) beside."""
    frames = [shard.frame("readings").with_columns(shard=pl.lit(shard.folder.name)) for shard in shards(store)]
    empty = pl.DataFrame(schema={**SCHEMAS["readings"], "shard": pl.String})
    return pl.concat([empty, *frames]).unique("document_id", keep="first", maintain_order=True)
