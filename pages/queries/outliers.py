"""Whose rate is out of line given its volume: the agencies of one year against control limits around the overall rate.

Wilson's score test asks how far a rate lies from the overall one, in standard errors that the overall rate and the
volume give. The limits of the funnel are where that distance is 1.96 (95 %) and 3.09 (99.8 %); half a case is taken
off on each side, without which a rare outcome would put honest small agencies outside again and again.
"""

from typing import Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.page_labels.outliers import (
    ABOVE_95,
    ABOVE_998,
    BELOW_95,
    BELOW_998,
    NO_RATE_AT_ALL,
    NOT_A_SHARE,
    TOO_SMALL,
    UNREPORTED,
    WITHIN,
)
from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES
from pages.queries.ratios import Pair, column
from pages.queries.selection import Selection, condition

Z_95: Final = 1.959964
Z_998: Final = 3.090232
STEPS: Final = 120


def rates_by_agency(connection: Connection, selection: Selection, pair: Pair, year: int) -> pl.DataFrame:
    """One row per current report of the year, farthest from the overall rate first, those not judged last.

    Columns: agency_id, name, place (names of its divisions, "" when not resolved), kind, numerator, denominator, rate
    (NULL without both or on 0), low_95, high_95 (Wilson interval of the rate; NULL without one), distance (from the
    overall rate in standard errors, its sign the side, 0 within half a case; NULL when not judged), position
    (one of `page_labels.outliers.POSITIONS`). The years of the selection do not count.
    """
    where = condition(Selection(selection.region, (year,), selection.kinds, selection.sectors))
    top, bottom = column(pair[0]), column(pair[1])
    found = ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT i.agency_id, a.name, coalesce(p.place, '') AS place, i.kind,
               {top}::BIGINT AS numerator, {bottom}::BIGINT AS denominator
        FROM indicators i JOIN agencies a USING (agency_id) LEFT JOIN places p ON p.region_code = i.region_code
        {where.sql}
        """,
        where.parameters,
    )
    return _judged(found)


def limits_along(overall: float | None, largest: int) -> pl.DataFrame:
    """The control limits from the smallest denominator that is judged to the largest, evenly spread on a log scale.

    Columns: denominator, low_95, high_95, low_998, high_998 (NULL where a limit would lie below 0 or above 1: no rate
    is outside on that side); without an overall rate between 0 and 1, no row.
    """
    smallest = STABILITY_LIMITS[0]
    if overall is None or not 0 < overall < 1 or largest < smallest:
        return pl.DataFrame(
            schema=dict.fromkeys(("denominator", "low_95", "high_95", "low_998", "high_998"), pl.Float64)
        )
    growth = (largest / smallest) ** (1 / STEPS)
    volumes = pl.DataFrame({"denominator": [smallest * growth**k for k in range(STEPS + 1)]})
    bounds = {"95": Z_95, "998": Z_998}
    return volumes.with_columns(
        pl.when(limit.is_between(0, 1)).then(limit).alias(f"{side}_{name}")
        for name, z in bounds.items()
        for side, limit in zip(("low", "high"), control_limits(overall, pl.col("denominator"), z), strict=True)
    )


def wilson(rate: pl.Expr, volume: pl.Expr, z: float) -> tuple[pl.Expr, pl.Expr]:
    """The lower and upper end of Wilson's score interval (1927) for a rate seen on a volume."""
    spread = z * (rate * (1 - rate) / volume + z**2 / (4 * volume**2)).sqrt()
    centre, scale = rate + z**2 / (2 * volume), 1 + z**2 / volume
    return ((centre - spread) / scale).clip(0, rate), ((centre + spread) / scale).clip(rate, 1)


def control_limits(overall: float, volume: pl.Expr, z: float) -> tuple[pl.Expr, pl.Expr]:
    """The lowest and highest rate on a volume within z standard errors and half a case of the overall rate."""
    margin = z * (overall * (1 - overall) / volume).sqrt() + 1 / (2 * volume)
    return overall - margin, overall + margin


def _judged(found: pl.DataFrame) -> pl.DataFrame:
    top, bottom = pl.col("numerator"), pl.col("denominator")
    overall = _overall(found)
    rate = pl.when(bottom > 0).then(top / bottom)
    share = pl.when((bottom > 0) & top.is_between(0, bottom)).then(top / bottom)
    low, high = wilson(share, bottom, Z_95)
    rated = found.with_columns(rate.alias("rate"), low.alias("low_95"), high.alias("high_95"))
    placed = rated.with_columns(_distance(share, overall).alias("distance")).with_columns(_position().alias("position"))
    return placed.sort(
        pl.col("distance").abs(), "denominator", "agency_id", descending=[True, True, False], nulls_last=True
    )


def _overall(found: pl.DataFrame) -> float | None:
    """Σ numerator / Σ denominator over the rows that have both; None without any."""
    known = found.filter(pl.col("numerator").is_not_null() & pl.col("denominator").is_not_null())
    top, bottom = (int(known[name].sum()) for name in ("numerator", "denominator"))
    return top / bottom if bottom > 0 else None


def _distance(share: pl.Expr, overall: float | None) -> pl.Expr:
    """How many standard errors beyond half a case a share lies from the overall rate; NULL where it is not judged."""
    if overall is None or not 0 < overall < 1:
        return pl.lit(None, pl.Float64)
    volume = pl.col("denominator")
    beyond = ((share - overall).abs() - 1 / (2 * volume)).clip(0, None)
    errors = beyond / (overall * (1 - overall) / volume).sqrt()
    return pl.when(volume >= STABILITY_LIMITS[0]).then(errors * (share - overall).sign())


def _position() -> pl.Expr:
    """Where a row stands, in a word of `POSITIONS`."""
    top, bottom, distance = pl.col("numerator"), pl.col("denominator"), pl.col("distance")
    return (
        pl.when(top.is_null() | bottom.is_null())
        .then(pl.lit(UNREPORTED))
        .when(bottom == 0)
        .then(pl.lit(NO_RATE_AT_ALL))
        .when(~top.is_between(0, bottom))
        .then(pl.lit(NOT_A_SHARE))
        .when(bottom < STABILITY_LIMITS[0])
        .then(pl.lit(TOO_SMALL))
        .when(distance > Z_998)
        .then(pl.lit(ABOVE_998))
        .when(distance > Z_95)
        .then(pl.lit(ABOVE_95))
        .when(distance < -Z_998)
        .then(pl.lit(BELOW_998))
        .when(distance < -Z_95)
        .then(pl.lit(BELOW_95))
        .otherwise(pl.lit(WITHIN))
    )
