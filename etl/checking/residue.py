"""Residue of other texts: a period or a year that is not the report's, and another agency where it names itself."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

import polars as pl

from etl.checking.counts import places_of, squeezed
from etl.checking.finding import Judged, Quote, Violation
from etl.checking.passages import Passages, Sentence, all_in, judged_rows, sentences, tally, told_in
from etl.checking.wording import Texts, both
from etl.vocabulary import self_words as words
from etl.vocabulary.narrative import SELVES
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule

_FIRST_PARTS: Final = ("preamble", "overview", "proactive")
_NAMING_PARTS: Final = ("preamble", "overview", "problems", "other_matters")
_PERIODS: Final = (re.compile(words.PERIOD), re.compile(words.PERIOD_IN_WORDS))
_PERIOD_NAMED: Final = re.compile(words.PERIOD_NAMED)
_OPENING: Final = re.compile(words.OPENING)
_NO_OPENING: Final = re.compile(words.NO_OPENING)
_SELF_AT_WORK: Final = re.compile(words.SELF_AT_WORK)
_SELVES: Final = re.compile(SELVES)
_COMPARED: Final = re.compile(words.COMPARED)
_SELF_NAMED: Final = tuple(map(re.compile, words.SELF_NAMED))
_NAMED_SOMEHOW: Final = "|".join(words.SELF_NAMED_SOMEHOW)
_PLACE: Final = re.compile(words.PLACE_IN_NAME)
_ENDS: Final = re.compile(f"(?:{words.ENDS_OF_NAMES})+$")
_YEARS_BACK: Final = 3
_WHOLE_YEAR: Final = 4
_OWN: Final = "本机关"


@dataclass(frozen=True, slots=True)
class _Part:
    """One section of a report, with what is known of the report."""

    report: int
    agency: str
    year: int
    title: str
    section: str
    text: str
    place: str

    def quote(self, sentence: Sentence, said: str, start: int) -> Quote:
        """A sentence of it, with the words that begin at a place of the squeezed sentence."""
        places = places_of(sentence.text, start, start + len(said))
        return Quote(self.section, sentence.position, sentence.text, self.place, said, *places)


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that is not the report's: what it says, and whether that leaves no doubt."""

    quote: Quote
    said: str
    is_certain: bool


Finder = Callable[[Sequence[_Part]], Iterator[_Found]]


def judge_text_year(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of a known year; one violation for each period or year that is not the report's."""
    is_other = (
        pl.col("text")
        .str.extract_all(r"\d{4,6}年")
        .list.set_difference(pl.concat_list(pl.format("{}年", pl.col("year"))))
    )
    texts = _parts(passages, _FIRST_PARTS).filter(pl.col("year").is_not_null())
    return _judged(rule, passages, texts, texts.filter(is_other.list.len() > 0), _other_years)


def judge_text_name(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of a known agency; one violation for each other agency that it calls itself."""
    texts = _parts(passages, _NAMING_PARTS).filter(pl.col("agency") != "")
    return _judged(rule, passages, texts, texts.filter(pl.col("text").str.contains(_NAMED_SOMEHOW)), _other_names)


def _parts(passages: Passages, sections: Sequence[str]) -> pl.DataFrame:
    known = passages.reports.select("report", "agency", "year", "title")
    texts = passages.sections.filter(pl.col("section").is_in(sections))
    return texts.join(known, on="report").sort("report", "position").select(_Part.__slots__)


def _judged(rule: Rule, passages: Passages, texts: pl.DataFrame, suspects: pl.DataFrame, find: Finder) -> Judged:
    """One judgement per report with texts; those of suspects are looked at."""
    grouped: dict[int, list[_Part]] = {}
    for row in suspects.iter_rows():
        grouped.setdefault(row[0], []).append(_Part(*row))
    violations = [_violation(rule, parts[0], one) for parts in grouped.values() for one in _distinct(find(parts))]
    found = judged_rows([(one.report, one.state) for one in violations])
    asked = texts.get_column("report").unique()
    clean = all_in(PASSED, _without(asked, found.get_column("report")))
    # The text was read, but not the parts that are asked for, or of no known year or agency.
    unknown = all_in(NOT_ASSESSABLE, _without(passages.sections.get_column("report").unique(), asked))
    return Judged(tally(passages, pl.concat([found, clean, unknown])), violations)


def _without(reports: pl.Series, others: pl.Series) -> pl.Series:
    return reports.filter(~reports.is_in(others.implode()))


def _distinct(found: Iterator[_Found]) -> Iterator[_Found]:
    """Each sentence once."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        key = (one.said, squeezed(one.quote.sentence))
        if key not in seen:
            seen.add(key)
            yield one


def _violation(rule: Rule, part: _Part, found: _Found) -> Violation:
    state = FAIL if found.is_certain else UNCERTAIN
    is_year = found.said.isdecimal() and len(found.said) == _WHOLE_YEAR
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


def _message(rule: Rule, found: _Found, own: str) -> Texts:
    doubt = ("", "") if found.is_certain else (f"{rule.uncertain_when}。", f" {rule.uncertain_when_en}.")
    return (
        f"{told_in(found.quote, 'zh')}；报告的是 {own}。{doubt[0]}",
        f"{told_in(found.quote, 'en')}; the report is of {own}.{doubt[1]}",
    )


def _other_years(parts: Sequence[_Part]) -> Iterator[_Found]:
    yield from _other_periods(parts)
    for part in parts:
        if part.section != "preamble":
            yield from _other_openings(part)


def _other_periods(parts: Sequence[_Part]) -> Iterator[_Found]:
    """Periods that are not the year of the report; in doubt where the text also names the right one."""
    periods = [
        (part, sentence, period) for part in parts for sentence in sentences(part.text) for period in _periods(sentence)
    ]
    own = {str(part.year) for part in parts}
    is_told_right = any(_years_of(period) <= own for _, _, period in periods)
    for part, sentence, period in periods:
        if _is_of_several_years(period, own):
            continue
        for said in sorted(_years_of(period) - own):
            is_period = part.section == "preamble" or _PERIOD_NAMED.search(period.string[: period.start()]) is not None
            is_certain = len(said) == _WHOLE_YEAR and str(part.year) in part.title and not is_told_right
            if is_period:
                yield _Found(part.quote(sentence, period[0], period.start()), said, is_certain)


def _periods(sentence: Sentence) -> list[re.Match[str]]:
    if "年" not in sentence.text or ("1月1" not in (text := squeezed(sentence.text)) and "统计" not in text):
        return []
    return [found for pattern in _PERIODS for found in pattern.finditer(text)]


def _is_of_several_years(period: re.Match[str], own: set[str]) -> bool:
    """Whether a period of two years, none of them the report's, is that of a plan."""
    years = {year for year in _years_of(period) if len(year) == _WHOLE_YEAR}
    return len(years) > 1 and not years & own


def _years_of(period: re.Match[str]) -> set[str]:
    return {year for year in period.groupdict().values() if year}


def _other_openings(part: _Part) -> Iterator[_Found]:
    """Sentences that open with an earlier year and tell of this year's work."""
    own, is_first = f"{part.year}年", True
    is_own_named = own in squeezed(part.text)
    for sentence in sentences(part.text):
        found = _OPENING.match(squeezed(sentence.text))
        is_opening = is_first and part.section == "overview"
        is_first = False
        if found is None or not 0 < part.year - int(found["year"]) <= _YEARS_BACK:
            continue
        if not _NO_OPENING.search(found["rest"]) and not _COMPARED.search(sentence.text) and own not in found.string:
            tells = _SELF_AT_WORK.search(found["rest"].replace(part.agency, _OWN))
            if is_opening or tells:
                says_who = tells or part.agency in found.string or _SELVES.search(found["rest"])
                is_certain = bool(says_who) and not is_own_named and str(part.year) in part.title
                yield _Found(part.quote(sentence, f"{found['year']}年", found.start("year")), found["year"], is_certain)


def _other_names(parts: Sequence[_Part]) -> Iterator[_Found]:
    for part in parts:
        for sentence in sentences(part.text):
            text = squeezed(sentence.text)
            for found in (found for pattern in _SELF_NAMED for found in pattern.finditer(text)):
                name = found["name"]
                if not _is_same(name, part.agency):
                    is_certain = part.agency in squeezed(part.title) and _is_elsewhere(name, part.agency)
                    yield _Found(part.quote(sentence, name, found.start("name")), name, is_certain)


@lru_cache(maxsize=4096)
def _is_same(name: str, own: str) -> bool:
    """Whether one name may be a short form of the other: its letters, without the kind of body, in the same order."""
    short, long = sorted((_ENDS.sub("", name) or name, _ENDS.sub("", own) or own), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _is_elsewhere(name: str, own: str) -> bool:
    """Whether both names begin with places, and none of them is the same."""
    theirs, ours = _PLACE.findall(name), _PLACE.findall(own)
    return bool(theirs and ours) and not any(place in own for place in theirs) and not any(p in name for p in ours)
