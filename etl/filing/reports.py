"""Readings become reports: each with its agency and region, its year, and whether it is the one that counts."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from etl.filing.agency_ids import agency_ids, short_hash
from etl.filing.corrected import fields_of, with_evidence, with_fields
from etl.filing.documents import documents_frame
from etl.filing.versions import decide_versions
from etl.vocabulary.reasons import DUPLICATE, READ

BY_MANIFEST: Final = "manifest"
_PLACED: Final[dict[str, Any]] = {
    "region_code": pl.String,
    "region_level": pl.String,
    "region_status": pl.String,
    "region_evidence": pl.String,
    "region_candidates": pl.List(pl.String),
    "kind": pl.String,
    "sector": pl.String,
    "is_doubtful": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is known of one document that may tell where its agency is.

    `clues` are (kind, text) pairs of the document, `folders` the names of the folders and archives it lay in, the one
    named first; `region_code` is what a manifest says, None when nothing.
    """

    agency: str
    year: int | None
    clues: tuple[tuple[str, str], ...]
    folders: tuple[str, ...]
    region_code: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Where an agency is and what it is; `region_code` and `level` are None unless `status` is `resolved`.

    `is_doubtful`: another document under the same name may be of another agency.
    """

    region_code: str | None
    level: str | None
    status: str
    evidence: str
    candidates: tuple[str, ...]
    kind: str
    sector: str | None
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Filed:
    """The rows of `agencies`, `reports` and `documents`.

    `reports` has, beside the columns of the table: agency, shard, region_code, region_level, region_status,
    region_candidates (list of texts), kind and sector (one for all reports of an agency), and year_to_come (the year
    that the document says, where it had not begun; else null). Superseded versions are in it, duplicates are not. They
    are numbered in the order of the catalogue, which is that of the shards.
    """

    agencies: pl.DataFrame
    reports: pl.DataFrame
    documents: pl.DataFrame


def found_fields(
    catalogue: pl.DataFrame, readings: pl.DataFrame, ask: Callable[[Question], Answer], documents: pl.Series
) -> pl.DataFrame:
    """What is known of some documents before any correction: the columns of `etl.filing.corrected.fields_of`."""
    seen = catalogue.with_row_index("seen_as").filter(pl.col("document_id").is_in(documents.implode()))
    read = _read_documents(seen, readings)
    return fields_of(read.hstack(_answers(read, ask)))


def file_reports(
    catalogue: pl.DataFrame, readings: pl.DataFrame, ask: Callable[[Question], Answer], fields: pl.DataFrame
) -> Filed:
    """Every document seen, filed: `ask` tells where an agency is, `fields` (see `with_fields`) what was corrected."""
    seen = catalogue.with_row_index("seen_as")
    read = with_fields(_read_documents(seen, readings), fields)
    placed = _placed(read, ask)
    decided = (
        decide_versions(placed)
        .with_columns(_report_ids(placed))
        .with_columns(report_id=pl.when(pl.col("outcome") != DUPLICATE).then("report_id"))
    )
    kept = decided.filter(pl.col("report_id").is_not_null()).with_columns(_of_its_agency("kind", "sector"))
    numbered = kept.sort("seen_as").with_row_index("report_number", offset=1)
    reports = numbered.sort("region_code", "year", "report_id")
    numbers = reports.select("report_id", "report_number")
    documents = documents_frame(seen, readings, decided).join(
        numbers, on="report_id", how="left", maintain_order="left"
    )
    return Filed(_agencies(reports), reports, documents)


def _read_documents(seen: pl.DataFrame, readings: pl.DataFrame) -> pl.DataFrame:
    """One row per document that was read; what a manifest says of any of its files goes before what was read."""
    claims = ("manifest_agency", "manifest_region_code", "manifest_year")
    said = [pl.col(name).filter(pl.col(name).cast(pl.String) != "").first().alias(name) for name in claims]
    first = seen.sort("seen_as").group_by("document_id", maintain_order=True)
    files = first.agg(pl.col("path", "named", "first_seen", "seen_as").first(), *said)
    read = files.join(readings.filter(pl.col("outcome") == READ).drop("outcome", "reason_code"), on="document_id")
    # Nobody reports on a year that had not begun when the document was first seen: a slip of the pen, not a year.
    has_begun = pl.col("year") <= pl.col("first_seen").dt.year()
    sure = read.with_columns(
        year=pl.when(has_begun).then("year"),
        year_to_come=pl.when(~has_begun).then("year"),
        year_from=pl.when(has_begun).then("year_from").otherwise(pl.lit("")),
    )
    return sure.with_columns(
        agency=pl.coalesce("manifest_agency", "agency"),
        year=pl.coalesce("manifest_year", "year"),
        agency_from=_from("manifest_agency", "agency_from"),
        year_from=_from("manifest_year", "year_from"),
    )


def _from(claim: str, otherwise: str) -> pl.Expr:
    return pl.when(pl.col(claim).is_not_null()).then(pl.lit(BY_MANIFEST)).otherwise(otherwise)


def _placed(read: pl.DataFrame, ask: Callable[[Question], Answer]) -> pl.DataFrame:
    """The documents with the columns that say where their agency is, and its id."""
    placed = with_evidence(read.hstack(_answers(read, ask)))
    return placed.with_columns(agency_ids(placed))


def _answers(read: pl.DataFrame, ask: Callable[[Question], Answer]) -> pl.DataFrame:
    columns = ("agency", "year", "clues", "named", "path", "manifest_region_code")
    rows = [_place(ask(_question(row))) for row in read.select(columns).iter_rows(named=True)]
    return pl.DataFrame(rows, schema=_PLACED, orient="row")


def _question(row: dict[str, Any]) -> Question:
    folders = tuple(part for part in (row["named"], *row["path"].split("/")[:-1]) if part)
    clues = tuple((clue["kind"], clue["text"]) for clue in row["clues"])
    return Question(row["agency"], row["year"], clues, folders, row["manifest_region_code"])


def _place(answer: Answer) -> tuple[object, ...]:
    where = (answer.region_code, answer.level, answer.status, answer.evidence, list(answer.candidates))
    return (*where, answer.kind, answer.sector, answer.is_doubtful)


def _report_ids(read: pl.DataFrame) -> pl.Series:
    rows = read.select("agency_id", "year", "document_id").iter_rows()
    ids = [short_hash(f"{agency}|{'' if year is None else year}|{document}", 16) for agency, year, document in rows]
    return pl.Series("report_id", ids, dtype=pl.String)


def _of_its_agency(*names: str) -> pl.Expr:
    """What was said of the agency first, for all of its reports."""
    return pl.col(names).sort_by("seen_as").first().over("agency_id")


def _agencies(reports: pl.DataFrame) -> pl.DataFrame:
    """One row per agency; what was said of it first counts where its documents differ in the wording."""
    first = reports.sort("seen_as").unique("agency_id", keep="first", maintain_order=True)
    candidates = [json.dumps(codes, ensure_ascii=False) for codes in first["region_candidates"].to_list()]
    named = first.with_columns(pl.Series("region_candidates", candidates, dtype=pl.String))
    beside = named.join(_years_of(reports), on="agency_id", how="left")
    return beside.rename({"agency": "name", "region_level": "level"}).sort("region_code", "name", "agency_id")


def _years_of(reports: pl.DataFrame) -> pl.DataFrame:
    """Per agency: its current reports, the first and the last year of them, and all years as a JSON list."""
    years = pl.col("year").drop_nulls().unique().sort()
    listed = pl.concat_str(pl.lit("["), years.cast(pl.String).str.join(", "), pl.lit("]"))
    counted = reports.filter("is_current").group_by("agency_id")
    return counted.agg(pl.len().alias("reports"), first_year=years.min(), last_year=years.max(), years=listed.first())
