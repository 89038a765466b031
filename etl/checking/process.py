"""Rules about the report as a whole: what nobody claimed, and who reported on which year and place."""

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import Material
from etl.checking.wording import Texts, both, table_label
from etl.vocabulary.agencies import AMBIGUOUS, RESOLVED
from etl.vocabulary.rules import UNCERTAIN, Rule

_NAMED_AT_MOST: Final = 6


def judge_left_over(rule: Rule, material: Material) -> Judged:
    """One judgement per report; one violation per table that holds something nobody claimed."""
    grouped = material.left_overs.sort("report", "table_name", maintain_order=True).group_by(
        "report", "table_name", maintain_order=True
    )
    rows = grouped.agg("text", "place").rows()
    violations = [_left_over_violation(rule, *row) for row in rows]
    return Judged(tally(material, {row[0] for row in rows}), violations)


def _left_over_violation(rule: Rule, report: int, table: str, texts: Sequence[str], places: Sequence[str]) -> Violation:
    listed = "、".join(f"“{' '.join(text.split())[:24]}”" for text in texts[:_NAMED_AT_MOST])
    more = len(texts) > _NAMED_AT_MOST
    message = (
        f"{table_label(table, 'zh')}：有 {len(texts)} 处内容没有归入任何单元格：{listed}{' 等' if more else ''}。",
        f"{table_label(table, 'en')}: {len(texts)} left over: {listed}{' …' if more else ''}.",
    )
    return Violation(report, rule, UNCERTAIN, both(rule.expression_text), message, Spots(table, (), places))


def judge_region(rule: Rule, material: Material) -> Judged:
    """One judgement per report: uncertain unless the agency's region is resolved; candidates are named."""
    open_ones = material.reports.filter((pl.col("region_status") != RESOLVED) & (pl.col("agency") != ""))
    rows = open_ones.select("report", "agency", "region_status", "region_candidates").rows()
    messages = {report: _region_message(*rest) for report, *rest in rows}
    return _judged(rule, material, messages)


def _region_message(agency: str, status: str, candidates: Sequence[str] | None) -> Texts:
    listed = "、".join((candidates or ())[:_NAMED_AT_MOST])
    if status == AMBIGUOUS:
        zh, en = (
            f"“{agency}”：有同名区划，文件中没有足以区分的依据",
            f"“{agency}”: several divisions of that name, no evidence which",
        )
        return (
            f"{zh}；可能是 {listed}。" if listed else f"{zh}。",
            f"{en}; candidates: {listed}." if listed else f"{en}.",
        )
    zh, en = f"“{agency}”：区划代码表中没有找到所在地", f"“{agency}”: its place is not in the gazetteer"
    return f"{zh}；相近的有 {listed}。" if listed else f"{zh}。", f"{en}; nearest: {listed}." if listed else f"{en}."


def judge_agency(rule: Rule, material: Material) -> Judged:
    """One judgement per report: uncertain when the document does not say whose report it is."""
    rows = material.reports.filter(pl.col("agency").fill_null("") == "").select("report", "title").rows()
    messages = {
        report: (f"“{title}”：{rule.uncertain_when}。", f"“{title}”: {rule.uncertain_when_en}.")
        for report, title in rows
    }
    return _judged(rule, material, messages)


def judge_year(rule: Rule, material: Material) -> Judged:
    """One judgement per report: uncertain when the document says no year, or one that had not begun."""
    rows = material.reports.filter(pl.col("year").is_null()).select("report", "title", "year_to_come").rows()
    return _judged(rule, material, {report: _year_message(title, year) for report, title, year in rows})


def _year_message(title: str, year_to_come: int | None) -> Texts:
    if year_to_come is None:
        return f"“{title}”：文件没有写明年度，不作猜测。", f"“{title}”: the document says no year, and none is guessed."
    return (
        f"“{title}”：文件写的年度是 {year_to_come}，导入时还没有到，不作猜测。",
        f"“{title}”: the document says {year_to_come}, which had not begun when it was loaded; none is guessed.",
    )


def _judged(rule: Rule, material: Material, messages: dict[int, Texts]) -> Judged:
    violations = [
        Violation(report, rule, UNCERTAIN, both(rule.expression_text), message) for report, message in messages.items()
    ]
    return Judged(tally(material, messages), violations)


def tally(material: Material, uncertain: Iterable[int]) -> pl.DataFrame:
    """One judgement per report: uncertain or passed."""
    is_uncertain = pl.col("report").is_in(list(uncertain))
    none = pl.lit(0, pl.UInt32)
    return material.reports.select(
        "report",
        passed=(~is_uncertain).cast(pl.UInt32),
        failed=none,
        uncertain=is_uncertain.cast(pl.UInt32),
        not_assessable=none,
    )
