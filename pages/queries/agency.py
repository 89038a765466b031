"""One agency: who it is, its rates and numbers by year, what was found in its reports, and its documents."""

from typing import Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, PEER_RATES, RATE, SUM, VOLUME, family
from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES
from pages.queries.ratios import column
from pages.queries.report_rows import CELLS_OF_OWN, OWN

PEERS: Final = ("n", "percentile", "p25", "p50", "p75")
"""What is kept of the peers of a rate."""
NUMBERS: Final = tuple(indicator.name for kind in (VOLUME, SUM, RATE) for indicator in family(kind))
"""The columns of `indicators` that hold a number read or computed from one report alone."""


def agency_facts(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row about an agency, none when it is not known.

    Columns: agency_id, name ("" when no document says it), place (names of its division and those above, "" when not
    resolved), level, kind, sector, region_status, candidates (places it may be in while the status is ambiguous).
    """
    return ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT a.agency_id, a.name, coalesce(r.place, '') AS place, a.level, a.kind, a.sector, a.region_status,
               list(c.place ORDER BY c.region_code) FILTER (c.place IS NOT NULL) AS candidates
        FROM agencies a
        LEFT JOIN places r ON r.region_code = a.region_code
        LEFT JOIN places c ON a.region_code IS NULL AND contains(a.region_candidates, '"' || c.region_code || '"')
        WHERE a.agency_id = $agency
        GROUP BY ALL
        """,
        {"agency": agency_id},
    )


def rate_by_year(connection: Connection, agency_id: str, rate: str) -> pl.DataFrame:
    """One row per current report of an agency with a known year, oldest first.

    Columns: year, form, report_id, rate, numerator, denominator (NULL when not reported; the rate also when the
    denominator is 0), and of its peers n, percentile, p25, p50, p75 (NULL where nobody computes them: under five
    peers, level not known, or a rate that is not set beside those of the peers).
    """
    declared = INDICATOR_BY_NAME[rate]
    has_peers = declared in PEER_RATES
    peers = ", ".join(
        f"{column(f'{rate}_peer_{what}') if has_peers else 'NULL'}::{'BIGINT' if what == 'n' else 'DOUBLE'} AS {what}"
        for what in PEERS
    )
    return ask(
        connection,
        f"""
        SELECT i.year, i.form, i.report_id, {column(rate)} AS rate, {column(str(declared.numerator))} AS numerator,
               {column(str(declared.denominator))} AS denominator, {peers}
        FROM indicators i WHERE i.agency_id = $agency AND i.year IS NOT NULL ORDER BY i.year, i.report_id
        """,
        {"agency": agency_id},
    )


def numbers_by_year(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per current report of an agency with a known year, oldest first.

    Columns: year, form, report_id, is_one_row (table three prints （六） as one row), and those of `NUMBERS` (NULL when
    not reported or, for a rate, when its denominator is 0).
    """
    columns = ", ".join(column(name) for name in NUMBERS)
    return ask(
        connection,
        f"""
        SELECT i.year, i.form, i.report_id, coalesce(i.residual_other_is_whole_row, FALSE) AS is_one_row, {columns}
        FROM indicators i WHERE i.agency_id = $agency AND i.year IS NOT NULL ORDER BY i.year, i.report_id
        """,
        {"agency": agency_id},
    )


def cells_read(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per cell read in a report of an agency, superseded ones too.

    Columns: report_id, table_name, item, measure, value (NULL unless a number), status, raw, correction (NULL when
    as read).
    A cell that the document does not have may be left out, or stand there as `missing`.
    """
    sql = f"""
        WITH own AS MATERIALIZED (SELECT report_id, report_number FROM reports WHERE agency_id = $agency)
        SELECT report_id, table_name, item, measure, value, status, raw, correction FROM ({CELLS_OF_OWN})
        JOIN own USING (report_number)"""
    return ask(connection, sql, {"agency": agency_id})


def findings_of(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per finding in the current reports of an agency, newest year first, the gravest first in it.

    Columns: finding_id, year (NULL when not known), report_id, rule, severity, state, expression, expression_en,
    left_value, right_value, delta (NULL when they cannot be computed), message, message_en, cells (a JSON list of
    table, item, measure and place; item and measure null when the finding is about a whole table).
    """
    return ask(
        connection,
        f"""
        WITH own AS MATERIALIZED (SELECT report_number, year FROM reports WHERE agency_id = $agency)
        SELECT f.finding_id, o.year, f.report_id, f.rule, f.severity, f.state, f.expression, f.expression_en,
               f.left_value, f.right_value, f.delta, f.message, f.message_en, f.cells
        FROM (FROM findings WHERE report_number IN {OWN}) f JOIN own o USING (report_number)
        ORDER BY o.year DESC NULLS LAST, list_position(['error', 'warning', 'info'], f.severity), f.rule, f.finding_id
        """,
        {"agency": agency_id},
    )


def documents_of(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per report version of an agency, newest year first, the current version first in it.

    Columns: year (NULL when not known), report_id, title, form, published_on (NULL when the document does not say),
    is_current, path (of the document it was read from, the first when the same file was seen twice).
    """
    return ask(
        connection,
        f"""
        WITH own AS MATERIALIZED (
            SELECT year, report_id, report_number, document_id, title, form, published_on, is_current
            FROM reports WHERE agency_id = $agency),
        paths AS (
            SELECT report_id, min(path) AS path FROM documents
            WHERE report_number IN {OWN} AND document_id IN (SELECT document_id FROM own)
            GROUP BY report_id)
        SELECT o.year, o.report_id, o.title, o.form, o.published_on, o.is_current, p.path
        FROM own o LEFT JOIN paths p USING (report_id)
        ORDER BY o.year DESC NULLS LAST, o.is_current DESC, o.published_on DESC NULLS LAST, o.report_id
        """,
        {"agency": agency_id},
    )
