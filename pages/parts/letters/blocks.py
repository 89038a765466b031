"""What a page of a letter is made of, whatever file it becomes: paragraphs of a kind, and tables; all text is plain."""

import re
from dataclasses import dataclass
from typing import Final

TITLE, ADDRESSEE, BODY, HEADING, ITEM, DETAIL, REMARK, SIGNATURE = (
    "title", "addressee", "body", "heading", "item", "detail", "remark", "signature",
)  # fmt: skip  # one line of names
_NO_TEXT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # what is not seen, or turns the text around
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # what is no character, and no XML may hold
)
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph; strong ones stand out."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a kind."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of headings; `widths` are shares of the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


Block = Paragraph | Grid


def paragraph(kind: str, text: str) -> Paragraph:
    """A paragraph without words that stand out."""
    return Paragraph(kind, (Run(text),))


def plain(text: str) -> str:
    """The text as one line, without what is not seen or what no file may hold; white space becomes one space."""
    return _SPACE.sub(" ", _NO_TEXT.sub("", text))
