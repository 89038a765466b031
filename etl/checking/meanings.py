"""Rules about single cells: whether a number can be what it counts, and what a cell without a number means."""

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import IS_AMOUNT, Material, of_table, per_report, with_tables
from etl.checking.wording import Texts, both, name_cells, table_label
from etl.vocabulary.cells import KEY_OF_CODE
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
_NO_CELL: Final = pl.col("code").is_null()
_UNREADABLE: Final = pl.col("status") == UNREADABLE
_FRACTION: Final = r"^\s*[+\-－]?[0-9０-９]+[.．][0-9０-９]*[1-9１-９][0-9０-９]*\s*\p{Han}?\s*$"
_FIVE_DECIMALS: Final = r"[.．][0-9０-９]{5,}"
_LONG_AMOUNT: Final = rf"^\s*[+\-－]?[0-9０-９,，]+{_FIVE_DECIMALS}\s*\p{{Han}}{{0,2}}\s*$"
"""Read in one way only, and finer than what can be kept: the cell is unreadable, how it is written is certain."""


def judge_nonnegative(rule: Rule, material: Material) -> Judged:
    """One judgement per number that may not be negative."""
    judged = _REPORTED & ~pl.col("code").is_in(_SIGNED)
    negative = (pl.col("number") < 0).fill_null(value=False)
    found = material.facts_where(judged & negative).with_columns(state=pl.lit(FAIL))
    return _judge_numbers(rule, material, found, judged & ~negative)


def judge_integer(rule: Rule, material: Material) -> Judged:
    """One judgement per count; a printed fraction that the reader did not take for a count is uncertain."""
    whole = (pl.col("number") == pl.col("number").floor()).fill_null(value=True)
    not_whole = material.facts_where(~IS_AMOUNT & ((_REPORTED & ~whole) | _UNREADABLE))
    state = pl.when(_UNREADABLE).then(pl.lit(UNCERTAIN)).otherwise(pl.lit(FAIL))
    found = not_whole.filter(_REPORTED | pl.col("raw").str.contains(_FRACTION)).with_columns(state=state)
    return _judge_numbers(rule, material, found, ~IS_AMOUNT & _REPORTED & whole)


def judge_decimal(rule: Rule, material: Material) -> Judged:
    """One judgement per amount; an amount other than 0 without a unit is uncertain."""
    amounts = material.facts_where(IS_AMOUNT & (_REPORTED | _UNREADABLE))
    judged = amounts.filter(_REPORTED | pl.col("raw").str.contains(_LONG_AMOUNT))
    no_unit = (pl.col("unit").is_null() & (pl.col("value") != 0)).fill_null(value=False)
    is_long = pl.col("raw").str.contains(_FIVE_DECIMALS)
    state = pl.when(no_unit).then(pl.lit(UNCERTAIN)).when(is_long).then(pl.lit(FAIL))
    return _judge_numbers(rule, material, judged.with_columns(state=state), _NO_CELL)


def _judge_numbers(rule: Rule, material: Material, looked_at: pl.DataFrame, clear: pl.Expr) -> Judged:
    """One violation for each number looked at that has a state; the others pass, and so do the clear ones on `grid`."""
    states = looked_at.group_by("report").agg(
        looked_at=pl.col("state").is_null().sum(),
        failed=(pl.col("state") == FAIL).sum(),
        uncertain=(pl.col("state") == UNCERTAIN).sum(),
    )
    counted = material.count(clear=clear).with_row_index("report").join(states, on="report", how="left")
    tally = counted.with_columns(passed=pl.col("clear") + pl.col("looked_at").fill_null(0))
    found = looked_at.filter(pl.col("state").is_not_null()).to_dicts()
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
    status = _STATUS_OF_RULE[rule.name]
    tally = material.count(passed=pl.col("status") != status, uncertain=pl.col("status") == status)
    cells = with_tables(material.facts_where(pl.col("status") == status))
    grouped = cells.group_by("report", "table_name", maintain_order=True).agg("code", "place", "raw")
    violations = [_status_violation(rule, *group) for group in grouped.iter_rows()]
    return Judged(_with_absent_tables(tally.with_row_index("report"), rule, material), violations)


def judge_missing(rule: Rule, material: Material) -> Judged:
    """As `judge_status`, and one violation for each table that a known form has and the document lacks."""
    judged = judge_status(rule, material)
    absent = _absent_tables(rule, material).filter(material.reports.get_column("form").is_in(FORMS))
    told = [pl.when(table).then(pl.lit(table)) for table in rule.tables]
    rows = (
        absent.select("report", table=pl.concat_list(told)).explode("table").drop_nulls().sort("report", "table").rows()
    )
    counts = absent.select("report", absent=pl.sum_horizontal(rule.tables))
    tally = judged.tally.join(counts, on="report", how="left").with_columns(
        uncertain=pl.col("uncertain") + pl.col("absent").fill_null(0),
        not_assessable=pl.col("not_assessable") - pl.col("absent").fill_null(0),
    )
    return Judged(tally, [*judged.violations, *(_absent_violation(rule, *row) for row in rows)])


def judge_all_zero(rule: Rule, material: Material) -> Judged:
    """One judgement per table: uncertain when it holds numbers and all of them are 0, and nothing is unreadable."""
    tables = [_zeros(material, table) for table in TABLES]
    tally = material.reports.select(
        "report",
        passed=pl.sum_horizontal(found.get_column("is_there") & ~found.get_column("zero") for found in tables),
        uncertain=pl.sum_horizontal(found.get_column("zero") for found in tables),
    )
    zeros = [_first_cells(material, found.filter("zero"), table) for table, found in zip(TABLES, tables, strict=True)]
    rows = pl.concat(zeros).sort("report", maintain_order=True).rows()
    return Judged(_with_absent_tables(tally, rule, material), [_zero_violation(rule, *row) for row in rows])


def _zeros(material: Material, table: str) -> pl.DataFrame:
    """Per report: whether it has a cell of the table, whether all it reports are zeros, and the `first` it reports."""
    mine, is_other = of_table(table), (pl.col("number") != 0) | _UNREADABLE
    found = material.grid.select(
        is_there=per_report(mine & pl.col("status").is_not_null()).arr.any(),
        other=per_report(mine & is_other.fill_null(value=False)).arr.any(),
        first=per_report(pl.when(mine & _REPORTED).then("code")).arr.min(),
    )
    zero = pl.col("first").is_not_null() & ~pl.col("other")
    return found.with_row_index("report").with_columns(zero=zero)


def _first_cells(material: Material, found: pl.DataFrame, table: str) -> pl.DataFrame:
    """The report, the table, and the place of the first cell it reports."""
    place = material.look_up(found.select("report", code="first"), ("place",))
    return found.select("report", table=pl.lit(table)).hstack(place)


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


def _absent_tables(rule: Rule, material: Material) -> pl.DataFrame:
    """One row per report: for each table of the rule whether the document does not have it."""
    return material.tables.select("report", ~pl.col(rule.tables or TABLES))


def _with_absent_tables(tally: pl.DataFrame, rule: Rule, material: Material) -> pl.DataFrame:
    """The tally of every report, with one `not_assessable` for each table of the rule that is absent."""
    absent = _absent_tables(rule, material).select("report", not_assessable=pl.sum_horizontal(pl.exclude("report")))
    none = [pl.lit(0).alias(name) for name in ("failed", "uncertain") if name not in tally.columns]
    return absent.join(tally.with_columns(none), on="report", how="left", maintain_order="left").with_columns(
        pl.col("passed", "failed", "uncertain").fill_null(0)
    )
