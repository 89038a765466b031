"""The invented numbers of one body over the years: a random walk in which the form's own sums always hold."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final, Literal

from etl.demo.bodies import Body
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    FORM_2019,
    OUTCOMES,
    PROACTIVE,
    REQUESTS,
    REVIEWS,
    CellKey,
    request_items,
)

Surge = Literal["refusals", "carry_over", "requests"]
"""What is far out of line in one year: refusals, unfinished requests, or the number of requests."""

_REQUESTS_SURGE: Final = 9
_KIND_WEIGHTS: Final = (78, 11, 1, 3, 3, 4)
_NOT_RESULTS: Final = ("received", "carried_in", "concluded", "carried_out")
_RESULT_WEIGHTS: Final = {
    "granted": 40.0,
    "granted_in_part": 9.0,
    "refused": 1.4,
    "unavailable.not_held": 18.0,
    "unavailable": 3.0,
    "not_processed": 1.5,
    "other": 2.0,
}
_VOLUMES: Final = {
    ("government", "province"): 420.0,
    ("government", "prefecture"): 150.0,
    ("government", "county"): 36.0,
    ("department", "province"): 110.0,
    ("department", "prefecture"): 40.0,
    ("department", "county"): 8.0,
    ("township", "county"): 2.0,
}
"""Requests a year; those of a government count only where it has no bodies whose sum it reports."""
ANY_VOLUME: Final = (0.0, math.inf)


@dataclass(slots=True)
class Habit:
    """What a body is like: how many requests it gets, how it decides, and what it carries from year to year."""

    volume: float
    kind_weights: list[float]
    result_weights: dict[str, float]
    carry_rate: float
    pending: list[int]
    documents: int
    decisions: dict[str, float]
    items: dict[str, int]
    fees: float
    surges: Mapping[int, Surge] = field(default_factory=dict)


def habit_of(
    body: Body, surges: Mapping[int, Surge], random: Random, limits: tuple[float, float] = ANY_VOLUME
) -> Habit:
    """A body's habit, drawn once; most bodies are small, a few are large; its requests a year begin within limits."""
    volume = _VOLUMES[body.kind, body.division.level] * random.lognormvariate(0, 0.9)
    volume = min(max(volume, limits[0]), limits[1])
    size = math.sqrt(volume) + 1
    is_active = body.kind == "department" and random.random() < 0.75
    names = ("licences", "other_services", "penalties", "coercion")
    return Habit(
        volume=volume,
        kind_weights=[weight * random.uniform(0.4, 1.8) for weight in _KIND_WEIGHTS],
        result_weights={
            name: _weight(name) * random.lognormvariate(0, 0.6) for name in _results("2019") | _results("2021")
        },
        carry_rate=random.uniform(0, 0.12),
        pending=share_out(round(volume * random.uniform(0, 0.08)), _KIND_WEIGHTS, random),
        documents=random.randint(0, 8) * (body.kind != "township"),
        decisions={name: size * random.lognormvariate(2.2, 1) * is_active for name in names},
        items={name: random.randint(1, 90) * is_active for name in (*names, "fees")},
        fees=random.lognormvariate(4, 1.5) if random.random() < 0.25 else 0.0,
        surges=surges,
    )


def _results(form: str) -> dict[str, None]:
    return dict.fromkeys(item for item in request_items(form) if item not in _NOT_RESULTS)


def _weight(item: str) -> float:
    return _RESULT_WEIGHTS.get(item) or _RESULT_WEIGHTS[item.partition(".")[0]]


def cells_of_year(habit: Habit, year: int, form: str, random: Random) -> dict[CellKey, str]:
    """All printed cells of one year, and the habit moved on to the next."""
    cells = _proactive(habit, form, random)
    requests = _requests(habit, habit.surges.get(year), form, random)
    for item in request_items(form):
        row = requests[item]
        cells.update(zip(_request_keys(item), map(str, (*row, sum(row))), strict=True))
    return cells | _reviews(sum(requests["concluded"]), random)


def _request_keys(item: str) -> list[CellKey]:
    return _REQUEST_KEYS[item]


_REQUEST_KEYS: Final = {
    item: [(REQUESTS, item, who.name) for who in APPLICANTS]
    for item in dict.fromkeys((*request_items("2019"), *request_items("2021")))
}


def _requests(habit: Habit, surge: Surge | None, form: str, random: Random) -> dict[str, list[int]]:
    """Six counts for every row of table three; carried over and concluded make up received and carried in."""
    habit.volume *= random.lognormvariate(0.03, 0.18)
    mean = habit.volume * (_REQUESTS_SURGE if surge == "requests" else 1)
    received = share_out(_count(mean, random), habit.kind_weights, random)
    on_hand = [new + old for new, old in zip(received, habit.pending, strict=True)]
    rate = 0.62 if surge == "carry_over" else habit.carry_rate
    carried_out = [_part(count, rate, random) for count in on_hand]
    concluded = [count - left for count, left in zip(on_hand, carried_out, strict=True)]
    rows = _result_rows(habit, surge, concluded, form, random)
    rows |= {"received": received, "carried_in": habit.pending, "concluded": concluded, "carried_out": carried_out}
    habit.pending = carried_out
    return rows


def _result_rows(
    habit: Habit, surge: Surge | None, concluded: list[int], form: str, random: Random
) -> dict[str, list[int]]:
    items = list(_results(form))
    weights = [habit.result_weights[item] * _surge_factor(item, surge) for item in items]
    columns = [share_out(count, weights, random) for count in concluded]
    return {item: [column[place] for column in columns] for place, item in enumerate(items)}


def _surge_factor(item: str, surge: Surge | None) -> float:
    return 14.0 if surge == "refusals" and item.startswith("refused") else 1.0


def _reviews(concluded: int, random: Random) -> dict[CellKey, str]:
    """Fifteen counts; a few percent of what was concluded is disputed."""
    cells: dict[CellKey, str] = {}
    for channel, rate in zip(CHANNELS, (0.03, 0.012, 0.006), strict=True):
        outcomes = share_out(_count(concluded * rate, random), (60, 12, 16, 12), random)
        counts = (*outcomes, sum(outcomes))
        cells |= {(REVIEWS, channel.name, outcome.name): str(n) for outcome, n in zip(OUTCOMES, counts, strict=True)}
    return cells


def _proactive(habit: Habit, form: str, random: Random) -> dict[CellKey, str]:
    """Table two: documents and items are counted on from year to year, decisions wander."""
    for name in habit.decisions:
        habit.decisions[name] *= random.lognormvariate(0, 0.25)
    counts = _documents_2019(habit, random) if form == FORM_2019 else _documents_2021(habit, random)
    return {(PROACTIVE, item, measure): text for (item, measure), text in counts.items()}


def _documents_2019(habit: Habit, random: Random) -> dict[tuple[str, str], str]:
    made = _count(habit.documents / 4, random)
    habit.documents += made
    counts = {("regulations", measure): "0" for measure in ("made", "published", "published_total")}
    counts |= {("normative_documents", "made"): str(made), ("normative_documents", "published"): str(made)}
    counts["normative_documents", "published_total"] = str(habit.documents)
    for item, decisions in habit.decisions.items():
        counts |= _items(habit, item, random)
        counts[item, "decisions"] = str(int(decisions))
    counts |= _items(habit, "fees", random)
    projects = _count(habit.fees / 30, random)
    counts["procurement", "projects"] = str(projects)
    counts["procurement", "amount"] = _amount(projects * random.lognormvariate(3, 1))
    return counts


def _items(habit: Habit, item: str, random: Random) -> dict[tuple[str, str], str]:
    last = habit.items[item]
    change = random.choice((0, 0, 0, 1, 2, -1, -3)) if last > 3 else 0
    habit.items[item] = last + change
    return {(item, "items_last_year"): str(last), (item, "items_change"): str(change)}


def _documents_2021(habit: Habit, random: Random) -> dict[tuple[str, str], str]:
    issued = _count(habit.documents / 5, random)
    repealed = min(habit.documents, _count(habit.documents / 7, random))
    habit.documents += issued - repealed
    counts = {("regulations", measure): "0" for measure in ("issued", "repealed", "in_force")}
    counts |= {("normative_documents", "issued"): str(issued), ("normative_documents", "repealed"): str(repealed)}
    counts["normative_documents", "in_force"] = str(habit.documents)
    for item in ("licences", "penalties", "coercion"):
        counts[item, "decisions"] = str(int(habit.decisions[item]))
    counts["fees", "amount"] = _amount(habit.fees * random.lognormvariate(0, 0.3))
    return counts


def _amount(amount: float) -> str:
    return f"{amount:.4f}" if amount else "0"


def _count(mean: float, random: Random) -> int:
    """A count around a mean, never negative."""
    if mean > 25:
        return max(0, round(random.gauss(mean, math.sqrt(mean))))
    left, count = random.random(), 0
    limit = math.exp(-mean)
    while left > limit:
        left *= random.random()
        count += 1
    return count


def _part(count: int, rate: float, random: Random) -> int:
    return min(count, int(count * rate + random.random()))


def share_out(total: int, weights: Sequence[float], random: Random) -> list[int]:
    """`total` shared over as many places as there are weights, about in their proportion."""
    counts = [0] * len(weights)
    if total > 60:
        whole = sum(weights)
        counts = [int(total * weight / whole * random.uniform(0.85, 0.98)) for weight in weights]
    for place in random.choices(range(len(weights)), weights, k=total - sum(counts)) if total else ():
        counts[place] += 1
    return counts
