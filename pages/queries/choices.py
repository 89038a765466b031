"""What there is to choose from in the filters."""

from dataclasses import dataclass

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import REPORTED


@dataclass(frozen=True, slots=True)
class Divisions:
    """Names and levels of divisions by code, and the codes right below each, in order; None is above the provinces."""

    names: dict[str, str]
    levels: dict[str, str]
    below: dict[str | None, list[str]]


def divisions_reported(connection: Connection) -> Divisions:
    """The divisions of `regions_reported`, in the shape in which a choice needs them."""
    rows = regions_reported(connection).rows()
    below: dict[str | None, list[str]] = {}
    for code, _, _, parent in rows:
        below.setdefault(parent, []).append(code)
    names, levels = ({row[0]: row[place] for row in rows} for place in (1, 2))
    return Divisions(names, levels, below)


def regions_reported(connection: Connection) -> pl.DataFrame:
    """Divisions that reported themselves or hold one that did, by code: one row per division.

    Columns: region_code, name, level, parent_code (NULL for a province).
    """
    return ask(
        connection,
        f"""
        WITH {REPORTED}
        SELECT region_code, name, level, parent_code FROM regions SEMI JOIN reported USING (region_code)
        ORDER BY region_code
        """,
        {},
    )


def years_reported(connection: Connection) -> pl.DataFrame:
    """Years that any current report speaks of, oldest first; column: year."""
    sql = "SELECT DISTINCT unnest(years::INTEGER[]) AS year FROM (SELECT DISTINCT years FROM agencies) ORDER BY year"
    return ask(connection, sql, {})


def kinds_reported(connection: Connection) -> pl.DataFrame:
    """Kinds of agency that reported, most frequent first; columns: kind, reports."""
    sql = "SELECT kind, sum(reports)::BIGINT AS reports FROM agencies GROUP BY kind ORDER BY reports DESC, kind"
    return ask(connection, sql, {})


def sectors_reported(connection: Connection) -> pl.DataFrame:
    """Sectors that reported, most frequent first; columns: sector, reports."""
    return ask(
        connection,
        """
        SELECT sector, sum(reports)::BIGINT AS reports FROM agencies WHERE sector IS NOT NULL
        GROUP BY sector ORDER BY reports DESC, sector
        """,
        {},
    )
