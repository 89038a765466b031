"""What the reader asked for stays asked for and in sight: the number looked into, the cell marked in its source."""

import pytest
from playwright.sync_api import FloatRect, Locator

from etl.vocabulary.page_labels.source import CELL_MISSING, MARK_HERE
from tests.browser.conftest import Visitor
from tests.browser.looking import Visit
from tests.browser.test_ways import CELL, click_a_point

CELLS = (
    "requests:received:total", "requests:granted:natural_person", "requests:concluded:total",
    "requests:carried_out:total",
)  # fmt: skip  # tables three, top to bottom
HEIGHT = 768


def a_profile(visit: Visitor) -> Visit:
    """The profile of an agency with requests."""
    reader = visit("out-of-line")
    click_a_point(reader)
    reader.page.wait_for_url("**/agency-profile?*agency=*")
    return reader.settled()


def a_source(reader: Visit) -> str:
    """The report that the first cell of the profile leads to."""
    reader.page.get_by_role("button", name=CELL).first.click()
    reader.page.wait_for_url("**/source-in-place**")
    return reader.settled().address["report"][0]


def box_of(place: Locator) -> FloatRect:
    """Where something stands on the screen."""
    box = place.bounding_box()
    assert box
    return box


def test_back_from_the_source_keeps_the_year_that_was_chosen(visit: Visitor) -> None:
    """Protects the number looked into: chosen in a box and its source opened, it is there on the way back."""
    reader = a_profile(visit)
    reader.page.wait_for_timeout(500)  # the address of the rate is written anew, which closes an open list
    reader.settled().choose("哪一年", "2023")
    a_source(reader)
    reader.page.go_back()
    reader.page.wait_for_url("**/agency-profile?*number_year=2023*")
    assert reader.settled().page.get_by_role("combobox", name="哪一年").first.input_value() == "2023"


def test_back_from_the_source_keeps_the_number_that_was_clicked(visit: Visitor) -> None:
    """Protects the quick reader: a number clicked in the table and its source opened at once, it is there again."""
    reader = a_profile(visit)
    table = reader.page.get_by_test_id("stDataFrame").filter(visible=True).first
    table.scroll_into_view_if_needed()
    place = box_of(table)
    reader.page.mouse.click(place["x"] + place["width"] - 30, place["y"] + 35 * 3.5)
    reader.page.wait_for_url("**/agency-profile?*number=*")
    asked = reader.address
    reader.page.get_by_role("button", name=CELL).first.click()
    reader.page.wait_for_url("**/source-in-place**")
    reader.settled().page.go_back()
    reader.page.wait_for_url("**/agency-profile?*number=*")
    assert reader.settled().address == asked


@pytest.fixture
def report(visit: Visitor) -> str:
    """A report with a table of requests."""
    return a_source(a_profile(visit))


def test_a_marked_cell_is_in_sight_below_the_head(visit: Visitor, report: str) -> None:
    """Protects the evidence on a small screen: the marked cell is neither under the head of its table nor off it."""
    for cell in CELLS:
        reader = visit(f"source-in-place?report={report}&cell={cell}")
        reader.page.wait_for_timeout(800)
        marked = reader.page.locator(f'td:has(span[title="{MARK_HERE.zh}"])').first
        box, head = marked.locator("xpath=ancestor::*[@role='region']"), marked.locator("xpath=ancestor::table/thead")
        at, around, above = box_of(marked), box_of(box), box_of(head)
        assert at["y"] >= above["y"] + above["height"] - 1, cell
        assert at["y"] + at["height"] <= min(around["y"] + around["height"] + 1, HEIGHT), cell


def test_a_picked_row_is_shown_where_it_is_marked(visit: Visitor, report: str) -> None:
    """Protects the pick: the table stands below the document, so the page moves to the mark, and only then."""
    reader = visit(f"source-in-place?report={report}&cell={CELLS[0]}")
    table = reader.page.get_by_test_id("stDataFrame").filter(visible=True).last
    table.scroll_into_view_if_needed()
    place = box_of(table)
    reader.page.mouse.click(place["x"] + 15, place["y"] + 35 * 3.5)
    reader.page.wait_for_url(lambda address: CELLS[0] not in address.replace("%3A", ":"))
    reader.settled().page.wait_for_timeout(800)
    marked = reader.page.get_by_title(MARK_HERE.zh, exact=True)
    if marked.count():
        at = box_of(marked.first)
        assert 0 < at["y"] < HEIGHT - at["height"]
    else:
        assert CELL_MISSING.zh in reader.written()
