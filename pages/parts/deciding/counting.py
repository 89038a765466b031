"""How many findings stand how, and which: what the warehouse counts with the decisions laid over it."""

from typing import Final

import polars as pl

from etl.vocabulary.decisions import OPEN
from pages.parts.deciding.lives import Lives
from pages.parts.deciding.wanted import EVERY_LIFE, Wanted, is_fixed_wanted
from pages.parts.view import View
from pages.queries.checks import (
    BY_YEAR,
    NOBODY,
    Conditions,
    Ids,
    findings_counted,
    findings_listed,
    regions_below,
    regions_placed,
)
from pages.queries.places import BY_AGENCY, BY_REGION

_KINDS: Final = ("rule", "severity", "state")
_GROUPS: Final = {
    BY_YEAR: ("year",),
    BY_REGION: ("part_code", "part_name", "is_own"),
    BY_AGENCY: ("part_code", "part_name", "is_own"),
}


def counted(view: View, wanted: Wanted, conditions: Conditions, lives: Lives, by: str) -> pl.DataFrame:
    """One row per rule, severity, state, standing and group with findings; `conditions` are those of `wanted`.

    Columns: rule, severity, state, standing (null where nothing is known about decisions), findings, and those that
    `by` adds to `findings_counted`.
    """
    keys = [*_KINDS, *_GROUPS.get(by, ())]
    if is_fixed_wanted(wanted):
        return _summed(_grouped(view, under(view, lives.gone, conditions), by), keys)
    own = _summed(_grouped(view, under(view, lives.decided, conditions), by), keys)
    own = own.filter(pl.col("standing") != OPEN)
    every = view.ask(findings_counted, view.selection, conditions, by).select(*keys, "findings")
    taken = own.group_by(keys).agg(pl.col("findings").sum().alias("taken"))
    left = every.join(taken, on=keys, how="left", nulls_equal=True, maintain_order="left")
    other = pl.lit(None if lives.fault else OPEN, pl.String)
    still = left.with_columns(pl.col("findings") - pl.col("taken").fill_null(0), standing=other)
    told = pl.concat([still.select(*keys, "standing", "findings"), own])
    return told.filter(pl.col("findings") > 0, (wanted.life == EVERY_LIFE) | (pl.col("standing") == wanted.life))


def listed(view: View, wanted: Wanted, lives: Lives, most: int, skip: int = 0) -> pl.DataFrame:
    """So many findings from a place in the list on: the columns of `findings_listed` and `STANDING`."""
    if is_fixed_wanted(wanted):
        return under(view, lives.gone, wanted.conditions).slice(skip, most)
    if wanted.life in (EVERY_LIFE, OPEN):
        without = NOBODY if wanted.life == EVERY_LIFE else _closed(lives)
        return lives.laid_over(view.ask(findings_listed, view.selection, wanted.conditions, without, most, skip))
    own = under(view, lives.decided, wanted.conditions)
    return own.filter(pl.col("standing") == wanted.life).slice(skip, most)


def under(view: View, rows: pl.DataFrame, conditions: Conditions) -> pl.DataFrame:
    """Those of the findings decided on that are asked for, under the filters of the frame."""
    chosen = view.selection
    lists = {
        "rule": conditions.rules,
        "severity": conditions.severities,
        "state": conditions.states,
        "year": chosen.years,
        "kind": chosen.kinds,
        "sector": chosen.sectors,
        "agency_id": (conditions.agency,) if conditions.agency else (),
        "region_code": tuple(view.ask(regions_below, chosen.region)["region_code"]) if chosen.region else (),
    }
    asked_for = [pl.col(name).is_in(list(values)) for name, values in lists.items() if values]
    return rows.filter(*asked_for) if asked_for else rows


def _closed(lives: Lives) -> Ids:
    """The findings that are not open."""
    return Ids(lives.stamp, tuple(lives.decided.filter(pl.col("standing") != OPEN)["finding_id"]))


def _grouped(view: View, rows: pl.DataFrame, by: str) -> pl.DataFrame:
    """The rows with the columns of their group."""
    if by == BY_AGENCY:
        return rows.with_columns(part_code="agency_id", part_name="agency", is_own=pl.lit(value=False))
    if by != BY_REGION:
        return rows
    placed = rows.join(view.ask(regions_placed, view.selection.region), on="region_code", how="left")
    return placed.with_columns(pl.col("part_code").fill_null(""), pl.col("is_own").fill_null(value=False))


def _summed(rows: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    return rows.group_by([*keys, "standing"]).agg(pl.len().cast(pl.Int64).alias("findings"))
