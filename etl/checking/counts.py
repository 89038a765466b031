"""The reader of counts: a sentence in, claims out. Pure; the words it knows are in `etl.vocabulary.narrative`.

A claim is certain only when every word from the last comma to the number is a known turn of phrase, and nothing in
the sentence narrows or widens what is counted. Otherwise it is doubtful, or no claim at all.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from etl.checking.doubts import Said, Setting, about_nothing, about_of, doubt_of, has_scope, is_other_year
from etl.checking.figures import Figure, figures_in
from etl.vocabulary import narrative as words
from etl.vocabulary import quantities as sums


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says a quantity is; `start` and `end` are places in the sentence without its white space.

    `why` finds what casts doubt on it, for a look at every doubt takes longer than reading the claim.
    """

    quantity: str
    value: int
    start: int
    end: int
    why: Callable[[], str]

    @property
    def doubt(self) -> str:
        """A name of `quantities.DOUBT_BY_NAME`, "" when there is none."""
        return self.why()


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
_NUMBERING: Final = re.compile(r"[一二三四五六七八九十]是|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]")
_CLAUSE: Final = re.compile(words.CLAUSE)
_TRIGGER: Final = re.compile(words.TRIGGERS)
_NO: Final = re.compile("无|没|未")
_NOTHING_SAID: Final = r"(?:无|没|未)[^，；。]*(?:申请|公开|复议|诉|结转|转结|转下)"
_SAYS_NOTHING: Final = re.compile(_NOTHING_SAID)
_BLANKS: Final = r"[\s\x1c-\x1f]*"
"""White space as Python knows it; without the four signs it would be another for Polars."""
_FIGURE: Final = (
    rf"[0-9０-９零〇一二两三四五六七八九十百千]{_BLANKS}(?:{words.ROUND})?(?:{words.COUNTS_OF})"
    rf"|[0０零]{_BLANKS}(?:[，；。、,;]|$)"
)
_HAS_FIGURE: Final = re.compile(_FIGURE)
WORTH_READING: Final = rf"(?m){_FIGURE}|{_NOTHING_SAID}"
"""No text without this has a sentence that counts; for Polars, as a pattern over whole sections."""
_WORDS_BEHIND: Final = re.compile(r"[^，；。：！？\d]{0,24}")
_LONGEST_HEAD: Final = 60


def squeezed(sentence: str) -> str:
    """The sentence without white space, in which the places of claims are counted."""
    return "".join(sentence.split())


def places_of(sentence: str, start: int, end: int) -> tuple[int, int]:
    """A place in the squeezed sentence as a place in the sentence itself."""
    letters = [place for place, letter in enumerate(sentence) if not letter.isspace()]
    return letters[start], letters[end - 1] + 1


def may_count(sentence: str) -> bool:
    """Whether the sentence has a number, or words for none, and a word of the tables; quick, for most have not."""
    counts = _HAS_FIGURE.search(sentence) or _SAYS_NOTHING.search(sentence)
    return counts is not None and _TRIGGER.search(sentence) is not None


def read_counts(sentence: str, setting: Setting) -> tuple[Claim, ...]:
    """What the sentence says of the quantities of tables three and four, in its order."""
    if not may_count(sentence):
        return ()
    text = _neutral(squeezed(sentence), setting.agency, setting.year)
    claims = [claim for figure in figures_in(text) if (claim := _claim(text, figure, setting)) is not None]
    if _SAYS_NOTHING.search(text):
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
    if figure.start - head_start > _LONGEST_HEAD:
        return None
    behind = _WORDS_BEHIND.match(text, figure.end)
    said = _said(text[head_start : figure.start], behind[0] if behind else "")
    if said is None:
        return None
    core = head_start + said.core
    if is_other_year(text[:core]):
        return None
    about = about_of(text, core, figure, said, setting)
    if about is None:
        return None
    why = partial(doubt_of, text, core, figure, said, setting, about)
    return Claim(said.phrase.quantity, figure.value, head_start + said.start, figure.end, why)


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
def _said(head: str, tail: str) -> Said | None:
    """The turn of phrase before the number, or around it, or behind it."""
    if _HEADS_OF_OUTCOMES_BEHIND.fullmatch(head) and (behind := _OUTCOMES_BEHIND.match(tail)):
        return Said(words.OUTCOMES_BEHIND[_number_of(behind)], len(head), len(head), "")
    if tail and (around := _TAKEN.fullmatch(head)):
        for pattern, phrase in ((_BEHIND, words.PHRASES[0]), (_BARE_BEHIND, words.BARE)):
            if pattern.match(tail):
                return Said(phrase, 0, around.start("core"), around["lead"])
    if not _TRIGGER.search(head):
        return None
    found = _PLAIN_HEAD.fullmatch(head) or _HEAD.fullmatch(head)
    if found is None:
        return None
    at = _number_of(found)
    start = found.start(f"p{at}")
    return Said(words.PHRASES[at], 0, start, found["lead"], found["link"])


def _number_of(found: re.Match[str]) -> int:
    """Which of the phrases was found."""
    return next(int(name[1:]) for name, text in found.groupdict().items() if name[0] == "p" and text is not None)


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
        if is_other_year(text[:core]):
            continue
        about = about_nothing(text[:core], phrase, setting)
        if about is not None:
            why = partial(_doubt_of_none, text, setting, about or phrase.doubt)
            yield Claim(phrase.quantity, 0, clause.start() + begin, clause.end(), why)


def _doubt_of_none(text: str, setting: Setting, doubt: str) -> str:
    return sums.SCOPE.name if has_scope(text, setting.before) else doubt
