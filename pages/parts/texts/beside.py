"""Two texts of section five beside each other: what both say is marked, what names, years and numbers hide is told."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import polars as pl
import streamlit as st

from etl.side_by_side import Owner, Run, shared_runs
from etl.vocabulary.labels import UNNAMED
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.pair import (
    BOX,
    LEGEND_PLAIN,
    LEGEND_SET_ASIDE,
    LEGEND_SHARED,
    LEGEND_SHARED_SET_ASIDE,
    NO_TEXT_HERE,
    NOT_CURRENT,
    PUBLISHED,
    PUBLISHED_UNKNOWN,
    SEE_AGENCY,
    SEE_SOURCE,
    TOO_LONG_HERE,
)
from etl.vocabulary.reuse import (
    LONGEST_COMPARED,
    NO_SECTION,
    REUSE_REASONS,
    SHORTEST_COMPARED,
    TOO_LONG,
    TOO_SHORT,
    YEAR_NOT_KNOWN,
)
from pages.parts.choosing.report_choice import year_in_words
from pages.parts.going import to_agency, to_section
from pages.parts.plain import brief, escaped
from pages.parts.texts.marks import PLAIN, SET_ASIDE, SHARED, SHARED_BUT_SET_ASIDE, Piece, legend_html, text_html
from pages.parts.view import View

_KEPT: Final = 128
_PLACES: Final = ("province_name", "prefecture_name", "county_name")

Row = Mapping[str, Any]
Runs = tuple[Run, ...]


def runs_of(one: Row, other: Row) -> tuple[Runs, Runs] | None:
    """The runs of both texts, rows of `texts_of_reports`; None where one of them is too long to be compared."""
    if max(map(_characters, (one, other))) > LONGEST_COMPARED:
        return None
    return _runs(one["text"] or "", _owner(one), other["text"] or "", _owner(other))


def why_uncompared(report: Row, language: str) -> str | None:
    """Why a load compares a report, a row of `texts_of_reports`, with no other; None where it does."""
    if not report["is_current"]:
        return NOT_CURRENT.say(language)
    characters, reason = _characters(report), None
    if not SHORTEST_COMPARED <= characters <= LONGEST_COMPARED:
        reason = NO_SECTION if not characters else TOO_SHORT if characters < SHORTEST_COMPARED else TOO_LONG
    elif report["year"] is None:
        reason = YEAR_NOT_KNOWN
    return next((word.label(language) for word in REUSE_REASONS if word.name == reason), None)


def _characters(report: Row) -> int:
    """The characters that a load counts: all but blanks."""
    return len("".join((report["text"] or "").split()))


@lru_cache(maxsize=_KEPT)
def _runs(text: str, owner: Owner, other_text: str, other_owner: Owner) -> tuple[Runs, Runs]:
    return shared_runs(text, owner, other_text, other_owner)


def _owner(report: Row) -> Owner:
    return Owner(report["agency"], tuple(report[name] for name in _PLACES if report[name]))


def pieces_of(runs: Sequence[Run]) -> list[Piece]:
    """The runs as they are marked."""
    marks = {
        (True, False): SHARED,
        (True, True): SHARED_BUT_SET_ASIDE,
        (False, True): SET_ASIDE,
        (False, False): PLAIN,
    }
    return [Piece(run.text, marks[run.is_shared, run.is_masked]) for run in runs]


def run_rows(view: View, reports: Sequence[Row], runs: Sequence[Runs]) -> pl.DataFrame:
    """Every run of both texts in order; columns: side, text, is_shared, is_masked."""
    rows = [
        (name_of(view, report), run.text, run.is_shared, run.is_masked)
        for report, told in zip(reports, runs, strict=True)
        for run in told
    ]
    schema = {"side": pl.String, "text": pl.String, "is_shared": pl.Boolean, "is_masked": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def name_of(view: View, report: Row) -> str:
    """Whose report of which year."""
    return f"{agency_of(view, report)} {year_in_words(view, report['year'])}"


def agency_of(view: View, report: Row) -> str:
    """What the agency is called; the title of the report stands in where its document does not say."""
    return report["agency"] or " ".join(filter(None, [view.say(UNNAMED), brief(report["title"])]))


def show_legend(view: View) -> None:
    """What the marks mean."""
    told = {
        SHARED: LEGEND_SHARED,
        SHARED_BUT_SET_ASIDE: LEGEND_SHARED_SET_ASIDE,
        SET_ASIDE: LEGEND_SET_ASIDE,
        PLAIN: LEGEND_PLAIN,
    }
    st.html(legend_html(Piece(view.say(text), mark) for mark, text in told.items()))


def show_side(view: View, report: Row, runs: Runs | None) -> None:
    """One text with who wrote it and when, its marks, and the ways to its document and its agency."""
    agency, year = agency_of(view, report), year_in_words(view, report["year"])
    st.markdown(f"**{escaped(agency)}**　{escaped(year)}")
    day = report["published_on"]
    published = view.say(PUBLISHED, day=f"{day:%Y-%m-%d}") if day else view.say(PUBLISHED_UNKNOWN)
    st.caption(escaped(" · ".join(filter(None, [report["place"], published]))))
    with st.container(horizontal=True):
        if st.button(view.say(SEE_SOURCE), key=f"source {report['report_id']}", icon=":material/find_in_page:"):
            to_section(report["report_id"], "problems")
        if st.button(view.say(SEE_AGENCY), key=f"agency {report['report_id']}", icon=":material/account_balance:"):
            to_agency(report["agency_id"])
    if not report["text"]:
        st.info(view.say(NO_TEXT_HERE))
        return
    if runs is None:
        st.caption(view.say(TOO_LONG_HERE, letters=cell_number(LONGEST_COMPARED)))
    pieces = [Piece(report["text"][:LONGEST_COMPARED])] if runs is None else pieces_of(runs)
    st.html(text_html(pieces, view.say(BOX, agency=agency, year=year)))
