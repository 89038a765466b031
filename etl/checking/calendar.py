"""Which years have a report, how many, and whether it came in time."""

from datetime import timedelta
from typing import Any, Final

import polars as pl

from etl.checking.around import Around
from etl.checking.finding import Judged, Violation
from etl.checking.wording import both, listed
from etl.checking.years import tally
from etl.vocabulary.deadlines import deadline
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule
from etl.vocabulary.rules_across import LATE_DAYS

_SLOT: Final = ("agency_id", "year")
_DECIDES: Final = ("kind", "year", "region_code")
"""What a deadline depends on."""


def judge_coverage(rule: Rule, around: Around) -> Judged:
    """One judgement per report, passed, and one per year that the agency lacks, on its report of the nearest year.

    A year is lacking when more than half of the other agencies of the division have it; uncertain before the agency's
    first and after its last report. Without a division or a year nothing can be said.
    """
    reports = around.material.reports
    placed = reports.filter(pl.all_horizontal(pl.col("region_code", "year").is_not_null()) & (pl.col("agency") != ""))
    lacking = _nearest(_lacking(placed), placed)
    judged = pl.concat([placed.select("report", state=pl.lit(PASSED)), lacking.select("report", "state")])
    return Judged(tally(reports, judged), [_lack(rule, row) for row in lacking.iter_rows(named=True)])


def _lacking(placed: pl.DataFrame) -> pl.DataFrame:
    """One row per agency and year it lacks: region_code, agency_id, year, having (others with it), others, state."""
    agencies = placed.group_by("region_code", "agency_id").agg(first=pl.col("year").min(), last=pl.col("year").max())
    sizes = agencies.group_by("region_code").agg(others=pl.len() - 1)
    years = placed.group_by("region_code", "year").agg(having=pl.col("agency_id").n_unique())
    every = agencies.join(years, on="region_code").join(sizes, on="region_code")
    expected = every.filter(pl.col("having") * 2 > pl.col("others"))
    lacking = expected.join(placed, on=["region_code", *reversed(_SLOT)], how="anti")
    inside = (pl.col("first") < pl.col("year")) & (pl.col("year") < pl.col("last"))
    return lacking.with_columns(state=pl.when(inside).then(pl.lit(FAIL)).otherwise(pl.lit(UNCERTAIN)))


def _nearest(lacking: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Each year lacking with the agency's report of the nearest year (`report`, `near`), of two the earlier."""
    own = placed.select("report", "agency_id", near="year")
    far = (pl.col("near") - pl.col("year")).abs()
    beside = lacking.join(own, on="agency_id").sort("agency_id", "year", far, "near")
    return beside.unique(["agency_id", "year"], keep="first", maintain_order=True)


def _lack(rule: Rule, row: dict[str, Any]) -> Violation:
    zh = f"{row['year']} 年度：本库没有本单位的年报，同一区划其他 {row['others']} 个单位中有 {row['having']} 个有"
    en = f"{row['year']}: no report of this body is loaded; {row['having']} of {row['others']} others of its division"
    en += " have one"
    if row["state"] == UNCERTAIN:
        zh, en = f"{zh}；{rule.uncertain_when}", f"{en}. {rule.uncertain_when_en}"
    zh, en = (
        f"{zh}。列在最近的 {row['near']} 年度年报名下。",
        f"{en}. Listed with the nearest report, that of {row['near']}.",
    )
    expression = both(rule.expression_text)
    return Violation(row["report"], rule, row["state"], expression, (zh, en), about=(), of_year=row["year"])


def judge_duplicate(rule: Rule, around: Around) -> Judged:
    """One judgement per report whose agency and year are known; uncertain when a version holds no cells."""
    known = around.versions.filter((pl.col("agency") != "") & pl.col("year").is_not_null())
    versions = (
        known.sort("is_current", "path", descending=[True, False])
        .group_by(_SLOT)
        .agg(versions=pl.len(), all_read=pl.col("has_cells").all(), paths="path", dates="published_on")
    )
    state = pl.when(pl.col("versions") < 2).then(pl.lit(PASSED)).when("all_read").then(pl.lit(FAIL))
    reports = around.material.reports.filter(pl.col("agency") != "")
    judged = reports.join(versions, on=_SLOT).with_columns(state=state.otherwise(pl.lit(UNCERTAIN)))
    found = judged.filter(pl.col("state") != PASSED).sort("report")
    return Judged(
        tally(around.material.reports, judged), [_duplicate(rule, row) for row in found.iter_rows(named=True)]
    )


def _duplicate(rule: Rule, row: dict[str, Any]) -> Violation:
    versions = list(zip(row["paths"], row["dates"], strict=True))
    zh = listed([f"{path}（{day or '未写日期'}）" for path, day in versions], "zh")
    en = listed([f"{path} ({day or 'no date'})" for path, day in versions], "en")
    message = (
        f"本单位 {row['year']} 年度有 {len(versions)} 份内容不同的年报，以第一份为准：{zh}。",
        f"{len(versions)} different reports of this body for {row['year']}, the first counts: {en}.",
    )
    return Violation(row["report"], rule, row["state"], both(rule.expression_text), message, about=())


def judge_late(rule: Rule, around: Around) -> Judged:
    """One judgement per report with a date and a deadline; the earliest date of its versions counts."""
    dates = around.versions.group_by(_SLOT).agg(
        earliest=pl.col("published_on").min(), all_dated=pl.col("published_on").is_not_null().all()
    )
    judged = _with_deadlines(around.material.reports.join(dates, on=_SLOT)).with_columns(
        state=pl.when(pl.col("due").is_null() | pl.col("earliest").is_null())
        .then(pl.lit(NOT_ASSESSABLE))
        .when(pl.col("earliest") <= pl.col("due"))
        .then(pl.lit(PASSED))
        .when(pl.col("all_dated") & (pl.col("earliest") - pl.col("due") <= timedelta(days=LATE_DAYS)))
        .then(pl.lit(FAIL))
        .otherwise(pl.lit(UNCERTAIN))
    )
    found = judged.filter(pl.col("state").is_in([FAIL, UNCERTAIN])).sort("report").iter_rows(named=True)
    return Judged(tally(around.material.reports, judged), [_late(rule, row) for row in found])


def _with_deadlines(reports: pl.DataFrame) -> pl.DataFrame:
    """The reports with `due`, null where no deadline is known: many share one."""
    shared = reports.select(_DECIDES).unique()
    due = [
        deadline(kind, year, region_code or "") if year is not None else None
        for kind, year, region_code in shared.rows()
    ]
    known = shared.with_columns(due=pl.Series(due, dtype=pl.Date))
    return reports.join(known, on=_DECIDES, how="left", nulls_equal=True, maintain_order="left")


def _late(rule: Rule, row: dict[str, Any]) -> Violation:
    due, earliest, state = row["due"], row["earliest"], row["state"]
    days = (earliest - due).days
    expression = (f"发布日期 {earliest} 晚于期限 {due}（{days} 天）", f"published {earliest}, due {due} ({days} days)")
    zh, en = f"{row['year']} 年度年报：{expression[0]}", f"Report of {row['year']}: {expression[1]}"
    if state == UNCERTAIN:
        zh, en = f"{zh}；{rule.uncertain_when}", f"{en}. {rule.uncertain_when_en}"
    return Violation(row["report"], rule, state, expression, (f"{zh}。", f"{en}."), about=())
