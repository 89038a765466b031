"""What is taken away as a file: rows in batches, what their columns are, and what the reader must know about them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polars as pl

Batches = Callable[[], Iterator[pl.DataFrame]]
"""Rows batch by batch, all with the same columns; asked for only when the file is written."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One column of a file: its name in the rows, its heading, its kind (as in `table`), its unit and what it means."""

    name: str
    heading: str
    kind: str
    unit: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """One word that the rows speak of: its label, what it means, where that is said."""

    label: str
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows to be taken away; `name` is the file's without its ending.

    `facts` are pairs of a label and what it says: filters, build, time. `for_people` says that a spreadsheet will open
    it: values are then marked so that nothing in them is taken for a number or a date that they are not.
    """

    name: str
    title: str
    language: str
    columns: tuple[Taken, ...]
    batches: Batches
    facts: tuple[tuple[str, str], ...] = ()
    words: tuple[Explained, ...] = ()
    for_people: bool = True

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each column by its name."""
        return {column.name: column.heading for column in self.columns}

    def rows(self) -> Iterator[pl.DataFrame]:
        """The batches with their columns in order."""
        names = [column.name for column in self.columns]
        return (batch.select(names) for batch in self.batches())
