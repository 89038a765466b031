"""The frame in a real browser: links, reload, back, language, narrow screens, and no word with anybody else."""

from pathlib import Path

import pytest
from playwright.sync_api import Request

from pages import PLAN, UNFILTERED, PagePlan
from tests.browser.conftest import Visitor, a_server

PROVINCE = "云泽省"
every_page = pytest.mark.parametrize("page", PLAN, ids=lambda page: page.address or "home")


@every_page
def test_a_page_opens_by_its_link_on_a_fresh_server(visit: Visitor, demo_dir: Path, page: PagePlan) -> None:
    """Protects the first visitor who follows a link: the page stands in its frame, not alone and not lost."""
    with a_server(demo_dir) as fresh:
        reader = visit(page.address, at=fresh)
        assert reader.title == page.title.zh
        assert reader.page.locator("[data-testid=stSidebar]").is_visible()
        assert not reader.faults


@every_page
def test_a_link_with_filters_opens_the_same_view_for_a_colleague(visit: Visitor, page: PagePlan) -> None:
    """Protects copied links: what one reader has chosen stands in the address, and another reader sees the same."""
    mine = visit(page.address).choose("省", PROVINCE)
    assert mine.address["province"] == [PROVINCE]
    theirs = visit(f"{page.address}?{mine.page.url.partition('?')[2]}")
    assert theirs.written() == mine.written()


def test_filters_stand_after_reload_and_on_the_next_page_and_back_works(visit: Visitor) -> None:
    """Protects a reader's work: reload, another page and the way back all keep what was chosen."""
    reader = visit("request-outcomes").choose("省", PROVINCE)
    reader.page.reload()
    assert PROVINCE in reader.settled().written()
    reader.page.get_by_role("link", name="报送情况").click()
    reader.page.wait_for_url("**/who-reported**")
    assert reader.settled().address["province"] == [PROVINCE]
    reader.page.go_back()
    reader.page.wait_for_url("**/request-outcomes**")
    assert reader.settled().address["province"] == [PROVINCE]
    assert reader.title == "申请办理结果"


@pytest.mark.parametrize("address", sorted(UNFILTERED))
def test_a_filter_chosen_where_it_changes_nothing_holds_on_the_next_page(visit: Visitor, address: str) -> None:
    """Protects filters that are drawn again alone: the page beside them stays as it is, and the next one has them."""
    reader = visit(address)
    before = reader.written()
    reader.choose("省", PROVINCE)
    assert reader.address["province"] == [PROVINCE]
    assert reader.written() == before
    reader.page.get_by_role("link", name="报送情况").click()
    reader.page.wait_for_url("**/who-reported**")
    assert PROVINCE in reader.settled().written()
    assert reader.address["province"] == [PROVINCE]
    reader.page.go_back()
    reader.page.wait_for_url(f"**/{address}**")
    assert reader.settled().address["province"] == [PROVINCE]


def test_back_to_another_agency_shows_that_one(visit: Visitor) -> None:
    """Protects from one agency's numbers under another's name: box and page are of one agency after going back, too."""
    reader = visit("agency-profile?province=云泽省")
    first = reader.page.locator("h2").first.inner_text()
    reader.page.get_by_role("link", name="报送情况").click()
    reader.page.wait_for_url("**/who-reported**")
    reader.settled().page.get_by_role("link", name="单位档案").click()
    reader.page.wait_for_url("**/agency-profile**")
    box = reader.settled().page.get_by_test_id("stMain").get_by_role("combobox", name="单位").first
    box.click()
    reader.page.get_by_role("option").filter(has_not_text=first).first.click()
    reader.page.wait_for_timeout(300)
    assert reader.settled().page.locator("h2").first.inner_text() != first
    for address in ("who-reported", "agency-profile"):
        reader.page.go_back()
        reader.page.wait_for_url(f"**/{address}**")
        reader.settled()
    shown = reader.page.locator("h2").first.inner_text()
    assert shown == first
    assert box.input_value().startswith(shown)


def test_the_language_switches_everything_and_stands_in_the_link(visit: Visitor) -> None:
    """Protects the English reader: menu, page and filters change, the chosen place stays, a reload keeps it."""
    reader = visit("request-outcomes").choose("省", PROVINCE).press("English", "radio")
    assert reader.address["lang"] == ["English"]
    reader.page.reload()
    assert reader.settled().title == "Request outcomes"
    assert reader.page.get_by_role("link", name="Who reported").is_visible()
    assert reader.address["province"] == [PROVINCE]


@every_page
def test_a_page_fits_a_phone(visit: Visitor, page: PagePlan) -> None:
    """Protects readers on a phone: nothing reaches beyond the screen sideways."""
    reader = visit(page.address)
    reader.page.set_viewport_size({"width": 390, "height": 844})
    reader.page.wait_for_timeout(800)
    wide = reader.page.evaluate(
        "[document.querySelector('[data-testid=stMain]')].map(main => main.scrollWidth - main.clientWidth)[0]"
    )
    assert wide <= 1


def test_nothing_is_asked_of_anybody_else(visit: Visitor) -> None:
    """Protects the readers' privacy: the browser talks to the dashboard's server and to nobody else."""
    reader, asked = visit(), []

    def note(request: Request) -> None:
        asked.append(request.url)

    reader.page.on("request", note)
    reader.page.reload()
    reader.settled()
    assert asked
    assert not [url for url in asked if "//127.0.0.1:" not in url and not url.startswith(("data:", "blob:"))]
