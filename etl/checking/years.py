"""Numbers beside last year's: what is far from them, and what is the same to the last cell."""

from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from typing import Any, Final

import polars as pl

from etl.checking.around import Around, beside_last_year
from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import CELLS, Material, per_report, with_tables
from etl.checking.wording import Doubt, Unknown, both, doubt_text, number
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import PROACTIVE, REPORTED, REQUESTS, SIGNED_MEASURES, UNREADABLE
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule
from etl.vocabulary.rules_across import IDENTICAL_MINIMUM, JUMP_BASE, JUMP_RATIOS
from etl.vocabulary.short_labels import cell_label

_JUDGED_FOR_JUMPS: Final = [
    code
    for code, (table, _, measure) in enumerate(KEY_OF_CODE)
    if (table == PROACTIVE and measure not in SIGNED_MEASURES) or measure == "total"
]
_NOW: Final = pl.col("number")
_THEN: Final = pl.col("last_number")
_SHOWN: Final = ("raw", "place")
_BOTH_THERE: Final = pl.col("status").is_not_null() & pl.col("last_status").is_not_null()
_NO_UNIT: Final = (_NOW.is_null() & (pl.col("status") == REPORTED)) | (
    _THEN.is_null() & (pl.col("last_status") == REPORTED)
)


def judge_jump(rule: Rule, around: Around) -> Judged:
    """One judgement per total and count that both years print; uncertain where a number that matters is not there.

    Amounts without a unit are left to the rule DECIMAL.
    """
    least, most = JUMP_RATIOS
    is_far = (_THEN >= JUMP_BASE) & ~_NOW.is_between(_THEN * least, _THEN * most)
    is_open = _THEN.is_null() | (_NOW.is_null() & (_THEN >= JUMP_BASE))
    state = pl.when(is_open).then(pl.lit(UNCERTAIN)).when(is_far).then(pl.lit(FAIL)).otherwise(pl.lit(PASSED))
    pairs = beside_last_year(around.material, _JUDGED_FOR_JUMPS)
    judged = pairs.filter(_BOTH_THERE & ~_NO_UNIT).with_columns(state=state)
    shown = _printed(judged.filter(pl.col("state").is_in([FAIL, UNCERTAIN])), around.material)
    jumps = [_jump(rule, row) for row in shown.filter(pl.col("state") == FAIL).iter_rows(named=True)]
    doubts = _doubts(rule, shown.filter(pl.col("state") == UNCERTAIN))
    return Judged(tally(around.material.reports, judged), [*jumps, *doubts])


def _printed(pairs: pl.DataFrame, material: Material) -> pl.DataFrame:
    """The few pairs that are shown, with table_name, raw and place, those of last year's, and its `last_id`."""
    ids, previous = material.reports.get_column("report_id"), material.reports.get_column("previous")
    last = pairs.select("code", previous.gather(pairs.get_column("report")).alias("report"))
    then = material.look_up(last, _SHOWN).select(pl.all().name.prefix("last_"))
    beside = with_tables(pairs).hstack(material.look_up(pairs, _SHOWN)).hstack(then)
    return beside.with_columns(last_id=ids.gather(last.get_column("report")))


def _jump(rule: Rule, row: dict[str, Any]) -> Violation:
    now, then = (Decimal(str(row[side])).normalize() for side in ("number", "last_number"))
    texts = number(now), number(then), number(round(now / then, 2))
    expression = (
        f"本年 {texts[0]} ÷ 上年 {texts[1]} = {texts[2]}，不在 0.2 至 5 之间",
        f"{texts[0]} this year ÷ {texts[1]} last year = {texts[2]}, not within 0.2 and 5",
    )
    code: int = row["code"]
    cell = KEY_OF_CODE[code]
    message = (
        f"{cell_label(*cell)}：与上年相差悬殊，{expression[0]}。",
        f"{cell_label(*cell, language='en')}: far from last year, {expression[1]}.",
    )
    spots = Spots(cell[0], [code, code], [row["place"], row["last_place"]], ["", row["last_id"]])
    return Violation(row["report"], rule, FAIL, expression, message, spots, (now, then))


def _doubts(rule: Rule, open_cells: pl.DataFrame) -> Iterable[Violation]:
    """One violation per report and table: the cells of either year that hold no number."""
    grouped = open_cells.sort("report", "code").group_by("report", "table_name", "last_id", maintain_order=True)
    cells = grouped.agg(
        "code", "number", "status", "raw", "place", "last_number", "last_status", "last_raw", "last_place"
    )
    for row in cells.iter_rows(named=True):
        own, last = (_without_number(row, prefix) for prefix in ("", "last_"))
        doubt = Doubt(rule, row["table_name"], (), _unknown(row, own, ""), _unknown(row, last, "last_"))
        spots = Spots(
            row["table_name"],
            [row["code"][at] for at in (*own, *last)],
            [row["place"][at] for at in own] + [row["last_place"][at] for at in last],
            [""] * len(own) + [row["last_id"]] * len(last),
        )
        message = both(partial(doubt_text, doubt))
        yield Violation(row["report"], rule, UNCERTAIN, both(rule.expression_text), message, spots)


def _without_number(row: dict[str, Any], prefix: str) -> list[int]:
    return [at for at, value in enumerate(row[f"{prefix}number"]) if value is None]


def _unknown(row: dict[str, Any], positions: list[int], prefix: str) -> Unknown:
    return Unknown.of(positions, row["code"], row[f"{prefix}status"], row[f"{prefix}raw"])


def judge_identical(rule: Rule, around: Around) -> Judged:
    """One judgement per report: fails when every number but the zeros is last year's and there are enough of them.

    Not assessable on another form than last year, or with too few numbers; uncertain when all that is known is equal
    and a cell of either year holds no number where the other has one.
    """
    is_open = (_NOW.is_null() != _THEN.is_null()) & (pl.coalesce("number", "last_number") != 0)
    unread = (pl.col("status") == UNREADABLE) | (pl.col("last_status") == UNREADABLE)
    is_there = pl.col("status").is_not_null() == pl.col("last_status").is_not_null()
    reports = around.material.reports
    compared = beside_last_year(around.material, range(CELLS)).select(
        _any(_NOW != _THEN).alias("differs"),
        _any(is_open | unread).alias("is_open"),
        _any(~is_there).alias("other_form"),
        per_report((_NOW == _THEN) & (_NOW != 0)).arr.sum().alias("equal"),
    )
    followers = reports.select("report", "previous").drop_nulls().hstack(compared)
    judged = followers.with_columns(
        state=pl.when("other_form")
        .then(pl.lit(NOT_ASSESSABLE))
        .when("differs")
        .then(pl.lit(PASSED))
        .when(pl.col("equal") < IDENTICAL_MINIMUM)
        .then(pl.lit(NOT_ASSESSABLE))
        .when("is_open")
        .then(pl.lit(UNCERTAIN))
        .otherwise(pl.lit(FAIL))
    )
    found = judged.filter(pl.col("state").is_in([FAIL, UNCERTAIN])).sort("report")
    return Judged(tally(reports, judged), [_identical(rule, row) for row in found.iter_rows(named=True)])


def _any(is_so: pl.Expr) -> pl.Expr:
    return per_report(is_so.fill_null(value=False)).arr.any()


def _identical(rule: Rule, row: dict[str, Any]) -> Violation:
    zh = f"三张表中 {row['equal']} 个不为零的数字与上年年报全部相同"
    en = f"All {row['equal']} numbers other than zero of the three tables are those of last year's report"
    if row["state"] == UNCERTAIN:
        zh, en = f"{zh}；另有单元格不是数字，无法核对", f"{en}; some cells hold no number and cannot be compared"
    return Violation(
        row["report"], rule, row["state"], both(rule.expression_text), (f"{zh}。", f"{en}."), Spots(REQUESTS, (), ())
    )


def tally(reports: pl.DataFrame, judged: pl.DataFrame) -> pl.DataFrame:
    """The judgements (report, state) counted by report; a report with none of them is not assessable once."""
    states = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}
    counts = judged.group_by("report").agg(
        (pl.col("state") == state).sum().alias(name) for state, name in states.items()
    )
    every = reports.select("report").join(counts, on="report", how="left", maintain_order="left")
    return every.with_columns(pl.col("not_assessable").fill_null(1)).with_columns(
        pl.col("passed", "failed", "uncertain").fill_null(0)
    )
