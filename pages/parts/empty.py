"""Empty states: what is missing, and what to do next."""

import streamlit as st

from etl.vocabulary.labels import (
    KIND,
    LIST_MARK,
    NO_WAREHOUSE,
    NO_WAREHOUSE_DEMO,
    NO_WAREHOUSE_DO,
    NOTHING_HERE,
    NOTHING_ONE_AWAY,
    NOTHING_WIDEN,
    REGION,
    SECTOR,
    YEARS,
    Text,
)
from pages.parts.view import View, data_dir
from pages.queries.coverage import scope
from pages.queries.selection import Selection


def no_warehouse(language: str) -> None:
    """Nothing has been loaded yet: the command that loads, and the one that makes a demo."""
    where = data_dir()
    option = "" if str(where) == "data" else f" --data-dir {where}"
    with st.container(border=True):
        st.subheader(NO_WAREHOUSE.say(language), anchor=False)
        st.write(NO_WAREHOUSE_DO.say(language))
        st.code(f"python -m etl load <PATH>{option}", language="bash")
        st.write(NO_WAREHOUSE_DEMO.say(language))
        st.code(f"python -m etl demo{option}", language="bash")


def nothing_here(view: View) -> None:
    """No report under the filters: which one to widen, with what there would be without it."""
    chosen = view.selection
    without: dict[Text, Selection] = {
        REGION: Selection(None, chosen.years, chosen.kinds, chosen.sectors),
        YEARS: Selection(chosen.region, (), chosen.kinds, chosen.sectors),
        KIND: Selection(chosen.region, chosen.years, (), chosen.sectors),
        SECTOR: Selection(chosen.region, chosen.years, chosen.kinds, ()),
    }
    set_filters = {text: wider for text, wider in without.items() if wider != chosen}
    with st.container(border=True):
        st.subheader(view.say(NOTHING_HERE), anchor=False)
        names = view.say(LIST_MARK).join(view.say(text) for text in set_filters)
        st.write(view.say(NOTHING_WIDEN, filters=names))
        for text, wider in set_filters.items():
            found = view.ask(scope, wider)["reports"][0]
            st.text(view.say(NOTHING_ONE_AWAY, filter=view.say(text), n=found))
