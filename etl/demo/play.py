"""The reports of the demo corpus, division by division: first the departments and townships, then the sum of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from etl.demo.bodies import Body
from etl.demo.cast import cast
from etl.demo.copying import planned_copies
from etl.demo.five import written
from etl.demo.history import Draft, Planted, draft_of, form_of
from etl.demo.numbers import Surge, cells_of_year, habit_of
from etl.demo.part import YEARS, Part
from etl.demo.planting_years import note_echoes
from etl.demo.roles import NO_ROLE, WRITTEN_OVER, Role
from etl.demo.stories import Slot, Story, stories_of
from etl.demo.styles import house_styles
from etl.demo.sums import Cells, YearOfBodies


@dataclass(frozen=True, slots=True)
class _Script:
    """What is settled before any report is written."""

    seed: int
    parts: Sequence[Part]
    roles: Mapping[int, Role]
    stories: Mapping[Slot, Story]


def planted_drafts(bodies: Sequence[Body], reports: int, seed: int) -> Iterator[Draft]:
    """The first `reports` reports of the bodies, a division after the other; something is planted in many."""
    random = Random(seed)  # noqa: S311 — invented numbers, nothing secret
    parts, roles = cast(bodies, house_styles(random), reports, random)
    copies = planned_copies(parts, frozenset(roles), random)
    plain = frozenset(place for place, role in roles.items() if role.kind in WRITTEN_OVER)
    script = _Script(seed, parts, roles, stories_of(parts, copies, plain, seed))
    for members in _divisions(parts):
        yield from _division(script, members)


def _divisions(parts: Sequence[Part]) -> list[list[int]]:
    """The places of the parts of each division, its government last."""
    found: dict[str, list[int]] = {}
    for place, part in enumerate(parts):
        found.setdefault(part.body.division.code, []).append(place)
    return [sorted(places, key=lambda place: parts[place].body.kind == "government") for places in found.values()]


def _division(script: _Script, members: Sequence[int]) -> Iterator[Draft]:
    below: dict[int, YearOfBodies] = {}
    for place in members:
        if script.parts[place].body.kind == "government":
            yield from _government(script, place, below)
        else:
            yield from _body(script, place, below)


def _body(script: _Script, place: int, below: dict[int, YearOfBodies]) -> list[Draft]:
    """The reports of a department or township, added to the sums of its division."""
    part, random = script.parts[place], _random_of(script, place)
    role = script.roles.get(place, NO_ROLE)
    surges: dict[int, Surge] = {random.choice(YEARS[2:]): role.surge} if role.surge else {}
    truth = _truth(part, surges, role, random)
    drafts = _planted(script, place, truth, random)
    by_year = {draft.year: draft for draft in drafts}
    for year in YEARS:
        below.setdefault(year, YearOfBodies()).add(part, truth[year], by_year.get(year))
    for year, surge in surges.items():
        below[year].outliers.append(part.body.name)
        by_year[year].note(f"outlier_{surge}", "XY.JUMP" if surge == "requests" else "")
    return drafts


def _truth(part: Part, surges: Mapping[int, Surge], role: Role, random: Random) -> dict[int, Cells]:
    habit = habit_of(part.body, surges, random, role.volume)
    return {year: cells_of_year(habit, year, form_of(year), random) for year in YEARS}


def _government(script: _Script, place: int, below: Mapping[int, YearOfBodies]) -> list[Draft]:
    """The reports of a government: the sums of its bodies, or numbers of its own where it has none."""
    part, random = script.parts[place], _random_of(script, place)
    own = not below and _truth(part, {}, NO_ROLE, random)
    drafts = _planted(script, place, own or {year: below[year].cells() for year in YEARS}, random)
    for draft in drafts if below and not part.is_unresolved else ():
        below[draft.year].settle(draft)
    return drafts


def _planted(script: _Script, place: int, truth: Mapping[int, Cells], random: Random) -> list[Draft]:
    """The reports of a body, with what is planted in them."""
    part, role = script.parts[place], script.roles.get(place, NO_ROLE)
    drafts = [draft_of(part, year, truth[year], script.stories[place, year], random) for year in part.years]
    peer = _peer(script, place, random) if role.plant else part.body
    if role.plant and not role.is_told:
        role.plant(drafts, peer, random)
        note_echoes(drafts)
    for draft in drafts:
        story = script.stories[place, draft.year]
        draft.tell(written(story.five, draft.speaker), random)
        _note_origins(draft, story, script.parts)
    if role.plant and role.is_told:
        role.plant(drafts, peer, random)
    _note_what_is_missing(part, drafts)
    return drafts


def _note_origins(draft: Draft, story: Story, parts: Sequence[Part]) -> None:
    for origin in story.origins:
        place, year = origin.source
        draft.planted.append(Planted(origin.kind, origin.rule, note=origin.note, source=parts[place].path(year)))


def _note_what_is_missing(part: Part, drafts: Sequence[Draft]) -> None:
    """A year without a report; and the place, in reports of the twin county that do not say it."""
    if part.missing is not None and drafts:
        drafts[0].note("missing_report", "COVERAGE", note=str(part.missing))
    for draft in drafts if part.body.is_hidden else ():
        draft.has_address = False
        kind, rule = ("ambiguous_agency", "REGION_UNRESOLVED") if part.is_unresolved else ("placed_by_manifest", "")
        draft.note(kind, rule)


def _peer(script: _Script, place: int, random: Random) -> Body:
    """A body of the same kind, level and sector of a division of another name, itself where there is none."""
    body = script.parts[place].body
    peers = [part.body for part in script.parts if part.body.is_peer_of(body)]
    return random.choice([peer for peer in peers if peer.division.name != body.division.name] or [body])


def _random_of(script: _Script, place: int) -> Random:
    body = script.parts[place].body
    return Random(f"{script.seed}/{body.name}/{body.division.code}")  # noqa: S311 — invented numbers, nothing secret
