"""Tables two, three and four of a document → facts, and a ledger of the cells that nobody claimed.

Rows are read one after another. A header row says which table follows and which columns it has; a row
whose label is known waits for its columns (`aligning`); whatever else is printed in such a table is left over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from etl.reading.document import Cell, Document, Paragraph, Table
from etl.recognising import labels
from etl.recognising.aligning import Pairs, ValueRow, align
from etl.recognising.columns import Header, Row, read_header, table_of_header
from etl.recognising.forms import PROACTIVE_KEYS, form_of, missing_cells
from etl.recognising.glued import read_glued_rows
from etl.recognising.report import Fact, LeftOver
from etl.recognising.values import (
    Value,
    looks_like_value,
    read_amount,
    read_count,
    read_number_of,
)
from etl.vocabulary.form import (
    BLANK,
    DECIMAL_MEASURES,
    MISSING,
    PROACTIVE,
    REPORTED,
    REQUESTS,
    REVIEWS,
    UNREADABLE,
    CellKey,
)

_LONGEST_INSIDE = 60
_NOTHING_PRINTED = frozenset({BLANK, MISSING})


@dataclass(slots=True)
class _Scan:
    """What is known while the rows go by."""

    headers: dict[str, Header] = field(default_factory=dict)
    header_rows: list[Row] = field(default_factory=list)
    active: str = ""
    previous_item: str = ""
    rows: list[ValueRow] = field(default_factory=list)
    left_overs: list[LeftOver] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """The facts of the three tables, the form they are printed on, and what was left over."""

    form: str
    facts: tuple[Fact, ...]
    left_overs: tuple[LeftOver, ...]


def read_tables(document: Document) -> TableFacts:
    """The facts of tables two to four; a table that the document lacks has none."""
    scan = _Scan()
    for block in document.blocks:
        if isinstance(block, Table):
            _scan_table(block, scan)
        elif not _may_stand_inside(block):
            scan.headers.clear()
    claimed = _claim(scan)
    glued, glued_left_overs = read_glued_rows(document, claimed)
    claimed |= {(fact.table, fact.item, fact.measure): fact for fact in glued}
    form = form_of(claimed)
    facts = (*claimed.values(), *missing_cells(claimed, form))
    return TableFacts(form, facts, (*scan.left_overs, *glued_left_overs))


def _may_stand_inside(paragraph: Paragraph) -> bool:
    """Whether a line between two tables belongs to them: a page mark, or a label that lost its cell."""
    text = paragraph.text
    if len(text) > _LONGEST_INSIDE:
        return False
    is_page_mark = len(labels.letters_of(text)) <= 4 and not labels.numbering_of(text)
    return is_page_mark or labels.request_row(text) is not None or "第二十条第" in labels.letters_of(text)


def _scan_table(table: Table, scan: _Scan) -> None:
    scan.header_rows, scan.active, scan.previous_item = [], "", ""
    first_left_over = len(scan.left_overs)
    from_above: list[Cell] = []
    for row in table.rows:
        reaching = tuple(cell for cell in from_above if cell.row < row[0].row < cell.row + cell.row_span) if row else ()
        _scan_row(row, reaching, table, scan)
        from_above += [cell for cell in row if cell.row_span > 1 and looks_like_value(cell.text)]
    if not scan.active:
        del scan.left_overs[first_left_over:]


def _scan_row(row: Row, from_above: tuple[Cell, ...], table: Table, scan: _Scan) -> None:
    if _is_article_row(row):
        scan.active = PROACTIVE
        scan.headers.pop(PROACTIVE, None)
        return
    name = None if _has_value(row) else table_of_header(row)
    if name is not None:
        _take_header(name, row, table, scan)
        return
    scan.header_rows = []
    if not _take_values(row, from_above, table, scan):
        scan.left_overs += _left_over(row, table, scan.active)


def _is_article(cell: Cell) -> bool:
    return labels.letters_of(cell.text).startswith("第二十条")


def _is_article_row(row: Row) -> bool:
    """`第二十条第（一）项` alone: a new block of table two, with columns of its own."""
    lettered = [cell for cell in row if labels.letters_of(cell.text)]
    return (
        bool(lettered)
        and _is_article(lettered[0])
        and not any(looks_like_value(cell.text) or labels.proactive_row(cell.text) for cell in lettered)
    )


def _has_value(row: Row) -> bool:
    return any(labels.letters_of(cell.text)[:1].isdigit() and looks_like_value(cell.text) for cell in row)


def _take_header(name: str, row: Row, table: Table, scan: _Scan) -> None:
    if name != scan.active:
        scan.header_rows = []
    scan.active = name
    scan.header_rows = [*scan.header_rows, row]
    scan.headers.pop(name, None)
    if (header := read_header(name, scan.header_rows, table)) is not None:
        scan.headers[name] = header


def _take_values(row: Row, from_above: tuple[Cell, ...], table: Table, scan: _Scan) -> bool:
    """Put the row among those waiting for columns; False when its label or its columns are not known."""
    if not any(labels.letters_of(cell.text) for cell in row):
        return _take_unlabelled(row, table, scan) or not any(cell.text.strip() for cell in row)
    if _take_requests(row, from_above, table, scan):
        return True
    return _take_proactive(row, from_above, table, scan) or _take_unlabelled(row, table, scan)


def _take_requests(row: Row, from_above: tuple[Cell, ...], table: Table, scan: _Scan) -> bool:
    item, length = _request_label(row, scan)
    if not item or (scan.active != REQUESTS and REQUESTS not in scan.headers):
        return False
    scan.active = REQUESTS
    header = scan.headers.get(REQUESTS)
    scan.previous_item = item
    if header is None or item in _GROUPS:
        return item in _GROUPS and not any(cell.text.strip() for cell in row[length:])
    scan.rows.append(ValueRow(table, header, item, len(row), tuple(row[length:]), from_above))
    return True


_GROUPS = frozenset({"results", "refused", "unavailable", "not_processed"})


def _request_label(row: Row, scan: _Scan) -> tuple[str, int]:
    """The item (or else the group) that the leading cells name, and how many cells that takes."""
    item, length = "", 0
    for place, cell in enumerate(row):
        if not labels.letters_of(cell.text):
            if cell.text.strip():
                break
            continue
        found = labels.request_row(cell.text, scan.previous_item)
        if found is None:
            break
        item, length = found[1], place + 1
    return item, length


def _take_proactive(row: Row, from_above: tuple[Cell, ...], table: Table, scan: _Scan) -> bool:
    header = scan.headers.get(PROACTIVE)
    place = next((place for place, cell in enumerate(row) if labels.letters_of(cell.text) and not _is_article(cell)), 0)
    item = labels.proactive_row(row[place].text)
    if item is None or header is None or (scan.active and scan.active != PROACTIVE):
        return False
    scan.active = PROACTIVE
    scan.rows.append(ValueRow(table, header, item, len(row), tuple(row[place + 1 :]), from_above))
    return True


def _take_unlabelled(row: Row, table: Table, scan: _Scan) -> bool:
    """A row of table four: values only, or a channel and its values; the lesser part may be unreadable."""
    header = scan.headers.get(REVIEWS)
    if scan.active != REVIEWS or header is None:
        return False
    channel = labels.channel(row[0].text) if row else None
    values = tuple(row[1:]) if channel else tuple(row)
    is_by_row = any(not leaf.channel for leaf in header.leaves)
    printed = [cell.text for cell in values if cell.text.strip()]
    if is_by_row != bool(channel) or sum(map(looks_like_value, printed)) * 2 < len(printed):
        return False
    if len(values) < len(header.leaves) and not any(cell.text.strip() for cell in values):
        return False
    scan.rows.append(ValueRow(table, header, channel or "", len(row), values))
    return True


def _left_over(row: Row, table: Table, active: str) -> Iterable[LeftOver]:
    """The printed cells of a row without a known label; a row of words alone is a note and is left out deliberately."""
    printed = [cell for cell in row if cell.text.strip()]
    if not any(looks_like_value(cell.text) or labels.letters_of(cell.text)[-1:].isdigit() for cell in printed):
        return ()
    return [LeftOver(active, cell.text, table.place(cell), "label_unknown") for cell in printed]


def _claim(scan: _Scan) -> dict[CellKey, Fact]:
    claimed: dict[CellKey, Fact] = {}
    for row, pairs in zip(scan.rows, align(scan.rows), strict=True):
        for key, fact in _facts(row, pairs, scan):
            if key not in claimed or claimed[key].status in _NOTHING_PRINTED:
                claimed[key] = fact
            elif fact.status not in _NOTHING_PRINTED and claimed[key].raw.strip() != fact.raw.strip():
                claimed[key] = _contradicted(claimed[key], fact)
                scan.left_overs.append(LeftOver(fact.table, fact.raw, fact.place, "claimed_twice"))
    return claimed


def _contradicted(first: Fact, second: Fact) -> Fact:
    """A cell that stands twice with different texts, as where last year's table is printed too: neither is certain."""
    raw = f"{first.raw.strip()} | {second.raw.strip()}"
    return replace(first, value=None, unit=None, status=UNREADABLE, raw=raw)


def _facts(row: ValueRow, pairs: Pairs | None, scan: _Scan) -> Iterable[tuple[CellKey, Fact]]:
    table = row.header.table
    if pairs is None:
        yield from _uncertain(row)
        return
    for leaf, cell in pairs:
        key = (table, row.item or leaf.channel, leaf.measure)
        if leaf.measure and _is_of_the_form(key):
            is_merged = cell.row_span > 1 or sum(other is cell for _, other in pairs) > 1
            yield key, _fact(key, cell, row.table.place(cell), leaf.unit, is_merged)
        elif cell.text.strip() and not leaf.is_ignored:
            scan.left_overs.append(LeftOver(table, cell.text, row.table.place(cell), "column_unknown"))


def _is_of_the_form(key: CellKey) -> bool:
    return key[0] != PROACTIVE or key in PROACTIVE_KEYS


def _fact(key: CellKey, cell: Cell, place: str, header_unit: str | None, is_merged: bool) -> Fact:
    value = _read(key, cell.text)
    if is_merged and value.status == REPORTED:
        value = Value(None, None, UNREADABLE)
    unit = value.unit or (header_unit if value.status == REPORTED else None)
    return Fact(*key, value.number, unit, value.status, cell.text, place)


def _read(key: CellKey, text: str) -> Value:
    if key[0] != PROACTIVE:
        return read_count(text)
    return read_amount(text) if key[2] in DECIMAL_MEASURES else read_number_of(text)


def _uncertain(row: ValueRow) -> Iterable[tuple[CellKey, Fact]]:
    """All cells of a row whose columns are not certain: unreadable, with everything that the row prints."""
    raw = " | ".join(cell.text.strip() for cell in row.values)
    place = row.table.place(row.values[0]) if row.values else ""
    status = UNREADABLE if any(cell.text.strip() for cell in row.values) else MISSING
    for leaf in row.header.leaves:
        key = (row.header.table, row.item or leaf.channel, leaf.measure)
        if leaf.measure and _is_of_the_form(key):
            yield key, Fact(*key, None, None, status, raw, place)
