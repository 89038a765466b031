"""One walk over the elements of a page: lines and tables are added in the order a reader sees them.

A page has thousands of nodes, and most of them only dress up one piece of text. So a table or a paragraph in
which nothing needs a closer look is taken whole, and the walk does not go into it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from etl.reading.blocks import Blocks, only_frames_text
from etl.reading.document import Cell
from etl.reading.page_tags import (
    APART,
    CELL,
    DROPPED,
    INLINE,
    KINDS,
    LINE,
    PRE,
    ROW,
    SECTION,
    TABLE,
    TEXT,
    is_frame,
    is_messy,
    spans_of,
    tidy,
)
from etl.reading.spans import Spans, place_cells

_PART = "\0"  # parts pieces of text; no page holds it, parsers replace it

Line = tuple[str, bool]
"""A line of text, and whether it stands in the frame of the site."""

_Grid = tuple[list[list[Cell]], int]
"""The placed cells of a data table by row, and its width."""

_Flow = list["Line | _Grid | _Flow"]
"""Lines and grids in order; a nested flow is what was left of a layout table."""


@dataclass(slots=True)
class _Table:
    """A table that is open: the flow it stands in, what stands in its cells by row, and the spans of those cells."""

    around: _Flow
    rows: list[list[_Flow]] = field(default_factory=list)
    spans: Spans = field(default_factory=dict)


class _Walk:
    """Where the walk stands: the text of the current line, where lines go, which tables are open."""

    __slots__ = ("flow", "frames", "not_plain", "open_frames", "tables", "text", "verbatim")

    def __init__(self, not_plain: frozenset[int]) -> None:
        self.not_plain = not_plain
        self.flow: _Flow = []
        self.text: list[str] = []
        self.tables: list[_Table] = []
        self.open_frames: list[bool] = []  # of each open section: whether it is the frame of the site
        self.frames = 0
        self.verbatim = 0

    def say(self, text: str) -> None:
        """Take the text of one text node."""
        if self.verbatim and "\n" in text:
            for line in text.split("\n"):
                self.text.append(line)
                self.end_line()
        else:
            self.text.append(text)

    def end_line(self) -> None:
        """Close the current line."""
        if self.text:
            text = tidy("".join(self.text))
            self.text.clear()
            if text:
                self.flow.append((text, self.frames > 0))

    def take_whole(self, kind: int, node: LexborNode) -> bool:
        """Take a table, a line of one piece or a section of the site's frame at once, if it needs no closer look."""
        if node.mem_id in self.not_plain or (kind == SECTION and not (self.frames or is_frame(node))):
            return False
        if kind == TABLE:
            self.end_line()
            self._add_grid(*_plain_table(node, self.not_plain))
            return True
        text = node.text(True, _PART, False, True)
        if _PART in text and kind == LINE:
            return False
        self.end_line()
        is_framed = self.frames > 0 or kind == SECTION
        self.flow += [(line, is_framed) for piece in text.split(_PART) if (line := tidy(piece))]
        return True

    def enter(self, kind: int, node: LexborNode) -> None:
        """Open an element that is not inline."""
        if kind == APART:
            self.text.append("[")
            return
        self.end_line()
        if kind == SECTION:
            self.open_frames.append(is_frame(node))
            self.frames += self.open_frames[-1]
        elif kind == ROW and self.tables:
            self.tables[-1].rows.append([])
        elif kind == CELL and self.tables:
            self._open_cell(node, self.tables[-1])
        elif kind == TABLE:
            self.tables.append(_Table(self.flow))
        elif kind == PRE:
            self.verbatim += 1

    def leave(self, kind: int) -> None:
        """Close an element that is not inline."""
        if kind == APART:
            self._close_bracket()
            return
        self.end_line()
        if kind == SECTION:
            self.frames -= self.open_frames.pop()
        elif kind == CELL and self.tables:
            self.flow = self.tables[-1].around
        elif kind == TABLE:
            self._close_table()
        elif kind == PRE:
            self.verbatim -= 1

    def _close_bracket(self) -> None:
        if self.text and self.text[-1] == "[":
            self.text.pop()
        elif "[" in self.text:
            self.text.append("]")

    def _open_cell(self, node: LexborNode, table: _Table) -> None:
        self.flow = []
        table.spans.setdefault(len(table.rows) - 1, {})[len(table.rows[-1])] = spans_of(node.attributes)
        table.rows[-1].append(self.flow)

    def _close_table(self) -> None:
        table = self.tables.pop()
        self.flow = table.around
        if all(_is_line(part) for row in table.rows for flow in row for part in flow):
            self._add_grid([[_lines_of(flow) for flow in row] for row in table.rows], table.spans)
        else:
            self.flow.append([flow for row in table.rows for flow in row])

    def _add_grid(self, rows: list[list[str]], spans: Spans) -> None:
        cells, width = place_cells(rows, spans)
        texts = [text for row in rows for text in row]
        if only_frames_text(texts, width):
            self.flow += [(line, self.frames > 0) for text in texts for line in text.split("\n")]
        else:
            self.flow.append((cells, width))


def walk(root: LexborNode, blocks: Blocks, hidden: frozenset[int], not_plain: frozenset[int]) -> None:
    """Add what stands below `root`.

    `hidden` are ids of elements to leave out; `not_plain` are ids of the elements around these, and of those in
    which a table, or something that is not shown as it stands, is found.
    """
    _add(_flow_below(root, hidden, not_plain), blocks)


def _flow_below(root: LexborNode, hidden: frozenset[int], not_plain: frozenset[int]) -> _Flow:
    """Lines and tables in order; without recursion, as pages are nested at will."""
    state = _Walk(not_plain)
    open_nodes = [(INLINE, root)]
    node = root.first_child
    while node is not None:
        kind = KINDS.get(node.tag or "", INLINE)
        child = None
        if kind == TEXT:
            state.say(node.text_content or "")
        elif kind == DROPPED or (hidden and node.mem_id in hidden):
            pass
        elif kind < SECTION or not state.take_whole(kind, node):
            child = node.first_child
            if kind != INLINE:
                state.enter(kind, node)
                if child is None:
                    state.leave(kind)
        if child is not None:
            open_nodes.append((kind, node))
            node = child
        else:
            node = _following(node, open_nodes, state)
    state.end_line()
    return state.flow


def _following(node: LexborNode, open_nodes: list[tuple[int, LexborNode]], state: _Walk) -> LexborNode | None:
    """The node after this one below the root; elements that end on the way are closed."""
    following = node.next
    while following is None:
        kind, node = open_nodes.pop()
        if not open_nodes:
            return None
        if kind != INLINE:
            state.leave(kind)
        following = node.next
    return following


def _plain_table(table: LexborNode, not_plain: frozenset[int]) -> tuple[list[list[str]], Spans]:
    """The texts of each row, and the spans, of a table in which no table and nothing hidden stands."""
    rows = [list(row.iter()) for group in table.iter() for row in group.iter() if row.tag == "tr"]
    return [_plain_texts(row, not_plain) for row in rows], _spans(rows)


def _plain_texts(cells: Sequence[LexborNode], not_plain: frozenset[int]) -> list[str]:
    """The texts of cells; most hold one piece of text or none, and what stands around it need not be looked at."""
    texts = [cell.text(True, _PART, False, True) for cell in cells]
    together = "".join(texts)
    if _PART not in together and not is_messy(together):
        return [text.strip() for text in texts]
    return [
        tidy(text) if _PART not in text else _lines_of(_flow_below(cell, frozenset(), not_plain))
        for cell, text in zip(cells, texts, strict=True)
    ]


def _spans(rows: Sequence[Sequence[LexborNode]]) -> Spans:
    spans: Spans = {}
    for number, row in enumerate(rows):
        for place, claim in enumerate([cell.attributes for cell in row]):
            if claim and ("rowspan" in claim or "colspan" in claim):
                spans.setdefault(number, {})[place] = spans_of(claim)
    return spans


def _is_line(part: Line | _Grid | _Flow) -> bool:
    return isinstance(part, tuple) and isinstance(part[0], str)


def _lines_of(flow: _Flow) -> str:
    return "\n".join(part[0] for part in flow if isinstance(part[0], str))


def _add(flow: _Flow, blocks: Blocks) -> None:
    """Add the parts in order; layout tables lie in each other as deep as a page likes."""
    waiting: list[Line | _Grid | _Flow] = [flow]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part[0], str):
            blocks.add_line(part[0], bool(part[1]))
        else:
            blocks.add_table(part[0], part[1])
