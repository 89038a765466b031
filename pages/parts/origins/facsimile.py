"""Tables and lines of a document as they are printed, as HTML: a skeleton of our own around escaped text.

Nothing of a document gets through but its letters. What is marked stands out without its colour: an outline and a sign;
to those who hear it, a heading is one, and a box that scrolls has a name.
"""

from collections.abc import Collection, Iterator, Sequence
from html import escape
from typing import Final

from etl.looking_up import Block, Cell, Paragraph, Table
from etl.vocabulary.page_labels.source import (
    BOX_DOCUMENT,
    BOX_LINES,
    BOX_TABLE,
    DOCUMENT_CUT,
    MARK_HERE,
    TABLE_CUT,
)
from pages.parts.origins.places import Span
from pages.parts.origins.stub import column_widths, free_beside, moving_along, staying, stays, stub_of

ROWS_DRAWN: Final = 200
COLUMNS_DRAWN: Final = 60
LETTERS_DRAWN: Final = 2000
HTML_DRAWN: Final = 600_000
_SIGN: Final = "▶\N{NO-BREAK SPACE}"

_GROUND: Final = "color-mix(in srgb, #e8590c 28%, transparent)"
_BOX: Final = "overflow:auto;padding:2px;max-height:"
_RULE: Final = "solid color-mix(in srgb, currentColor 35%, transparent)"
_TABLE: Final = (
    f"border:{_RULE};border-width:1px 0 0 1px;border-collapse:separate;border-spacing:0;"
    "font-size:0.85rem;line-height:1.35;font-variant-numeric:tabular-nums"
)
_CELL: Final = f"border:{_RULE};border-width:0 1px 1px 0;padding:2px 6px;white-space:pre-wrap"
_NUMBER: Final = ";white-space:pre"
_HEAD: Final = "position:sticky;top:-2px;background:Canvas;z-index:2"
_HEAD_ROW: Final = 2.2
"""What to leave free for a row of the head in rem: one of two lines, as the head must not lie over what is marked."""
_WIDE: Final = ";min-width:44rem"
_NARROW: Final = 5
_PLAIN: Final = ";font-weight:inherit;text-align:start"
_HEADING: Final = ";font-weight:600;background:color-mix(in srgb, #2f7fbf 20%, transparent)"
_MARKED: Final = (
    f";font-weight:700;background:{_GROUND};outline:3px solid #e8590c;outline-offset:-2px;"
    "scroll-initial-target:nearest;scroll-margin-bottom:1rem"
)
_LINE: Final = "margin:0 0 0.45rem;white-space:pre-wrap"


def table_html(
    table: Table,
    language: str,
    marked: Collection[Cell] = (),
    headings: Collection[Cell] = (),
    head: int = 0,
    height: str = "62vh",
) -> str:
    """A table with its merged cells; of a very large one the rows around what is marked.

    The first `head` rows name columns and stay in sight when the reader scrolls; `headings` name what is marked.
    """
    first, last = _window(len(table.rows), min((cell.row for cell in marked), default=1))
    scopes, stub = _scopes(table, marked, headings, head), stub_of(table, head)
    looks = {_corner(cell): _HEADING for cell in headings} | {_corner(cell): _MARKED for cell in marked}
    signs = {_corner(cell): f'<span title="{escape(MARK_HERE.say(language))}">{_SIGN}</span>' for cell in marked}
    still = head if first == 1 else 0
    rows = [
        "".join(
            _cell(
                cell,
                scopes.get(_corner(cell), ""),
                looks.get(_corner(cell), ""),
                signs.get(_corner(cell), ""),
                is_still=number > still and stays(cell, stub),
            )
            for cell in row
        )
        for number, row in enumerate(_rows(table, range(first, last + 1), marked), start=1)
    ]
    top = f'<thead style="{_HEAD}">{_table_rows(rows[:still])}</thead>' if still else ""
    width = _WIDE if table.width > _NARROW else ""
    html = (
        f'<table style="{_TABLE}{width}">{column_widths(stub)}{top}<tbody>{_table_rows(rows[still:])}</tbody></table>'
    )
    return f"{_left_out(table, language)}{_box(html, BOX_TABLE.say(language, n=table.number), height, still, stub)}"


def lines_html(paragraphs: Sequence[Paragraph], language: str, spans: Collection[Span] = ()) -> str:
    """Lines of text one below the other, the spans marked."""
    drawn = "".join(
        _line(one, language, [span for span in spans if span.paragraph == one.number]) for one in paragraphs
    )
    return _box(drawn, BOX_LINES.say(language), "62vh")


def document_html(blocks: Sequence[Block], language: str) -> str:
    """All lines and tables in order; of a very long document the first, and how many blocks are left out."""
    drawn: list[str] = []
    size = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            drawn.append(_line(block, language, ()))
        else:
            drawn.append(table_html(block, language, height="none"))
        size += len(drawn[-1])
        if size > HTML_DRAWN and number + 1 < len(blocks):
            drawn.append(f'<p style="{_LINE}">{escape(DOCUMENT_CUT.say(language, n=len(blocks) - number - 1))}</p>')
            break
    return _box("".join(drawn), BOX_DOCUMENT.say(language), "70vh")


def _box(html: str, name: str, height: str, still: int = 0, stub: int = 0) -> str:
    """A box that scrolls, with the keyboard too, and has a name for those who cannot see where it begins."""
    free = (f";scroll-padding-top:{still * _HEAD_ROW:.1f}rem" if still else "") + free_beside(stub)
    return f'<div tabindex="0" role="region" aria-label="{escape(name)}" style="{_BOX}{height}{free}">{html}</div>'


def _scopes(
    table: Table, marked: Collection[Cell], headings: Collection[Cell], head: int
) -> dict[tuple[int, int], str]:
    """Whether a cell names a column or a row, for the cells that name anything."""
    above = {_corner(cell): "col" for row in table.rows[:head] for cell in row}
    rows = {cell.row for cell in marked}
    beside = {cell: bool(rows & set(range(cell.row, cell.row + cell.row_span))) for cell in headings}
    return above | {_corner(cell): "row" if is_beside else "col" for cell, is_beside in beside.items()}


def _table_rows(rows: Sequence[str]) -> str:
    return "".join(f"<tr>{row}</tr>" for row in rows)


def _left_out(table: Table, language: str) -> str:
    """What is not drawn of a very large table, in words; "" when all is."""
    rows = max(0, len(table.rows) - ROWS_DRAWN)
    columns = max(0, *(len(row) - COLUMNS_DRAWN for row in table.rows), 0)
    said = TABLE_CUT.say(language, rows=rows, columns=columns)
    return f'<p style="{_LINE}">{escape(said)}</p>' if rows or columns else ""


def _corner(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _window(rows: int, row: int) -> tuple[int, int]:
    """The first and the last row that are drawn, so that `row` is among them."""
    first = max(1, min(row - ROWS_DRAWN // 2, rows - ROWS_DRAWN + 1))
    return first, min(rows, first + ROWS_DRAWN - 1)


def _rows(table: Table, drawn: range, marked: Collection[Cell]) -> Iterator[list[Cell]]:
    """The cells of each row drawn, gaps filled with empty ones; merged cells end with the last row drawn.

    A merged cell that begins above the rows drawn stands in the first of them.
    """
    taken: set[tuple[int, int]] = set()
    for number in drawn:
        above = _reaching_into(table, number) if number == drawn[0] else []
        cells = sorted([*above, *table.rows[number - 1]], key=lambda one: one.column)
        row: list[Cell] = []
        column = 1
        for cell in [*cells[:COLUMNS_DRAWN], *(one for one in cells[COLUMNS_DRAWN:] if one in marked)]:
            gap = sum((number, hole) not in taken for hole in range(column, cell.column))
            row += [Cell("", 0, 0, 1, gap)] if gap else []
            column = cell.column + cell.column_span
            rows = min(cell.row + cell.row_span - 1, drawn[-1]) - number + 1
            taken |= {(number + below, c) for below in range(1, rows) for c in range(cell.column, column)}
            row.append(cell._replace(row_span=rows))
        yield row


def _reaching_into(table: Table, number: int) -> list[Cell]:
    """The merged cells that begin above a row and reach into it."""
    return [cell for row in table.rows[: number - 1] for cell in row if cell.row + cell.row_span > number]


def _cell(cell: Cell, scope: str, look: str, sign: str, *, is_still: bool) -> str:
    name, named = ("th", f' scope="{scope}"') if scope else ("td", "")
    spans = f'rowspan="{int(cell.row_span)}" colspan="{int(cell.column_span)}"'
    wrap = "" if any(map(str.isalpha, cell.text)) else _NUMBER
    plain = _PLAIN if scope else ""
    looks = staying(cell, look) if is_still else look
    text = f"{sign}{_letters(cell.text)}"
    drawn = moving_along(cell, text) if is_still else text
    return f'<{name} {spans}{named} style="{_CELL}{wrap}{plain}{looks}">{drawn}</{name}>'


def _line(paragraph: Paragraph, language: str, spans: Collection[Span]) -> str:
    """A line; a line without spans is plain."""
    parts: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda one: one.start):
        mark = f'<mark title="{escape(MARK_HERE.say(language))}" style="color:inherit{_MARKED}">{_SIGN}'
        parts += [_letters(paragraph.text[done : span.start]), mark, _letters(paragraph.text[span.start : span.end])]
        parts.append("</mark>")
        done = span.end
    return f'<p style="{_LINE}">{"".join(parts)}{_letters(paragraph.text[done:])}</p>'


def _letters(text: str) -> str:
    """The letters of a text as they are; of a very long one the first, and a mark that there are more."""
    return escape(text) if len(text) <= LETTERS_DRAWN else f"{escape(text[:LETTERS_DRAWN])}…"
