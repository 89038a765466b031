"""A period or a year in a text that is not the report's."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from etl.checking.counts import squeezed
from etl.checking.passages import Sentence, sentences
from etl.checking.told import Found, Part
from etl.vocabulary import self_words as words
from etl.vocabulary.narrative import SELVES

WHOLE_YEAR: Final = 4
"""The digits of a year that is written out."""
_PERIODS: Final = (re.compile(words.PERIOD), re.compile(words.PERIOD_IN_WORDS))
_PERIOD_NAMED: Final = re.compile(words.PERIOD_NAMED)
_OPENING: Final = re.compile(words.OPENING)
_NO_OPENING: Final = re.compile(words.NO_OPENING)
_SELF_AT_WORK: Final = re.compile(words.SELF_AT_WORK)
_SELVES: Final = re.compile(SELVES)
_COMPARED: Final = re.compile(words.COMPARED)
_YEARS_BACK: Final = 3
_OWN: Final = "本机关"


def other_years(parts: Sequence[Part]) -> Iterator[Found]:
    """Periods and openings of other years, in doubt where the report's own year is told too or nowhere."""
    yield from _other_periods(parts)
    for part in parts:
        if part.section != "preamble":
            yield from _other_openings(part)


def _other_periods(parts: Sequence[Part]) -> Iterator[Found]:
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
            is_certain = len(said) == WHOLE_YEAR and str(part.year) in part.title and not is_told_right
            if is_period:
                yield Found(part.quote(sentence, period[0], period.start()), said, is_certain)


def _periods(sentence: Sentence) -> list[re.Match[str]]:
    if "年" not in sentence.text or ("1月1" not in (text := squeezed(sentence.text)) and "统计" not in text):
        return []
    return [found for pattern in _PERIODS for found in pattern.finditer(text)]


def _is_of_several_years(period: re.Match[str], own: set[str]) -> bool:
    """Whether a period of two years, none of them the report's, is that of a plan."""
    years = {year for year in _years_of(period) if len(year) == WHOLE_YEAR}
    return len(years) > 1 and not years & own


def _years_of(period: re.Match[str]) -> set[str]:
    return {year for year in period.groupdict().values() if year}


def _other_openings(part: Part) -> Iterator[Found]:
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
                yield Found(part.quote(sentence, f"{found['year']}年", found.start("year")), found["year"], is_certain)
