"""Whether the six sections are there in their order, and whether section five says something."""

import re
from collections.abc import Sequence
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Quote, Violation
from etl.checking.passages import Passages, all_in, judged_rows, section_label, tally
from etl.checking.wording import Texts, both
from etl.vocabulary import self_words as words
from etl.vocabulary.form import FORM_PRE2019, SECTIONS
from etl.vocabulary.indicators import SHORTEST_TEXT
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN, Rule
from etl.vocabulary.variants import SECTION_TITLES

_PREAMBLE: Final = "preamble"
_SIX: Final = tuple(word.name for word in SECTIONS if word.name != _PREAMBLE)
FIVE: Final = "problems"
"""The section with problems and improvements."""
_FEWEST: Final = 4
"""Sections found from which on the reader has understood how the report is divided."""
_LONGEST_HEADING: Final = 40
_MARKS: Final = {section: re.compile(pattern) for section, pattern in words.SECTION_MARKS.items()}
_TOP_NUMBER: Final = re.compile(r"^[一二三四五六七][、.．,，]")
_NO_LETTERS: Final = re.compile(r"[^\u4e00-\u9fff]")
_BLANKS: Final = r"\s+"

Section = tuple[str, str, str, str]
"""Name, heading, text and place of a section."""


def judge_sections(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of today's forms; one violation that names every section that is not in its place."""
    expected = passages.reports.filter(pl.col("form") != FORM_PRE2019).select("report")
    named = (
        passages.sections.filter(pl.col("section") != _PREAMBLE)
        .group_by("report")
        .agg(found=pl.col("section").n_unique())
    )
    counted = expected.join(named, on="report")
    short = counted.filter(pl.col("found") < len(_SIX))["report"].to_list()
    texts = _sections_of(passages, short)
    violations = [_sections_violation(rule, report, texts[report]) for report in short]
    return _judged(passages, violations, counted.filter(pl.col("found") == len(_SIX)))


def judge_problems_empty(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report of today's forms."""
    whole = _problems(passages).with_columns(length=pl.col("text").str.replace_all(_BLANKS, "").str.len_chars())
    short = whole.filter(pl.col("length").fill_null(0) < SHORTEST_TEXT)
    texts = _sections_of(passages, short["report"].to_list())
    violations = [_empty_violation(rule, report, texts[report]) for report in short["report"]]
    return _judged(passages, violations, whole.filter(pl.col("length") >= SHORTEST_TEXT))


def judge_no_measures(rule: Rule, passages: Passages) -> Judged:
    """One judgement per report whose section five says something."""
    said = _problems(passages).filter(pl.col("text").str.replace_all(_BLANKS, "").str.len_chars() >= SHORTEST_TEXT)
    text = pl.col("text").str.replace_all(words.NO_PROBLEMS, "")
    flags = said.with_columns(
        problems=text.str.contains(words.PROBLEM_WORDS),
        measures=text.str.contains(words.MEASURE_WORDS),
        certain_problems=text.str.contains(words.STRONG_PROBLEMS),
        certain_measures=text.str.contains(words.STRONG_MEASURES),
        none=pl.col("text").str.contains(words.NO_PROBLEMS),
    )
    both_told = flags.filter(pl.col("problems") & pl.col("measures") | pl.col("none"))
    one_told = flags.filter((pl.col("problems") != pl.col("measures")) & ~pl.col("none"))
    violations = [_one_sided(rule, row) for row in one_told.iter_rows(named=True)]
    return _judged(passages, violations, both_told)


def _problems(passages: Passages) -> pl.DataFrame:
    """One row per report of today's forms whose text was read: `report`, and `text`, null without section five."""
    read = passages.reports.filter(pl.col("form") != FORM_PRE2019).join(passages.sections, on="report", how="semi")
    texts = passages.sections.filter(pl.col("section") == FIVE)
    whole = texts.group_by("report", maintain_order=True).agg(pl.col("text").str.join("\n"), pl.col("place").first())
    return read.select("report").join(whole, on="report", how="left", maintain_order="left")


def _sections_of(passages: Passages, reports: Sequence[int]) -> dict[int, list[Section]]:
    """All sections of these reports."""
    found: dict[int, list[Section]] = {report: [] for report in reports}
    mine = passages.sections.filter(pl.col("report").is_in(list(reports)))
    for report, *section in mine.select("report", "section", "heading", "text", "place").iter_rows():
        found[report].append((section[0], section[1], section[2], section[3]))
    return found


def _judged(passages: Passages, violations: Sequence[Violation], passed: pl.DataFrame) -> Judged:
    """The violations, and the reports that passed; a report that was read and is in neither cannot be assessed."""
    found = judged_rows([(one.report, one.state) for one in violations])
    known = pl.concat([found, all_in(PASSED, passed.get_column("report"))])
    reports = passages.reports.get_column("report")
    rest = reports.filter(passages.is_read & ~reports.is_in(known.get_column("report").implode()))
    return Judged(tally(passages, pl.concat([known, all_in(NOT_ASSESSABLE, rest)])), violations)


def _sections_violation(rule: Rule, report: int, sections: Sequence[Section]) -> Violation:
    """What is missing, and whether that is certain."""
    names = {section for section, *_ in sections}
    missing = [section for section in _SIX if section not in names]
    doubted = [section for section in missing if not _is_certainly_missing(section, sections)]
    state = UNCERTAIN if doubted == missing or len(names - {_PREAMBLE}) < _FEWEST else FAIL
    certain = missing if state == UNCERTAIN else [section for section in missing if section not in doubted]

    def write(language: str) -> str:
        listed = ("、" if language == "zh" else ", ").join(section_label(section, language) for section in certain)
        doubt = "" if state == FAIL else _sentence(rule.uncertain_when, rule.uncertain_when_en, language)
        if language == "en":
            return f"Not found in its place: {listed}.{doubt}"
        return f"没有在应有的位置找到：{listed}。{doubt}"

    expression = both(rule.expression_text)
    return Violation(report, rule, state, expression, both(write), about=tuple(certain))


def _sentence(zh: str, en: str, language: str) -> str:
    return f" {en}." if language == "en" else f"{zh}。"


def _is_certainly_missing(section: str, sections: Sequence[Section]) -> bool:
    """Whether nothing looks like its heading, or its own heading stands where another section belongs."""
    lines = [line for name, _, text, _ in sections if name != _PREAMBLE for line in text.split("\n")]
    headings = [line.strip() for line in lines if len(line) <= _LONGEST_HEADING and _MARKS[section].search(line)]
    if any(_TOP_NUMBER.match(line) and _letters(line) in _TITLES[section] for line in headings):
        return True
    everything = "".join(text + heading for _, heading, text, _ in sections)
    return not headings and not _MARKS[section].search(everything)


def _letters(line: str) -> str:
    return _NO_LETTERS.sub("", _TOP_NUMBER.sub("", line))


_TITLES: Final = {section: frozenset(map(_letters, titles)) for section, titles in SECTION_TITLES.items()}


def _empty_violation(rule: Rule, report: int, sections: Sequence[Section]) -> Violation:
    """Section five is not there, has no text, or hardly any."""
    own = [(heading, text, place) for section, heading, text, place in sections if section == FIVE]
    said = "".join("".join(text for _, text, _ in own).split())
    is_certain = bool(said) if own else _is_certainly_missing(FIVE, sections) and len(sections) >= _FEWEST
    told = _NOT_THERE if not own else (f"只写“{said}”", f"says only “{said}”") if said else _NO_TEXT
    quotes = [Quote(FIVE, 1 if said else 0, said, place, said, 0, len(said)) for _, _, place in own[:1]]
    return _violation(rule, report, is_certain, told, quotes)


_NOT_THERE: Final = ("没有找到这一部分", "was not found")
_NO_TEXT: Final = ("标题下没有文字", "has no text below its heading")
_NO_MEASURES: Final = ("写了问题，没有写改进", "tells problems and no improvements")
_NO_PROBLEMS: Final = ("写了改进，没有写问题", "tells improvements and no problems")


def _violation(rule: Rule, report: int, is_certain: bool, told: Texts, quotes: Sequence[Quote]) -> Violation:
    state = FAIL if is_certain else UNCERTAIN

    def write(language: str) -> str:
        doubt = "" if is_certain else _sentence(rule.uncertain_when, rule.uncertain_when_en, language)
        if language == "en":
            return f"{section_label(FIVE, language)} {told[1]}.{doubt}"
        return f"{section_label(FIVE, language)}：{told[0]}。{doubt}"

    expression = both(rule.expression_text)
    return Violation(report, rule, state, expression, both(write), about=(), quotes=quotes)


def _one_sided(rule: Rule, row: dict[str, object]) -> Violation:
    """Problems without improvements, or the reverse."""
    is_certain = bool(row["certain_problems"] if row["problems"] else row["certain_measures"])
    told = _NO_MEASURES if row["problems"] else _NO_PROBLEMS
    report, place = row["report"], row["place"]
    assert isinstance(report, int)
    return _violation(rule, report, is_certain, told, (Quote(FIVE, 0, "", str(place), ""),))
