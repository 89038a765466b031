"""The browser's back button: one step back is one page back, with the address that page had."""

from pathlib import Path
from typing import Final

import streamlit as st

from pages.parts.unseen import unseen

_KEEPER: Final = st.components.v2.component(
    "back_button", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def keep_one_entry_a_page() -> None:
    """Has the reader's browser keep one entry of its history for each page; draws nothing."""
    _KEEPER(key=unseen("back button"))
