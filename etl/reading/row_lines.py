"""Text with one row per line: cells parted by tabs, by pipes, or by spaces before numbers.

Rows with nothing but blank lines between them are one table; a paragraph ends it. A line that is a row
only by chance (a date after a tab, a label and one number) stays a paragraph.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import unescape

from etl.reading.blocks import Blocks

_PIPES = str.maketrans("｜│┃", "|||")
_ESCAPED_PIPE = "\x00"
_CORNERS = frozenset("+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝")
_RULES = _CORNERS | frozenset("=_-─━═┄| \t")
_SEPARATOR = re.compile(r"\s*:?-+:?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?")
_NUMBER = re.compile(r"[+＋\-－−—]?[\d０-９][\d０-９,，.．]*(?:件|项|个|条|次|万元|元|%|％)?|[/／—－\-]+|无")
_PROSE = re.compile(r"[。；！？：:，]|^0\d")  # no count begins with a zero, telephone numbers do
_LONGEST_LABEL = 60
_FEWEST_NUMBERS = 3
_FEWEST_WITHOUT_LABEL = 5

Rows = list[list[str]]


@dataclass(slots=True)
class _Group:
    """Lines of one kind: `tabs`, `pipes`, `spaces`, or "" for running text. Blank lines may stand between them."""

    kind: str
    lines: list[str] = field(default_factory=list)


def add_row_lines(lines: Sequence[str], blocks: Blocks) -> None:
    """Add the lines as paragraphs and ragged tables."""
    for group in _groups(lines):
        tables = _TABLES_OF[group.kind](group.lines) if group.kind else []
        for table in tables:
            blocks.add_ragged_table(table)
        for line in () if tables else group.lines:
            blocks.add_line(line)


def _groups(lines: Iterable[str]) -> Iterable[_Group]:
    """The lines by kind; blank lines do not part rows, unless only spaces stand between the cells."""
    group = _Group("")
    for line in lines:
        is_blank = not line.strip(" \u3000\xa0")
        kind = group.kind if is_blank and group.kind != "spaces" else _kind_of(line)
        if kind != group.kind:
            yield group
            group = _Group(kind)
        group.lines.append(line)
    yield group


def _kind_of(line: str) -> str:
    text = line.strip().translate(_PIPES)
    if "\t" in line.strip(" ") and not _is_tabbed_paragraph(line):
        return "tabs"
    if "|" in text or _is_ruled(text):
        return "pipes"
    return "spaces" if _could_be_spaced_row(text) else ""


def _is_tabbed_paragraph(line: str) -> bool:
    """Whether the tabs of a line only indent it, part a number from its heading, or stand in a sentence."""
    cells = [text for cell in line.split("\t") if (text := cell.strip())]
    if len(cells) == 1 and not line.rstrip(" ").endswith("\t"):
        return True
    is_heading = len(cells) == 2 and _NUMBERED.fullmatch(cells[0]) is not None and not _NUMBER.fullmatch(cells[1])
    return is_heading or (len(cells) == 2 and max(map(len, cells)) > _LONGEST_LABEL)


def _tab_tables(lines: Sequence[str]) -> list[Rows]:
    rows = [line.strip(" ").split("\t") for line in lines if line.strip(" ")]
    return [rows] if any(map(_is_row, rows)) else []


def _is_row(row: Sequence[str]) -> bool:
    """Whether a row is more than a line with a tab in it, such as a name and a date."""
    printed = [text for cell in row if (text := cell.strip())]
    return len(row) > _FEWEST_NUMBERS or len(printed) > 2 or any(map(_NUMBER.fullmatch, printed[1:]))


def _pipe_tables(lines: Sequence[str]) -> list[Rows]:
    """A table for each separator row, or one when there is none."""
    tables: list[Rows] = [[]]
    has_separator = False
    for block in _blocks(lines):
        # Pipes at the ends of lines are the border of the table only where every line has them.
        begins, ends = all(line.startswith("|") for line in block), all(line.endswith("|") for line in block)
        rows = [_pipe_cells(line, begins, ends) for line in block]
        if len(rows) > 1 and all(map(_SEPARATOR.fullmatch, rows[1])):
            del rows[1]
            has_separator = True
            tables.append([])
        tables[-1] += rows
    is_table = has_separator or any(map(_is_row, tables[0]))
    return [table for table in tables if table] if is_table else []


def _blocks(lines: Sequence[str]) -> Iterable[list[str]]:
    """The lines between blank lines, with one kind of pipe and without drawn borders."""
    block: list[str] = []
    for line in (*lines, ""):
        text = line.strip().translate(_PIPES).replace(r"\|", _ESCAPED_PIPE)
        if text and not _is_ruled(text):
            block.append(text)
        elif not text and block:
            yield block
            block = []


def _is_ruled(text: str) -> bool:
    return not _CORNERS.isdisjoint(text) and _RULES.issuperset(text)


def _pipe_cells(line: str, begins: bool, ends: bool) -> list[str]:
    cells = line.split("|")
    cells = cells[begins : len(cells) - ends] or [""]
    return [_BREAK.sub("\n", unescape(cell)).replace(_ESCAPED_PIPE, "|") for cell in cells]


def _could_be_spaced_row(text: str) -> bool:
    """Whether a line could be a row parted by spaces: several short cells, no punctuation of a sentence."""
    cells = text.split()
    return len(cells) > 1 and len(text) < 3 * _LONGEST_LABEL and not any(map(_PROSE.search, cells[1:]))


def _space_tables(lines: Sequence[str]) -> list[Rows]:
    """One table where lines parted by spaces are one without doubt: rows that end in several numbers."""
    rows = [line.split() for line in lines]
    counts = [_numbers_at_end(row) for row in rows if _numbers_at_end(row) >= len(row) - 3]
    many = any(count >= _FEWEST_WITHOUT_LABEL for count in counts)
    several = sum(count >= _FEWEST_NUMBERS for count in counts) > 1
    return [rows] if many or several else []


def _numbers_at_end(row: Sequence[str]) -> int:
    count = 0
    while count < len(row) and _NUMBER.fullmatch(row[-1 - count]):
        count += 1
    return count


_TABLES_OF = {"tabs": _tab_tables, "pipes": _pipe_tables, "spaces": _space_tables}
