"""Rows as Parquet: exact types, small, for programs; what the reader must know stands in the file's own metadata."""

import json
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from pages.parts.taking.extract import Extract

METADATA = "gongkai"
"""The key of the metadata under which title, facts and columns stand as JSON."""


def write_parquet(path: Path, extract: Extract) -> None:
    """The file at `path`, written batch by batch; there is at least one batch, if without rows."""
    batches = extract.rows()
    first = _named(extract, next(batches))
    schema = first.schema.with_metadata({METADATA: json.dumps(_told(extract), ensure_ascii=False)})
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        writer.write_table(first.cast(schema))
        for batch in batches:
            writer.write_table(_named(extract, batch).cast(schema))


def _named(extract: Extract, batch: pl.DataFrame) -> pa.Table:
    return batch.rename(extract.headings).to_arrow(compat_level=pl.CompatLevel.oldest())


def _told(extract: Extract) -> dict[str, object]:
    columns = {column.heading: [column.name, column.unit, column.meaning] for column in extract.columns}
    facts: dict[str, str] = {}
    for label, told in extract.facts:
        # Several remarks bear one label.
        facts[label] = f"{facts[label]}\n{told}" if label in facts else told
    return {"title": extract.title, "facts": facts, "columns": columns}
