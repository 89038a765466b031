"""One agency out of many: part of a name to search for, and a box of those that match."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from etl.vocabulary.labels import (
    AGENCIES_CUT,
    AGENCIES_NONE,
    AGENCY_BOX,
    FIND_AGENCY,
    FIND_PLACEHOLDER,
    UNNAMED,
)
from pages.parts.address import Choice, Option, choose_one, type_text
from pages.parts.going import AGENCY_KEY
from pages.parts.plain import escaped
from pages.parts.view import View
from pages.queries.agencies import agencies_reporting

LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency chosen: its id, its name as printed, and where it is ("" when not resolved)."""

    agency_id: str
    name: str
    place: str


def choose_agency(view: View) -> Agency | None:
    """The agency chosen among those under the filters; the one the address names stays, whatever is typed.

    None when no agency is called so, which is then said.
    """
    find, choose = st.columns([0.35, 0.65])
    with find:
        part = type_text("find", view.say(FIND_AGENCY), view.say(FIND_PLACEHOLDER))
    found = view.ask(agencies_reporting, view.selection, part, LISTED, wanted=_wanted())
    if found.is_empty():
        st.info(escaped(view.say(AGENCIES_NONE, name=part)))
        return None
    agencies = {
        row["agency_id"]: Agency(row["agency_id"], row["name"] or view.say(UNNAMED), row["place"])
        for row in found.iter_rows(named=True)
    }
    with choose:
        chosen = choose_one(Choice(AGENCY_KEY, view.say(AGENCY_BOX), [_option(one) for one in agencies.values()]))
    matching = int(found["matching"].max())  # type: ignore[arg-type]  # a column of integers
    if matching > LISTED:
        st.caption(view.say(AGENCIES_CUT, n=f"{matching:,}", shown=LISTED))
    return agencies[chosen]


def _option(agency: Agency) -> Option[str]:
    label = f"{agency.name}（{agency.place}）" if agency.place else agency.name
    return Option(agency.agency_id, label, (agency.name,))


def _wanted() -> str:
    """The agency that the session or the address asks for: its id, its name, or its name with its place; may be ""."""
    return str(st.session_state.get(AGENCY_KEY) or st.query_params.get(AGENCY_KEY, ""))
