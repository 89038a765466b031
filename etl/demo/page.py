"""The parts of a printed report in order: title, headings, paragraphs, tables, signature."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from etl.demo.grids import Grid
from etl.demo.labels import PLATFORM_CAPTION
from etl.demo.layout import Layout, ProblemsHeading
from etl.demo.printing import EXTRA_ROW, printed_values
from etl.demo.sheet import Sheet
from etl.demo.tables import platform_grid, proactive_grids, request_grids, review_grid
from etl.vocabulary.form import PROACTIVE, REQUESTS, REVIEWS, SECTIONS, CellKey

Role = Literal["title", "heading", "body"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line or paragraph."""

    text: str
    role: Role = "body"


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Page:
    """A report ready for any file format; `values` holds the printed text of each box with a key."""

    file_title: str
    blocks: tuple[Block, ...]
    values: Mapping[CellKey, str]
    published_on: str


_TITLES: Final = {word.name: word.label_zh for word in SECTIONS if word.name != "preamble"}
_PROBLEMS: Final[dict[ProblemsHeading, str]] = {
    "official": _TITLES["problems"],
    "rectification": "存在的主要问题及整改措施",
    "short": "存在问题及改进情况",
    "with_subject": "政府信息公开工作存在的主要问题及改进措施",
}
_CHINESE: Final = "一二三四五六七"


def page_of(sheet: Sheet, layout: Layout) -> Page:
    """The report as it is printed; raises KeyError when a sheet names only some cells of a row."""
    return Page(
        file_title=f"{sheet.agency}{sheet.year}年政府信息公开工作年度报告",
        blocks=tuple(_blocks(sheet, layout)),
        values=printed_values(sheet, layout),
        published_on=f"{sheet.published_on:%Y-%m-%d}",
    )


def _blocks(sheet: Sheet, layout: Layout) -> Iterator[Block]:
    yield from (Line(text, "title") for text in _title(sheet, layout))
    yield from map(Line, sheet.sections.get("preamble", ()))
    tables = _tables(sheet, layout)
    for position, name in enumerate(name for name in _TITLES if name not in sheet.left_out):
        if name == "requests" and layout.platform_table:
            yield Line(PLATFORM_CAPTION)
            yield platform_grid()
        yield from _section(name, position, sheet, layout)
        yield from tables.get(name, ())
    yield from map(Line, _signature(sheet))


def _title(sheet: Sheet, layout: Layout) -> tuple[str, ...]:
    agency, year, work = sheet.agency, sheet.year, "政府信息公开工作"
    titles = {
        "one_line": (f"{agency}{year}年{work}年度报告",),
        "two_lines": (agency, f"{year}年度{work}报告"),
        "wrapped": (f"{agency}{year}年{work}", "年度报告"),
        "after_attachment_mark": ("附件1", f"{agency}{year}年度{work}年度报告"),
        "year_first": (f"{year}年{agency}{work}年度报告",),
        "year_last": (f"{agency}{work}{year}年度报告",),
        "site_name": (f"{agency}{year}年{work}年度报告-政务公开专栏",),
    }
    return titles[layout.title]


def _section(name: str, position: int, sheet: Sheet, layout: Layout) -> Iterator[Line]:
    paragraphs = sheet.sections.get(name, ())
    if layout.headings == "bracketed":
        paragraphs = tuple(map(_numbered_below, paragraphs))
    heading = _heading(name, position, layout)
    if layout.headings == "glued" and heading and paragraphs and not _has_number(paragraphs[0]):
        yield Line(f"{heading}。{paragraphs[0]}")
        paragraphs = paragraphs[1:]
    elif heading:
        yield Line(heading, "heading")
    yield from map(Line, paragraphs)


def _numbered_below(paragraph: str) -> str:
    """The paragraph with its （一） turned into 1., where the headings above are （一） already."""
    return f"{_CHINESE.index(paragraph[1]) + 1}.{paragraph[3:]}" if _has_number(paragraph) else paragraph


def _has_number(paragraph: str) -> bool:
    return paragraph[:1] == "（" and paragraph[1:2] in _CHINESE and paragraph[2:3] == "）"


def _heading(name: str, position: int, layout: Layout) -> str:
    """The heading as numbered in this layout; "" where it got lost."""
    if name == "problems" and layout.problems_heading == "lost":
        return ""
    title = _PROBLEMS[layout.problems_heading] if name == "problems" else _TITLES[name]
    number = _CHINESE[position]
    numbered = {
        "arabic": f"{position + 1}、 {title}",
        "bracketed": f"（{number}）{title}",
        "misnumbered": f"{position + 1}、 {title}"
        if position == 2
        else f"{_CHINESE[position + (position > 2)]}、{title}",
        "spaced": f"{number}、\u00a0{title} ",
        "unnumbered": title,
    }
    return numbered.get(layout.headings, f"{number}、{title}")


def _tables(sheet: Sheet, layout: Layout) -> dict[str, tuple[Grid, ...]]:
    """The grids below the headings of sections two, three and four; a table without cells is not printed."""
    printed = dict.fromkeys(table for table, _, _ in sheet.cells)
    items = tuple(dict.fromkeys(item for table, item, _ in sheet.cells if table == REQUESTS and item != EXTRA_ROW))
    return {
        PROACTIVE: proactive_grids(sheet.form, layout) if PROACTIVE in printed else (),
        REQUESTS: request_grids(items, layout) if items else (),
        REVIEWS: (review_grid(layout),) if REVIEWS in printed else (),
    }


def _signature(sheet: Sheet) -> Iterator[str]:
    """Who signed and when, and where to ask; the address names the divisions above the agency."""
    yield sheet.agency
    yield f"{sheet.published_on.year}年{sheet.published_on.month}月{sheet.published_on.day}日"
    if sheet.places:
        yield f"联系地址：{''.join(sheet.places)}清和路{1 + len(sheet.agency)}号"
    if sheet.phone:
        yield f"联系电话：{sheet.phone}"
