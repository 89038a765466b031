"""One report as it was read: who and what it is, its cells, the parts of its text, its sentences, its siblings."""

import polars as pl

from etl.vocabulary.form import ROWS_AND_COLUMNS
from pages.queries.ask import Connection, ask
from pages.queries.places import place_of
from pages.queries.report_rows import CELLS, OF_REPORT

_ITEMS, _MEASURES = (
    [f"{table}:{word.name}" for table, words in ROWS_AND_COLUMNS.items() for word in words[side]] for side in (0, 1)
)


def report_facts(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row about a report of any version; none when there is no such report.

    Columns: report_id, agency_id, agency ("" when the document does not say), place (names of its division and those
    above, "" when not resolved), year (NULL when not known), form, title, published_on (NULL when not said),
    is_current, document_id, path and media_type (NULL when the file is not listed), current_id (the version that
    counts for the same agency and year; NULL when this is it).
    """
    return ask(
        connection,
        f"""
        SELECT r.report_id, r.agency_id, a.name AS agency,
               {place_of("d")} AS place,
               r.year, r.form, r.title, r.published_on, r.is_current, r.document_id, f.path, f.media_type,
               (SELECT min(c.report_id) FROM reports c
                WHERE c.is_current AND NOT r.is_current AND c.agency_id = r.agency_id AND c.year = r.year) AS current_id
        FROM reports r JOIN agencies a USING (agency_id)
        LEFT JOIN regions d ON d.region_code = a.region_code
        LEFT JOIN (SELECT document_id, min(path) AS path, min_by(media_type, path) AS media_type
                   FROM documents WHERE report_number IN {OF_REPORT} GROUP BY document_id) f USING (document_id)
        WHERE r.report_id = $report
        """,
        {"report": report_id},
    )


def reports_of(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per report of an agency, superseded ones included, newest year first, the current version first.

    Columns: report_id, year (NULL when not known), form, title, is_current.
    """
    return ask(
        connection,
        """
        SELECT report_id, year, form, title, is_current FROM reports WHERE agency_id = $agency
        ORDER BY year DESC NULLS LAST, is_current DESC, published_on DESC NULLS LAST, report_id
        """,
        {"agency": agency_id},
    )


def cells_of(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row per cell of a report, in the order of the form.

    Columns: table_name, item, measure, value (NULL when no number was read; never zero for that), status, raw, place,
    correction (why, by whom and when the value was corrected by hand; NULL when it is as read).
    """
    return ask(
        connection,
        f"""
        SELECT table_name, item, measure, value, status, raw, place, correction FROM ({CELLS})
        ORDER BY list_position($items, table_name || ':' || item),
                 list_position($measures, table_name || ':' || measure)
        """,
        {"report": report_id, "items": _ITEMS, "measures": _MEASURES},
    )


def sections_of(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row per part of a report's text, in its order; columns: section, heading ("" without one), text, place."""
    sql = f"SELECT section, heading, text, place FROM sections WHERE report_number IN {OF_REPORT} ORDER BY position"
    return ask(connection, sql, {"report": report_id})


def sentences_of(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row per sentence of the section `problems` of a report, in order; columns: position (from 1), text."""
    sql = f"SELECT position, text FROM sentences WHERE report_number IN {OF_REPORT} ORDER BY position"
    return ask(connection, sql, {"report": report_id})
