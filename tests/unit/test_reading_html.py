"""A page becomes what its reader sees: blocks in order, cells in their columns, the site's frame marked as such."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.document import Table
from tests.documents import read_page, refusal, shown

Claim = tuple[str, str]
"""Whatever a page may say as rowspan and colspan."""

SPANS = ["", "0", "1", "2", "3", "7", " 2 ", "2.5", "-1", "x", "100000", "99999999999999999999"]


def grid(body: str) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, rows and columns of each cell of the first table."""
    rows = read_page(body).tables[0].rows
    return [[(one.text, one.column, one.row_span, one.column_span) for one in row] for row in rows]


@given(
    st.lists(st.lists(st.tuples(st.sampled_from(SPANS), st.sampled_from(SPANS)), max_size=6), min_size=2, max_size=7)
)
def test_wrong_spans_never_lose_a_cell_nor_put_two_in_one_place(rows: list[list[Claim]]) -> None:
    """Protects every number of a table whose spans reach out of it, over each other, or mean nothing."""
    named = [[(f"{r}-{c}", claim) for c, claim in enumerate(row)] for r, row in enumerate([*rows, [("1", "1")] * 2])]
    lines = [
        "".join(f'<td rowspan="{deep}" colspan="{wide}">{text}</td>' for text, (deep, wide) in row) for row in named
    ]
    table = read_page("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>").tables[0]
    assert [[one.text for one in row] for row in table.rows] == [[text for text, _ in row] for row in named]
    assert _places_are_apart(table)


def _places_are_apart(table: Table) -> bool:
    taken = [
        place
        for row in table.rows
        for one in row
        for place in product(range(one.row, one.row + one.row_span), range(one.column, one.column + one.column_span))
    ]
    return len(taken) == len(set(taken)) and all(
        row <= len(table.rows) and column <= table.width for row, column in taken
    )


def test_a_span_past_the_end_stops_there() -> None:
    """Protects the columns of the last rows: 本年度办理结果 spans more rows than are left."""
    body = "<table><tr><td rowspan=22>结果</td><td>1</td></tr><tr><td>2</td></tr></table>"
    assert grid(body) == [[("结果", 1, 2, 1), ("1", 2, 1, 1)], [("2", 2, 1, 1)]]


def test_a_header_group_does_not_cut_a_span() -> None:
    """Protects columns under headers whose span goes on from thead into tbody."""
    head = "<thead><tr><th rowspan=2>项目</th><th>甲</th></tr></thead>"
    assert grid(f"<table>{head}<tbody><tr><td>乙</td></tr></tbody></table>")[1] == [("乙", 2, 1, 1)]


def test_a_table_wider_than_any_is_no_grid() -> None:
    """Protects the memory: spans that multiply over rows would fill it with columns."""
    row = "<tr>" + "<td colspan=60 rowspan=60>7</td>" * 20 + "</tr>"
    assert not read_page(f"<table>{row * 40}</table>").tables


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>1</span><font><b>2</b></font><i>3</i>", "123"),
        ("<p>1<o:p></o:p></p>", "1"),
        ("4<!-- 5 -->6", "46"),
        ("本年新<br/>制作数量", "本年新\n制作数量"),
        ("<p>结果</p>\n<p>维持</p>", "结果\n维持"),
        ("1<p>2</p>", "1\n2"),
        ("<div>1</div>2", "1\n2"),
        ("本年新收\n        申请", "本年新收申请"),
        ("in\n  use", "in use"),
        ("&nbsp;\u300012&nbsp;", "12"),
        ("&nbsp;", ""),
        ("1&nbsp;234", "1\u00a0234"),
        ("12<sup>1</sup>", "12[1]"),
        ("<sup>1</sup>2", "[1]2"),
        ("<del>12</del>15", "[12]15"),
        ("5<sup></sup>", "5"),
        ("7<script>8</script><style>9</style><noscript>9</noscript><select><option>9</select>", "7"),
        ('<span style="Display : NONE">9</span>6', "6"),
        ("<span hidden>9</span>6", "6"),
        ("&lt;3&gt;", "<3>"),
    ],
)
def test_a_cell_reads_as_it_is_shown(markup: str, text: str) -> None:
    """Protects digits: inline tags join, block tags and breaks part, the unseen and the raised join nothing."""
    assert grid(f"<table><tr><td>{markup}</td><td>甲</td></tr></table>")[0][0][0] == text
    assert shown(read_page(f"<div>{markup}</div><p>完</p>")) == [*filter(None, text.split("\n")), "完"]


def test_blocks_come_in_order_and_layout_tables_are_flattened() -> None:
    """Protects the order of headings and tables on pages that are laid out with tables."""
    inner = "<table><tr><td>规章</td><td>1</td></tr></table>"
    body = f"<table><tr><td>左栏</td><td><h1>标题</h1>首段{inner}<p>尾段</p></td></tr></table><p>页脚</p>"
    assert shown(read_page(body)) == ["左栏", "标题", "首段", [["规章", "1"]], "尾段", "页脚"]


def test_tables_deep_in_layout_tables_are_found() -> None:
    """Protects old sites with layout tables in layout tables, hundreds deep."""
    inner = "<table><tr><td>规章</td><td>1</td></tr></table>"
    body = "<table><tr><td>" * 300 + inner + "</td></tr></table>" * 300
    assert shown(read_page(body)) == [[["规章", "1"]]]


def test_an_article_in_a_column_of_a_table_is_running_text() -> None:
    """Protects the narrative of pages that put navigation and article side by side, or all in one column."""
    article = "".join(
        f"<p>第{number}段，本年度公开信息若干条，收到申请若干件，均按期答复。</p>" for number in range(40)
    )
    for side in ("<td>导航</td>", ""):
        document = read_page(f"<table><tr>{side}<td>{article}</td></tr></table>")
        assert not document.tables
        assert len(document.paragraphs) == 40 + bool(side)


def test_rows_and_cells_without_their_end_tags_are_read() -> None:
    """Protects sloppy pages, which browsers show all the same."""
    assert shown(read_page("<table><tr><td>规章<td>1<tr><td>许可<td>2</table>")) == [[["规章", "1"], ["许可", "2"]]]
    assert shown(read_page("<table><form><tr><td>规章<form></td><td>1</td></tr></table>")) == [[["规章", "1"]]]


def test_hidden_rows_are_left_out() -> None:
    """Protects a table from rows that the page keeps for its scripts."""
    body = '<table><tr><td>规章</td><td>1</td></tr><tr style="display:none"><td>许可</td><td>9</td></tr></table>'
    assert shown(read_page(body)) == [[["规章", "1"]]]


def test_the_frame_of_the_site_is_marked() -> None:
    """Protects the last section from the footer, and clues in the footer from being lost."""
    body = (
        '<div class="top-nav"><ul><li>首页</li><li>公开</li></ul></div><div class="content"><p>六、其他</p></div>'
        '<div id="footer"><p>主办：霁川市人民政府</p></div>'
    )
    lines = [(line.text, line.is_frame) for line in read_page(body).paragraphs]
    assert lines == [("首页", True), ("公开", True), ("六、其他", False), ("主办：霁川市人民政府", True)]


def test_the_page_says_what_it_is() -> None:
    """Protects title, addresses and publication date, which the head of a page names."""
    head = (
        "<title> 霁川市商务局\n年度报告 </title><base href='https://a.example/'>"
        '<link rel="Canonical" href="https://a.example/1.html"><link rel="stylesheet" href="x.css">'
        '<meta property="og:url" content="https://a.example/1.html"><meta name="PubDate" content="2024-01-15">'
    )
    document = read_page("<p>一、总体情况</p>", head)
    assert document.title == "霁川市商务局 年度报告"
    assert document.links == ("https://a.example/1.html", "https://a.example/")
    assert ("PubDate", "2024-01-15") in document.meta


@pytest.mark.parametrize("markup", ["<div>", "<table><tr><td>x", "<b><p>", "<ul><li>", "<font color=red>x"])
def test_a_page_nested_without_end_neither_hangs_nor_fails(markup: str) -> None:
    """Protects a load against pages that would keep a parser busy for hours."""
    assert refusal(markup.encode() * 30_000, "a.html") in ("", "damaged")


def test_preformatted_text_keeps_its_lines() -> None:
    """Protects pages that show a text dump as it is."""
    assert shown(read_page("<pre>一、总体情况\n本年度公开。</pre>")) == ["一、总体情况", "本年度公开。"]
