"""Picks in tables that lead somewhere: each pick is followed once, so that going back in the browser is not undone."""

import streamlit as st


def newly_picked(key: str, row: int | None) -> int | None:
    """The row when it was not picked in the run before; None otherwise. `key` names the table."""
    memory = f"picked before: {key}"
    before = st.session_state.get(memory)
    st.session_state[memory] = row
    return None if row == before else row
