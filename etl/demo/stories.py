"""Who writes what in section five: every body in its own manner from year to year, and those who take over a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal

from etl.demo.five import Five, Point, composed, edited, new_digits, new_points
from etl.demo.part import YEARS, Part
from etl.demo.themes import themes

Manner = Literal["fresh", "edited", "year_changed", "exact"]
"""What becomes of last year's text: written anew, some sentences edited, year and digits moved, nothing changed."""

CopyKind = Literal[
    "superior_template", "peer_text_copied", "peer_text_half_copied", "peer_text_residue", "same_frame_other_content"
]
"""What is taken over: the text that a superior wrote for its bodies; that of another region whole, in half, or with the
other's name left in; or nothing but the frame around other content."""

Slot = tuple[int, int]
"""A part by its place, and a year."""

_MANNERS: Final[tuple[Manner, ...]] = ("fresh",) * 8 + ("edited",) * 6 + ("year_changed",) * 4 + ("exact",) * 2
_LAPSE: Final = 0.12
"""How often a body that repeats itself writes anew for once."""
_STUBBORN: Final = 0.35
_OWN_KINDS: Final[dict[Manner, str]] = {
    "edited": "own_text_edited",
    "year_changed": "own_text_year_changed",
    "exact": "own_text_exact",
}
_FIRST_DAYS: Final = (18, 25)
_LAST_DAYS: Final = (0, 9)
_ANY_DAYS: Final = (0, 25)
_RESIDUES: Final = ("上述任务由{name}各科室分头落实。", "上述任务已列入{name}的年度清单，按季度对账。")
"""The first says that it speaks of itself; the second is told by the text around it, which is that agency's."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose text of which year is taken over, and how."""

    kind: CopyKind
    source: Slot


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text is from, for the answer sheet; `note` is a theme or what else is to be known."""

    kind: str
    source: Slot
    note: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Section five of one report: its text, where it is from, and how many days before the deadline it is out."""

    five: Five
    origins: tuple[Origin, ...] = ()
    days_before: tuple[int, int] = _ANY_DAYS


@dataclass(frozen=True, slots=True)
class Habits:
    """How a body deals with last year's text, and the theme that it cannot get done with, "" for none."""

    manner: Manner
    stubborn: str


def stories_of(
    parts: Sequence[Part], copies: Mapping[Slot, Copy], plain: frozenset[int], seed: int
) -> dict[Slot, Story]:
    """The story of every part and year; parts that are `plain` never repeat themselves.

    Year after year, because a text goes from one to the next; within a year those who copy come last.
    """
    randoms = [_random_of(part, seed) for part in parts]
    habits = [_habits(random, is_plain=place in plain) for place, random in enumerate(randoms)]
    sources = {copy.source for copy in copies.values()}
    stories: dict[Slot, Story] = {}
    for year in YEARS:
        slots = [(place, year) for place, part in enumerate(parts) if year in part.years]
        for slot in (slot for slot in slots if slot not in copies):
            place, random = slot[0], randoms[slot[0]]
            last = _last(slot, parts[place], stories)
            if slot in sources:
                stories[slot] = Story(composed(random.choice((3, 4, 5)), random), days_before=_FIRST_DAYS)
            else:
                stories[slot] = _own_story(parts[place], habits[place], last, random)
        for slot in (slot for slot in slots if slot in copies):
            stories[slot] = _taken_over(copies[slot], stories, parts, randoms[slot[0]])
    return stories


def _random_of(part: Part, seed: int) -> Random:
    return Random(f"{seed}/{part.body.name}/{part.body.division.code}/五")  # noqa: S311 — invented texts, nothing secret


def _habits(random: Random, *, is_plain: bool) -> Habits:
    stubborn = random.choice(themes()) if random.random() < _STUBBORN else ""
    return Habits("fresh" if is_plain else random.choice(_MANNERS), stubborn)


def _last(slot: Slot, part: Part, stories: Mapping[Slot, Story]) -> tuple[Slot, Story] | None:
    """The part's report before, if it has one."""
    before = max((year for year in part.years if year < slot[1]), default=None)
    return None if before is None else ((slot[0], before), stories[slot[0], before])


def _own_story(part: Part, habits: Habits, last: tuple[Slot, Story] | None, random: Random) -> Story:
    if last is None or habits.manner == "fresh" or _is_foreign(last[1]) or random.random() < _LAPSE:
        return _fresh(part, habits, last, random)
    slot, story = last
    return Story(_repeated(story.five, habits.manner, slot[1], random), (Origin(_OWN_KINDS[habits.manner], slot),))


def _is_foreign(story: Story) -> bool:
    """Whether a text was taken over, or is one that others take over: its body goes on with words of its own."""
    return story.days_before != _ANY_DAYS


def _repeated(five: Five, manner: Manner, year: int, random: Random) -> Five:
    if manner == "exact":
        return replace(five, year=five.year or year)
    return edited(five, random) if manner == "edited" else replace(five, digits=new_digits(random), year=None)


def _fresh(part: Part, habits: Habits, last: tuple[Slot, Story] | None, random: Random) -> Story:
    """A text written anew, of other themes than last year's but for the one that the body cannot get done with."""
    wanted = (habits.stubborn,) if habits.stubborn else ()
    avoided = last[1].five.named if last else frozenset[str]()
    five = composed(random.choice(part.points), random, wanted, avoided)
    if last is None:
        return Story(five)
    again = five.named & avoided
    return Story(five, tuple(Origin("problem_named_again", last[0], theme) for theme in again))


def _taken_over(copy: Copy, stories: Mapping[Slot, Story], parts: Sequence[Part], random: Random) -> Story:
    source = replace(stories[copy.source].five, digits=new_digits(random), year=None)
    origin = Origin(copy.kind, copy.source)
    if copy.kind == "peer_text_residue":
        name = parts[copy.source[0]].body.name
        source = replace(source, residue=_RESIDUES[copy.source[0] % len(_RESIDUES)].format(name=name))
        origin = replace(origin, rule="TX.NAME", note=name)
    elif copy.kind != "peer_text_copied":
        source = _CHANGES[copy.kind](source, random)
    return Story(source, (origin,), _LAST_DAYS)


def _with_own_point(five: Five, random: Random) -> Five:
    """The template, now and then with a point of one's own in the place of one of its points."""
    if random.random() < 0.6:
        return five
    points = list(five.points)
    points[random.randrange(len(points))] = _other_points(five, 1, random)[0]
    return replace(five, points=tuple(points))


def _half(five: Five, random: Random) -> Five:
    """The frame with half of the points, and points of one's own for the rest."""
    kept = five.points[: (len(five.points) + 1) // 2]
    return replace(five, points=(*kept, *_other_points(five, len(five.points) - len(kept), random)))


def _only_frame(five: Five, random: Random) -> Five:
    return replace(five, points=_other_points(five, len(five.points), random))


def _other_points(five: Five, count: int, random: Random) -> tuple[Point, ...]:
    """Points on themes that the text does not name."""
    return new_points(count, random, avoided=five.named)


_CHANGES: Final = {
    "superior_template": _with_own_point,
    "peer_text_half_copied": _half,
    "same_frame_other_content": _only_frame,
}
