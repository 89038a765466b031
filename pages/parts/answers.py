"""Answers to questions: kept for the next reader of the same build, and asked ahead of the page that will want them."""

import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Final

import polars as pl
from cachetools import LRUCache

from pages.queries.ask import Connection
from pages.queries.selection import Selection

_KEPT: Final = 256 * 2**20
"""Bytes; the least asked is forgotten first, and what is larger than all of it is not kept."""
_AT_ONCE: Final = 2
"""The warehouse works on a question with every core; a second one fills the time in which a first is prepared."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of `pages.queries` with the values it was asked with."""

    question: Callable[..., object]
    values: tuple[object, ...]
    named: Mapping[str, object]

    def about(self, before: Selection, now: Selection) -> "Asked | None":
        """The same about what is selected now; None where nothing changes, or where it was about a part of the years.

        Pages ask about the years selected, or the last of them, too.
        """
        again = partial(_again, before=before, now=now)
        asked = Asked(self.question, tuple(map(again, self.values)), {k: again(v) for k, v in self.named.items()})
        told = [*asked.values, *asked.named.values()]
        if asked == self or any(isinstance(value, Selection) and value.years not in {(), now.years} for value in told):
            return None
        return asked

    def key(self, build: str) -> str:
        """The same for the same question about the same build."""
        return repr((build, self.question.__module__, self.question.__qualname__, self.values, dict(self.named)))


def _again(value: object, before: Selection, now: Selection) -> object:
    if value == before:
        return now
    if before.years and now.years:
        if isinstance(value, Selection) and value.years == before.years:
            return replace(value, years=now.years)
        if value in (before.years, list(before.years)):
            return type(value)(now.years)
        if value == before.years[-1]:
            return now.years[-1]
    return value


def _bytes(found: object) -> int:
    return int(found.estimated_size()) if isinstance(found, pl.DataFrame) else sys.getsizeof(found)


_answers: Final[LRUCache[str, object]] = LRUCache(_KEPT, _bytes)
_underway: Final[dict[str, Future[object]]] = {}
_lock: Final = Lock()
_askers: Final = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="questions")


def answer(build: str, connection: Connection, asked: Asked) -> object:
    """The answer, from those kept, from whoever is asking just now, or from the warehouse."""
    key = asked.key(build)
    with _lock:
        if key in _answers:
            return _answers[key]
        underway = _underway.get(key)
    if underway is None or underway.cancel():  # one that still waits for its turn is asked here and now
        return _asked(key, connection, asked)
    return underway.result()


def ask_ahead(build: str, connection: Connection, questions: Iterable[Asked]) -> None:
    """Has the questions answered side by side with what the caller does next; `answer` waits for them."""
    for asked in questions:
        key = asked.key(build)
        with _lock:
            if key not in _answers and key not in _underway:
                _underway[key] = _askers.submit(_asked, key, connection, asked)


def _asked(key: str, connection: Connection, asked: Asked) -> object:
    try:
        found = asked.question(connection, *asked.values, **asked.named)
        with _lock:
            _keep(key, found)
        return found
    finally:
        with _lock:
            _underway.pop(key, None)


def _keep(key: str, found: object) -> None:
    if _bytes(found) <= _KEPT:
        _answers[key] = found
