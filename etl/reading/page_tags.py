"""What the tags of a page mean for its text: which break a line, hold cells, are never shown, or frame the site."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborNode

INLINE, TEXT, DROPPED, BLOCK, PRE, APART, ROW, CELL, SECTION, LINE, TABLE = range(11)
_TAGS: Final = {
    TEXT: "-text",
    DROPPED: "script style noscript template head title select textarea svg math iframe object embed audio video"
    " canvas datalist link meta -comment",
    BLOCK: "address article blockquote body br button caption center details dialog dl fieldset figcaption figure form"
    " header hr legend main menu ol search summary tbody tfoot thead",
    SECTION: "div ul section nav footer aside",
    PRE: "pre",
    APART: "sup del s strike",  # must not join a number: a foot-note mark, or what was struck out
    ROW: "tr",
    CELL: "td th",
    LINE: "p li h1 h2 h3 h4 h5 h6 dd dt",
    TABLE: "table",
}
KINDS: Final = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
NOT_PLAIN: Final = frozenset(
    "script style noscript template select textarea svg math iframe object sup del s strike pre caption table form"
    " input".split()
)
"""Where one of these stands inside an element, its text alone does not tell what is shown."""

_FRAME_TAGS = frozenset({"nav", "footer", "aside"})
_FRAME_NAME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|foot|footer|crumbs?|breadcrumbs?|sidebar|copyright|friendlinks?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d\u2014\u2026]"
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_SPAN = re.compile(r"\s*(\d{1,6})")


def is_messy(text: str) -> bool:
    """Whether white space of the source stands in a text that is not shown as it stands."""
    return "\n" in text or "  " in text or "\t" in text


def tidy(text: str) -> str:
    """The line as it is shown: runs of white space are one space, a wrap of the source between hanzi is none."""
    if "\n" in text or "  " in text or "\t" in text:
        text = _SPACES.sub(" ", _WRAPPED.sub("", text))
    return text.strip()


def is_frame(node: LexborNode) -> bool:
    """Whether a section is the site's navigation or footer, told by its tag or its name."""
    if node.tag in _FRAME_TAGS:
        return True
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""
    return _FRAME_NAME.search(names) is not None


def spans_of(attributes: Mapping[str, str | None]) -> tuple[int, int]:
    """The rows and columns that a cell claims by its attributes; 0 rows mean all that follow."""
    return _spans_of(attributes.get("rowspan"), attributes.get("colspan"))


@lru_cache(maxsize=1024)
def _spans_of(rows: str | None, columns: str | None) -> tuple[int, int]:
    return _span(rows, 0), _span(columns, 1)


def _span(value: str | None, least: int) -> int:
    if not value:
        return 1
    if value.isdecimal() and len(value) < 4:
        return max(least, int(value))
    found = _SPAN.match(value)
    return max(least, int(found[1])) if found else 1
