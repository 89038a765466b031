"""Ways from one page to another: to an agency's profile, to the place in the source where something was read.

Filters stay with the reader; what the next page is about stands in its address.
"""

from collections.abc import Mapping
from typing import Final, NoReturn

import streamlit as st

AGENCY_KEY: Final = "agency"
"""The address parameter, and the key of the box, that names an agency."""
RATE_KEY: Final = "profile_rate"
"""The same for the rate that the profile draws."""
TEXTS_KEY: Final = "text_agency"
"""The agency on the page of texts: two pages that bind one parameter lose it on the way from one to the other."""
FINDINGS_KEY: Final = "findings_of"
FINDING_KEY: Final = "finding"
"""On the page of findings: the agency whose findings are listed, and the one that is open."""
REPORT_KEY: Final = "report"
CELL_KEY: Final = "cell"
SECTION_KEY: Final = "section"
SENTENCE_KEY: Final = "sentence"
"""Address parameters of the source viewer: the report, and the cell or the section of it that is asked for."""

THIS_KEY: Final = "this"
OTHER_KEY: Final = "beside"
"""Address parameters of two texts side by side: the report at the left and the one at the right."""


def to_agency(agency_id: str, rate: str = "") -> NoReturn:
    """Goes to the profile of an agency; it draws the rate of this name, "" for the one that it drew last."""
    asked = {AGENCY_KEY: agency_id} | ({RATE_KEY: rate} if rate else {})
    st.session_state.update(asked)
    st.switch_page("pages/agency.py", query_params=asked)


def to_cell(report_id: str, table: str, item: str, measure: str) -> NoReturn:
    """Goes to the place in the document where a cell of tables two to four was read."""
    _to_source({REPORT_KEY: report_id, CELL_KEY: f"{table}:{item}:{measure}"})


def to_section(report_id: str, section: str, sentence: str = "") -> NoReturn:
    """Goes to a section of the narrative, to one sentence of it when that is named."""
    _to_source({REPORT_KEY: report_id, SECTION_KEY: section, SENTENCE_KEY: sentence})


def link_to_findings(label: str, key: str, name: str) -> None:
    """A link to the page of findings: to those of an agency (FINDINGS_KEY), or to one of them (FINDING_KEY)."""
    st.page_link("pages/checks.py", label=label, icon=":material/rule:", query_params={key: name})


def to_report(report_id: str) -> NoReturn:
    """Goes to the document of a report."""
    _to_source({REPORT_KEY: report_id})


def to_pair(report_id: str, other_id: str) -> NoReturn:
    """Goes to section five of two reports, side by side."""
    st.switch_page("pages/pair.py", query_params={THIS_KEY: report_id, OTHER_KEY: other_id})


def _to_source(asked: Mapping[str, str]) -> NoReturn:
    st.switch_page("pages/source.py", query_params={name: value for name, value in asked.items() if value})
