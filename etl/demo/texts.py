"""The invented narrative of a report: sentences of our own at random, with the table's numbers in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from etl.demo import phrases
from etl.demo.phrases import THEMES, Theme
from etl.vocabulary.form import CHANNELS, REQUESTS, REVIEWS, CellKey

Sections = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a text and of which year; `office` is what the body calls itself."""

    agency: str
    office: str
    year: int


@dataclass(slots=True)
class Voice:
    """How faithful a body is to its own words: the share it keeps, and what it said of each theme before."""

    keeps: float
    said: dict[str, tuple[str, str]] = field(default_factory=dict)


def narrative(speaker: Speaker, voice: Voice, cells: Mapping[CellKey, str], random: Random) -> Sections:
    """The paragraphs of every section; counts in them are those of the cells."""
    return {
        "preamble": (_said(phrases.PREAMBLES, speaker, random),),
        "overview": _overview(speaker, cells, random),
        "reviews": _disputes(speaker, cells, random),
        "problems": problems(speaker, voice, random),
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


def problems(speaker: Speaker, voice: Voice, random: Random) -> tuple[str, ...]:
    """Section five: two to four themes, each as a problem and as a measure, under two sub-headings.

    The voice remembers what was said of each theme and keeps some of it from year to year.
    """
    said = [_on_theme(theme, voice, random) for theme in _themes(voice, random)]
    closing = _said(phrases.CLOSINGS, speaker, random, month=random.randint(3, 11), count=random.randint(2, 9))
    return (
        random.choice(phrases.PROBLEM_HEADINGS),
        _said(phrases.PROBLEM_OPENINGS, speaker, random) + _listed([problem for problem, _ in said]),
        random.choice(phrases.MEASURE_HEADINGS),
        _said(phrases.MEASURE_OPENINGS, speaker, random) + _listed([measure for _, measure in said]),
        closing,
    )


def _themes(voice: Voice, random: Random) -> list[Theme]:
    known = [theme for theme in THEMES if theme.name in voice.said and random.random() < voice.keeps]
    kept = random.sample(known, k=min(3, len(known)))
    others = [theme for theme in THEMES if theme not in kept]
    return [*kept, *random.sample(others, k=random.choice((0, 1) if len(kept) > 1 else (2, 3, 3, 4)))]


def _on_theme(theme: Theme, voice: Voice, random: Random) -> tuple[str, str]:
    """A problem and a measure on a theme, the same as last time as often as the voice keeps its words."""
    if theme.name not in voice.said or random.random() >= voice.keeps:
        voice.said[theme.name] = (_problem(theme, random), _measure(theme, random))
    return voice.said[theme.name]


def _listed(sentences: list[str]) -> str:
    return "".join(f"{ordinal}{sentence}。" for ordinal, sentence in zip(phrases.ORDINALS, sentences, strict=False))


def _problem(theme: Theme, random: Random) -> str:
    frame = random.choice(theme.problems)
    return frame.format(a=random.choice(theme.problem_a), b=random.choice(theme.problem_b))


def _measure(theme: Theme, random: Random) -> str:
    frame = random.choice(theme.measures)
    return frame.format(a=random.choice(theme.measure_a), b=random.choice(theme.measure_b))
