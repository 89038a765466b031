"""Small documents in the formats that are read, written by hand, and what was read from them in plain lists."""

import io
import zipfile

from etl.errors import Rejection
from etl.reading.document import Document, Table
from etl.reading.read import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def a_docx(body: str, namespace: str = W, name: str = "word/document.xml") -> bytes:
    """A Word file with this body; another part name is announced in the package's relations."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        relation = f'<Relationship Type="urn:x/officeDocument" Target="{name}"/>'
        parts.writestr("_rels/.rels", f"<Relationships>{relation}</Relationships>")
        parts.writestr(name, f'<w:document xmlns:w="{namespace}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    """A table cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def table(*rows: str) -> str:
    """A Word table of rows, each the cells of one row."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def read_text(text: str, name: str = "年报.txt") -> Document:
    """A text in UTF-8, read."""
    return read_document(text.encode(), name)


def read_page(body: str, head: str = "") -> Document:
    """A page with this body and head, read."""
    return read_document(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "年报.html")


def read_word(body: str) -> Document:
    """A Word file with this body, read."""
    return read_document(a_docx(body), "年报.docx")


def shown(document: Document) -> list[object]:
    """The blocks in order: a paragraph as its text, a table as lists of the texts in its rows."""
    return [
        [[one.text for one in row] for row in block.rows] if isinstance(block, Table) else block.text
        for block in document.blocks
    ]


def refusal(data: bytes, name: str) -> str:
    """The code of the reason why a file is refused; "" when it is read."""
    try:
        read_document(data, name)
    except Rejection as refused:
        return refused.code
    return ""
