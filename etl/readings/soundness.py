"""Whether single documents cannot be read, or the reader is broken: a broken reader must not publish."""

from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Final

import polars as pl

from etl.errors import LoadError
from etl.readings.shards import all_readings, drop_passing, passing_readings
from etl.vocabulary.reasons import READ

_FEWEST: Final = 2
_MANY: Final = 20
_LARGE_SHARE: Final = 0.25


def require_working_reader(store: Path, new: AbstractSet[str]) -> None:
    """Raise LoadError when none of the new documents could be read, or a large share of all, by faults that may pass.

    `new` are the documents read for the first time: those that failed before must not stop later loads. Rejections
    say nothing of the reader and do not count.
    """
    failed = passing_readings(store)
    if len(failed) < _FEWEST:
        return
    read = all_readings(store).filter(pl.col("outcome") == READ)
    none_of_new = _among(failed, new) >= _FEWEST and not _among(read, new)
    too_many = len(failed) >= _MANY and len(failed) >= _LARGE_SHARE * (len(failed) + len(read))
    if none_of_new or too_many:
        drop_passing(store)
        why = failed["reason"][0]
        raise LoadError(
            f"{len(failed)} 份文件读不了，疑为程序或磁盘故障，没有发布（broken reader, not published）：{why}"
        )


def _among(readings: pl.DataFrame, documents: AbstractSet[str]) -> int:
    return sum(document in documents for document in readings["document_id"])
