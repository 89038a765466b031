"""Where something that was read stands in the document: a cell, a row, a line, a part of the narrative, a sentence.

A place counts only when the text that stands there now is the text that was read; otherwise nothing is found.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from etl.looking_up import Cell, Document, Paragraph, Table

CELL: Final = "cell"
ROW: Final = "row"
FIRST: Final = "first"
LINE: Final = "line"
_CELL_PLACE: Final = re.compile(r"t(\d+)\.r(\d+)\.c(\d+)")
_LINE_PLACE: Final = re.compile(r"p(\d+)")
_JOINED: Final = " | "
_MOST_HEAD_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class Found:
    """Where a cell of the warehouse was read.

    `how`: CELL, the text of one cell; ROW, what a row prints, whose columns are not certain; FIRST, the first of
    several cells that contradict each other; LINE, a paragraph of text.
    """

    how: str
    table: Table | None = None
    cells: tuple[Cell, ...] = ()
    paragraph: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the paragraph with this number."""

    paragraph: int
    start: int
    end: int


def numbers_of(place: str) -> tuple[int, ...]:
    """The numbers in a place: table, row, column of `t3.r5.c2`; paragraph of `p12`; none of anything else."""
    found = _CELL_PLACE.fullmatch(place) or _LINE_PLACE.fullmatch(place)
    return tuple(map(int, found.groups())) if found else ()


def cells_by_table(places: Iterable[str]) -> Mapping[int, Collection[tuple[int, int]]]:
    """Row and column of every cell read, by table."""
    filled: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for numbers in map(numbers_of, places):
        if len(numbers) == 3:
            filled[numbers[0]].add((numbers[1], numbers[2]))
    return filled


def find_cell(document: Document, place: str, raw: str) -> Found | None:
    """What stands at the place of a cell whose text was `raw`; None when that is something else now."""
    numbers = numbers_of(place)
    if len(numbers) == 1:
        lines = (one for one in document.paragraphs if one.number == numbers[0] and one.text == raw)
        return next((Found(LINE, paragraph=one) for one in lines), None)
    if len(numbers) != 3:
        return None
    table = next((one for one in document.tables if one.number == numbers[0]), None)
    row = table.rows[numbers[1] - 1] if table and numbers[1] <= len(table.rows) else ()
    return _in_row(table, [cell for cell in row if cell.column >= numbers[2]], numbers[2], raw) if table else None


def find_section(document: Document, place: str, heading: str, text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a part of the narrative that begins at `place`; none when they read differently now."""
    numbers = numbers_of(place)
    if len(numbers) != 1:
        return ()
    later = [one for one in document.paragraphs if one.number >= numbers[0]]
    return _beginning(later, heading, text) or _beginning([p for p in later if not p.is_frame], heading, text)


def find_sentence(paragraphs: Sequence[Paragraph], sentences: Sequence[str], position: int) -> tuple[Span, ...]:
    """Where the sentence at `position` (from 1) of a part stands in its paragraphs; none when it is not found.

    Sentences are looked for one after the other, so that of two alike the right one is found.
    """
    if not 1 <= position <= len(sentences):
        return ()
    texts = [one.text for one in paragraphs]
    whole, begin, end = "\n".join(texts), 0, 0
    for sentence in sentences[:position]:
        begin = whole.find(sentence, end)
        if begin < 0:
            return ()
        end = begin + len(sentence)
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    inside = (
        Span(one.number, max(begin - start, 0), min(end - start, len(one.text)))
        for one, start in zip(paragraphs, starts, strict=False)
    )
    return tuple(span for span in inside if span.start < span.end)


def headings_of(table: Table, marked: Sequence[Cell], filled: Collection[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells that name the row and the column of a marked cell; `filled` are row and column of all cells read.

    Of a ragged table only the row is known.
    """
    if not marked:
        return ()
    first = marked[0]
    left = min((column for row, column in filled if row == first.row), default=first.column)
    names = [cell for cell in _cells(table) if _covers_row(cell, first.row) and cell.column < left]
    if table.is_ragged:
        return tuple(names)
    above = list(_heading_rows(table, first.row, {row for row, _ in filled}))
    columns = {column for cell in marked for column in range(cell.column, cell.column + cell.column_span)}
    over = [
        cell
        for cell in _cells(table)
        if cell.row in above and columns & set(range(cell.column, cell.column + cell.column_span))
    ]
    return (*names, *(cell for cell in over if cell.column_span < table.width))


def head_rows(table: Table, row: int, filled: Collection[tuple[int, int]]) -> int:
    """How many rows at the top of a table name the columns of a row; 0 when other rows name them, or too many."""
    if table.is_ragged:
        return 0
    head = max(_heading_rows(table, row, {number for number, _ in filled}), default=0)
    is_whole = all(cell.row + cell.row_span - 1 <= head for above in table.rows[:head] for cell in above)
    is_first = all(number > head for number, _ in filled)
    return head if is_whole and is_first and head <= _MOST_HEAD_ROWS else 0


def _in_row(table: Table, row: Sequence[Cell], column: int, raw: str) -> Found | None:
    """The cells of the rest of a row that say `raw`, in one of the ways in which it was put down."""
    if not row or row[0].column != column:
        return None
    if row[0].text == raw:
        return Found(CELL, table, (row[0],))
    if _JOINED.join(cell.text.strip() for cell in row) == raw:
        return Found(ROW, table, tuple(row))
    if raw.startswith(f"{row[0].text.strip()}{_JOINED}"):
        return Found(FIRST, table, (row[0],))
    return None


def _beginning(paragraphs: Sequence[Paragraph], heading: str, text: str) -> tuple[Paragraph, ...]:
    """The paragraphs from the first on that hold heading and text and nothing else; white space does not count."""
    wanted, said = _letters(heading + text), ""
    for number, paragraph in enumerate(paragraphs, start=1):
        said += _letters(paragraph.text)
        if said == wanted:
            return tuple(paragraphs[:number])
        if len(said) >= len(wanted):
            return ()
    return ()


def _letters(text: str) -> str:
    """The text without white space and without the marks that part a heading from what follows on its line."""
    return re.sub(r"[\s。：:．.]+", "", text)


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row)


def _covers_row(cell: Cell, row: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span


def _heading_rows(table: Table, row: int, filled: Collection[int]) -> Iterator[int]:
    """The rows without numbers next above a row; a row of a single cell is passed over until they begin."""
    has_begun = False
    for above in range(row - 1, 0, -1):
        is_title = len(table.rows[above - 1]) <= 1
        if above in filled or (is_title and has_begun):
            if has_begun:
                return
            continue
        if not is_title:
            has_begun = True
            yield above
