"""The invented narrative of a report: sentences of our own at random, with the table's numbers in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from etl.demo import phrases
from etl.vocabulary.form import CHANNELS, REQUESTS, REVIEWS, CellKey

Sections = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a text and of which year; `office` is what the body calls itself."""

    agency: str
    office: str
    year: int


def narrative(speaker: Speaker, five: tuple[str, ...], cells: Mapping[CellKey, str], random: Random) -> Sections:
    """The paragraphs of every section, section five as given; counts in them are those of the cells."""
    return {
        "preamble": (_said(phrases.PREAMBLES, speaker, random),),
        "overview": _overview(speaker, cells, random),
        "reviews": _disputes(speaker, cells, random),
        "problems": five,
        "other_matters": (_said(phrases.OTHER_MATTERS, speaker, random),),
    }


def _said(frames: Sequence[str], speaker: Speaker, random: Random, **numbers: object) -> str:
    return random.choice(frames).format(
        agency=speaker.agency, office=speaker.office, year=speaker.year, next_year=speaker.year + 1, **numbers
    )


def _overview(speaker: Speaker, cells: Mapping[CellKey, str], random: Random) -> tuple[str, ...]:
    web, media = random.randint(20, 900), random.randint(5, 400)
    counts = {item: cells[REQUESTS, item, "total"] for item in _NAMED}
    asked = phrases.REQUESTS_NONE if _nothing_asked(counts) else phrases.REQUESTS_SOME
    return (
        _said(phrases.OVERVIEW_OPENINGS, speaker, random),
        _said(phrases.PUBLISHING, speaker, random, posts=web + media, web=web, media=media),
        _said(asked, speaker, random, **counts),
        _said(phrases.MANAGEMENT, speaker, random, checks=random.randint(10, 300)),
        _said(phrases.PLATFORMS, speaker, random, columns=random.randint(1, 9)),
        _said(phrases.SUPERVISION, speaker, random, trainings=random.randint(1, 8)),
    )


_NAMED = ("received", "carried_in", "granted", "granted_in_part", "concluded", "carried_out")


def _nothing_asked(counts: Mapping[str, str]) -> bool:
    return counts["received"] == "0" and counts["carried_in"] == "0"


def _disputes(speaker: Speaker, cells: Mapping[CellKey, str], random: Random) -> tuple[str, ...]:
    reviewed, direct, after = (int(cells[REVIEWS, channel.name, "total"]) for channel in CHANNELS)
    frames = phrases.DISPUTES_SOME if reviewed + direct + after else phrases.DISPUTES_NONE
    return (_said(frames, speaker, random, reviewed=reviewed, sued=direct + after),)
