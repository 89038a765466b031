"""Tables two, three and four as grids with merged cells, before any file format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from etl.vocabulary.form import CellKey


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a printed table: a label, or with `key` the place of a value; it spans `columns` and `rows`."""

    text: str = ""
    key: CellKey | None = None
    columns: int = 1
    rows: int = 1


Row = tuple[Box, ...]


@dataclass(frozen=True, eq=False)
class Grid:
    """A table as rows of the boxes that begin in them, as HTML writes it; `width` counts columns.

    Compared by identity, so that writers can remember what they made of it.
    """

    rows: tuple[Row, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A box where it begins (`begins`) or goes on below, as docx and text dumps write it."""

    box: Box
    begins: bool


def pieces(grid: Grid) -> list[list[Piece]]:
    """Every row with the continuations of boxes that reach into it from above, in order of columns."""
    running: dict[int, tuple[Box, int]] = {}
    return [_row_pieces(row, running, grid.width) for row in grid.rows]


def _row_pieces(row: Row, running: dict[int, tuple[Box, int]], width: int) -> list[Piece]:
    waiting = iter(row)
    line: list[Piece] = []
    column = 0
    while column < width:
        if column in running:
            box, left = running.pop(column)
            line.append(Piece(box, begins=False))
        else:
            box = next(waiting, Box(columns=width - column))
            left = box.rows
            line.append(Piece(box, begins=True))
        if left > 1:
            running[column] = (box, left - 1)
        column += box.columns
    return line


def without_row_merges(grid: Grid) -> Grid:
    """The grid with an empty cell wherever a merged cell went on below."""
    rows = [
        tuple(
            Box(piece.box.text, piece.box.key, piece.box.columns) if piece.begins else Box(columns=piece.box.columns)
            for piece in line
        )
        for line in pieces(grid)
    ]
    return Grid(tuple(rows), grid.width)


def labelled_groups(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Consecutive items by the part of their name before the point: `refused`, [`refused.state_secret`, …]."""
    return [(group, list(items)) for group, items in groupby(names, key=lambda name: name.partition(".")[0])]


def value_boxes(keys: Sequence[CellKey]) -> list[Box]:
    """One box per cell, in order."""
    return [Box(key=key) for key in keys]
