"""A Word file becomes what its reader sees: body text in order, merged cells once, nothing that is hidden."""

import pytest

from tests.documents import cell, paragraph, read_word, run, shown, table

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def grid(body: str) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, rows and columns of each cell of the first table."""
    rows = read_word(body).tables[0].rows
    return [[(one.text, one.column, one.row_span, one.column_span) for one in row] for row in rows]


def test_text_is_joined_and_parted_as_printed() -> None:
    """Protects digits scattered over runs, line breaks, tabs, and a minus sign that must not break."""
    digits = paragraph(run("1"), run("2"), "<w:r><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", run("3"))
    tab_stop = '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
    tabbed = paragraph(tab_stop, run("电话"), "<w:r><w:tab/></w:r>", run("12"))
    assert shown(read_word(digits + tabbed)) == ["12", "-3", "电话\t12"]


def test_paragraphs_of_a_cell_are_lines_of_one_cell() -> None:
    """Protects cells with blank paragraphs and several lines."""
    lines = f"<w:tc>{paragraph()}{paragraph(run(' 本年新'))}{paragraph(run('制作数量'))}{paragraph()}</w:tc>"
    assert shown(read_word(table(lines + cell("\u30007\u00a0")))) == [[["本年新\n制作数量", "7"]]]


def test_merged_cells_stand_once_in_their_columns() -> None:
    """Protects the columns of rows beside merged labels, whatever kind of merge the editor wrote."""
    across = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("三、结果", across + RESTART) + cell("1"),
        cell("", across + GOES_ON) + cell("2"),
        cell("四", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("3"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("五") + cell("4"),
    )
    assert grid(body) == [
        [("三、结果", 1, 2, 2), ("1", 3, 1, 1)],
        [("2", 3, 1, 1)],
        [("四", 1, 1, 2), ("3", 3, 1, 1)],
        [("五", 2, 1, 1), ("4", 3, 1, 1)],
    ]


def test_a_merge_that_nothing_began_is_a_cell() -> None:
    """Protects numbers in cells that claim to go on although no cell above began a merge, or one of another width."""
    body = table(
        cell("甲") + cell("1"),
        cell("2", GOES_ON) + cell("3", RESTART),
        cell("4", '<w:gridSpan w:val="2"/>' + GOES_ON),
    )
    assert [[text for text, *_ in row] for row in grid(body)] == [["甲", "1"], ["2", "3"], ["4"]]


@pytest.mark.parametrize("value", ["x", "-2", "0", "99999999999999999999"])
def test_nonsense_spans_do_not_stop_the_reading(value: str) -> None:
    """Protects a load against damaged table properties."""
    rows = grid(table(cell("甲", f'<w:gridSpan w:val="{value}"/>') + cell("1")))
    assert [text for text, *_ in rows[0]] == ["甲", "1"]


def test_tracked_changes_are_read_as_accepted() -> None:
    """Protects numbers that were corrected: the old one is gone, the new one is there."""
    deleted = "<w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('9')}</w:moveFrom><w:moveTo>{run('8')}</w:moveTo>"
    gone = '<w:trPr><w:del w:id="1"/></w:trPr>'
    body = paragraph(deleted, f"<w:ins>{run('15')}</w:ins>", moved) + table(
        cell("规章") + cell("1"), gone + cell("许可") + cell("2"), cell("处罚") + cell("3", "<w:cellDel/>") + cell("4")
    )
    assert shown(read_word(body)) == ["158", [["规章", "1"], ["处罚", "4"]]]


def test_text_that_nobody_sees_or_that_stands_twice_is_read_once() -> None:
    """Protects numbers from duplicates for old programs, hidden runs, field codes and comments in the file."""
    box = f"<w:txbxContent>{paragraph(run('文本框'))}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    code = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = paragraph(run("前"), f"<w:r>{twice}</w:r>", code, run("隐", "<w:vanish/>"), run("1<!-- 9 -->2"), run("后"))
    assert shown(read_word(body)) == ["前12后", "文本框"]


def test_what_only_old_programs_would_show_is_read_when_nothing_else_is_there() -> None:
    """Protects text that stands in the fallback alone."""
    body = paragraph(f"<mc:AlternateContent><mc:Fallback>{run('只有这里')}</mc:Fallback></mc:AlternateContent>")
    assert shown(read_word(body)) == ["只有这里"]


def test_struck_and_raised_digits_never_join_a_number() -> None:
    """Protects a cell with a foot-note mark or a number struck out: it must not become a larger number."""
    raised, not_struck = '<w:vertAlign w:val="superscript"/>', '<w:strike w:val="0"/>'
    body = table(
        f"<w:tc>{paragraph(run('12'), run('1', raised))}</w:tc>"
        f"<w:tc>{paragraph(run('3', '<w:strike/>'), run('5'))}</w:tc>"
        f"<w:tc>{paragraph(run('7', not_struck))}</w:tc>"
    )
    assert shown(read_word(body)) == [[["12[1]", "[3]5", "7"]]]


def test_changed_formatting_does_not_disturb_the_text() -> None:
    """Protects files with tracked formatting, whose run properties hold run properties again."""
    old = "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
    font = '<w:rFonts w:eastAsia="仿宋"/>'
    body = paragraph(run("1", font + old), run("2", font), run("9", font + "<w:vanish/>"), run("3", font))
    assert shown(read_word(body)) == ["123"]


def test_wrappers_are_looked_through() -> None:
    """Protects text in content controls, hyperlinks and simple fields, also around rows and cells."""
    control = "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    linked = paragraph(f"<w:hyperlink>{run('网址')}</w:hyperlink><w:fldSimple>{run('3')}</w:fldSimple>")
    row = f"<w:tr>{control(cell('规章'))}{cell('1')}</w:tr>"
    body = control(linked) + f"<w:tbl>{control(row)}</w:tbl>"
    assert shown(read_word(body)) == ["网址3", [["规章", "1"]]]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    """Protects reports pasted into a frame: the table inside is read, the frame is not."""
    inner = table(cell("规章") + cell("1"))
    body = table(f"<w:tc>{paragraph(run('一、总体'))}{inner}{paragraph()}</w:tc>" + cell("边栏")) + table(cell("独格"))
    assert shown(read_word(body)) == ["一、总体", [["规章", "1"]], "边栏", "独格"]


def test_symbols_are_characters_or_nothing() -> None:
    """Protects a load against symbol codes that are no characters."""
    codes = "".join(f'<w:sym w:char="{code}"/>' for code in ("221A", "D800", "xyz", ""))
    assert shown(read_word(paragraph(f"<w:r>{codes}</w:r>"))) == ["√"]
