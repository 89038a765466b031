"""The first sheet of a workbook: what its rows are, under which filters, from which build, what columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from etl.vocabulary.labels import COLUMN_CODE, COLUMN_ITEM, COLUMN_ROWS, COLUMN_UNIT, NOT_APPLICABLE, SOURCE
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.downloads import (
    COLUMNS_OF,
    CUT_TEXTS,
    EMPTY_IS_UNREPORTED,
    MEANING,
    NONE_CUT,
    TEXT_LENGTH,
    WORDS_OF,
)
from pages.parts.taking.extract import Extract
from pages.parts.taking.workbook_cells import HEADING, LONGEST_TEXT, STRONG, WRAPPED, Looks, write_text

Line = tuple[str, tuple[str, ...]]
"""One row of the sheet: the look of its cells, and their texts."""
_WIDTHS = (26, 46, 12, 90)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of rows: its title, its rows below the heading."""

    title: str
    rows: int


def write_about(sheet: Worksheet, looks: Looks, extract: Extract, cut: int, sheets: Sequence[Sheet]) -> None:
    """The sheet about the rows on these sheets, with `cut` texts that no cell could hold whole."""
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    for number, (look, texts) in enumerate(_lines(extract, cut, sheets)):
        for place, text in enumerate(texts):
            write_text(sheet, number, place, text, looks[look])


def _lines(extract: Extract, cut: int, sheets: Sequence[Sheet]) -> Iterator[Line]:
    language, rows = extract.language, sum(sheet.rows for sheet in sheets)
    yield STRONG, (extract.title,)
    for fact in extract.facts:
        yield WRAPPED, fact
    spread = "; ".join(f"{sheet.title}: {cell_number(sheet.rows)}" for sheet in sheets)
    counted = cell_number(rows)
    yield WRAPPED, (COLUMN_ROWS.say(language), counted if len(sheets) == 1 else f"{counted} ({spread})")
    limit = cell_number(LONGEST_TEXT)
    told = CUT_TEXTS.say(language, n=cell_number(cut), limit=limit) if cut else NONE_CUT.say(language, limit=limit)
    yield WRAPPED, (TEXT_LENGTH.say(language), told)
    yield WRAPPED, ("", EMPTY_IS_UNREPORTED.say(language))
    yield WRAPPED, ()
    yield STRONG, (COLUMNS_OF.say(language),)
    yield HEADING, tuple(text.say(language) for text in (COLUMN_CODE, COLUMN_ITEM, COLUMN_UNIT, MEANING))
    for column in extract.columns:
        unit = column.unit or NOT_APPLICABLE.say(language)
        yield WRAPPED, (column.name, column.heading, unit, column.meaning)
    yield from _words(extract)


def _words(extract: Extract) -> Iterator[Line]:
    if not extract.words:
        return
    yield WRAPPED, ()
    yield STRONG, (WORDS_OF.say(extract.language),)
    for word in extract.words:
        yield WRAPPED, ("", word.label, "", word.meaning)
        yield WRAPPED, ("", "", "", SOURCE.say(extract.language, source=word.source))
