"""Two texts of section five compared sentence by sentence, and shown so that nothing in them is taken for markup."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from etl.vocabulary.sentences import sentences_of
from pages.parts.plain import escaped

ALIKE: Final = 0.5
"""From this similarity on, a sentence counts as the other one reworded."""

_CANDIDATES: Final = 3
"""How many of the other sentences are looked at letter by letter: those with the most letters in the same order."""

LETTERS_COMPARED: Final = 12_000
SENTENCES_COMPARED: Final = 300
"""What is longer than this is no section five, and would hold up everybody else."""
_LONG_SENTENCE: Final = 300
"""In longer ones, letters that stand everywhere are no beginning of a run: to try each takes minutes."""
_KEPT: Final = 128

SAME: Final = "same"
CHANGED: Final = "changed"
ALONE: Final = "alone"
UNCOMPARED: Final = "uncompared"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters that stands in the other text too (`shared`), or does not."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and how it stands to the other text: `same`, `changed` (reworded), `alone` (nothing like it).

    `uncompared` where one of the texts is too long.
    """

    text: str
    state: str
    runs: tuple[Run, ...]


@lru_cache(maxsize=_KEPT)
def compared(text: str | None, other: str | None) -> tuple[Sentence, ...]:
    """The sentences of a text, each set against the sentence of the other text it is most like; kept for the next run.

    All are uncompared where one of the texts is too long to be compared sentence by sentence.
    """
    own, others = sentences_of(text), sentences_of(other)
    if max(len(text or ""), len(other or "")) > LETTERS_COMPARED or max(len(own), len(others)) > SENTENCES_COMPARED:
        return tuple(Sentence(sentence, UNCOMPARED, (Run(sentence, shared=True),)) for sentence in own)
    known = frozenset(map(_key, others))
    return tuple(_against(sentence, others, known) for sentence in own)


def marked(sentences: Sequence[Sentence], colour: str) -> Iterator[str]:
    """One line of Markdown for each sentence: every letter of the text escaped, what differs on a coloured ground.

    A sign in front says it without colour: ＝ same, ≈ reworded, ＋ nothing like it in the other text, ？ uncompared.
    """
    signs = {SAME: "＝", CHANGED: "≈", ALONE: "＋", UNCOMPARED: "？"}
    for sentence in sentences:
        runs = (escaped(r.text) if r.shared else f":{colour}-background[{escaped(r.text)}]" for r in sentence.runs)
        yield f"{signs[sentence.state]} {''.join(runs)}"


def _key(sentence: str) -> str:
    return re.sub(r"\s+", "", sentence)


def _against(sentence: str, others: Sequence[str], known: Set[str]) -> Sentence:
    if _key(sentence) in known:
        return Sentence(sentence, SAME, (Run(sentence, shared=True),))
    nearest = max(_candidates(sentence, others), key=SequenceMatcher.ratio, default=None)
    if nearest is None or nearest.ratio() < ALIKE:
        return Sentence(sentence, ALONE, (Run(sentence, shared=False),))
    return Sentence(sentence, CHANGED, tuple(_runs(sentence, nearest)))


def _candidates(sentence: str, others: Sequence[str]) -> "list[SequenceMatcher[str]]":
    """The sentences that may be this one reworded.

    `fuzz.ratio` is quick and never below the ratio that decides, so that none is lost by its bound.
    """
    found = process.extract(sentence, others, scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=100 * ALIKE)
    return [
        SequenceMatcher(None, sentence, other, autojunk=max(len(sentence), len(other)) > _LONG_SENTENCE)
        for other, _, _ in found
    ]


def _runs(sentence: str, matcher: "SequenceMatcher[str]") -> Iterator[Run]:
    done = 0
    for block in matcher.get_matching_blocks():
        if block.a > done:
            yield Run(sentence[done : block.a], shared=False)
        if block.size:
            yield Run(sentence[block.a : block.a + block.size], shared=True)
        done = block.a + block.size
