"""Letters as files: whole, plain, nothing in them runs, and names that every system takes."""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from etl.vocabulary.labels import LANGUAGES
from pages.parts.letters.files import FORMS, letter_name, write_zip
from pages.parts.letters.letter import Build, Item, Judged, Letter, NamedCell, Paper, Quote, Sender
from pages.parts.letters.web_page import PageLetters
from pages.parts.letters.word_file import WordLetters
from pages.parts.letters.word_template import sheet

NASTY = (
    '<script>alert(1)</script> </w:t><w:fldSimple w:instr="INCLUDETEXT"/> &amp; "x" \x00\x0b\x1f\u202egnp.exe\ufffe '
    '=HYPERLINK("http://x") [a](javascript:b) {DATE} ]]> <!-- \ud800'
)
NAMES = ("云州市商务局", "../../etc/passwd", "CON", "a\\b:c*?", "=1+1", NASTY, "长" * 300, "", " .. ")


def a_letter(text: str = "云州市商务局", language: str = "zh", items: int = 1) -> Letter:
    """A letter in which every text that may come from a document or a person is this one."""
    cell = NamedCell(text, text, text, text, text, text, text)
    item = Item(text, text, text, text, text, text, text, text, True, (cell,), 3, (Quote(text, text[2:5], text, 2),))
    noon = datetime(2026, 11, 1, 12, tzinfo=UTC)
    return Letter(
        language=language,
        agency_id=text,
        agency=text,
        place=text,
        years=(2022, 2023),
        papers=(Paper("2023", text, text, text, (text,)),),
        fails=(item,) * items,
        doubts=(item,),
        notes=(),
        judged=(Judged(text, 1, 2, 3),),
        sender=Sender(text, text),
        build=Build("1", noon, noon, date(2026, 11, 1)),
    )


def read_back(file: bytes) -> str:
    """All text of a Word file, as another program reads it."""
    document = Document(BytesIO(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_letter_is_read_back_whole(language: str) -> None:
    """Protects what is sent: title, addressee, findings, cells, sentences and date are there for another program."""
    text = read_back(WordLetters(language).written(a_letter(language=language)))
    page = PageLetters(language).written(a_letter(language=language)).decode()
    shown = re.sub(r"<[^>]*>", "\n", page.split("<body>")[1])
    assert text.count("云州市商务局") > 30
    assert sorted("".join(text.split())) == sorted("".join(shown.split()))


def test_a_word_letter_is_laid_out_for_an_office() -> None:
    """Protects the look: A4, a centred title, fonts of official papers, borders, page numbers, no word of a library."""
    document = Document(BytesIO(WordLetters("zh").written(a_letter())))
    section = document.sections[0]
    assert 'w:w="11906" w:h="16838"' in section._sectPr.xml  # A4 in twentieths of a point
    assert 'w:jc w:val="center"' in document.styles["letter-title"].element.xml
    assert document.paragraphs[0].style == document.styles["letter-title"]
    assert 'w:eastAsia="仿宋"' in document.styles["letter-body"].element.xml
    assert all("w:tblBorders" in table._tbl.xml for table in document.tables)
    foot = section.footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot
    told = document.core_properties
    assert told.author == "云州市商务局"
    assert "python" not in f"{told.author}{told.comments}{told.title}".lower()


def test_texts_of_documents_stay_text_in_word() -> None:
    """Protects the office that opens the letter: nothing in it becomes a field, a link or a script, all can be read."""
    file = WordLetters("zh").written(a_letter(NASTY))
    body = Document(BytesIO(file)).element.body.xml
    assert not re.search(r"<w:(fldSimple|instrText|hyperlink|fldChar|object|altChunk)", body)
    with ZipFile(BytesIO(file)) as parts:
        assert 'TargetMode="External"' not in parts.read("word/_rels/document.xml.rels").decode()
    text = read_back(file)
    assert "<script>alert(1)</script>" in text
    assert '=HYPERLINK("http://x")' in text
    assert "\u202e" not in text


def test_texts_of_documents_stay_text_on_the_page() -> None:
    """Protects whoever opens the page: no tag but ours, no script, nothing asked of the network."""
    page = PageLetters("zh").written(a_letter(NASTY)).decode()
    tags = {name.lower() for name in re.findall(r"<\s*/?\s*([A-Za-z!][\w:-]*)", page)}
    ours = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "b", "table", "colgroup"}
    assert tags <= ours | {"col", "thead", "tbody", "tr", "th", "td", "!doctype"}
    assert "default-src 'none'" in page
    assert "http://" not in page.replace("(&quot;http://x&quot;)", "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page


@given(st.text(st.characters(), max_size=60))
def test_any_text_at_all_gives_both_files(text: str) -> None:
    """Protects the run over thousands of agencies from the one whose name no file may hold."""
    letter = a_letter(text)
    read_back(WORD.written(letter))
    PageLetters("zh").written(letter).decode()


WORD = WordLetters("zh")


def test_a_sheet_keeps_nothing_of_the_letter_before() -> None:
    """Protects one agency from reading what another is asked: letters are written one after the other on one sheet."""
    writer = WordLetters("zh")
    writer.written(a_letter("机密局", items=3))
    second = writer.written(replace(a_letter(), sender=Sender()))
    assert "机密局" not in read_back(second)
    assert Document(BytesIO(second)).core_properties.author == ""
    assert len(sheet("zh").paragraphs) == 0


@given(st.text(st.characters(), max_size=300))
def test_a_name_is_safe_on_every_system(agency: str) -> None:
    """Protects unpacking: no path, no mark that Windows refuses, no reserved name, not too long, never empty."""
    name = letter_name(7, agency, "docx")
    assert re.fullmatch(r"00007_.+\.docx", name)
    assert not set('\\/:*?"<>|') & set(name)
    assert name.isprintable() or not re.search(r"[\x00-\x1f]", name)
    assert len(name.encode()) < 90
    assert not name.startswith(".")
    assert ".." not in name


@pytest.mark.parametrize("form", FORMS)
def test_the_archive_has_each_letter_once_and_an_index_of_all(tmp_path: Path, form: str) -> None:
    """Protects the posting: every agency stands in the index, with its file or the word that there is none."""
    rows, path = archive(tmp_path, form, NAMES, with_letter=NAMES[:-1])
    with ZipFile(path) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    assert len(names) == len(set(map(str.lower, names))) == len(NAMES)
    assert [row[3] for row in rows[1:-1]] == names[:-1]
    assert [row[2] for row in rows[1:]] == ["2"] * (len(NAMES) - 1) + ["0"]
    assert rows[-1][3:] == ["", "没有可列入的发现，未生成通知"]


def test_nothing_in_the_index_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    """Protects whoever opens the index: a name that looks like a formula is text."""
    rows, _ = archive(tmp_path, "page", ("=1+1", "@x"), with_letter=("=1+1",))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'@x"]


def test_an_agency_without_a_name_stands_in_the_index_by_its_documents(tmp_path: Path) -> None:
    """Protects the reader of the index from equal lines about nobody: each has its file and title, and says why."""
    path, nobody = tmp_path / "letters.zip", {"agency_id": "n", "name": "", "place": "", "papers": "甲.docx 年度报告"}
    write_zip(path, FORMS["page"], "zh", [nobody], iter(()))
    with ZipFile(path) as packed:
        index = packed.read("00000_目录.csv").decode("utf-8-sig")
    assert "甲.docx 年度报告" in index
    assert "文件没有写明单位名称，未生成通知" in index


def archive(
    folder: Path, form: str, agencies: Sequence[str], with_letter: Sequence[str]
) -> tuple[list[list[str]], Path]:
    """The lines of the index of an archive, and the archive."""
    path = folder / "letters.zip"
    rows = [{"agency_id": name, "name": name, "place": "云泽省", "papers": ""} for name in agencies]
    write_zip(path, FORMS[form], "zh", rows, (a_letter(name) for name in with_letter))
    with ZipFile(path) as packed:
        index = packed.read("00000_目录.csv")
    assert index.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(index.decode("utf-8-sig"), newline=""))), path
