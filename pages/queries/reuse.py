"""What section five repeats: the measures of each report within its peers, and the texts that agencies share."""

from typing import Final

import polars as pl

from etl.vocabulary.reuse import TOO_FEW
from etl.vocabulary.tables_of_texts import TEXT_REUSE
from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES, parts_of
from pages.queries.selection import Condition, Selection, condition

MEASURES: Final = {
    "stickiness": ("own_reason", "previous_report_id"),
    "yoy_similarity": ("own_reason", "previous_report_id"),
    "peer_containment": ("peer_reason", "peer_report_id"),
    "boilerplate_share": ("boilerplate_reason", ""),
    "redundancy": ("reason", ""),
    "specificity": ("reason", ""),
}
"""Each measure of `text_reuse`, the column that says why it is NULL, and the one that names the other report."""
SHARES: Final = frozenset(c.name for c in TEXT_REUSE.columns if c.name in MEASURES and c.word.unit is None)
"""Measures that are shares; the others count something."""
LOW_FIRST: Final = frozenset({"specificity"})
"""Measures of which the lowest stand first: the more there is of it, the less is repeated."""


def reuse_years(connection: Connection, selection: Selection, measure: str) -> pl.DataFrame:
    """One row per year under the filters, newest first; columns: year, reports, known (those that have the measure)."""
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.year, sum(i.reports)::BIGINT AS reports, sum(i.{_checked(measure)})::BIGINT AS known
        FROM text_counts i {where.sql} AND i.year IS NOT NULL
        GROUP BY i.year ORDER BY i.year DESC
        """,
        where.parameters,
    )


def reuse_spread(connection: Connection, selection: Selection, measure: str, year: int, columns: int) -> pl.DataFrame:
    """How the reports of a year spread over so many columns of one width, those without a value by their reason.

    One row per column that holds a report (place, from 0) and per reason (place NULL). Columns: place, reason (NULL
    where there is a value), reports, and the same in all rows: width of a column, median and p75 (three quarters have
    less) of the values, highest, known (reports with a value), ranked (those with a percentile). A share ends at 1, a
    measure with a unit at its highest value. The years of the selection do not count.
    """
    where = _of_year(selection, year)
    width = "1e0 / $columns" if measure in SHARES else "greatest(highest / $columns, 1e0)"
    return ask(
        connection,
        f"""
        WITH chosen AS MATERIALIZED (
            SELECT i.{_checked(measure)} AS value, i.{measure}_percentile AS percentile,
                   CASE WHEN value IS NULL THEN coalesce(i.reason, i.{MEASURES[measure][0]}) END AS reason
            FROM text_reuse i {where.sql}),
        whole AS (
            SELECT median(value) AS median, quantile_cont(value, 0.75) AS p75, max(value) AS highest,
                   count(value) AS known, count(percentile) AS ranked
            FROM chosen),
        scaled AS (SELECT *, {width} AS width FROM whole)
        SELECT CASE WHEN c.value IS NOT NULL  -- least() sets NULL aside
                    THEN least(floor(c.value / s.width + 1e-9), $columns - 1)::INTEGER END AS place,
               c.reason, count(*) AS reports, s.*
        FROM chosen c CROSS JOIN scaled s GROUP BY ALL ORDER BY place NULLS LAST, reports DESC, c.reason
        """,
        {**where.parameters, "columns": columns},
    )


def reuse_of_year(
    connection: Connection, selection: Selection, measure: str, year: int, limit: int | None = None
) -> pl.DataFrame:
    """One row per current report of the year: those that are ranked by percentile, then the others by number.

    No more than `limit` rows. Columns: report_id, agency_id, name, place ("" when not resolved), kind, year, value
    (NULL: see reason), percentile (NULL where it is not ranked), among (how many reports it is ranked among),
    characters (NULL without section five), reason (NULL when ranked), other_report_id, other_name, other_year (the
    report it was compared with; NULL for measures without one). The years of the selection do not count.
    """
    where = _of_year(selection, year)
    reason, other = MEASURES[_checked(measure)]
    return ask(
        connection,
        f"""
        WITH {PLACES},
        first AS MATERIALIZED (
            SELECT i.report_number, i.{measure} AS value, i.{measure}_percentile AS percentile
            FROM text_reuse i {where.sql} ORDER BY {_ranking(measure)} {"LIMIT $limit" if limit else ""}),
        chosen AS MATERIALIZED (
            SELECT f.*, i.report_id, i.agency_id, i.region_code, i.kind, i.year, i.characters,
                   i.{measure}_ranked AS among,
                   CASE WHEN value IS NULL THEN coalesce(i.reason, i.{reason})
                        WHEN percentile IS NULL THEN '{TOO_FEW}' END AS reason,
                   {f"i.{other}" if other else "NULL::VARCHAR"} AS other_report_id
            FROM (FROM text_reuse WHERE report_number IN (SELECT report_number FROM first)) i
            JOIN first f USING (report_number)),
        others AS MATERIALIZED (
            SELECT report_id, agency_id, year FROM reports WHERE report_id IN (SELECT other_report_id FROM chosen))
        SELECT c.report_id, c.agency_id, a.name, coalesce(p.place, '') AS place, c.kind, c.year, c.value, c.percentile,
               c.among, c.characters, c.reason, c.other_report_id, b.name AS other_name, o.year AS other_year
        FROM chosen c JOIN agencies a ON a.agency_id = c.agency_id
        LEFT JOIN places p ON p.region_code = c.region_code
        LEFT JOIN others o ON o.report_id = c.other_report_id LEFT JOIN agencies b ON b.agency_id = o.agency_id
        ORDER BY {_ranking(measure)}
        """,
        where.parameters | ({"limit": limit} if limit else {}),
    )


def _of_year(selection: Selection, year: int) -> Condition:
    """The selection with this year in place of its years."""
    return condition(Selection(selection.region, (year,), selection.kinds, selection.sectors))


def _ranking(measure: str) -> str:
    """The order of reports: by percentile and value, those without a percentile, those without a value."""
    towards = "ASC" if measure in LOW_FIRST else "DESC"
    return f"""
        percentile {towards} NULLS LAST, CASE WHEN percentile IS NOT NULL THEN value END {towards} NULLS LAST,
        value IS NULL, report_number"""


def shared_texts_found(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per shared text that a report under the filters uses, the one that most agencies there share first.

    Columns: text_id, first_report_id, first_name, first_place ("" when not resolved), first_year, first_published
    (NULL when not said), agencies (all that share it), chosen (those under the filters, the sum of the next five):
    first (the agency that published it first), perhaps (the agency the others are compared with, where it is one of the
    earliest and nobody knows which was first), inside (one parent with it), outside, unknown (division not known);
    first_is_sure (whether it is known who was first); reports, regions (divisions known), from_year, to_year of those
    under the filters.
    """
    where = condition(selection, report="s", agency="a")
    return ask(
        connection,
        f"""
        WITH {PLACES},
        members AS (
            SELECT s.text_id, s.first_report_id, s.agencies, s.agency_id, a.region_code, {STANDING},
                   count(*) AS reports, min(s.year) AS from_year, max(s.year) AS to_year
            FROM shared_texts s JOIN agencies a USING (agency_id) JOIN {_FIRST} f USING (text_id)
            {where.sql} GROUP BY ALL),
        counted AS (  -- an agency has one division, so it stands in one way to the first
            SELECT text_id, first_report_id, agencies, count(*) AS chosen,
                   count(*) FILTER (standing = 'first') AS first, count(*) FILTER (standing = 'perhaps') AS perhaps,
                   count(*) FILTER (standing = 'inside') AS inside,
                   count(*) FILTER (standing = 'outside') AS outside,
                   count(*) FILTER (standing = 'unknown') AS unknown, sum(reports)::BIGINT AS reports,
                   count(DISTINCT region_code) AS regions, min(from_year) AS from_year, max(to_year) AS to_year
            FROM members GROUP BY ALL)
        SELECT c.text_id, c.first_report_id, a.name AS first_name, coalesce(p.place, '') AS first_place,
               f.year AS first_year, f.published_on AS first_published, f.first_is_sure,
               c.* EXCLUDE (text_id, first_report_id)
        FROM counted c JOIN {_FIRST} f USING (text_id) JOIN agencies a USING (agency_id)
        LEFT JOIN places p ON p.region_code = a.region_code
        ORDER BY c.chosen DESC, c.agencies DESC, c.reports DESC, c.text_id
        """,
        where.parameters,
    )


STANDING: Final = """
    CASE WHEN s.agency_id = f.agency_id THEN CASE WHEN f.first_is_sure THEN 'first' ELSE 'perhaps' END
         WHEN s.is_same_parent IS NULL THEN 'unknown'
         WHEN s.is_same_parent THEN 'inside' ELSE 'outside' END AS standing"""
"""How an agency that uses a shared text `s` stands to the report `f` that published it first, or perhaps did."""
_FIRST: Final = "(SELECT text_id, agency_id, year, published_on, first_is_sure FROM shared_texts WHERE is_first)"
_OF_TEXT: Final = "(FROM shared_texts WHERE text_id = $text)"


def members_of(connection: Connection, selection: Selection, text_id: str) -> pl.DataFrame:
    """One row per report under the filters that uses a shared text, the earliest first.

    Columns: report_id, agency_id, name, place ("" when not resolved), year, published_on (NULL when not said), standing
    (first, perhaps, inside, outside, unknown: see `shared_texts_found`), resemblance (to the first), first_report_id.
    """
    where = condition(selection, report="s", agency="a")
    return ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT s.report_id, s.agency_id, a.name, coalesce(p.place, '') AS place, s.year, s.published_on, {STANDING},
               s.resemblance, s.first_report_id
        FROM {_OF_TEXT} s JOIN agencies a USING (agency_id) JOIN {_FIRST} f USING (text_id)
        LEFT JOIN places p ON p.region_code = a.region_code
        {where.sql}
        ORDER BY NOT s.is_first, s.year NULLS LAST, s.published_on NULLS LAST, s.report_id
        """,
        {**where.parameters, "text": text_id},
    )


def members_by_part(connection: Connection, selection: Selection, text_id: str, by: str) -> pl.DataFrame:
    """One row per part of the area and year in which somebody under the filters uses a shared text.

    Columns: part_code, part_name, is_own (see `places.Parts`), year (NULL when not known), agencies.
    """
    where, parts = condition(selection, report="s"), parts_of(selection.region, by)
    tables = f"WITH {parts.tables}" if parts.tables else ""
    return ask(
        connection,
        f"""
        {tables}
        SELECT {parts.columns}, s.year, count(DISTINCT i.agency_id) AS agencies
        FROM (SELECT agency_id, year FROM {_OF_TEXT}) s JOIN agencies i USING (agency_id)
        {parts.joins} {where.sql} GROUP BY ALL ORDER BY part_code, is_own, s.year
        """,
        {**where.parameters, **parts.parameters, "text": text_id},
    )


def _checked(measure: str) -> str:
    """The measure, which becomes part of the SQL; KeyError for what is none."""
    MEASURES[measure]
    return measure
