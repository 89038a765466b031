"""The door of this room: the bytes of one document → a Document, whatever its format."""

import re
from collections.abc import Callable
from typing import Final

from etl.errors import Rejection
from etl.reading import formats
from etl.reading.charset import decode
from etl.reading.document import Document
from etl.reading.from_docx import read_docx
from etl.reading.from_html import read_html
from etl.reading.from_text import read_markdown, read_text

LARGEST_FILE: Final = 50_000_000
"""Bytes; an annual report with scanned pages stays below."""
LARGEST_TEXT: Final = 20_000_000
"""Bytes of a text or a page; without pictures, even whole year-books stay below."""
_PRINTED = re.compile(rb"[^\0\s]")

BYTE_DOORS: Final[dict[str, Callable[[bytes], Document]]] = {formats.DOCX: read_docx}
TEXT_DOORS: Final[dict[str, Callable[[str, str], Document]]] = {
    formats.HTML: read_html,
    formats.MARKDOWN: read_markdown,
    formats.TEXT: read_text,
}


def read_document(data: bytes, name: str) -> Document:
    """The document as ordered paragraphs and tables, at least one; `name` is the file's name, a hint only.

    Raises `Rejection`: `empty`, `too_large`, `damaged`, `encrypted`, `format_not_supported`, `format_unknown`
    or `charset_unknown`. No bytes raise anything else.
    """
    _require_size(len(data), LARGEST_FILE)
    if _PRINTED.search(data) is None:
        raise Rejection("empty")
    document = _read(data, name)
    if not document.blocks:
        raise Rejection("empty", "没有文字，可能只有图片")
    return document


def _read(data: bytes, name: str) -> Document:
    found = formats.of_bytes(data, name)
    if found in BYTE_DOORS:
        return BYTE_DOORS[found](data)
    if found == formats.CHARACTERS:
        _require_size(len(data), LARGEST_TEXT)
        text, charset = decode(data)
        found = formats.of_text(text, name)
        if found in TEXT_DOORS:
            return TEXT_DOORS[found](text, charset)
    raise Rejection("format_not_supported", formats.NOT_READ_YET[found])


def _require_size(size: int, largest: int) -> None:
    if size > largest:
        raise Rejection("too_large", f"{size / 1e6:.0f} MB，上限 {largest / 1e6:.0f} MB")
