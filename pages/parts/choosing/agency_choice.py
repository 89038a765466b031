"""One agency out of many: part of a name to search for, and a box of those that match."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from etl.vocabulary.labels import (
    AGENCIES_CUT,
    AGENCIES_FOUND,
    AGENCIES_NONE,
    COLUMN_AGENCY,
    FIND_AGENCY,
    FIND_PLACEHOLDER,
    LANGUAGES,
    NAME_WITH_PLACE,
    UNNAMED,
)
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.agency import AGENCY_TO_CHOOSE, AGENCY_UNKNOWN
from pages.parts.choosing.address import SEEK_WIDE, Choice, Option, choose_one, choose_one_or_none, type_text
from pages.parts.going import AGENCY_KEY
from pages.parts.plain import brief, escaped
from pages.parts.view import View
from pages.queries.agencies import agencies_reporting
from pages.queries.agency import agency_facts

LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency chosen: its id, its name as printed, and where it is ("" when not resolved)."""

    agency_id: str
    name: str
    place: str


def choose_agency(view: View, key: str = AGENCY_KEY) -> Agency | None:
    """The agency chosen among those under the filters; the one the address names under `key` stays, whatever is typed.

    None when no agency is called so, which is then said: nobody is shown in the place of the one that was asked for.
    """
    line = st.container(horizontal=True)
    with line:
        part = type_text(f"find_{key}", view.say(FIND_AGENCY), view.say(FIND_PLACEHOLDER), SEEK_WIDE)
    wanted = _wanted(key)
    found = view.ask(agencies_reporting, view.selection, part, LISTED, wanted=wanted)
    if found.is_empty():
        st.info(escaped(view.say(AGENCIES_NONE, name=brief(part))))
        return None
    rows = found.rows(named=True)
    choice = Choice(key, view.say(COLUMN_AGENCY), [_option(row, view.language) for row in rows])
    is_unknown = bool(wanted) and choice.called(wanted) is None
    with line:
        chosen = choose_one_or_none(choice) if is_unknown else choose_one(choice)
    matching = max(row["matching"] for row in rows)
    _tell_matching(view, part, matching)
    if chosen is None:
        note = view.say(AGENCY_UNKNOWN, name=brief(wanted)) if wanted else view.say(AGENCY_TO_CHOOSE)
        st.info(escaped(note), icon=":material/person_search:")
        return None
    return next(_agency(view, row) for row in rows if row["agency_id"] == chosen)


def _tell_matching(view: View, part: str, matching: int) -> None:
    """How many agencies there are to choose from, where that is not seen: too many for the box, or hidden in it."""
    if matching > LISTED:
        st.caption(view.say(AGENCIES_CUT, n=cell_number(matching), shown=LISTED))
    elif part and matching:
        st.caption(escaped(view.say(AGENCIES_FOUND, name=brief(part), n=cell_number(matching))))
    elif part:
        st.info(escaped(view.say(AGENCIES_NONE, name=brief(part))))


def agency_at_hand(view: View, key: str = AGENCY_KEY) -> Agency | None:
    """The agency that `choose_agency` will most likely give back: the one chosen in an earlier run of this reader.

    None where there is none, or nobody is called so. A reader who goes back in the history may get another.
    """
    chosen = st.session_state.get(key)
    found = view.ask(agency_facts, str(chosen)) if chosen else None
    if found is None or found.is_empty():
        return None
    return _agency(view, found.row(0, named=True))


def _agency(view: View, row: Mapping[str, Any]) -> Agency:
    return Agency(row["agency_id"], row["name"] or view.say(UNNAMED), row["place"])


def _option(row: Mapping[str, Any], language: str) -> Option[str]:
    """An agency as it stands in the box; namesakes of one place have their id behind, in every list they stand in.

    The label stands in the address: it must not depend on who else is in the list.
    """
    labels = {one: _label(row, one) for one in LANGUAGES}
    plain = (row["name"],) if row["name"] else ()
    return Option(row["agency_id"], labels[language], (*plain, *labels.values()))


def _label(row: Mapping[str, Any], language: str) -> str:
    name, place = row["name"] or UNNAMED.say(language), row["place"]
    mark = f" [{row['agency_id']}]" if row["has_namesake"] else ""
    return f"{NAME_WITH_PLACE.say(language, name=name, place=place) if place else name}{mark}"


def _wanted(key: str) -> str:
    """The agency that the session or the address asks for: its id, its name, or its name with its place; may be ""."""
    return str(st.session_state.get(key) or st.query_params.get(key, ""))
