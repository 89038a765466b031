"""The front door: reads the plan of pages, draws the frame and the filters, runs one page."""

import streamlit as st

from etl.vocabulary.labels import PRODUCT
from pages import PLAN
from pages.parts.address import settle
from pages.parts.empty import no_warehouse
from pages.parts.frame import draw_frame, draw_language, tell_strange
from pages.parts.view import open_current, remember


def main() -> None:
    """One run: language, pages, filters, and the page that the address names."""
    with st.sidebar:
        language = draw_language()
    st.set_page_config(page_title=PRODUCT.say(language), page_icon=":material/fact_check:", layout="wide")
    screens = [
        st.Page(
            page.script, title=page.title.say(language), url_path=page.address, icon=page.icon, default=page is PLAN[0]
        )
        for page in PLAN
    ]
    chosen = st.navigation(screens, position="top")
    data = open_current()
    if data is None:
        no_warehouse(language)
        return
    with st.sidebar:
        remember(draw_frame(language, data))
    notes = st.container()
    chosen.run()
    with notes:
        tell_strange(language, settle())


main()
