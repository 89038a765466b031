"""What the writer of invented reports promises the tests that read them back."""

import io
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given

from etl.demo.grids import Grid, pieces
from etl.demo.layout import Layout, Values
from etl.demo.page import page_of
from etl.demo.sheet import Expected, Sheet, expected_cells
from etl.demo.tables import request_grids
from etl.demo.write import write
from etl.vocabulary.form import FORM_2019, FORM_2021, request_items
from tests.layouts import layouts, sheets
from tests.sheets import a_sheet

RECEIVED = ("requests", "received", "natural_person")
CHANGE = ("proactive", "licences", "items_change")
AMOUNT = ("proactive", "fees", "amount")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("12", Decimal(12), "reported"),
        ("-3", Decimal(-3), "reported"),
        ("4.5000", Decimal("4.5"), "reported"),
        ("4.50000", Decimal("4.5"), "reported"),
        ("4.50007", None, "unreadable"),
        ("", None, "blank"),
        (" ", None, "blank"),
        ("/", None, "not_applicable"),
        ("无", None, "not_applicable"),
        ("约5", None, "unreadable"),
    ],
)
def test_what_a_right_reader_returns_follows_from_the_plain_text(text: str, value: Decimal | None, status: str) -> None:
    """Protects the answer that all reading tests are judged by."""
    assert expected_cells(a_sheet(cells={RECEIVED: text}))[RECEIVED] == Expected(value, status)


def test_a_row_that_is_not_printed_is_expected_missing() -> None:
    """Protects `missing` from being taken for a blank."""
    sheet = a_sheet()
    kept = {key: text for key, text in sheet.cells.items() if key[1] != "granted"}
    expected = expected_cells(Sheet(sheet.agency, sheet.year, sheet.form, kept, {}, sheet.published_on))
    assert {key[1] for key, found in expected.items() if found.status == "missing"} == {"granted"}


@pytest.mark.parametrize(
    ("style", "key", "plain", "printed"),
    [
        ("thousands", RECEIVED, "1234567", "1,234,567"),
        ("thousands", AMOUNT, "7301.5817", "7,301.5817"),
        ("full_width", RECEIVED, "120", "１２０"),
        ("with_unit", RECEIVED, "12", "12件"),
        ("with_unit", AMOUNT, "428.8689", "428.8689万元"),
        ("point_zero", RECEIVED, "12", "12.0"),
        ("point_zero", RECEIVED, "约5", "约5"),
        ("thousands", RECEIVED, "/", "/"),
    ],
)
def test_a_style_prints_numbers_its_own_way_and_nothing_else(
    style: Values, key: tuple[str, str, str], plain: str, printed: str
) -> None:
    """Protects the styles from changing what a cell says."""
    layout = Layout(values=style)
    assert page_of(a_sheet(cells={key: plain}), layout).values[key] == printed


def test_a_positive_change_may_be_printed_with_its_sign() -> None:
    """Protects `+4` in the one column that is signed; counts never get a sign."""
    page = page_of(a_sheet(form=FORM_2019, cells={CHANGE: "4", RECEIVED: "4"}), Layout(values="signed"))
    assert (page.values[CHANGE], page.values[RECEIVED]) == ("+4", "4")


@pytest.mark.parametrize(("form", "rows"), [(FORM_2019, 20), (FORM_2021, 22)])
def test_the_results_label_spans_the_rows_of_the_official_form(form: str, rows: int) -> None:
    """Protects the merged cell that readers lose count of."""
    boxes = [box for row in request_grids(request_items(form), Layout())[0].rows for box in row]
    assert [box.rows for box in boxes if box.text == "三、本年度办理结果"] == [rows]


@given(sheets(), layouts())
def test_every_row_of_every_table_fills_its_width(sheet: Sheet, layout: Layout) -> None:
    """Protects the grids from holes: a row too short would be read shifted, and be the writer's fault."""
    for grid in (block for block in page_of(sheet, layout).blocks if isinstance(block, Grid)):
        assert {sum(piece.box.columns for piece in row) for row in pieces(grid)} == {grid.width}


@given(sheets(), layouts())
def test_every_cell_of_the_sheet_is_printed_once(sheet: Sheet, layout: Layout) -> None:
    """Protects the answer sheet: what is expected is on the page, and only once."""
    grids = [block for block in page_of(sheet, layout).blocks if isinstance(block, Grid)]
    printed = [box.key for grid in grids for row in grid.rows for box in row if box.key in sheet.cells]
    assert sorted(filter(None, printed)) == sorted(sheet.cells)


@given(sheets(), layouts(format="docx"))
def test_a_word_file_is_a_sound_package(sheet: Sheet, layout: Layout) -> None:
    """Protects the docx: its parts are there, well formed, and hold every printed value."""
    with zipfile.ZipFile(io.BytesIO(write(sheet, layout))) as package:
        assert package.testzip() is None
        parts = {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}
    assert parts.keys() == {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
    cells = ["".join(cell.itertext()) for cell in parts["word/document.xml"].iter(f"{WORD}tc")]
    assert set(page_of(sheet, layout).values.values()) <= set(cells)


@given(sheets(), layouts())
def test_the_same_report_is_the_same_file(sheet: Sheet, layout: Layout) -> None:
    """Protects reproducible corpora: no clock and no chance in a writer."""
    assert write(sheet, layout) == write(sheet, layout)
