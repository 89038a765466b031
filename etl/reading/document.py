"""The neutral Document that every format becomes before anyone asks what it means."""

from dataclasses import dataclass
from typing import NamedTuple


# Cells and paragraphs are made by the hundred for each document; a frozen dataclass takes three times as long to make.
class Cell(NamedTuple):
    """One printed cell of a table, where it begins.

    `row` and `column` count from 1 in the table; a merged cell stands once, at its upper left corner,
    with the rows and columns it spans. In a ragged table `column` is only the position in its row.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of the cells that begin in them.

    `number` counts the tables of the document from 1. `is_ragged` says that columns are not known
    (text dumps lose merged cells): then only the order of the cells in a row can be trusted.
    `width` is the number of grid columns; 0 for a ragged table.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    is_ragged: bool
    width: int = 0

    def place(self, cell: Cell) -> str:
        """Where a cell stands, as `t3.r5.c2`: table, row, column, each from 1."""
        return f"t{self.number}.r{cell.row}.c{cell.column}"


class Paragraph(NamedTuple):
    """One line or paragraph of running text; `number` counts the paragraphs of the document from 1.

    `is_frame` says that it belongs to the site around the document (navigation, footer), not to its text.
    """

    number: int
    text: str
    is_frame: bool = False

    @property
    def place(self) -> str:
        """Where the paragraph stands, as `p12`."""
        return f"p{self.number}"


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A document as an ordered sequence of paragraphs and tables.

    `title` is what the file says of itself (the HTML title), "" when it says nothing; `links` are
    web addresses named by the page itself (base, canonical); `charset` is None where the format has none.
    `meta` are the (name, content) pairs in a page's head, such as `PubDate` and `ContentSource`, names as written.
    """

    media_type: str
    blocks: tuple[Block, ...]
    title: str = ""
    charset: str | None = None
    links: tuple[str, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
