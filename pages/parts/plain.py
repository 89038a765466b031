"""Text from documents as plain text: nothing in it is read as Markdown, HTML, a formula or a link."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=&^@/\"'])")
_BRIEF: Final = 50


def brief(text: str) -> str:
    """A text somebody else wrote into an address, cut so that a note about it stays short."""
    return text if len(text) <= _BRIEF else f"{text[:_BRIEF]}…"


def escaped(text: str) -> str:
    """The text for a place that reads Markdown, shown letter for letter; line ends become one space."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
