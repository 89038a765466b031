"""The language of the page, told to the reader's browser: screen readers, hyphenation and translators go by it.

What Streamlit writes itself is English in every language; the few texts of it that are met here are put into Chinese in
the browser, before they are painted.
"""

import json
from pathlib import Path
from typing import Final

import streamlit as st

from etl.vocabulary.labels import EN, ZH
from etl.vocabulary.page_labels.shell import SHELL
from pages.parts.unseen import unseen

_NAMES: Final = {ZH: "zh-CN", EN: "en"}
"""As browsers name them."""
_WORDS: Final = json.dumps([(text.en, text.zh) for text in SHELL], ensure_ascii=False)
_TELLER: Final = st.components.v2.component(
    "page_language", js=f"const WORDS = {_WORDS};\n{Path(__file__).with_suffix('.js').read_text(encoding='utf-8')}"
)


def tell_language(language: str) -> None:
    """Has the reader's browser know in which language the page is; draws nothing."""
    _TELLER(key=unseen("page language"), data={"language": _NAMES[language]})
