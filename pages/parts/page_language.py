"""The language of the page, told to the reader's browser: screen readers, hyphenation and translators go by it."""

from pathlib import Path
from typing import Final

import streamlit as st

from etl.vocabulary.labels import EN, ZH

_NAMES: Final = {ZH: "zh-CN", EN: "en"}
"""As browsers name them."""
_TELLER: Final = st.components.v2.component(
    "page_language", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def tell_language(language: str) -> None:
    """Has the reader's browser know in which language the page is; draws nothing."""
    _TELLER(key="page language", data={"language": _NAMES[language]})
