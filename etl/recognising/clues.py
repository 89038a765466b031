"""What in a document helps to tell which place it is from: telephones, postcodes, web sites, places, who published.

Clues are facts of the document, as printed; weighing them is the work of `etl.recognising.evidence`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from etl.reading.document import Document
from etl.recognising.particulars import publishers_said, sites_said
from etl.recognising.report import Clue
from etl.vocabulary.regions import COUNTY, other_names, standard_regions

_MOST_OF_A_KIND: Final = 8
_PHONE: Final = re.compile(r"(?<![0-9])[(（]?(0(?:10|2[0-9]|[3-9][0-9]{2}))[)）]?[-—－–―~\s]{0,3}([0-9]{7,8})(?![0-9])")
_POSTCODE: Final = re.compile(r"邮(?:政)?编(?:码)?[:：\s]{0,3}([0-9]{6})(?![0-9])")
_HOST: Final = re.compile(r"(?<![a-z0-9.-])((?:[a-z0-9-]{1,63}\.){1,8}gov\.cn)(?![a-z0-9-])", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"地址[:：\s]{0,3}((?:[\u4e00-\u9fff]{1,10}?(?:省|自治区|自治州|地区|市|州|盟|县|区|旗))+)"
)
_PART_OF_ADDRESS: Final = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:省|自治区|自治州|地区|市|州|盟|县|区|旗)")
_ABOVE_COUNTIES: Final = ("省", "自治区", "自治州", "地区", "市", "州", "盟")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
_PLACE_ENDING: Final = re.compile("[省市区州盟]")
_ELSEWHERE_BEFORE: Final = ("赴", "学习", "借鉴", "考察", "对标", "前往", "来自")
_ELSEWHERE_BEHIND: Final = ("等地", "等市", "等省", "经验", "学习", "考察", "场")


def find_clues(document: Document, text: str, site: str = "") -> tuple[Clue, ...]:
    """The clues of a document, at most eight of a kind, each once; `text` is its paragraphs, `site` a site's name."""
    addresses = " ".join((*document.links, *(content for _, content in document.meta)))
    whole = f"{document.title}\n{text}"
    found: dict[str, Iterator[str]] = {
        "phone": (f"{area}-{number}" for area, number in _PHONE.findall(text)),
        "postcode": iter(_POSTCODE.findall(text)),
        "domain": _hosts(f"{text}\n{addresses}"),
        "issuer": _issuers(document, text, site),
        "place": _places(whole),
    }
    return tuple(Clue(kind, one) for kind, texts in found.items() for one in islice(_once(texts), _MOST_OF_A_KIND))


def _once(texts: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(texts))


def _hosts(text: str) -> Iterator[str]:
    if "gov.cn" not in text.lower():
        return
    hosts = (host.lower().removeprefix("www.") for host in _HOST.findall(text))
    yield from (host for host in hosts if host != "gov.cn")


def _issuers(document: Document, text: str, site: str) -> Iterator[str]:
    said = (site, *publishers_said(text), *sites_said(document, text))
    yield from (name for name in said if _CHINESE.search(name))


def _places(text: str) -> Iterator[str]:
    """Provinces and prefectures named in the text, and what addresses name above the county, known or not."""
    for chain in _ADDRESS.findall(text):
        yield from (part for part in _PART_OF_ADDRESS.findall(chain) if part.endswith(_ABOVE_COUNTIES))
    names = _names_by_last_two()
    for found in _PLACE_ENDING.finditer(text):
        end = found.end()
        for name in names.get(text[end - 2 : end], ()):
            start = end - len(name)
            if text.startswith(name, max(start, 0)) and not _is_elsewhere(text, start, end):
                yield name
                break


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a place is named as one that somebody travels to or learns from."""
    return text[max(start - 2, 0) : start].endswith(_ELSEWHERE_BEFORE) or text.startswith(_ELSEWHERE_BEHIND, end)


@cache
def _names_by_last_two() -> dict[str, tuple[str, ...]]:
    """Names of provinces and prefectures by their last two characters, the longest first."""
    regions = (region for region in standard_regions() if region.level != COUNTY)
    names = {name for region in regions for name in (region.name, *other_names(region))}
    ranked = sorted(names, key=lambda name: (-len(name), name))
    return {last: tuple(name for name in ranked if name.endswith(last)) for last in {name[-2:] for name in names}}
