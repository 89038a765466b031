"""Who has reported for which year: agencies against years, and those that have no report for one year."""

from collections.abc import Sequence

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import BY_REGION, parts_of
from pages.queries.selection import Condition, Selection, agency_condition

_PLACE = "concat(r.province_name, r.prefecture_name, r.county_name)"


def agencies_by_year(  # the filters, the years looked at, and what the reader asks of the list
    connection: Connection,
    selection: Selection,
    years: Sequence[int],
    name_part: str = "",
    most: int | None = None,
    *,
    only_short: bool = False,
) -> pl.DataFrame:
    """One row per agency known from any year whose name holds `name_part`, those that miss most of `years` first.

    `most` rows at most; with `only_short` those that miss none are left out. Columns: agency_id, name ("" when not
    said), place ("" when not resolved), part_code, part_name, is_own as in `parts_of`, years (list: all those with a
    current report, oldest first), replaced (list: years with a superseded version), undated (current reports whose
    year is not known), missing (how many of `years` have no report), matching and short (of all agencies whose name
    matches: how many they are, how many of them miss a year).
    """
    where, parts = _known(selection), parts_of(selection.region, BY_REGION)
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
        SELECT i.agency_id, i.name, {_PLACE} AS place, {parts.columns}, i.filed AS years,
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
    """One row per agency known from any year that has no current report for `year`, by region and name, `most` at most.

    Columns: agency_id, name ("" when not said), place ("" when not resolved), kind, last_year (the latest year with a
    report; NULL when no year is known), reports (current ones of any year), matching (how many agencies these are).
    """
    where = _known(selection)
    return ask(
        connection,
        f"""
        WITH short AS (FROM agencies i {where.sql} AND NOT contains(i.years, $missing_year)),
        listed AS (
            SELECT *, (SELECT count(*) FROM short) AS matching FROM short
            ORDER BY region_code NULLS LAST, name, agency_id LIMIT $most)
        SELECT i.agency_id, i.name, {_PLACE} AS place, i.kind, i.last_year, i.reports, i.matching
        FROM listed i LEFT JOIN regions r ON r.region_code = i.region_code
        ORDER BY i.region_code NULLS LAST, i.name, i.agency_id
        """,
        {**where.parameters, "missing_year": str(year), "most": most},
    )


def _known(selection: Selection) -> Condition:
    """Agencies under the filters, years aside: who reported in other years only is known, too."""
    return agency_condition(Selection(selection.region, (), selection.kinds, selection.sectors), "i")
