"""One body's part in the corpus: the years it reports on, what it calls itself, and how its reports are printed."""

from dataclasses import dataclass
from typing import Final

from etl.demo.bodies import Body
from etl.demo.layout import Layout
from etl.demo.write import file_ending

YEARS: Final = range(2019, 2026)
UNSORTED: Final = "未分类"
"""The folder of reports whose place nothing but the agency's name tells."""


@dataclass(frozen=True, slots=True)
class Part:
    """A body and what is settled about it before anything is written.

    `years` are those with a report, `missing` the one between them that lacks it, `points` how many themes its
    section five has room for.
    """

    body: Body
    office: str
    years: tuple[int, ...]
    missing: int | None
    points: tuple[int, ...]
    layout: Layout

    @property
    def is_unresolved(self) -> bool:
        """Whether nothing at all says of which of the twin counties it is: the manifest names the others."""
        return self.body.is_hidden and self.body.kind == "government"

    def stem(self, year: int) -> str:
        """The path of its report of a year, without the ending."""
        folder = UNSORTED if self.body.is_hidden else self.body.division.names[0]
        return f"{folder}/{year}/{self.body.name}{year}年度报告"

    def path(self, year: int) -> str:
        """The path of its report of a year in the first of its formats."""
        return f"{self.stem(year)}{file_ending(self.layout)}"
