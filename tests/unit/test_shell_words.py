"""What Streamlit writes itself, in Chinese: each text leads to one other and back, and Streamlit still writes it."""

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from etl.vocabulary.page_labels.shell import SHELL

BUNDLES = Path(streamlit.__file__).parent / "static" / "static" / "js"


@cache
def written() -> str:
    """All that Streamlit's interface is made of."""
    return "\n".join(path.read_text(encoding="utf-8") for path in BUNDLES.glob("*.js"))


def test_each_text_leads_to_one_other_and_back() -> None:
    """Protects the switch of languages: no two texts share a translation, in either direction."""
    assert len({text.zh for text in SHELL}) == len({text.en for text in SHELL}) == len(SHELL)


@pytest.mark.parametrize("english", [text.en for text in SHELL])
def test_streamlit_still_writes_it_so(english: str) -> None:
    """Protects the interface from English that comes back with a new version of Streamlit under other words."""
    # Numbers, names, what a key does and the plural are filled in.
    assert all(literal in written() for literal in re.split(r"\{n\}| options| apply", english))
