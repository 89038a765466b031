"""The narrative of a report in its six parts.

Headings are misnumbered, glued to their text, or lost, and sub-headings use the same words. So every
line that could be a heading is weighed, and the best chain in the order of the form is taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from etl.reading.document import Document, Paragraph
from etl.recognising.closing import without_closing
from etl.recognising.labels import letters_of, numbering_of
from etl.recognising.report import Section
from etl.vocabulary.form import SECTIONS
from etl.vocabulary.variants import PROBLEMS_SUBTITLES, SECTION_TITLES

_ORDER = {word.name: place for place, word in enumerate(SECTIONS)}
_FULL, _NEAR, _SUBTITLE = 4.0, 3.0, 1.0
_TOP_LEVEL, _OTHER_NUMBER, _GLUED = 3.0, 1.0, -0.5
_NEAR_RATIO = 82.0
_LONGEST_HEADING = 48
_CHINESE_NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that could be the heading of a section; `length` characters of it are the heading."""

    index: int
    section: str
    score: float
    length: int


def read_sections(document: Document) -> tuple[Section, ...]:
    """The sections found, in order, with what stands before the first as `preamble`.

    The text is without the tables, and without the frame of the site unless all headings stand there.
    """
    own = tuple(paragraph for paragraph in document.paragraphs if not paragraph.is_frame)
    paragraphs = own if _candidates(own) else document.paragraphs
    chain = _best_chain(_candidates(paragraphs))
    starts = [*(candidate.index for candidate in chain), len(paragraphs)]
    preamble = paragraphs[: starts[0]]
    found = [_section("preamble", "", preamble)] if preamble else []
    for candidate, end in zip(chain, starts[1:], strict=True):
        found.append(_headed(candidate, paragraphs[candidate.index : end]))
    return (*found[:-1], *map(_without_closing, found[-1:]))


def _without_closing(last: Section) -> Section:
    """The last section; where that is section five, who signed the report below it is none of its problems."""
    return replace(last, text=without_closing(last.text).strip()) if last.section == "problems" else last


def _headed(candidate: _Candidate, paragraphs: Sequence[Paragraph]) -> Section:
    first = paragraphs[0]
    heading = first.text[: candidate.length].strip()
    rest = first.text[candidate.length :].lstrip("。：:．. 　\n")
    lines = [rest] if rest else []
    text = "\n".join(lines + [paragraph.text for paragraph in paragraphs[1:]])
    return Section(candidate.section, heading, text.strip(), first.place)


def _section(name: str, heading: str, paragraphs: Sequence[Paragraph]) -> Section:
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return Section(name, heading, text.strip(), paragraphs[0].place)


def _candidates(paragraphs: Sequence[Paragraph]) -> list[_Candidate]:
    return [
        _Candidate(index, section, score, length)
        for index, paragraph in enumerate(paragraphs)
        for section, score, length in _headings(paragraph.text)
    ]


def _headings(text: str) -> Iterable[tuple[str, float, int]]:
    """(section, weight, length of the heading) for each section whose title the line may be."""
    number = numbering_of(text)
    weight = _weight_of_number(number)
    head = text.split("\n", 1)[0]
    letters = letters_of(head)
    if len(letters) <= _LONGEST_HEADING and (named := _named(letters)) is not None:
        yield named[0], named[1] + weight, len(head)
    elif number and (glued := _glued(text)) is not None:
        yield glued[0], _FULL + weight + _GLUED, glued[1]


def _weight_of_number(number: str) -> float:
    if not number:
        return 0.0
    if number[0] in _CHINESE_NUMBERS:
        return _TOP_LEVEL
    return 0.0 if number.startswith("(") else _OTHER_NUMBER


@lru_cache(maxsize=4096)
def _named(letters: str) -> tuple[str, float] | None:
    """The section whose title the letters are, or are near to, and how much that weighs."""
    if not letters:
        return None
    if (exact := _TITLES.get(letters)) is not None:
        return exact
    best_ratio, best = 0.0, ""
    for title, (section, _) in _TITLES.items():
        ratio = fuzz.ratio(letters, title, score_cutoff=_NEAR_RATIO)
        if ratio > best_ratio:
            best_ratio, best = ratio, section
    return (best, _NEAR) if best else None


def _titles() -> dict[str, tuple[str, float]]:
    """Every title with its weight: a title of the form weighs most, a short one could be a sub-heading."""
    titles = {
        letters_of(title): (section, _FULL if place == 0 or len(title) >= 10 else _NEAR)
        for section, variants in SECTION_TITLES.items()
        for place, title in enumerate(variants)
    }
    return titles | dict.fromkeys(PROBLEMS_SUBTITLES, ("problems", _SUBTITLE))


_TITLES = _titles()
_LONG_TITLES = sorted((title for title, (_, weight) in _TITLES.items() if weight == _FULL), key=len, reverse=True)


def _glued(text: str) -> tuple[str, int] | None:
    """The section whose title begins the line although text follows it on the same line, and where the title ends."""
    letters = letters_of(text[: _LONGEST_HEADING + 12])
    title = next((title for title in _LONG_TITLES if letters.startswith(title)), None)
    if title is None:
        return None
    end = next(end for end in range(1, len(text) + 1) if letters_of(text[:end]) == title)
    return _TITLES[title][0], end


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The heaviest chain of headings in the order of the form, each section at most once."""
    best: list[tuple[float, list[_Candidate]]] = []
    for candidate in candidates:
        before = [
            (score, chain)
            for score, chain in best
            if chain[-1].index < candidate.index and _ORDER[chain[-1].section] < _ORDER[candidate.section]
        ]
        score, chain = max(before, key=lambda entry: entry[0], default=(0.0, []))
        best.append((score + candidate.score, [*chain, candidate]))
    return max(best, key=lambda entry: entry[0], default=(0.0, []))[1]
