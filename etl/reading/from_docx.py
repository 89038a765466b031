"""A Word document → Document: body text in order, tables on their grid, only what a reader sees.

Only the main part is inflated; the tree is parsed once, put in order, and walked once.
"""

import io
import re
import zipfile
from typing import Final

from lxml import etree

from etl.errors import Rejection
from etl.reading.blocks import Blocks
from etl.reading.document import Document
from etl.reading.docx_body import add_body
from etl.reading.docx_names import names_of
from etl.reading.docx_order import put_in_order
from etl.reading.formats import ZIP_FAULTS

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LARGEST_MAIN_PART: Final = 64_000_000
"""Bytes of XML; the longest year-books have a tenth of it."""

_MAIN_PART = "word/document.xml"
_RELATIONS = "_rels/.rels"
_IS_ENCRYPTED = 0x1
_LOOKS = (b"rPr", b"tcBorders")
_TELLING = re.compile(rb"vanish|trike|vertAlign|Change|del")
"""What the looks of a run say about its text: hidden, struck out, raised, changed."""


def read_docx(data: bytes) -> Document:
    """The body as paragraphs and grids; head and foot lines, notes and comments are left out.

    Raises `Rejection`: `damaged`, `encrypted`, `too_large`.
    """
    xml = _main_part(data)
    try:
        root = _parse(_without_looks(xml))
    except Rejection:
        root = _parse(xml)
    names = names_of(root)
    body = root.find(names.body)
    if body is None:
        raise Rejection("damaged", "正文部分没有内容")
    put_in_order(root, names)
    blocks = Blocks()
    add_body(body, names, blocks)
    return Document(MEDIA_TYPE, blocks.done())


def _main_part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflate(archive, _name_of_main_part(archive))
    except ZIP_FAULTS as error:
        raise Rejection("damaged", "压缩结构或正文部分损坏") from error


def _name_of_main_part(archive: zipfile.ZipFile) -> str:
    """`word/document.xml`, or what the package says instead (some editors count: `word/document2.xml`)."""
    if _MAIN_PART in archive.NameToInfo:
        return _MAIN_PART
    for relation in _parse(_inflate(archive, _RELATIONS)):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise Rejection("damaged", "缺少正文部分")


def _inflate(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.flag_bits & _IS_ENCRYPTED:
        raise Rejection("encrypted")
    # Read no further than the limit whatever size the archive claims.
    with archive.open(info) as part:
        xml = part.read(LARGEST_MAIN_PART + 1)
    if len(xml) > LARGEST_MAIN_PART:
        raise Rejection("too_large", "正文部分展开后过大")
    return xml


def _without_looks(xml: bytes) -> bytes:
    """The part without fonts and borders: most of its bytes, and most of the time it takes to parse them."""
    for name in _LOOKS:
        start, end = b"<w:%s>" % name, b"</w:%s>" % name
        first, *others = xml.split(start)
        kept = [first]
        dull: set[bytes] = set()
        for part in others:
            looks, _, rest = part.partition(end)
            if looks not in dull and _TELLING.search(looks):
                kept.append(start + part)
            else:
                dull.add(looks)
                kept.append(rest)
        xml = b"".join(kept)
    return xml


def _parse(xml: bytes) -> etree._Element:
    """The root of a part; a part with a DOCTYPE is refused, as no editor writes one and entities could hide text."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Rejection("damaged", "正文部分不是完整的 XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Rejection("damaged", "正文部分带有文档类型声明")
    return root
