"""Agencies by name, for those who look for one."""

from typing import Final

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES, place_of
from pages.queries.selection import Selection, agency_condition

_CALLED_MOST: Final = 20


def agencies_reporting(
    connection: Connection, selection: Selection, name_part: str, limit: int, wanted: str = ""
) -> pl.DataFrame:
    """Agencies under the filters whose name holds `name_part`, by region and name, `limit` at most.

    The agency `wanted` (its id, its name, its name with its place in brackets of either language, or anything that
    ends with its id in square brackets) stands there too, filters or not. Columns: agency_id, name, place (names of its
    division and those above, "" when not resolved), matching (how many agencies match in all, 0 for one that only is
    wanted), has_namesake (another agency of the warehouse has this name and place).
    """
    where = agency_condition(selection)
    named, _, bracketed = wanted.rpartition(" [")
    return ask(
        connection,
        f"""
        WITH matching AS (
            SELECT a.agency_id, a.name, a.region_code FROM agencies a {where.sql} AND contains(a.name, $name_part)),
        matched AS (
            SELECT *, (SELECT count(*) FROM matching) AS matching FROM matching
            ORDER BY region_code NULLS LAST, name, agency_id LIMIT $most),
        called AS (
            SELECT a.agency_id, a.name, a.region_code, 0 AS matching
            FROM agencies a LEFT JOIN regions r ON r.region_code = a.region_code
            WHERE $wanted <> '' AND (
                a.agency_id IN ($wanted, $wanted_id) OR $wanted = a.name OR (starts_with($wanted, a.name)
                AND $wanted IN (
                    a.name || '（' || {place_of("r")} || '）',
                    a.name || ' (' || {place_of("r")} || ')')))
            ORDER BY a.agency_id IN ($wanted, $wanted_id) DESC, a.agency_id LIMIT {_CALLED_MOST}),
        found AS (FROM matched UNION ALL FROM called ANTI JOIN matched USING (agency_id)),
        {PLACES},
        twins AS (
            SELECT a.name, coalesce(p.place, '') AS place
            FROM agencies a SEMI JOIN found USING (name) LEFT JOIN places p ON p.region_code = a.region_code
            GROUP BY ALL HAVING count(*) > 1)
        SELECT f.agency_id, f.name, coalesce(p.place, '') AS place, f.matching, t.name IS NOT NULL AS has_namesake
        FROM found f LEFT JOIN places p ON p.region_code = f.region_code
        LEFT JOIN twins t ON t.name = f.name AND t.place = coalesce(p.place, '')
        ORDER BY f.region_code NULLS LAST, f.name, f.agency_id
        """,
        {
            **where.parameters,
            "name_part": name_part,
            "most": limit,
            "wanted": wanted,
            "wanted_id": bracketed.removesuffix("]") if named else wanted,
        },
    )
