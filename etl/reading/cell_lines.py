"""Text with one cell per line: a tab before each cell, a blank line after each row, cells that wrap without a tab.

The same tab also indents ordinary paragraphs, so rows of a single cell that read like prose or like a
heading at the edge of a table are paragraphs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from etl.reading.blocks import Blocks

_PROSE_END = ("。", "；", "！", "？", "…")
_LONGEST_LABEL = 90
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、")


@dataclass(slots=True)
class _Row:
    """The cells of one row, and how many blank lines stand before it."""

    blank_before: int
    cells: list[str] = field(default_factory=list)

    @property
    def printed(self) -> list[str]:
        return [text for cell in self.cells if (text := cell.strip())]


def has_cell_lines(lines: Sequence[str]) -> bool:
    """Whether tabs stand before cells in these lines, rather than between the cells of a row or before paragraphs."""
    single = [line.startswith("\t") and "\t" not in line.strip() and not _is_prose(line) for line in lines]
    one_below_other = sum(one and other for one, other in pairwise(single))
    in_one_line = sum("\t" in line.lstrip("\t") or line.startswith("\t\t") or "|" in line for line in lines)
    return one_below_other > in_one_line


def add_cell_lines(lines: Sequence[str], blocks: Blocks) -> None:
    """Add the lines as paragraphs and ragged tables."""
    rows: list[_Row] = []
    for piece in _pieces(lines):
        if isinstance(piece, _Row):
            rows.append(piece)
        else:
            _add_rows(rows, blocks)
            rows = []
            blocks.add_line(piece)
    _add_rows(rows, blocks)


def _pieces(lines: Sequence[str]) -> Iterable[_Row | str]:
    """Rows of cells and lines of running text, in order."""
    row: _Row | None = None
    blank = 0
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if line.startswith("\t"):
            row = row or _Row(blank)
            row.cells.append(line[1:])
            blank = 0
        elif not line.strip():
            yield from _closed(row)
            row = None
            blank += 1
        elif row is not None and not _leaves_the_row(line, row, following):
            row.cells[-1] += "\n" + line
        else:
            yield from _closed(row)
            yield line
            row, blank = None, 0
    yield from _closed(row)


def _closed(row: _Row | None) -> Iterable[_Row]:
    return () if row is None else (row,)


def _leaves_the_row(line: str, row: _Row, following: str) -> bool:
    """Whether a line without a tab is the heading or the paragraph after the table and not the rest of its cell."""
    is_heading = _NUMBERED.match(line.strip()) is not None and bool(row.cells[-1].strip())
    return is_heading or (_is_prose(line) and not following.startswith("\t"))


def _is_prose(text: str) -> bool:
    text = text.strip()
    return text.endswith(_PROSE_END) or len(text) > _LONGEST_LABEL


def _add_rows(rows: Sequence[_Row], blocks: Blocks) -> None:
    """Add a run of rows: tables, and the indented paragraphs at their edges or between them."""
    table: list[_Row] = []
    for start, end, is_text in _stretches(rows):
        if is_text and (end - start > 1 or start == 0 or end == len(rows) or rows[start].blank_before > 1):
            _add_table(table, blocks)
            table = []
            _add_lines(rows[start:end], blocks)
        else:
            table += rows[start:end]
    _add_table(table, blocks)


def _stretches(rows: Sequence[_Row]) -> Iterable[tuple[int, int, bool]]:
    """(start, end, whether they read like text) of the runs of like rows."""
    start = 0
    kinds = [_reads_like_text(row) for row in rows]
    for place in range(1, len(rows) + 1):
        if place == len(rows) or kinds[place] != kinds[start]:
            yield start, place, kinds[start]
            start = place


def _reads_like_text(row: _Row) -> bool:
    printed = row.printed
    if len(printed) == 1 and len(row.cells) == 1:
        return _is_prose(printed[0]) or _NUMBERED.match(printed[0]) is not None
    return sum(map(_is_prose, printed)) * 2 > len(printed)


def _add_table(rows: Sequence[_Row], blocks: Blocks) -> None:
    if any(len(row.cells) > 1 for row in rows):
        blocks.add_ragged_table([row.cells for row in rows])
    else:
        _add_lines(rows, blocks)


def _add_lines(rows: Iterable[_Row], blocks: Blocks) -> None:
    for row in rows:
        for cell in row.cells:
            for line in cell.split("\n"):
                blocks.add_line(line)
