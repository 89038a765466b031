"""Rows whose cells ran together (`行政许可396442278`): the row is known, its numbers are not.

No split is guessed: 396 442 278 and 39 644 2278 are equally good. What is printed is kept as raw text.
"""

import re
from collections.abc import Iterable

from etl.reading.document import Document, Paragraph
from etl.recognising import labels
from etl.recognising.report import Fact, LeftOver
from etl.vocabulary.form import APPLICANTS, PROACTIVE, REQUESTS, UNREADABLE, CellKey

_GLUED = re.compile(r"(?P<label>.*?\D)(?P<digits>[0-9]{2,})")
_LONGEST_ROW = 80
_GROUPS = "group"


def read_glued_rows(document: Document, claimed: Iterable[CellKey]) -> tuple[tuple[Fact, ...], tuple[LeftOver, ...]]:
    """Unreadable cells for glued rows of table three, left-overs for all glued rows; nothing for rows already read."""
    read = {(table, item) for table, item, _ in claimed}
    facts: list[Fact] = []
    left_overs: list[LeftOver] = []
    for paragraph in document.paragraphs:
        table, item = _row_of(paragraph)
        if table and (table, item) not in read:
            facts += _unreadable(item, paragraph) if table == REQUESTS else []
            left_overs.append(LeftOver(table, paragraph.text, paragraph.place, "glued"))
    return tuple(facts), tuple(left_overs)


def _row_of(paragraph: Paragraph) -> tuple[str, str]:
    """(table, item) of a line that is a known label and digits and nothing else; empty when it is not one."""
    if len(paragraph.text) > _LONGEST_ROW or not paragraph.text[-1:].isdigit():
        return "", ""
    found = _GLUED.fullmatch(labels.letters_of(paragraph.text))
    if found is None:
        return "", ""
    row = labels.request_row(found["label"])
    if row is not None and row[0] != _GROUPS:
        return REQUESTS, row[1]
    item = labels.proactive_row(found["label"])
    return (PROACTIVE, item) if item else ("", "")


def _unreadable(item: str, paragraph: Paragraph) -> list[Fact]:
    text, place = paragraph.text, paragraph.place
    return [Fact(REQUESTS, item, who.name, None, None, UNREADABLE, text, place) for who in APPLICANTS]
