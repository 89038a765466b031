"""Rows as an Excel workbook: first a sheet that says what they are, then all rows on as many sheets as they need.

Written straight as the format's XML, sheet by sheet into the archive on disk, so that memory holds one batch only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl

from etl.vocabulary.page_labels.downloads import DATA_SHEET, NEXT_SHEET
from pages.parts.extract import Extract
from pages.parts.sheet_xml import HEADING, column_letters, cut_texts, rows_xml, text_cell
from pages.parts.workbook_about import about_xml
from pages.parts.workbook_frame import DECLARED, MAIN, Sheet, frame_parts

ROWS_OF_A_SHEET: Final = 1_048_575
"""Rows that a sheet holds below its heading."""
_BYTES_OF_A_SHEET: Final = 1_500_000_000
"""Beyond two GiB the archive would need a form of entry that not every program reads."""
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
    pieces, sheets = _Pieces(extract), list[Sheet]()
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        piece = pieces.next()
        while piece is not None or not sheets:
            sheets.append(_write_sheet(archive, len(sheets) + 1, extract, piece, pieces))
            piece = pieces.next()
        rows = sum(sheet.rows for sheet in sheets)
        archive.writestr("xl/worksheets/sheet1.xml", about_xml(extract, rows, pieces.cut, sheets))
        for name, text in frame_parts(extract.language, sheets).items():
            archive.writestr(name, text)


def _write_sheet(archive: ZipFile, number: int, extract: Extract, piece: pl.DataFrame | None, pieces: _Pieces) -> Sheet:
    """One sheet, filled from `piece` on; what finds no room in it is kept for the next."""
    kinds = {column.name: column.kind for column in extract.columns}
    rows = size = 0
    with archive.open(f"xl/worksheets/sheet{number + 1}.xml", "w") as file:
        file.write(_head(extract, piece).encode())
        while piece is not None:
            fitting = piece[: ROWS_OF_A_SHEET - rows]
            size += file.write(rows_xml(fitting, kinds, rows + 2))
            rows += fitting.height
            pieces.kept = piece[fitting.height :] if fitting.height < piece.height else None
            is_full = rows >= ROWS_OF_A_SHEET or size >= _BYTES_OF_A_SHEET
            piece = None if is_full else pieces.next()
        area = f"A1:{column_letters(len(extract.columns) - 1)}{rows + 1}"
        file.write(f'</sheetData><autoFilter ref="{area}"/></worksheet>'.encode())
    name = DATA_SHEET if number == 1 else NEXT_SHEET
    return Sheet(name.say(extract.language, n=number), area, rows)


def _head(extract: Extract, sample: pl.DataFrame | None) -> str:
    """The sheet down to its heading, which stays in sight; columns as wide as the first rows need."""
    widths = "".join(
        f'<col min="{k}" max="{k}" width="{_width(column.heading, column.name, sample)}" customWidth="1"/>'
        for k, column in enumerate(extract.columns, 1)
    )
    heading = "".join(
        text_cell(f"{column_letters(k)}1", column.heading, HEADING) for k, column in enumerate(extract.columns)
    )
    return (
        f'{DECLARED}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        f'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{heading}</row>'
    )


def _width(heading: str, name: str, sample: pl.DataFrame | None) -> int:
    texts = [heading[:14]]
    if sample is not None:
        texts += [str(value) for value in sample[name].head(_SAMPLE) if value is not None]
    # A Chinese character is twice as wide as a Latin one and takes three bytes where that takes one.
    longest = max((len(text) + (len(text.encode("utf-8", "replace")) - len(text)) // 2 for text in texts), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 3))
