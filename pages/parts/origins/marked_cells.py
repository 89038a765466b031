"""The cells of a finding in the document: every table that has one of them, with all of them marked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final

import streamlit as st

from etl.looking_up import Cell, Document, Paragraph
from etl.vocabulary.page_labels.checks import LEGEND_MARKED, PLACE_CHANGED
from pages.parts.origins.facsimile import lines_html, table_html
from pages.parts.origins.places import Found, Span, cells_by_table, find_cell, head_rows, headings_of
from pages.parts.view import View

_HEIGHT: Final = "46vh"
_LINES_AROUND: Final = 4


def show_marked(view: View, document: Document, cells: Sequence[tuple[str, str]], places: Iterable[str]) -> None:
    """The tables and lines in which cells (place, text as read) stand, marked; `places` are those of all cells read.

    A cell whose place says something else now is not marked, and that is told.
    """
    there = [(place, raw) for place, raw in cells if place]
    found = [one for place, raw in there if (one := find_cell(document, place, raw)) is not None]
    if found:
        st.caption(view.say(LEGEND_MARKED))
    if len(found) < len(there):
        st.warning(view.say(PLACE_CHANGED, n=len(there) - len(found)), icon=":material/sync_problem:")
    filled = cells_by_table(places)
    for number, marked in _by_table(found).items():
        table = next(one for one in document.tables if one.number == number)
        named = headings_of(table, marked[:1], filled.get(number, ()))
        head = head_rows(table, marked[0].row, filled.get(number, ()))
        st.html(table_html(table, view.language, marked, named, head, _HEIGHT))
    lines = [one.paragraph for one in found if one.paragraph is not None]
    if lines:
        st.html(lines_html(_around(document, lines), view.language, [Span(p.number, 0, len(p.text)) for p in lines]))


def _by_table(found: Iterable[Found]) -> dict[int, list[Cell]]:
    """The marked cells of each table, in the order of the document."""
    tables: defaultdict[int, list[Cell]] = defaultdict(list)
    for one in found:
        if one.table is not None:
            tables[one.table.number] += [cell for cell in one.cells if cell not in tables[one.table.number]]
    return dict(sorted(tables.items()))


def _around(document: Document, lines: Collection[Paragraph]) -> list[Paragraph]:
    numbers = [line.number for line in lines]
    return [p for p in document.paragraphs if any(abs(p.number - number) <= _LINES_AROUND for number in numbers)]
