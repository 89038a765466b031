"""Agencies by name, for those who look for one."""

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.selection import Selection, condition


def agencies_reporting(
    connection: Connection, selection: Selection, name_part: str, limit: int, wanted: str = ""
) -> pl.DataFrame:
    """Agencies under the filters whose name holds `name_part`, by region and name, `limit` at most.

    The agency `wanted` (its id, its name, its name with its place in brackets, and its id in square brackets where
    namesakes need it) stands there too, filters or not. Columns: agency_id, name, place (names of its division and
    those above, "" when not resolved), matching (how many agencies match in all).
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        WITH named AS (
            SELECT a.agency_id, a.name, a.region_code,
                   concat(r.province_name, r.prefecture_name, r.county_name) AS place
            FROM agencies a LEFT JOIN regions r ON r.region_code = a.region_code),
        reporting AS (SELECT DISTINCT i.agency_id FROM indicators i {where.sql}),
        matched AS (
            SELECT n.*, count(*) OVER () AS matching FROM named n SEMI JOIN reporting USING (agency_id)
            WHERE contains(n.name, $name_part)
            ORDER BY n.region_code NULLS LAST, n.name, n.agency_id LIMIT $most),
        asked AS (
            SELECT n.*, 0 AS matching FROM named n WHERE $wanted <> '' AND (
                n.agency_id = $wanted OR n.name = $wanted OR $wanted IN (
                    n.name || '（' || n.place || '）', n.name || '（' || n.place || '） [' || n.agency_id || ']',
                    n.name || ' [' || n.agency_id || ']'))
            ORDER BY n.agency_id LIMIT 20)
        SELECT agency_id, name, place, matching FROM (
            FROM matched UNION ALL FROM asked ANTI JOIN matched USING (agency_id))
        ORDER BY region_code NULLS LAST, name, agency_id
        """,
        {**where.parameters, "name_part": name_part, "most": limit, "wanted": wanted},
    )
