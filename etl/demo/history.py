"""One invented body through the years: what it reports, says and signs each year."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.layout import Layout
from etl.demo.part import Part
from etl.demo.sheet import Sheet, states_number
from etl.demo.stories import Story
from etl.demo.texts import Sections, Speaker, narrative
from etl.vocabulary.deadlines import deadline
from etl.vocabulary.form import FORM_2019, FORM_2021, CellKey

NO_CELL: Final[CellKey] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Planted:
    """Something put into the corpus to be found; `rule` names the rule that should find it, "" where none does.

    `source` is the path of the report that a text was taken from, "" for other plantings.
    """

    kind: str
    rule: str = ""
    key: CellKey = NO_CELL
    note: str = ""
    source: str = ""


@dataclass(slots=True)
class Draft:
    """One year's report of a body, open to planting until it is written.

    `truth` are the cells as they should be, `cells` as they are printed. `layouts` are the formats it is published in,
    normally one; `earlier` is a version it replaces; `left_out` are sections that it lacks;
    `has_address` off leaves out everything but the agency's name that tells the place.
    """

    part: Part
    speaker: Speaker
    form: str
    truth: Mapping[CellKey, str]
    cells: dict[CellKey, str]
    published_on: date
    layouts: list[Layout]
    sections: Sections = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    has_address: bool = True
    earlier: Sheet | None = None
    planted: list[Planted] = field(default_factory=list)

    @property
    def body(self) -> Body:
        """Who reports."""
        return self.part.body

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.speaker.year

    @property
    def is_changed(self) -> bool:
        """Whether the cells printed are not all as they should be."""
        return self.cells != self.truth

    def note(self, kind: str, rule: str = "", key: CellKey = NO_CELL, note: str = "") -> None:
        """Put something on the answer sheet."""
        self.planted.append(Planted(kind, rule, key, note))

    def add(self, keys: list[CellKey], by: int) -> None:
        """Raise counts."""
        for key in keys:
            self.cells[key] = str(int(self.cells[key]) + by)

    def tell(self, five: tuple[str, ...], random: Random) -> None:
        """Write the narrative: its counts are those printed, or the true ones where no number is printed."""
        printed: Mapping[CellKey, str] = self.cells
        if self.is_changed:
            printed = {**self.truth, **{key: text for key, text in self.cells.items() if states_number(text)}}
        self.sections = narrative(self.speaker, five, printed, random)

    def sheet(self) -> Sheet:
        """The report as it stands."""
        return Sheet(
            agency=self.body.name,
            year=self.year,
            form=self.form,
            cells=self.cells,
            sections=self.sections,
            published_on=self.published_on,
            phone=f"0600-{2_000_000 + int(self.body.division.code[2:]) * 137 + len(self.body.name)}",
            places=self.body.division.names if self.has_address else (),
            left_out=self.left_out,
        )


def form_of(year: int) -> str:
    """The form in force for a report year."""
    return FORM_2019 if year < 2021 else FORM_2021


def draft_of(part: Part, year: int, cells: Mapping[CellKey, str], story: Story, random: Random) -> Draft:
    """The body's report of a year, before anything is planted and before its narrative is written."""
    published_on = due_of(part.body, year) - timedelta(days=random.randint(*story.days_before))
    has_headings_below = story.five.frame.shape == "two_parts"
    layout = part.layout if has_headings_below else replace(part.layout, problems_heading="official")
    speaker = Speaker(part.body.name, part.office, year)
    return Draft(part, speaker, form_of(year), cells, dict(cells), published_on, [layout])


def due_of(body: Body, year: int) -> date:
    """The last day on which a body publishes its report of a year in time."""
    due = deadline(body.kind, year, body.division.code)
    assert due is not None
    return due
