"""Picks that lead somewhere: each is followed once, so that going back in the browser is not undone."""

from typing import TypeVar

import streamlit as st

Picked = TypeVar("Picked", int, str)


def newly_picked(key: str, picked: Picked | None) -> Picked | None:
    """The row or point when it was not picked in the run before; None otherwise. `key` names the table or the chart."""
    memory = f"picked before: {key}"
    before = st.session_state.get(memory)
    st.session_state[memory] = picked
    return None if picked == before else picked
