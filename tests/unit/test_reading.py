"""Files of every kind become one neutral document, or are refused with a reason."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import Rejection
from etl.reading.document import Document
from etl.reading.read import read_document
from etl.vocabulary.reasons import REASON_BY_NAME

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "霁川市商务局编制本报告，全年公开信息三十二条，收到申请十二件。"
NAMES = ("报告.txt", "报告.md", "报告.html", "报告.docx", "报告", "报告.pdf", "报告.xlsx")

Box = tuple[str, int, int]
"""Text, rows and columns of one cell."""


def docx(body: str) -> bytes:
    """The smallest file that word processors open."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a docx."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@st.composite
def grids(draw: st.DrawFn) -> tuple[list[list[Box]], int]:
    """Rows of cells that fill a rectangle without gaps, each with a text of its own, and the width."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    rows: list[list[Box]] = []
    for row in range(height):
        rows.append([])
        for column in range(width):
            if (row, column) not in taken:
                free = next((c for c in range(column, width) if (row, c) in taken), width) - column
                wide, deep = draw(st.integers(1, free)), draw(st.integers(1, height - row))
                taken |= {(row + r, column + c) for r in range(deep) for c in range(wide)}
                rows[-1].append((f"格{row}之{column}", deep, wide))
    return rows, width


def as_html(rows: Sequence[Sequence[Box]]) -> bytes:
    """The grid as a page."""
    cells = ["".join(f'<td rowspan="{d}" colspan="{w}"><p>{t}</p></td>' for t, d, w in row) for row in rows]
    return ("<html><body><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table></body></html>").encode()


def as_docx(rows: Sequence[Sequence[Box]], width: int) -> bytes:
    """The grid as a Word table: cells that go on below are written again, as `vMerge`."""
    running: dict[int, tuple[int, int]] = {}
    written = []
    for row in rows:
        waiting, column, cells = iter(row), 0, []
        while column < width:
            goes_on = column in running
            text, deep, wide = ("", *running.pop(column)) if goes_on else next(waiting)
            merge = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if deep > 1 else ""
            cells.append(
                f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/>{merge}</w:tcPr>{paragraph(text)}</w:tc>',
            )
            if deep > 1:
                running[column] = (deep - 1, wide)
            column += wide
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return docx(f"<w:tbl>{''.join(written)}</w:tbl>{paragraph('完')}")


def boxes_of(document: Document) -> list[list[tuple[str, int, int, int]]]:
    """Text, column and spans of each cell by row."""
    rows = document.tables[0].rows
    return [[(cell.text, cell.column, cell.row_span, cell.column_span) for cell in row] for row in rows if row]


@given(grids())
def test_merged_cells_are_the_same_in_every_format(grid: tuple[list[list[Box]], int]) -> None:
    """Protects the columns: whatever is merged, a page and a Word file of one table become one grid."""
    rows, width = grid
    page, word = read_document(as_html(rows), "a.html"), read_document(as_docx(rows, width), "a.docx")
    assert boxes_of(page) == boxes_of(word)
    assert [[(text, deep, wide) for text, _, deep, wide in row] for row in boxes_of(page)] == [r for r in rows if r]


CHARSETS = ("utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030")


@pytest.mark.parametrize("charset", CHARSETS)
@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312", "iso-8859-1"])
def test_the_declared_charset_is_overruled_when_it_is_wrong(charset: str, declared: str) -> None:
    """Protects texts against a page that names another encoding than its own."""
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}<title>年报</title></head><body><p>{SENTENCE}</p></body></html>"
    assert [line.text for line in read_document(page.encode(charset), "a.html").paragraphs] == [SENTENCE]


FORESEEN = REASON_BY_NAME.keys() | {"read"}


def outcome_of(data: bytes, name: str) -> str:
    """`read`, `nothing in it` (which must not be), or the code of the reason."""
    try:
        return "read" if read_document(data, name).blocks else "nothing in it"
    except Rejection as refused:
        return refused.code


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_are_a_document_or_refused_with_a_declared_reason(data: bytes, name: str) -> None:
    """Protects a load against files of any content: nothing but a document or a reason comes out."""
    assert outcome_of(data, name) in FORESEEN


@given(st.binary(max_size=60), st.integers(0, 500))
def test_a_damaged_docx_is_refused_or_read_and_nothing_else(noise: bytes, at: int) -> None:
    """Protects a load against Word files cut or spoilt on the way."""
    whole = docx(paragraph(SENTENCE))
    at %= len(whole)
    for data in (whole[:at], whole[:at] + noise + whole[at + len(noise) :]):
        assert outcome_of(data, "a.docx") in FORESEEN


def test_an_entity_never_reaches_a_file_of_this_machine() -> None:
    """Protects the machine: a document cannot make the reader open other files."""
    trap = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{W}"><w:body>{paragraph("&e;")}'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("word/document.xml", f"{trap}</w:body></w:document>")
    with pytest.raises(Rejection):
        read_document(file.getvalue(), "a.docx")


HIDDEN_AND_SCATTERED = """<html><body><script>var a="<td>9</td>";</script><div style="display:none">7</div>
<table><tr><td>行政许可</td><td><span>1</span><b>2</b><!-- 3 --></td><td>4<sup>5</sup></td><td>&nbsp;</td></tr>
<tr><td>行政处罚</td><td>6<br>7</td><td><p>8</p></td><td>\u30009\u3000</td></tr></table></body></html>"""


def test_a_cell_holds_what_a_reader_of_the_page_sees() -> None:
    """Protects digits: scattered tags join, line breaks part, raised marks and hidden text never make a number."""
    rows = [
        [cell.text for cell in row] for row in read_document(HIDDEN_AND_SCATTERED.encode(), "a.html").tables[0].rows
    ]
    assert [row[1] for row in rows] == ["12", "6\n7"]
    assert "45" not in rows[0][2]
    assert (rows[0][3], rows[1][2], rows[1][3]) == ("", "8", "9")


NOT_READ_YET = {"年报.pdf": b"%PDF-1.7 text", "年报.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600}


@pytest.mark.parametrize("name", NOT_READ_YET)
def test_a_format_to_come_is_refused_by_its_name(name: str) -> None:
    """Protects the clerk: a file that cannot be read yet says what it is, not that it is damaged."""
    with pytest.raises(Rejection) as refused:
        read_document(NOT_READ_YET[name], name)
    assert refused.value.code == "format_not_supported"
