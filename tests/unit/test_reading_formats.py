"""The format is told by content, then by name; what cannot be read is refused with the reason that fits."""

import io
import zipfile

import pytest

from etl.errors import Rejection
from etl.reading import read
from etl.reading.formats import NOT_READ_YET
from etl.reading.read import read_document
from tests.documents import STRICT_W, a_docx, paragraph, refusal, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
HELLO = paragraph(run("一、总体情况"))


def of_streams(*names: str) -> bytes:
    """The beginning of a compound file whose directory names these streams."""
    return OLE + b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in names)


def of_parts(*names: str) -> bytes:
    """An archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "named"),
    [
        (b"%PDF-1.7 \xe2\xe3", "年报.docx", "PDF"),
        (of_streams("WordDocument"), "年报.doc", "Word 97-2003"),
        (of_streams("WordDocument"), "年报.wps", "WPS"),
        (of_streams("Workbook"), "年报.xls", "Excel 97-2003"),
        (of_parts("xl/workbook.xml"), "年报.xlsx", "Excel"),
        (of_parts("OFD.xml"), "年报.ofd", "OFD"),
        (of_parts("readme.txt"), "年报.zip", "压缩包"),
        (b"\x89PNG\r\n\x1a\n", "年报.png", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "年报.jpg", "图片"),
        (b"{\\rtf1\\ansi 2023}", "年报.doc", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "年报.doc", "MHTML"),
        (b'<?xml version="1.0"?><root>2023</root>', "年报.xml", "XML"),
    ],
)
def test_a_format_without_a_door_is_named(data: bytes, name: str, named: str) -> None:
    """Protects the clerk: which format it is, by content, so that the file can be saved in another."""
    with pytest.raises(Rejection, match=named) as refused:
        read_document(data, name)
    assert refused.value.code == "format_not_supported"


def test_every_door_has_a_format_and_no_format_has_two() -> None:
    """Protects the table of doors: a format is read or waits, never both."""
    doors = read.BYTE_DOORS.keys() | read.TEXT_DOORS.keys()
    assert len(doors) == len(read.BYTE_DOORS) + len(read.TEXT_DOORS)
    assert not doors & NOT_READ_YET.keys()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t\0\0", "a.txt", "empty"),
        ("\u3000\n\u00a0".encode(), "a.txt", "empty"),
        (b"<html><body><img src=a.png></body></html>", "a.html", "empty"),
        (a_docx(""), "a.docx", "empty"),
        (a_docx(HELLO)[:-40], "a.docx", "damaged"),
        (b"PK\x03\x04" + b"\0" * 99, "a.docx", "damaged"),
        (b"\0\1\2" * 99, "a.docx", "damaged"),
        (of_parts("[Content_Types].xml"), "a.docx", "damaged"),
        (of_parts("word/styles.xml"), "a.docx", "damaged"),
        (of_parts("word/document.xml"), "a.docx", "damaged"),
        (a_docx("<w:p>"), "a.docx", "damaged"),
        (of_streams("EncryptedPackage"), "a.docx", "encrypted"),
        (bytes(range(256)) * 9, "a", "format_unknown"),
    ],
)
def test_each_fault_has_its_own_reason(data: bytes, name: str, reason: str) -> None:
    """Protects the list of rejected files: empty, damaged, locked and unknown ask for different things to be done."""
    assert refusal(data, name) == reason


def test_a_part_locked_in_the_archive_is_encrypted() -> None:
    """Protects the reason for archives that lock their members instead of the whole."""
    data = bytearray(a_docx(HELLO))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    assert refusal(bytes(data), "a.docx") == "encrypted"


def test_files_beyond_the_limits_are_refused_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the machine from huge files, and from small ones that inflate."""
    assert refusal(b"x" * (read.LARGEST_TEXT + 1), "a.txt") == "too_large"
    bomb = a_docx(paragraph(run("公" * 30_000_000)))
    assert len(bomb) < 1_000_000
    assert refusal(bomb, "a.docx") == "too_large"
    monkeypatch.setattr(read, "LARGEST_FILE", 10)
    assert refusal(a_docx(HELLO), "a.docx") == "too_large"


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.txt", "a", "a.html"])
def test_content_decides_before_the_name(name: str) -> None:
    """Protects files under a wrong name: a Word file, a page and a text are what they are."""
    assert read_document(a_docx(HELLO), name).media_type.endswith("wordprocessingml.document")
    assert read_document(b"<!DOCTYPE html><p>2023</p>", name).media_type == "text/html"
    assert read_document(b"2023 <b 4", name).media_type == "text/plain"


def test_word_files_of_other_editors_are_read() -> None:
    """Protects files whose main part has another name or that use the strict namespace."""
    for data in (a_docx(HELLO, name="word/document2.xml"), a_docx(HELLO, namespace=STRICT_W)):
        assert [line.text for line in read_document(data, "a.docx").paragraphs] == ["一、总体情况"]


LINES = (
    "云州市商务局2023年政府信息公开工作年度报告\n一、总体情况\n本机关主动公开信息12条。\n二、主动公开\n无\n三、其他\n"
)


@pytest.mark.parametrize("name", ["a.txt", "a", "a.html"])
@pytest.mark.parametrize(
    "head",
    ["<script>", "<script>alert(1)</script>\n", "<p>", "<title>", "<table>\n", "<html>\n", "<附件>\n", "<!-- -->\n"],
)
def test_lines_of_text_behind_a_stray_tag_are_text(head: str, name: str) -> None:
    """Protects texts that happen to begin with a tag: they are read line by line, with the tag as it is printed."""
    document = read_document((head + LINES).encode(), name)
    assert document.media_type == "text/plain"
    told = [line.text for line in document.paragraphs]
    assert told == [head.strip(), *LINES.splitlines()]


@pytest.mark.parametrize("opened", ["<script>", "<style>", "<title>", "<!--"])
def test_a_page_that_swallows_itself_is_named(opened: str) -> None:
    """Protects the clerk from the reason “only pictures” where a page was cut or patched: what is open is named."""
    page = f"<html><body><div class=a>{opened}<p>一、总体情况</p><p>二、主动公开</p></body></html>"
    with pytest.raises(Rejection, match="没有结束") as refused:
        read_document(page.encode(), "a.html")
    assert refused.value.code == "damaged"
    assert opened in str(refused.value)
