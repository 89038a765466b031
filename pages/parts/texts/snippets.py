"""What a reader looks for in texts, and the places around what was found, marked."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pages.parts.texts.marks import FOUND, PLAIN, Piece
from pages.queries.search import any_of

TERMS_AT_MOST: Final = 8
_LETTERS_OF_TERM: Final = 100
_AROUND: Final = 36
_PLACES: Final = 3
_GAP: Final = " … "
_QUOTES: Final = '“”"「」『』'
_TERM: Final = re.compile(r"[“\"「『]([^”\"」』]+)[”\"」』]?|(\S+)")


def terms_of(typed: str) -> tuple[str, ...]:
    """What is looked for, the longest first: words between blanks, and phrases in quotation marks with their blanks."""
    return tuple(sorted(_typed(typed)[:TERMS_AT_MOST], key=len, reverse=True))


def words_typed(typed: str) -> int:
    """How many words and phrases were typed, also those that are too many to be looked for."""
    return len(_typed(typed))


def _typed(typed: str) -> list[str]:
    found = ((phrase or word).strip(_QUOTES).strip()[:_LETTERS_OF_TERM] for phrase, word in _TERM.findall(typed))
    return list(dict.fromkeys(filter(None, found)))


def snippet(text: str, terms: Sequence[str]) -> list[Piece]:
    """The first places of a text that hold a term, with what stands around them; its beginning where none does.

    Lines are not told apart.
    """
    text = text.replace("\n", " ")
    spans = _spans(text, terms)
    windows = _windows(spans, len(text))
    pieces: list[Piece] = []
    for start, end in windows:
        pieces += [Piece(_GAP)] if start > 0 and (not pieces or pieces[-1].text != _GAP) else []
        pieces += _marked(text, start, end, spans)
        pieces += [Piece(_GAP)] if end < len(text) else []
    return pieces


def marked(text: str, terms: Sequence[str]) -> list[Piece]:
    """The whole text, every place that holds a term marked."""
    return _marked(text, 0, len(text), _spans(text, terms))


def _spans(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the terms stand, capitals aside; what overlaps is one place."""
    return [found.span() for found in re.finditer(any_of(terms), text)] if terms else []


def _windows(spans: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """What is shown around the first places; windows that touch are one."""
    windows: list[tuple[int, int]] = []
    for start, end in spans or [(0, _AROUND)]:
        left, right = max(0, start - _AROUND), min(length, end + _AROUND)
        if windows and left <= windows[-1][1]:
            windows[-1] = (windows[-1][0], right)
        elif len(windows) == _PLACES:
            break
        else:
            windows.append((left, right))
    return windows


def _marked(text: str, first: int, last: int, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    return [piece for piece in _pieces(text, first, last, spans) if piece.text]


def _pieces(text: str, first: int, last: int, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    done = first
    for start, end in spans:
        if first <= start and end <= last:
            yield Piece(text[done:start], PLAIN)
            yield Piece(text[start:end], FOUND)
            done = end
    yield Piece(text[done:last], PLAIN)
