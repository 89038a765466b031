"""Sums that must agree (`Rule.identity`): judged for all reports at once, written out only where they do not."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import KEY_OF_CODE, Material
from etl.checking.wording import Doubt, both, doubt_text, inequality, line_label, total
from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS, UNREADABLE
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Identity, Rule

_LEFT: Final = 1
_RIGHT: Final = -1
_EXACT: Final = 0.00001
_TERMS: Final = {
    "code": pl.UInt16,
    "line": pl.String,
    "sign": pl.Int8,
    "position": pl.Int16,
    "only_one_row": pl.Boolean,
}
_STATES: Final = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}


def judge_identity(rule: Rule, material: Material) -> Judged:
    """One judgement per line (column or row) and report; a line whose table is absent is not assessable."""
    identity = _identity(rule)
    operands = _operands(identity, material)
    judged = _judge(identity, operands, material)
    return Judged(_tally(judged), [*_failures(rule, operands, judged), *_doubts(rule, operands, judged)])


@cache
def _terms(identity: Identity) -> pl.DataFrame:
    """One row per operand: its cell, its line, its side, its position, and the kind of （六） that it needs."""
    sides = [(name, _LEFT) for name in identity.left] + [(name, _RIGHT) for name in identity.right]
    named = {name: (side, position) for position, (name, side) in enumerate(sides)}
    rows = []
    for code, (table, item, measure) in enumerate(KEY_OF_CODE):
        name, line = (item, measure) if identity.along == "item" else (measure, item)
        if table == identity.table and name in named:
            rows.append((code, line, *named[name], _only_one_row(item)))
    return pl.DataFrame(rows, schema=_TERMS, orient="row")


def _only_one_row(item: str) -> bool | None:
    """True, false: counts only where （六） is printed as one row, as three; None: always counts."""
    if item in OTHER_ONE_ROW:
        return True
    return False if item in OTHER_THREE_ROWS else None


def _counts() -> pl.Expr:
    return pl.col("only_one_row").is_null() | (pl.col("only_one_row") == pl.col("one_row"))


def _operands(identity: Identity, material: Material) -> pl.DataFrame:
    """The cells of the identity, each with its line and side; those of the kind of （六） not printed left out."""
    facts = material.facts.join(_terms(identity), on="code")
    if facts.get_column("only_one_row").null_count() == facts.height:
        return facts
    return facts.join(material.reports.select("report", "one_row"), on="report").filter(_counts())


def _judge(identity: Identity, operands: pl.DataFrame, material: Material) -> pl.DataFrame:
    """One row per report and line: the state of the judgement."""
    signed = pl.col("number") * pl.col("sign")
    sums = operands.group_by("report", "line").agg(delta=signed.sum(), known=pl.col("number").count())
    present = material.tables.filter(pl.col("table_name") == identity.table).select(
        "report", present=pl.lit(value=True)
    )
    lines = _lines(identity, material.reports).join(present, on="report", how="left", maintain_order="left")
    state = (
        pl.when(pl.col("present").is_null())
        .then(pl.lit(NOT_ASSESSABLE))
        .when(pl.col("known").fill_null(0) < pl.col("expected"))
        .then(pl.lit(UNCERTAIN))
        .when(pl.col("delta").abs() > _EXACT)
        .then(pl.lit(FAIL))
        .otherwise(pl.lit(PASSED))
    )
    return lines.join(sums, on=["report", "line"], how="left", maintain_order="left").select(
        "report", "line", state=state
    )


def _lines(identity: Identity, reports: pl.DataFrame) -> pl.DataFrame:
    """One row per report and line that the report should have, with the number of operands expected."""
    return pl.concat(
        reports.filter(pl.col("one_row") == one_row).select("report").join(_expected(identity, one_row), how="cross")
        for one_row in (True, False)
    )


@cache
def _expected(identity: Identity, one_row: bool) -> pl.DataFrame:
    terms = _terms(identity).with_columns(one_row=pl.lit(one_row)).filter(_counts())
    return terms.group_by("line", maintain_order=True).agg(expected=pl.len())


def _tally(judged: pl.DataFrame) -> pl.DataFrame:
    counts = {column: (pl.col("state") == state).sum() for state, column in _STATES.items()}
    return judged.group_by("report").agg(**counts)


def _failures(rule: Rule, operands: pl.DataFrame, judged: pl.DataFrame) -> Iterable[Violation]:
    """One violation for each broken line."""
    broken = judged.filter(pl.col("state") == FAIL).select("report", "line")
    grouped = operands.join(broken, on=["report", "line"]).sort("position").group_by("report", "line")
    lines = grouped.agg("sign", "code", "value", "place").sort("report", "line")
    for report, line, signs, codes, values, places in lines.iter_rows():
        terms = list(zip(signs, codes, values, places, strict=True))
        yield _failure(rule, report, line, terms)


def _failure(rule: Rule, report: int, line: str, terms: Sequence[tuple[int, int, Decimal, str]]) -> Violation:
    identity = _identity(rule)
    left, right = (
        [(_name(identity, code), value) for sign, code, value, _ in terms if sign == side] for side in (_LEFT, _RIGHT)
    )
    expression = both(partial(inequality, left, right, identity.table))
    message = (
        f"{line_label(identity, line, 'zh')}：“{rule.label_zh}”不成立，{expression[0]}",
        f"{line_label(identity, line, 'en')}: “{rule.label_en}” does not hold, {expression[1]}",
    )
    _, codes, _, places = zip(*terms, strict=True)
    return Violation(
        report, rule, FAIL, expression, message, Spots(identity.table, codes, places), (total(left), total(right))
    )


def _identity(rule: Rule) -> Identity:
    assert rule.identity is not None
    return rule.identity


def _name(identity: Identity, code: int) -> str:
    return KEY_OF_CODE[code][1 if identity.along == "item" else 2]


def _doubts(rule: Rule, operands: pl.DataFrame, judged: pl.DataFrame) -> Iterable[Violation]:
    """One violation for each report: all lines that cannot be judged, and the cells that stand in the way."""
    lines = judged.filter(pl.col("state") == UNCERTAIN).group_by("report", maintain_order=True).agg("line")
    unknown = operands.filter(pl.col("value").is_null()).sort("report", "code")
    cells = unknown.group_by("report", maintain_order=True).agg("code", "status", "raw", "place")
    for report, names, *columns in lines.join(cells, on="report", how="left").sort("report").iter_rows():
        codes, statuses, raws, places = (tuple(column or ()) for column in columns)
        spots = Spots(rule.tables[0], codes, places)
        quoted = raws if UNREADABLE in statuses else ()
        message = both(partial(doubt_text, Doubt(rule, tuple(names), codes, statuses, quoted)))
        yield Violation(report, rule, UNCERTAIN, (rule.expression, rule.expression_en), message, spots)
