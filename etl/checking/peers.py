"""The residual （六）3.其他 beside the peers: the share above which it is pointed out."""

from decimal import Decimal
from typing import Any, Final

import polars as pl

from etl.checking.around import Around
from etl.checking.finding import Judged, Spots, Violation
from etl.checking.wording import number
from etl.checking.years import tally
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import REQUESTS
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule
from etl.vocabulary.rules_across import RESIDUAL_CONCLUDED, RESIDUAL_PEERS, RESIDUAL_QUANTILE
from etl.vocabulary.short_labels import cell_label

_GROUP: Final = ("year", "region_level", "kind", "one_row")
_RESIDUAL: Final = {
    one_row: KEY_OF_CODE.index((REQUESTS, item, "total")) for one_row, item in ((True, "other"), (False, "other.other"))
}
_CONCLUDED: Final = KEY_OF_CODE.index((REQUESTS, "concluded", "total"))


def peer_limits(indicators: pl.DataFrame) -> pl.DataFrame:
    """One row per year, region_level, kind and one_row with enough peers: `limit`, the quantile of their shares.

    `indicators`: one row per current report; pass all at once.
    """
    enough = indicators.filter(pl.col("requests_concluded") >= RESIDUAL_CONCLUDED)
    named = enough.rename({"residual_other_is_whole_row": "one_row"}).drop_nulls([*_GROUP, "residual_other_rate"])
    shares = pl.col("residual_other_rate")
    limits = named.group_by(_GROUP).agg(limit=shares.quantile(RESIDUAL_QUANTILE, "linear"), peers=pl.len())
    return limits.filter(pl.col("peers") >= RESIDUAL_PEERS)


def judge_residual(rule: Rule, around: Around) -> Judged:
    """One judgement per report with enough concluded and enough peers."""
    reports = around.material.reports
    wide = reports.join(_read(around, reports), on="report", how="left").join(around.limits, on=_GROUP, how="left")
    residual, concluded = pl.col("residual"), pl.col("concluded")
    unsaid = pl.col("limit").is_null() | pl.col("place").is_null() | (concluded < RESIDUAL_CONCLUDED)
    state = (
        pl.when(unsaid.fill_null(value=False))
        .then(pl.lit(NOT_ASSESSABLE))
        .when(residual.is_null() | concluded.is_null())
        .then(pl.lit(UNCERTAIN))
        .when(residual / concluded > pl.col("limit"))
        .then(pl.lit(FAIL))
        .otherwise(pl.lit(PASSED))
    )
    judged = wide.with_columns(state=state)
    found = judged.filter(pl.col("state").is_in([FAIL, UNCERTAIN])).sort("report").iter_rows(named=True)
    return Judged(tally(reports, judged), [_violation(rule, row) for row in found])


def _read(around: Around, reports: pl.DataFrame) -> pl.DataFrame:
    """Per report with both cells: residual, concluded (null without a number), and their places."""
    code = pl.when("one_row").then(pl.lit(_RESIDUAL[True])).otherwise(pl.lit(_RESIDUAL[False]))
    asked = reports.select("report", code=code), reports.select("report", code=pl.lit(_CONCLUDED))
    residual, concluded = (around.material.look_up(cells, ("number", "place")) for cells in asked)
    beside = reports.select("report").hstack(residual.rename({"number": "residual"}))
    beside = beside.hstack(concluded.rename({"number": "concluded", "place": "place_concluded"}))
    return beside.drop_nulls(["place", "place_concluded"])


def _violation(rule: Rule, row: dict[str, Any]) -> Violation:
    code = _RESIDUAL[row["one_row"]]
    spots = Spots(REQUESTS, (code, _CONCLUDED), (row["place"], row["place_concluded"]))
    zh, en = (cell_label(*KEY_OF_CODE[code], language=language) for language in ("zh", "en"))
    if row["state"] == UNCERTAIN:
        message = (
            f"{zh}：本项或办结总计不是数字，无法与同类比较。",
            f"{en}: it or concluded holds no number; not judged.",
        )
        return Violation(row["report"], rule, UNCERTAIN, (rule.expression, rule.expression_en), message, spots)
    share, limit = row["residual"] / row["concluded"], row["limit"]
    texts = f"{number(Decimal(row['residual']))} ÷ {number(Decimal(row['concluded']))} = {share:.1%}"
    expression = (
        f"{texts}，高于同类 {row['peers']} 份年报的第 90 百分位 {limit:.1%}",
        f"{texts}, above {limit:.1%}, the 90th percentile of {row['peers']} peers",
    )
    message = f"{zh}：{expression[0]}。", f"{en}: {expression[1]}."
    sides = Decimal(str(round(share, 6))), Decimal(str(round(limit, 6)))
    return Violation(row["report"], rule, FAIL, expression, message, spots, sides)
