"""Where in a document its title stands: one line, or two or three that belong together."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from etl.recognising.titles import Title, is_place, read_title

_KIND: Final = re.compile(r"报告|总结|年报")
_BODY: Final = re.compile(r"[(（]?[一1][)）]?[、.．]|第一部分|一?总体情况|一?概述")
_HEADING: Final = re.compile(r"[(（]?[一二三四五六七八九十]{1,2}[)）、.．]|[0-9]{1,2}[、.．]")
_LONGEST_PLACE: Final = 12
_LONGEST_HEADING: Final = 40


def find_headline(lines: Sequence[str], file_titles: Sequence[str]) -> Title | None:
    """The title that the lines (without white space, "" for a long one) print; None when no line is one.

    Of several (links to other years' reports) the one that says the same as a title of the file, else the last
    before the body begins, else the first.
    """
    found = list(_titles(lines))
    of_file = [title for title in map(read_title, file_titles) if title is not None]
    agreeing = [title for _, title in found if any(_agree(title, other) for other in of_file)]
    if agreeing:
        return max(agreeing, key=lambda title: bool(title.agency))
    start = next(
        (at for at, line in enumerate(lines) if _BODY.match(line) and len(line) < _LONGEST_HEADING), len(lines)
    )
    before = [title for at, title in found if at < start]
    if before:
        return before[-1]
    return found[0][1] if found else None


def _agree(title: Title, other: Title) -> bool:
    same_agency = title.agency == other.agency or not title.agency or not other.agency
    return title.year == other.year and same_agency


def _titles(lines: Sequence[str]) -> Iterator[tuple[int, Title]]:
    """Each title with the number of its last line."""
    for at, line in enumerate(lines):
        if _KIND.search(line) and not _HEADING.match(line) and (title := _title_ending_at(lines, at)) is not None:
            yield at, title


def _title_ending_at(lines: Sequence[str], at: int) -> Title | None:
    """The title that ends in a line, with as many lines before it as it needs to name an agency."""
    without_agency: Title | None = None
    for start in (at, at - 1, at - 2):
        if start < 0 or not lines[start]:
            break
        title = read_title("".join(lines[start : at + 1]))
        if title is not None and title.agency:
            return _with_place_above(lines, start, at) or title
        without_agency = without_agency or title
    return without_agency


def _with_place_above(lines: Sequence[str], start: int, at: int) -> Title | None:
    """枣庄市 alone on the line above 商务局: both together; None when there is no such line."""
    above = lines[start - 1] if start else ""
    if not is_place(above) or len(above) > _LONGEST_PLACE:
        return None
    title = read_title("".join(lines[start - 1 : at + 1]))
    return title if title is not None and title.agency.startswith(above) else None
