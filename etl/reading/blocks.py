"""Lines and tables in the order they come → numbered blocks of a Document."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import repeat

from etl.reading.document import Block, Cell, Paragraph, Table

_PROSE_CHARACTERS = 600
Places = tuple[tuple[int, ...], ...]
"""Of the cells of one row: their rows, columns, row spans and column spans; empty for a row without cells."""

_make_cell: Callable[[Iterable[str | int]], Cell] = partial(tuple.__new__, Cell)


class Blocks:
    """The blocks of one document so far; paragraphs and tables are numbered from 1 as they are added."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._paragraphs = 0
        self._tables = 0

    def add_line(self, text: str, is_frame: bool = False) -> None:
        """Add a paragraph; text without a printed character adds nothing."""
        text = text.strip()
        if text:
            self._paragraphs += 1
            self._blocks.append(Paragraph(self._paragraphs, text, is_frame))

    def add_table(self, rows: Iterable[Sequence[Cell]], width: int) -> None:
        """Add a table whose cells know their grid columns."""
        self._tables += 1
        self._blocks.append(Table(self._tables, tuple(map(tuple, rows)), is_ragged=False, width=width))

    def add_ragged_table(self, rows: Iterable[Sequence[str]]) -> None:
        """Add a table of which only the order of the cells in each row is known."""
        self._tables += 1
        cells = (
            plain_cells([text.strip() for text in row], number, range(1, len(row) + 1))
            for number, row in enumerate(rows, start=1)
        )
        self._blocks.append(Table(self._tables, tuple(map(tuple, cells)), is_ragged=True))

    def done(self) -> tuple[Block, ...]:
        """All blocks in order."""
        return tuple(self._blocks)


def plain_cells(texts: Iterable[str], row: int, columns: Iterable[int]) -> list[Cell]:
    """Cells of one place each, as many as there are texts and columns; the bulk of all cells is made here."""
    return list(map(_make_cell, zip(texts, repeat(row), columns, repeat(1), repeat(1), strict=False)))


def cells_at(texts: Iterable[str], places: Places) -> list[Cell]:
    """The cells of one row with these texts at these places."""
    return list(map(_make_cell, zip(texts, *places, strict=True)))


def only_frames_text(texts: Sequence[str], width: int) -> bool:
    """Whether a table is there for the looks of the page: one column, or running text with little beside it."""
    if width <= 1:
        return True
    longest = max(map(len, texts), default=0)
    return longest > _PROSE_CHARACTERS and longest * 3 > sum(map(len, texts)) * 2
