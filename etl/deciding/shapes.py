"""The columns of a finding that a decision keeps, those of a decision, and what a decision rests on."""

from typing import Any, Final

import polars as pl

SEEN: Final[dict[str, Any]] = {
    "finding_id": pl.String,
    "report_id": pl.String,
    "agency_id": pl.String,
    "document_id": pl.String,
    "agency": pl.String,
    "region_code": pl.String,
    "year": pl.Int32,
    "rule": pl.String,
    "severity": pl.String,
    "state": pl.String,
    "left_value": pl.Float64,
    "right_value": pl.Float64,
    "delta": pl.Float64,
    "expression": pl.String,
    "message": pl.String,
    "expression_en": pl.String,
    "message_en": pl.String,
    "cells": pl.String,
}
"""A finding as a person sees it: the columns of `findings`, and whose report it is about.

`region_code`, `year` and the three numbers are null where they are in the warehouse.
"""

MADE: Final[dict[str, Any]] = {
    "number": pl.Int64,
    "decision": pl.String,
    "reason": pl.String,
    "decided_by": pl.String,
    "decided_at": pl.Datetime("us"),
    "restored_by": pl.String,
    "restored_at": pl.Datetime("us"),
}
"""One decision: `number` counts them in the order made, `reason` is "" when none was given, times are UTC.

`restored_by` is null but for a decision that somebody put back into force by undoing a later one: it is a copy, with
who decided and when as before, and who restored it and when beside that.
"""

DECISIONS_FRAME: Final[dict[str, Any]] = {**MADE, "fingerprint": pl.String, **SEEN}
_NUMBER: Final = r"[-−]?[0-9]+(?:[.,][0-9]+)*"


def fingerprint() -> pl.Expr:
    """What a decision rests on beside the two sides: the state, and every number that the finding prints, in order.

    Only numbers, so that a sentence may be worded better without making every decision outdated.
    """
    printed = pl.concat_str("expression", "message", separator=" ").str.extract_all(_NUMBER).list.join("|")
    return pl.concat_str("state", printed, separator="|").alias("fingerprint")
