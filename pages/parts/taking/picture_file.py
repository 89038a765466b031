"""A chart as a picture to take away, PNG or SVG: made in the reader's browser from what is on the screen.

The page is not run again, and the server has nothing to draw: the picture is the chart as it stands there, in the
reader's colours, with its title above and filters and build below.
"""

from pathlib import Path
from typing import Final, Protocol

import streamlit as st

from etl.vocabulary.labels import PICTURE_FAILED, PICTURE_SOURCE, SAVE_PNG, SAVE_SVG
from pages.parts.choosing.filters import filters_in_words
from pages.parts.unseen import unseen
from pages.parts.view import View
from pages.queries.coverage import build_facts

_BUTTONS: Final = """
<div class="row">
  <span role="status"></span>
  <button type="button" data-kind="png">PNG</button>
  <button type="button" data-kind="svg">SVG</button>
</div>
"""
_LOOKS: Final = """
.row { display: flex; justify-content: flex-end; align-items: center; gap: 0.25rem; font-family: var(--st-font); }
span, button { font-size: 0.8rem; color: var(--st-text-color); }
button {
  font-family: inherit; padding: 0.1rem 0.5rem; cursor: pointer; opacity: 0.75; background: transparent;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
}
button:hover { opacity: 1; color: var(--st-primary-color); border-color: var(--st-primary-color); }
button:focus-visible { opacity: 1; outline: 2px solid var(--st-primary-color); outline-offset: 1px; }
@media print { .row { display: none; } }
"""
_BUTTONS_UNDER_A_CHART: Final = st.components.v2.component(
    "chart_as_picture",
    html=_BUTTONS,
    css=_LOOKS,
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


class InWords(Protocol):
    """What a picture says in words: title, text for those who cannot see it, how to read it."""

    @property
    def title(self) -> str:
        """What is seen."""

    @property
    def alt(self) -> str:
        """The same for those who cannot see it."""

    @property
    def note(self) -> str:
        """How to read it; may be empty."""


def offer_picture(view: View, key: str, shown: InWords, name: str) -> None:
    """Two small buttons that save the chart with the key `chart {key}` as it is on the screen, under this name."""
    chosen = filters_in_words(view)
    if view.about:
        chosen["area"] = view.about
    build = view.ask(build_facts).row(0, named=True)["build_id"]
    source = view.say(PICTURE_SOURCE, build=build, **chosen)
    data = {
        "chart": f"chart {key}",
        "name": name,
        "title": shown.title,
        "alt": shown.alt,
        "notes": [line for line in (shown.note, source) if line],
        "labels": {"png": view.say(SAVE_PNG), "svg": view.say(SAVE_SVG)},
        "failed": view.say(PICTURE_FAILED),
    }
    _BUTTONS_UNDER_A_CHART(key=unseen(f"picture {key}"), data=data)
