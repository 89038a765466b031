"""How findings stand under the decisions made so far: pure functions over frames.

A decision belongs to the finding of its id. Where that is gone, it follows its document: an agency that is named or
placed better has another id, and so have its findings, but what was decided on was read in the same cells.
"""

from typing import Any, Final

import polars as pl

from etl.deciding.shapes import SEEN, fingerprint
from etl.vocabulary.decisions import FIXED, OPEN, OUTDATED, REOPENED

STANDING: Final[dict[str, Any]] = {
    "standing": pl.String,
    "decision": pl.String,
    "reason": pl.String,
    "decided_by": pl.String,
    "decided_at": pl.Datetime("us"),
    "decided_on": pl.String,
    "decided_on_en": pl.String,
    "number": pl.Int64,
    "restored_by": pl.String,
}
"""`standing` is one of `etl.vocabulary.decisions.STANDINGS`; the others are of the last decision, null without one.

`number` is the decision's own: whoever decides next says by it which one he has seen. `decided_on` is the message of
the finding as it was then, which tells what has changed where it is outdated.
"""
_SPOT: Final = ("document_id", "rule", "spot")
_OWNER: Final = ("agency_id", "year")
_NUMBERS: Final = ("left_value", "right_value", "delta", "fingerprint")
_MOVES: Final = r'"(?:place|report_id)": ?"(?:[^"\\]|\\.)*"|, "(?:start|end)": [0-9]+'


def standing(findings: pl.DataFrame, decisions: pl.DataFrame) -> pl.DataFrame:
    """The findings (columns of `SEEN` and others), in their order, with the columns of `STANDING`.

    `decisions`: those in force. Any part of the findings of a build may be given.
    """
    last = _followed(findings, decisions).sort("number").unique("now", keep="last")
    then = last.select(
        pl.col("now").alias("finding_id"), *_told(), *(pl.col(name).alias(f"{name}_then") for name in _NUMBERS)
    )
    joined = findings.with_columns(fingerprint()).join(then, on="finding_id", how="left", maintain_order="left")
    has_changed = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_then")) for name in _NUMBERS)
    is_open = pl.col("decision").is_null() | (pl.col("decision") == REOPENED)
    state = pl.when(is_open).then(pl.lit(OPEN)).when(has_changed).then(pl.lit(OUTDATED)).otherwise("decision")
    return joined.with_columns(standing=state).select(*findings.columns, *STANDING)


def last_numbers(findings: pl.DataFrame, decisions: pl.DataFrame) -> dict[str, int | None]:
    """The number of the last decision on each of the findings, by `finding_id`; None where there is none."""
    told = standing(findings.select(*SEEN), decisions)
    return dict(told.select("finding_id", "number").iter_rows())


def fixed(findings: pl.DataFrame, decisions: pl.DataFrame) -> pl.DataFrame:
    """The findings that were decided on and are not among those given, as they were seen then: `SEEN` and `STANDING`.

    `findings`: those of the whole build, or at least all that have an id or a document of `decisions`.
    """
    lost = decisions.join(_followed(findings, decisions), on="number", how="anti", maintain_order="left")
    return lost.with_columns(_told(), standing=pl.lit(FIXED)).select(*SEEN, *STANDING)


def _told() -> list[pl.Expr]:
    """What is told of a decision, under the names of `STANDING`."""
    as_it_is = [pl.col(name) for name in STANDING if name not in ("standing", "decided_on", "decided_on_en")]
    return [*as_it_is, pl.col("message").alias("decided_on"), pl.col("message_en").alias("decided_on_en")]


def _followed(findings: pl.DataFrame, decisions: pl.DataFrame) -> pl.DataFrame:
    """The decisions whose finding is among those given, with its id as `now`.

    Only an agency or a year that changed moves a finding; were they the same, its id would be.
    """
    own = decisions.join(findings, on="finding_id", how="semi").with_columns(now="finding_id")
    lost = decisions.join(findings, on="finding_id", how="anti").with_columns(_spot())
    lost = lost.unique([*_SPOT, *_OWNER], keep="none", maintain_order=True)
    there = findings.join(lost, on="document_id", how="semi").with_columns(_spot()).unique(_SPOT, keep="none")
    near = there.select(*_SPOT, now="finding_id", **{f"{name}_now": name for name in _OWNER})
    has_moved = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}_now")) for name in _OWNER)
    moved = lost.join(near, on=_SPOT).filter(has_moved)
    return pl.concat([own, moved.select(own.columns)])


def _spot() -> pl.Expr:
    """The cells without what moves with the layout or the agency: their places, and the ids of their reports."""
    return pl.col("cells").str.replace_all(_MOVES, "").alias("spot")
