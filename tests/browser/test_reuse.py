"""Texts of section five as a reader sees them: two side by side, their marks, words looked for and taken away."""

import re
from pathlib import Path
from urllib.parse import quote

import polars as pl
import pytest
from playwright.sync_api import expect

from etl.vocabulary.labels import DOWNLOAD_CSV
from etl.vocabulary.page_labels.pair import BOX, SWAP
from etl.warehouse.published import open_published
from pages.queries.pairs import texts_of_reports
from tests.browser.conftest import Visitor

BOXES = f"[role=region][aria-label$='{BOX.zh.rpartition('}')[2]}']"
HITS = re.compile(r"^(\d+) 处文字写到“公开”")


@pytest.fixture
def pair(demo_dir: Path) -> tuple[str, str]:
    """The ids of two reports of the demo that are alike, those of two agencies before those of one."""
    sql = "SELECT report_id, other_report_id FROM text_matches ORDER BY kind = 'peer' DESC, containment DESC LIMIT 1"
    connection = open_published(demo_dir).connection
    with connection.cursor() as cursor:
        report_id, other_id = cursor.sql(sql).pl().row(0)
    connection.close()
    return str(report_id), str(other_id)


def test_a_link_to_a_pair_shows_both_texts_whole_and_what_they_share(
    visit: Visitor, demo_dir: Path, pair: tuple[str, str]
) -> None:
    """Protects the evidence: each side is the text of the report letter for letter, what both say is marked."""
    connection = open_published(demo_dir).connection
    texts = dict(texts_of_reports(connection, pair).select("report_id", "text").iter_rows())
    connection.close()
    reader = visit(f"two-texts?this={pair[0]}&beside={pair[1]}")
    boxes = reader.page.locator(BOXES)
    expect(boxes).to_have_count(2)
    assert boxes.all_text_contents() == [texts[report_id] for report_id in pair]
    mark = boxes.first.locator("mark").first
    expect(mark).to_be_visible()
    looks = mark.evaluate("one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).backgroundColor]")
    assert looks[0] == "underline"
    assert looks[1] not in ("rgba(0, 0, 0, 0)", "transparent")
    assert "供人工复核" in reader.written()
    reader.press(SWAP.zh)
    assert reader.address["this"] == [pair[1]]
    assert reader.page.locator(BOXES).first.text_content() == texts[pair[1]]


def test_words_are_looked_for_and_what_is_found_is_taken_away(visit: Visitor, tmp_path: Path) -> None:
    """Protects the search from the box to the file: marked on the screen, in the address, every text in the extract."""
    reader = visit("search-texts")
    box = reader.page.get_by_role("textbox", name="要找的词")
    box.fill("公开")
    box.press("Enter")
    reader.page.wait_for_url("**/search-texts?*find_words=*")
    head = reader.settled().page.get_by_role("heading", name=HITS)
    expect(head).to_be_visible()
    found = HITS.match(head.inner_text())
    assert found
    expect(reader.page.locator("mark").first).to_be_visible()
    marks = set(reader.page.locator("mark:visible").all_inner_texts())
    assert marks == {"公开"}
    with reader.page.expect_download(timeout=60_000) as download:
        reader.page.get_by_role("button", name=DOWNLOAD_CSV.zh).last.click()
    path = tmp_path / "found.csv"
    download.value.save_as(path)
    rows = pl.read_csv(path)
    assert rows.height == int(found[1])
    assert rows[rows.columns[-1]].str.contains("公开", literal=True).all()


def test_the_second_page_of_a_search_is_a_link(visit: Visitor) -> None:
    """Protects what a reader passes on: the same words and the same page of the list on another desk."""
    mine = visit(f"search-texts?find_words={quote('公开')}")
    mine.page.locator("[data-testid=stPaginationPage]", has_text="2").first.click()
    mine.page.wait_for_url("**hits=2**")
    mine.settled()
    assert "第 11—20 条" in mine.written()
    theirs = visit(mine.page.url.split("/", 3)[3])
    assert theirs.written() == mine.written()
