"""Places found again in a document, and the document drawn: right cell, right sentence, nothing of it obeyed."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.document import Cell, Document, Paragraph, Table
from pages.parts.origins.facsimile import COLUMNS_DRAWN, HTML_DRAWN, ROWS_DRAWN, document_html, lines_html, table_html
from pages.parts.origins.places import (
    CELL,
    FIRST,
    LINE,
    ROW,
    Span,
    find_cell,
    find_section,
    find_sentence,
    head_rows,
    headings_of,
    numbers_of,
)
from tests.builders import a_document
from tests.documents import read_page

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(1)"> **b** [l](javascript:x) $x$ :red[r] \' & </td></table>'
)
OWN_TAGS = {"div", "table", "colgroup", "col", "thead", "tbody", "tr", "td", "th", "span", "p", "mark"}
PAGE = """
<table>
<tr><td rowspan="2" colspan="2">项目</td><td colspan="2">申请人</td></tr>
<tr><td>自然人</td><td>总计</td></tr>
<tr><td rowspan="2">结果</td><td>予以公开</td><td>3</td><td>4</td></tr>
<tr><td>部分公开</td><td>1</td><td></td></tr>
</table>"""
FILLED = {(3, 3), (3, 4), (4, 3), (4, 4)}


def a_table() -> Table:
    """A table with a head of two rows and merged cells."""
    return read_page(PAGE).tables[0]


def tags(html: str) -> set[str]:
    """The names of the tags in a piece of HTML."""
    return set(re.findall(r"</?([a-zA-Z]+)", html))


def test_a_cell_is_found_where_it_was_read() -> None:
    """Protects the mark: the text at the place must be the text that was read."""
    document = a_document([["甲", "12"], ["乙", ""]])
    found = find_cell(document, "t1.r1.c2", "12")
    assert found
    assert (found.how, found.cells[0].text) == (CELL, "12")
    assert find_cell(document, "t1.r2.c2", "")


@pytest.mark.parametrize(
    ("place", "raw"),
    [
        ("t1.r1.c2", "13"),
        ("t1.r9.c2", "12"),
        ("t2.r1.c2", "12"),
        ("t1.r1.c9", "12"),
        ("p1", "12"),
        ("", "12"),
        ("x", ""),
    ],
)
def test_nothing_is_marked_where_something_else_stands(place: str, raw: str) -> None:
    """Protects the reader from a mark on the wrong number when document and reading no longer agree."""
    assert find_cell(a_document([["甲", "12"]]), place, raw) is None


def test_what_could_not_be_read_is_found_as_it_was_put_down() -> None:
    """Protects unreadable cells: a row of uncertain columns, a cell printed twice, digits glued in a line."""
    document = a_document("予以公开123", [["甲", " 1", "2 "]])
    row, first, line = (
        find_cell(document, place, raw)
        for place, raw in (("t1.r1.c2", "1 | 2"), ("t1.r1.c2", "1 | 7"), ("p1", "予以公开123"))
    )
    assert row
    assert first
    assert line
    assert (row.how, [cell.text for cell in row.cells]) == (ROW, [" 1", "2 "])
    assert (first.how, len(first.cells)) == (FIRST, 1)
    assert (line.how, line.paragraph and line.paragraph.number) == (LINE, 1)


def test_row_and_column_headings_are_those_of_the_cell() -> None:
    """Protects the way in the table: the groups over a column and beside a row, not those of their neighbours."""
    table = a_table()
    cell = next(cell for cell in table.rows[3] if cell.text == "1")
    assert {one.text for one in headings_of(table, [cell], FILLED)} == {"结果", "部分公开", "申请人", "自然人"}
    assert head_rows(table, cell.row, FILLED) == 2


def test_headings_of_a_table_in_parts_are_those_right_above() -> None:
    """Protects table two, where each part has a head of its own: no head of another part stays in sight."""
    document = a_document([["（一）", ""], ["信息", "制发"], ["规章", "1"], ["信息", "处理"], ["许可", "2"]])
    table = document.tables[0]
    filled = {(3, 2), (5, 2)}
    assert {one.text for one in headings_of(table, [table.rows[4][1]], filled)} == {"许可", "处理"}
    assert head_rows(table, 5, filled) == 0


def test_a_part_of_the_text_is_found_with_its_own_paragraphs() -> None:
    """Protects sections: heading and text as read, without the lines before and behind."""
    document = a_document("导语", "五、问题", "一是慢。二是少。", "三是乱。", "六、其他")
    found = find_section(document, "p2", "五、问题", "一是慢。二是少。\n三是乱。")
    assert [one.number for one in found] == [2, 3, 4]
    assert not find_section(document, "p2", "五、问题", "一是快。")


def test_of_two_sentences_alike_the_right_one_is_marked() -> None:
    """Protects sentences that stand twice; and a position that no sentence has marks nothing."""
    paragraphs = (Paragraph(1, "加强学习。加强检查。"), Paragraph(2, "加强学习。"))
    sentences = ["加强学习。", "加强检查。", "加强学习。"]
    assert find_sentence(paragraphs, sentences, 1) == (Span(1, 0, 5),)
    assert find_sentence(paragraphs, sentences, 3) == (Span(2, 0, 5),)
    assert not find_sentence(paragraphs, sentences, 4)
    assert not find_sentence(paragraphs, sentences, 0)


def test_merged_cells_are_drawn_merged_and_the_mark_is_not_colour_alone() -> None:
    """Protects the facsimile: spans as in the document, one cell marked with outline and sign."""
    table = a_table()
    cell = next(cell for cell in table.rows[2] if cell.text == "3")
    html = table_html(table, "zh", [cell], headings_of(table, [cell], FILLED), 2)
    assert 'rowspan="2" colspan="2"' in html
    assert html.count("▶") == html.count("outline:") == 1
    assert re.search(r"▶\s</span>3<", html)
    assert html.count("<tr>") == 4
    assert html.index("<thead") < html.index("自然人") < html.index("<tbody>") < html.index("予以公开")


def test_headings_and_boxes_are_said_to_those_who_hear_the_page() -> None:
    """Protects readers with a screen reader: what names a column or a row is a heading, what scrolls has a name."""
    table = a_table()
    cell = next(cell for cell in table.rows[2] if cell.text == "3")
    html = table_html(table, "zh", [cell], headings_of(table, [cell], FILLED), 2)
    heads = {text: scope for scope, text in re.findall(r'<th [^>]*scope="(\w+)"[^>]*>([^<]*)</th>', html)}
    assert heads == {"项目": "col", "申请人": "col", "自然人": "col", "总计": "col", "结果": "row", "予以公开": "row"}
    assert html.count("<th ") == len(heads)
    document = document_html([Paragraph(1, "导语"), table], "en")
    for drawn in (html, lines_html([Paragraph(1, "甲")], "zh"), document):
        boxes = re.findall(r"<div ([^>]*)>", drawn)
        assert boxes
        assert all('tabindex="0" role="region" aria-label="' in box for box in boxes)
    assert re.findall(r'aria-label="([^"]*)"', document) == ["The whole document", "Table 1 of the document"]


@given(st.text() | st.just(HOSTILE))
def test_nothing_of_a_document_gets_through_but_its_letters(text: str) -> None:
    """Protects the reader: whatever a document says, only our own tags reach the screen, and its letters are kept."""
    table = Table(1, ((Cell(text, 1, 1),),), is_ragged=False, width=1)
    lines = lines_html([Paragraph(1, text)], "zh", [Span(1, 0, len(text) // 2)])
    whole = document_html([Paragraph(1, text), table], "zh")
    for html in (table_html(table, "en", [table.rows[0][0]]), lines, whole):
        assert tags(html) <= OWN_TAGS
        inside = re.sub(r"<[^<>]*>", "", html)
        assert "<" not in inside
        assert ">" not in inside
    assert text in unescape(re.sub(r"<[^<>]*>", "", table_html(table, "en")))


def test_a_huge_table_is_cut_around_the_mark_and_says_so() -> None:
    """Protects the page from freezing on ten thousand rows: the marked row is drawn, the rest is counted."""
    rows = tuple((Cell("甲", r, 1), Cell(f"{r}", r, 2)) for r in range(1, 10_001))
    table = Table(1, rows, is_ragged=False, width=2)
    html = table_html(table, "zh", [rows[6000][1]])
    assert html.count("<tr>") == ROWS_DRAWN
    assert re.search(r"▶\s</span>6001<", html)
    assert "9800 行" in html


def test_a_merged_cell_cut_by_the_window_keeps_the_columns_in_place() -> None:
    """Protects columns: a cell that begins above the rows drawn still holds its place, and ends with them."""
    tall = Cell("组", 1, 1, 500, 1)
    rows = ((tall, Cell("1", 1, 2)), *((Cell(f"{r}", r, 2),) for r in range(2, 501)))
    html = table_html(Table(1, rows, is_ragged=False, width=2), "zh", [rows[300][0]])
    assert f'rowspan="{ROWS_DRAWN}"' in html
    assert html.count("组") == 1


def test_a_wide_table_keeps_its_marked_cell() -> None:
    """Protects the mark in a damaged table of very many columns."""
    cells = tuple(Cell(str(c), 1, c) for c in range(1, 401))
    html = table_html(Table(1, (cells,), is_ragged=True), "en", [cells[399]])
    assert html.count("<td") <= COLUMNS_DRAWN + 2
    assert re.search(r"▶\s</span>400<", html)
    assert "340 more columns" in html


def test_a_very_long_document_is_cut_and_says_so() -> None:
    """Protects the page from megabytes of text."""
    blocks = [Paragraph(n, "字" * 1000) for n in range(1, 5001)]
    html = document_html(blocks, "zh")
    assert len(html) < HTML_DRAWN + 3000
    assert "没有列出" in html


def test_gaps_before_a_cell_are_filled() -> None:
    """Protects columns of tables whose rows do not begin at the first column."""
    table = Table(1, ((Cell("甲", 1, 1), Cell("乙", 1, 2)), (Cell("丙", 2, 2),)), is_ragged=False, width=2)
    assert 'colspan="1"' in table_html(table, "zh").split("<tr>")[2].split("</td>")[0]
    assert table_html(table, "zh").count("<td") == 4


def test_places_are_understood_or_nothing() -> None:
    """Protects against addresses and old builds with another way of naming places."""
    assert numbers_of("t3.r5.c2") == (3, 5, 2)
    assert numbers_of("p12") == (12,)
    assert numbers_of("row 3") == numbers_of("") == ()
    assert find_cell(Document("text/plain", ()), "t1.r1.c1", "") is None
