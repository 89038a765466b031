"""Sums to compare (`Rule.identity`): judged for all reports at once, written out only where they do not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import KEY_OF_CODE, Material
from etl.checking.wording import Doubt, Unknown, both, doubt_text, inequality, line_label, total
from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS
from etl.vocabulary.rule import EQUAL, Term
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Identity, Rule

_EXACT: Final = 0.00001
_TOTAL: Final = "total"
_TERMS: Final = {
    "code": pl.UInt16,
    "line": pl.String,
    "sign": pl.Int8,
    "position": pl.Int16,
    "of_last_year": pl.Boolean,
    "only_one_row": pl.Boolean,
}
_STATES: Final = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}


def judge_identity(rule: Rule, material: Material) -> Judged:
    """One judgement per line (column or row) and report; not assessable where a table, or last year's, is absent."""
    identity = _identity(rule)
    numbers = material.facts.select("report", "code", "number")
    judged = _judge(identity, _operands(identity, numbers, material), material)
    operands = _operands(identity, _facts_of_findings(judged, material), material)
    ids = material.reports.get_column("report_id")
    return Judged(_tally(judged), [*_failures(rule, operands, judged, ids), *_doubts(rule, operands, judged, ids)])


@cache
def _terms(identity: Identity) -> pl.DataFrame:
    """One row per operand: its cell, line, sign (left − right) and position, and the kind of （六） that it needs."""
    rows = [
        (code, line, _sign(identity, position), position, term.of_last_year, _only_one_row(key[1]))
        for code, key in enumerate(KEY_OF_CODE)
        for position, term in enumerate(_all_terms(identity))
        if (line := _line(identity, key, term)) is not None
    ]
    return pl.DataFrame(rows, schema=_TERMS, orient="row")


def _all_terms(identity: Identity) -> tuple[Term, ...]:
    return (*identity.left, *identity.right)


def _sign(identity: Identity, position: int) -> int:
    sign = _all_terms(identity)[position].sign
    return sign if position < len(identity.left) else -sign


def _line(identity: Identity, key: tuple[str, str, str], term: Term) -> str | None:
    """The line in which the cell is that summand; None when it is not."""
    table, item, measure = key
    name, line = (item, measure) if identity.along == "item" else (measure, item)
    is_judged = line in (identity.lines or (line,))
    return line if table == identity.table and name == term.name and is_judged else None


def _only_one_row(item: str) -> bool | None:
    """True, false: counts only where （六） is printed as one row, as three; None: always counts."""
    if item in OTHER_ONE_ROW:
        return True
    return False if item in OTHER_THREE_ROWS else None


def _counts() -> pl.Expr:
    return pl.col("only_one_row").is_null() | (pl.col("only_one_row") == pl.col("one_row"))


def _facts_of_findings(judged: pl.DataFrame, material: Material) -> pl.DataFrame:
    """The whole cells of the few reports, and of their last year's, that something is to be said of."""
    found = judged.filter(pl.col("state").is_in([FAIL, UNCERTAIN])).select("report").unique()
    if "previous" in material.reports.columns:
        before = found.join(material.reports, on="report").select(report="previous").drop_nulls()
        found = pl.concat([found, before]).unique()
    return material.facts.join(found, on="report", how="semi")


def _operands(identity: Identity, facts: pl.DataFrame, material: Material) -> pl.DataFrame:
    """The cells of the identity, each with its line; `owner` is the report that prints it, `report` the one judged."""
    terms = _terms(identity)
    facts = facts.with_columns(owner="report")
    own = facts.join(terms.filter(~pl.col("of_last_year")), on="code")
    if identity.looks_back:
        followers = material.reports.select(follower="report", report="previous").drop_nulls()
        before = facts.join(terms.filter("of_last_year"), on="code").join(followers, on="report")
        own = pl.concat([own, before.with_columns(report="follower").drop("follower")])
    if own.get_column("only_one_row").null_count() == own.height:
        return own
    return own.join(material.reports.select("report", "one_row"), on="report").filter(_counts())


def _judge(identity: Identity, operands: pl.DataFrame, material: Material) -> pl.DataFrame:
    """One row per report and line: the state of the judgement."""
    signed = pl.col("number") * pl.col("sign")
    sums = operands.group_by("report", "line").agg(delta=signed.sum(), known=pl.col("number").count())
    present = _assessable(identity, material).with_columns(present=pl.lit(value=True))
    lines = _lines(identity, material.reports).join(present, on="report", how="left", maintain_order="left")
    breach = pl.col("delta").abs() > _EXACT if identity.comparison == EQUAL else pl.col("delta") < -_EXACT
    lines = lines.join(_gaps(operands), on="report", how="left", maintain_order="left")
    state = (
        pl.when(pl.col("present").is_null())
        .then(pl.lit(NOT_ASSESSABLE))
        .when(pl.col("known").fill_null(0) < pl.col("expected"))
        .then(pl.lit(UNCERTAIN))
        .when(breach & (pl.col("line") == _TOTAL) & _may_leave_out())
        .then(pl.lit(UNCERTAIN))
        .when(breach)
        .then(pl.lit(FAIL))
        .otherwise(pl.lit(PASSED))
    )
    return lines.join(sums, on=["report", "line"], how="left", maintain_order="left").select(
        "report", "line", state=state
    )


def _gaps(operands: pl.DataFrame) -> pl.DataFrame:
    """Per report: whether some column has no number on the left (`gap_left`), on the right (`gap_right`)."""
    no_number = pl.col("number").is_null()
    left, right = (no_number & (pl.col("sign") == sign) for sign in (1, -1))
    return operands.group_by("report").agg(gap_left=left.any(), gap_right=right.any())


def _may_leave_out() -> pl.Expr:
    """A printed total may leave out what a blank column stands for: then its smaller side is not certain."""
    smaller_is_right = pl.col("delta") > 0
    return pl.when(smaller_is_right).then("gap_right").otherwise("gap_left").fill_null(value=False)


def _assessable(identity: Identity, material: Material) -> pl.DataFrame:
    """The reports that have the table, on the form that prints the terms; where needed, in last year's report too."""
    present = material.tables.filter(pl.col("table_name") == identity.table).select("report")
    if identity.form:
        on_form = material.reports.filter(pl.col("form") == identity.form).select("report")
        present = present.join(on_form, on="report", how="semi")
    if not identity.looks_back:
        return present
    pairs = material.reports.select("report", "previous")
    both_there = pairs.join(present, on="report", how="semi").join(
        present, left_on="previous", right_on="report", how="semi"
    )
    return both_there.select("report")


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


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of one report: the position of each summand, its cell, its number, its place, and who prints it."""

    report: int
    line: str
    positions: Sequence[int]
    codes: Sequence[int]
    values: Sequence[Decimal]
    places: Sequence[str]
    owners: Sequence[int]


def _failures(rule: Rule, operands: pl.DataFrame, judged: pl.DataFrame, ids: pl.Series) -> Iterable[Violation]:
    """One violation for each broken line."""
    broken = judged.filter(pl.col("state") == FAIL).select("report", "line")
    grouped = operands.join(broken, on=["report", "line"]).sort("position").group_by("report", "line")
    lines = grouped.agg("position", "code", "value", "place", "owner").sort("report", "line")
    return (_failure(rule, _Line(*row), ids) for row in lines.iter_rows())


def _failure(rule: Rule, broken: _Line, ids: pl.Series) -> Violation:
    identity = _identity(rule)
    terms = [
        (_all_terms(identity)[position], value) for position, value in zip(broken.positions, broken.values, strict=True)
    ]
    middle = sum(position < len(identity.left) for position in broken.positions)
    left, right = terms[:middle], terms[middle:]
    expression = both(partial(inequality, left, right, identity))
    message = (
        f"{line_label(identity, broken.line, 'zh')}：“{rule.label_zh}”不成立，{expression[0]}",
        f"{line_label(identity, broken.line, 'en')}: “{rule.label_en}” does not hold, {expression[1]}",
    )
    spots = Spots(identity.table, broken.codes, broken.places, _elsewhere(broken.report, broken.owners, ids))
    return Violation(broken.report, rule, FAIL, expression, message, spots, (total(left), total(right)))


def _elsewhere(report: int, owners: Sequence[int], ids: pl.Series) -> list[str]:
    """The report of each cell that stands in another report, "" for the own."""
    return ["" if owner == report else ids[owner] for owner in owners]


def _identity(rule: Rule) -> Identity:
    assert rule.identity is not None
    return rule.identity


def _doubts(rule: Rule, operands: pl.DataFrame, judged: pl.DataFrame, ids: pl.Series) -> Iterable[Violation]:
    """One violation for each report: all lines that cannot be judged, and the cells that stand in the way."""
    lines = judged.filter(pl.col("state") == UNCERTAIN).group_by("report", maintain_order=True).agg("line")
    unknown = operands.filter(pl.col("value").is_null()).unique(["report", "owner", "code"]).sort("report", "code")
    cells = unknown.group_by("report", maintain_order=True).agg("code", "status", "raw", "place", "owner")
    for report, names, *columns in lines.join(cells, on="report", how="left").sort("report").iter_rows():
        codes, statuses, raws, places, owners = (tuple(column or ()) for column in columns)
        elsewhere = _elsewhere(report, owners, ids)
        own, last = (
            Unknown.of([at for at, other in enumerate(elsewhere) if bool(other) is is_last], codes, statuses, raws)
            for is_last in (False, True)
        )
        message = both(partial(doubt_text, Doubt(rule, rule.tables[0], tuple(names), own, last)))
        expression = (rule.expression, rule.expression_en)
        yield Violation(report, rule, UNCERTAIN, expression, message, Spots(rule.tables[0], codes, places, elsewhere))
