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
    TEXTS_TITLE,
    VERSIONS,
)
from pages.parts import going
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
        texts = texts.filter(pl.col("year").is_in(view.selection.years))
    if texts.is_empty():
        return
    rows = texts.with_columns(pl.col("text").str.replace_all(r"\s", "").str.len_chars().alias("length"))
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
    with st.expander(escaped(label)):
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
    rows = documents.with_columns(
        pl.col("form").replace(forms).alias("form_name"),
        pl.col("published_on").cast(pl.String).alias("published"),
        pl.Series("version", versions, dtype=pl.String),
    )
    with st.container(border=True):
        old = rows.filter(~pl.col("is_current")).height
        st.subheader(view.say(DOCUMENTS_TITLE, n=rows.height, old=old), anchor=False)
        st.caption(view.say(DOCUMENTS_HOW))
        picked = pick_row(view, "agency documents", rows, DOCUMENT_COLUMNS, view.say(DOCUMENTS_ALT))
        download(view, "agency-documents", rows, DOCUMENT_COLUMNS)
    if picked is not None:
        going.to_report(rows["report_id"][picked])
