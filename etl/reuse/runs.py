"""Two texts side by side: which runs of characters stand in both, shown in the letters of the originals."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from etl.reuse.masking import BREAK, MARK, Owner, masked_with_places
from etl.vocabulary.reuse import SHINGLE

_SET_ASIDE: Final = frozenset((MARK, "0"))


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters of a text: whether they stand in the other text too, and whether comparing sets them aside.

    What is set aside is a name, a year or a number; it counts as shared where another of its kind stands in its place.
    """

    text: str
    is_shared: bool
    is_masked: bool


def shared_runs(
    text: str, owner: Owner, other_text: str, other_owner: Owner
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of both texts; those of a text are together the text, letter for letter.

    Shared is what is part of a shingle that the other text has too: what containment counts.
    """
    own, other = _letters(text, owner), _letters(other_text, other_owner)
    return _runs(text, own, _shingles(other)), _runs(other_text, other, _shingles(own))


Letters = list[tuple[str, int, int]]
"""What a text is compared as: each letter, and where its original begins and ends."""


def _letters(text: str, owner: Owner) -> Letters:
    whole, places = masked_with_places(text, owner)
    return [(letter, *place) for letter, place in zip(whole, places, strict=True) if letter != BREAK]


def _shingles(letters: Letters) -> frozenset[str]:
    whole = "".join(letter for letter, _, _ in letters)
    return frozenset(whole[at : at + SHINGLE] for at in range(len(whole) - SHINGLE + 1))


def _runs(text: str, letters: Letters, shingles: frozenset[str]) -> tuple[Run, ...]:
    """The text cut where one of both answers changes."""
    states: list[tuple[bool, bool] | None] = [None] * len(text)
    for (letter, start, end), is_shared in zip(letters, _shared(letters, shingles), strict=True):
        for at in range(start, end):
            before = states[at]
            states[at] = (is_shared or (before is not None and before[0]), letter in _SET_ASIDE)
    told = _with_blanks(states)
    grouped = groupby(zip(text, told, strict=True), key=lambda pair: pair[1])
    return tuple(Run("".join(letter for letter, _ in pairs), *state) for state, pairs in grouped)


def _shared(letters: Letters, shingles: frozenset[str]) -> list[bool]:
    """Whether each letter is part of a shingle that is among some."""
    whole = "".join(letter for letter, _, _ in letters)
    shared = [False] * len(whole)
    for at in range(len(whole) - SHINGLE + 1):
        if whole[at : at + SHINGLE] in shingles:
            shared[at : at + SHINGLE] = [True] * SHINGLE
    return shared


def _with_blanks(states: list[tuple[bool, bool] | None]) -> Iterator[tuple[bool, bool]]:
    """The states where a blank is shared between what is shared, and belongs to nothing else."""
    following: list[bool] = [False] * len(states)
    is_shared = False
    for at in range(len(states) - 1, -1, -1):
        state = states[at]
        is_shared = is_shared if state is None else state[0]
        following[at] = is_shared
    before = False
    for state, after in zip(states, following, strict=True):
        if state is None:
            yield before and after, False
        else:
            before = state[0]
            yield state
