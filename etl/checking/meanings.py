"""Rules about single cells: whether a number can be what it counts, and what a cell without a number means."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import IS_AMOUNT, KEY_OF_CODE, Material
from etl.checking.wording import Texts, both, name_cells, table_label
from etl.vocabulary.form import (
    BLANK,
    FORMS,
    MISSING,
    NOT_APPLICABLE,
    REPORTED,
    SIGNED_MEASURES,
    TABLES,
    UNREADABLE,
)
from etl.vocabulary.rules import FAIL, UNCERTAIN, Rule
from etl.vocabulary.short_labels import cell_label

_STATUS_OF_RULE: Final = {
    "BLANK": BLANK,
    "NOT_APPLICABLE": NOT_APPLICABLE,
    "UNREADABLE": UNREADABLE,
    "MISSING": MISSING,
}
_SIGNED: Final = [code for code, key in enumerate(KEY_OF_CODE) if key[2] in SIGNED_MEASURES]
_REPORTED: Final = pl.col("status") == REPORTED
_FRACTION: Final = r"^\s*[+\-－]?[0-9０-９]+[.．][0-9０-９]*[1-9１-９][0-9０-９]*\s*\p{Han}?\s*$"
_FIVE_DECIMALS: Final = r"[.．][0-9０-９]{5,}"
_LONG_AMOUNT: Final = rf"^\s*[+\-－]?[0-9０-９,，]+{_FIVE_DECIMALS}\s*\p{{Han}}{{0,2}}\s*$"
"""Read in one way only, and finer than what can be kept: the cell is unreadable, how it is written is certain."""


def judge_nonnegative(rule: Rule, material: Material) -> Judged:
    """One judgement per number that may not be negative."""
    numbers = material.facts.filter(_REPORTED & ~pl.col("code").is_in(_SIGNED))
    return _judge_numbers(rule, material, numbers, pl.col("value") < 0, pl.lit(value=False))


def judge_integer(rule: Rule, material: Material) -> Judged:
    """One judgement per count; a printed fraction that the reader did not take for a count is uncertain."""
    fraction = (pl.col("status") == UNREADABLE) & pl.col("raw").str.contains(_FRACTION)
    counts = material.facts.filter(~IS_AMOUNT & (_REPORTED | fraction))
    return _judge_numbers(rule, material, counts, pl.col("value").cast(pl.Float64) % 1 != 0, ~_REPORTED)


def judge_decimal(rule: Rule, material: Material) -> Judged:
    """One judgement per amount; an amount other than 0 without a unit is uncertain."""
    long = (pl.col("status") == UNREADABLE) & pl.col("raw").str.contains(_LONG_AMOUNT)
    amounts = material.facts.filter(IS_AMOUNT & (_REPORTED | long))
    no_unit = pl.col("unit").is_null() & (pl.col("value") != 0)
    return _judge_numbers(rule, material, amounts, pl.col("raw").str.contains(_FIVE_DECIMALS), no_unit)


def _judge_numbers(rule: Rule, material: Material, numbers: pl.DataFrame, fails: pl.Expr, uncertain: pl.Expr) -> Judged:
    """One violation for each number that fails or is uncertain (which rules out failing)."""
    state = pl.when(uncertain.fill_null(value=False)).then(pl.lit(UNCERTAIN)).when(fails).then(pl.lit(FAIL))
    judged = numbers.with_columns(state=state)
    tally = judged.group_by("report").agg(
        passed=pl.col("state").is_null().sum(),
        failed=(pl.col("state") == FAIL).sum(),
        uncertain=(pl.col("state") == UNCERTAIN).sum(),
    )
    found = judged.filter(pl.col("state").is_not_null()).to_dicts()
    return Judged(_with_absent_tables(tally, rule, material), [_number_violation(rule, row) for row in found])


def _number_violation(rule: Rule, row: dict[str, Any]) -> Violation:
    key = KEY_OF_CODE[row["code"]]
    doubt = row["state"] == UNCERTAIN

    def write(language: str) -> str:
        printed, cell = row["raw"].strip(), cell_label(key[0], key[1], key[2], language)
        reason = (
            (rule.uncertain_when if language == "zh" else rule.uncertain_when_en)
            if doubt
            else rule.explanation(language)
        )
        return f"{cell}：印的是“{printed}”。{reason}。" if language == "zh" else f"{cell} prints “{printed}”. {reason}."

    spots = Spots(key[0], (row["code"],), (row["place"],))
    sides = None if row["value"] is None or doubt or rule.name != "NONNEGATIVE" else (row["value"], row["value"] * 0)
    return Violation(row["report"], rule, row["state"], both(rule.expression_text), both(write), spots, sides)


def judge_status(rule: Rule, material: Material) -> Judged:
    """One judgement per cell: uncertain where it has the status that the rule is about; one violation per table."""
    has_status = pl.col("status") == _STATUS_OF_RULE[rule.name]
    tally = material.facts.group_by("report").agg(
        passed=(~has_status).sum(), failed=pl.lit(0, pl.UInt32), uncertain=has_status.sum()
    )
    cells = _by_table(material.facts.filter(has_status))
    violations = [_status_violation(rule, *group) for group in cells]
    return Judged(_with_absent_tables(tally, rule, material), violations)


def judge_missing(rule: Rule, material: Material) -> Judged:
    """As `judge_status`, and one violation for each table that a known form has and the document lacks."""
    judged = judge_status(rule, material)
    known = material.reports.filter(pl.col("form").is_in(FORMS)).select("report")
    absent = _absent_tables(material, rule.tables).join(known, on="report", how="semi").sort("report", "table_name")
    counts = absent.group_by("report").agg(absent=pl.len())
    tally = judged.tally.join(counts, on="report", how="left").with_columns(
        uncertain=pl.col("uncertain") + pl.col("absent").fill_null(0),
        not_assessable=pl.col("not_assessable") - pl.col("absent").fill_null(0),
    )
    return Judged(tally, [*judged.violations, *(_absent_violation(rule, *row) for row in absent.rows())])


def judge_all_zero(rule: Rule, material: Material) -> Judged:
    """One judgement per table: uncertain when it holds numbers and all of them are 0, and nothing is unreadable."""
    reported, value = _REPORTED, pl.col("value")
    zero = (reported.any()) & ~((value != 0).any()) & ~((pl.col("status") == UNREADABLE).any())
    judged = material.facts.group_by("report", "table_name").agg(
        zero=zero, place=pl.col("place").filter(reported).first()
    )
    tally = judged.group_by("report").agg(
        passed=(~pl.col("zero")).sum(), failed=pl.lit(0, pl.UInt32), uncertain=pl.col("zero").sum()
    )
    found = judged.filter("zero").select("report", "table_name", "place").sort("report", "table_name")
    return Judged(_with_absent_tables(tally, rule, material), [_zero_violation(rule, *row) for row in found.rows()])


def _by_table(cells: pl.DataFrame) -> Iterable[tuple[int, str, list[int], list[str], list[str]]]:
    grouped = (
        cells.sort("report", "code").group_by("report", "table_name", maintain_order=True).agg("code", "place", "raw")
    )
    yield from grouped.iter_rows()


def _status_violation(
    rule: Rule, report: int, table: str, codes: Sequence[int], places: Sequence[str], raws: Sequence[str]
) -> Violation:
    quoted = tuple(raws) if rule.name == "UNREADABLE" else ()

    def write(language: str) -> str:
        names, label = name_cells(tuple(codes), language, quoted), table_label(table, language)
        if language == "en":
            return f"{label}: {rule.label_en.lower()}, {len(codes)}: {names}. {rule.definition_en}."
        return f"{label}：{rule.label_zh} {len(codes)} 个：{names}。{rule.definition}。"

    return Violation(report, rule, UNCERTAIN, both(rule.expression_text), both(write), Spots(table, codes, places))


def _zero_violation(rule: Rule, report: int, table: str, place: str) -> Violation:
    message = _about_table(table, rule.definition, rule.definition_en)
    return Violation(report, rule, UNCERTAIN, both(rule.expression_text), message, Spots(table, (), (place,)))


def _absent_violation(rule: Rule, report: int, table: str) -> Violation:
    message = _about_table(table, "文件中没有找到这张表", "The table was not found in the document")
    return Violation(report, rule, UNCERTAIN, both(rule.expression_text), message, Spots(table, (), ("",)))


def _about_table(table: str, zh: str, en: str) -> Texts:
    return f"{table_label(table, 'zh')}：{zh}。", f"{table_label(table, 'en')}: {en}."


def _absent_tables(material: Material, tables: Sequence[str]) -> pl.DataFrame:
    """One row per report and table of the form that the document does not have."""
    every = material.reports.select("report").join(pl.DataFrame({"table_name": list(tables)}), how="cross")
    return every.join(material.tables, on=["report", "table_name"], how="anti")


def _with_absent_tables(tally: pl.DataFrame, rule: Rule, material: Material) -> pl.DataFrame:
    """The tally of every report, with one `not_assessable` for each table of the rule that is absent."""
    absent = _absent_tables(material, rule.tables or TABLES).group_by("report").agg(not_assessable=pl.len())
    every = material.reports.select("report").join(tally, on="report", how="left").join(absent, on="report", how="left")
    return every.with_columns(pl.col("passed", "failed", "uncertain", "not_assessable").fill_null(0))
