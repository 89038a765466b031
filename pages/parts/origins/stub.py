"""The columns that name the rows of a drawn table: narrow, and the last of them in sight when it is scrolled sideways.

A cell that reaches over several of them stays with as much of itself as the last one is wide, and its text moves along.
"""

from collections import Counter
from typing import Final

from etl.looking_up import Cell, Table

MOST_COLUMNS: Final = 4
_NARROW: Final = 2.6
_LAST: Final = "clamp(6.5rem, 18vw, 13rem)"
_TEXT: Final = "position:sticky;left:2px;display:inline-block;max-width:min(100%, max(5.6rem, 25vw))"


def stub_of(table: Table, head: int) -> int:
    """How many columns name rows: as many as most rows have before their first number; 0 where rows begin with one."""
    before = Counter(
        min((cell.column for cell in row if cell.text.strip() and not any(map(str.isalpha, cell.text))), default=0)
        for row in table.rows[head:]
    )
    first = max(before, key=lambda column: before[column], default=0)
    return first - 1 if 1 < first <= MOST_COLUMNS + 1 and table.width > first else 0


def column_widths(stub: int) -> str:
    """The widths of these columns as HTML; "" when there are none."""
    widths = [*[f"{_NARROW}rem"] * (stub - 1), _LAST] if stub else []
    columns = "".join(f'<col style="width:{width}">' for width in widths)
    return f"<colgroup>{columns}</colgroup>" if columns else ""


def stays(cell: Cell, stub: int) -> bool:
    """Whether a cell is the last that names its row."""
    return bool(stub) and cell.column + cell.column_span - 1 == stub


def staying(cell: Cell, look: str) -> str:
    """The style of a cell that stays in sight: nothing shines through it."""
    left = f"-{_NARROW * (cell.column_span - 1):.1f}rem" if cell.column_span > 1 else "0"
    ground = look.replace("transparent", "Canvas")
    return f";background:Canvas{ground};position:sticky;left:{left};z-index:1"


def moving_along(cell: Cell, text: str) -> str:
    """The text of such a cell, which stays in the part of it that is seen."""
    return f'<span style="{_TEXT}">{text}</span>' if cell.column_span > 1 else text


def free_beside(stub: int) -> str:
    """The style of a box that keeps what it brings into sight from lying under the columns that stay."""
    return f";scroll-padding-left:{_LAST}" if stub else ""
