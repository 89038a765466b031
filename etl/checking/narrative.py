"""Counts in the text beside the totals of tables three and four."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from typing import Final

import polars as pl

from etl.checking.counts import WORTH_READING, Claim, may_count, places_of, read_counts, squeezed
from etl.checking.doubts import Setting
from etl.checking.finding import Judged, Quote, Spots, Violation
from etl.checking.material import Material
from etl.checking.passages import Passages, judged_rows, sentences_in, tally, told_in
from etl.checking.wording import both, number, table_label
from etl.vocabulary import narrative as words
from etl.vocabulary import quantities as sums
from etl.vocabulary.cells import CODE_OF_KEY, CODES_OF_TABLE
from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule

_SECTIONS_READ: Final = ("overview", "proactive", "requests", "reviews", "problems")


@dataclass(frozen=True, slots=True)
class _Part:
    """One section of a report, with what a sentence of it must be read with."""

    section: str
    text: str
    place: str
    year: int
    agency: str


@dataclass(frozen=True, slots=True)
class _Count:
    """A claim, and where it stands: the sentence, and its number in a paragraph of the part."""

    claim: Claim
    part: _Part
    paragraph: int
    sentence: str
    number: int

    @property
    def said(self) -> str:
        """The words of the sentence that are meant."""
        return squeezed(self.sentence)[self.claim.start : self.claim.end]

    def quote(self) -> Quote:
        """Where it stands, as a reader finds it."""
        before = self.part.text.split("\n")[: self.paragraph]
        position = sum(len(sentences_in(paragraph)) for paragraph in before) + self.number
        sentence = self.sentence.strip()
        places = places_of(sentence, self.claim.start, self.claim.end)
        return Quote(self.part.section, position, sentence, self.part.place, self.said, *places)


@dataclass(frozen=True, slots=True)
class _Stated:
    """The counts of a report that state the same `value` of the same quantity, and all counts that it states."""

    report: int
    quantity: str
    value: int
    same: Sequence[_Count]
    every: Sequence[_Count]


@dataclass(frozen=True, slots=True)
class _Tables:
    """What tables three and four say, report by report.

    `there`: by name, whether a table is there. `totals`: by quantity, the sum; None when a cell holds no number.
    `one_row`: whether （六） is printed as one row.
    """

    there: Mapping[str, Sequence[bool]]
    totals: Mapping[str, Sequence[float | None]]
    one_row: Sequence[bool]


def judge_counts(rule: Rule, passages: Passages) -> Judged:
    """One judgement per count that a text states; the same count of one quantity stated twice is one."""
    tables = _read_tables(passages.material)
    judged: list[tuple[int, str]] = []
    unequal: list[_Stated] = []
    for stated in _statements(passages):
        state = _compared(stated, tables)
        if state == FAIL:
            unequal.append(stated)
        else:
            judged.append((stated.report, state))
    spots = _spots(unequal, tables, passages.material)
    violations = [_violation(rule, stated, mine, tables) for stated, mine in zip(unequal, spots, strict=True)]
    judged += [(violation.report, violation.state) for violation in violations]
    return Judged(tally(passages, judged_rows(judged)), violations)


def _statements(passages: Passages) -> Iterator[_Stated]:
    """What the reports state, report by report."""
    read = pl.col("section").is_in(_SECTIONS_READ)
    worth = pl.col("text").str.contains(WORTH_READING) & pl.col("text").str.contains(words.TRIGGERS)
    known = passages.reports.filter(pl.col("year").is_not_null()).select(
        "report", "year", pl.col("agency").fill_null("")
    )
    texts = passages.sections.filter(read & worth).join(known, on="report", maintain_order="left")
    rows = texts.select("report", *_Part.__slots__).iter_rows()
    for report, parts in groupby(rows, key=itemgetter(0)):
        yield from _by_statement(report, [count for _, *part in parts for count in _counts_in(_Part(*part))])


def _counts_in(part: _Part) -> Iterator[_Count]:
    """What one section states; paragraphs that count nothing are not even cut into sentences."""
    for at, paragraph in enumerate(part.text.split("\n")):
        if not may_count(paragraph):
            continue
        before = ""
        for number_of_sentence, sentence in enumerate(sentences_in(paragraph), start=1):
            setting = Setting(part.year, part.agency, part.section, before)
            for claim in read_counts(sentence.strip(), setting):
                yield _Count(claim, part, at, sentence, number_of_sentence)
            before = sentence


def _read_tables(material: Material) -> _Tables:
    one_row = material.reports.get_column("one_row")
    numbers = material.numbers.with_columns(one_row)
    totals = numbers.select(
        pl.when("one_row").then(_total(name, one_row=True)).otherwise(_total(name, one_row=False)).alias(name)
        for name in sums.QUANTITY_BY_NAME
    )
    there = {table: material.tables.get_column(table).to_list() for table in CODES_OF_TABLE}
    return _Tables(there, totals.to_dict(as_series=False), one_row.to_list())


def _total(quantity: str, *, one_row: bool) -> pl.Expr:
    codes = _codes(quantity, one_row)
    return pl.sum_horizontal((pl.col(str(code)) for code in codes), ignore_nulls=False)


@cache
def _codes(quantity: str, one_row: bool) -> tuple[int, ...]:
    """The cells whose sum a quantity is; the rows of （六） that are not printed do not count."""
    unprinted = OTHER_THREE_ROWS if one_row else OTHER_ONE_ROW
    return tuple(CODE_OF_KEY[key] for key in sums.QUANTITY_BY_NAME[quantity].cells if key[1] not in unprinted)


def _by_statement(report: int, counts: Sequence[_Count]) -> Iterator[_Stated]:
    together: dict[tuple[str, int], list[_Count]] = {}
    for count in counts:
        together.setdefault((count.claim.quantity, count.claim.value), []).append(count)
    for (quantity, value), same in together.items():
        yield _Stated(report, quantity, value, same, counts)


def _compared(stated: _Stated, tables: _Tables) -> str:
    """Whether the statement is what the table says; `fail` is not yet certain where it is not."""
    if not tables.there[_table_of(stated.quantity)][stated.report]:
        return NOT_ASSESSABLE
    return PASSED if tables.totals[stated.quantity][stated.report] == stated.value else FAIL


def _table_of(quantity: str) -> str:
    return sums.QUANTITY_BY_NAME[quantity].cells[0][0]


def _spots(unequal: Sequence[_Stated], tables: _Tables, material: Material) -> Iterator[Spots]:
    """The cells that each statement is about, looked up together."""
    codes = [_codes(stated.quantity, tables.one_row[stated.report]) for stated in unequal]
    cells = [(stated.report, code) for stated, mine in zip(unequal, codes, strict=True) for code in mine]
    asked = pl.DataFrame(cells, schema={"report": pl.UInt32, "code": pl.UInt16}, orient="row")
    places = iter(material.look_up(asked, ("place",)).to_series())
    for stated, mine in zip(unequal, codes, strict=True):
        there = [(code, place) for code in mine if (place := next(places)) is not None]
        yield Spots(_table_of(stated.quantity), [code for code, _ in there], [place for _, place in there])


def _doubt(stated: _Stated, count: _Count, doubt: str, tables: _Tables) -> sums.Doubt | None:
    """Why a count that is not the table's may still be right; `doubt` is that about its sentence."""
    total = tables.totals[stated.quantity][stated.report]
    if total is None:
        return sums.NO_NUMBER
    if doubt:
        return sums.DOUBT_BY_NAME[doubt]
    readings = () if words.EXPLICIT in count.said else sums.QUANTITY_BY_NAME[stated.quantity].readings
    if any(tables.totals[reading][stated.report] == stated.value for reading in readings):
        return sums.READING
    others = (count.claim for count in stated.every if count.claim.quantity == stated.quantity)
    return sums.ELSEWHERE if any(other.value == total for other in others) else None


def _violation(rule: Rule, stated: _Stated, spots: Spots, tables: _Tables) -> Violation:
    """Not what the table says; the sentence that leaves the least doubt goes first."""
    doubted = sorted(((count.claim.doubt, count) for count in stated.same), key=itemgetter(0))
    quotes = [count.quote() for _, count in doubted]
    doubt, found = _doubt(stated, doubted[0][1], doubted[0][0], tables), tables.totals[stated.quantity][stated.report]
    value, total = Decimal(stated.value), None if found is None else Decimal(found)
    return Violation(
        stated.report,
        rule,
        FAIL if doubt is None else UNCERTAIN,
        both(partial(_expression, stated.quantity, value, total)),
        both(partial(_message, stated.quantity, quotes[0], total, value, doubt)),
        spots,
        None if total is None else (value, total),
        # A count printed in two ways would otherwise share the id of its cells.
        about=(stated.quantity, str(stated.value)),
        quotes=quotes,
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
