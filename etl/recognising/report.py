"""The value that recognising hands on: the facts of one report, each with its place in the source."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed cell of tables two to four.

    `measure` is the applicant in `requests` and the outcome in `reviews`; `item` is the channel there.
    `value` is None unless `status` is `reported`; `unit` is what is printed (in the cell or its header),
    None when nothing is printed; `raw` is the cell's text; `place` is "" when the cell is missing.
    """

    table: str
    item: str
    measure: str
    value: Decimal | None
    unit: str | None
    status: str
    raw: str
    place: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the narrative; `heading` is as printed, "" when the document has none for it."""

    section: str
    heading: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A cell of the three tables that nobody claimed; it becomes a finding."""

    table: str
    text: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a document that helps to tell which place it is from.

    `kind` is one of `phone` `postcode` `domain` `place` `issuer`; `text` as printed.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reported on which year; None and "" mean that the document does not say.

    `agency_from` and `year_from` name the evidence: `title` (as printed), `file_title` (what the file says of itself),
    `signature`, `text`, `issuer`; for the year also `period` (1 January to 31 December) and `publication` (the year
    before); "" when there is none.
    """

    title: str
    agency: str
    agency_from: str
    year: int | None
    year_from: str
    published_on: date | None
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The facts of one annual report."""

    identity: Identity
    form: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    left_overs: tuple[LeftOver, ...] = field(default=())
