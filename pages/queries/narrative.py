"""Section five of the reports: who wrote one, and each agency's text over the years."""

import functools
from typing import Final

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.selection import Selection, condition

SHORTEST_TEXT: Final = 10
"""Characters below which a section counts as not written (as rule TX.PROBLEMS_EMPTY)."""

_WRITTEN: Final = """
    asked AS (SELECT i.report_id, i.agency_id, i.year FROM indicators i {where} AND i.year IS NOT NULL),
    needed AS (FROM asked UNION
               SELECT i.report_id, i.agency_id, i.year FROM indicators i
               WHERE (i.agency_id, i.year) IN (SELECT agency_id, year - 1 FROM asked)),
    squeezed AS (
        SELECT report_id, {squeezed} AS text FROM sections
        WHERE section = 'problems' AND report_id IN (SELECT report_id FROM needed)),
    prints AS (
        SELECT report_id, sum(length(text)) AS length, sum(hash(text)) AS print FROM squeezed GROUP BY report_id),
    written AS (
        SELECT n.*, coalesce(p.length, 0) AS length, p.print FROM needed n LEFT JOIN prints p USING (report_id))"""
"""`written` has, for each report asked for and the agency's report of the year before, length and fingerprint of its
section five without white space; the same fingerprint and length mean the same letters."""
_BLANKS: Final = (9, 10, 13, 32, 160, 12288)
_SQUEEZED: Final = functools.reduce(lambda text, blank: f"replace({text}, chr({blank}), '')", _BLANKS, "text")
"""The text without white space; several plain replacements are many times faster than one by pattern."""


def problem_states(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per year and state of section five, oldest year first.

    Columns: year, state (`missing`: not there or under ten characters; `first`: no report of the year before to compare
    with; `same`: not one character differs from the year before, white space aside; `changed`), reports.
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        WITH {_WRITTEN.format(where=where.sql, squeezed=_SQUEEZED)}
        SELECT w.year, CASE WHEN w.length < {SHORTEST_TEXT} THEN 'missing'
                            WHEN b.report_id IS NULL THEN 'first'
                            WHEN b.print = w.print AND b.length = w.length THEN 'same'
                            ELSE 'changed' END AS state, count(*) AS reports
        FROM asked JOIN written w USING (report_id)
        LEFT JOIN written b ON b.agency_id = w.agency_id AND b.year = w.year - 1
        GROUP BY ALL ORDER BY w.year, state
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
        SELECT r.year, r.report_id, r.title, string_agg(s.text, chr(10) ORDER BY s.position) AS text
        FROM reports r LEFT JOIN sections s ON s.report_id = r.report_id AND s.section = 'problems'
        WHERE r.agency_id = $agency AND r.is_current AND r.year IS NOT NULL
        GROUP BY ALL ORDER BY r.year DESC
        """,
        {"agency": agency_id},
    )
