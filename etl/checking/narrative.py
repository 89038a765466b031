"""Counts in the text beside the totals of tables three and four."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Final

import polars as pl

from etl.checking.counts import Claim, may_count, read_counts, squeezed
from etl.checking.doubts import Setting
from etl.checking.finding import Judged, Quote, Spots, Violation
from etl.checking.material import KEY_OF_CODE
from etl.checking.passages import Outcome, Passages, sentences, tally, told_in
from etl.checking.wording import both, number, table_label
from etl.vocabulary import narrative as words
from etl.vocabulary import quantities as sums
from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule

_SECTIONS_READ: Final = ("overview", "proactive", "requests", "reviews", "problems")
_WORTH_READING: Final = r"[0-9０-９]|[零〇一二两三四五六七八九十]\s*[件份宗起例]|无|没有|未"
_CODE_OF_KEY: Final = {key: code for code, key in enumerate(KEY_OF_CODE)}

Cell = tuple[float | None, str]
"""Value and place of a cell; whole numbers are exact in it."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A claim, and where it stands."""

    claim: Claim
    quote: Quote


@dataclass(frozen=True, slots=True)
class _Table:
    """What the tables of one report say: its cells by code, and the rows of （六） that it does not print."""

    cells: Mapping[int, Cell]
    tables: frozenset[str]
    unprinted: tuple[str, ...]

    def codes(self, quantity: str) -> tuple[int, ...]:
        """The cells whose sum a quantity is."""
        return _codes(quantity, self.unprinted)

    def total(self, quantity: str) -> float | None:
        """The sum; None when one of its cells holds no number."""
        values = [self.cells.get(code, (None, ""))[0] for code in self.codes(quantity)]
        return None if None in values else sum(value for value in values if value is not None)


@cache
def _codes(quantity: str, unprinted: tuple[str, ...]) -> tuple[int, ...]:
    keys = sums.QUANTITY_BY_NAME[quantity].cells
    return tuple(_CODE_OF_KEY[key] for key in keys if key[1] not in unprinted)


def judge_counts(rule: Rule, passages: Passages) -> Judged:
    """One judgement per count that a text states; the same count of one quantity stated twice is one."""
    counts = _counts_by_report(passages)
    tables = _tables_by_report(passages, counts)
    outcomes = [
        Outcome(report, *_judge(rule, report, stated, counts[report], tables[report]))
        for report in counts
        for stated in _by_statement(counts[report])
    ]
    return Judged(tally(passages, outcomes), [one.violation for one in outcomes if one.violation is not None])


def _counts_by_report(passages: Passages) -> dict[int, list[_Count]]:
    read = pl.col("section").is_in(_SECTIONS_READ)
    worth = pl.col("text").str.contains(_WORTH_READING) & pl.col("text").str.contains(words.TRIGGERS)
    texts = passages.sections.filter(read & worth).join(
        passages.reports.filter(pl.col("year").is_not_null()).select("report", "year", "agency"), on="report"
    )
    found: dict[int, list[_Count]] = {}
    columns = texts.sort("report", "position").select("report", "year", "agency", "section", "text", "place")
    for report, year, agency, section, text, place in columns.iter_rows():
        counts = list(_counts_in(text, Quote(section, 0, "", place, ""), Setting(year, agency or "", section)))
        if counts:
            found.setdefault(report, []).extend(counts)
    return found


def _counts_in(text: str, where: Quote, setting: Setting) -> Iterator[_Count]:
    for sentence in sentences(text):
        if not may_count(sentence.text):
            continue
        about = Setting(setting.year, setting.agency, setting.section, sentence.before)
        for claim in read_counts(sentence.text, about):
            said = squeezed(sentence.text)[claim.start : claim.end]
            yield _Count(claim, Quote(where.section, sentence.position, sentence.text, where.place, said))


def _tables_by_report(passages: Passages, reports: Iterable[int]) -> dict[int, _Table]:
    mine = pl.col("report").is_in(list(reports))
    cells: dict[int, dict[int, Cell]] = {}
    totals = passages.totals.filter(mine).select("report", "code", pl.col("value").cast(pl.Float64), "place")
    for report, code, value, place in totals.iter_rows():
        cells.setdefault(report, {})[code] = (value, place)
    present: dict[int, set[str]] = {}
    for report, table in passages.tables.filter(mine).iter_rows():
        present.setdefault(report, set()).add(table)
    rows = passages.reports.filter(mine).select("report", "one_row").iter_rows()
    return {
        report: _Table(
            cells.get(report, {}), frozenset(present.get(report, ())), OTHER_THREE_ROWS if one_row else OTHER_ONE_ROW
        )
        for report, one_row in rows
    }


def _by_statement(counts: Sequence[_Count]) -> Iterator[list[_Count]]:
    """The counts that state the same of the same quantity together, those without doubt first."""
    together: dict[tuple[str, int], list[_Count]] = {}
    for count in counts:
        together.setdefault((count.claim.quantity, count.claim.value), []).append(count)
    for stated in together.values():
        yield sorted(stated, key=lambda count: count.claim.doubt)


def _judge(
    rule: Rule, report: int, stated: Sequence[_Count], counts: Sequence[_Count], table: _Table
) -> tuple[str, Violation | None]:
    """The state of one statement, and the violation unless it passed."""
    claim = stated[0].claim
    quantity = sums.QUANTITY_BY_NAME[claim.quantity]
    if quantity.cells[0][0] not in table.tables:
        return NOT_ASSESSABLE, None
    total = table.total(quantity.name)
    if total == claim.value:
        return PASSED, None
    doubt = _doubt(stated[0], total, counts, table)
    state = FAIL if doubt is None else UNCERTAIN
    right = None if total is None else Decimal(total)
    return state, _violation(Violation(report, rule, state, ("", ""), ("", "")), stated, right, doubt, table)


def _doubt(stated: _Count, total: float | None, counts: Sequence[_Count], table: _Table) -> sums.Doubt | None:
    """Why a count that is not the table's may still be right."""
    claim = stated.claim
    if total is None:
        return sums.NO_NUMBER
    if claim.doubt:
        return sums.DOUBT_BY_NAME[claim.doubt]
    readings = () if words.EXPLICIT in stated.quote.said else sums.QUANTITY_BY_NAME[claim.quantity].readings
    if any(table.total(reading) == claim.value for reading in readings):
        return sums.READING
    others = (count.claim for count in counts if count.claim.quantity == claim.quantity)
    return sums.ELSEWHERE if any(other.value == total for other in others) else None


def _violation(
    blank: Violation, stated: Sequence[_Count], total: Decimal | None, doubt: sums.Doubt | None, table: _Table
) -> Violation:
    claim, where = stated[0].claim, stated[0].quote
    codes = [code for code in table.codes(claim.quantity) if code in table.cells]
    value = Decimal(claim.value)
    return Violation(
        blank.report,
        blank.rule,
        blank.state,
        both(partial(_expression, claim.quantity, value, total)),
        both(partial(_message, claim.quantity, where, total, value, doubt)),
        Spots(sums.QUANTITY_BY_NAME[claim.quantity].cells[0][0], codes, [table.cells[code][1] for code in codes]),
        None if total is None else (value, total),
        # A count printed in two ways would otherwise share the id of its cells.
        about=(claim.quantity, str(claim.value)),
        quotes=[count.quote for count in stated],
    )


def _expression(quantity: str, value: Decimal, total: Decimal | None, language: str) -> str:
    label, sign = _label(quantity, language), "≠" if total is not None else "="
    right = number(total) if total is not None else "?"
    if language == "en":
        rest = "" if total is None else f" (difference {number(value - total)})"
        return f"text {number(value)} {sign} {label} {right}{rest}"
    rest = "" if total is None else f"（差 {number(value - total)}）"
    return f"文字 {number(value)} {sign} {label} {right}{rest}"


def _message(
    quantity: str, where: Quote, total: Decimal | None, value: Decimal, doubt: sums.Doubt | None, language: str
) -> str:
    told, label = told_in(where, language), _label(quantity, language)
    if language == "en":
        beside = f"{label} is {number(total)}, difference {number(value - total)}" if total is not None else label
        return f"{told}; {beside}." + (f" {doubt.en}." if doubt else "")
    beside = f"{label}为 {number(total)}，差 {number(value - total)}" if total is not None else label
    return f"{told}；{beside}。" + (f"{doubt.zh}。" if doubt else "")


def _label(quantity: str, language: str) -> str:
    """The quantity in the words of the form, as 表三 · 本年新收."""
    word = sums.QUANTITY_BY_NAME[quantity]
    return f"{table_label(word.cells[0][0], language)} · {word.en if language == 'en' else word.zh}"
