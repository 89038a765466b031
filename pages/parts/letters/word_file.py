"""A letter as a Word file. Whatever stands in it is text: nothing in it becomes a field, a link or markup."""

from html import escape
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from etl.vocabulary.page_labels.letters import HEAD
from pages.parts.letters.blocks import Block, Grid, Paragraph, Run, plain
from pages.parts.letters.letter import Letter
from pages.parts.letters.word_template import CELL, LINE_MM, sheet, style_id
from pages.parts.letters.wording import words_of_letter

_TWIPS: Final = round(LINE_MM * 1440 / 25.4)
_LONGEST_PROPERTY: Final = 200
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS: Final = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
_AFTER_A_GRID: Final = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'


class WordLetters:
    """Writes letters of one language, one after the other on one sheet; not for several threads at once."""

    ending: Final = "docx"
    mime: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    packed: Final = ZIP_STORED
    """How a file is packed in an archive."""

    def __init__(self, language: str) -> None:
        self._sheet = sheet(language)

    def written(self, letter: Letter) -> bytes:
        """The whole file."""
        body = self._sheet.element.body
        del body[:-1]  # all but the layout of the page, which stands last
        inside = "".join(map(_block, words_of_letter(letter)))
        body[:0] = list(parse_xml(f"<w:body {nsdecls('w')}>{inside}</w:body>"))
        self._tell(letter)
        file = BytesIO()
        self._sheet.save(file)
        return file.getvalue()

    def _tell(self, letter: Letter) -> None:
        """What the file says about itself, instead of what the library says."""
        told, build = self._sheet.core_properties, letter.build
        title = HEAD.say(letter.language)
        told.title = plain(f"{title} {letter.agency}")[:_LONGEST_PROPERTY]
        told.author = told.last_modified_by = plain(letter.sender.office)[:_LONGEST_PROPERTY]
        told.comments, told.created, told.modified = "", build.made_at, build.made_at


def _block(block: Block) -> str:
    return _grid(block) if isinstance(block, Grid) else _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(block.kind)}"/></w:pPr>{"".join(map(_run, block.runs))}</w:p>'


def _run(run: Run) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if run.is_strong else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{escape(plain(run.text), quote=False)}</w:t></w:r>'


def _grid(grid: Grid) -> str:
    """A table with borders, whose headings come again on each page; rows are not torn apart."""
    widths = [width * _TWIPS // sum(grid.widths) for width in grid.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths, is_head=False) for row in grid.rows)
    looks = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    looks += f'<w:tblLayout w:type="fixed"/>{_MARGINS}'
    head = _row(grid.head, widths, is_head=True)
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>{_AFTER_A_GRID}"


def _row(texts: tuple[str, ...], widths: list[int], *, is_head: bool) -> str:
    repeated = "<w:tblHeader/>" if is_head else ""
    cells = "".join(_cell(text, width, is_head=is_head) for text, width in zip(texts, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, *, is_head: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if is_head else ""
    inside = _paragraph(Paragraph(CELL, (Run(text, is_strong=is_head),)))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'
