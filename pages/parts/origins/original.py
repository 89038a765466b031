"""The original document on the screen: what was read marked in it, all of it to read, the file to take away."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final

import streamlit as st

from etl.looking_up import Document, Original, Paragraph, Table, kept_file, look_up
from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels.source import (
    CELL_MISSING,
    DOWNLOAD_ORIGINAL,
    DOWNLOAD_ORIGINAL_HELP,
    FILE_CHANGED,
    FILE_GONE,
    FILE_NOT_READ,
    FRAME_LEFT_OUT,
    IN_PLACE,
    LEGEND_CELL,
    LEGEND_FIRST,
    LEGEND_LINE,
    LEGEND_NOTHING,
    LEGEND_RAGGED,
    LEGEND_ROW,
    LEGEND_SECTION,
    LEGEND_TEXT,
    NO_LONGER_AGREE,
    NO_TABLE,
    WHOLE_TEXT,
)
from pages.parts.origins.asked import Asked, Row
from pages.parts.origins.facsimile import document_html, lines_html, table_html
from pages.parts.origins.places import (
    CELL,
    FIRST,
    LINE,
    ROW,
    Span,
    cells_by_table,
    find_cell,
    find_section,
    find_sentence,
    head_rows,
    headings_of,
)
from pages.parts.plain import escaped
from pages.parts.view import View, data_dir

_KEPT: Final = 8
_ANY_FILE: Final = "application/octet-stream"
_LEGENDS: Final[dict[str, Text]] = {CELL: LEGEND_CELL, ROW: LEGEND_ROW, FIRST: LEGEND_FIRST, LINE: LEGEND_LINE}


def original_of(view: View, document_id: str, path: str) -> Original | None:
    """The original of a document, read once for all readers; None when it is not kept (any more)."""
    kept = kept_file(data_dir(), document_id)
    if kept is None:
        return None
    written = kept.stat()
    return _looked_up(view.data.key, document_id, file_name(path), (written.st_size, written.st_mtime_ns))


def file_name(path: str) -> str:
    """The file's own name, without folders and archives."""
    return PurePosixPath(path).name


def offer_original(view: View, original: Original | None, path: str, media_type: str | None) -> None:
    """A button that gives the original byte for byte, prepared on click; nothing when there is none."""
    if original is None:
        return
    st.download_button(
        view.say(DOWNLOAD_ORIGINAL, size=_size(original.path.stat().st_size)),
        data=original.path.read_bytes,
        file_name=file_name(path),
        mime=media_type or _ANY_FILE,
        key="original",
        width="stretch",
        on_click="ignore",
        icon=":material/download:",
        help=escaped(view.say(DOWNLOAD_ORIGINAL_HELP, name=file_name(path))),
    )


def tell_original(view: View, original: Original | None) -> None:
    """Why the document is not shown: gone, changed, or not to be read; nothing when it is."""
    if original is None:
        st.warning(view.say(FILE_GONE), icon=":material/draft:")
    elif not original.is_unchanged:
        st.warning(view.say(FILE_CHANGED), icon=":material/fingerprint:")
    elif original.document is None:
        st.warning(view.say(FILE_NOT_READ), icon=":material/draft:")


def show_document(view: View, document: Document, document_id: str, asked: Asked, places: Iterable[str]) -> None:
    """The document with what was asked for marked, and all of it to read; `places` are those of all cells read."""
    in_place, whole = st.tabs([view.say(IN_PLACE), view.say(WHOLE_TEXT)])
    with in_place:
        if asked.cell is not None:
            _show_cell(view, document, asked.cell, places)
        elif asked.section is not None:
            _show_section(view, document, asked.section, asked.sentences, asked.at)
        else:
            _show_first_table(view, document, places)
    with whole:
        _show_whole(view, document, document_id)


def _show_cell(view: View, document: Document, cell: Row, places: Iterable[str]) -> None:
    """The table in which a cell was read, the cell marked; `places` are those of all cells of the report."""
    if not cell["place"]:
        st.info(view.say(CELL_MISSING))
        return
    found = find_cell(document, cell["place"], cell["raw"])
    if found is None:
        st.warning(escaped(view.say(NO_LONGER_AGREE, raw=cell["raw"])), icon=":material/sync_problem:")
        return
    is_ragged = found.how == CELL and found.table is not None and found.table.is_ragged
    legend = LEGEND_RAGGED if is_ragged else _LEGENDS[found.how]
    st.caption(escaped(legend.say(view.language, raw=cell["raw"])))
    if found.paragraph is not None:
        line = found.paragraph
        around = [one for one in document.paragraphs if abs(one.number - line.number) <= 8]
        st.html(lines_html(around, view.language, [Span(line.number, 0, len(line.text))]))
    elif found.table is not None:
        filled = cells_by_table(places)[found.table.number]
        headings, head = (
            headings_of(found.table, found.cells, filled),
            head_rows(found.table, found.cells[0].row, filled),
        )
        st.html(table_html(found.table, view.language, found.cells, headings, head))


def _show_section(view: View, document: Document, section: Row, sentences: Sequence[str], at: int) -> None:
    """A part of the text in its own paragraphs, the sentence `at` (from 1; 0: none) marked."""
    paragraphs = find_section(document, section["place"], section["heading"], section["text"])
    spans = find_sentence(paragraphs, sentences, at) if at else ()
    if not paragraphs or (at and not spans):
        raw = sentences[at - 1] if 0 < at <= len(sentences) else section["heading"] or section["text"]
        st.warning(escaped(view.say(NO_LONGER_AGREE, raw=raw[:80])), icon=":material/sync_problem:")
        return
    st.caption(view.say(LEGEND_TEXT if at else LEGEND_SECTION))
    st.html(lines_html(paragraphs, view.language, spans))


def _show_first_table(view: View, document: Document, places: Iterable[str]) -> None:
    """The first table in which anything was read, nothing marked; of a document without one the first at all."""
    filled = cells_by_table(places)
    numbers = filled.keys() or {table.number for table in document.tables}
    table = next((one for one in document.tables if one.number in numbers), None)
    if table is None:
        st.info(view.say(NO_TABLE))
        return
    st.caption(view.say(LEGEND_NOTHING))
    read = filled.get(table.number, ())
    head = head_rows(table, min(row for row, _ in read), read) if read else 0
    st.html(table_html(table, view.language, head=head))


def _show_whole(view: View, document: Document, document_id: str) -> None:
    """Every line and table of a document in order, without the frame of the site it stood on."""
    own = [block for block in document.blocks if isinstance(block, Table) or not block.is_frame]
    if len(own) < len(document.blocks):
        st.caption(view.say(FRAME_LEFT_OUT, n=len(document.blocks) - len(own)))
    st.html(_whole(view.data.key, document_id, view.language, own))


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(number, 1000) / 1e3:.0f} KB"


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _looked_up(build: str, document_id: str, name: str, written: tuple[int, int]) -> Original | None:  # noqa: ARG001  # build and time of writing are part of the key
    return look_up(data_dir(), document_id, name)


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _whole(build: str, document_id: str, language: str, _blocks: list[Paragraph | Table]) -> str:  # noqa: ARG001  # build and document are the key
    return document_html(_blocks, language)
