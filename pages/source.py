"""In the source: one report, what was read in it, and the place in the original where it stands."""

from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import COLUMN_ITEM, FORM_NAMES, UNNAMED, Text
from etl.vocabulary.page_labels.source import (
    ALL_CELLS,
    ALL_CELLS_ALT,
    ALL_CELLS_DO,
    ALL_CELLS_NONE,
    ALL_CELLS_NONE_DO,
    COLUMN_MEASURE,
    COLUMN_PLACE,
    COLUMN_RAW,
    COLUMN_STATUS,
    COLUMN_TABLE,
    COLUMN_VALUE,
    FACT_AGENCY,
    FACT_FILE,
    FACT_FORM,
    FACT_PUBLISHED,
    FACT_TITLE,
    IN_PLACE,
    IS_EARLIER,
    NO_REPORT_ASKED,
    NO_REPORT_DO,
    NOT_SAID,
    OTHER_REPORT,
    REPORT_GONE,
    REPORT_GONE_DO,
    SOURCE_PAGE,
    SOURCE_PAGE_PURPOSE,
    TO_CURRENT,
    TO_PROFILE,
    WHOLE_TEXT,
)
from pages.parts.asked import (
    Asked,
    Row,
    asked_of,
    facts_of,
    key_of,
    place_in_words,
    status_in_words,
    title_of,
    words_of,
)
from pages.parts.frame import open_page
from pages.parts.going import CELL_KEY, REPORT_KEY, SECTION_KEY, SENTENCE_KEY, to_agency
from pages.parts.original import offer_original, original_of, show_cell, show_first_table, show_section, show_whole
from pages.parts.panel import download
from pages.parts.picking import newly_picked
from pages.parts.plain import escaped
from pages.parts.report_choice import choose_report, choose_sibling, open_report, year_in_words
from pages.parts.table import AMOUNT, Shown, pick_row
from pages.parts.view import View, current_view
from pages.queries.source import cells_of, report_facts

CELL_COLUMNS: Final = (
    Shown("table", COLUMN_TABLE),
    Shown("row", COLUMN_ITEM),
    Shown("column", COLUMN_MEASURE),
    Shown("value", COLUMN_VALUE, AMOUNT),
    Shown("state", COLUMN_STATUS),
    Shown("raw", COLUMN_RAW),
    Shown("stands", COLUMN_PLACE),
)


def show(view: View) -> None:
    """The whole page."""
    open_page(view, view.say(SOURCE_PAGE), view.say(SOURCE_PAGE_PURPOSE), is_filtered=False)
    report_id = st.query_params.get(REPORT_KEY, "")
    found = view.ask(report_facts, report_id)
    if found.is_empty():
        show_nothing(view, report_id)
        return
    report, cells = found.row(0, named=True), view.ask(cells_of, report_id)
    asked = asked_of(view, report_id, cells)
    show_source(view, report, cells, asked)
    show_cells(view, report_id, cells)
    with st.expander(view.say(OTHER_REPORT)):
        choose_report(view)


def show_nothing(view: View, report_id: str) -> None:
    """No report, or one that is gone: what to do next."""
    with st.container(border=True):
        if report_id:
            st.subheader(escaped(view.say(REPORT_GONE, report=report_id[:40])), anchor=False)
            st.write(view.say(REPORT_GONE_DO))
        else:
            st.subheader(view.say(NO_REPORT_ASKED), anchor=False)
            st.write(view.say(NO_REPORT_DO))
        choose_report(view)


def show_source(view: View, report: Row, cells: pl.DataFrame, asked: Asked) -> None:
    """What was read, in which report, and the document with the place marked."""
    path = report["path"] or ""
    original = original_of(view, report["document_id"], path)
    with st.container(border=True):
        names = {"agency": report["agency"] or view.say(UNNAMED), "year": year_in_words(view, report["year"])}
        st.subheader(escaped(title_of(view, names, asked)), anchor=False)
        if asked.unknown:
            st.warning(escaped(asked.unknown), icon=":material/link_off:")
        left, right = st.columns(2)
        with left:
            say_facts(view, facts_of(view, asked))
            choose_sibling(view, report)
            offer_original(view, original, path, report["media_type"])
        with right:
            show_report(view, report)
        if original is not None and original.document is not None:
            in_place, whole = st.tabs([view.say(IN_PLACE), view.say(WHOLE_TEXT)])
            with in_place:
                if asked.cell is not None:
                    show_cell(view, original.document, asked.cell, cells["place"])
                elif asked.section is not None:
                    show_section(view, original.document, asked.section, asked.sentences, asked.at)
                else:
                    show_first_table(view, original.document, cells["place"])
            with whole:
                show_whole(view, original.document, report["document_id"])


def show_report(view: View, report: Row) -> None:
    """Who reported what when in which file, and whether this version counts."""
    form = view.say(FORM_NAMES[report["form"]])
    place = f"（{report['place']}）" if report["place"] else ""
    facts = {
        FACT_AGENCY: f"{report['agency'] or view.say(UNNAMED)}{place}",
        FACT_FORM: f"{year_in_words(view, report['year'])} · {form}",
        FACT_TITLE: report["title"] or view.say(NOT_SAID),
        FACT_FILE: report["path"] or view.say(NOT_SAID),
        FACT_PUBLISHED: f"{report['published_on']:%Y-%m-%d}" if report["published_on"] else view.say(NOT_SAID),
    }
    say_facts(view, facts)
    if not report["is_current"]:
        st.info(view.say(IS_EARLIER), icon=":material/history:")
        if report["current_id"] and st.button(view.say(TO_CURRENT), icon=":material/update:"):
            open_report(report["current_id"], keep_cell=True)
            st.rerun()
    if st.button(view.say(TO_PROFILE), icon=":material/account_balance:"):
        to_agency(report["agency_id"])


def say_facts(view: View, facts: dict[Text, str]) -> None:
    """Labels and what they say, one below the other."""
    lines = [f"**{view.say(label)}**　{escaped(said)}" for label, said in facts.items()]
    if lines:
        st.markdown("  \n".join(lines))


def show_cells(view: View, report_id: str, cells: pl.DataFrame) -> None:
    """Every cell of the report; the one that is picked is marked in the document."""
    with st.container(border=True):
        if cells.is_empty():
            st.subheader(view.say(ALL_CELLS_NONE), anchor=False)
            st.write(view.say(ALL_CELLS_NONE_DO))
            return
        known = cells["value"].count()
        st.subheader(view.say(ALL_CELLS, n=cells.height, known=known), anchor=False)
        st.caption(view.say(ALL_CELLS_DO))
        rows, key = in_words(view, cells), f"cells of {report_id}"
        picked = newly_picked(key, pick_row(view, key, rows, CELL_COLUMNS, view.say(ALL_CELLS_ALT), 300))
        download(view, f"cells-{report_id}", rows, CELL_COLUMNS)
    if picked is not None:
        for name in (SECTION_KEY, SENTENCE_KEY):
            st.query_params.pop(name, None)
        st.query_params[CELL_KEY] = key_of(cells.row(picked, named=True))
        st.rerun()


def in_words(view: View, cells: pl.DataFrame) -> pl.DataFrame:
    """The cells in the words of the form; columns as in CELL_COLUMNS, value NULL where no number was read."""
    words = [words_of(cell, view.language) for cell in cells.iter_rows(named=True)]
    named = pl.DataFrame(words, schema={"table": pl.String, "row": pl.String, "column": pl.String}, orient="row")
    said = named.with_columns(
        cells["value"],
        cells["raw"],
        pl.Series("state", [status_in_words(one, view.language) for one in cells["status"]], dtype=pl.String),
        pl.Series("stands", [place_in_words(view, one) for one in cells["place"]], dtype=pl.String),
    )
    return said.select(column.name for column in CELL_COLUMNS)


show(current_view())
