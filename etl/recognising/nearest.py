"""Names near to one that the gazetteer lacks, to be offered to a person, never taken."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from etl.recognising.gazetteer import Gazetteer, Regions
from etl.vocabulary.regions import Region

_MOST = 8


@lru_cache(maxsize=1024)
def nearest_places(name: str, gazetteer: Gazetteer, year: int | None, outer: tuple[str, ...]) -> Regions:
    """At most eight divisions (within `outer` where given) that differ by one character, the likeliest first.

    Characters of one radical stand together in Unicode, so a neighbour (郏 for 郑) is likelier than another.
    """
    near = [known for known in gazetteer.names() if Levenshtein.distance(name, known, score_cutoff=1) <= 1]
    regions = (
        region
        for known in sorted(near, key=lambda known: _unlikeness(name, known))
        for region in gazetteer.named(known, year)
    )
    by_code = {region.region_code: region for region in regions if _is_possible(region, gazetteer, year, outer)}
    return tuple(by_code.values())[:_MOST]


def _is_possible(region: Region, gazetteer: Gazetteer, year: int | None, outer: tuple[str, ...]) -> bool:
    stands = year is None or region.stood_at_end_of(year)
    return stands and (not outer or any(gazetteer.is_within(region.region_code, code) for code in outer))


def _unlikeness(name: str, known: str) -> tuple[int, str]:
    """How far apart the characters are that differ; one missing or added comes after close neighbours."""
    if len(name) != len(known):
        return (64, known)
    return (sum(abs(ord(one) - ord(other)) for one, other in zip(name, known, strict=True)), known)
