"""Texts as they are compared: without white space, every number one 0, and one mark for what the agency calls itself.

A copy changes exactly these: the year, the numbers, the names of the agency and of the places it lies in. What stands
for which characters of the original is known, so that what two texts share can be shown in the original.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from etl.vocabulary.agencies import SECTOR_BY_VARIANT, WORDS_LIKE_PLACES
from etl.vocabulary.regions import short_name
from etl.vocabulary.reuse import CHINESE_YEAR, NUMBER, OFFICES, SELF_WORDS
from etl.vocabulary.self_words import PLACE_IN_NAME
from etl.vocabulary.sentences import BLANKS, SENTENCE

MARK: Final = "\ue000"
"""Stands for a name; no letter of any text."""
BREAK: Final = "\n"
"""Stands between two sentences, and nowhere else."""

_SHORTEST_NAME: Final = 2
_NUMBERS: Final = re.compile(f"{CHINESE_YEAR}|{NUMBER}")
_SELVES: Final = re.compile(SELF_WORDS)
_AROUND_MARKS: Final = re.compile(
    f"{MARK}(?:{MARK}|(?:自治[县州旗区]|地区|[省市县区州盟旗镇乡]|街道)(?![级域间民场委])|(?:{OFFICES}))*"
)
_SENTENCE: Final = re.compile(SENTENCE)
_PLACE: Final = re.compile(PLACE_IN_NAME)
_OFFICE: Final = re.compile(f"(?:{OFFICES})+$")
_INVISIBLE: Final = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf"))

Spans = Iterator[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose text it is: the name of the agency, and the names of its division and of those above it."""

    agency: str
    places: tuple[str, ...] = ()


class _Letters(dict[int, str]):
    """What a character is compared as: NFKC letter by letter, nothing for what is not seen."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        blank = letter == MARK or letter.isspace() or unicodedata.category(letter) in _INVISIBLE
        self[code] = (
            BREAK if letter == BREAK else "" if blank else "".join(unicodedata.normalize("NFKC", letter).split())
        )
        return self[code]


_LETTERS: Final = _Letters()


def masked(sentences: Sequence[str], owner: Owner) -> str:
    """The sentences of a text, as `etl.vocabulary.sentences` cuts them, as they are compared: one line for each."""
    whole = BREAK.join(sentences).translate(_LETTERS)
    whole = _NUMBERS.sub("0", whole)
    for name in own_names(owner):
        whole = whole.replace(name, MARK)
    return _AROUND_MARKS.sub(MARK, _SELVES.sub(MARK, whole))


def masked_with_places(text: str, owner: Owner) -> tuple[str, list[tuple[int, int]]]:
    """What `masked` gives for the sentences of a text, and where the original of each of its characters stands."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(_sentences(text)):
        if number:
            letters.append(BREAK)
            places.append((start, start))
        for at in range(start, end):
            for letter in _LETTERS[ord(text[at])]:
                letters.append(letter)
                places.append((at, at + 1))
    whole, places = _replaced("".join(letters), places, _found(_NUMBERS), "0")
    for name in own_names(owner):
        whole, places = _replaced(whole, places, _found(re.compile(re.escape(name))), MARK)
    whole, places = _replaced(whole, places, _found(_SELVES), MARK)
    return _replaced(whole, places, _found(_AROUND_MARKS), MARK)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, blanks around it left out."""
    for found in _SENTENCE.finditer(text):
        sentence = found[0]
        start = found.start() + len(sentence) - len(sentence.lstrip(BLANKS))
        end = found.start() + len(sentence.rstrip(BLANKS))
        if start < end:
            yield start, end


def _found(pattern: "re.Pattern[str]") -> Callable[[str], Spans]:
    return lambda text: (found.span() for found in pattern.finditer(text))


def _replaced(
    text: str, places: list[tuple[int, int]], find: Callable[[str], Spans], by: str
) -> tuple[str, list[tuple[int, int]]]:
    """The text with what is found replaced by one letter, which stands where the whole of it stood."""
    letters: list[str] = []
    kept: list[tuple[int, int]] = []
    done = 0
    for start, end in find(text):
        letters += [text[done:start], by]
        kept += [*places[done:start], (places[start][0], places[end - 1][1])]
        done = end
    return "".join([*letters, text[done:]]), [*kept, *places[done:]]


@lru_cache(maxsize=65536)
def own_names(owner: Owner) -> tuple[str, ...]:
    """What an agency and its places are called in their own texts, the longest first; no name of a single letter.

    青河县商务局 of 青河县 in 青山市: 青河县商务局, 青河县, 青山市, 商务局, 青河, 青山.
    """
    agency = owner.agency.translate(_LETTERS).replace(BREAK, "")
    places = [place.translate(_LETTERS) for place in owner.places]
    rest, inner = _without_places(agency, places)
    names = {agency, *places, *inner, *map(_bare, (*places, *inner)), rest, _OFFICE.sub("", rest)}
    township = _OFFICE.sub("", rest)
    if township.endswith(("镇", "乡", "街道")):
        names.add(township.removesuffix("街道").rstrip("镇乡"))
    longest = [name for name in names if len(name) >= _SHORTEST_NAME and not _OFFICE.fullmatch(name)]
    return tuple(sorted(longest, key=lambda name: (-len(name), name)))


def is_government_of(agency: str, owner: Owner) -> bool:
    """Whether a name is that of the government of a place that the owner lies in: 青河县人民政府 to 青河县商务局."""
    rest, inner = _without_places(agency, [place.translate(_LETTERS) for place in owner.places])
    return not inner and _OFFICE.fullmatch(rest) is not None


def _bare(place: str) -> str:
    """A place without its kind; "" where that is a word of every report: 公安县."""
    bare = short_name(place)
    return "" if bare in SECTOR_BY_VARIANT else bare


def _without_places(agency: str, places: list[str]) -> tuple[str, list[str]]:
    """What is left of the name behind the places it begins with, and those of them that are not among its own."""
    inner: list[str] = []
    known = sorted({*places, *map(_bare, places)} - {""}, key=len, reverse=True)
    while True:
        found = next((place for place in known if agency.startswith(place)), "")
        if not found and not agency.startswith(WORDS_LIKE_PLACES) and not agency.startswith(tuple(SECTOR_BY_VARIANT)):
            unknown = _PLACE.match(agency)
            found = unknown[0] if unknown else ""
            inner += [found] if found else []
        if not found:
            return agency, inner
        agency = agency.removeprefix(found)
