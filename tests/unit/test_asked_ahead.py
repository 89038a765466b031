"""Questions asked ahead: the same answers as without, each question put once, nobody waits behind another's."""

import threading
from collections.abc import Callable
from functools import partial
from itertools import count

import duckdb
import pytest

from pages.parts import answers
from pages.parts.answers import Asked, answer, ask_ahead
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection

NUMBERS = count()
NOW, BEFORE = Selection(years=(2024,)), Selection(years=(2023,))


def told(connection: Connection, selection: Selection, name: str) -> str:
    """A question whose answer says what was asked."""
    return f"{connection is not None} {selection.years} {name}"


def a_question(work: Callable[[], object]) -> Asked:
    """A question of its own, told from others by the number it is asked with."""

    def asked(_connection: Connection, number: int) -> object:
        return number, work()

    return Asked(asked, (next(NUMBERS),), {})


@pytest.fixture
def connection() -> Connection:
    """A warehouse with nothing in it."""
    return duckdb.connect()


@pytest.mark.parametrize("values", [(BEFORE, "x"), ("x", BEFORE)])
def test_a_question_about_the_selection_is_put_about_the_new_one(values: tuple[object, ...]) -> None:
    """Protects the guess: only what was selected changes, wherever it stands."""
    expected = tuple(NOW if value == BEFORE else value for value in values)
    assert Asked(told, values, {"by": BEFORE}).about(BEFORE, NOW) == Asked(told, expected, {"by": NOW})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Selection("990000", (2022, 2023)), Selection("990000", (2024,))),
        ([2022, 2023], [2024]),
        ((2022, 2023), (2024,)),
        (2023, 2024),
        (2022, 2022),
    ],
)
def test_the_years_selected_are_asked_about_anew(value: object, expected: object) -> None:
    """Protects pages that take a year after the other, or the last, out of the filter: those are new ones as well."""
    before = Selection(years=(2022, 2023))
    assert Asked(told, (before, value), {}).about(before, NOW) == Asked(told, (NOW, expected), {})


@pytest.mark.parametrize("values", [("x",), (EVERYTHING,), (BEFORE, Selection(years=(2022,)))])
def test_other_questions_are_not_guessed(values: tuple[object, ...]) -> None:
    """Protects the machine: a question that no filter changes, or about a part of the years, would be put in vain."""
    assert Asked(told, values, {}).about(BEFORE, NOW) is None


def test_what_was_asked_ahead_is_not_asked_again(connection: Connection) -> None:
    """Protects the point of it: the page gets the answer that is underway, once, and the same one."""
    times: list[int] = []
    asked = a_question(lambda: times.append(1))
    ask_ahead("a build", connection, [asked, asked])
    assert answer("a build", connection, asked) == answer("a build", connection, asked)
    assert len(times) == 1
    assert not answers._underway


def test_nobody_waits_behind_the_questions_of_another(connection: Connection) -> None:
    """Protects a second reader: a question whose turn has not come is put by the page that needs its answer."""
    go_on = threading.Event()
    slow = [a_question(partial(go_on.wait, 20)) for _ in range(answers._AT_ONCE)]
    quick = a_question(lambda: "there")
    try:
        ask_ahead("a build", connection, [*slow, quick])
        assert answer("a build", connection, quick) == (quick.values[0], "there")
    finally:
        go_on.set()
    assert [answer("a build", connection, asked) for asked in slow]
    assert not answers._underway


def test_a_question_that_fails_fails_where_it_is_asked(connection: Connection) -> None:
    """Protects the reader from silence: the failure reaches the page, and is not kept as an answer."""

    def failing() -> object:
        raise OSError("gone")

    asked = a_question(failing)
    ask_ahead("a build", connection, [asked])
    for _ in range(2):
        with pytest.raises(OSError, match="gone"):
            answer("a build", connection, asked)
    assert not answers._underway
