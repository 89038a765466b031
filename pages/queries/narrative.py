"""Section five of the reports: who wrote one, and each agency's text over the years."""

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.selection import Selection, condition


def problem_states(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per year and state of section five, oldest year first.

    Columns: year, state (those of the indicator `problems_state`), reports.
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.year, i.problems_state AS state, count(*) AS reports
        FROM indicators i {where.sql} AND i.year IS NOT NULL
        GROUP BY ALL ORDER BY i.year, state
        """,
        where.parameters,
    )


def problem_texts(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per current report of an agency with a known year, newest first.

    Columns: year, report_id, title, text (section five as printed; NULL when the report has none).
    """
    return ask(
        connection,
        """
        WITH own AS MATERIALIZED (
            SELECT year, report_id, report_number, title FROM reports
            WHERE agency_id = $agency AND is_current AND year IS NOT NULL),
        written AS (
            SELECT report_number, string_agg(text, chr(10) ORDER BY position) AS text FROM sections
            WHERE report_number IN (SELECT report_number FROM own) AND section = 'problems' GROUP BY report_number)
        SELECT o.year, o.report_id, o.title, w.text FROM own o LEFT JOIN written w USING (report_number)
        ORDER BY o.year DESC
        """,
        {"agency": agency_id},
    )
