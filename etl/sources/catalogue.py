"""The catalogue: one row per file ever seen, so that a load adds and nothing that was loaded before is lost.

Columns: path, named, document_id, original (place in the archive, "" when refused), size_bytes, first_seen (UTC),
manifest_agency, manifest_region_code ("" when nothing is said), manifest_year (null likewise), refused_code and
refused_reason ("" unless the file could not be taken). Grain: one row per document_id and path, in the order seen.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import polars as pl

from etl.errors import LoadError
from etl.sources.originals import keep
from etl.sources.source import Source

DEMO: Final = "(demo)"
"""Stands for the folder named, so that no real folder can be taken for the demo."""
_SCHEMA: Final[dict[str, Any]] = {
    "path": pl.String,
    "named": pl.String,
    "document_id": pl.String,
    "original": pl.String,
    "size_bytes": pl.Int64,
    "first_seen": pl.Datetime("us"),
    "manifest_agency": pl.String,
    "manifest_region_code": pl.String,
    "manifest_year": pl.Int32,
    "refused_code": pl.String,
    "refused_reason": pl.String,
}
_CLAIM: Final = ("manifest_agency", "manifest_region_code", "manifest_year")


def read_catalogue(file: Path) -> pl.DataFrame:
    """The catalogue as it stands; empty when there is none; raises LoadError when it was damaged."""
    if not file.exists():
        return pl.DataFrame(schema=_SCHEMA)
    try:
        frame = pl.read_csv(file, schema=_SCHEMA, try_parse_dates=True).with_columns(pl.col(pl.String).fill_null(""))
    except pl.exceptions.PolarsError as fault:
        raise LoadError(f"{file} 已损坏，请恢复或删除后重新导入（the catalogue is damaged）：{fault}") from fault
    return frame.unique(["document_id", "path"], keep="first", maintain_order=True)


def write_catalogue(frame: pl.DataFrame, file: Path) -> None:
    """The catalogue replaced in one step."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.part")
    frame.write_csv(unfinished)
    os.replace(unfinished, file)  # noqa: PTH105 - the one call that says it replaces atomically


def take_in(sources: Iterable[Source], archive: Path, now: datetime) -> pl.DataFrame:
    """Every source kept in the archive; one row each in the columns of the catalogue, plus `is_claimed`."""
    rows = [_row(source, keep(source, archive), now) for source in sources]
    schema = {**_SCHEMA, "is_claimed": pl.Boolean}
    seen = pl.DataFrame(rows, schema=schema, orient="row")
    return seen.unique(["document_id", "path"], keep="first", maintain_order=True)


def merged(catalogue: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """The catalogue with what was seen now: new rows last, claims renewed, old refusals of its paths gone."""
    lasting = catalogue.filter((pl.col("original") != "") | ~pl.col("path").is_in(seen["path"].implode()))
    claims = seen.filter("is_claimed").select("document_id", "path", *_CLAIM, "is_claimed")
    renewed = lasting.join(claims, on=["document_id", "path"], how="left", suffix="_now", maintain_order="left")
    chosen = (
        pl.when(pl.col("is_claimed").is_not_null()).then(f"{name}_now").otherwise(name).alias(name) for name in _CLAIM
    )
    old = renewed.with_columns(chosen).select(*_SCHEMA)
    new = seen.join(old, on=["document_id", "path"], how="anti", maintain_order="left").select(*_SCHEMA)
    return pl.concat([old, new])


def _row(source: Source, original: str, now: datetime) -> tuple[object, ...]:
    claim, refused = source.claim, source.refused
    said = (claim.agency, claim.region_code, claim.year) if claim else ("", "", None)
    why = (refused.code, refused.reason) if refused else ("", "")
    here = (source.path, source.named, source.document_id, original, source.size_bytes, now)
    return (*here, *said, *why, claim is not None)
