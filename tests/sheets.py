"""Invented documents, sheets and reports for tests, built with the writer of the demo corpus."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from etl.demo.sheet import Sheet, expected_cells
from etl.reading.document import Block, Cell, Document, Paragraph, Table
from etl.recognising.report import Fact, Identity, Report, Section
from etl.vocabulary.form import (
    FORM_2021,
    OTHER_ONE_ROW,
    OTHER_THREE_ROWS,
    CellKey,
    printed_cells,
    proactive_cells,
    request_cells,
    review_cells,
)

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "preamble": ("本报告由办公室汇总编写。",),
    "overview": ("全年公开工作平稳。", "（一）主动公开。全年发布信息120条。"),
    "reviews": ("本年度没有复议和诉讼。",),
    "problems": ("（一）存在的主要问题", "一是更新偏慢。", "（二）改进情况", "一是设定上网时限。"),
    "other_matters": ("没有收取信息处理费。",),
}


def a_sheet(
    agency: str = "霁川市商务局",
    year: int = 2023,
    form: str = FORM_2021,
    cells: Mapping[CellKey, str] | None = None,
    sections: Mapping[str, tuple[str, ...]] = SECTIONS,
    *,
    other_rows: int | None = None,
    published_on: date | None = None,
) -> Sheet:
    """An invented report, every cell 0 unless `cells` says otherwise; `other_rows` 1 or 3 overrules the form's."""
    return Sheet(
        agency=agency,
        year=year,
        form=form,
        cells=dict.fromkeys(cells_printed(form, other_rows), "0") | dict(cells or {}),
        sections=sections,
        published_on=published_on or date(year + 1, 1, 20),
        phone="0600-2000000",
        places=("云泽省",),
    )


def cells_printed(form: str, other_rows: int | None = None) -> tuple[CellKey, ...]:
    """The cells of a form in printed order, with one or three rows of （六）其他处理 where the form is overruled."""
    if other_rows is None:
        return printed_cells(form)
    left_out = OTHER_THREE_ROWS if other_rows == 1 else OTHER_ONE_ROW
    rows = [key for key in request_cells("2019" if other_rows == 1 else "2021") if key[1] not in left_out]
    return (*proactive_cells(form), *rows, *review_cells())


def a_document(*blocks: str | Sequence[Sequence[str]], title: str = "", media_type: str = "text/plain") -> Document:
    """A document of paragraphs (strings) and tables (rows of texts, one grid column each)."""
    return Document(media_type, tuple(_numbered(blocks)), title=title)


def _numbered(blocks: Iterable[str | Sequence[Sequence[str]]]) -> Iterable[Block]:
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, str):
            paragraphs += 1
            yield Paragraph(paragraphs, block)
        else:
            tables += 1
            yield _a_table(tables, block)


def _a_table(number: int, rows: Sequence[Sequence[str]]) -> Table:
    cells = [tuple(Cell(text, r, c) for c, text in enumerate(row, 1)) for r, row in enumerate(rows, 1)]
    return Table(number, tuple(cells), is_ragged=False, width=max(map(len, rows)))


def a_report(sheet: Sheet | None = None) -> Report:
    """The facts of a sheet as a right reader recognises them, in printed order; places are made up."""
    sheet = sheet or a_sheet()
    title = f"{sheet.agency}{sheet.year}年政府信息公开工作年度报告"
    identity = Identity(title, sheet.agency, "title", sheet.year, "title", sheet.published_on)
    facts = tuple(
        Fact(*key, found.value, None, found.status, sheet.cells.get(key, ""), f"t1.r{row}.c1")
        for row, (key, found) in enumerate(expected_cells(sheet).items(), 1)
    )
    sections = tuple(
        Section(name, "", "\n".join(paragraphs), f"p{place}")
        for place, (name, paragraphs) in enumerate(sheet.sections.items(), 1)
    )
    return Report(identity, sheet.form, facts, sections)
