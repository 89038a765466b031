"""Who plays in the corpus: every body with the years it reports on, and what is planted in which."""

import math
from collections.abc import Sequence
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.layout import Layout
from etl.demo.part import YEARS, Part
from etl.demo.roles import MISSING_REPORT, NOT_THE_SUM, ROLES, Role

_OFFICES: Final = {"government": "本级政府", "department": "我局", "township": "我镇"}
_POINTS: Final = {"government": (4, 5), "department": (3, 3, 4, 4, 5), "township": (1, 2, 3, 3)}
_OWN_WORD_SHARE: Final = 0.6
"""How many call themselves 我局 and the like; the others by their name."""
_EXTRA_SHARE: Final = 0.1
_NOT_THE_SUM_SHARE: Final = 0.06


def bodies_needed(reports: int) -> int:
    """How many bodies have so many reports, with some to spare for the years that are missing."""
    return math.ceil(reports / len(YEARS)) + 2 + reports // 500


def cast(
    bodies: Sequence[Body], styles: Sequence[Layout], reports: int, random: Random
) -> tuple[list[Part], dict[int, Role]]:
    """The parts of as many bodies as have `reports` reports together, and the roles by place among them.

    Bodies of one kind, level and sector stand together. Nothing is planted in the last one, which may be cut short.
    """
    roles = _roles(bodies, reports // len(YEARS), random)
    parts, left = [], reports
    for place, body in enumerate(bodies):
        missing = random.choice(YEARS[1:-1]) if roles.get(place) is MISSING_REPORT else None
        years = tuple(year for year in YEARS if year != missing)[:left]
        if not years:
            break
        office = _OFFICES[body.kind] if random.random() < _OWN_WORD_SHARE else body.name
        parts.append(Part(body, office, years, missing, _POINTS[body.kind], styles[place % len(styles)]))
        left -= len(years)
    return parts, {place: role for place, role in roles.items() if place < len(parts)}


def _roles(bodies: Sequence[Body], whole: int, random: Random) -> dict[int, Role]:
    """Which of the first `whole` bodies gets which role: each once, then some; one that fits none is not played."""
    governments = sum(body.kind == "government" for body in bodies)
    extra = random.choices(ROLES, k=int(len(bodies) * _EXTRA_SHARE))
    wanted = [*ROLES, *extra, *[NOT_THE_SUM] * int(governments * _NOT_THE_SUM_SHARE)]
    free = list(range(whole))
    random.shuffle(free)
    roles: dict[int, Role] = {}
    for role in wanted:
        place = next((place for place in free if _fits(role, bodies[place])), None)
        if place is not None:
            free.remove(place)
            roles[place] = role
    return roles


def _fits(role: Role, body: Body) -> bool:
    """Whether a body may play it; a year is not missed where no other body is known to be of the place."""
    return body.kind in role.kinds and not (role is MISSING_REPORT and body.is_hidden)
