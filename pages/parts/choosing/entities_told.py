"""A line under the box of regions and agencies: who is in it, and how to come to others."""

import streamlit as st

from etl.vocabulary.labels import LIST_MARK
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.compare import (
    ENTITIES_CUT,
    ENTITIES_FOUND,
    ENTITIES_NONE,
    ENTITIES_OFFERED,
    GROUPS,
)
from pages.parts.plain import escaped
from pages.parts.view import View
from pages.queries.entity_offer import LISTED, Offered


def tell_offered(view: View, part: str, offered: Offered) -> None:
    """A line about who is in the box, and how to come to others."""
    if not offered.matching:
        st.caption(escaped(view.say(ENTITIES_NONE, name=part)))
        return
    if offered.groups:
        groups = view.say(LIST_MARK).join(view.say(GROUPS[group]) for group in offered.groups)
        st.caption(view.say(ENTITIES_OFFERED, groups=groups, n=cell_number(offered.members)))
        return
    text = ENTITIES_CUT if offered.matching > LISTED else ENTITIES_FOUND
    st.caption(view.say(text, n=cell_number(offered.matching), shown=LISTED))
