"""The sheet that every letter in Word is written on: A4, the fonts of official papers, styles, page numbers."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from etl.vocabulary.page_labels.letters import PAGE_OF
from pages.parts.letters.blocks import ADDRESSEE, BODY, DETAIL, HEADING, ITEM, REMARK, SIGNATURE, TITLE

CELL: Final = "cell"
"""The style of what stands in a table."""
LINE_MM: Final = 156
"""The width of a line: A4 between the margins of official papers."""
_SONG, _FANG, _HEI, _LATIN = "宋体", "仿宋", "黑体", "Times New Roman"
_LOOKS: Final = {
    # Chinese font, size, bold, space before and after (pt), first-line indent (characters)
    TITLE: (_SONG, 20, True, (6, 18), 0),
    ADDRESSEE: (_FANG, 14, False, (0, 4), 0),
    BODY: (_FANG, 14, False, (0, 4), 2),
    HEADING: (_HEI, 14, False, (12, 4), 0),
    ITEM: (_FANG, 14, True, (10, 2), 0),
    DETAIL: (_FANG, 12, False, (0, 2), 0),
    REMARK: (_FANG, 10.5, False, (2, 2), 0),
    SIGNATURE: (_FANG, 14, False, (12, 0), 0),
    CELL: (_FANG, 10, False, (0, 0), 0),
}
_PLACED: Final = {TITLE: WD_ALIGN_PARAGRAPH.CENTER, SIGNATURE: WD_ALIGN_PARAGRAPH.RIGHT}
_KEPT_WITH_NEXT: Final = (HEADING, ITEM)
_FONTS: Final = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts {nsdecls("w")}>
<w:font w:name="{_FANG}"><w:altName w:val="FangSong"/><w:family w:val="modern"/></w:font>
<w:font w:name="{_SONG}"><w:altName w:val="SimSun"/><w:family w:val="roman"/></w:font>
<w:font w:name="{_HEI}"><w:altName w:val="SimHei"/><w:family w:val="swiss"/></w:font>
<w:font w:name="{_LATIN}"><w:altName w:val="Liberation Serif"/><w:family w:val="roman"/></w:font>
</w:fonts>"""
_FONT_TABLE: Final = "word/fontTable.xml"


def sheet(language: str) -> WordDocument:
    """An empty sheet, to be written on."""
    return Document(BytesIO(_template(language)))


def style_id(kind: str) -> str:
    """What a paragraph of this kind names as its style."""
    return f"letter-{kind}"


@cache
def _template(language: str) -> bytes:
    """The empty sheet as a file."""
    document = Document()
    _set_page(document)
    _set_fonts(document)
    for kind in _LOOKS:
        _add_style(document, kind)
    _number_pages(document, language)
    _forget_thumbnail(document)
    return _with_fonts(document)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _set_fonts(document: WordDocument) -> None:
    """One font for all that no style names another for, in both scripts, and Chinese as the language of the text."""
    normal = document.styles["Normal"]
    normal.font.name = _LATIN
    fonts = normal.element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), _FANG)
    normal.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))


def _add_style(document: WordDocument, kind: str) -> None:
    font, size, is_bold, (before, after), indent = _LOOKS[kind]
    style = document.styles.add_style(style_id(kind), WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.bold = _LATIN, Pt(size), is_bold
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.0 if kind == CELL else 1.4
    layout.first_line_indent = Pt(size * indent)
    layout.alignment = _PLACED.get(kind)
    layout.keep_with_next = kind in _KEPT_WITH_NEXT


def _number_pages(document: WordDocument, language: str) -> None:
    """The number of the page and of all pages, at the foot; the only fields of a letter."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    said = PAGE_OF.say(language, page="|PAGE|", pages="|NUMPAGES|").split("|")
    for at, part in enumerate(said):
        if at % 2:
            field = f'<w:fldSimple {nsdecls("w")} w:instr="{part}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            foot._p.append(parse_xml(field))  # noqa: SLF001  # the library has no fields of its own
        else:
            foot.add_run(part)


def _forget_thumbnail(document: WordDocument) -> None:
    """The library's own sheet brings a picture of itself along, which a file manager would show for every letter."""
    relations = document.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _with_fonts(document: WordDocument) -> bytes:
    """The file with the names under which other systems know its fonts."""
    saved, file = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name, data in _parts(source):
            target.writestr(name, data)
    return file.getvalue()


def _parts(source: ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in source.namelist():
        yield name, _FONTS.encode() if name == _FONT_TABLE else source.read(name)
