"""Text from documents with marks in it, as HTML: nothing of a document gets through but its letters.

A mark is seen without its colour too: an underline of its own kind, and letters in bold where something was looked for.
What is drawn is the text letter for letter; no sign is put between its letters, so that it can be copied.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

PLAIN: Final = ""
SHARED: Final = "shared"
SET_ASIDE: Final = "set aside"
SHARED_BUT_SET_ASIDE: Final = "shared but set aside"
FOUND: Final = "found"
NAMES_PROBLEM: Final = "names a problem"
TELLS_MEASURE: Final = "tells a measure"
NAMES_THEME: Final = "names the theme"

_BLUE, _ORANGE, _GREEN = "#2f7fbf", "#e8590c", "#2b8a3e"
_UNDER: Final = "text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:2px"


def _style(colour: str, line: str, more: str = "") -> str:
    ground = f"background:color-mix(in srgb, {colour} 20%, transparent)"
    return f"color:inherit;{ground};{_UNDER};text-decoration-style:{line};text-decoration-color:{colour}{more}"


_BOLD: Final = ";font-weight:700"
_STYLES: Final = {
    SHARED: _style(_BLUE, "solid"),
    SHARED_BUT_SET_ASIDE: _style(_BLUE, "dotted"),
    SET_ASIDE: f"{_UNDER};text-decoration-style:dotted",
    FOUND: _style(_ORANGE, "solid", _BOLD),
    NAMES_PROBLEM: _style(_ORANGE, "wavy", _BOLD),
    TELLS_MEASURE: _style(_GREEN, "double", _BOLD),
    NAMES_THEME: _style(_BLUE, "solid", _BOLD),
}
END_IN_SIGHT: Final = '<div style="scroll-initial-target:nearest;scroll-margin-bottom:5rem"></div>'
"""Nothing to see; what stands above it is brought into sight (see `pages.parts.in_sight`)."""
_BOX: Final = "white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.8"
_SCROLLING: Final = ";overflow:auto;max-height:70vh;padding:2px"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some letters of a text and how they are marked; PLAIN for not at all."""

    text: str
    mark: str = PLAIN


def text_html(pieces: Iterable[Piece], name: str = "") -> str:
    """A text with its marks; with a `name` it is a box that scrolls, by the keyboard too, and is called so."""
    drawn = "".join(map(_piece, pieces))
    if not name:
        return f'<div style="{_BOX}">{drawn}</div>'
    return f'<div tabindex="0" role="region" aria-label="{escape(name)}" style="{_BOX}{_SCROLLING}">{drawn}</div>'


def legend_html(told: Iterable[Piece]) -> str:
    """What the marks mean, each word under the mark it is about."""
    return f'<p style="font-size:0.85rem;margin:0">{"　".join(map(_piece, told))}</p>'


def _piece(piece: Piece) -> str:
    letters = escape(piece.text)
    if piece.mark == PLAIN:
        return letters
    tag = "span" if piece.mark == SET_ASIDE else "mark"
    return f'<{tag} style="{_STYLES[piece.mark]}">{letters}</{tag}>'
