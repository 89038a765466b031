"""What casts doubt on a count in a sentence: other years, scopes, periods, parts, and what is counted at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from etl.checking.figures import Figure
from etl.vocabulary import narrative as words
from etl.vocabulary import quantities as sums
from etl.vocabulary.form import REQUESTS, REVIEWS


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence must be read with: the year and the name of the report, its section, the sentence before."""

    year: int
    agency: str = ""
    section: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of phrase found: where its lead and its core begin, and what the lead is."""

    phrase: words.Phrase
    start: int
    core: int
    lead: str
    link: str = ""


_LEADS: Final = re.compile(words.LEADS)
_EVERY: Final = re.compile(words.EVERY)
_MAY_BE_OTHER_YEAR: Final = re.compile(r"LAST|NEXT|\d{4}年|[上去前往历]一?年")
_SCOPES: Final = re.compile(words.SCOPES)
_PERIODS: Final = re.compile(words.PERIODS)
_TIMES: Final = re.compile(words.TIMES)
_PARTS: Final = re.compile(words.PARTS)
_NEGATED: Final = re.compile(words.NEGATED)
_OTHERS: Final = re.compile(words.OTHER_OBJECTS)
_REQUESTS_NAMED: Final = re.compile(words.REQUESTS_NAMED)
_INCLUDES: Final = re.compile(words.INCLUDES)
_OWN_PART: Final = re.compile(words.OWN_PART)
_COMES_IN: Final = re.compile(words.COMES_IN)
_SELVES: Final = re.compile(words.SELVES)
_CARRIES: Final = re.compile(words.CARRIES)
_YEARS: Final = re.compile(words.YEARS)
_COMPARES: Final = re.compile("比|较|同期")
_DISPUTES: Final = frozenset(q.name for q in sums.QUANTITIES if q.cells[0][0] == REVIEWS)
_SHORT_OF_ALL: Final = frozenset({"received", "handled"})
_CLAUSE: Final = re.compile(words.CLAUSE)


def is_other_year(before: str) -> bool:
    """Whether the words before speak of another year last; carrying from and to other years aside."""
    if not _MAY_BE_OTHER_YEAR.search(before):
        return False
    plain = _CARRIES.sub("", before)
    last = None
    for clause in _CLAUSE.findall(plain):
        if not _COMPARES.search(clause):
            last = next(iter([*_YEARS.finditer(clause)][-1:]), last)
    return last is not None and last["other"] is not None


def about_of(text: str, core: int, figure: Figure, said: Said, setting: Setting) -> str | None:
    """The empty text when it is certain what is counted, the name of a doubt, or None when the number is no claim."""
    is_part = "其中" in text[:core] and said.phrase.quantity in _SHORT_OF_ALL and "新" not in text[core : figure.start]
    if is_part or (not _is_known(said.lead) and (_PARTS.search(said.lead) or _NEGATED.search(said.lead))):
        return None
    about = _about(text, core, figure, said, setting)
    return None if about is not None and figure.value and _EVERY.search(said.link) else about


@lru_cache(maxsize=4096)
def _is_known(lead: str) -> bool:
    return _LEADS.fullmatch(lead) is not None


def doubt_of(text: str, core: int, figure: Figure, said: Said, setting: Setting, about: str) -> str:
    """The name of the gravest doubt about a claim, "" for none. Asked for only where the table says otherwise."""
    return next((doubt.name for doubt in _doubts(text, core, figure, said, setting, about)), "")


def _doubts(text: str, core: int, figure: Figure, said: Said, setting: Setting, about: str) -> Iterator[sums.Doubt]:
    """The doubts about a claim, the gravest first."""
    tail, quantity = text[figure.end :], said.phrase.quantity
    if has_scope(text[: figure.end + 12], setting.before) or _OWN_PART.search(tail):
        yield sums.SCOPE
    if _names(_PERIODS, text[: figure.end]):
        yield sums.PERIOD
    if figure.is_round:
        yield sums.ABOUT
    if quantity != "concluded" and _INCLUDES.search(tail):
        yield sums.INCLUSIVE
    if about:
        yield sums.DOUBT_BY_NAME[about]
    if said.phrase.doubt or _is_part_of_other(quantity, text[:core]) or (quantity == "disputes" and figure.value):
        yield sums.LOOSE
    if not _is_known(said.lead) or not figure.is_plain_unit:
        yield sums.WORDING


def _is_part_of_other(quantity: str, before: str) -> bool:
    """Whether 其中 makes it a part of a number that the table does not divide in this way."""
    head, among, _ = before.rpartition("其中")
    if not among:
        return False
    return quantity == "concluded" or (quantity == "carried_in" and not _COMES_IN.search(head))


def _about(text: str, core: int, figure: Figure, said: Said, setting: Setting) -> str | None:
    """The empty text when it is certain what is counted, the name of a doubt, or None when it may be anything."""
    before, tail = text[:core], text[figure.end :]
    if said.phrase.names_object:
        return ""
    if said.phrase.quantity in _DISPUTES:
        # None at all means none about disclosure either.
        is_clear = figure.value == 0 or setting.section == REVIEWS or "信息公开" in before
        return "" if is_clear else sums.OBJECT.name
    if _OTHERS.match(tail):
        return None
    named = [found.end() for found in _REQUESTS_NAMED.finditer(before)]
    if named:
        return sums.OBJECT.name if _OTHERS.search(before, named[-1]) else ""
    return _about_unnamed(before, text[core : figure.end + 2], setting)


def _about_unnamed(before: str, said: str, setting: Setting) -> str | None:
    """The same where nothing in the sentence says that requests are counted: it is the section, or the one before."""
    if _OTHERS.search(before):
        return None
    is_understood = _REQUESTS_NAMED.search(setting.before) and not _OTHERS.search(setting.before)
    if setting.section == REQUESTS or is_understood:
        return ""
    return sums.OBJECT.name if "申请" in said else None


def has_scope(text: str, sentence_before: str) -> bool:
    """Whether a scope is named; that of the sentence before lasts until the agency speaks of itself."""
    if _names(_SCOPES, text):
        return True
    lasts = _names(_SCOPES, sentence_before) and _REQUESTS_NAMED.search(sentence_before)
    return bool(lasts) and not _SELVES.search(text)


def _names(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is found besides the words for the year reported on."""
    return pattern.search(text) is not None and pattern.search(_TIMES.sub("", text)) is not None


def about_nothing(before: str, phrase: words.Phrase, setting: Setting) -> str | None:
    """The empty text when it is certain of what there was none, None when it may be anything."""
    if phrase.names_object or phrase.quantity in _DISPUTES:
        return ""
    return "" if setting.section == REQUESTS or _REQUESTS_NAMED.search(before + setting.before) else None
