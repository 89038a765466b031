"""One rate of one year by division: every level of the chosen area at once, each with what lies below it."""

import polars as pl

from etl.vocabulary.regions import PROVINCE
from etl.vocabulary.tiles import TILES, province_names
from pages.queries.ask import Connection, ask
from pages.queries.places import place_of
from pages.queries.ratios import Pair, column
from pages.queries.selection import AREA, Selection, condition


def ratios_by_region(connection: Connection, selection: Selection, pair: Pair, year: int) -> pl.DataFrame:
    """One row per division of the chosen area with reports in the year, those below it included, by code.

    Columns: region_code, name, place (with the names of the divisions above it), level, parent_code (NULL for a
    province), is_own (the reports of the division itself,
    in none of those below it; such a row stands only where there are others below), numerator, denominator (sums over
    the reports that have both, NULL when none has), rate (NULL on 0 or without both), reports, left_out (reports
    without one of the two). Reports of an unknown region are one row with region_code "" and name and place NULL. The
    years of the selection do not count.
    """
    where = condition(Selection(selection.region, (year,), selection.kinds, selection.sectors))
    top, bottom = column(pair[0]), column(pair[1])
    both = f"{top} IS NOT NULL AND {bottom} IS NOT NULL"
    area = "" if selection.region is None else f"WHERE region_code IN {AREA}"
    found = ask(
        connection,
        f"""
        WITH own AS (
            SELECT i.region_code, sum({top}) FILTER ({both}) AS top, sum({bottom}) FILTER ({both}) AS bottom,
                   count(*) AS reports, count(*) FILTER (NOT ({both})) AS left_out
            FROM indicators i {where.sql} GROUP BY i.region_code),
        lines AS (
            SELECT r.region_code, unnest([r.region_code, r.parent_code, above.parent_code]) AS whole
            FROM regions r LEFT JOIN regions above ON above.region_code = r.parent_code),
        summed AS (
            SELECT whole AS region_code, FALSE AS is_own, sum(top) AS top, sum(bottom) AS bottom,
                   sum(reports) AS reports, sum(left_out) AS left_out, count(*) AS divisions
            FROM own JOIN lines USING (region_code) WHERE whole IS NOT NULL GROUP BY whole),
        told AS (
            SELECT * EXCLUDE (divisions) FROM summed
            UNION ALL BY NAME
            SELECT o.*, TRUE AS is_own FROM own o JOIN summed s USING (region_code) WHERE s.divisions > 1
            UNION ALL BY NAME
            SELECT '' AS region_code, FALSE AS is_own, * EXCLUDE (region_code) FROM own WHERE region_code IS NULL)
        SELECT region_code, r.name, nullif({place_of("r")}, '') AS place,
               r.level, r.parent_code, is_own, top::BIGINT AS numerator,
               bottom::BIGINT AS denominator, reports::BIGINT AS reports, left_out::BIGINT AS left_out
        FROM told LEFT JOIN regions r USING (region_code) {area}
        ORDER BY region_code = '', region_code, is_own
        """,
        where.parameters,
    )
    rate = pl.when(pl.col("denominator") > 0).then(pl.col("numerator") / pl.col("denominator"))
    return found.with_columns(rate.alias("rate"))


def provinces_of(regions: pl.DataFrame) -> pl.DataFrame:
    """The rows of provinces and of an unknown region; where any real province reported, the other ones too.

    A real province without reports has NULL numbers and 0 reports. A warehouse of invented places alone stays alone.
    """
    found = regions.filter((pl.col("level") == PROVINCE) & ~pl.col("is_own") | (pl.col("region_code") == ""))
    reported = set(found["region_code"])
    if reported.isdisjoint(TILES):
        return found
    others = [(code, name) for code, name in province_names().items() if code not in reported]
    silent = pl.DataFrame(others, schema=["region_code", "name"], orient="row").with_columns(
        pl.col("name").alias("place"),
        level=pl.lit(PROVINCE),
        is_own=pl.lit(value=False),
        reports=pl.lit(0, pl.Int64),
        left_out=pl.lit(0, pl.Int64),
    )
    return pl.concat([found, silent], how="diagonal").sort(pl.col("region_code") == "", "region_code")
