"""What section five repeats: the measures of each report within its peers, and the texts that agencies share."""

from typing import Final

import polars as pl

from etl.vocabulary.reuse import TOO_FEW
from pages.queries.ask import Connection, ask
from pages.queries.places import parts_of
from pages.queries.selection import Selection, condition

MEASURES: Final = {
    "stickiness": ("own_reason", "previous_report_id"),
    "yoy_similarity": ("own_reason", "previous_report_id"),
    "peer_containment": ("peer_reason", "peer_report_id"),
    "boilerplate_share": ("boilerplate_reason", ""),
    "redundancy": ("reason", ""),
    "specificity": ("reason", ""),
}
"""Each measure of `text_reuse`, the column that says why it is NULL, and the one that names the other report."""
LOW_FIRST: Final = frozenset({"specificity"})
"""Measures of which the lowest stand first: the more there is of it, the less is repeated."""

PLACES: Final = """
    places AS (SELECT region_code, concat(province_name, prefecture_name, county_name) AS place FROM regions)"""


def reuse_years(connection: Connection, selection: Selection, measure: str) -> pl.DataFrame:
    """One row per year under the filters, newest first; columns: year, reports, known (those that have the measure)."""
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.year, count(*) AS reports, count(u.{_checked(measure)}) AS known
        FROM indicators i JOIN text_reuse u USING (report_id) {where.sql} AND i.year IS NOT NULL
        GROUP BY i.year ORDER BY i.year DESC
        """,
        where.parameters,
    )


def reuse_of_year(connection: Connection, selection: Selection, measure: str, year: int) -> pl.DataFrame:
    """One row per current report of the year: those that are ranked by percentile, then the others by name.

    Columns: report_id, agency_id, name, place ("" when not resolved), kind, year, value (NULL: see reason), percentile
    (NULL where it is not ranked), comparable, characters (NULL without section five), reason (NULL when ranked),
    other_report_id, other_name, other_year (the report it was compared with; NULL for measures without one).
    The years of the selection do not count.
    """
    where = condition(Selection(selection.region, (year,), selection.kinds, selection.sectors))
    reason, other = MEASURES[_checked(measure)]
    towards = "ASC" if measure in LOW_FIRST else "DESC"
    return ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT u.report_id, i.agency_id, a.name, coalesce(p.place, '') AS place, i.kind, i.year, u.{measure} AS value,
               u.{measure}_percentile AS percentile, u.comparable, u.characters,
               CASE WHEN u.{measure} IS NULL THEN coalesce(u.reason, u.{reason})
                    WHEN u.{measure}_percentile IS NULL THEN '{TOO_FEW}' END AS reason,
               o.report_id AS other_report_id, b.name AS other_name, o.year AS other_year
        FROM text_reuse u JOIN indicators i USING (report_id) JOIN agencies a USING (agency_id)
        LEFT JOIN places p ON p.region_code = i.region_code
        LEFT JOIN reports o ON o.report_id = {f"u.{other}" if other else "NULL"}
        LEFT JOIN agencies b ON b.agency_id = o.agency_id
        {where.sql}
        ORDER BY percentile {towards} NULLS LAST,
                 CASE WHEN percentile IS NOT NULL THEN value END {towards} NULLS LAST, value IS NULL,
                 a.name, u.report_id
        """,
        where.parameters,
    )


def shared_texts_found(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per shared text that a report under the filters uses, the one that most agencies there share first.

    Columns: text_id, first_report_id, first_name, first_place ("" when not resolved), first_year, first_published
    (NULL when not said), agencies (all that share it), chosen (those under the filters, the sum of the next four):
    first (the agency that published it first), inside (one parent with it), outside, unknown (division not known);
    reports, regions (divisions known), from_year, to_year of those under the filters.
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        WITH {PLACES},
        members AS (
            SELECT s.text_id, s.first_report_id, s.agencies, s.report_id, s.agency_id, i.region_code, s.year, {STANDING}
            FROM shared_texts s JOIN indicators i USING (report_id) JOIN reports f ON f.report_id = s.first_report_id
            {where.sql}),
        counted AS (
            SELECT text_id, first_report_id, agencies, count(DISTINCT agency_id) AS chosen,
                   count(DISTINCT agency_id) FILTER (standing = 'first') AS first,
                   count(DISTINCT agency_id) FILTER (standing = 'inside') AS inside,
                   count(DISTINCT agency_id) FILTER (standing = 'outside') AS outside,
                   count(DISTINCT agency_id) FILTER (standing = 'unknown') AS unknown,
                   count(*) AS reports, count(DISTINCT region_code) AS regions, min(year) AS from_year,
                   max(year) AS to_year
            FROM members GROUP BY ALL)
        SELECT c.text_id, c.first_report_id, a.name AS first_name, coalesce(p.place, '') AS first_place,
               f.year AS first_year, f.published_on AS first_published, c.* EXCLUDE (text_id, first_report_id)
        FROM counted c JOIN reports f ON f.report_id = c.first_report_id JOIN agencies a USING (agency_id)
        LEFT JOIN places p USING (region_code)
        ORDER BY c.chosen DESC, c.agencies DESC, c.reports DESC, c.text_id
        """,
        where.parameters,
    )


STANDING: Final = """
    CASE WHEN s.agency_id = f.agency_id THEN 'first' WHEN s.is_same_parent IS NULL THEN 'unknown'
         WHEN s.is_same_parent THEN 'inside' ELSE 'outside' END AS standing"""
"""How an agency that uses a shared text `s` stands to the report `f` that published it first."""


def members_of(connection: Connection, selection: Selection, text_id: str) -> pl.DataFrame:
    """One row per report under the filters that uses a shared text, the earliest first.

    Columns: report_id, agency_id, name, place ("" when not resolved), year, published_on (NULL when not said), standing
    (first, inside, outside, unknown: see `shared_texts_found`), resemblance (to the first), first_report_id.
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT s.report_id, s.agency_id, a.name, coalesce(p.place, '') AS place, s.year, s.published_on, {STANDING},
               s.resemblance, s.first_report_id
        FROM shared_texts s JOIN indicators i USING (report_id) JOIN reports f ON f.report_id = s.first_report_id
        JOIN agencies a ON a.agency_id = s.agency_id LEFT JOIN places p ON p.region_code = a.region_code
        {where.sql} AND s.text_id = $text
        ORDER BY NOT s.is_first, s.year NULLS LAST, s.published_on NULLS LAST, s.report_id
        """,
        {**where.parameters, "text": text_id},
    )


def members_by_part(connection: Connection, selection: Selection, text_id: str, by: str) -> pl.DataFrame:
    """One row per part of the area and year in which somebody under the filters uses a shared text.

    Columns: part_code, part_name, is_own (see `places.Parts`), year (NULL when not known), agencies.
    """
    where, parts = condition(selection), parts_of(selection.region, by)
    tables = f"WITH {parts.tables}" if parts.tables else ""
    return ask(
        connection,
        f"""
        {tables}
        SELECT {parts.columns}, i.year, count(DISTINCT i.agency_id) AS agencies
        FROM (SELECT report_id FROM shared_texts WHERE text_id = $text) s JOIN indicators i USING (report_id)
        {parts.joins} {where.sql} GROUP BY ALL ORDER BY part_code, is_own, i.year
        """,
        {**where.parameters, **parts.parameters, "text": text_id},
    )


def _checked(measure: str) -> str:
    """The measure, which becomes part of the SQL; KeyError for what is none."""
    MEASURES[measure]
    return measure
