"""What a letter to an agency says, as a value: whom it is for, which reports, which findings, what was judged.

Texts stand in it in the language of the letter, as they were read: whoever writes a file makes them harmless.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Row = dict[str, Any]
"""A row of a question of `pages.queries.letters`."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What the reader typed: the office that signs, and until when it asks for a reply; "" leaves a line to fill in."""

    office: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A report that was checked, in words; `corrections` are those of the report as a whole."""

    year: str
    title: str
    file: str
    published: str
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A cell that a finding names: whose year, in the words of the form, what was read in it and where."""

    year: str
    table: str
    row: str
    column: str
    value: str
    printed: str
    place: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the report, the words of it that are meant and where they begin in it, and its place in words."""

    sentence: str
    words: str
    place: str
    start: int


@dataclass(frozen=True, slots=True)
class Item:
    """One finding, in words. `sides` is "" when there is nothing to compare.

    `compared` is what was compared, "" where `message` says it; `doubt_when` when the rule cannot be judged.
    `more_cells` counts the cells that are not listed.
    """

    year: str
    rule: str
    asks: str
    message: str
    compared: str
    sides: str
    doubt_when: str
    expected: str
    is_confirmed: bool
    cells: tuple[NamedCell, ...] = ()
    more_cells: int = 0
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """How often a rule was judged in the reports of the letter, and how it came out."""

    rule: str
    passed: int
    uncertain: int
    not_assessable: int


@dataclass(frozen=True, slots=True)
class Build:
    """What the letter was made from, and when: the build's id, its time and that of the letter (both UTC), the day."""

    build_id: str
    built_at: datetime
    made_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: `fails` ask for a correction, `doubts` to verify, `notes` are for information."""

    language: str
    agency_id: str
    agency: str
    place: str
    years: tuple[int, ...]
    papers: tuple[Paper, ...]
    fails: tuple[Item, ...]
    doubts: tuple[Item, ...]
    notes: tuple[Item, ...]
    judged: tuple[Judged, ...]
    sender: Sender
    build: Build

    @property
    def items(self) -> tuple[Item, ...]:
        """Every finding in it."""
        return (*self.fails, *self.doubts, *self.notes)
