"""Section five as a body writes it: sentences with gaps for names, years and digits, which a copy fills in anew."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final, Literal

from etl.demo.texts import Speaker
from etl.demo.themes import Part, around, sentence_on, themes

Shape = Literal["two_parts", "measures_first", "paired"]
"""Problems before measures under two sub-headings, the reverse, or each problem with its measure."""

_SHAPES: Final[tuple[Shape, ...]] = ("two_parts",) * 7 + ("measures_first", "paired", "paired")
_STOCK_SHARES: Final[dict[Part, float]] = {"problem": 0.4, "measure": 0.35}
"""How many begin with the sentence that everybody uses."""
_ORDINALS: Final = ("一是", "二是", "三是", "四是", "五是")
_REWRITTEN: Final = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Point:
    """What is wanting in a theme, and what is done about it."""

    theme: str
    problem: str
    measure: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the points; `link` leads from a problem to its measure. All but the headings may be ""."""

    shape: Shape
    headings: tuple[str, str]
    openings: tuple[str, str]
    link: str
    closing: str


@dataclass(frozen=True, slots=True)
class Five:
    """Section five before its gaps are filled.

    `digits` fill {n}, {m} and {k}; `year` is the year that a text copied to the letter still speaks of, None for the
    year of the report; `residue` is a last sentence as somebody else wrote it.
    """

    frame: Frame
    points: tuple[Point, ...]
    digits: tuple[int, int, int]
    year: int | None = None
    residue: str = ""

    @property
    def named(self) -> frozenset[str]:
        """The themes that it names."""
        return frozenset(point.theme for point in self.points)


def composed(points: int, random: Random, wanted: Sequence[str] = (), avoided: Collection[str] = ()) -> Five:
    """A text written anew, of so many points, on the wanted themes first; one of a single point is short."""
    frame = new_frame(random, is_short=points == 1)
    return Five(frame, new_points(points, random, wanted, avoided), new_digits(random))


def new_frame(random: Random, *, is_short: bool = False) -> Frame:
    """Headings, openings and a closing; short texts have headings and the first opening only."""
    headings = random.choice(around("heading", "problem")), random.choice(around("heading", "measure"))
    openings = _opening("problem", random), _opening("measure", random)
    closing = random.choice(around("closing"))
    if is_short:
        return Frame("two_parts", headings, (openings[0], ""), "", "")
    link = random.choice(around("link", "measure"))
    return Frame(random.choice(_SHAPES), headings, openings, link, closing if random.random() < 0.8 else "")


def _opening(part: Part, random: Random) -> str:
    is_stock = random.random() < _STOCK_SHARES[part]
    return random.choice(around("stock" if is_stock else "opening", part))


def new_points(
    count: int, random: Random, wanted: Sequence[str] = (), avoided: Collection[str] = ()
) -> tuple[Point, ...]:
    """So many points on different themes: the wanted ones, then others, those to be avoided last."""
    first = list(wanted)[:count]
    others = random.sample([theme for theme in themes() if theme not in first], k=len(themes()) - len(first))
    others.sort(key=lambda theme: theme in avoided)
    return tuple(new_point(theme, random) for theme in (*first, *others)[:count])


def new_point(theme: str, random: Random) -> Point:
    """A problem and a measure."""
    return Point(theme, sentence_on(theme, "problem", random), sentence_on(theme, "measure", random))


def new_digits(random: Random) -> tuple[int, int, int]:
    """What fills {n}, {m} and {k}."""
    return random.randint(12, 60), random.randint(2, 9), random.randint(3, 11)


def edited(five: Five, random: Random) -> Five:
    """The text with one to three of its sentences written anew, on the same themes, and other digits."""
    points = list(five.points)
    places = [(place, part) for place in range(len(points)) for part in ("problem", "measure")]
    for place, part in random.sample(places, k=min(random.choice(_REWRITTEN), len(places) - 1)):
        anew = new_point(points[place].theme, random)
        points[place] = replace(points[place], **{part: getattr(anew, part)})
    return replace(five, points=tuple(points), digits=new_digits(random), year=None, residue="")


def written(five: Five, speaker: Speaker) -> tuple[str, ...]:
    """The paragraphs with names, years and digits filled in."""
    year = five.year or speaker.year
    n, m, k = five.digits
    gaps = {"office": speaker.office, "year": year, "next_year": year + 1, "n": n, "m": m, "k": k}
    paragraphs = [paragraph.format(**gaps) for paragraph in _paragraphs(five) if paragraph]
    return (*paragraphs, five.residue) if five.residue else tuple(paragraphs)


def _paragraphs(five: Five) -> list[str]:
    frame, opening = five.frame, five.frame.openings
    if frame.shape == "paired":
        pairs = [f"{point.problem}。{frame.link}{point.measure}" for point in five.points]
        return [
            opening[0],
            *(f"{ordinal}{pair}。" for ordinal, pair in zip(_ORDINALS, pairs, strict=False)),
            frame.closing,
        ]
    problems = opening[0] + _listed([point.problem for point in five.points])
    measures = opening[1] + _listed([point.measure for point in five.points])
    if frame.shape == "measures_first":
        headings = [heading[3:] for heading in frame.headings]
        return [f"（一）{headings[1]}", measures, f"（二）{headings[0]}", problems, frame.closing]
    return [frame.headings[0], problems, frame.headings[1], measures, frame.closing]


def _listed(sentences: list[str]) -> str:
    return "".join(f"{ordinal}{sentence}。" for ordinal, sentence in zip(_ORDINALS, sentences, strict=False))
