"""One agency's section five year by year: what it repeats from the report before, from whom, what it names again."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from etl.vocabulary.coded import codes_of
from etl.vocabulary.labels import COLUMN_YEAR, UNNAMED
from etl.vocabulary.numerals import percent_number
from etl.vocabulary.page_labels.agency import TEXTS_NONE
from etl.vocabulary.page_labels.reuse import (
    AGAIN_UNKNOWN,
    AGENCY_ALT,
    AGENCY_HOW,
    AGENCY_TITLE,
    COLUMN_AGAIN,
    COLUMN_OWN,
    COLUMN_PEER,
    OWN_PERCENTILE,
    OWN_TOLD,
    PEER_TOLD,
    REUSE_COMPARE,
)
from pages.parts.choosing.picking import newly_picked
from pages.parts.choosing.report_choice import year_in_words
from pages.parts.few_rows import beside, only
from pages.parts.going import to_pair, to_section
from pages.parts.panel import download
from pages.parts.table import YEAR, Shown, pick_row
from pages.parts.view import View
from pages.queries.pairs import reuse_of_agency

COLUMNS: Final = (
    Shown("year", COLUMN_YEAR, YEAR),
    Shown("own", COLUMN_OWN),
    Shown("peer", COLUMN_PEER),
    Shown("again", COLUMN_AGAIN),
)

Row = Mapping[str, Any]


def show_reuse(view: View, agency_id: str) -> None:
    """The reuse measures of each year, with the way to both texts."""
    found = view.ask(reuse_of_agency, agency_id)
    if view.selection.years:
        found = only(found, "year", view.selection.years)
    if found.is_empty():
        st.info(view.say(TEXTS_NONE))
        return
    told = [(own_in_words(view, row), peer_in_words(view, row)) for row in found.iter_rows(named=True)]
    again = [view.say(AGAIN_UNKNOWN) if n is None else str(n) for n in found["repeated"]]
    rows = beside(found, own=[own for own, _ in told], peer=[peer for _, peer in told], again=again)
    with st.container(border=True):
        st.subheader(view.say(AGENCY_TITLE), anchor=False)
        st.caption(view.say(AGENCY_HOW))
        key = f"reuse of {agency_id}"
        picked = newly_picked(key, pick_row(view, key, rows, COLUMNS, view.say(AGENCY_ALT)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link("pages/reuse.py", label=view.say(REUSE_COMPARE), icon=":material/content_copy:")
            download(view, "agency-reuse", rows, COLUMNS)
    if picked is not None:
        _open(rows.row(picked, named=True))


def own_in_words(view: View, row: Row) -> str:
    """How like the report before, or why that is not said."""
    if row["stickiness"] is None:
        return _reason(view, row["own_reason"])
    rank = row["stickiness_percentile"]
    told = "" if rank is None else view.say(OWN_PERCENTILE, percentile=round(rank * 100))
    values = {"stickiness": row["stickiness"], "similarity": row["yoy_similarity"]}
    return view.say(OWN_TOLD, percentile=told, **{name: percent_number(value) for name, value in values.items()})


def peer_in_words(view: View, row: Row) -> str:
    """How much of it stands in another agency's report and whose, or why that is not said."""
    if row["peer_containment"] is None:
        return _reason(view, row["peer_reason"])
    agency = row["peer_name"] or view.say(UNNAMED)
    share = percent_number(row["peer_containment"])
    return view.say(PEER_TOLD, agency=agency, year=year_in_words(view, row["peer_year"]), containment=share)


def _reason(view: View, code: str | None) -> str:
    return codes_of("text_reuse", "reason", view.language).get(code or "", code or "")


def _open(row: Row) -> None:
    other = row["peer_report_id"] or row["previous_report_id"]
    if other is None:
        to_section(row["report_id"], "problems")
    to_pair(row["report_id"], other)
