"""Text from documents as plain text: nothing in it is read as Markdown, HTML, a formula or a link."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=&^@/\"'])")
_FORMULA: Final = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NUMBER: Final = re.compile(r"[-+]?[\d.,]*%?")


def escaped(text: str) -> str:
    """The text for a place that reads Markdown, shown letter for letter; line ends become one space."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def harmless(text: str | None) -> str | None:
    """The text as a spreadsheet cell: what a spreadsheet would take for a formula gets an apostrophe in front."""
    if not text or not _FORMULA.match(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"
