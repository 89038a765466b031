"""Who has reported for which year: agencies against years, and those that have no report for one year."""

from collections.abc import Sequence

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import BY_REGION, parts_of, place_of
from pages.queries.selection import Selection, condition, followed_condition


def agencies_by_year(  # the filters, the years looked at, and what the reader asks of the list
    connection: Connection,
    selection: Selection,
    years: Sequence[int],
    name_part: str = "",
    most: int | None = None,
    *,
    only_short: bool = False,
) -> pl.DataFrame:
    """One row per agency of `followed_condition` whose name holds `name_part`, those that miss most of `years` first.

    `most` rows at most; with `only_short` those that miss none are left out. Columns: agency_id, name, place ("" when
    not resolved), part_code, part_name, is_own as in `parts_of`, years (list: all those with a current report, oldest
    first), replaced (list: years with a superseded version), undated (current reports whose year is not known),
    missing (how many of `years` have no report), matching and short (of all agencies whose name matches: how many they
    are, how many of them miss a year).
    """
    where, parts = followed_condition(selection), parts_of(selection.region, BY_REGION)
    filed = {f"year_{k}": str(year) for k, year in enumerate(years)}
    found = " + ".join(["0", *(f"contains(i.years, ${name})::INTEGER" for name in filed)])
    return ask(
        connection,
        f"""
        WITH {parts.tables},
        matched AS (
            SELECT i.agency_id, i.name, i.region_code, i.years, i.reports, {len(filed)} - ({found}) AS missing
            FROM agencies i {where.sql} AND contains(i.name, $name_part)),
        numbers AS (SELECT count(*) AS matching, count(CASE WHEN missing > 0 THEN 1 END) AS short FROM matched),
        listed AS (
            FROM matched WHERE missing > 0 OR NOT $only_short
            ORDER BY missing DESC, region_code NULLS LAST, name, agency_id LIMIT $most),
        superseded AS (
            SELECT agency_id, list_sort(list(DISTINCT year)) AS replaced
            FROM reports WHERE NOT is_current AND year IS NOT NULL GROUP BY agency_id)
        SELECT i.agency_id, i.name, {place_of("r")} AS place, {parts.columns}, i.filed AS years,
               coalesce(s.replaced, []) AS replaced, i.reports - len(i.filed) AS undated, i.missing, n.matching, n.short
        FROM (SELECT *, years::INTEGER[] AS filed FROM listed) i {parts.joins}
        LEFT JOIN regions r ON r.region_code = i.region_code
        LEFT JOIN superseded s ON s.agency_id = i.agency_id CROSS JOIN numbers n
        ORDER BY i.missing DESC, i.region_code NULLS LAST, i.name, i.agency_id
        """,
        {
            **where.parameters,
            **parts.parameters,
            **filed,
            "name_part": name_part,
            "only_short": only_short,
            "most": most,
        },
    )


def agencies_without(connection: Connection, selection: Selection, year: int, most: int | None = None) -> pl.DataFrame:
    """One row per agency of `followed_condition` without a current report for `year`, by region, `most` at most.

    Columns: agency_id, name, place ("" when not resolved), kind, last_year (the latest year with a report), reports
    (current ones of any year), matching (how many agencies these are).
    """
    where = followed_condition(selection)
    return ask(
        connection,
        f"""
        WITH short AS (FROM agencies i {where.sql} AND NOT contains(i.years, $missing_year)),
        listed AS (
            SELECT *, (SELECT count(*) FROM short) AS matching FROM short
            ORDER BY region_code NULLS LAST, name, agency_id LIMIT $most)
        SELECT i.agency_id, i.name, {place_of("r")} AS place, i.kind, i.last_year, i.reports, i.matching
        FROM listed i LEFT JOIN regions r ON r.region_code = i.region_code
        ORDER BY i.region_code NULLS LAST, i.name, i.agency_id
        """,
        {**where.parameters, "missing_year": str(year), "most": most},
    )


def reports_apart(connection: Connection, selection: Selection, most: int | None = None) -> pl.DataFrame:
    """One row per current report that counts for no agency and year: its year or its agency's name is not known.

    By region, `most` at most; under a filter on years those of another known year are left out. Columns: report_id,
    agency ("" when not said), place ("" when not resolved), year (NULL when not known), title, path (NULL when its file
    is not listed), matching, without_year and without_name (how many there are, how many lack the year, the name).
    """
    any_year = Selection(selection.region, (), selection.kinds, selection.sectors)
    where = condition(any_year, report="r", agency="a")
    years = "AND (r.year IS NULL OR r.year IN $years)" if selection.years else ""
    return ask(
        connection,
        f"""
        WITH unnamed AS (SELECT agency_id FROM agencies WHERE name = ''),
        found AS MATERIALIZED (
            SELECT report_id, document_id, agency_id, year, title FROM reports r
            WHERE is_current AND (year IS NULL OR agency_id IN (FROM unnamed)) {years}),
        apart AS (
            SELECT r.*, a.name AS agency, a.region_code FROM found r JOIN agencies a USING (agency_id) {where.sql}),
        numbers AS (
            SELECT count(*) AS matching, count(*) - count(year) AS without_year, count_if(agency = '') AS without_name
            FROM apart),
        listed AS MATERIALIZED (FROM apart ORDER BY region_code NULLS LAST, agency, title, report_id LIMIT $most),
        files AS (
            SELECT document_id, min(path) AS path FROM documents
            WHERE document_id IN (SELECT document_id FROM listed) GROUP BY document_id)
        SELECT i.report_id, i.agency, {place_of("r")} AS place, i.year, i.title, f.path,
               n.matching, n.without_year, n.without_name::BIGINT AS without_name
        FROM listed i LEFT JOIN files f USING (document_id)
        LEFT JOIN regions r ON r.region_code = i.region_code CROSS JOIN numbers n
        ORDER BY i.region_code NULLS LAST, i.agency, i.title, i.report_id
        """,
        {**where.parameters, **({"years": list(selection.years)} if years else {}), "most": most},
    )
