"""A government's report beside the sum of the departments and townships of its division, cell by cell."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import islice
from typing import Any, Final

import polars as pl

from etl.checking.around import Around
from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import CELLS, every, with_tables
from etl.checking.wording import NAMED_AT_MOST, Texts, both, listed, number, table_label
from etl.checking.years import tally
from etl.vocabulary.agencies import DEPARTMENT, GOVERNMENT, TOWNSHIP
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import REQUESTS
from etl.vocabulary.rules import FAIL, PASSED, UNCERTAIN, Rule
from etl.vocabulary.short_labels import cell_label

_EXACT: Final = 0.00001
_DECIMALS: Final = 4
"""As many as an amount can have; what stands behind them in a sum is not printed anywhere."""
_BODIES_NAMED: Final = 20
_UNEQUAL: Final = (" ≠ ", " ≠ ")
_LANGUAGES: Final = ("zh", "en")
_KNOWN: Final = "known "
"""Begins the names of columns with how many have a number."""
_RECEIVED: Final = KEY_OF_CODE.index((REQUESTS, "received", "total"))


def judge_rollup(rule: Rule, around: Around) -> Judged:
    """One judgement per cell of a government's report of which bodies are loaded for the year.

    All of them are uncertain while a body of the division that is known from another year lacks its report; a cell is
    uncertain when it, or that of a body, holds no number.
    """
    governments = _governments(around.material.reports)
    beside = _beside(around, governments)
    no_number = pl.col("number").is_null() | (pl.col("known") < pl.col("bodies"))
    differs = (pl.col("number") - pl.col("sum")).abs() > _EXACT
    state = (
        pl.when(pl.col("is_open") | no_number)
        .then(pl.lit(UNCERTAIN))
        .when(differs)
        .then(pl.lit(FAIL))
        .otherwise(pl.lit(PASSED))
    )
    judged = beside.with_columns(state=state)
    return Judged(
        tally(around.material.reports, judged),
        [*_incomplete(rule, governments, judged), *_differing(rule, judged, _summed(around, governments))],
    )


def _summed(around: Around, governments: pl.DataFrame) -> pl.DataFrame:
    """The names of the bodies summed up for each government's report: report, names."""
    names = around.material.reports.select("report", "agency")
    pairs = governments.select("report", member="members").explode("member")
    named = pairs.join(names, left_on="member", right_on="report")
    return named.group_by("report").agg(names=pl.col("agency").sort())


def _governments(reports: pl.DataFrame) -> pl.DataFrame:
    """Per government's report with bodies loaded for the year: report, members (reports), bodies, absent (names)."""
    placed = reports.filter(pl.col("region_code").is_not_null() & pl.col("year").is_not_null())
    members = placed.filter(pl.col("kind").is_in([DEPARTMENT, TOWNSHIP]) & (pl.col("agency") != ""))
    known = members.group_by("region_code").agg(names=pl.col("agency").unique().sort())
    there = members.group_by("region_code", "year").agg(members="report", present=pl.col("agency").unique())
    own = placed.filter(pl.col("kind") == GOVERNMENT).select("report", "region_code", "year")
    found = own.join(there, on=["region_code", "year"]).join(known, on="region_code")
    return found.sort("report").select(
        "report",
        "members",
        bodies=pl.col("members").list.len(),
        absent=pl.col("names").list.set_difference("present").list.sort(),
    )


def _beside(around: Around, governments: pl.DataFrame) -> pl.DataFrame:
    """Each cell of those governments: number, place, the bodies' `sum`, `known` (how many have a number), the rest."""
    material, codes = around.material, around.material.numbers.columns
    pairs = governments.select("report", member="members").explode("member")
    theirs = material.numbers[pairs.get_column("member")].with_columns(pairs.get_column("report"))
    sums = theirs.group_by("report", maintain_order=True).agg(
        pl.col(codes).sum(), pl.col(codes).count().name.prefix(_KNOWN)
    )
    flat = sums.select(
        sum=pl.concat_arr(codes).explode().round(_DECIMALS),
        known=pl.concat_arr(f"{_KNOWN}{code}" for code in codes).explode(),
    )
    cells = every(range(CELLS), governments.get_column("report")).hstack(flat)
    beside = cells.hstack(material.look_up(cells, ("number", "place"))).filter(pl.col("place").is_not_null())
    owners = governments.select("report", "bodies", is_open=pl.col("absent").list.len() > 0)
    return beside.join(owners, on="report", maintain_order="left")


def _incomplete(rule: Rule, governments: pl.DataFrame, judged: pl.DataFrame) -> list[Violation]:
    """One violation per government whose bodies are not all loaded: who lacks, and how far the sum is."""
    open_ones = governments.filter(pl.col("absent").list.len() > 0)
    received = judged.filter(pl.col("code") == _RECEIVED).select("report", "number", "sum", "known", "place")
    rows = open_ones.join(received, on="report", how="left", maintain_order="left").iter_rows(named=True)
    return [_incomplete_one(rule, row) for row in rows]


def _incomplete_one(rule: Rule, row: Mapping[str, Any]) -> Violation:
    absent, bodies = row["absent"], row["bodies"]
    zh = (
        f"{bodies} 个部门和乡镇的年报已导入，{len(absent)} 个没有本年年报：{listed(absent, 'zh')}；合计不全，无法核对。"
    )
    en = f"{bodies} bodies are loaded, {len(absent)} lack this year's report: {listed(absent, 'en')}; not judged."
    if row["number"] is None or row["known"] < bodies:
        return Violation(row["report"], rule, UNCERTAIN, both(rule.expression_text), (zh, en), about=())
    expression, sides = _sides(row["number"], row["sum"], ("，", ", "))
    label = _label(_RECEIVED)
    message = (f"{zh}{label[0]}：{expression[0]}。", f"{en} {label[1]}: {expression[1]}.")
    spots = Spots(REQUESTS, (_RECEIVED,), (row["place"],))
    return Violation(row["report"], rule, UNCERTAIN, expression, message, spots, sides, about=())


def _differing(rule: Rule, judged: pl.DataFrame, summed: pl.DataFrame) -> list[Violation]:
    """One violation per table of a government with cells that differ, and one per table with cells without number."""
    complete = with_tables(judged.filter(~pl.col("is_open") & (pl.col("state") != PASSED)))
    widest_first = -(pl.col("number") - pl.col("sum")).abs().fill_null(0)
    ordered = complete.sort("report", "table_name", "state", widest_first, "code", maintain_order=True)
    grouped = ordered.group_by("report", "table_name", "state", maintain_order=True)
    gathered = grouped.agg("code", "number", "sum", "place", pl.col("bodies").first())
    rows = gathered.join(summed, on="report", how="left", maintain_order="left").iter_rows(named=True)
    return [(_difference if row["state"] == FAIL else _doubt)(rule, row) for row in rows]


def _difference(rule: Rule, row: Mapping[str, Any]) -> Violation:
    """The widest gap as both sides; the next ones named, and the bodies whose numbers were summed up."""
    table, codes = row["table_name"], row["code"]
    widest = zip(codes, row["number"], row["sum"], strict=True)
    gaps = [(_label(code), *_sides(own, theirs, _UNEQUAL)) for code, own, theirs in islice(widest, NAMED_AT_MOST + 1)]
    zh, en = (
        listed([f"{label[at]} {text[at]}" for label, text, _ in gaps], lang) for at, lang in enumerate(_LANGUAGES)
    )
    beside, names = _beside_which(gaps, len(codes)), row["names"]
    message = (
        f"{table_label(table, 'zh')}：{len(codes)} 个单元格与 {row['bodies']} 个部门和乡镇之和不一致：{zh}。"
        f"{beside[0]}合计的单位：{_bodies(names, 'zh')}。",
        f"{table_label(table, 'en')}: {len(codes)} cells are not the sum of {row['bodies']} bodies: {en}."
        f"{beside[1]} Summed: {_bodies(names, 'en')}.",
    )
    spots, (_, expression, sides) = Spots(table, codes, row["place"]), gaps[0]
    return Violation(row["report"], rule, FAIL, expression, message, spots, sides, about=(table, FAIL))


def _beside_which(gaps: Sequence[tuple[Texts, Any, Any]], cells: int) -> Texts:
    """Of which cell the two sides of the finding are; needless where there is but one."""
    label = gaps[0][0]
    return (
        (f"两边的数是相差最多的“{label[0]}”。", f" The two sides are those of “{label[1]}”.") if cells > 1 else ("", "")
    )


def _bodies(names: Sequence[str], language: str) -> str:
    """The first names, and how many more there are."""
    mark, more = {"zh": ("、", " 等，另有 {} 个"), "en": (", ", " and {} more")}[language]
    left = len(names) - _BODIES_NAMED
    return mark.join(names[:_BODIES_NAMED]) + (more.format(left) if left > 0 else "")


def _doubt(rule: Rule, row: Mapping[str, Any]) -> Violation:
    table, codes = row["table_name"], row["code"]
    zh, en = (
        listed([_label(code)[at] for code in codes[: NAMED_AT_MOST + 1]], language)
        for at, language in enumerate(("zh", "en"))
    )
    message = (
        f"{table_label(table, 'zh')}：{len(codes)} 个单元格在本报告或某个单位的年报中不是数字，无法合计：{zh}。",
        f"{table_label(table, 'en')}: {len(codes)} cells hold no number here or in a body's report: {en}.",
    )
    spots, expression = Spots(table, codes, row["place"]), both(rule.expression_text)
    return Violation(row["report"], rule, UNCERTAIN, expression, message, spots, about=(table, UNCERTAIN))


def _sides(own: float, theirs: float, between: Texts) -> tuple[Texts, tuple[Decimal, Decimal]]:
    left, right = _exactly(own), _exactly(theirs)
    texts = number(left), number(right), number(left - right)
    zh = f"本报告 {texts[0]}{between[0]}各单位之和 {texts[1]}（差 {texts[2]}）"
    en = f"here {texts[0]}{between[1]}sum of bodies {texts[1]} (difference {texts[2]})"
    return (zh, en), (left, right)


@lru_cache(maxsize=8192)
def _exactly(value: float) -> Decimal:
    """The number as it is printed: in binary most fractions are not exact."""
    return Decimal(str(value)).normalize()


@cache
def _label(code: int) -> Texts:
    zh, en = (cell_label(*KEY_OF_CODE[code], language=language).partition(" · ")[2] for language in ("zh", "en"))
    return zh, en
