"""What a screen reader is told: the language of the page, when a file is there but no seconds, headings and boxes."""

from pathlib import Path

from playwright.sync_api import Route, expect

from etl.warehouse.published import open_published
from tests.browser.conftest import Visitor


def test_the_document_says_its_language(visit: Visitor) -> None:
    """Protects whoever hears the page: Chinese is spoken as Chinese, English as English, after a switch too."""
    reader = visit("request-outcomes")
    root = reader.page.locator("html")
    expect(root).to_have_attribute("lang", "zh-CN")
    reader.press("English", "radio")
    expect(root).to_have_attribute("lang", "en")
    expect(visit("who-reported?lang=en").page.locator("html")).to_have_attribute("lang", "en")


def test_seconds_are_shown_and_not_spoken(visit: Visitor) -> None:
    """Protects whoever hears the page from a number every second: the status changes when something is new."""
    reader, held = visit("get-data"), list[Route]()

    def hold(asked: Route) -> None:
        held.append(asked)

    reader.page.route("**/extracts/*", hold)
    status = reader.page.locator("p [role=status]")
    status.evaluate(
        """told => {
            const heard = new MutationObserver(() => window.spoken.push(told.textContent));
            window.spoken = [];
            heard.observe(told, { childList: true, subtree: true });
        }"""
    )
    reader.page.get_by_role("button", name="下载").filter(has_text="行）").click()
    expect(reader.page.locator("p [aria-hidden=true]").filter(has_text="2 s")).to_be_visible()
    held[0].abort()
    expect(status).to_contain_text("没有准备成")
    expect(reader.page.locator("p [aria-hidden=true]").filter(has_text=" s")).to_have_count(0)
    assert len(reader.page.evaluate("window.spoken")) == 2


def test_a_table_of_the_source_has_headings_and_its_box_a_name(visit: Visitor, demo_dir: Path) -> None:
    """Protects whoever hears the source: the page's own cleaning of HTML leaves headings, roles and names in place."""
    opened = open_published(demo_dir).connection
    of_word = "SELECT report_id FROM documents WHERE path LIKE '%.docx' AND outcome = 'loaded' ORDER BY path LIMIT 1"
    ((report,),) = opened.sql(of_word).fetchall()
    opened.close()
    place = visit(f"source-in-place?report={report}&cell=requests:received:total")
    box = place.page.get_by_role("region", name="张表").first
    expect(box).to_have_attribute("tabindex", "0")
    assert box.get_by_role("columnheader").count() > 1
    assert box.get_by_role("rowheader").count() >= 1
