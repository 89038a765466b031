"""The form in which somebody decides on findings: on those ticked, or on all under the filters after a second look."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import polars as pl
import streamlit as st

from etl.deciding import Verdict
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, REOPENED
from etl.vocabulary.labels import Text
from etl.vocabulary.numerals import cell_number
from etl.vocabulary.page_labels.checks import (
    CONFIRM,
    DISMISS,
    NOT_SURE,
    REASON,
    REASON_HELP,
    SURE_OF_ALL,
    WHO,
    WHO_HELP,
    WITHDRAW,
)
from pages.parts.deciding.writing import seen, tell_changed, write
from pages.parts.view import View

MOST_AT_ONCE: Final = 5_000
"""More at once would be no decision any more, and takes long to write."""
_WHO: Final = "who decides"
_ROUND: Final = "decisions made in this session"
_BUTTONS: Final[dict[str, tuple[Text, str]]] = {
    CONFIRMED: (CONFIRM, ":material/check:"),
    DISMISSED: (DISMISS, ":material/block:"),
    REOPENED: (WITHDRAW, ":material/undo:"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Findings to be decided on: how many, how many of them somebody decided on before, and how to get them.

    `print` tells what the reader sees of them; with `is_unseen`, not every one was on the screen.
    """

    number: int
    decided: int
    rows: Callable[[], pl.DataFrame]
    print: str
    is_unseen: bool = False


def chosen_rows(view: View, rows: pl.DataFrame) -> Chosen:
    """Findings that stand on the screen."""
    return Chosen(rows.height, rows["decision"].count(), lambda: rows, seen(view, rows))


def show_form(view: View, place: str, key: str, chosen: Chosen) -> None:
    """Who, why, and a button for each decision; the page runs anew once it is written, and tells it at this place."""
    turn = f"{key} {st.session_state.get(_ROUND, 0)}"
    before = st.session_state.get(f"seen {key}", chosen.print)
    st.session_state[f"seen {key}"] = chosen.print
    st.session_state.setdefault(f"who {turn}", st.session_state.get(_WHO, ""))
    with st.form(f"decide {turn}", enter_to_submit=False):
        left, right = st.columns([0.3, 0.7])
        who = left.text_input(view.say(WHO), key=f"who {turn}", help=view.say(WHO_HELP), max_chars=80)
        reason = right.text_input(view.say(REASON), key=f"why {turn}", help=view.say(REASON_HELP), max_chars=500)
        is_sure = _sure(view, turn, chosen) if chosen.is_unseen else True
        pressed = _pressed(view, chosen)
    if not pressed:
        return
    st.session_state[_WHO] = who.strip()
    if before != chosen.print:
        tell_changed(view)
    elif not is_sure:
        st.error(view.say(NOT_SURE), icon=":material/check_box:")
    elif write(view, place, chosen.rows(), Verdict(pressed, reason, who)):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.rerun()


def _sure(view: View, turn: str, chosen: Chosen) -> bool:
    told = view.say(SURE_OF_ALL, n=cell_number(chosen.number), decided=cell_number(chosen.decided))
    return st.checkbox(told, key=f"sure {turn} {chosen.number}")


def _pressed(view: View, chosen: Chosen) -> str:
    """The decision whose button was pressed; "" when none was."""
    pressed = ""
    with st.container(horizontal=True, gap="small"):
        for decision, (text, icon) in _BUTTONS.items():
            is_idle = decision == REOPENED and not chosen.decided
            label = view.say(text, n=cell_number(chosen.number))
            if st.form_submit_button(
                label, icon=icon, disabled=is_idle, type="primary" if decision == CONFIRMED else "secondary"
            ):
                pressed = decision
    return pressed
