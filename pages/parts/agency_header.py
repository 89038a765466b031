"""The head of an agency's page: who it is, where, and for which years there are reports."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from etl.vocabulary.agencies import AMBIGUOUS, KINDS, RESOLVED, SECTORS
from etl.vocabulary.labels import LIST_MARK, UNNAMED, joined
from etl.vocabulary.page_labels.agency import (
    LEVEL_NAMES,
    NO_YEARS,
    REGION_AMBIGUOUS,
    REGION_UNRESOLVED,
    YEARS_ALL,
    YEARS_MISSING,
    YEARS_REPORTED,
    YEARS_UNKNOWN,
)
from pages.parts.plain import escaped
from pages.parts.view import View

_WORDS: Final = {word.name: word for word in (*KINDS, *SECTORS)}


def show_header(view: View, facts: Mapping[str, Any], years: Sequence[int], reported: Sequence[int]) -> None:
    """Name, place, kind and sector; which of the `years` looked at are among those reported, which are not."""
    st.header(escaped(facts["name"] or view.say(UNNAMED)), anchor=False)
    level = [view.say(LEVEL_NAMES[facts["level"]])] if facts["level"] in LEVEL_NAMES else []
    kinds = [
        _WORDS[name].label(view.language) if name in _WORDS else name
        for name in (facts["kind"], facts["sector"])
        if name
    ]
    st.text(" · ".join(filter(None, [facts["place"] or _unplaced(view, facts), *level, *kinds])))
    there = [year for year in years if year in reported]
    missing = [year for year in years if year not in reported]
    if there:
        rest = view.say(YEARS_MISSING, years=_listed(view, missing)) if missing else view.say(YEARS_ALL)
        st.text(joined([view.say(YEARS_REPORTED, years=_listed(view, there)), rest], view.language))
    elif reported:
        st.info(
            view.say(NO_YEARS, years=_listed(view, missing), reported=_listed(view, reported)),
            icon=":material/event_busy:",
        )
    else:
        st.info(view.say(YEARS_UNKNOWN), icon=":material/event_busy:")


def _unplaced(view: View, facts: Mapping[str, Any]) -> str:
    if facts["region_status"] == AMBIGUOUS and facts["candidates"]:
        return view.say(REGION_AMBIGUOUS, places=view.say(LIST_MARK).join(facts["candidates"]))
    return "" if facts["region_status"] == RESOLVED else view.say(REGION_UNRESOLVED)


def _listed(view: View, years: Sequence[int]) -> str:
    return view.say(LIST_MARK).join(map(str, years))
