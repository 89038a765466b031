"""Which cell of a row stands under which column header; None when that is not certain."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.document import Cell, Table
from etl.recognising.columns import Header, Leaf
from etl.recognising.labels import letters_of
from etl.recognising.values import fold, looks_like_value

_NO_COLUMN = Leaf("")
_ENOUGH_TO_AGREE = 2
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

    Merged cells are trusted first, then the number of cells, then what rows padded alike agree on.
    """
    aligned = [_by_columns(row) or _by_position(row) or _by_number(row) for row in rows]
    shapes: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if aligned[place] is None and not row.header.length:
            shapes[(row.table.number, row.length, len(row.values))].append(place)
    for places in shapes.values():
        for place, pairs in zip(places, _by_agreement([rows[place] for place in places]), strict=True):
            aligned[place] = pairs
    return aligned


def _is_blank(cell: Cell) -> bool:
    return not fold(cell.text).strip(" \n")


def _by_columns(row: ValueRow) -> Pairs | None:
    """Pairs by grid column; each leaf must have exactly one cell, and each printed cell a leaf."""
    header, cells = row.header, (*row.values, *row.from_above)
    if row.table.is_ragged or header.width != max((cell.column + cell.column_span for cell in cells), default=0):
        return None
    pairs: list[Pair] = []
    for cell in cells:
        end = cell.column + cell.column_span
        covered = [leaf for leaf in header.leaves if leaf.start < end and cell.column < leaf.end]
        if not covered and not _is_blank(cell):
            return None
        pairs += [(leaf, cell) for leaf in covered]
    leaves = [leaf for leaf, _ in pairs]
    return tuple(pairs) if sorted(leaves, key=id) == sorted(header.leaves, key=id) else None


def _by_position(row: ValueRow) -> Pairs | None:
    """Pairs by place in the row, under a header of one row (table two); what lies beyond the header must be blank."""
    header = row.header
    if not header.length or not row.table.is_ragged or not all(looks_like_value(cell.text) for cell in row.values):
        return None
    first = row.length - len(row.values)
    by_index = {first + place: cell for place, cell in enumerate(row.values)}
    pairs = [(leaf, by_index.pop(leaf.start)) for leaf in header.leaves if leaf.start in by_index]
    is_whole = len(pairs) == len(header.leaves) and all(_is_blank(cell) for cell in by_index.values())
    is_like_header = row.length == header.length or not any(_is_blank(cell) for _, cell in pairs)
    return tuple(pairs) if is_whole and is_like_header else None


def _by_number(row: ValueRow) -> Pairs | None:
    """Pairs in order, where there are exactly as many cells as columns."""
    if len(row.values) != len(row.header.leaves) or not all(map(_is_blank, row.from_above)):
        return None
    return tuple(zip(row.header.leaves, row.values, strict=True))


def _by_agreement(rows: Sequence[ValueRow]) -> list[Pairs | None]:
    """Pairs of rows of one shape: they are padded alike, so the only shift that loses no printed cell of any is theirs.

    A row that stands alone, or that the others contradict, is believed only when no column of it is blank.
    """
    possible = [_shifts(row) for row in rows]
    agreed = set.intersection(*possible) if len(rows) >= _ENOUGH_TO_AGREE else set()
    return [_shifted_by(row, own, agreed) for row, own in zip(rows, possible, strict=True)]


def _shifted_by(row: ValueRow, own: set[int], agreed: set[int]) -> Pairs | None:
    if not own:
        return _all_alike(row)
    if all(map(_is_blank, row.values)) or len(agreed) == 1:
        return _shifted(row, min(agreed or own))
    pairs = _shifted(row, min(own))
    is_full = len(own) == 1 and not any(_is_blank(cell) for _, cell in pairs)
    return pairs if is_full else None


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
