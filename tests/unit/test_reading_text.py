"""Plain text and Markdown: paragraphs by line, and tables in every shape that converters leave behind."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import read_text, shown

Rows = list[list[str]]

WORDS = [
    "规章",
    "行政许可",
    "（一）予以公开",
    "1.属于国家秘密",
    "0",
    "12",
    "-3",
    "428.8689万元",
    "/",
    "—",
    "1,234",
    "　7",
]


def rows_of(blanks: bool) -> st.SearchStrategy[Rows]:
    """Rows of two to nine cells, the first of them printed, one cell in some rows wrapped or blank."""
    texts = st.sampled_from([*WORDS, *([""] * 4 if blanks else [])])
    first = st.sampled_from(["信息内容", "自然人", "总计"])
    row = st.tuples(first, st.lists(texts, min_size=3, max_size=8)).map(lambda drawn: [drawn[0], *drawn[1]])
    return st.lists(row, min_size=1, max_size=12)


def stripped(rows: Rows) -> Rows:
    """The texts as they are read: without the spaces around them."""
    return [[text.strip() for text in row] for row in rows]


def a_cell_a_line(rows: Rows) -> str:
    """A tab before each cell, a blank line after each row."""
    return "\n".join("".join(f"\t{text}\n" for text in row) for row in rows)


def a_row_a_line(rows: Rows) -> str:
    """Cells parted by tabs."""
    return "\n".join("\t".join(row) for row in rows)


def pipes(rows: Rows) -> str:
    """A Markdown table with a separator row."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def open_pipes(rows: Rows) -> str:
    """Pipes between the cells only."""
    return "\n".join(" | ".join(row) for row in rows)


SHAPES = (a_cell_a_line, a_row_a_line, pipes, open_pipes)


@given(rows_of(blanks=True), st.sampled_from(SHAPES), st.sampled_from(["\n", "\r\n"]))
def test_a_table_comes_back_from_every_shape(rows: Rows, shape: Callable[[Rows], str], line_end: str) -> None:
    """Protects every cell, blank ones too, between a heading and a paragraph."""
    if shape is open_pipes:
        rows = [[*row[:-1], row[-1] or "0"] for row in rows]
    text = f"二、主动公开政府信息情况\n{shape(rows)}\n\n\n三、收到和处理\n全年收到申请3件。\n".replace("\n", line_end)
    assert shown(read_text(text)) == [
        "二、主动公开政府信息情况",
        stripped(rows),
        "三、收到和处理",
        "全年收到申请3件。",
    ]


@given(rows_of(blanks=False), st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_blank_lines_between_rows_do_not_part_a_table(rows: Rows, gaps: Sequence[int]) -> None:
    """Protects the header: rows that lost touch with it would have no columns."""
    text = "".join(f"{line}\n" + "\n" * gap for line, gap in zip(a_row_a_line(rows).split("\n"), gaps, strict=False))
    assert shown(read_text(text)) == [stripped(rows)]


def test_cells_may_wrap_to_lines_without_a_tab() -> None:
    """Protects labels over two lines, which stay one cell."""
    text = "\t信息内容\n\t本年新\n制作数量\n\t件数\n\n\t（一）公开数\n　　（不同渠道计1条）\n\t45\n\t\n"
    assert shown(read_text(text)) == [
        [["信息内容", "本年新\n制作数量", "件数"], ["（一）公开数\n　　（不同渠道计1条）", "45", ""]]
    ]


def test_a_heading_glued_to_the_last_cell_is_a_paragraph() -> None:
    """Protects the last number of a table and the section after it from each other."""
    text = "\t规章\n\t5\n\n\t行政许可\n\t360\n三、收到和处理\n全年收到3件。\n"
    assert shown(read_text(text)) == [[["规章", "5"], ["行政许可", "360"]], "三、收到和处理", "全年收到3件。"]


def test_tabs_that_indent_paragraphs_make_no_table() -> None:
    """Protects the narrative of texts whose paragraphs begin with a tab, before, between and after tables."""
    text = (
        "\t一、总体情况\n\n\t本年度公开79条。\n\n\t二、主动公开\n\n\t规章\n\t5\n\n\t行政许可\n\t6\n\n\n\t三、收到\n\n"
        "\t全年收到3件。\n\n\t新收\n\t4\n\n\n\t五、问题\n\n\t存在不足。\n"
    )
    assert shown(read_text(text)) == [
        "一、总体情况",
        "本年度公开79条。",
        "二、主动公开",
        [["规章", "5"], ["行政许可", "6"]],
        "三、收到",
        "全年收到3件。",
        [["新收", "4"]],
        "五、问题",
        "存在不足。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "行政许可396442278",
        "霁川市商务局\t2024年1月15日",
        "联系人\t张三",
        "一、\t总体情况",
        "联系电话 0999 7210266",
        "行政处罚 12",
        "网站地图|联系我们",
        "2023年，全局 收到 申请 3 件",
        "| 只有一条线",
        "----------",
    ],
)
def test_what_is_a_row_only_by_chance_stays_a_paragraph(line: str) -> None:
    """Protects signatures, headings and glued cells: their text is kept letter for letter."""
    assert shown(read_text(f"报告\n{line}\n完")) == ["报告", line, "完"]


def test_rows_parted_by_spaces_are_a_table_when_numbers_end_them() -> None:
    """Protects tables copied out of a PDF; a telephone number on a line of its own is none."""
    text = "三、收到和处理\n自然人 企业 总计\n一、新收 26 4 30\n二、结转 6 0 6\n联系电话 0999 7210266\n"
    assert shown(read_text(text)) == [
        "三、收到和处理",
        [["自然人", "企业", "总计"], ["一、新收", "26", "4", "30"], ["二、结转", "6", "0", "6"]],
        "联系电话 0999 7210266",
    ]


def test_two_markdown_tables_with_headers_of_their_own_are_two() -> None:
    """Protects columns: a second header row begins a second table."""
    text = "| 规章 | 许可 |\n|---|---|\n| 1 | 2 |\n\n| 自然人 | 总计 |\n|:-:|--:|\n| 3 | 4 |\n"
    assert shown(read_text(text)) == [[["规章", "许可"], ["1", "2"]], [["自然人", "总计"], ["3", "4"]]]


def test_dashes_in_a_data_row_are_cells() -> None:
    """Protects 不适用 written as dashes from being taken for the rule under a header."""
    text = "|维持|纠正|其他|\n|---|---|---|\n|-|-|-|\n|—|/|0|\n"
    assert shown(read_text(text)) == [[["维持", "纠正", "其他"], ["-", "-", "-"], ["—", "/", "0"]]]


def test_drawn_borders_are_no_rows() -> None:
    """Protects tables drawn with line characters."""
    text = "┌────┬────┬───┐\n│规章│ 3 │ 4 │\n├────┼────┼───┤\n│许可│ 5 │   │\n└────┴────┴───┘\n"
    assert shown(read_text(text)) == [[["规章", "3", "4"], ["许可", "5", ""]]]


def test_marks_of_converters_are_not_text() -> None:
    """Protects numbers and sentences from the bookmarks and pictures that converters write out."""
    text = "[bookmark: _GoBack]一、总体情况\n[image: 图1(1)]\n\t规章\n\t[bookmark: _Toc1]0\n\n\t许可\n\t1\n"
    assert shown(read_text(text)) == ["一、总体情况", [["规章", "0"], ["许可", "1"]]]


def test_markdown_signs_are_not_text() -> None:
    """Protects titles and values from the signs of headings and bold type; a number sign in plain text stays."""
    rows = "| 规章 | **12** | 3<br>4 |\n|---|---|---|\n| a&amp;b | 1\\|2 | |\n"
    text = f"# 霁川市商务局2023年度报告\n\n## 一、**总体情况**\n\n{rows}"
    assert shown(read_text(text, "年报.md")) == [
        "霁川市商务局2023年度报告",
        "一、总体情况",
        [["规章", "12", "3\n4"], ["a&b", "1|2", ""]],
    ]
    assert shown(read_text("#12 楼\n完")) == ["#12 楼", "完"]


def test_html_tables_inside_markdown_keep_their_merged_cells() -> None:
    """Protects Markdown of converters that write merged tables as HTML."""
    table = '<table><tr><td rowspan="2">规章</td><td>1</td></tr><tr><td>2</td></tr></table>'
    document = read_text(f"## 二、主动公开\n\n{table}\n\n## 三、收到\n", "年报.md")
    assert shown(document) == ["二、主动公开", [["规章", "1"], ["2"]], "三、收到"]
    assert document.tables[0].rows[1][0].column == 2


def test_places_count_tables_rows_cells_and_lines_from_one() -> None:
    """Protects the way back from a finding to the place in the source."""
    document = read_text("报告\n规章\t0\t0\n许可\t1\t1\n\n二、结语\n处罚\t2\t2\n")
    table = document.tables[1]
    assert [line.place for line in document.paragraphs] == ["p1", "p2"]
    assert [table.place(cell) for cell in table.rows[0]] == ["t2.r1.c1", "t2.r1.c2", "t2.r1.c3"]
    assert all(table.is_ragged for table in document.tables)
