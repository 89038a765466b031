"""Titles of annual reports on information disclosure: what they are, and the agency and year that they name.

枣庄市商务局2020年度政府信息公开工作年度报告 and its kin: the year first or last, in brackets, over two or three lines,
after 附件1, with the site's name behind it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from etl.recognising.dates import without_years, year_of_title
from etl.recognising.values import fold
from etl.vocabulary.agencies import DEPARTMENT_ENDINGS, GOVERNMENT_ENDINGS, OTHER_ENDINGS, TOWNSHIP_ENDINGS

_TOPIC: Final = r"(?:政府信息[和与及、]政务|政府信息|政务信息|信息|政务|政府)公开"
_BETWEEN: Final = (
    r"(?:政府信息公开|信息公开|政务公开|工作|情况|年度|年(?!报)|[0-9]{4,6}+|二[〇○零0一二三四五六七八九]{3}|[()的及和与、]"
    r"|本级|自查|实施|执行|落实|条例|制度|主动|推进)*+"
)
_WHOLE: Final = re.compile(
    rf"(?P<front>.*?)(?P<topic>{_TOPIC})(?P<between>{_BETWEEN})(?P<kind>报告|总结|年报)"
    r"(?P<end>\([^()]*\)|[0-9]{4}年?度?)?"
)
_SITE: Final = re.compile(r"^(?P<title>.*(?:报告|总结|年报)(?:\([^()]*\))?)[-_|—–·>«<]+(?P<site>.+)$")
_SPACE: Final = re.compile(r"\s+")
_BEFORE: Final = re.compile(
    r"^(?:附件(?:[0-9]{1,2}(?=20[0-9]{2}|[^0-9])|[一二三四五六七八九十]{1,3})?[:、.]?|正文:?|标题:|\[(?:image|bookmark)[^\]]*\])+"
)
_BEHIND: Final = re.compile(r"(?:\(?(?:正文|全文)\)?|。)$")
_ABOUT: Final = re.compile(r"^(?:关于)?(?:印发|公布|发布|报送|公开|上报)?(?:关于)?|(?:关于|开展|推进|做好|落实|的)+$")
_ENDINGS: Final = (*GOVERNMENT_ENDINGS, *TOWNSHIP_ENDINGS, *DEPARTMENT_ENDINGS, *OTHER_ENDINGS)
_AGENCY: Final = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff()·、0-9A-Za-z]{0,38}?"
    rf"(?:{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})(?:\([\u4e00-\u9fff、]{{2,30}}\))?"
)
_PLACE: Final = re.compile(r"[\u4e00-\u9fff]{1,20}[省市县区州盟旗]")
_NOT_AN_AGENCY: Final = re.compile(
    r"^(?:我|本|该|各|全|附件|首页|当前|您|索引|字号|来源|打印|关闭|索取|目录|第[一二三四五六七八九十])|[。;:,]"
)
_LONGEST_TITLE: Final = 90


@dataclass(frozen=True, slots=True)
class Title:
    """A title and what it says: `agency` "" and `year` None when it does not; `site` is the site's name behind it."""

    text: str
    agency: str
    year: int | None
    site: str = ""


def title_is_of_a_report(text: str) -> bool:
    """Whether a text is the title of an annual report on information disclosure, and nothing more."""
    return read_title(text) is not None


@lru_cache(maxsize=16384)
def read_title(text: str) -> Title | None:
    """What a title of one line (or several, joined) says; None when it is not the title of a report."""
    if "公开" not in text:
        return None
    bare = _SPACE.sub("", fold(text)).strip("《》“”\"'*#【】")
    bare = _BEHIND.sub("", _BEFORE.sub("", bare)).strip("《》")
    behind = _SITE.match(bare)
    bare, site = (behind["title"].strip("《》"), behind["site"]) if behind else (bare, "")
    found = _WHOLE.fullmatch(bare) if len(bare) <= _LONGEST_TITLE else None
    if found is None:
        return None
    of_a_government = found["front"].endswith("人民") and found["topic"].startswith("政府")
    agency = _agency_of(found["front"] + "政府" * of_a_government)
    return Title(_in_full_width(bare), agency, year_of_title(bare), site)


def _in_full_width(text: str) -> str:
    return text.translate({ord("("): "（", ord(")"): "）"})


def _agency_of(front: str) -> str:
    """The agency in what stands before the topic; "" when that is no name."""
    name = without_years(front).replace("()", "").strip("《》-_")
    name = _ABOUT.sub("", _ABOUT.sub("", name)).removeprefix("年度").removesuffix("年度")
    return _in_full_width(name) if is_agency(name) or is_place(name) else ""


@lru_cache(maxsize=16384)
def is_agency(text: str) -> bool:
    """Whether a text has the form of the name of a reporting body, and nothing more."""
    return _AGENCY.fullmatch(text) is not None and _NOT_AN_AGENCY.search(text) is None


def is_place(text: str) -> bool:
    """Whether a text has the form of the name of a division (南京市鼓楼区), as governments use for themselves."""
    return _PLACE.fullmatch(text) is not None and _NOT_AN_AGENCY.search(text) is None
