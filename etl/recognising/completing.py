"""The whole name of an agency whose title gives only a part (商务局, 鼓楼区), from what the document says."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from etl.recognising.gazetteer import standard_gazetteer
from etl.recognising.place_names import begins_with_sector, read_name
from etl.vocabulary.agencies import LETTERS_OF_NO_PLACE, WORDS_BEFORE_A_PLACE

_GENERIC: Final = re.compile(r"^[省市县区旗州盟](?=.{2})")
_PLACE_ENDINGS: Final = "省市县区旗州盟"
_MOST_MENTIONS: Final = 60
_LONGEST_BEFORE: Final = 16
_CHINESE_AT_END: Final = re.compile(r"[\u4e00-\u9fff]{1,16}$")
_BOUNDARY: Final = "的为由对向在是被经从"
_AT_A_BOUNDARY: Final = re.compile(rf"(?:^|[{_BOUNDARY}])([^{_BOUNDARY}]{{1,2}}[县区市旗])$")
_FEWEST_LETTERS_ANYWHERE: Final = 3


def lacks_place(agency: str) -> bool:
    """Whether a name says what the body does and not where: 商务局, 县商务局, 人民政府."""
    bare = _GENERIC.sub("", agency)
    return begins_with_sector(bare) or bare.startswith(("人民政府", "政府"))


def completed(agency: str, signed: str, site: str, text: str) -> tuple[str, str]:
    """The name with its place and where that was found: `signature`, `text` or `file_title`.

    The name as it is, and "", when the document does not say; the text decides only when it has one such name.
    """
    core = _GENERIC.sub("", agency)
    if signed.endswith(core) and len(signed) > len(agency):
        return signed, "signature"
    if name := _only_name(core, text):
        return name, "text"
    return (site, "file_title") if site.endswith(core) and len(site) > len(agency) else (agency, "")


def completed_government(place: str, signed: str, text: str) -> tuple[str, str]:
    """The name of a government whose title gives only its place: 鼓楼区 → 鼓楼区人民政府, when the document says so."""
    name = f"{place}人民政府"
    if signed == name:
        return name, "signature"
    return (name, "text") if re.search(rf"{re.escape(name)}(?!办公)", text) else (place, "")


def _only_name(core: str, text: str) -> str:
    """The one longer name in the text, of one body written in several lengths the most frequent; "" for several."""
    names = Counter(_longer_names(core, text))
    longest = max(names, key=len, default="")
    is_one = all(longest.endswith(name) for name in names)
    return names.most_common(1)[0][0] if names and is_one else ""


def _longer_names(core: str, text: str) -> Iterator[str]:
    for found in islice(re.finditer(rf"(?<=[{_PLACE_ENDINGS}]){re.escape(core)}", text), _MOST_MENTIONS):
        before = _CHINESE_AT_END.search(text[max(0, found.start() - _LONGEST_BEFORE) : found.start()])
        if before and (place := _place_at_end(before[0])):
            yield place + core


def _place_at_end(text: str) -> str:
    """The place that ends the text, in the gazetteer or not; "" for words such as 全县.

    A name of two characters, and one that no gazetteer has, must follow a mark or a word that ends: the end of
    市商务局和县 or of 创新县 is no county.
    """
    for start in range(len(text) - _FEWEST_LETTERS_ANYWHERE + 1):
        reading = read_name(text[start:], standard_gazetteer(), None)
        if reading.place == text[start:] and not reading.is_short:
            return reading.place
    found = _AT_A_BOUNDARY.search(text)
    return found[1] if found and _is_a_name(found[1]) else ""


def _is_a_name(place: str) -> bool:
    stem = place[:-1]
    is_known = bool(standard_gazetteer().named(place))
    return is_known or (stem not in WORDS_BEFORE_A_PLACE and not LETTERS_OF_NO_PLACE.intersection(stem))
