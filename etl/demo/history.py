"""One invented body through the years: what it reports, says and signs each year."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from etl.demo.bodies import Body
from etl.demo.layout import Layout
from etl.demo.numbers import Habit, cells_of_year
from etl.demo.sheet import Sheet
from etl.demo.texts import Sections, Speaker, Voice, narrative
from etl.vocabulary.deadlines import deadline
from etl.vocabulary.form import FORM_2019, FORM_2021, CellKey

YEARS: Final = range(2019, 2026)

_OFFICES: Final = {"government": "本级政府", "department": "我局", "township": "我镇"}


@dataclass(frozen=True, slots=True)
class Planted:
    """Something put into the corpus to be found; `rule` names the rule that should find it, "" where none does."""

    kind: str
    rule: str = ""
    table_name: str = ""
    item: str = ""
    measure: str = ""
    note: str = ""


@dataclass(slots=True)
class Draft:
    """One year's report of a body, open to planting until it is written.

    `layouts` are the formats it is published in, normally one; `earlier` is a version it replaces;
    `has_address` off leaves out everything but the agency's name that tells the place.
    """

    body: Body
    speaker: Speaker
    form: str
    cells: dict[CellKey, str]
    sections: Sections
    published_on: date
    layouts: list[Layout]
    has_address: bool = True
    earlier: Sheet | None = None
    planted: list[Planted] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.speaker.year

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
        )


def form_of(year: int) -> str:
    """The form in force for a report year."""
    return FORM_2019 if year < 2021 else FORM_2021


def history_of(body: Body, habit: Habit, layout: Layout, random: Random) -> list[Draft]:
    """The body's reports of all years, before anything is planted."""
    office = _OFFICES[body.kind] if random.random() < 0.6 else body.name
    voice = Voice(keeps=random.random() ** 2 * 0.8)
    drafts = []
    for year in YEARS:
        speaker, form = Speaker(body.name, office, year), form_of(year)
        cells = cells_of_year(habit, year, form, random)
        sections = narrative(speaker, voice, cells, random)
        published_on = due_of(body, year) - timedelta(days=random.randint(0, 25))
        drafts.append(Draft(body, speaker, form, cells, sections, published_on, [layout]))
    return drafts


def due_of(body: Body, year: int) -> date:
    """The last day on which a body publishes its report of a year in time."""
    due = deadline(body.kind, year, body.division.code)
    assert due is not None
    return due
