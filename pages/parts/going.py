"""Ways from one page to another: to an agency's profile, to the place in the source where something was read.

Filters stay with the reader; what the next page is about stands in its address.
"""

from collections.abc import Mapping
from typing import Final, NoReturn

import streamlit as st

from pages.parts.address import put_back

AGENCY_KEY: Final = "agency"
"""The address parameter, and the key of the box, that names an agency."""
REPORT_KEY: Final = "report"
CELL_KEY: Final = "cell"
SECTION_KEY: Final = "section"
SENTENCE_KEY: Final = "sentence"
"""Address parameters of the source viewer: the report, and the cell or the section of it that is asked for."""
_LEFT: Final = "going: left"


def to_agency(agency_id: str) -> NoReturn:
    """Goes to the profile of an agency."""
    st.session_state[AGENCY_KEY] = agency_id
    st.switch_page("pages/agency.py", query_params={AGENCY_KEY: agency_id})


def to_cell(report_id: str, table: str, item: str, measure: str) -> NoReturn:
    """Goes to the place in the document where a cell of tables two to four was read."""
    _to_source({REPORT_KEY: report_id, CELL_KEY: f"{table}:{item}:{measure}"})


def to_section(report_id: str, section: str, sentence: str = "") -> NoReturn:
    """Goes to a section of the narrative, to one sentence of it when that is named."""
    _to_source({REPORT_KEY: report_id, SECTION_KEY: section, SENTENCE_KEY: sentence})


def to_report(report_id: str) -> NoReturn:
    """Goes to the document of a report."""
    _to_source({REPORT_KEY: report_id})


def come_back() -> None:
    """Has the page as it was left for the source viewer, when the reader goes back to it in the browser.

    Streamlit writes the parameters of the next page behind the address of the page that is left, in place of those that
    were there. Going back leads to that address; what was chosen is put back once.
    """
    left = st.session_state.get(_LEFT)
    if left and REPORT_KEY in st.query_params:
        del st.session_state[_LEFT]
        put_back(left)


def _to_source(asked: Mapping[str, str]) -> NoReturn:
    st.session_state[_LEFT] = {name: st.session_state[name] for name in st.query_params if name in st.session_state}
    st.switch_page("pages/source.py", query_params={name: value for name, value in asked.items() if value})
