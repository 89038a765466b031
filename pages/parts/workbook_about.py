"""The first sheet of a workbook: what its rows are, under which filters, from which build, what columns mean."""

from collections.abc import Iterable, Iterator, Sequence

from etl.vocabulary.labels import COLUMN_CODE, COLUMN_ITEM, COLUMN_ROWS, COLUMN_UNIT, NOT_APPLICABLE, SOURCE
from etl.vocabulary.page_labels.downloads import (
    COLUMNS_OF,
    CUT_TEXTS,
    EMPTY_IS_UNREPORTED,
    MEANING,
    NONE_CUT,
    TEXT_LENGTH,
    WORDS_OF,
)
from pages.parts.extract import Extract
from pages.parts.sheet_xml import HEADING, LONGEST_TEXT, STRONG, WRAPPED, column_letters, text_cell
from pages.parts.workbook_frame import DECLARED, MAIN, Sheet

Line = tuple[int, tuple[str, ...]]
"""One row of the sheet: the look of its cells, and their texts."""
_WIDTHS = (26, 46, 12, 90)


def about_xml(extract: Extract, rows: int, cut: int, sheets: Sequence[Sheet]) -> str:
    """The sheet about `rows` rows on these sheets, with `cut` texts that no cell could hold whole."""
    widths = "".join(
        f'<col min="{k}" max="{k}" width="{width}" customWidth="1"/>' for k, width in enumerate(_WIDTHS, 1)
    )
    lines = "".join(_row(number, *line) for number, line in enumerate(_lines(extract, rows, cut, sheets), 1))
    return f'{DECLARED}<worksheet xmlns="{MAIN}"><cols>{widths}</cols><sheetData>{lines}</sheetData></worksheet>'


def _row(number: int, style: int, texts: Iterable[str]) -> str:
    cells = (text_cell(f"{column_letters(k)}{number}", text, style) for k, text in enumerate(texts))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _lines(extract: Extract, rows: int, cut: int, sheets: Sequence[Sheet]) -> Iterator[Line]:
    language = extract.language
    yield STRONG, (extract.title,)
    for fact in extract.facts:
        yield WRAPPED, fact
    spread = "; ".join(f"{sheet.title}: {sheet.rows:,}" for sheet in sheets)
    yield WRAPPED, (COLUMN_ROWS.say(language), f"{rows:,}" if len(sheets) == 1 else f"{rows:,} ({spread})")
    limit = f"{LONGEST_TEXT:,}"
    told = CUT_TEXTS.say(language, n=f"{cut:,}", limit=limit) if cut else NONE_CUT.say(language, limit=limit)
    yield WRAPPED, (TEXT_LENGTH.say(language), told)
    yield WRAPPED, ("", EMPTY_IS_UNREPORTED.say(language))
    yield 0, ()
    yield STRONG, (COLUMNS_OF.say(language),)
    yield HEADING, tuple(text.say(language) for text in (COLUMN_CODE, COLUMN_ITEM, COLUMN_UNIT, MEANING))
    for column in extract.columns:
        unit = column.unit or NOT_APPLICABLE.say(language)
        yield WRAPPED, (column.name, column.heading, unit, column.meaning)
    yield from _words(extract)


def _words(extract: Extract) -> Iterator[Line]:
    if not extract.words:
        return
    yield 0, ()
    yield STRONG, (WORDS_OF.say(extract.language),)
    for word in extract.words:
        yield WRAPPED, ("", word.label, "", word.meaning)
        yield WRAPPED, ("", "", "", SOURCE.say(extract.language, source=word.source))
