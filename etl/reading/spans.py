"""Rows of cells with rowspan and colspan → cells that know their grid columns.

Spans are what sites get wrong: too wide, too deep, over each other. Cells are placed as browsers place them,
and a span never claims a place that another cell holds.
"""

from collections.abc import Sequence

from etl.reading.document import Cell

WIDEST_SPAN = 100
"""A wider colspan is nonsense and counts as reaching to the end of the widest other row."""

Spans = dict[int, dict[int, tuple[int, int]]]
"""Row → position in the row (both from 0) → the rows and columns that the cell claims; 0 rows mean all that follow.

Only cells that may claim more than one place are named.
"""


def place_cells(texts: Sequence[Sequence[str]], spans: Spans) -> tuple[list[list[Cell]], int]:
    """The cells of each row where they begin, and the number of grid columns, from the texts of each row."""
    spans = _without_nonsense(texts, spans)
    taken: list[int] = []  # by column: the last row that a cell from above holds
    placed: list[list[Cell]] = []
    for number, row in enumerate(texts, start=1):
        claims = spans.get(number - 1)
        free = [column for column, last in enumerate(taken, start=1) if last < number]
        if claims or len(row) > len(free):
            placed.append(_place_row(row, number, len(texts), claims or {}, taken))
        else:
            placed.append([Cell(text, number, column) for text, column in zip(row, free, strict=False)])
    return placed, len(taken)


def _place_row(
    row: Sequence[str], number: int, last: int, claims: dict[int, tuple[int, int]], taken: list[int]
) -> list[Cell]:
    """The cells of a row in the columns that no cell from above holds; `taken` is brought up to date."""
    cells: list[Cell] = []
    column = 0
    for position, text in enumerate(row):
        while column < len(taken) and taken[column] >= number:
            column += 1
        if position not in claims and column < len(taken):
            column += 1
            cells.append(Cell(text, number, column))
            continue
        deep, wide = claims.get(position, (1, 1))
        taken += [0] * (column - len(taken))
        free = _free_columns(taken, column, wide, number)
        end = last if deep == 0 else min(number + deep - 1, last)
        taken[column : column + free] = [end] * free
        cells.append(Cell(text, number, column + 1, end - number + 1, free))
        column += wide
    return cells


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
