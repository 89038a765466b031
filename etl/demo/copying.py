"""Who takes over whose section five: a superior's template, texts of other regions, a frame without its content."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Final

from etl.demo.part import YEARS, Part
from etl.demo.stories import Copy, CopyKind, Slot

_BODIES_PER_GROUP: Final[dict[CopyKind, int]] = {
    "peer_text_copied": 45,
    "peer_text_half_copied": 60,
    "peer_text_residue": 80,
    "same_frame_other_content": 100,
}
"""One group of copies for so many bodies, and one at least."""
_COPIERS: Final[dict[CopyKind, tuple[int, int]]] = {
    "peer_text_copied": (1, 3),
    "peer_text_half_copied": (1, 2),
    "peer_text_residue": (1, 1),
    "same_frame_other_content": (2, 3),
}
_DIVISIONS_PER_TEMPLATE: Final = 12
_FEWEST_BELOW: Final = 3


def planned_copies(parts: Sequence[Part], busy: frozenset[int], random: Random) -> dict[Slot, Copy]:
    """What is taken over by whom; parts that are `busy` take no part, and no other is in two groups of one year."""
    plan = _Plan(parts, busy, random)
    for members in plan.divisions():
        plan.use_template(members)
    for kind, bodies in _BODIES_PER_GROUP.items():
        for _ in range(max(1, len(parts) // bodies)):
            plan.copy_elsewhere(kind)
    return plan.copies


class _Plan:
    """The copies so far, and the parts that are still free."""

    def __init__(self, parts: Sequence[Part], busy: frozenset[int], random: Random) -> None:
        self.parts, self.random = parts, random
        self.copies: dict[Slot, Copy] = {}
        self.free = [place for place in range(len(parts)) if place not in busy]
        random.shuffle(self.free)

    def divisions(self) -> Iterator[list[int]]:
        """Some divisions whose bodies have one superior: the free ones of them."""
        below: dict[str, list[int]] = {}
        for place in sorted(self.free):
            body = self.parts[place].body
            if body.kind != "government":
                below.setdefault(body.division.code, []).append(place)
        enough = [members for members in below.values() if len(members) >= _FEWEST_BELOW]
        return iter(self.random.sample(enough, k=min(len(enough), max(1, len(below) // _DIVISIONS_PER_TEMPLATE))))

    def use_template(self, members: list[int]) -> None:
        """In one year all bodies of a division take over the text that one of them publishes first."""
        year = self.random.choice(YEARS[1:])
        there = [place for place in members if year in self.parts[place].years]
        for place in there[1:]:
            self.copies[place, year] = Copy("superior_template", (there[0], year))
        self.free = [place for place in self.free if place not in members]

    def copy_elsewhere(self, kind: CopyKind) -> None:
        """Bodies of other prefectures take over a text of the same year or of the year before."""
        source = next((place for place in self.free if self._followers(place)), None)
        if source is None:
            return
        followers = self._followers(source)[: self.random.randint(*_COPIERS[kind])]
        year = self.random.choice(self.parts[source].years[:-1])
        for place in followers:
            years = [one for one in (year, year + 1) if one in self.parts[place].years]
            if years:
                self.copies[place, self.random.choice(years)] = Copy(kind, (source, year))
        self.free = [place for place in self.free if place not in (source, *followers)]

    def _followers(self, source: int) -> list[int]:
        """The free bodies of the same kind in other prefectures and of places of another name, none cut short."""
        body = self.parts[source].body
        names = body.division.names
        return [
            place
            for place in self.free
            if self.parts[place].body.kind == body.kind
            and self.parts[place].body.division.names[:2] != names[:2]
            and self.parts[place].body.division.name not in names
            and len(self.parts[place].years) > 1 < len(self.parts[source].years)
        ]
