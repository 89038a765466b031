"""A web page → Document: what a reader sees, in order; tables that only lay out the page are flattened.

The page is parsed as a browser parses it and walked once. Inline tags join text, block tags and line
breaks part it, and what is never shown (scripts, hidden elements, comments) is left out.
"""

import re
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.errors import Rejection
from etl.reading.blocks import Blocks
from etl.reading.document import Document
from etl.reading.page_tags import NOT_PLAIN
from etl.reading.page_walk import walk

_HIDDEN = '[style*="none" i],[hidden]'
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_SWALLOWS = ("script", "style", "title", "textarea", "noscript", "iframe", "template")
"""Elements of which nothing is read, and whose end only their own closing tag brings."""
_CLOSED_BY_OTHERS = frozenset(
    "p li td th tr dt dd option tbody thead br img input hr meta link col area param embed source wbr".split()
)
_NOT_PLAIN_IDS = frozenset(
    node.tag_id
    for tag in NOT_PLAIN
    for node in LexborHTMLParser(f"<table><{tag}></{tag}></table><{tag}></{tag}>").css(tag)
)
_TAGS_WITHOUT_A_LOOK = 10_000
_MOST_NESTING = 50_000_000
_LARGEST_KEPT = 1_000_000
_kept: list[LexborHTMLParser] = []
"""The last page, until the next is parsed: were its memory freed at once, the system would take it back and hand out
fresh pages for the next document, which costs as much time as the parsing."""


def read_html(text: str, charset: str) -> Document:
    """The page as paragraphs and grids, with its title, the addresses it names and the metadata of its head.

    Raises `Rejection` (`damaged`) for a page so nested that no browser would show it, and for one that shows nothing
    because something in it is opened and never closed.
    """
    page = _parse(text)
    blocks = Blocks()
    _add_page(page, blocks)
    shown = blocks.done()
    if not shown and (opened := _never_closed(text)):
        raise Rejection("damaged", f"网页不完整：{opened} 没有结束，其后的内容都显示不出来")
    head = _head(page)
    meta = _meta(head)
    return Document("text/html", shown, title=_title(head), charset=charset, links=_links(head, meta), meta=meta)


def add_html(text: str, blocks: Blocks) -> None:
    """Add the paragraphs and tables of a piece of HTML that stands in another document."""
    _add_page(_parse(text), blocks)


def _parse(text: str) -> LexborHTMLParser:
    if text.count("<") > _TAGS_WITHOUT_A_LOOK and _nesting(text) > _MOST_NESTING:
        raise Rejection("damaged", "网页标签嵌套过深")
    page = LexborHTMLParser(text, scripting=True)
    if len(text) < _LARGEST_KEPT:
        _kept[:] = [page]
    return page


def _never_closed(text: str) -> str:
    """The tag that swallows the rest of a page, as browsers read it; "" when there is none."""
    if text.rfind("<!--") > text.rfind("-->"):
        return "<!--"
    lower = text.lower()
    return next((f"<{name}>" for name in _SWALLOWS if lower.count(f"<{name}") > lower.count(f"</{name}")), "")


def _nesting(text: str) -> int:
    """The sum over all tags of the elements open there, which is what parsing costs."""
    depth = total = 0
    for end, name in _TAG.findall(text):
        if name.lower() not in _CLOSED_BY_OTHERS:
            depth += -1 if end and depth else 1
        total += depth
    return total


def _add_page(page: LexborHTMLParser, blocks: Blocks) -> None:
    body = page.body
    if body is None:
        return
    hidden = _hidden(page)
    notable = [*hidden, *(node for node in body.traverse() if node.tag_id in _NOT_PLAIN_IDS)]
    walk(
        body,
        blocks,
        hidden=frozenset(node.mem_id for node in hidden),
        not_plain=frozenset(around for node in notable for around in _around(node)),
    )


def _hidden(page: LexborHTMLParser) -> list[LexborNode]:
    """The elements that the page hides by their own style."""
    return [
        node
        for node in page.css(_HIDDEN)
        if "hidden" in node.attributes or _DISPLAY_NONE.search(node.attributes.get("style") or "")
    ]


def _around(node: LexborNode) -> Iterable[int]:
    """The ids of the elements that an element stands in."""
    above = node.parent
    while above is not None:
        yield above.mem_id
        above = above.parent


def _head(page: LexborHTMLParser) -> list[LexborNode]:
    """What the head holds; of the whole page where a stray tag has closed the head early."""
    head = list(page.head.iter()) if page.head is not None else []
    if any(node.tag == "meta" for node in head):
        return head
    return [node for tag in ("title", "meta", "link", "base") for node in page.tags(tag)]


def _title(head: Sequence[LexborNode]) -> str:
    return next((" ".join(node.text().split()) for node in head if node.tag == "title"), "")


def _meta(head: Sequence[LexborNode]) -> tuple[tuple[str, str], ...]:
    """(name, content) of each meta element that has a name."""
    told = [node.attributes for node in head if node.tag == "meta"]
    named = ((attributes.get("name") or attributes.get("property"), attributes.get("content")) for attributes in told)
    return tuple((name, (content or "").strip()) for name, content in named if name)


def _links(head: Sequence[LexborNode], meta: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The addresses that the page gives itself, each once."""
    links = [node.attributes for node in head if node.tag == "link"]
    found = [attributes.get("href") for attributes in links if (attributes.get("rel") or "").lower() == "canonical"]
    found += [content for name, content in meta if name.lower() == "og:url"]
    found += [node.attributes.get("href") for node in head if node.tag == "base"]
    return tuple(dict.fromkeys(address.strip() for address in found if address))
