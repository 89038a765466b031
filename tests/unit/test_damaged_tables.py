"""Tables whose merged cells are wrong, lost or doubled: cells may be flagged, none may be read wrongly."""

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from etl.demo.layout import Layout
from etl.demo.sheet import Sheet, expected_cells
from etl.demo.write import write
from etl.reading.read import read_document
from etl.recognising.tables import read_tables
from etl.vocabulary.form import REQUESTS
from tests.layouts import printed_reports
from tests.sheets import a_sheet

_SPAN = re.compile(r'\s*(row|col)span="?\d+"?')
_CELL = re.compile(r"<td[^>]*>.*?</td>", re.DOTALL)


def without(kind: str) -> Callable[[str, int], str]:
    """The damage of an editor that lost all spans of a kind (`row`, `col`, or both with `row|col`)."""
    return lambda page, _: re.sub(rf'\s*({kind})span="?\d+"?', "", page)


def wrong_span(page: str, turn: int) -> str:
    """One span with a number that is not its own."""
    found = list(_SPAN.finditer(page))
    one = found[turn % len(found)]
    return f'{page[: one.start()]} {one[1]}span="{1 + turn % 23}"{page[one.end() :]}'


def lost_cell(page: str, turn: int) -> str:
    """One cell gone, its row moved to the left."""
    found = list(_CELL.finditer(page))
    one = found[turn % len(found)]
    return page[: one.start()] + page[one.end() :]


def empty_cell_more(page: str, turn: int) -> str:
    """One empty cell too many, its row moved to the right."""
    found = list(_CELL.finditer(page))
    one = found[turn % len(found)]
    return f"{page[: one.start()]}<td></td>{page[one.start() :]}"


DAMAGES = (without("row"), without("col"), without("row|col"), wrong_span, lost_cell, empty_cell_more)


@given(printed_reports(), st.sampled_from(DAMAGES), st.integers(0, 10_000))
def test_a_damaged_table_is_flagged_and_never_read_wrongly(
    printed: tuple[Sheet, Layout], damage: Callable[[str, int], str], turn: int
) -> None:
    """Protects against the worst fault: a number in the wrong cell, believed."""
    sheet, layout = printed
    layout = replace(layout, format="html", charset="utf-8", declared="utf-8")
    page = damage(write(sheet, layout).decode(), turn)
    expected = expected_cells(sheet)
    for fact in read_tables(read_document(page.encode(), "报告.html")).facts:
        if fact.value is not None:
            assert fact.value == expected[fact.table, fact.item, fact.measure].value, fact


def test_a_table_that_stands_twice_with_other_numbers_is_unreadable_where_they_differ() -> None:
    """Protects against last year's table, printed for comparison, being taken for this year's."""
    this, last = a_sheet(), a_sheet()
    key = (REQUESTS, "received", "total")
    cells = {**last.cells, key: f"{last.cells[key]}7"}
    pages = [write(sheet, Layout(format="html")).decode() for sheet in (this, replace(last, cells=cells))]
    facts = read_tables(read_document("".join(pages).encode(), "报告.html")).facts
    unsure = {(fact.table, fact.item, fact.measure) for fact in facts if fact.status == "unreadable"}
    assert unsure == {key}
