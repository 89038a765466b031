"""Residue of other texts: a period or a year that is not the report's, and another agency's name."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

import polars as pl

from etl.checking.counts import squeezed
from etl.checking.finding import Judged, Violation
from etl.checking.names_told import may_name_others, other_names
from etl.checking.passages import Passages, all_in, judged_rows, tally, told_in
from etl.checking.told import Finder, Found, Part
from etl.checking.wording import Texts, both
from etl.checking.years_told import WHOLE_YEAR, other_years
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule

_FIRST_PARTS: Final = ("preamble", "overview", "proactive")
_NAMING_PARTS: Final = ("preamble", "overview", "problems", "other_matters")


def judge_text_year(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of a known year; one violation for each period or year that is not the report's."""
    is_other = (
        pl.col("text")
        .str.extract_all(r"\d{4,6}年")
        .list.set_difference(pl.concat_list(pl.format("{}年", pl.col("year"))))
    )
    texts = _parts(passages, _FIRST_PARTS).filter(pl.col("year").is_not_null())
    return _judged(rule, passages, texts, texts.filter(is_other.list.len() > 0), other_years)


def judge_text_name(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of a known agency, one for each violation where there are any.

    A violation is a sentence with another agency's name: one that the report calls itself, that signs or receives the
    requests, or one whose section five is like the report's and whose name stands there.
    """
    texts = _parts(passages, _NAMING_PARTS).filter(pl.col("agency") != "")
    return _judged(rule, passages, texts, texts.filter(may_name_others()), other_names)


def _parts(passages: Passages, sections: Sequence[str]) -> pl.DataFrame:
    known = passages.reports.select("report", "agency", "year", "title", "places", "names_left")
    texts = passages.sections.filter(pl.col("section").is_in(sections))
    return texts.join(known, on="report").sort("report", "position").select(Part.__slots__)


def _judged(rule: Rule, passages: Passages, texts: pl.DataFrame, suspects: pl.DataFrame, find: Finder) -> Judged:
    """One judgement per report with texts; those of suspects are looked at."""
    grouped: dict[int, list[Part]] = {}
    for row in suspects.iter_rows():
        grouped.setdefault(row[0], []).append(Part(*row))
    violations = [_violation(rule, parts[0], one) for parts in grouped.values() for one in _distinct(find(parts))]
    found = judged_rows([(one.report, one.state) for one in violations])
    asked = texts.get_column("report").unique()
    clean = all_in(PASSED, _without(asked, found.get_column("report")))
    # The text was read, but not the parts that are asked for, or of no known year or agency.
    unknown = all_in(NOT_ASSESSABLE, _without(passages.sections.get_column("report").unique(), asked))
    return Judged(tally(passages, pl.concat([found, clean, unknown])), violations)


def _without(reports: pl.Series, others: pl.Series) -> pl.Series:
    return reports.filter(~reports.is_in(others.implode()))


def _distinct(found: Iterator[Found]) -> Iterator[Found]:
    """Each sentence once."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        key = (one.said, squeezed(one.quote.sentence))
        if key not in seen:
            seen.add(key)
            yield one


def _violation(rule: Rule, part: Part, found: Found) -> Violation:
    state = FAIL if found.is_certain else UNCERTAIN
    is_year = found.said.isdecimal() and len(found.said) == WHOLE_YEAR
    own = str(part.year) if found.said.isdecimal() else part.agency

    def expression(language: str) -> str:
        return f"text {found.said} ≠ report {own}" if language == "en" else f"文字 {found.said} ≠ 报告 {own}"

    return Violation(
        part.report,
        rule,
        state,
        both(expression),
        _message(rule, found, own),
        sides=(Decimal(found.said), Decimal(part.year)) if is_year else None,
        about=(found.said, squeezed(found.quote.sentence)),
        quotes=(found.quote,),
    )


def _message(rule: Rule, found: Found, own: str) -> Texts:
    zh, en = found.doubt or (rule.uncertain_when, rule.uncertain_when_en)
    doubt = ("", "") if found.is_certain else (f"{zh}。", f" {en}.")
    return (
        f"{told_in(found.quote, 'zh')}；报告的是 {own}。{doubt[0]}",
        f"{told_in(found.quote, 'en')}; the report is of {own}.{doubt[1]}",
    )
