"""Rates over groups of reports: Σ numerator / Σ denominator, never a mean of rates."""

from collections.abc import Sequence

import polars as pl

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from pages.queries.ask import Connection, ask
from pages.queries.places import PARTS_IN_ORDER, parts_of
from pages.queries.selection import Selection, condition
from pages.queries.stacked import shares_told, stacked

Pair = tuple[str, str]
"""Names of two columns of `indicators`: numerator and denominator."""


def ratios_by_year(connection: Connection, selection: Selection, pairs: Sequence[Pair]) -> pl.DataFrame:
    """One row per year and pair, oldest year first, pairs in the order given.

    Columns: year, name (the numerator's), numerator, denominator (sums over the reports that have both, NULL when none
    has), rate (NULL when the denominator is 0 or nothing is known), reports, left_out (reports without one of the two).
    """
    where = condition(selection)
    wide = ask(
        connection,
        f"""
        SELECT i.year, count(*) AS reports, {_sums(pairs)}
        FROM indicators i {where.sql} AND i.year IS NOT NULL GROUP BY i.year ORDER BY i.year
        """,
        where.parameters,
    )
    return _long(wide, pairs, ["year"])


def ratios_by_part(connection: Connection, selection: Selection, pair: Pair, by: str) -> pl.DataFrame:
    """One row per part of the chosen area and year; the columns of `ratios_by_year` and who the part is.

    Further columns: part_code, part_name, is_own as in `parts_of`.
    """
    where, parts = condition(selection), parts_of(selection.region, by)
    found = ask(
        connection,
        f"""
        WITH {parts.tables},
        summed AS (
            SELECT i.{parts.key}, i.year, count(*) AS reports, {_sums([pair])}
            FROM indicators i {where.sql} AND i.year IS NOT NULL GROUP BY ALL)
        SELECT {parts.columns}, i.year, sum(i.reports)::BIGINT AS reports, sum(i.top_0)::BIGINT AS top_0,
               sum(i.bottom_0)::BIGINT AS bottom_0, sum(i.known_0)::BIGINT AS known_0
        FROM summed i {parts.joins} GROUP BY ALL
        """,
        {**where.parameters, **parts.parameters},
    )
    keys = ["part_code", "part_name", "is_own", "year"]
    return _long(found.sort(*PARTS_IN_ORDER, "year"), [pair], keys)


def _sums(pairs: Sequence[Pair]) -> str:
    """Sums over the reports that have both; a CASE is several times faster than a FILTER that says the same."""
    return ", ".join(
        f"sum(CASE WHEN {bottom} IS NOT NULL THEN {top} END)::BIGINT AS top_{k}, "
        f"sum(CASE WHEN {top} IS NOT NULL THEN {bottom} END)::BIGINT AS bottom_{k}, "
        f"count(CASE WHEN {top} IS NOT NULL THEN {bottom} END) AS known_{k}"
        for k, (top, bottom) in enumerate((column(pair[0]), column(pair[1])) for pair in pairs)
    )


def column(name: str) -> str:
    """The column of an indicator as SQL; KeyError for a name that is not declared."""
    return f'i."{INDICATOR_BY_NAME[name].name}"'


def _long(wide: pl.DataFrame, pairs: Sequence[Pair], keys: Sequence[str]) -> pl.DataFrame:
    """One row per key and pair from one row per key; see `ratios_by_year`."""
    tops = [top for top, _ in pairs]
    return stacked(wide, keys, tops, lambda k: shares_told(wide, f"top_{k}", f"bottom_{k}", f"known_{k}"))
