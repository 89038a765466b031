"""What a site says about a document beside its text: publisher, date, title, in lines or in cells of a table."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from etl.reading.document import Cell, Document
from etl.recognising.dates import dates_in

_TITLE_LABELS: Final = ("名称", "标题", "信息名称")
_PUBLISHER_LABELS: Final = ("发布机构", "发布单位", "公开机构", "公开主体", "责任单位", "发文机关", "发文单位")
_SITE_LABELS: Final = ("信息来源", "文章来源", "来源", "主办单位", "主办", "发布者")
_DATE_LABELS: Final = tuple(
    f"{what}{when}" for what in ("发布", "公开", "成文", "生成", "发文", "公布", "印发") for when in ("日期", "时间")
)
_LABELS: Final = frozenset({*_TITLE_LABELS, *_PUBLISHER_LABELS, *_SITE_LABELS, *_DATE_LABELS})
_LONGEST_LABEL: Final = 8

_NAME: Final = r"\s?[:：]\s{0,3}([\u4e00-\u9fff（）()]{2,30})"
_PUBLISHER: Final = re.compile(f"(?:{'|'.join(_PUBLISHER_LABELS)}){_NAME}")
_SITE: Final = re.compile(f"(?:{'|'.join(_SITE_LABELS)}){_NAME}")
_TITLE: Final = re.compile(rf"^(?:{'|'.join(_TITLE_LABELS)})\s?[:：]\s{{0,3}}(.+)$", re.MULTILINE)
_DATE: Final = re.compile(
    rf"(?:{'|'.join(_DATE_LABELS)})\s?[:：]\s{{0,3}}([0-9]{{4}}\s?[年./-]\s?[0-9]{{1,2}}\s?[月./-]\s?[0-9]{{1,2}})"
)
_META_DATES: Final = frozenset({"pubdate", "publishdate", "publishtime", "article:published_time"})
_META_TITLES: Final = frozenset({"articletitle", "title", "og:title"})
_META_SITES: Final = frozenset({"sitename", "contentsource", "author", "source"})


def lines_of_cells(document: Document) -> Iterator[str]:
    """`发布机构：青禾市商务局` for each cell with a known label, from the cell itself or the one beside it."""
    for table in document.tables:
        for row in table.rows:
            yield from _lines_of_row(row)


def _lines_of_row(row: tuple[Cell, ...]) -> Iterator[str]:
    for cell, beside in zip(row, (*row[1:], None), strict=True):
        label, mark, value = cell.text.strip().replace(":", "：").partition("：")
        if len(label) > _LONGEST_LABEL or "".join(label.split()) not in _LABELS:
            continue
        if mark and value.strip():
            yield f"{''.join(label.split())}：{value.strip()}"
        elif beside is not None:
            yield f"{''.join(label.split())}：{beside.text.strip()}"


def titles_said(document: Document, text: str) -> tuple[str, ...]:
    """What the file, the page's head and a line 名称：… call the document; "" first when the file says nothing."""
    in_head = (content for name, content in document.meta if name.lower() in _META_TITLES)
    return (document.title, *in_head, *_TITLE.findall(text))


def publishers_said(text: str) -> list[str]:
    """The bodies that the text calls its publisher (发布机构：…); not those that keep the site."""
    return _PUBLISHER.findall(text)


def sites_said(document: Document, text: str) -> Iterator[str]:
    """Who keeps the site or is the source, as the page's head and the text say."""
    yield from (content.strip() for name, content in document.meta if name.lower() in _META_SITES)
    yield from _SITE.findall(text)


def dates_said(text: str, meta: Iterable[tuple[str, str]]) -> Iterator[date]:
    """The dates that the text calls date of publication, then those of the page's head."""
    for printed in _DATE.findall(text):
        yield from dates_in(printed)
    for name, content in meta:
        if name.lower() in _META_DATES:
            yield from dates_in(content)
