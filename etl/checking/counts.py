"""The reader of counts: a sentence in, claims out. Pure; the words it knows are in `etl.vocabulary.narrative`.

A claim is certain only when every word from the last comma to the number is a known turn of phrase, and nothing in
the sentence narrows or widens what is counted. Otherwise it is doubtful, or no claim at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from etl.checking.figures import Figure, figures_in
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
class Claim:
    """What a sentence says a quantity is; `start` and `end` are places in the sentence without its white space.

    `doubt` is a name of `quantities.DOUBT_BY_NAME`, "" when there is none.
    """

    quantity: str
    value: int
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """A turn of phrase found: where its lead and its core begin, and what the lead is."""

    phrase: words.Phrase
    start: int
    core: int
    lead: str
    link: str = ""


def _named(phrases: Sequence[words.Phrase]) -> str:
    return "|".join(f"(?P<p{at}>{phrase.pattern})" for at, phrase in enumerate(phrases))


_CORE: Final = f"(?:{_named(words.PHRASES)})(?P<link>{words.CONNECTORS}(?:{words.EVERY}(?:为|是)?)?)"
_PLAIN_HEAD: Final = re.compile(f"(?P<lead>{words.LEADS}){_CORE}")
_HEAD: Final = re.compile(f"(?P<lead>.*?){_CORE}")
_TAKEN: Final = re.compile(f"(?P<lead>.*?)(?P<core>{words.TAKEN}){words.CONNECTORS}")
_BEHIND: Final = re.compile(words.BEHIND)
_BARE_BEHIND: Final = re.compile("申请")
_OUTCOMES_BEHIND: Final = re.compile(_named(words.OUTCOMES_BEHIND))
_HEADS_OF_OUTCOMES_BEHIND: Final = re.compile(words.HEADS_OF_OUTCOMES_BEHIND)
_NOTHING: Final = re.compile(f"(?P<lead>{words.LEADS})(?:{_named(words.NOTHING)})")
_LEADS: Final = re.compile(words.LEADS)
_NUMBERING: Final = re.compile(r"[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]")
_CLAUSE: Final = re.compile(r"[^，；。：（）,;:()！？]+")
_TRIGGER: Final = re.compile(words.TRIGGERS)
_EVERY: Final = re.compile(words.EVERY)
_NO: Final = re.compile("无|没|未")
_SAYS_NOTHING: Final = re.compile(r"(?:无|没|未)[^，；。]*(?:申请|公开|复议|诉|结转|转结|转下)")
_HAS_FIGURE: Final = re.compile(
    rf"[0-9０-９零〇一二两三四五六七八九十百千]\s*(?:{words.ROUND})?(?:{words.COUNTS_OF})|[0０零]\s*(?:[，；。、,;]|$)"
)
_MAY_BE_OTHER_YEAR: Final = re.compile(r"LAST|NEXT|\d{4}年|[上去前往历]一?年")
_WORDS_BEHIND: Final = re.compile(r"[^，；。：！？\d]{0,24}")
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
_LONGEST_HEAD: Final = 60
_DISPUTES: Final = frozenset(q.name for q in sums.QUANTITIES if q.cells[0][0] == REVIEWS)
_SHORT_OF_ALL: Final = frozenset({"received", "handled"})


def squeezed(sentence: str) -> str:
    """The sentence without white space, in which the places of claims are counted."""
    return "".join(sentence.split())


def read_counts(sentence: str, setting: Setting) -> tuple[Claim, ...]:
    """What the sentence says of the quantities of tables three and four, in its order."""
    if not _TRIGGER.search(sentence):
        return ()
    has_nothing = _SAYS_NOTHING.search(sentence) is not None
    if not has_nothing and not _HAS_FIGURE.search(sentence):
        return ()
    text = _neutral(squeezed(sentence), setting.agency, setting.year)
    claims = [claim for figure in figures_in(text) if (claim := _claim(text, figure, setting)) is not None]
    if has_nothing:
        claims += _nothing(text, setting)
    return tuple(sorted(claims, key=lambda claim: claim.start))


def _neutral(text: str, agency: str, year: int) -> str:
    """The text, as long as before, with plain digits, and with signs for the agency's name and the years around."""
    text = text.translate(_PLAIN)
    for name in _own_names(agency):
        text = text.replace(name, words.OWN_NAME * len(name))
    for number, sign in ((year, words.THIS_YEAR), (year - 1, words.LAST_YEAR), (year + 1, words.NEXT_YEAR)):
        text = text.replace(f"{number}年", f"{sign}年")
    return text


@lru_cache(maxsize=1024)
def _own_names(agency: str) -> tuple[str, ...]:
    """The name of the agency, and that without the name of its place: 县商务局. A government has no shorter name."""
    short = _SHORT_NAME.search(agency)
    return tuple(name for name in (agency, short[0] if short else "") if len(name) > _TOO_SHORT)


_SHORT_NAME: Final = re.compile(r"(?<=..)[省市州县区旗](?!人民政府)[^省市州县区旗]{2,}(?:局|委员会|办公室|厅|中心)$")
_TOO_SHORT: Final = 3
_PLAIN: Final = str.maketrans("０１２３４５６７８９，,；;（(）)：:", "0123456789，，；；（（））：：")


def _claim(text: str, figure: Figure, setting: Setting) -> Claim | None:
    """What the number counts; None when that is no quantity of the tables, or a part of one."""
    head_start = _start_of_head(text, figure)
    head, tail = text[head_start : figure.start], text[figure.end :]
    if len(head) > _LONGEST_HEAD:
        return None
    said = _said(head, "".join(_WORDS_BEHIND.findall(tail)[:1]))
    if said is None or _is_other_year(text[: head_start + said.core]):
        return None
    doubt = _doubt_of(text, head_start + said.core, figure, said, setting)
    if doubt is None:
        return None
    return Claim(said.phrase.quantity, figure.value, head_start + said.start, figure.end, doubt)


def _start_of_head(text: str, figure: Figure) -> int:
    """Where the words of a number begin: behind the last comma, or the last number and its unit."""
    begin = figure.floor
    until = figure.start - 1 if text[figure.start - 1 : figure.start] == "：" else figure.start
    for at in range(until - 1, begin - 1, -1):
        if text[at] in "，；。：（）！？":
            begin = at + 1
            break
    if text[begin : begin + 1] == "、":
        begin += 1
    numbering = _NUMBERING.match(text, begin, figure.start)
    return numbering.end() if numbering else begin


@lru_cache(maxsize=4096)
def _said(head: str, tail: str) -> _Said | None:
    """The turn of phrase before the number, or around it, or behind it."""
    if _HEADS_OF_OUTCOMES_BEHIND.fullmatch(head) and (behind := _OUTCOMES_BEHIND.match(tail)):
        return _Said(words.OUTCOMES_BEHIND[_number_of(behind)], len(head), len(head), "")
    if tail and (around := _TAKEN.fullmatch(head)):
        for pattern, phrase in ((_BEHIND, words.PHRASES[0]), (_BARE_BEHIND, words.BARE)):
            if pattern.match(tail):
                return _Said(phrase, 0, around.start("core"), around["lead"])
    if not _TRIGGER.search(head):
        return None
    found = _PLAIN_HEAD.fullmatch(head) or _HEAD.fullmatch(head)
    if found is None:
        return None
    at = _number_of(found)
    start = found.start(f"p{at}")
    return _Said(words.PHRASES[at], 0, start, found["lead"], found["link"])


def _number_of(found: re.Match[str]) -> int:
    """Which of the phrases was found."""
    return next(int(name[1:]) for name, text in found.groupdict().items() if name[0] == "p" and text is not None)


def _is_other_year(before: str) -> bool:
    """Whether the words before speak of another year last; carrying from and to other years aside."""
    if not _MAY_BE_OTHER_YEAR.search(before):
        return False
    plain = _CARRIES.sub("", before)
    last = None
    for clause in _CLAUSE.findall(plain):
        if not _COMPARES.search(clause):
            last = next(iter([*_YEARS.finditer(clause)][-1:]), last)
    return last is not None and last["other"] is not None


def _doubt_of(text: str, core: int, figure: Figure, said: _Said, setting: Setting) -> str | None:
    """The name of the gravest doubt, "" for none; None when the number is no claim."""
    lead_ok = _LEADS.fullmatch(said.lead) is not None
    is_part = "其中" in text[:core] and said.phrase.quantity in _SHORT_OF_ALL and "新" not in text[core : figure.start]
    if is_part or (not lead_ok and (_PARTS.search(said.lead) or _NEGATED.search(said.lead))):
        return None
    about = _about(text, core, figure, said, setting)
    if about is None:
        return None
    if figure.value and _EVERY.search(said.link):
        return None
    tail = text[figure.end :]
    doubts = (
        (_has_scope(text[: figure.end + 12], setting.before) or bool(_OWN_PART.search(tail)), sums.SCOPE),
        (bool(_PERIODS.search(_TIMES.sub("", text[: figure.end]))), sums.PERIOD),
        (figure.is_round, sums.ABOUT),
        (said.phrase.quantity != "concluded" and bool(_INCLUDES.search(tail)), sums.INCLUSIVE),
        (about == sums.OBJECT.name, sums.OBJECT),
        (bool(said.phrase.doubt), sums.LOOSE),
        (_is_part_of_other(said.phrase.quantity, text[:core]), sums.LOOSE),
        (said.phrase.quantity == "disputes" and figure.value != 0, sums.LOOSE),
        (not lead_ok or not figure.is_plain_unit, sums.WORDING),
    )
    return next((doubt.name for holds, doubt in doubts if holds), "")


def _is_part_of_other(quantity: str, before: str) -> bool:
    """Whether 其中 makes it a part of a number that the table does not divide in this way."""
    head, among, _ = before.rpartition("其中")
    if not among:
        return False
    return quantity == "concluded" or (quantity == "carried_in" and not _COMES_IN.search(head))


def _about(text: str, core: int, figure: Figure, said: _Said, setting: Setting) -> str | None:
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


def _has_scope(text: str, sentence_before: str) -> bool:
    """Whether a scope is named; that of the sentence before lasts until the agency speaks of itself."""
    if _SCOPES.search(_TIMES.sub("", text)):
        return True
    lasts = _REQUESTS_NAMED.search(sentence_before) and _SCOPES.search(_TIMES.sub("", sentence_before))
    return bool(lasts) and not _SELVES.search(text)


def _nothing(text: str, setting: Setting) -> Iterator[Claim]:
    """Claims of zero: clauses that say there was none."""
    for clause in _CLAUSE.finditer(text):
        said = clause[0]
        if len(said) > _LONGEST_HEAD or not _NO.search(said) or not _TRIGGER.search(said):
            continue
        numbering = _NUMBERING.match(said)
        begin = numbering.end() if numbering else 0
        found = _NOTHING.fullmatch(said, begin)
        if found is None:
            continue
        phrase = words.NOTHING[_number_of(found)]
        core = clause.start() + found.end("lead")
        if _is_other_year(text[:core]):
            continue
        about = _about_nothing(text[:core], phrase, setting)
        if about is not None:
            scope = sums.SCOPE.name if _has_scope(text, setting.before) else ""
            yield Claim(phrase.quantity, 0, clause.start() + begin, clause.end(), scope or about or phrase.doubt)


def _about_nothing(before: str, phrase: words.Phrase, setting: Setting) -> str | None:
    if phrase.names_object or phrase.quantity in _DISPUTES:
        return ""
    return "" if setting.section == REQUESTS or _REQUESTS_NAMED.search(before + setting.before) else None
