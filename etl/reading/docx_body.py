"""The body of a Word document → blocks: paragraphs line by line, tables with merged cells resolved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from etl.reading.blocks import Blocks, only_frames_text
from etl.reading.document import Cell
from etl.reading.docx_names import Names

_MOST_COLUMNS = 1_000
_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")


@dataclass(slots=True)
class _Box:
    """A cell while its table is read; `column` counts from 0."""

    row: int
    column: int
    wide: int = 1
    deep: int = 1
    text: list[str] = field(default_factory=list)
    merges: dict[str, str] = field(default_factory=dict)


def add_body(body: etree._Element, names: Names, blocks: Blocks) -> None:
    """Add the paragraphs and tables below an element, through the wrappers that may stand around them."""
    for element in body:
        tag = element.tag
        if tag == names.paragraph:
            for line in _text(element.iter(*names.in_line), names).split("\n"):
                blocks.add_line(line)
        elif tag == names.table:
            _add_table(element, names, blocks)
        else:
            add_body(element, names, blocks)


def _text(elements: Iterable[etree._Element], names: Names) -> str:
    return "".join(_printed(element, element.tag, names) for element in elements)


def _printed(element: etree._Element, tag: str, names: Names) -> str:
    """What one element inside a run prints."""
    if tag in names.text:
        return element.text or ""
    if tag in names.breaks:
        return "\n"
    if tag == names.hyphen:
        return "-"
    if tag == names.tab:
        # The same name also sets a tab stop, in the properties of a paragraph.
        parent = element.getparent()
        return "\t" if parent is not None and parent.tag == names.run else ""
    return _symbol(element.get(names.char, ""))


def _symbol(code: str) -> str:
    """The character of a symbol by its hexadecimal code; "" for what is no character."""
    if not _CODE.fullmatch(code):
        return ""
    number = int(code, 16)
    return "" if 0xD800 <= number <= 0xDFFF else chr(number)


def _add_table(table: etree._Element, names: Names, blocks: Blocks) -> None:
    if next(table.iterdescendants(names.table), None) is not None:
        _flatten(table, names, blocks)
        return
    boxes, rows = _boxes(table, names)
    texts = ["".join(box.text) for box in boxes]
    width = max((box.column + box.wide for box in boxes), default=0)
    if only_frames_text(texts, width):
        _flatten(table, names, blocks)
        return
    cells: list[list[Cell]] = [[] for _ in range(rows)]
    for box, text in zip(boxes, texts, strict=True):
        cells[box.row].append(Cell(_tidy(text), box.row + 1, box.column + 1, box.deep, box.wide))
    blocks.add_table(cells, width)


def _flatten(table: etree._Element, names: Names, blocks: Blocks) -> None:
    """Add what stands in a layout table as blocks of their own, cell by cell."""
    for cell in table.iterdescendants(names.cell):
        if next(cell.iterancestors(names.table)) is table:
            add_body(cell, names, blocks)


def _tidy(text: str) -> str:
    """The lines of a cell without blank ones and the spaces at their ends."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))


def _boxes(table: etree._Element, names: Names) -> tuple[list[_Box], int]:
    """The cells of a table where they begin, merged ones once, and the number of rows."""
    scan = _Scan(names)
    for element in table.iter(*names.in_table):
        scan.take(element, element.tag)
    scan.close_cell()
    return scan.boxes, scan.row + 1


class _Scan:
    """Where the reading of one table stands."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.boxes: list[_Box] = []
        self.row = -1
        self.column = 0
        self.open: _Box | None = None
        self.above: dict[int, _Box] = {}  # by column: the cell that the next row may go on

    def take(self, element: etree._Element, tag: str) -> None:
        """Take the next element of the table in document order."""
        names, box = self.names, self.open
        if tag == names.cell:
            self.close_cell()
            self.open = _Box(self.row, self.column)
        elif tag == names.row:
            self.close_cell()
            self.row += 1
            self.column = 0
        elif tag == names.grid_before:
            self.column = _number(element, names)
        elif box is not None:
            self._take_inside(element, tag, box)

    def _take_inside(self, element: etree._Element, tag: str, box: _Box) -> None:
        names = self.names
        if tag == names.paragraph:
            if box.text:
                box.text.append("\n")
        elif tag == names.grid_span:
            box.wide = max(1, _number(element, names))
        elif tag in names.merges:
            box.merges[tag] = element.get(names.value, "continue")
        else:
            box.text.append(_printed(element, tag, names))

    def close_cell(self) -> None:
        """Put the open cell where it belongs: on its own, or into the one above or to the left."""
        box, self.open = self.open, None
        if box is None:
            return
        self.column = box.column + box.wide
        if self._goes_on_above(box) or self._goes_on_left(box):
            return
        self.above[box.column] = box
        self.boxes.append(box)

    def _goes_on_above(self, box: _Box) -> bool:
        """Join a continued cell to the one above; one of another width with text of its own is not continued."""
        upper = self.above.get(box.column)
        if box.merges.get(self.names.vertical_merge) != "continue" or upper is None:
            return False
        is_below = upper.row + upper.deep == box.row and self.names.vertical_merge in upper.merges
        if not is_below or (upper.wide != box.wide and "".join(box.text).strip()):
            return False
        upper.deep += 1
        return True

    def _goes_on_left(self, box: _Box) -> bool:
        left = self.boxes[-1] if self.boxes else None
        if box.merges.get(self.names.horizontal_merge) != "continue" or left is None or left.row != box.row:
            return False
        left.wide += box.wide
        return True


def _number(element: etree._Element, names: Names) -> int:
    text = element.get(names.value, "")
    return min(int(text), _MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 9 else 0
