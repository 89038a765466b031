"""A page as text, in the three shapes reports come in: a cell per line, a row per line, Markdown pipes."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from etl.demo.grids import Grid, Piece, pieces
from etl.demo.layout import Layout
from etl.demo.page import Line, Page
from etl.vocabulary.form import CellKey

_MARKS = {"title": "# ", "heading": "## ", "body": ""}


def write_text(page: Page, layout: Layout) -> bytes:
    """The page in the layout's text format and charset."""
    lines: list[str] = []
    for block in page.blocks:
        if isinstance(block, Grid):
            lines += _grid_lines(block, page.values, layout)
        else:
            lines += _text_lines(block, layout)
    return "\n".join(lines).encode(layout.charset)


def _text_lines(line: Line, layout: Layout) -> list[str]:
    if layout.format == "cell_lines":
        return [line.text]
    return [_MARKS[line.role] + line.text if layout.format == "pipes" else line.text, ""]


def _grid_lines(grid: Grid, values: Mapping[CellKey, str], layout: Layout) -> list[str]:
    if layout.format == "cell_lines":
        return [*_cell_lines(grid, values), "", ""]
    if layout.format == "pipes":
        return [*_pipe_lines(list(_full_rows(grid, values)), layout), ""]
    rows = _shifted_rows(grid, values) if layout.shifted_rows else _full_rows(grid, values)
    return [*("\t".join(row) for row in rows), ""]


@lru_cache(maxsize=256)
def _pieces(grid: Grid) -> list[list[Piece]]:
    return pieces(grid)


def _text(piece: Piece, values: Mapping[CellKey, str]) -> str:
    if not piece.begins:
        return ""
    return piece.box.text if piece.box.key is None else values[piece.box.key]


def _cell_lines(grid: Grid, values: Mapping[CellKey, str]) -> Iterator[str]:
    for row in _pieces(grid):
        yield from (f"\t{_text(piece, values)}" for piece in row)
        yield ""


def _full_rows(grid: Grid, values: Mapping[CellKey, str]) -> Iterator[list[str]]:
    """Every grid column in its place, empty where a merged cell goes on."""
    for row in _pieces(grid):
        line: list[str] = []
        for piece in row:
            line += [_text(piece, values).replace("\n", ""), *[""] * (piece.box.columns - 1)]
        yield line


def _shifted_rows(grid: Grid, values: Mapping[CellKey, str]) -> Iterator[list[str]]:
    """Rows as they are left when a table was pasted through an editor.

    The columns of merged labels are gone; rows right of a merged label have an empty cell before and after the values.
    """
    for row in _pieces(grid):
        texts = [_text(piece, values).replace("\n", "") for piece in row]
        first_value = next((place for place, piece in enumerate(row) if piece.box.key is not None), len(row))
        if first_value > 1 and first_value < len(row):
            texts = [*texts[:first_value], "", *texts[first_value:], ""]
        yield texts


def _pipe_lines(rows: list[list[str]], layout: Layout) -> Iterator[str]:
    rule = ["---"] * len(rows[0])
    for row in (rows[0], rule, *rows[1:]):
        joined = " | ".join(row)
        yield f"| {joined} |" if layout.outer_pipes else joined
