"""The way of a supervisor: from a point in a picture to the agency, from its number to the cell in the document."""

import re
from unicodedata import normalize

from playwright.sync_api import expect

from etl.vocabulary.page_labels.source import MARK_HERE
from tests.browser.conftest import Visitor
from tests.browser.looking import Visit

CELL = re.compile(r"^表三 · 总计 · .+：\d")


def click_a_point(reader: Visit) -> None:
    """Clicks the largest point of the first chart."""
    points = reader.chart().locator(".scatterlayer .trace path.point")
    expect(points.first).to_be_visible()
    points.last.scroll_into_view_if_needed()
    box = points.last.bounding_box()
    assert box
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_from_a_point_to_the_cell_in_the_source(visit: Visitor) -> None:
    """Protects the promise of the product: whatever stands out leads, click by click, to where it is printed."""
    reader = visit("out-of-line?province=云泽省")
    click_a_point(reader)
    reader.page.wait_for_url("**/agency-profile?*agency=*")
    agency = reader.settled().address["agency"][0]
    expect(reader.page.get_by_test_id("stMain")).to_contain_text(agency.partition("（")[0])
    assert reader.address["province"] == ["云泽省"]
    cell = reader.page.get_by_role("button", name=CELL).first
    printed = cell.inner_text().rpartition("：")[2].strip()
    cell.click()
    reader.page.wait_for_url("**/source-in-place**")
    marked = reader.settled().page.locator(f'td:has(span[title="{MARK_HERE.zh}"])').first
    as_printed = normalize("NFKC", marked.inner_text())  # some reports print full-width digits
    assert printed.replace(",", "") in as_printed.replace(",", "")
    reader.page.go_back()
    reader.page.wait_for_url("**/agency-profile?*agency=*")
    assert reader.settled().address["agency"] == [agency]


def test_a_link_to_a_cell_marks_it_for_a_colleague_too(visit: Visitor) -> None:
    """Protects the evidence: the address of a marked cell shows the same mark on another desk."""
    mine = visit("out-of-line")
    click_a_point(mine)
    mine.page.wait_for_url("**/agency-profile**")
    mine.settled().page.get_by_role("button", name=CELL).first.click()
    mine.page.wait_for_url("**/source-in-place**")
    mine.settled()
    theirs = visit(mine.page.url.split("/", 3)[3])
    assert theirs.written() == mine.written()
