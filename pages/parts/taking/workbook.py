"""Rows as an Excel workbook: first a sheet that says what they are, then all rows on as many sheets as they need.

Written row by row by XlsxWriter, which keeps one row in memory and puts the sheets together on the disk.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from etl.vocabulary.labels import DATA
from etl.vocabulary.page_labels.downloads import ABOUT_SHEET, NEXT_SHEET
from pages.parts.taking.extract import Extract
from pages.parts.taking.workbook_about import Sheet, write_about
from pages.parts.taking.workbook_cells import HEADING, Looks, cut_texts, looks_of, write_rows, write_text

ROWS_OF_A_SHEET: Final = 1_048_575
"""Rows that a sheet holds below its heading."""
QUICK_CELLS: Final = 10_000_000
"""So many cells are written before a reader wonders."""
_CELLS_A_MINUTE: Final = 10_000_000
_BYTES_OF_A_SHEET: Final = 1_500_000_000
"""Beyond two GiB the archive would need a form of entry that not every program reads."""
_BYTES_OF_A_CELL: Final = 60
"""What stands around a value."""
_CELLS_AT_ONCE: Final = 300_000
_NARROWEST, _WIDEST = 9, 60
_SAMPLE: Final = 200


@dataclass(slots=True)
class _Pieces:
    """The rows still to be written, in pieces of a bounded number of cells; long texts are cut and counted."""

    extract: Extract
    cut: int = 0
    kept: pl.DataFrame | None = None
    """What did not find room on the last sheet."""
    batches: Iterator[pl.DataFrame] = field(init=False)

    def __post_init__(self) -> None:
        at_once = max(1, _CELLS_AT_ONCE // max(1, len(self.extract.columns)))
        self.batches = (piece for batch in self.extract.rows() for piece in batch.iter_slices(at_once))

    def next(self) -> pl.DataFrame | None:
        """The next piece with rows in it; None when there is none."""
        kept, self.kept = self.kept, None
        if kept is not None:
            return kept
        piece = next((batch for batch in self.batches if batch.height), None)
        if piece is None:
            return None
        fitting, times = cut_texts(piece)
        self.cut += times
        return fitting


def write_workbook(path: Path, extract: Extract) -> None:
    """The workbook at `path`: no row is left out, and text that a cell cannot hold whole is counted and told."""
    # Half-written sheets lie beside the file, in a folder that its owner removes whatever happens. The book is closed
    # by hand, because a `with` would still put it together after a failure.
    book = Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent), "use_zip64": True})
    looks = looks_of(book)
    about = book.add_worksheet(ABOUT_SHEET.say(extract.language))
    pieces, sheets = _Pieces(extract), list[Sheet]()
    piece = pieces.next()
    while piece is not None or not sheets:
        name = NEXT_SHEET if sheets else DATA
        sheet = book.add_worksheet(name.say(extract.language, n=len(sheets) + 1))
        sheets.append(_fill(sheet, looks, extract, piece, pieces))
        piece = pieces.next()
    # The first sheet is written last: only now is known how many rows there are and how many texts were cut.
    write_about(about, looks, extract, pieces.cut, sheets)
    book.close()


def minutes_to_write(rows: int, columns: int) -> int:
    """Roughly how many minutes a workbook of so many cells takes; 0 when that is not worth a word."""
    cells = rows * columns
    return max(1, round(cells / _CELLS_A_MINUTE)) if cells > QUICK_CELLS else 0


def _fill(sheet: Worksheet, looks: Looks, extract: Extract, piece: pl.DataFrame | None, pieces: _Pieces) -> Sheet:
    """One sheet, filled from `piece` on; what finds no room in it is kept for the next."""
    kinds = {column.name: column.kind for column in extract.columns}
    _write_head(sheet, looks, extract, piece)
    rows = size = 0
    while piece is not None:
        fitting = piece[: ROWS_OF_A_SHEET - rows]
        write_rows(sheet, rows + 1, fitting, kinds, looks)
        rows += fitting.height
        size += int(fitting.estimated_size()) + fitting.height * fitting.width * _BYTES_OF_A_CELL
        pieces.kept = piece[fitting.height :] if fitting.height < piece.height else None
        is_full = rows >= ROWS_OF_A_SHEET or size >= _BYTES_OF_A_SHEET
        piece = None if is_full else pieces.next()
    sheet.autofilter(0, 0, rows, len(extract.columns) - 1)
    return Sheet(sheet.get_name(), rows)


def _write_head(sheet: Worksheet, looks: Looks, extract: Extract, sample: pl.DataFrame | None) -> None:
    """The heading, which stays in sight; columns as wide as the first rows need."""
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(extract.columns):
        sheet.set_column(place, place, _width(column.heading, column.name, sample))
        write_text(sheet, 0, place, column.heading, looks[HEADING])


def _width(heading: str, name: str, sample: pl.DataFrame | None) -> int:
    texts = [heading[:14]]
    if sample is not None:
        texts += [str(value) for value in sample[name].head(_SAMPLE) if value is not None]
    # A Chinese character is twice as wide as a Latin one and takes three bytes where that takes one.
    longest = max((len(text) + (len(text.encode("utf-8", "replace")) - len(text)) // 2 for text in texts), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 3))
