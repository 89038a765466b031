"""The columns that name rows stay in sight: which they are, and that a merged one does not cover the numbers."""

import re

from etl.reading.document import Table
from pages.parts.origins.facsimile import table_html
from pages.parts.origins.stub import stub_of
from tests.documents import read_page

PAGE = """
<table>
<tr><td rowspan="2" colspan="2">项目</td><td colspan="3">申请人</td></tr>
<tr><td>自然人</td><td>商业企业</td><td>总计</td></tr>
<tr><td colspan="2">一、本年新收</td><td>3</td><td>4</td><td>7</td></tr>
<tr><td rowspan="2">二、结果</td><td>予以公开</td><td>3</td><td>/</td><td>3</td></tr>
<tr><td>部分公开</td><td>1</td><td></td><td>1</td></tr>
</table>"""


def a_table(page: str = PAGE) -> Table:
    """A table with a head of two rows, and two columns that name rows."""
    return read_page(page).tables[0]


def styles(html: str) -> dict[str, str]:
    """The style of each cell by its text, tags and signs taken off."""
    cells = re.findall(r'<t[dh] [^>]*style="([^"]*)">(.*?)</t[dh]>', html)
    return {re.sub(r"<[^>]*>", "", text): style for style, text in cells}


def test_the_columns_before_the_first_number_name_rows() -> None:
    """Protects the choice: as most rows have it, whatever single rows do; none where rows begin with a number."""
    assert stub_of(a_table(), 2) == 2
    only_numbers = (
        "<table><tr><td>维持</td><td>纠正</td><td>总计</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert stub_of(a_table(only_numbers), 1) == 0
    only_text = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert stub_of(a_table(only_text), 0) == 0


def test_the_last_cell_that_names_a_row_stays_in_sight() -> None:
    """Protects readers on a phone: the name of the row stays beside its numbers, opaque, below the head."""
    drawn = styles(table_html(a_table(), "zh", head=2))
    for name in ("一、本年新收", "予以公开", "部分公开"):
        assert "position:sticky" in drawn[name]
        assert "background:Canvas" in drawn[name]
    for other in ("项目", "自然人", "二、结果", "4"):
        assert "position:sticky" not in drawn[other]


def test_a_merged_name_keeps_no_more_than_the_last_column() -> None:
    """Protects the numbers from a name that is as wide as the screen: the rest of it moves out at the left."""
    html = table_html(a_table(), "zh", head=2)
    assert "left:-2.6rem" in styles(html)["一、本年新收"]
    assert "left:0;" in styles(html)["予以公开"]
    assert re.search(r"<span [^>]*position:sticky[^>]*>一、本年新收</span>", html)


def test_a_marked_row_is_opaque_too() -> None:
    """Protects the marked row's name from numbers that shine through it."""
    table = a_table()
    heading = next(cell for row in table.rows for cell in row if cell.text == "予以公开")
    style = styles(table_html(table, "zh", headings=[heading], head=2))["予以公开"]
    assert "transparent" not in style.partition("background:")[2]
