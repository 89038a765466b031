"""What is marked in a document, brought into sight: styles alone move the box it stands in, not the page."""

from pathlib import Path
from typing import Final

import streamlit as st

from pages.parts.unseen import unseen

_BRINGER: Final = st.components.v2.component(
    "in_sight", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def bring_into_sight(asked: str) -> None:
    """Has the reader's browser move to the mark when something new is `asked` for; draws nothing."""
    _BRINGER(key=unseen("in sight"), data={"asked": asked})
