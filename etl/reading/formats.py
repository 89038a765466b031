"""Which format a document is in: its content decides, its name only where the content leaves it open."""

import io
import re
import struct
import zipfile
import zlib
from itertools import islice
from pathlib import PurePath
from typing import Final

from etl.errors import Rejection

DOCX: Final = "docx"
HTML: Final = "html"
MARKDOWN: Final = "markdown"
TEXT: Final = "text"
CHARACTERS: Final = "characters"
"""Bytes that are no binary format; which of the text formats is told once they are decoded."""

NOT_READ_YET: Final = {
    "pdf": "PDF",
    "doc": "Word 97-2003（.doc）",
    "xls": "Excel 97-2003（.xls）",
    "xlsx": "Excel（.xlsx）",
    "ppt": "PowerPoint",
    "wps": "WPS 文字（.wps）",
    "ofd": "OFD 版式文件",
    "odf": "OpenDocument",
    "epub": "EPUB",
    "rtf": "RTF",
    "mhtml": "网页归档（MHTML）",
    "xml": "XML",
    "image": "图片",
    "archive": "压缩包",
}
"""Formats that are recognised and have no reader; each waits for its door in `read.py`."""

_MAGIC: Final = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_NAMES = frozenset({".docx", ".docm", ".dotx", ".xlsx", ".pptx", ".ofd", ".odt", ".ods"})
_ZIP_MEMBERS: Final = (
    ("word/", DOCX),
    ("xl/", "xlsx"),
    ("ppt/", "ppt"),
    ("OFD.xml", "ofd"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odf"),
)
_OLE_STREAMS: Final = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))

ZIP_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError, LookupError,
    OverflowError,
)  # fmt: skip
"""What the standard library raises on archives that are cut, patched or made up."""

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*|<!--(?:(?!-->).)*-->\s*){0,20}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|span|table|tbody|tr|td|center|article|section|h[1-6]|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE = re.compile(r"<(?:html|body)\b[^<>]*>|<div\b[^<>]*>|</(?:p|div)>", re.IGNORECASE)
_MOST_STRAY_TAGS = 3
_FEWEST_LINES = 5
_KEEPS_LINES = re.compile(r"<(?:br|pre|textarea|xmp)\b", re.IGNORECASE)
_LINE = re.compile(r"\S[^\r\n]*")
_ANY_TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]*>", re.IGNORECASE)
_PAGE_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".jsp", ".asp", ".aspx", ".php", ".jhtml"})
_MARKDOWN_NAMES = frozenset({".md", ".markdown"})
_MARKDOWN = re.compile(r"^#{1,6} +\S|^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|", re.MULTILINE)


def of_bytes(data: bytes, name: str) -> str:
    """The format by its first bytes: DOCX, a key of NOT_READ_YET, or CHARACTERS.

    Raises `Rejection`: `damaged` for a broken archive, `encrypted` for an Office file with a password.
    """
    head = data[:64].lstrip()
    if data.startswith(_ZIP):
        return _of_zip(data, name)
    if data.startswith(_OLE):
        return _of_ole(data, name)
    if head[:13].lower() == b"mime-version:":
        return "mhtml"
    for magic, found in _MAGIC:
        if head.startswith(magic) and (magic != b"BM" or b"\0" in data[:16]):
            return found
    if _suffix(name) in _ZIP_NAMES and b"\0" in data[:4096]:
        raise Rejection("damaged", "不是完整的压缩结构")
    return CHARACTERS


def _of_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
    except ZIP_FAULTS as error:
        raise Rejection("damaged", "压缩结构不完整") from error
    for start, found in _ZIP_MEMBERS:
        if any(member.startswith(start) for member in members):
            return found
    if _suffix(name) in _ZIP_NAMES:
        raise Rejection("damaged", "缺少正文部分")
    return "archive"


def _of_ole(data: bytes, name: str) -> str:
    if _has_stream(data, "EncryptedPackage"):
        raise Rejection("encrypted")
    found = next((kind for stream, kind in _OLE_STREAMS if _has_stream(data, stream)), "doc")
    return "wps" if found == "doc" and _suffix(name) == ".wps" else found


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the compound file's directory names a stream; names stand there in UTF-16, closed by a zero."""
    return (stream + "\0").encode("utf-16-le") in data


def of_text(text: str, name: str) -> str:
    """The text format of decoded characters: HTML, MARKDOWN, TEXT, or `xml`.

    Lines of text with a stray tag or two are text, whatever the name says: as a page they would run into one line.
    """
    suffix = _suffix(name)
    if _has_stray_tags(text):
        return MARKDOWN if suffix in _MARKDOWN_NAMES or _MARKDOWN.search(text) else TEXT
    if _HTML_START.match(text) or (suffix in _PAGE_NAMES and _ANY_TAG.search(text)):
        return HTML
    if text.lstrip().startswith("<?xml"):
        return "xml"
    if suffix not in _MARKDOWN_NAMES and len(_HTML_INSIDE.findall(text)) > 3:
        return HTML
    return MARKDOWN if suffix in _MARKDOWN_NAMES or _MARKDOWN.search(text) else TEXT


def _has_stray_tags(text: str) -> bool:
    """Whether there are lines of text, and too few tags to be what parts them."""
    tags = sum(1 for _ in islice(_ANY_TAG.finditer(text), _MOST_STRAY_TAGS + 1))
    lines = sum(1 for _ in islice(_LINE.finditer(text), _FEWEST_LINES))
    return 0 < tags <= _MOST_STRAY_TAGS and lines == _FEWEST_LINES and _KEEPS_LINES.search(text) is None


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
