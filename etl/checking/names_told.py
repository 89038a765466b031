"""Another agency where a report names itself, and one whose text it seems to have taken over."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final
from unicodedata import normalize

import polars as pl

from etl.checking.counts import squeezed
from etl.checking.passages import Sentence, sentences
from etl.checking.sections_told import FIVE
from etl.checking.told import Found, Part
from etl.vocabulary import self_words as words
from etl.vocabulary.agencies import LETTERS_OF_NO_PLACE, WORDS_LIKE_PLACES
from etl.vocabulary.rules_of_texts import NAME_FROM_ELSEWHERE, NAME_LEFT, NAME_OF_SAME_PLACE

_SELF_NAMED: Final = tuple(map(re.compile, words.SELF_NAMED))
_NAMED_SOMEHOW: Final = "|".join((*words.SELF_NAMED_SOMEHOW, words.NAMED_AT_WORK_SOMEHOW))
_AT_WORK: Final = re.compile(words.NAMED_AT_WORK)
_AUTHOR: Final = re.compile(words.NAMED_AS_AUTHOR)
_ALONE: Final = re.compile(words.NAME)
_DATE_ALONE: Final = re.compile(words.DATE_ALONE)
_PLACE: Final = re.compile(words.PLACE_IN_NAME)
_ENDS: Final = re.compile(f"(?:{words.ENDS_OF_NAMES})+$")
_LAST: Final = "other_matters"
_SMALL: Final = ("县", "区", "旗")
_LARGE: Final = ("省", "市", "州", "盟", "自治区")
_COVER: Final = "\ue000"
"""Stands for each letter of the report's own name, so that a shorter one is not found in it."""


def may_name_others() -> pl.Expr:
    """Whether a part is worth a look: every one in which `other_names` finds any.

    Columns asked: section, text, agency, names_left.
    """
    text = pl.col("text")
    is_written = text.str.contains(words.WRITTEN) & ~text.str.contains(pl.col("agency"), literal=True)
    is_left = pl.col("names_left").is_not_null() & (pl.col("section") == FIVE)
    is_signed = (pl.col("section") == _LAST) & text.str.contains(words.SIGNED_SOMEHOW)
    return text.str.contains(_NAMED_SOMEHOW) | is_written | is_signed | is_left


def other_names(parts: Sequence[Part]) -> Iterator[Found]:
    """Agencies that the report calls itself, in doubt where both may be one; then those whose names were left."""
    for part in parts:
        told = list(sentences(part.text))
        named = {sentence.position: list(_named(part, sentence)) for sentence in told}
        for sentence, following in zip_longest(told, told[1:]):
            yield from named[sentence.position]
            yield from _at_work(part, sentence)
            yield from _signed(part, sentence, following)
        if part.section == FIVE:
            yield from _left(part, [sentence for sentence in told if not named[sentence.position]])


def _named(part: Part, sentence: Sentence) -> Iterator[Found]:
    """Others by whose names the report calls itself."""
    text = squeezed(sentence.text)
    for found in (found for pattern in _SELF_NAMED for found in pattern.finditer(text)):
        name = found["name"]
        if not _is_same(name, part.agency):
            is_certain = part.agency in squeezed(part.title) and _is_elsewhere(name, part.agency)
            quote = part.quote(sentence, name, found.start("name"))
            yield Found(quote, name, is_certain, None if is_certain else NAME_OF_SAME_PLACE)


def _at_work(part: Part, sentence: Sentence) -> Iterator[Found]:
    """Others from elsewhere that receive the requests, or write the report where it does not name itself."""
    text = squeezed(sentence.text)
    author = _AUTHOR.search(text)
    if author and part.agency in squeezed(part.text):
        author = None
    for found in filter(None, (_AT_WORK.search(text), author)):
        if _is_foreign(found["name"], part):
            quote = part.quote(sentence, found["name"], found.start("name"))
            yield Found(quote, found["name"], is_certain=False, doubt=NAME_FROM_ELSEWHERE)


def _signed(part: Part, sentence: Sentence, following: Sentence | None) -> Iterator[Found]:
    """Others from elsewhere that stand alone on a line above a date."""
    name = squeezed(sentence.text)
    is_above_date = following is not None and _DATE_ALONE.fullmatch(squeezed(following.text))
    if part.section == _LAST and is_above_date and _ALONE.fullmatch(name) and _is_foreign(name, part):
        yield Found(part.quote(sentence, name, 0), name, is_certain=False, doubt=NAME_FROM_ELSEWHERE)


def _left(part: Part, told: Sequence[Sentence]) -> Iterator[Found]:
    """The sentences in which a name was left; one that stands in a longer one that was left too is not told again."""
    names = part.names_left or ()
    for name in (one for one in names if not any(one != longer and one in longer for longer in names)):
        for sentence in told:
            text = squeezed(sentence.text)
            at = _of_one_width(text.replace(part.agency, _COVER * len(part.agency))).find(_of_one_width(name))
            if at >= 0:
                yield Found(part.quote(sentence, text[at : at + len(name)], at), name, False, NAME_LEFT)


def _of_one_width(text: str) -> str:
    """The letters as NFKC has them, each still where it stood: one that becomes several (㈠) stays as it is."""
    return "".join(folded if len(folded := normalize("NFKC", letter)) == 1 else letter for letter in text)


@lru_cache(maxsize=4096)
def _is_same(name: str, own: str) -> bool:
    """Whether one name may be a short form of the other: its letters, without the kind of body, in the same order."""
    short, long = sorted((_ENDS.sub("", name) or name, _ENDS.sub("", own) or own), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _is_foreign(name: str, part: Part) -> bool:
    """Whether a name begins with a place that is none of the report's own, and that cannot lie within its own."""
    if not _is_elsewhere(name, part.agency) or _is_same(name, part.agency):
        return False
    may_be_below = _place_of(part.agency).endswith(_LARGE) and _place_of(name).endswith(_SMALL)
    return not may_be_below and not any(place in name for place in part.places or ())


def _is_elsewhere(name: str, own: str) -> bool:
    """Whether both names begin with places, and neither with that of the other."""
    theirs, ours = _place_of(name), _place_of(own)
    return bool(theirs and ours) and theirs not in own and ours not in name


def _place_of(name: str) -> str:
    """The place that a name begins with; "" where it begins with none, or with a word that only looks like one."""
    found = None if name.startswith((*WORDS_LIKE_PLACES, *words.BEFORE_NAMES)) else _PLACE.match(name)
    return found[0] if found and not LETTERS_OF_NO_PLACE & set(found[0]) else ""
