"""In the source: one report, what was read in it, and the place in the original where it stands."""

from dataclasses import replace
from typing import Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import (
    ALL_REGIONS,
    COLUMN_AGENCY,
    COLUMN_PATH,
    COLUMN_TITLE,
    FORM_NAMES,
    NAME_WITH_PLACE,
    UNNAMED,
    Text,
)
from etl.vocabulary.page_labels.source import (
    ALL_CELLS,
    ALL_CELLS_ALT,
    ALL_CELLS_DO,
    ALL_CELLS_NONE,
    ALL_CELLS_NONE_DO,
    COLUMN_PLACE,
    FACT_FORM,
    FACT_PUBLISHED,
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
)
from pages.parts import columns
from pages.parts.choosing.picking import newly_picked
from pages.parts.choosing.report_choice import choose_report, choose_sibling, open_report, year_in_words
from pages.parts.frame import open_page
from pages.parts.going import CELL_KEY, REPORT_KEY, SECTION_KEY, SENTENCE_KEY, to_agency
from pages.parts.in_sight import bring_into_sight
from pages.parts.origins.asked import (
    Asked,
    Row,
    asked_of,
    facts_of,
    key_of,
    place_in_words,
    state_in_words,
    title_of,
    words_of,
)
from pages.parts.origins.original import offer_original, original_of, show_document, tell_original
from pages.parts.panel import download
from pages.parts.plain import escaped
from pages.parts.table import Shown, pick_row
from pages.parts.view import View, current_view
from pages.queries.selection import Selection
from pages.queries.source import cells_of, report_facts

PLACE_KEYS: Final = (CELL_KEY, SECTION_KEY, SENTENCE_KEY)
CELL_COLUMNS: Final = (
    *columns.CELL,
    Shown("stands", COLUMN_PLACE),
)


def show(view: View) -> None:
    """The whole page."""
    open_page(view, view.say(SOURCE_PAGE), view.say(SOURCE_PAGE_PURPOSE))
    report_id = st.query_params.get(REPORT_KEY, "")
    found = view.ask(report_facts, report_id)
    if found.is_empty():
        show_nothing(view, report_id)
        return
    report, cells = found.row(0, named=True), view.ask(cells_of, report_id)
    asked = asked_of(view, report_id, cells)
    show_source(view, report, cells, asked)
    show_cells(view, report, cells)
    with st.expander(view.say(OTHER_REPORT)):
        choose_report(view)
    bring_into_sight(" ".join([report_id, *(st.query_params.get(name, "") for name in PLACE_KEYS)]))


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
        told = [facts for facts in (facts_of(view, asked), report_facts_of(view, report)) if facts]
        for place, facts in zip(st.columns(len(told)), told, strict=True):
            with place:
                say_facts(view, facts)
        siblings, file, agency = st.columns([0.5, 0.25, 0.25], vertical_alignment="bottom")
        with siblings:
            choose_sibling(view, report)
        with file:
            offer_original(view, original, path, report["media_type"])
        if agency.button(view.say(TO_PROFILE), icon=":material/account_balance:", width="stretch"):
            to_agency(report["agency_id"])
        if not report["is_current"]:
            lead_to_current(view, report)
        tell_original(view, original)
        if original is not None and original.document is not None:
            show_document(view, original.document, report["document_id"], asked, cells["place"])


def report_facts_of(view: View, report: Row) -> dict[Text, str]:
    """Who reported when in which file."""
    form = view.say(FORM_NAMES[report["form"]])
    name, place = report["agency"] or view.say(UNNAMED), report["place"]
    return {
        COLUMN_AGENCY: view.say(NAME_WITH_PLACE, name=name, place=place) if place else name,
        FACT_FORM: f"{year_in_words(view, report['year'])} · {form}",
        COLUMN_TITLE: report["title"] or view.say(NOT_SAID),
        COLUMN_PATH: report["path"] or view.say(NOT_SAID),
        FACT_PUBLISHED: f"{report['published_on']:%Y-%m-%d}" if report["published_on"] else view.say(NOT_SAID),
    }


def lead_to_current(view: View, report: Row) -> None:
    """That this version is superseded, and the way to the one that counts."""
    st.info(view.say(IS_EARLIER), icon=":material/history:")
    if report["current_id"] and st.button(view.say(TO_CURRENT), icon=":material/update:"):
        open_report(report["current_id"], keep_cell=True)
        st.rerun()


def say_facts(view: View, facts: dict[Text, str]) -> None:
    """Labels and what they say, one below the other."""
    st.markdown("  \n".join(f"**{view.say(label)}**　{escaped(said)}" for label, said in facts.items()))


def show_cells(view: View, report: Row, cells: pl.DataFrame) -> None:
    """Every cell of the report; the one that is picked is marked in the document."""
    with st.container(border=True):
        if cells.is_empty():
            st.subheader(view.say(ALL_CELLS_NONE), anchor=False)
            st.write(view.say(ALL_CELLS_NONE_DO))
            return
        known = cells["value"].count()
        st.subheader(view.say(ALL_CELLS, n=cells.height, known=known), anchor=False)
        st.caption(view.say(ALL_CELLS_DO))
        rows, key = in_words(view, cells), f"cells of {report['report_id']}"
        picked = newly_picked(key, pick_row(view, key, rows, CELL_COLUMNS, view.say(ALL_CELLS_ALT), 300))
        name, years = report["agency"] or view.say(UNNAMED), (report["year"],) if report["year"] else ()
        own = replace(view, selection=Selection(years=years), area=view.say(ALL_REGIONS), area_level=None, about=name)
        download(own, "cells", rows, CELL_COLUMNS, report["title"] or view.say(UNNAMED))
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
        pl.Series("state", [state_in_words(view, *one) for one in cells.select("status", "correction").rows()]),
        pl.Series("stands", [place_in_words(view, one) for one in cells["place"]], dtype=pl.String),
    )
    return said.select(column.name for column in CELL_COLUMNS)


show(current_view())
