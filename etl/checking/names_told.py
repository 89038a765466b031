"""Another agency where a report names itself, and one whose text it seems to have taken over."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import polars as pl

from etl.checking.counts import squeezed
from etl.checking.finding import Quote
from etl.checking.passages import Sentence, sentences
from etl.checking.told import Found, Part
from etl.vocabulary import self_words as words
from etl.vocabulary.rules_of_texts import NAME_FROM_ELSEWHERE, NAME_LEFT

_NAMED_SOMEHOW: Final = "|".join((*words.SELF_NAMED_SOMEHOW, words.NAMED_AT_WORK_SOMEHOW))
_SELF_NAMED: Final = tuple(map(re.compile, words.SELF_NAMED))
_AT_WORK: Final = re.compile(words.NAMED_AT_WORK)
_ALONE: Final = re.compile(words.NAME)
_PLACE: Final = re.compile(words.PLACE_IN_NAME)
_ENDS: Final = re.compile(f"(?:{words.ENDS_OF_NAMES})+$")
_WITH_NAMES_LEFT: Final = "problems"
_LAST: Final = "other_matters"


def may_name_others() -> pl.Expr:
    """Whether a part (`section`, `text`, `agency`, `names_left`) is worth a look: one in which `other_names` finds any.

    `ALONE_ON_A_LINE` stands in nearly every last part, there mostly with the agency's own name.
    """
    text = pl.col("text")
    signed = text.str.extract(words.ALONE_ON_A_LINE)
    is_left = pl.col("names_left").is_not_null() & (pl.col("section") == _WITH_NAMES_LEFT)
    is_signed = (pl.col("section") == _LAST) & ~pl.col("agency").str.contains(signed, literal=True)
    return text.str.contains(_NAMED_SOMEHOW) | is_signed.fill_null(value=False) | is_left


def other_names(parts: Sequence[Part]) -> Iterator[Found]:
    """Agencies that the report calls itself, in doubt where both may be one; then those whose names were left."""
    for part in parts:
        for sentence in sentences(part.text):
            yield from _named(part, sentence)
            yield from _at_work_or_signed(part, sentence)
    for part in parts:
        if part.section == _WITH_NAMES_LEFT:
            yield from _left(part)


def _named(part: Part, sentence: Sentence) -> Iterator[Found]:
    """Others by whose names the report calls itself."""
    text = squeezed(sentence.text)
    for found in (found for pattern in _SELF_NAMED for found in pattern.finditer(text)):
        name = found["name"]
        if not _is_same(name, part.agency):
            is_certain = part.agency in squeezed(part.title) and _is_elsewhere(name, part.agency)
            yield Found(part.quote(sentence, name, found.start("name")), name, is_certain)


def _at_work_or_signed(part: Part, sentence: Sentence) -> Iterator[Found]:
    """Others from elsewhere that receive the requests, or stand alone on a line at the end; never without a doubt."""
    text = squeezed(sentence.text)
    signed = _ALONE.fullmatch(text) if part.section == _LAST else None
    for found in filter(None, (_AT_WORK.search(text), signed)):
        name = found["name"]
        if _is_elsewhere(name, part.agency) and not _is_same(name, part.agency):
            yield Found(
                part.quote(sentence, name, found.start("name")), name, is_certain=False, doubt=NAME_FROM_ELSEWHERE
            )


def _left(part: Part) -> Iterator[Found]:
    """The sentences in which a name was left; or the section, where it is in letters of another width."""
    for name in part.names_left or ():
        told = [(one, squeezed(one.text).find(name)) for one in sentences(part.text)]
        quotes = [part.quote(sentence, name, at) for sentence, at in told if at >= 0]
        for quote in quotes or [Quote(part.section, 0, "", part.place, name)]:
            yield Found(quote, name, is_certain=False, doubt=NAME_LEFT)


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
