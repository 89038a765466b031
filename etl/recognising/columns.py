"""Column headers of tables two, three and four → the leaf columns that values are claimed by.

Where the document says which cells are merged, a leaf is the deepest printed header above a column.
A text dump does not say it: there the headers are put in order by replacing a group by its members.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from etl.reading.document import Cell, Table
from etl.recognising import labels
from etl.vocabulary import variants
from etl.vocabulary.form import APPLICANTS, CHANNELS, OUTCOMES, PROACTIVE, REQUESTS, REVIEWS

Row = Sequence[Cell]
_APPLICANT_NAMES = frozenset(word.name for word in APPLICANTS)
_ENOUGH = 2
_OUTCOME_NAMES = tuple(word.name for word in OUTCOMES)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One column that holds values: grid columns `start` (included) to `end` (not), 0 to 0 when unknown.

    `measure` is "" for a column that is no column of the form; `is_ignored` says that it is a declared extra one.
    `channel` is "" outside table four; `unit` is the unit of money printed in the header.
    """

    measure: str
    start: int = 0
    end: int = 0
    channel: str = ""
    unit: str | None = None
    is_ignored: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of one table as printed; `width` is where its header rows end, 0 when columns are not known.

    `length` is the number of cells in the header's only row (table two), 0 otherwise.
    """

    table: str
    leaves: tuple[Leaf, ...]
    width: int = 0
    length: int = 0


def table_of_header(row: Row) -> str | None:
    """Which table a row is a column header of; None when it is not one."""
    texts = [cell.text for cell in row if labels.letters_of(cell.text)]
    if _is_any(texts, variants.PROACTIVE_HEADER_LABELS) or _count(texts, labels.proactive_column) >= _ENOUGH:
        return PROACTIVE
    if _is_any(texts, variants.APPLICANT_ALL + variants.APPLICANT_GROUP) or _count(texts, _organisation) >= _ENOUGH:
        return REQUESTS
    if _is_any(texts, variants.CHANNEL_GROUP) or _count(texts, _outcome_or_channel) >= _ENOUGH:
        return REVIEWS
    return None


def _is_any(texts: Iterable[str], known: tuple[str, ...]) -> bool:
    return any(labels.is_one_of(text, known) for text in texts)


def _count(texts: Iterable[str], name_of: Callable[[str], str | None]) -> int:
    return sum(1 for text in texts if name_of(text))


def _organisation(text: str) -> str | None:
    """The applicant, unless its word (其他, 总计) stands in other headers too."""
    name = labels.applicant(text)
    return name if name not in ("total", "other_organization", "ignored") else None


def _outcome_or_channel(text: str) -> str | None:
    return labels.outcome(text) or labels.channel(text)


def read_header(table_name: str, rows: Sequence[Row], table: Table) -> Header | None:
    """The leaf columns of a header of one or more rows; None when they cannot be told with certainty."""
    if table_name == PROACTIVE:
        return _proactive_header(rows[-1], table)
    if not table.is_ragged:
        leaves = _grid_leaves(table_name, rows)
        if _is_complete(table_name, leaves) and _is_nested(leaves, rows):
            return Header(table_name, leaves, _width(rows))
    leaves = _ordered_applicants(rows) if table_name == REQUESTS else _ordered_outcomes(rows)
    return Header(table_name, leaves) if _is_complete(table_name, leaves) else None


def _proactive_header(row: Row, table: Table) -> Header | None:
    measures = [(index, cell, labels.proactive_column(cell.text)) for index, cell in enumerate(row)]
    first = next((place for place, (_, _, measure) in enumerate(measures) if measure), None)
    if first is None:
        return None
    leaves = [
        Leaf(measure or "", *_span(index, cell, table), unit=labels.unit_of_header(cell.text))
        for index, cell, measure in measures[first:]
        if labels.letters_of(cell.text)
    ]
    named = [leaf.measure for leaf in leaves if leaf.measure]
    if len(named) != len(set(named)):
        return None
    return Header(PROACTIVE, tuple(leaves), 0 if table.is_ragged else _width([row]), len(row))


def _width(rows: Iterable[Row]) -> int:
    return max(cell.column + cell.column_span for row in rows for cell in row)


def _span(index: int, cell: Cell, table: Table) -> tuple[int, int]:
    return (index, index + 1) if table.is_ragged else (cell.column, cell.column + cell.column_span)


def _grid_leaves(table_name: str, rows: Sequence[Row]) -> tuple[Leaf, ...]:
    deepest: dict[int, Cell] = {}
    channels: dict[int, str] = {}
    for cell in (cell for row in rows for cell in row if labels.letters_of(cell.text)):
        for column in range(cell.column, cell.column + cell.column_span):
            deepest[column] = cell
            channels[column] = labels.channel(cell.text) or channels.get(column, "")
    columns = [(column, deepest[column], channels[column]) for column in sorted(deepest)]
    leaves = [
        _leaf(table_name, list(group)) for _, group in groupby(columns, key=lambda entry: (id(entry[1]), entry[2]))
    ]
    first = next((place for place, leaf in enumerate(leaves) if leaf.measure), len(leaves))
    return tuple(leaves[first:])


def _leaf(table_name: str, columns: list[tuple[int, Cell, str]]) -> Leaf:
    start, cell, channel = columns[0]
    end = columns[-1][0] + 1
    if table_name == REVIEWS:
        return Leaf(labels.outcome(cell.text) or "", start, end, channel)
    name = labels.applicant(cell.text)
    return Leaf("", start, end, is_ignored=True) if name == "ignored" else Leaf(name or "", start, end)


def _is_nested(leaves: Sequence[Leaf], rows: Iterable[Row]) -> bool:
    """Whether the organisations stand exactly under their group; otherwise merged cells were lost or misplaced."""
    groups = [cell for row in rows for cell in row if labels.is_one_of(cell.text, variants.APPLICANT_GROUP)]
    if not groups:
        return True
    covered = {column for cell in groups for column in range(cell.column, cell.column + cell.column_span)}
    outside = [leaf for leaf in leaves if leaf.measure in ("natural_person", "total")]
    inside = [leaf for leaf in leaves if (leaf.measure or leaf.is_ignored) and leaf not in outside]
    return all(leaf.start in covered for leaf in inside) and not any(leaf.start in covered for leaf in outside)


def _ordered_applicants(rows: Sequence[Row]) -> tuple[Leaf, ...]:
    """The applicants in order: a group cell is replaced by the words of the next row; empty when a group is lost."""
    order: list[Leaf] = []
    for row in reversed(rows):
        members, order = order, []
        for cell in row:
            name = labels.applicant(cell.text)
            if labels.is_one_of(cell.text, variants.APPLICANT_ALL + variants.APPLICANT_GROUP):
                order, members = order + members, []
            elif name is not None:
                order.append(Leaf("", is_ignored=True) if name == "ignored" else Leaf(name))
        if order and members:
            return ()
        order += members
    return tuple(order)


def _ordered_outcomes(rows: Sequence[Row]) -> tuple[Leaf, ...]:
    """The outcomes row by row; an outcome that comes again begins the next channel, in the order of the channels."""
    texts = [cell.text for row in rows for cell in row]
    channels = [name for text in texts if (name := labels.channel(text))]
    runs: list[list[str]] = []
    for name in (found for text in texts if (found := labels.outcome(text))):
        if not runs or name in runs[-1]:
            runs.append([])
        runs[-1].append(name)
    if not channels and len(runs) == 1:
        channels = [""]
    if len(channels) != len(runs):
        return ()
    return tuple(Leaf(name, channel=channel) for channel, run in zip(channels, runs, strict=True) for name in run)


def _is_complete(table_name: str, leaves: Sequence[Leaf]) -> bool:
    """Whether each word of the form stands exactly once; otherwise the header was not understood."""
    if table_name == REQUESTS:
        return sorted(leaf.measure for leaf in leaves if leaf.measure) == sorted(_APPLICANT_NAMES)
    keys = [(leaf.channel, leaf.measure) for leaf in leaves]
    channels = {channel for channel, _ in keys}
    is_known = channels == {""} or channels <= {word.name for word in CHANNELS}
    return (
        is_known
        and bool(keys)
        and sorted(keys) == sorted((channel, name) for channel in channels for name in _OUTCOME_NAMES)
    )
