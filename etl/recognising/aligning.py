"""Which cell of a row stands under which column header; None when that is not certain."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.document import Cell, Table
from etl.recognising.columns import Header, Leaf
from etl.recognising.labels import letters_of
from etl.recognising.values import fold

_NO_COLUMN = Leaf("")
Pair = tuple[Leaf, Cell]
Pairs = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row whose label is known: the cells after the label, waiting for their columns.

    `item` is "" in table four (its columns name the channel); `from_above` are cells of earlier rows that reach down.
    """

    table: Table
    header: Header
    item: str
    length: int
    values: tuple[Cell, ...]
    from_above: tuple[Cell, ...] = ()


def align(rows: Sequence[ValueRow]) -> list[Pairs | None]:
    """For each row its (column, cell) pairs, or None when the columns of its cells are not certain.

    Merged cells are trusted first, then the number of cells, then what the rows of the same shape agree on.
    """
    aligned = [_by_columns(row) or _by_position(row) or _by_number(row) for row in rows]
    waiting = [place for place, pairs in enumerate(aligned) if pairs is None]
    shapes: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for place in waiting:
        row = rows[place]
        shapes[(row.table.number, row.length, len(row.values))].append(place)
    for places in shapes.values():
        _by_agreement(rows, places, aligned)
    return aligned


def _is_blank(cell: Cell) -> bool:
    return not fold(cell.text).strip(" \n")


def _by_columns(row: ValueRow) -> Pairs | None:
    """Pairs by grid column; each leaf must have exactly one cell, and each printed cell a leaf."""
    header = row.header
    if row.table.is_ragged or not header.width or header.width != row.table.width:
        return None
    pairs: list[Pair] = []
    for cell in (*row.values, *row.from_above):
        end = cell.column + cell.column_span
        covered = [leaf for leaf in header.leaves if leaf.start < end and cell.column < leaf.end]
        if not covered and not _is_blank(cell):
            return None
        pairs += [(leaf, cell) for leaf in covered]
    leaves = [leaf for leaf, _ in pairs]
    return tuple(pairs) if sorted(leaves, key=id) == sorted(header.leaves, key=id) else None


def _by_position(row: ValueRow) -> Pairs | None:
    """Pairs by place in the row, where a one-row header is padded to the same length as the row."""
    if row.header.length != row.length or not row.table.is_ragged:
        return None
    first = row.length - len(row.values)
    by_index = {first + place: cell for place, cell in enumerate(row.values)}
    pairs = [(leaf, by_index.pop(leaf.start)) for leaf in row.header.leaves if leaf.start in by_index]
    is_whole = len(pairs) == len(row.header.leaves) and all(_is_blank(cell) for cell in by_index.values())
    return tuple(pairs) if is_whole else None


def _by_number(row: ValueRow) -> Pairs | None:
    """Pairs in order, where there are exactly as many cells as columns."""
    if len(row.values) != len(row.header.leaves) or not all(map(_is_blank, row.from_above)):
        return None
    return tuple(zip(row.header.leaves, row.values, strict=True))


def _by_agreement(rows: Sequence[ValueRow], places: list[int], aligned: list[Pairs | None]) -> None:
    """Rows of one shape are padded alike: the only shift (from the right) that loses no printed cell is theirs."""
    possible = {place: _shifts(rows[place]) for place in places}
    agreed = _common([shifts for shifts in possible.values() if shifts])
    for place in places:
        row = rows[place]
        certain = possible[place] if len(possible[place]) == 1 else agreed & possible[place]
        if len(certain) == 1:
            aligned[place] = _shifted(row, next(iter(certain)))
        elif possible[place] and all(map(_is_blank, row.values)):
            aligned[place] = _shifted(row, 0)
        elif not possible[place]:
            aligned[place] = _all_alike(row)


def _common(sets: Sequence[set[int]]) -> set[int]:
    return set.intersection(*sets) if sets else set()


def _all_alike(row: ValueRow) -> Pairs | None:
    """A row with more numbers than columns, all the same: each column holds that number, the rest is left over."""
    printed = [cell for cell in row.values if not _is_blank(cell)]
    is_certain = len({fold(cell.text).strip() for cell in printed}) == 1 and len(printed) > len(row.header.leaves)
    if not is_certain:
        return None
    leaves = [*row.header.leaves, *[_NO_COLUMN] * (len(printed) - len(row.header.leaves))]
    return tuple(zip(leaves, printed, strict=True))


def _shifts(row: ValueRow) -> set[int]:
    """How many cells may stand right of the last column, such that every printed cell is under a column."""
    spare = len(row.values) - len(row.header.leaves)
    printed = [place for place, cell in enumerate(row.values) if letters_of(cell.text) or not _is_blank(cell)]
    if not printed:
        return set(range(spare + 1))
    first, last = printed[0], len(row.values) - 1 - printed[-1]
    return {right for right in range(spare + 1) if right <= last and spare - right <= first}


def _shifted(row: ValueRow, right: int) -> Pairs:
    first = len(row.values) - right - len(row.header.leaves)
    return tuple(zip(row.header.leaves, row.values[first : first + len(row.header.leaves)], strict=True))
