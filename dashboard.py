"""The front door: reads the plan of pages, draws the frame and the filters, runs one page."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from etl.vocabulary.labels import PRODUCT, ZH
from pages import PLAN, UNFILTERED
from pages.parts.back_button import keep_one_entry_a_page
from pages.parts.choosing.address import settle
from pages.parts.choosing.filters import selection_at_hand
from pages.parts.empty import no_warehouse
from pages.parts.frame import draw_frame, draw_frame_alone, draw_language, language_of_address, tell_strange
from pages.parts.page_language import tell_language
from pages.parts.taking.file_door import routes
from pages.parts.view import ask_again, begin, open_current

ICON = Path(__file__).parent / "pages" / "parts" / "icon.svg"
"""An icon by name would be fetched from the network by every reader's browser."""

FRONT = "front"
"""What the first page is called inside; without a name of its own each run of it would count as a change of page."""


def screens(language: str) -> dict[str, list[st.Page]]:
    """The pages of the plan with their addresses and titles, by the menu they stand in; the first is the front page."""
    menus: dict[str, list[st.Page]] = {}
    for page in PLAN:
        screen = st.Page(
            page.script,
            title=page.title.say(language),
            url_path=page.address or FRONT,
            icon=page.icon,
            default=page is PLAN[0],
            visibility="visible" if page.is_menu else "hidden",
        )
        menus.setdefault(page.group.say(language) if page.group else "", []).append(screen)
    return menus


def kept_screens(language: str) -> dict[str, list[st.Page]]:
    """The pages as they were named in the first run of this reader: naming them asks the disk for each script."""
    kept: dict[str, dict[str, list[st.Page]]] = st.session_state.setdefault("screens", {})
    if language not in kept:
        kept[language] = screens(language)
    return kept[language]


def main() -> None:
    """One run: the page that the address names, the language, the filters, and what the page draws."""
    spoken = language_of_address()
    st.set_page_config(page_title=PRODUCT.say(spoken), page_icon=ICON, layout="wide")
    chosen = st.navigation(kept_screens(spoken), position="top")
    with st.sidebar:
        language = draw_language()
    data = open_current()
    if data is None:
        no_warehouse(language)
    else:
        is_filtered = chosen.url_path not in UNFILTERED
        ask_again(data, chosen.url_path, selection_at_hand())
        frame = draw_frame if is_filtered else draw_frame_alone
        with st.sidebar:
            view = frame(language, data)
        begin(replace(view, is_filtered=is_filtered), chosen.url_path)
        notes = st.container()
        chosen.run()
        with notes:
            tell_strange(language, settle())
    keep_one_entry_a_page()
    tell_language(language)


if __name__ == "__main__":
    main()
else:
    # The server imports this file once before it runs it for readers. Until the pages are named for the first time,
    # Streamlit takes the folder pages/ for pages of its older kind, and a link to a page would not be found.
    st.navigation(screens(ZH))
    app = st.App(__file__, routes=routes(st.get_option("server.baseUrlPath") or ""))
