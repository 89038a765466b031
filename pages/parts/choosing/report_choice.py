"""One report out of many: the agency first, then its reports; the address names the one that is open."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.vocabulary.labels import FORM_NAMES, ONE_YEAR
from etl.vocabulary.page_labels.source import (
    CHOOSE_REPORT,
    CHOOSE_REPORT_FIRST,
    EARLIER_VERSION,
    REPORT_OPTION,
    SAME_AGENCY,
    YEAR_NOT_KNOWN,
)
from pages.parts.choosing.agency_choice import choose_agency
from pages.parts.going import CELL_KEY, REPORT_KEY, SECTION_KEY, SENTENCE_KEY
from pages.parts.view import View
from pages.queries.selection import EVERYTHING
from pages.queries.source import reports_of

OTHER_AGENCY_KEY: Final = "other_agency"
"""Two pages that bind one parameter lose it on the way back from one to the other."""


def choose_report(view: View) -> None:
    """An agency out of all, and a box of its reports; choosing one opens it."""
    agency = choose_agency(replace(view, selection=EVERYTHING), OTHER_AGENCY_KEY)
    if agency is None:
        return
    reports = view.ask(reports_of, agency.agency_id)
    labels = _labels(view, reports)
    key = f"report of {agency.agency_id}"
    st.selectbox(
        view.say(CHOOSE_REPORT),
        list(labels),
        index=None,
        format_func=lambda report: labels.get(report, report),
        placeholder=view.say(CHOOSE_REPORT_FIRST),
        key=key,
        on_change=lambda: _open_chosen(key),
    )


def choose_sibling(view: View, report: Mapping[str, Any]) -> None:
    """A box of the reports of the same agency, the open one chosen; another one opens at the same cell."""
    labels = _labels(view, view.ask(reports_of, report["agency_id"]))
    key = f"siblings of {report['report_id']}"
    st.selectbox(
        view.say(SAME_AGENCY),
        list(labels),
        index=list(labels).index(report["report_id"]),
        format_func=lambda one: labels.get(one, one),
        key=key,
        on_change=lambda: open_report(st.session_state[key], keep_cell=True),
    )


def open_report(report_id: str, *, keep_cell: bool = False) -> None:
    """Has the address name this report, and with `keep_cell` the cell or the section that it named before."""
    about = () if keep_cell else (CELL_KEY, SECTION_KEY)
    for name in (*about, SENTENCE_KEY):
        st.query_params.pop(name, None)
    st.query_params[REPORT_KEY] = report_id


def year_in_words(view: View, year: int | None) -> str:
    """The year of a report: 2023 年; a word when it is not known."""
    return view.say(YEAR_NOT_KNOWN) if year is None else view.say(ONE_YEAR, year=year)


def _open_chosen(key: str) -> None:
    if st.session_state[key] is not None:
        open_report(st.session_state[key])


def _labels(view: View, reports: pl.DataFrame) -> dict[str, str]:
    return {
        row["report_id"]: view.say(
            REPORT_OPTION,
            year=year_in_words(view, row["year"]),
            form=view.say(FORM_NAMES[row["form"]]),
            version="" if row["is_current"] else view.say(EARLIER_VERSION),
            title=row["title"],
        )
        for row in reports.iter_rows(named=True)
    }
