"""Rows of cells with rowspan and colspan → cells that know their grid columns.

Spans are what sites get wrong: too wide, too deep, over each other. Cells are placed as browsers place them,
and a span never claims a place that another cell holds.
"""

from collections.abc import Sequence
from functools import lru_cache

from etl.reading.blocks import Places, cells_at, plain_cells
from etl.reading.document import Cell

WIDEST_SPAN = 100
"""A wider colspan is nonsense and counts as reaching to the end of the widest other row."""
WIDEST_TABLE = 500
"""More columns than any report has; a table that grows wider is not a grid."""

Spans = dict[int, dict[int, tuple[int, int]]]
"""Row → position in the row (both from 0) → the rows and columns that the cell claims; 0 rows mean all that follow.

Only cells that may claim more than one place are named.
"""


Claim = tuple[int, int, int, int]
"""Row, position in it, and the rows and columns claimed: one entry of Spans."""


def place_cells(texts: Sequence[Sequence[str]], spans: Spans) -> tuple[list[list[Cell]], int]:
    """The cells of each row where they begin, and the number of grid columns, from the texts of each row.

    No rows and no columns for what grows wider than WIDEST_TABLE.
    """
    claims = tuple((row, place, *claim) for row, of_row in spans.items() for place, claim in of_row.items())
    shape, width = _shape(tuple(map(len, texts)), claims)
    return [cells_at(row, places) for row, places in zip(texts, shape, strict=False)], width


@lru_cache(maxsize=64)
def _shape(lengths: tuple[int, ...], claims: tuple[Claim, ...]) -> tuple[list[Places], int]:
    """Where the cells of each row stand, and the width; kept, because official tables have a few shapes only."""
    spans: Spans = {}
    for row, place, deep, wide in claims:
        spans.setdefault(row, {})[place] = (deep, wide)
    rows = [("",) * length for length in lengths]
    placed, width = _placed(rows, spans)
    return [tuple(zip(*(cell[1:] for cell in row), strict=True)) for row in placed], width


def _placed(texts: Sequence[Sequence[str]], spans: Spans) -> tuple[list[list[Cell]], int]:
    spans = _without_nonsense(texts, spans)
    taken: list[int] = []  # by column: the last row that a cell from above holds
    placed: list[list[Cell]] = []
    for number, row in enumerate(texts, start=1):
        if len(taken) > WIDEST_TABLE:
            return [], 0
        claims = spans.get(number - 1)
        free = [column for column, last in enumerate(taken, start=1) if last < number]
        if claims or len(row) > len(free):
            placed.append(_place_row(row, number, len(texts), claims or {}, taken))
        else:
            placed.append(plain_cells(row, number, free))
    return placed, len(taken)


def _place_row(
    row: Sequence[str], number: int, last: int, claims: dict[int, tuple[int, int]], taken: list[int]
) -> list[Cell]:
    """The cells of a row in the columns that no cell from above holds; `taken` is brought up to date."""
    cells: list[Cell] = []
    column = 0
    for position in range(max(claims, default=-1) + 1):
        deep, wide = claims.get(position, (1, 1))
        while column < len(taken) and taken[column] >= number:
            column += 1
        taken += [0] * (column - len(taken))
        free = _free_columns(taken, column, wide, number)
        end = last if deep == 0 else min(number + deep - 1, last)
        taken[column : column + free] = [end] * free
        cells.append(Cell(row[position], number, column + 1, end - number + 1, free))
        column += wide
    return cells + _place_rest(row[len(cells) :], number, column, taken)


def _place_rest(texts: Sequence[str], number: int, column: int, taken: list[int]) -> list[Cell]:
    """The cells behind the last one that claims more than its place, from a column (counted from 0) on."""
    free = [place for place, last in enumerate(taken[column:], start=column + 1) if last < number]
    more = len(texts) - len(free)
    if more > 0:
        begin = max(column, len(taken))
        taken += [0] * (begin + more - len(taken))
        free += range(begin + 1, begin + more + 1)
    return plain_cells(texts, number, free)


def _free_columns(taken: Sequence[int], column: int, wide: int, number: int) -> int:
    """How many of the columns that a cell claims nobody holds yet."""
    for place in range(column, min(column + wide, len(taken))):
        if taken[place] >= number:
            return place - column
    return wide


def _without_nonsense(texts: Sequence[Sequence[str]], spans: Spans) -> Spans:
    """The same spans, those too wide cut to the widest row that has none."""
    if all(wide <= WIDEST_SPAN for claims in spans.values() for _, wide in claims.values()):
        return spans
    widest = max(len(row) + _sane_extra(spans.get(number, {})) for number, row in enumerate(texts))
    return {
        row: {position: (deep, min(wide, widest)) for position, (deep, wide) in claims.items()}
        for row, claims in spans.items()
    }


def _sane_extra(claims: dict[int, tuple[int, int]]) -> int:
    return sum(wide - 1 for _, wide in claims.values() if wide <= WIDEST_SPAN)
