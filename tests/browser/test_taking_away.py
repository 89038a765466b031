"""What a reader takes away: charts as PNG and SVG, rows as CSV, Excel and Parquet, and a page that stays as it is."""

import io
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import polars as pl
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import Visitor
from tests.browser.looking import Visit

PAGE: Final = "request-outcomes?year=2023&year=2024"
SVG: Final = "{http://www.w3.org/2000/svg}"
FORMATS: Final = ("csv", "xlsx", "parquet")


def taken(visit: Visit, button: Locator, folder: Path) -> Path:
    """The file that a press on a button gives, under the name that the browser would save it by."""
    with visit.page.expect_download(timeout=60_000) as download:
        button.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def picture_button(visit: Visit, kind: str) -> Locator:
    """The button that saves the first chart of the page."""
    button = visit.page.locator(f"button[data-kind={kind}]").first
    expect(button).to_be_visible()
    expect(visit.chart().locator("svg.main-svg").first).to_be_visible()
    return button


def test_a_chart_is_saved_as_a_drawing_with_title_and_source(visit: Visitor, tmp_path: Path) -> None:
    """Protects charts in other people's papers: the drawing is whole, says what it shows, runs nothing."""
    opened = visit(PAGE)
    path = taken(opened, picture_button(opened, "svg"), tmp_path)
    assert path.name == "予以公开率-逐年_全部地区_2023-2024.svg"
    drawing = ET.parse(path).getroot()
    written = "".join(drawing.itertext())
    heading = opened.page.get_by_role("heading", level=3).filter(has_text="予以公开率").first.inner_text()
    assert drawing.findtext(f"{SVG}title") == heading.strip()
    assert "来源：" in written
    assert "2023、2024" in written
    assert "数据版本" in written
    assert len(drawing.findall(f"{SVG}svg")) >= 2
    assert not list(drawing.iter(f"{SVG}script"))
    assert "http" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/", "")


@pytest.mark.parametrize(("scheme", "is_light"), [("light", True), ("dark", False)])
def test_a_chart_is_saved_as_a_picture_in_the_reader_s_colours(
    browser: Browser, server: str, tmp_path: Path, scheme: str, is_light: bool
) -> None:
    """Protects pictures from a wrong ground: twice as sharp as the screen, on the ground of the theme."""
    context = browser.new_context(color_scheme=scheme, locale="zh-CN", accept_downloads=True)  # type: ignore[arg-type]  # one of two words
    page = context.new_page()
    page.goto(f"{server}/{PAGE}")
    opened = Visit(page).settled()
    path = taken(opened, picture_button(opened, "png"), tmp_path)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    wide = struct.unpack(">I", data[16:20])[0]
    assert wide == 2 * (int(opened.chart().locator("svg.main-svg").first.get_attribute("width") or 0) + 40)
    corner = page.evaluate(
        """async (bytes) => {
            const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
            const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
            context.drawImage(image, 0, 0);
            return [...context.getImageData(2, 2, 1, 1).data];
        }""",
        list(data),
    )
    context.close()
    assert corner[3] == 255
    assert (sum(corner[:3]) > 600) is is_light


def test_the_buttons_under_a_chart_are_reached_by_keyboard_and_say_what_they_do(visit: Visitor) -> None:
    """Protects readers without a mouse, and those who hear the page: a name in their language, the Enter key works."""
    opened = visit(PAGE)
    button = picture_button(opened, "png")
    assert (button.get_attribute("aria-label") or "").startswith("把图存为 PNG 图片 · ")
    button.focus()
    with opened.page.expect_download() as download:
        opened.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".png")
    english = visit(f"{PAGE}&lang=en")
    label = picture_button(english, "svg").get_attribute("aria-label") or ""
    assert label.startswith("Save the chart as an SVG drawing · ")


def test_taking_something_away_leaves_the_page_as_it_is(visit: Visitor, tmp_path: Path) -> None:
    """Protects the reader's place: no run of the page, the same address, the same tab, the same choice."""
    opened = visit(f"{PAGE}&rate=refusal_rate")
    before = opened.page.url
    opened.page.evaluate("document.querySelector('.stPlotlyChart').dataset.mine = 'yes'")
    taken(opened, picture_button(opened, "svg"), tmp_path)
    opened.page.get_by_role("tab", name="表").first.click()
    path = taken(opened, opened.page.get_by_role("button", name="下载 Excel").first, tmp_path)
    assert path.name == "不予公开率-逐年_全部地区_2023-2024.xlsx"
    with ZipFile(path) as workbook:
        assert "不予公开率" in workbook.read("xl/worksheets/sheet1.xml").decode()
    assert opened.page.url == before
    assert opened.page.evaluate("document.querySelector('.stPlotlyChart').dataset.mine") == "yes"
    assert opened.page.get_by_role("tab", name="表").first.get_attribute("aria-selected") == "true"


def test_a_table_comes_in_the_format_of_the_address(visit: Visitor, tmp_path: Path) -> None:
    """Protects links to a download: table, headings, format stand in the address; all give the same rows."""
    heights = set()
    for form in FORMATS:
        opened = visit(f"get-data?table=reviews&headings=codes&format={form}&year=2023")
        path = taken(opened, opened.page.get_by_role("button", name="下载").filter(has_text="行）"), tmp_path)
        assert path.name == f"reviews_全部地区_2023.{form}"
        heights.add(_rows(path))
    assert len(heights) == 1
    assert heights.pop() > 100


def _rows(path: Path) -> int:
    data = path.read_bytes()
    if path.suffix == ".xlsx":
        with ZipFile(io.BytesIO(data)) as workbook:
            return workbook.read("xl/worksheets/sheet2.xml").count(b"<row ") - 1
    return (pl.read_parquet(data) if path.suffix == ".parquet" else pl.read_csv(data, infer_schema=False)).height


def test_the_reader_is_told_how_far_a_file_is(visit: Visitor, tmp_path: Path) -> None:
    """Protects the reader's patience: before the press, and when it is done, the page says so in his language."""
    opened = visit("get-data?table=requests&format=Excel&lang=en")
    expect(opened.page.get_by_text("Prepared on the server when you click")).to_be_visible()
    path = taken(opened, opened.page.get_by_role("button", name="Download Excel").filter(has_text="rows)"), tmp_path)
    assert path.name == "Table-three,-requests_All-regions_All-years.xlsx"
    expect(opened.page.get_by_text("Ready; the browser is saving")).to_be_visible()


def test_an_offer_that_is_gone_is_told(visit: Visitor, server: str) -> None:
    """Protects readers of an old tab: the door knows nothing of strange tokens, and the page says what to do."""
    opened = visit("get-data")
    assert opened.page.request.post(f"{server}/extracts/nothing").status == 404
    assert opened.page.request.get(f"{server}/extracts/nothing").status == 404
    opened.page.route("**/extracts/*", lambda route: route.fulfill(status=404))
    opened.page.get_by_role("button", name="下载").filter(has_text="行）").click()
    expect(opened.page.get_by_text("没有准备成。请刷新页面后再试")).to_be_visible()
