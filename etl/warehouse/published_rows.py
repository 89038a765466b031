"""What the command line asks of the published build: its findings, its documents, what it was made from."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from etl.errors import UsageError
from etl.vocabulary.corrections import NOT_FOUND
from etl.vocabulary.reasons import LOADED
from etl.vocabulary.rules import ERROR, INFO, WARNING
from etl.warehouse.published import open_published, published_path

_GRAVEST_FIRST: Final = (ERROR, WARNING, INFO)


def findings(data_dir: Path) -> pl.DataFrame:
    """One row per finding, gravest first: the columns of `findings`, and whose report it is about.

    These are agency_id, document_id, agency ("" when the document does not say), region_code and year (null when not
    known), path. Raises NothingPublishedError when there is no build yet.
    """
    query = """
        SELECT findings.*, agencies.agency_id, reports.document_id, agencies.name AS agency, agencies.region_code,
            reports.year, documents.path
        FROM findings JOIN reports USING (report_id) JOIN agencies USING (agency_id)
        JOIN documents ON documents.report_id = reports.report_id AND documents.outcome = $loaded
        ORDER BY list_position($gravest_first, findings.severity), findings.rule, findings.state,
            agencies.region_code NULLS LAST, agencies.name, reports.year, findings.finding_id
    """
    return _rows(data_dir, query, {"gravest_first": list(_GRAVEST_FIRST), "loaded": LOADED})


def years(data_dir: Path) -> tuple[int, ...]:
    """The years that reports are about, in order."""
    query = "SELECT DISTINCT year FROM reports WHERE year IS NOT NULL ORDER BY year"
    return tuple(_rows(data_dir, query, {})["year"])


def divisions_in(data_dir: Path, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes of the divisions named and of all below them; raises UsageError for one that there is not."""
    query = """
        WITH RECURSIVE below AS (
            SELECT region_code FROM regions WHERE region_code IN (SELECT unnest($codes))
            UNION SELECT regions.region_code FROM regions JOIN below ON regions.parent_code = below.region_code
        ) SELECT region_code FROM below
    """
    found = tuple(_rows(data_dir, query, {"codes": list(codes)})["region_code"])
    unknown = [code for code in codes if code not in found]
    if unknown:
        raise UsageError(f"没有这个区划代码（no such division）：{'、'.join(unknown)}")
    return found


def documents(data_dir: Path) -> pl.DataFrame:
    """The rows of the table `documents`; raises NothingPublishedError when there is no build yet."""
    return _rows(data_dir, "SELECT * FROM documents", {})


def corrections(data_dir: Path) -> dict[str, int]:
    """How many corrections by hand came to which state; one that is about several reports counts once in each."""
    query = "SELECT state, count(DISTINCT correction_id) AS n FROM corrections GROUP BY state"
    return dict(_rows(data_dir, query, {}).iter_rows())


def corrections_not_found(data_dir: Path) -> tuple[str, ...]:
    """The ids of the corrections that are about no report."""
    query = "SELECT DISTINCT correction_id FROM corrections WHERE state = $state"
    return tuple(_rows(data_dir, query, {"state": NOT_FOUND})["correction_id"])


def inputs(data_dir: Path) -> str | None:
    """The fingerprint of what the published build was made from; None when there is none that can be opened."""
    if published_path(data_dir) is None:
        return None
    try:
        with _open(data_dir) as connection:
            rows = connection.execute("SELECT inputs FROM builds").fetchall()
    except duckdb.Error:
        return None
    return str(rows[0][0]) if rows else None


def _rows(data_dir: Path, query: str, parameters: dict[str, object]) -> pl.DataFrame:
    with _open(data_dir) as connection:
        rows: pl.DataFrame = connection.sql(query, params=parameters).pl()
    return rows


@contextmanager
def _open(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    published = open_published(data_dir)
    try:
        yield published.connection
    finally:
        published.connection.close()
