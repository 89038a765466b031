"""Two reports side by side: who wrote what when, and what was measured of the pair; and one agency's reuse by year."""

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES, place_of


def texts_of_reports(connection: Connection, report_ids: tuple[str, ...]) -> pl.DataFrame:
    """One row per report asked for that there is.

    Columns: report_id, agency_id, agency ("" when the document does not say), place ("" when not resolved),
    province_name, prefecture_name, county_name (NULL when none), year (NULL when not known), published_on (NULL when
    not said), is_current, title, text (section five, its parts one under the other; NULL when the report has none).
    """
    return ask(
        connection,
        f"""
        WITH asked AS (
            SELECT report_number, report_id, agency_id, year, published_on, is_current, title FROM reports
            WHERE report_id IN $reports),
        written AS (
            SELECT report_number, string_agg(text, chr(10) ORDER BY position) AS text FROM sections
            WHERE report_number IN (SELECT report_number FROM asked) AND section = 'problems' GROUP BY report_number)
        SELECT r.report_id, r.agency_id, a.name AS agency,
               coalesce({place_of("d")}, '') AS place,
               d.province_name, d.prefecture_name, d.county_name, r.year, r.published_on, r.is_current, r.title, w.text
        FROM asked r JOIN agencies a USING (agency_id) LEFT JOIN regions d USING (region_code)
        LEFT JOIN written w USING (report_number)
        """,
        {"reports": list(report_ids)},
    )


def alike_of(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row per report whose section five is alike to that of this report, the one that holds most of it first.

    Columns: report_id (of the other), agency_id, agency ("" when its document does not say), place ("" when not
    resolved), year (NULL when not known), title, kind, containment (share of this text found in the other),
    other_containment (the reverse), resemblance, is_identical, order (`before`, `after`: the other was published then;
    `same_day`, `not_known`), is_same_parent (NULL when a division is not known), names_other (the name of one's
    agency or division in the text of the other; NULL where neither has any).
    """
    return ask(
        connection,
        f"""
        WITH {PLACES},
        own AS (SELECT report_number FROM reports WHERE report_id = $report),
        either AS (
            SELECT other_report_id AS report_id, kind, containment, other_containment, resemblance, is_identical,
                   other_published AS "order", is_same_parent, coalesce(names_other, other_names_this) AS names_other
            FROM text_matches WHERE report_number IN (FROM own)
            UNION ALL
            SELECT report_id, kind, other_containment, containment, resemblance, is_identical,
                   CASE other_published WHEN 'before' THEN 'after' WHEN 'after' THEN 'before' ELSE other_published END,
                   is_same_parent, coalesce(names_other, other_names_this)
            FROM text_matches WHERE other_report_id = $report)
        SELECT b.report_id, r.agency_id, a.name AS agency, coalesce(p.place, '') AS place, r.year, r.title,
               b.* EXCLUDE (report_id)
        FROM either b JOIN reports r USING (report_id) JOIN agencies a USING (agency_id)
        LEFT JOIN places p USING (region_code)
        ORDER BY b.containment DESC, b.resemblance DESC, b.report_id
        """,
        {"report": report_id},
    )


def reuse_of_agency(connection: Connection, agency_id: str) -> pl.DataFrame:
    """One row per current report of an agency with a known year, newest first.

    Columns: year, report_id, stickiness, stickiness_percentile, yoy_similarity, own_reason (why these are NULL),
    previous_report_id, peer_containment, peer_reason, peer_report_id, peer_name, peer_year, repeated (themes named
    again although a measure was told the year before; 0 when none is, NULL when not both years have a text to compare).
    """
    return ask(
        connection,
        """
        WITH own AS MATERIALIZED (
            SELECT report_number, report_id, year FROM reports
            WHERE agency_id = $agency AND is_current AND year IS NOT NULL),
        told AS (SELECT report_number, year FROM own SEMI JOIN sentences USING (report_number)),
        compared AS (
            SELECT t.report_number FROM told t
            WHERE (SELECT count(*) FROM told before WHERE before.year = t.year - 1) = 1),
        themes AS (
            SELECT c.report_number, count(h.report_number) FILTER (h.is_repeated) AS repeated
            FROM compared c LEFT JOIN problem_themes h USING (report_number) GROUP BY c.report_number)
        SELECT o.year, o.report_id, u.stickiness, u.stickiness_percentile, u.yoy_similarity,
               coalesce(u.reason, u.own_reason) AS own_reason, u.previous_report_id, u.peer_containment,
               coalesce(u.reason, u.peer_reason) AS peer_reason, u.peer_report_id, b.name AS peer_name,
               p.year AS peer_year, t.repeated
        FROM own o JOIN text_reuse u USING (report_number) LEFT JOIN themes t USING (report_number)
        LEFT JOIN reports p ON p.report_id = u.peer_report_id LEFT JOIN agencies b ON b.agency_id = p.agency_id
        ORDER BY o.year DESC
        """,
        {"agency": agency_id},
    )
