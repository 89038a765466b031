"""How a whole falls into parts: every part and the whole summed over the same reports, so that a stack adds up."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.ratios import column
from pages.queries.selection import Selection, condition
from pages.queries.stacked import shares_told, stacked


@dataclass(frozen=True, slots=True)
class Mix:
    """Names of columns of `indicators`: those that make up a whole, and the whole."""

    parts: tuple[str, ...]
    whole: str


def mixes_by_year(connection: Connection, selection: Selection, mixes: Sequence[Mix]) -> pl.DataFrame:
    """One row per year, mix and part, oldest year first, mixes and their parts in the order given.

    Only reports count in which every part and the whole hold a number. Columns: those of `ratios_by_year`; of one mix
    and year denominator, reports and left_out (reports that lack a part or the whole) are the same in every row.
    """
    where = condition(selection)
    wide = ask(
        connection,
        f"""
        SELECT i.year, count(*) AS reports, {", ".join(_sums(k, mix) for k, mix in enumerate(mixes))}
        FROM indicators i {where.sql} AND i.year IS NOT NULL GROUP BY i.year ORDER BY i.year
        """,
        where.parameters,
    )
    parts = [(k, place, name) for k, mix in enumerate(mixes) for place, name in enumerate(mix.parts)]

    def told(part: int) -> dict[str, pl.Series]:
        k, place, _ = parts[part]
        return shares_told(wide, f"top_{k}_{place}", f"bottom_{k}", f"known_{k}")

    return stacked(wide, ["year"], [name for _, _, name in parts], told)


def _sums(k: int, mix: Mix) -> str:
    is_known = " AND ".join(f"{column(name)} IS NOT NULL" for name in (*mix.parts, mix.whole))
    parts = ", ".join(
        f"sum(CASE WHEN {is_known} THEN {column(name)} END)::BIGINT AS top_{k}_{place}"
        for place, name in enumerate(mix.parts)
    )
    whole = f"sum(CASE WHEN {is_known} THEN {column(mix.whole)} END)::BIGINT AS bottom_{k}"
    return f"{parts}, {whole}, count(CASE WHEN {is_known} THEN 1 END) AS known_{k}"
