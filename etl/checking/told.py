"""A part of a report, and what was found in it that is not the report's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from etl.checking.counts import places_of
from etl.checking.finding import Quote
from etl.checking.passages import Sentence


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a report, with what is known of the report.

    `places`: the names of its division and of those above; None where not known. `names_left`: names of others that
    stand in section five, as comparing texts found; None for none.
    """

    report: int
    agency: str
    year: int
    title: str
    section: str
    text: str
    place: str
    places: Sequence[str] | None = None
    names_left: Sequence[str] | None = None

    def quote(self, sentence: Sentence, said: str, start: int) -> Quote:
        """A sentence of it, with the words that begin at a place of the squeezed sentence."""
        places = places_of(sentence.text, start, start + len(said))
        return Quote(self.section, sentence.position, sentence.text, self.place, said, *places)


@dataclass(frozen=True, slots=True)
class Found:
    """Something that is not the report's: what it says, and whether that leaves no doubt.

    `doubt`: what leaves one, in Chinese and English; None for what the rule says of its doubts.
    """

    quote: Quote
    said: str
    is_certain: bool
    doubt: tuple[str, str] | None = None


Finder = Callable[[Sequence[Part]], Iterator[Found]]
"""Finds in all parts of a report what is not its own."""
