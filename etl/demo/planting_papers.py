"""Plantings in how and when reports are published: twice, anew, late, with a row that the form does not have."""

from dataclasses import replace
from datetime import timedelta
from random import Random

from etl.demo.bodies import Body
from etl.demo.history import Draft, due_of
from etl.demo.layout import Layout
from etl.demo.planting_numbers import cells_of
from etl.vocabulary.form import REQUESTS


def duplicate(drafts: list[Draft], _: Body, random: Random) -> None:
    """The same report in a second file format."""
    draft = random.choice(drafts)
    other: Layout = replace(draft.layouts[0], format="html" if draft.layouts[0].format == "docx" else "docx")
    draft.layouts.append(replace(other, shifted_rows=False))
    draft.note("duplicate", note="same_report")


def superseded(drafts: list[Draft], _: Body, random: Random) -> None:
    """An earlier version with other numbers, replaced a month later."""
    draft = random.choice(drafts)
    right = draft.cells
    draft.cells = dict(right)
    draft.add(cells_of(("received", "granted", "concluded")), 1)
    draft.earlier = draft.sheet()
    draft.cells = right
    draft.published_on += timedelta(days=30)
    draft.note("superseded", "DUPLICATE", (REQUESTS, "received", "total"), "newer_version")


def late(drafts: list[Draft], _: Body, random: Random) -> None:
    """A report published after the day the law sets."""
    draft = random.choice(drafts)
    draft.published_on = due_of(draft.body, draft.year) + timedelta(days=random.randint(20, 90))
    draft.note("late", "LATE", note=str(draft.published_on))


def extra_row(drafts: list[Draft], _: Body, random: Random) -> None:
    """A row in table three that the form does not have."""
    draft = random.choice(drafts)
    draft.layouts = [replace(layout, extra_row=True) for layout in draft.layouts]
    draft.note("extra_row", "LEFT_OVER")
