"""How much there is: reports, agencies and years under the filters, and what did not get in."""

import polars as pl

from etl.vocabulary.agencies import DEPARTMENT, GOVERNMENT
from etl.vocabulary.corrections import APPLIED, CELL
from etl.vocabulary.reasons import REJECTED
from pages.queries.ask import Connection, ask
from pages.queries.places import PARTS_IN_ORDER, parts_of
from pages.queries.selection import Selection, agency_condition, condition, followed_condition


def scope(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row: what lies under the filters, in current reports.

    Columns: reports, agencies, first_year, last_year (NULL when no year is known), without_year, without_region,
    governments, departments (reports of these kinds).
    """
    where, agencies = condition(selection), agency_condition(selection)
    return ask(
        connection,
        f"""
        SELECT count(*) AS reports, (SELECT count(*) FROM agencies a {agencies.sql}) AS agencies,
               min(i.year) AS first_year, max(i.year) AS last_year,
               count(*) - count(i.year) AS without_year, count(*) - count(i.region_code) AS without_region,
               count(CASE WHEN i.kind = '{GOVERNMENT}' THEN 1 END) AS governments,
               count(CASE WHEN i.kind = '{DEPARTMENT}' THEN 1 END) AS departments
        FROM indicators i {where.sql}
        """,
        {**where.parameters, **agencies.parameters},
    )


def has_corrected_cells(connection: Connection) -> bool:
    """Whether any cell of the build was corrected by hand; `corrected_cells` need not be asked where none was."""
    sql = "SELECT count(*) > 0 AS found FROM corrections WHERE kind = $kind AND state = $state"
    return bool(ask(connection, sql, {"kind": CELL, "state": APPLIED})["found"][0])


def corrected_cells(connection: Connection, selection: Selection) -> int:
    """How many cells of the current reports under the filters were corrected by hand."""
    where = condition(selection)
    found = ask(
        connection,
        f"""
        SELECT count(DISTINCT (i.report_id, c.table_name, c.item, c.measure)) AS n
        FROM corrections c JOIN indicators i USING (report_id)
        {where.sql} AND c.kind = '{CELL}' AND c.state = '{APPLIED}'
        """,
        where.parameters,
    )
    return int(found["n"][0])


def coverage_by_part(connection: Connection, selection: Selection, by: str) -> pl.DataFrame:
    """One row per part of the chosen area and year: who has a report, of those known from any year.

    Columns: part_code, part_name, is_own as in `parts_of`, year, reported (agencies with a report for the year),
    known (agencies of the part with a name and a report for any known year). A year in which nobody of the part
    reported stands there with 0. Agencies never loaded are not known and cannot be missed.

    One current report at most counts for an agency and year, so reports of a known year are agencies.
    """
    any_year = condition(Selection(selection.region, (), selection.kinds, selection.sectors))
    followed = followed_condition(selection)
    parts = parts_of(selection.region, by)
    members = ask(
        connection,
        f"""
        WITH {parts.tables},
        known AS (SELECT {parts.columns}, count(*) AS known FROM agencies i {parts.joins} {followed.sql} GROUP BY ALL),
        filed AS (
            SELECT i.{parts.key}, i.year, count(*) AS reports
            FROM indicators i {any_year.sql} AND i.year IS NOT NULL
              AND i.agency_id NOT IN (SELECT agency_id FROM agencies WHERE name = '') GROUP BY ALL),
        reported AS (
            SELECT {parts.columns}, i.year, sum(i.reports)::BIGINT AS reported
            FROM filed i {parts.joins} GROUP BY ALL)
        SELECT k.part_code, k.part_name, k.is_own, y.year, coalesce(r.reported, 0) AS reported, k.known
        FROM known k CROSS JOIN (SELECT DISTINCT year FROM filed) y
        LEFT JOIN reported r ON r.part_code = k.part_code AND r.is_own = k.is_own AND r.year = y.year
        """,
        {**any_year.parameters, **parts.parameters},
    )
    asked_for = members.filter(pl.col("year").is_in(selection.years)) if selection.years else members
    return asked_for.sort(*PARTS_IN_ORDER, "year")


def findings_by_rule(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per rule and state with findings under the filters, most reports first.

    Columns: rule, severity, state, findings, reports (that have one).
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.rule, i.severity, i.state, sum(i.findings)::BIGINT AS findings, sum(i.reports)::BIGINT AS reports
        FROM finding_counts i {where.sql}
        GROUP BY ALL ORDER BY reports DESC, findings DESC, i.rule, i.state
        """,
        where.parameters,
    )


def documents_by_outcome(connection: Connection) -> pl.DataFrame:
    """One row per outcome of a document; columns: outcome, documents. Not under any filter."""
    return ask(connection, "SELECT outcome, count(*) AS documents FROM documents GROUP BY outcome ORDER BY outcome", {})


def documents_rejected(connection: Connection) -> pl.DataFrame:
    """One row per rejected document, by path; columns: path, reason_code, reason. Not under any filter.

    Nobody knows the year or the region of a document that could not be read.
    """
    return ask(
        connection,
        "SELECT path, reason_code, reason FROM documents WHERE outcome = $outcome ORDER BY path",
        {"outcome": REJECTED},
    )


def build_facts(connection: Connection) -> pl.DataFrame:
    """One row about the build itself; columns: build_id, built_at (UTC), code_version."""
    return ask(connection, "SELECT build_id, built_at, code_version FROM builds", {})
