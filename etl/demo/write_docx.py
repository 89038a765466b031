"""A page as a Word file: the three parts a reader needs, zipped, with merged cells as Word writes them."""

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape

from etl.demo.grids import Grid, Piece, pieces
from etl.demo.layout import Layout
from etl.demo.page import Line, Page
from etl.vocabulary.form import CellKey

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_PART}"/></Types>'
)
_RELATIONSHIPS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)
_FONT = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="{}"/></w:rPr>'
_LINES = {
    "title": f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>{_FONT.format(44)}{{}}</w:r></w:p>',
    "heading": f"<w:p><w:r>{_FONT.format(32)}{{}}</w:r></w:p>",
    "body": f'<w:p><w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:r>{_FONT.format(32)}{{}}</w:r></w:p>',
}
_COLUMN = 860
_LEVEL = 1  # deflate hardest costs four times the time for a file a third smaller


def write_docx(page: Page, layout: Layout) -> bytes:
    """The page as the bytes of a .docx file, the same bytes for the same page."""
    values = _values(page.values, layout)
    body = "".join(_filled(block, values) if isinstance(block, Grid) else _line(block) for block in page.blocks)
    document = f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    return _zipped(
        {"[Content_Types].xml": _CONTENT_TYPES, "_rels/.rels": _RELATIONSHIPS, "word/document.xml": document}
    )


def _zipped(parts: dict[str, str]) -> bytes:
    """The parts as a package; the time of every part is fixed so that equal reports are equal files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def _text(text: str) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))


def _line(line: Line) -> str:
    return _LINES[line.role].format(_text(line.text))


def _values(values: Mapping[CellKey, str], layout: Layout) -> dict[CellKey, str]:
    """The values as runs; where the layout says so each digit in a run of its own."""
    if layout.scattered_digits:
        return {key: "".join(_run(_text(char)) for char in text) for key, text in values.items()}
    runs = {text: _run(_text(text)) if text else "" for text in set(values.values())}
    return {key: runs[text] for key, text in values.items()}


def _run(content: str) -> str:
    return f"<w:r>{_FONT.format(18)}{content}</w:r>"


def _filled(grid: Grid, values: Mapping[CellKey, str]) -> str:
    template, keys = _table_template(grid)
    return template % tuple([values[key] for key in keys])


@lru_cache(maxsize=256)
def _table_template(grid: Grid) -> tuple[str, tuple[CellKey, ...]]:
    """The table with a %s for the runs of each value, and the cells that go there in order."""
    rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in pieces(grid))
    keys = tuple(box.key for row in grid.rows for box in row if box.key is not None)
    columns = f'<w:gridCol w:w="{_COLUMN}"/>' * grid.width
    frame = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{frame}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>", keys


def _cell(piece: Piece) -> str:
    box = piece.box
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    merge = "" if box.rows == 1 else '<w:vMerge w:val="restart"/>' if piece.begins else "<w:vMerge/>"
    properties = f'<w:tcPr><w:tcW w:w="{_COLUMN * box.columns}" w:type="dxa"/>{span}{merge}</w:tcPr>'
    if not piece.begins or (box.key is None and not box.text):
        return f"<w:tc>{properties}<w:p/></w:tc>"
    content = "%s" if box.key is not None else _run(_text(box.text)).replace("%", "%%")
    return f"<w:tc>{properties}<w:p>{content}</w:p></w:tc>"
