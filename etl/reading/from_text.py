"""Plain text and Markdown → Document: paragraphs by line, tables in the shapes that converters leave behind.

Text keeps no merged cells, so its tables are ragged: only the order of the cells in a row is known.
"""

import re
from collections.abc import Iterable

from etl.reading.blocks import Blocks
from etl.reading.cell_lines import add_cell_lines, has_cell_lines
from etl.reading.document import Block, Document
from etl.reading.from_html import add_html
from etl.reading.row_lines import add_row_lines

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONVERTER_MARKS = re.compile(r"\[(?:bookmark|image):[^\[\]\n]*\]")
_FIRST_TAG = re.compile(r"\A(\s*<[a-z][^<>\n]*>)(?=[^\s<][^<\n]*(?:\n|\Z))", re.IGNORECASE)
"""A stray tag before the first words; it stands apart, as those are mostly the title."""
_HTML_TABLE = re.compile(r"(<table\b[^<>]*>(?:(?!</?table).)*</table\s*>)", re.IGNORECASE | re.DOTALL)
_HEADING_MARK = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")


def read_text(text: str, charset: str) -> Document:
    """Lines of plain text as paragraphs and ragged tables; what a line says is kept, marks of converters are not."""
    return Document("text/plain", _blocks(text), charset=charset)


def read_markdown(text: str, charset: str) -> Document:
    """The same for Markdown, without the signs of headings and bold type."""
    plain = _STRONG.sub(r"\1", _HEADING_MARK.sub("", text))
    return Document("text/markdown", _blocks(plain), charset=charset)


def _blocks(text: str) -> tuple[Block, ...]:
    blocks = Blocks()
    text = _FIRST_TAG.sub(r"\1\n", _CONVERTER_MARKS.sub("", _LINE_ENDS.sub("\n", text)))
    for part, is_table in _parts(text):
        lines = part.split("\n")
        if is_table:
            add_html(part, blocks)
        elif has_cell_lines(lines):
            add_cell_lines(lines, blocks)
        else:
            add_row_lines(lines, blocks)
    return blocks.done()


def _parts(text: str) -> Iterable[tuple[str, bool]]:
    """The text cut at HTML tables, which converters put into Markdown where cells are merged; whether each is one.

    Any other tag is text: what begins with one need not be a page.
    """
    cut = _HTML_TABLE.split(text) if "</table" in text.lower() else [text]
    return ((part, bool(k % 2)) for k, part in enumerate(cut))
