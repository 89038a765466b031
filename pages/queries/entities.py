"""Regions and agencies to be set beside each other: found by name, as groups, and one indicator of them by year."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME, RATE
from etl.vocabulary.indicators import ONE_ROW as ONE_ROW_MARK
from etl.vocabulary.origins import means_the_same
from pages.queries.ask import Connection, ask
from pages.queries.places import REPORTED, place_of
from pages.queries.ratios import column
from pages.queries.selection import AREA, Selection, condition

REGION: Final = "region"
AGENCY: Final = "agency"

PARTS: Final = "parts"
SIBLINGS: Final = "siblings"
ALIKE: Final = "alike"
NONE: Final = "none"
"""The groups that may be compared, and none of them."""

WHOLE_AREA: Final = ""
"""The code that stands for the chosen area as a whole."""
ONE_ROW, THREE_ROWS = "one row", "three rows"
"""What the residual of （六）其他处理 stands on: reports print it as one row or as three."""

_ENTITIES: Final = f"""
    {REPORTED},
    entities AS (
        SELECT region_code AS code, 'region' AS kind, name, region_code, parent_code,
               CASE level WHEN 'province' THEN '' WHEN 'prefecture' THEN coalesce(province_name, '')
                          ELSE concat(province_name, nullif(prefecture_name, province_name)) END AS place
        FROM regions SEMI JOIN reported USING (region_code)
        UNION ALL BY NAME
        SELECT a.agency_id AS code, 'agency' AS kind, a.name, a.region_code,
               {place_of("r")} AS place
        FROM agencies a LEFT JOIN regions r ON r.region_code = a.region_code)"""
_COLUMNS: Final = "code, kind, name, place"
_GROUPS: Final = {
    PARTS: "kind = 'region' AND parent_code IS NOT DISTINCT FROM $region",
    SIBLINGS: """kind = 'region' AND code <> $region
        AND parent_code IS NOT DISTINCT FROM (SELECT parent_code FROM regions WHERE region_code = $region)""",
    ALIKE: """kind = 'agency' AND code IN (
        SELECT a.agency_id FROM agencies a JOIN regions r ON r.region_code = a.region_code
        JOIN agencies first ON first.agency_id = $agency JOIN regions there ON there.region_code = first.region_code
        WHERE a.agency_id <> first.agency_id AND a.kind = first.kind AND r.level = there.level
          AND a.sector IS NOT DISTINCT FROM first.sector AND r.parent_code IS NOT DISTINCT FROM there.parent_code)""",
}
_NEEDED: Final = {PARTS: "region", SIBLINGS: "region", ALIKE: "agency"}


def named_entities(connection: Connection, codes: Sequence[str]) -> pl.DataFrame:
    """Those of the codes that are known, in the order given: one row per region or agency.

    Columns: code, kind (`region` or `agency`), name, place (names of the divisions above, "" when there are none).
    """
    if not codes:
        return pl.DataFrame(schema=dict.fromkeys(_COLUMNS.split(", "), pl.String))
    sql = f"WITH {_ENTITIES} SELECT {_COLUMNS} FROM entities WHERE code IN $codes ORDER BY list_position($codes, code)"
    return ask(connection, sql, {"codes": list(codes)})


def matching_entities(
    connection: Connection, region: str | None, name_part: str, limit: int, *, only_agencies: bool = False
) -> pl.DataFrame:
    """Regions and agencies whose name, or place and name, holds `name_part`; `limit` rows at most.

    Those whose own name holds it come first, then those of the chosen region, regions before agencies, by code.
    Columns of `named_entities`, and matching: how many match in all.
    """
    return ask(
        connection,
        f"""
        WITH {_ENTITIES}
        SELECT {_COLUMNS}, count(*) OVER () AS matching FROM entities
        WHERE contains(concat(place, name), $name_part) AND (kind = 'agency' OR NOT $only_agencies)
        ORDER BY contains(name, $name_part) DESC, coalesce(region_code IN {AREA}, FALSE) DESC, kind DESC,
                 region_code NULLS LAST, name, code
        LIMIT $most
        """,
        {"name_part": name_part, "most": limit, "region": region, "only_agencies": only_agencies},
    )


def group_members(connection: Connection, group: str, region: str | None, agency: str | None = None) -> pl.DataFrame:
    """The regions right below or beside the chosen one, or the agencies like the first chosen, by code.

    `group` is PARTS (the provinces without a region; the agencies of a region that has none below it), SIBLINGS (none
    without a region) or ALIKE (same kind, sector and level below the same division; none without an agency).
    Columns of `named_entities`; a region without any report in it is left out.
    """
    asked = {"region": region, "agency": agency}[_NEEDED[group]]
    found = _where(connection, _GROUPS[group], {_NEEDED[group]: asked})
    if group == PARTS and region and found.is_empty():
        return _where(connection, "kind = 'agency' AND region_code = $region", {"region": region})
    return found


def _where(connection: Connection, where: str, parameters: dict[str, object]) -> pl.DataFrame:
    sql = f"WITH {_ENTITIES} SELECT {_COLUMNS} FROM entities WHERE {where} ORDER BY region_code, code"
    return ask(connection, sql, parameters)


def entity_series(connection: Connection, selection: Selection, codes: Sequence[str], name: str) -> pl.DataFrame:
    """One indicator of the chosen area (code WHOLE_AREA, first) and of each entity, in the order of the codes, by year.

    A region counts every report in it and below it under the filters on year, kind and sector; an agency counts its
    own, whatever its kind and sector. One row per entity and year from the first year to the last, reported or not.
    Columns: code, year, meaning ("" for an indicator that means the same on every form, else ONE_ROW or THREE_ROWS;
    NULL where both or nothing is counted), numerator, denominator (sums over the reports that have what is needed; NULL
    when none has; a volume has no denominator), value (the rate, NULL out of nothing; the sum of a volume), reports,
    left_out, change and relative (on the year before; NULL unless both mean the same, relative also on 0 or less).
    """
    area, below = condition(selection), condition(Selection(None, selection.years, selection.kinds, selection.sectors))
    years = condition(Selection(years=selection.years))
    sums = f"i.year, {_sums(name)} FROM indicators i"
    found = ask(
        connection,
        f"""
        WITH places AS (
            SELECT c.code, r.region_code
            FROM regions r LEFT JOIN regions above ON above.region_code = r.parent_code
            JOIN (SELECT unnest($codes) AS code) c ON c.code IN (r.region_code, r.parent_code, above.parent_code)),
        own AS (SELECT agency_id, region_code FROM agencies WHERE agency_id IN $codes)
        SELECT '' AS code, {sums} {area.sql} AND i.year IS NOT NULL GROUP BY ALL
        UNION ALL
        SELECT p.code, {sums} JOIN places p ON p.region_code = i.region_code {below.sql} AND i.year IS NOT NULL
        GROUP BY ALL
        UNION ALL
        SELECT i.agency_id, {sums} {years.sql} AND i.year IS NOT NULL
          AND i.agency_id IN (SELECT agency_id FROM own) GROUP BY ALL
        """,
        {**area.parameters, "codes": list(codes)},
    )
    return _changes(_every_year(found.with_columns(_value(name)), [WHOLE_AREA, *codes]))


def _every_year(found: pl.DataFrame, codes: Sequence[str]) -> pl.DataFrame:
    """A row for every entity and year from the first year to the last, entities in the order given."""
    order = pl.DataFrame({"code": codes}, schema={"code": pl.String}).unique(maintain_order=True)
    known = found["year"].to_list()
    years = pl.DataFrame(
        {"year": range(min(known), max(known) + 1) if known else []}, schema={"year": found["year"].dtype}
    )
    grid = order.join(years, how="cross", maintain_order="left_right")
    joined = grid.join(found, on=["code", "year"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("reports", "left_out").fill_null(0))


def _changes(series: pl.DataFrame) -> pl.DataFrame:
    before = pl.col("value").shift(1).over("code")
    alike = pl.col("meaning") == pl.col("meaning").shift(1).over("code")
    change = pl.when(alike).then(pl.col("value") - before)
    return series.with_columns(change=change, relative=pl.when(before > 0).then(change / before))


def _sums(name: str) -> str:
    indicator = INDICATOR_BY_NAME[name]
    top, bottom = (
        (column(str(indicator.numerator)), column(str(indicator.denominator)))
        if indicator.family == RATE
        else (column(name), None)
    )
    known = f"{top} IS NOT NULL" + (f" AND {bottom} IS NOT NULL" if bottom else "")
    return (
        f"{_meaning(name)} AS meaning, sum({top}) FILTER ({known})::DOUBLE AS numerator, "
        + (f"sum({bottom}) FILTER ({known})::DOUBLE" if bottom else "NULL::DOUBLE")
        + f" AS denominator, count(*) AS reports, count(*) FILTER (NOT ({known})) AS left_out"
    )


def _meaning(name: str) -> str:
    if means_the_same(INDICATOR_BY_NAME[name]):
        return "''"
    whole_row = column(ONE_ROW_MARK.name)
    return f"CASE WHEN bool_and({whole_row}) THEN '{ONE_ROW}' WHEN NOT bool_or({whole_row}) THEN '{THREE_ROWS}' END"


def _value(name: str) -> pl.Expr:
    if INDICATOR_BY_NAME[name].family != RATE:
        return pl.col("numerator").alias("value")
    rate = pl.when(pl.col("denominator") > 0).then(pl.col("numerator") / pl.col("denominator"))
    return rate.alias("value")
