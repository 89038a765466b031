"""Which place a name begins with, and what is left of it: 山东省济南市市中区交通运输局 → 市中区 and 交通运输局.

The longest reading wins, so that a parent in short form is taken only where its own division follows (济南市中区 is
市中区 of 济南), and a place name inside a longer word is not a place (市中级人民法院, 朝阳市场).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.recognising.gazetteer import Gazetteer, Regions
from etl.vocabulary.agencies import (
    NATIONAL_BEGINNINGS,
    SECTOR_BY_VARIANT,
    TOWNSHIP_ENDINGS,
    WORDS_LIKE_PLACES,
    ZONE_ENDINGS,
)
from etl.vocabulary.regions import Region

_SHORTEST_NAME = 2
_UNKNOWN_PLACE = re.compile(r"[\u4e00-\u9fff]{1,9}?(?:自治县|自治州|自治旗)|[\u4e00-\u9fff]{1,5}?[县市区旗]")
_GENERIC_PLACE = re.compile(r"[省市县区旗州]")
_TOWN_BEHIND = re.compile(r"街道|镇(?:人民政府|政府|$)")
_MARKET = re.compile(r"市场(?:监|管理|和|服务|秩序|发展)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a name begins: `place` as printed ("" for none), the divisions it can mean, and the rest.

    `unknown` is a place that follows and that the gazetteer does not have in `regions` (郑县; 鼓楼区 after 枣庄市), ""
    when there is none. `is_short` says that the place was written without its kind.
    """

    place: str
    regions: Regions
    rest: str
    unknown: str = ""
    is_short: bool = False


@lru_cache(maxsize=16384)
def read_name(name: str, gazetteer: Gazetteer, year: int | None) -> Reading:
    """The place with which the name of an agency begins, chosen by year as in `Gazetteer.named`."""
    own = name
    for beginning in NATIONAL_BEGINNINGS:
        own = own.removeprefix(beginning)
    length, regions = _longest_chain(own, gazetteer, year, ())
    if regions:
        rest = own[length:]
        return Reading(own[:length], regions, rest, _unknown_place(rest))
    if unknown := _unknown_place(own):
        return Reading("", (), own, unknown)
    return _read_short(own, gazetteer, year) or Reading("", (), own)


def _longest_chain(text: str, gazetteer: Gazetteer, year: int | None, outer: Regions) -> tuple[int, Regions]:
    """How many characters of the text are a place, level by level, and the divisions that the last one can mean."""
    best: tuple[int, Regions] = (0, ())
    for length, regions, must_continue in _first_places(text, gazetteer, year, outer):
        further, inner = _longest_chain(text[length:], gazetteer, year, regions)
        if not inner and must_continue:
            continue
        best = max(best, (length + further, inner or regions), key=lambda found: found[0])
    return best


def _first_places(
    text: str, gazetteer: Gazetteer, year: int | None, outer: Regions
) -> Iterator[tuple[int, Regions, bool]]:
    """Each place within `outer` with which the text begins; a short form counts only when a division of it follows."""
    for length in range(_SHORTEST_NAME, min(len(text), gazetteer.longest_name) + 1):
        if regions := _within(gazetteer.named(text[:length], year), outer, gazetteer):
            if not _is_in_a_longer_word(text, length):
                yield length, regions, False
        elif regions := _within(gazetteer.named_short(text[:length], year), outer, gazetteer):
            yield length, regions, True


def _within(regions: Regions, outer: Regions, gazetteer: Gazetteer) -> Regions:
    if not outer:
        return regions
    codes = {region.region_code for region in outer}
    lineages = ((region, gazetteer.lineage(region.region_code)[:-1]) for region in regions)
    return tuple(region for region, above in lineages if any(one.region_code in codes for one in above))


def _is_in_a_longer_word(text: str, length: int) -> bool:
    """朝阳市 in 朝阳市场, 城区 in 城区街道: the name goes on."""
    return (_MARKET.match(text, length - 1) or _TOWN_BEHIND.match(text, length)) is not None


def _unknown_place(text: str) -> str:
    """A division at the beginning of the text whatever the gazetteer says; "" for zones and words as 城市管理."""
    found = _UNKNOWN_PLACE.match(text)
    if found is None or begins_with_sector(text) or _GENERIC_PLACE.match(text) or zone_of(text):
        return ""
    is_a_word = text.startswith(WORDS_LIKE_PLACES) or _is_in_a_longer_word(text, found.end())
    return "" if is_a_word else found[0]


def _read_short(name: str, gazetteer: Gazetteer, year: int | None) -> Reading | None:
    """A place without its kind, only where the name of a department or government follows: 枣庄商务局."""
    for length in range(min(len(name), gazetteer.longest_name), _SHORTEST_NAME - 1, -1):
        rest = name[length:]
        if not (begins_with_sector(rest) or rest.startswith("人民政府")):
            continue
        if not begins_with_sector(name) and (regions := gazetteer.named_short(name[:length], year)):
            return Reading(name[:length], regions, rest, is_short=True)
    return None


_BRANCH = re.compile(r"局([\u4e00-\u9fff]{2,8}?)分局")


def branch_place(reading: Reading, gazetteer: Gazetteer, year: int | None) -> Region | None:
    """The county that a branch is named after (淄博市生态环境局临淄分局), within the place of the name; or None."""
    found = _BRANCH.search(reading.rest)
    if found is None or not reading.regions:
        return None
    named = gazetteer.named(found[1], year) or gazetteer.named_short(found[1], year)
    inner = _within(named, reading.regions, gazetteer)
    return inner[0] if len(inner) == 1 else None


_SECTOR = re.compile("|".join(sorted(map(re.escape, SECTOR_BY_VARIANT), key=len, reverse=True)))


def begins_with_sector(text: str) -> bool:
    """Whether a field of work (商务, 城市管理) stands at the beginning; 公安县 is a county."""
    found = _SECTOR.match(text)
    return found is not None and not text.startswith("县", found.end())


def sector_of(text: str) -> str | None:
    """The sector whose words stand first in the name of a department; None when there are none."""
    found = _SECTOR.search(text.replace("人民政府", "政府"))
    return SECTOR_BY_VARIANT[found[0]] if found else None


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_TOWNSHIP = re.compile(rf"[\u4e00-\u9fff]{{1,14}}?(?:{_any_of(TOWNSHIP_ENDINGS)})")
_ZONE = re.compile(rf"[\u4e00-\u9fff（）()]{{0,14}}?(?:{_any_of(ZONE_ENDINGS)})")


def is_township(text: str) -> bool:
    """Whether what follows the place is the name of a township, town or subdistrict office, and nothing more."""
    return _TOWNSHIP.fullmatch(text) is not None


def zone_of(text: str) -> str:
    """The development zone or park at the beginning of what follows the place; "" when there is none."""
    found = _ZONE.match(text)
    return found[0] if found else ""
