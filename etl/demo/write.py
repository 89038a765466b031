"""A sheet in a layout as the bytes of a file."""

from typing import Final

from etl.demo.layout import Format, Layout
from etl.demo.page import page_of
from etl.demo.sheet import Sheet
from etl.demo.write_docx import write_docx
from etl.demo.write_html import write_html
from etl.demo.write_text import write_text

FILE_ENDINGS: Final[dict[Format, str]] = {
    "docx": ".docx",
    "html": ".html",
    "cell_lines": ".txt",
    "tab_rows": ".txt",
    "pipes": ".md",
}


def write(sheet: Sheet, layout: Layout) -> bytes:
    """The report as a file of the layout's format."""
    page = page_of(sheet, layout)
    if layout.format == "docx":
        return write_docx(page, layout)
    return write_html(page, layout) if layout.format == "html" else write_text(page, layout)


def file_ending(layout: Layout) -> str:
    """The ending of the file's name, with its point."""
    return FILE_ENDINGS[layout.format]
