"""The button that gives a whole table: written to disk when it is pressed, with words on how far it is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st

from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels.downloads import PREPARED_ON_CLICK, PREPARING, PREPARING_FAILED, READY
from pages.parts.taking.extract import Extract
from pages.parts.taking.file_door import ADDRESS, Offered, put_on_offer
from pages.parts.taking.files import Format, dated
from pages.parts.unseen import unseen
from pages.parts.view import View

_BUTTON: Final = """
<button type="button"><i aria-hidden="true"></i><span></span></button>
<p><span role="status"></span> <span aria-hidden="true"></span></p>
"""
_LOOKS: Final = """
button {
  display: inline-flex; align-items: center; gap: 0.5rem; padding: 0.45rem 0.9rem; cursor: pointer;
  font: 400 1rem var(--st-font); color: var(--st-background-color); background: var(--st-primary-color);
  border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius);
}
button:hover { filter: brightness(1.1); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
button[aria-busy=true] { cursor: progress; opacity: 0.7; }
i { width: 0.9rem; height: 0.9rem; position: relative; }
i::before { content: "↓"; font-style: normal; line-height: 0.9rem; }
button[aria-busy=true] i::before {
  content: ""; position: absolute; inset: 0; border: 2px solid; border-right-color: transparent; border-radius: 50%;
  animation: turn 1s linear infinite;
}
p { margin: 0.6rem 0 0; font: 400 0.875rem var(--st-font); color: var(--st-text-color); opacity: 0.75; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { i::before { animation: none !important; } }
"""
_OFFERS: Final = "files on offer in this tab"
_OFFERS_KEPT: Final = 6
"""Those on the screen, at most two, and those that a press may still be under way to."""
_BUTTON_OF_A_TABLE: Final = st.components.v2.component(
    "extract_button",
    html=_BUTTON,
    css=_LOOKS,
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class _OnOffer:
    """A file on offer: what it holds, its token, and the file itself, which lives as long as the reader's session."""

    holds: tuple[object, ...]
    token: str
    offered: Offered


def offer_table(view: View, extract: Extract, form: Format, label: str, holds: tuple[object, ...]) -> None:
    """A button with this label; the page is not run again, and the reader may go on while the file is written.

    `holds` is what was chosen: words alone do not tell rows apart, since two agencies may bear the same name.
    """
    name = f"{extract.name}.{form.ending}"
    offered = Offered(name, form.mime, lambda path: form.write(path, dated(extract)))
    offer_written(view, "whole table", offered, (*holds, view.selection, extract.columns, extract.facts), label)


def offer_written(  # one more than usual: why it may fail differs from file to file
    view: View, key: str, offered: Offered, holds: tuple[object, ...], label: str, failed: Text = PREPARING_FAILED
) -> None:
    """A button for a file of any kind; `holds` tells it, beside its name, from others that this tab may offer.

    `failed` is told when the file could not be written.
    """
    data = {
        "address": ADDRESS,
        "token": _token((view.data.key, view.language, offered.name, *holds), offered),
        "label": label,
        "told": view.say(PREPARED_ON_CLICK),
        "preparing": view.say(PREPARING),
        "ready": view.say(READY, name=offered.name),
        "failed": view.say(failed),
    }
    _BUTTON_OF_A_TABLE(key=unseen(key), data=data)


def _token(holds: tuple[object, ...], offered: Offered) -> str:
    """The token of a file: the same in every run of the page in this tab that would give the same file."""
    kept: tuple[_OnOffer, ...] = st.session_state.get(_OFFERS, ())
    same = next((one for one in kept if one.holds == holds), None)
    if same is not None:
        return same.token
    new = _OnOffer(holds, put_on_offer(offered), offered)
    st.session_state[_OFFERS] = (*kept, new)[-_OFFERS_KEPT:]
    return new.token
