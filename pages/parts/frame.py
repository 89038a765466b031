"""The frame around every page: title, language, filters, what lies under them."""

from typing import Final

import streamlit as st

from etl.vocabulary.labels import (
    BUILD,
    CORRECTED_CELLS,
    DOUBLE_COUNT,
    FILTERS_ASIDE,
    LANGUAGE,
    LANGUAGES,
    NEW_DATA,
    NOT_UNDERSTOOD,
    PRODUCT,
    UNDER_FILTERS,
    WITHOUT_REGION,
    WITHOUT_YEAR,
    ZH,
    joined,
)
from etl.vocabulary.numerals import cell_number
from pages.parts.choosing.address import Choice, Option, Strange, choose_switch, say_again
from pages.parts.choosing.filters import TRANSLATED, draw_filters, filters_in_words
from pages.parts.empty import nothing_here
from pages.parts.plain import brief, escaped
from pages.parts.view import Data, View
from pages.queries.coverage import build_facts, corrected_cells, has_corrected_cells, scope

PAGE_TRANSLATED = (
    "rate",
    "outcome",
    "item",
    "table",
    "headings",
    "indicator",
    "look",
    "group",
    "applicant",
    "profile_rate",
    "number",
    "number_topic",
    "agency",
    "text_agency",
    "other_agency",
    "funnel_rate",
    "map_rate",
    "review_rate",
    "board_show",
    "word_kind",
    "finding_rule",
    "finding_severity",
    "finding_verdict",
    "standing",
    "findings_by",
    "passed_by",
    "letter_findings",
    "letter_notes",
    "letters_findings",
    "letters_notes",
    "letters_form",
    "reuse_measure",
    "themes_by",
    "again_theme",
)
"""Choices of single pages whose options read differently in the other language."""
_BUILD_SEEN: Final = "build of the run before"


def language_of_address() -> str:
    """The language that the address names; Chinese when it names none. Known before anything is drawn."""
    named = st.query_params.get("lang", "")
    return next((code for code, name in LANGUAGES.items() if named in (code, name)), ZH)


def draw_language() -> str:
    """The language switch; the code of the language chosen."""
    head = st.empty()
    options = [Option(code, name) for code, name in LANGUAGES.items()]
    choice = Choice("lang", f"{LANGUAGE.zh} / {LANGUAGE.en}", options)
    language = choose_switch(choice, lambda: say_again((*TRANSLATED, *PAGE_TRANSLATED)), hide_label=True)
    head.markdown(f"**{PRODUCT.say(language)}**")
    return language


def draw_frame(language: str, data: Data) -> View:
    """The filters and the facts of the build, drawn where the caller stands; the view they give."""
    everything = View(language, data)
    selection, area, level = draw_filters(everything)
    facts = everything.ask(build_facts).row(0, named=True)
    words = {"build": facts["build_id"], "time": f"{facts['built_at']:%Y-%m-%d %H:%M}"}
    st.caption(escaped(everything.say(BUILD, **words)))
    if st.session_state.get(_BUILD_SEEN, data.key) != data.key:
        st.toast(escaped(everything.say(NEW_DATA, **words)), icon=":material/update:", duration="long")
    st.session_state[_BUILD_SEEN] = data.key
    return View(language, data, selection, area, level)


@st.fragment
def draw_frame_alone(language: str, data: Data) -> View:
    """The same for a page that filters do not change: only the filters are drawn again when one is chosen."""
    return draw_frame(language, data)


def open_page(view: View, title: str, purpose: str) -> bool:
    """The head of a page: what it is for, and what lies under the filters; False when nothing does, and says so.

    A page that is about one thing of its own is not filtered, and says that.
    """
    st.title(title, anchor=False)
    st.caption(purpose if view.is_filtered else joined([purpose, view.say(FILTERS_ASIDE)], view.language))
    if not view.is_filtered:
        return True
    found = view.ask(scope, view.selection).row(0, named=True)
    if found["reports"] == 0:
        nothing_here(view)
        return False
    numbers = {name: cell_number(found[name]) for name in ("reports", "agencies")}
    is_mixed = min(found["governments"], found["departments"]) > 0
    line = view.say(UNDER_FILTERS, **numbers, **filters_in_words(view))
    st.text(line, help=view.say(DOUBLE_COUNT) if is_mixed else None)
    remarks = {WITHOUT_YEAR: found["without_year"], WITHOUT_REGION: found["without_region"]}
    remarks[CORRECTED_CELLS] = view.ask(corrected_cells, view.selection) if view.ask(has_corrected_cells) else 0
    said = [view.say(remark, n=cell_number(number)) for remark, number in remarks.items() if number]
    if said:
        st.caption(escaped(joined(said, view.language)))
    return True


def tell_strange(language: str, strange: tuple[Strange, ...]) -> None:
    """A note for each thing in the address that nobody understood."""
    for one in strange:
        note = NOT_UNDERSTOOD.say(language, value=brief(one.value), filter=one.filter)
        st.warning(escaped(note), icon=":material/link_off:")
