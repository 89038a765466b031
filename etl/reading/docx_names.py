"""The element names of WordprocessingML, which stand in one of two namespaces."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from etl.errors import Rejection

NAMESPACES: Final = frozenset({
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
})  # fmt: skip
"""The common (transitional) one, and that of the strict variant."""
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT_MATH = "{http://purl.oclc.org/ooxml/officeDocument/math}"


@dataclass(frozen=True, slots=True)
class Names:
    """The qualified names that reading asks for, in the namespace of one document."""

    body: str
    paragraph: str
    table: str
    row: str
    cell: str
    text: frozenset[str]
    tab: str
    run: str
    breaks: frozenset[str]
    hyphen: str
    symbol: str
    char: str
    grid_span: str
    vertical_merge: str
    horizontal_merge: str
    merges: frozenset[str]
    grid_before: str
    value: str
    text_box: str
    fallback: str
    choice: str
    unseen: tuple[str, ...]
    properties_of_deleted: frozenset[str]
    hidden: str
    marks: tuple[str, ...]
    in_line: tuple[str, ...]
    in_table: tuple[str, ...]


def names_of(root: etree._Element) -> Names:
    """The names for a document by the namespace of its root; raises `Rejection` (`damaged`) for another root."""
    qualified = etree.QName(root)
    if qualified.localname != "document" or qualified.namespace not in NAMESPACES:
        raise Rejection("damaged", "正文部分不是 Word 文档")
    return _names_in(qualified.namespace)


@cache
def _names_in(namespace: str) -> Names:
    w = f"{{{namespace}}}"
    text = frozenset({f"{w}t", f"{_MATH}t", f"{_STRICT_MATH}t"})
    breaks = frozenset({f"{w}br", f"{w}cr"})
    in_line = (f"{w}t", f"{w}tab", *breaks, f"{w}noBreakHyphen", f"{w}sym", f"{_MATH}t", f"{_STRICT_MATH}t")
    spans = (f"{w}gridSpan", f"{w}vMerge", f"{w}hMerge", f"{w}gridBefore")
    return Names(
        body=f"{w}body",
        paragraph=f"{w}p",
        table=f"{w}tbl",
        row=f"{w}tr",
        cell=f"{w}tc",
        text=text,
        tab=f"{w}tab",
        run=f"{w}r",
        breaks=breaks,
        hyphen=f"{w}noBreakHyphen",
        symbol=f"{w}sym",
        char=f"{w}char",
        grid_span=f"{w}gridSpan",
        vertical_merge=f"{w}vMerge",
        horizontal_merge=f"{w}hMerge",
        merges=frozenset({f"{w}vMerge", f"{w}hMerge"}),
        grid_before=f"{w}gridBefore",
        value=f"{w}val",
        text_box=f"{w}txbxContent",
        fallback=f"{_MC}Fallback",
        choice=f"{_MC}Choice",
        unseen=(f"{w}del", f"{w}moveFrom", f"{w}cellDel", f"{w}rt", f"{_MC}Fallback"),
        properties_of_deleted=frozenset({f"{w}trPr", f"{w}tcPr"}),
        hidden=f"{w}vanish",
        marks=(f"{w}vanish", f"{w}vertAlign", f"{w}strike", f"{w}dstrike"),
        in_line=in_line,
        in_table=(f"{w}tr", f"{w}tc", f"{w}p", *spans, *in_line),
    )
