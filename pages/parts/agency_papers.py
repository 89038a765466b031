"""What an agency wrote and sent in: section five of each year, and every document, superseded versions included."""

from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import COLUMN_FORM, COLUMN_PATH, COLUMN_PUBLISHED, COLUMN_TITLE, COLUMN_YEAR, FORM_NAMES
from etl.vocabulary.page_labels.agency import (
    COLUMN_LENGTH,
    COLUMN_TEXT,
    COLUMN_VERSION,
    DOCUMENTS_ALT,
    DOCUMENTS_HOW,
    DOCUMENTS_TITLE,
    SEE_DOCUMENT,
    TEXT_MISSING,
    TEXT_OF_YEAR,
    TEXT_OF_YEAR_NONE,
    TEXTS_COMPARE,
    TEXTS_NONE,
    TEXTS_TITLE,
    VERSIONS,
)
from pages.parts import going
from pages.parts.few_rows import beside, only
from pages.parts.panel import download
from pages.parts.plain import escaped
from pages.parts.table import WHOLE_NUMBER, YEAR, Shown, pick_row
from pages.parts.view import View
from pages.queries.agency import documents_of
from pages.queries.narrative import problem_texts

TEXT_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("length", COLUMN_LENGTH, WHOLE_NUMBER),
    Shown("text", COLUMN_TEXT),
)
DOCUMENT_COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("version", COLUMN_VERSION),
    Shown("title", COLUMN_TITLE),
    Shown("form_name", COLUMN_FORM),
    Shown("published", COLUMN_PUBLISHED),
    Shown("path", COLUMN_PATH),
)
_START: Final = 36
"""Letters of a text that stand in its folded line."""


def show_texts(view: View, agency_id: str) -> None:
    """Section five year by year, newest first, each with the way to its place in the document."""
    texts = view.ask(problem_texts, agency_id)
    if view.selection.years:
        texts = only(texts, "year", view.selection.years)
    if texts.is_empty():
        st.info(view.say(TEXTS_NONE))
        return
    lengths = [None if text is None else len("".join(text.split())) for text in texts["text"]]
    rows = texts.hstack([pl.Series("length", lengths, dtype=pl.UInt32)])
    with st.container(border=True):
        written = rows["text"].count()
        st.subheader(view.say(TEXTS_TITLE, n=rows.height, written=written), anchor=False)
        for row in rows.iter_rows(named=True):
            _show_text(view, row["year"], row["report_id"], row["text"], row["length"])
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "pages/problems.py",
                label=view.say(TEXTS_COMPARE),
                icon=":material/difference:",
                query_params={going.TEXTS_KEY: agency_id},
            )
            download(view, "agency-texts", rows, TEXT_COLUMNS)


def _show_text(view: View, year: int, report_id: str, text: str | None, length: int | None) -> None:
    start = " ".join((text or "").split())
    start = start if len(start) <= _START else f"{start[:_START]}…"
    label = view.say(TEXT_OF_YEAR, year=year, n=length, start=start) if text else view.say(TEXT_OF_YEAR_NONE, year=year)
    fold = st.expander(escaped(label), key=f"fold text {report_id}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        if not text:
            st.info(view.say(TEXT_MISSING))
            return
        for line in filter(None, map(str.strip, text.splitlines())):
            st.markdown(escaped(line))
        if st.button(view.say(SEE_DOCUMENT), key=f"text {report_id}", icon=":material/find_in_page:"):
            going.to_section(report_id, "problems")


def show_documents(view: View, agency_id: str) -> None:
    """Every report version of the agency; a click opens its document."""
    documents = view.ask(documents_of, agency_id)
    forms = {name: view.say(word) for name, word in FORM_NAMES.items()}
    versions = [view.say(VERSIONS[is_current]) for is_current in documents["is_current"]]
    rows = beside(
        documents,
        form_name=[forms.get(form, form) for form in documents["form"]],
        published=[None if day is None else day.isoformat() for day in documents["published_on"]],
        version=versions,
    )
    with st.container(border=True):
        old = rows.height - int(rows["is_current"].sum())
        st.subheader(view.say(DOCUMENTS_TITLE, n=rows.height, old=old), anchor=False)
        st.caption(view.say(DOCUMENTS_HOW))
        picked = pick_row(view, "agency documents", rows, DOCUMENT_COLUMNS, view.say(DOCUMENTS_ALT))
        download(view, "agency-documents", rows, DOCUMENT_COLUMNS)
    if picked is not None:
        going.to_report(rows["report_id"][picked])
