"""Sums to compare (`Rule.identity`): judged for all reports at once, written out only where they do not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import Material, of_table
from etl.checking.wording import Doubt, Unknown, both, doubt_text, inequality, line_label, total
from etl.vocabulary.cells import KEY_OF_CODE
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
_STATE: Final = pl.Enum(list(_STATES))
_LAST: Final = "last "
"""Begins the names of columns with last year's numbers."""


def judge_identity(rule: Rule, material: Material) -> Judged:
    """One judgement per line (column or row) and report; not assessable where a table, or last year's, is absent."""
    identity = _identity(rule)
    beside = _beside(identity, material)
    judged = [
        beside.filter(pl.col("one_row") == one_row).select("report", *_lines(identity, one_row))
        for one_row in (True, False)
    ]
    tally, found = (pl.concat(told(states) for states in judged) for told in (_tally, _found))
    if found.is_empty():
        return Judged(tally, ())
    operands = _operands(identity, _facts_of(found, material), material)
    ids = material.reports.get_column("report_id")
    return Judged(tally, [*_failures(rule, operands, found, ids), *_doubts(rule, operands, found, ids)])


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


def _beside(identity: Identity, material: Material) -> pl.DataFrame:
    """Per report: the numbers of the identity by code, last year's with `_LAST`, whether it is `present`, and gaps."""
    terms = _terms(identity)
    own = material.numbers.select(str(code) for code in terms.get_column("code").unique().sort())
    numbers = [material.reports.select("report", "one_row"), own]
    if identity.looks_back:
        previous = material.reports.get_column("previous")
        numbers.append(own.select(pl.all().gather(previous).name.prefix(_LAST)))
    beside = pl.concat(numbers, how="horizontal").with_columns(present=_assessable(identity, material))
    if _TOTAL not in terms.get_column("line"):
        return beside
    return beside.join(_gaps(identity, material), on="report", how="left", maintain_order="left")


@cache
def _lines(identity: Identity, one_row: bool) -> tuple[pl.Expr, ...]:
    """The state of each line that a report should have, as an expression over its numbers."""
    terms = _terms(identity).with_columns(one_row=pl.lit(one_row)).filter(_counts())
    lines = terms.partition_by("line", as_dict=True, maintain_order=True)
    return tuple(_state(identity, str(line), frame).alias(str(line)) for (line,), frame in lines.items())


def _state(identity: Identity, line: str, terms: pl.DataFrame) -> pl.Expr:
    """The judgement of one line."""
    columns = [
        (pl.col(f"{_LAST if of_last_year else ''}{code}"), sign)
        for code, sign, of_last_year in terms.select("code", "sign", "of_last_year").rows()
    ]
    added, taken = (pl.sum_horizontal([c for c, sign in columns if sign == side] or [pl.lit(0.0)]) for side in (1, -1))
    delta, is_open = added - taken, pl.any_horizontal(column.is_null() for column, _ in columns)
    breach = delta.abs() > _EXACT if identity.comparison == EQUAL else delta < -_EXACT
    if line == _TOTAL:
        # A printed total may leave out what a blank column stands for: then its smaller side is not certain.
        gap = pl.when(delta > 0).then("gap_right").otherwise("gap_left")
        is_open = is_open | (breach & gap.fill_null(value=False))
    return (
        pl.when(~pl.col("present"))
        .then(_lit(NOT_ASSESSABLE))
        .when(is_open)
        .then(_lit(UNCERTAIN))
        .when(breach)
        .then(_lit(FAIL))
        .otherwise(_lit(PASSED))
    )


def _lit(state: str) -> pl.Expr:
    return pl.lit(state, dtype=_STATE)


def _gaps(identity: Identity, material: Material) -> pl.DataFrame:
    """Per report: whether some column has no number on the left (`gap_left`), on the right (`gap_right`)."""
    unknown = material.facts_where(pl.col("number").is_null() & of_table(identity.table) & pl.col("fact").is_not_null())
    left, right = (pl.col("sign") == sign for sign in (1, -1))
    return _operands(identity, unknown, material).group_by("report").agg(gap_left=left.any(), gap_right=right.any())


def _assessable(identity: Identity, material: Material) -> pl.Series:
    """Whether each report has the table, on the form that prints the terms; where needed, last year's too."""
    present = material.tables.get_column(identity.table)
    if identity.form:
        present &= (material.reports.get_column("form") == identity.form).fill_null(value=False)
    if identity.looks_back:
        present &= present.gather(material.reports.get_column("previous")).fill_null(value=False)
    return present


def _found(states: pl.DataFrame) -> pl.DataFrame:
    """The lines that failed or are uncertain: report, line, state."""
    lines = states.columns[1:]
    is_open = pl.any_horizontal(pl.col(lines).is_in([FAIL, UNCERTAIN]))
    long = states.filter(is_open).unpivot(lines, index="report", variable_name="line", value_name="state")
    return long.filter(pl.col("state").is_in([FAIL, UNCERTAIN])).with_columns(pl.col("state").cast(pl.String))


def _tally(states: pl.DataFrame) -> pl.DataFrame:
    lines = states.columns[1:]
    return states.select(
        "report",
        **{name: pl.sum_horizontal(pl.col(line) == state for line in lines) for state, name in _STATES.items()},
    )


def _facts_of(found: pl.DataFrame, material: Material) -> pl.DataFrame:
    """The whole cells of the few reports, and of their last year's, that something is to be said of."""
    own = found.get_column("report").unique()
    before = material.reports.get_column("previous").gather(own).drop_nulls()
    return material.facts_of(pl.concat([own, before]).unique())


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
    unknown = operands.filter(pl.col("value").is_null()).unique(["report", "owner", "code"])
    own_first = pl.col("owner") != pl.col("report")
    unknown = unknown.sort("report", "code", own_first)
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
