"""Two texts of section five compared sentence by sentence, and shown so that nothing in them is taken for markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from etl.vocabulary.sentences import sentences_of
from pages.parts.plain import escaped

ALIKE: Final = 0.5
"""From this similarity on, a sentence counts as the other one reworded."""

SAME: Final = "same"
CHANGED: Final = "changed"
ALONE: Final = "alone"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters that stands in the other text too (`shared`), or does not."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and how it stands to the other text: `same`, `changed` (reworded) or `alone` (nothing like it)."""

    text: str
    state: str
    runs: tuple[Run, ...]


def compared(text: str | None, other: str | None) -> list[Sentence]:
    """The sentences of a text, each set against the sentence of the other text it is most like."""
    others = sentences_of(other)
    known = {_key(sentence): sentence for sentence in others}
    return [_against(sentence, others, known) for sentence in sentences_of(text)]


def marked(sentences: Sequence[Sentence], colour: str) -> Iterator[str]:
    """One line of Markdown for each sentence: every letter of the text escaped, what differs on a coloured ground.

    A sign in front says the same without colour: ＝ same, ≈ reworded, ＋ nothing like it in the other text.
    """
    signs = {SAME: "＝", CHANGED: "≈", ALONE: "＋"}
    for sentence in sentences:
        runs = (escaped(r.text) if r.shared else f":{colour}-background[{escaped(r.text)}]" for r in sentence.runs)
        yield f"{signs[sentence.state]} {''.join(runs)}"


def _key(sentence: str) -> str:
    return re.sub(r"\s+", "", sentence)


def _against(sentence: str, others: Sequence[str], known: dict[str, str]) -> Sentence:
    if _key(sentence) in known:
        return Sentence(sentence, SAME, (Run(sentence, shared=True),))
    matchers = [SequenceMatcher(None, sentence, other, autojunk=False) for other in others]
    likely = [matcher for matcher in matchers if matcher.quick_ratio() >= ALIKE]
    nearest = max(likely, key=SequenceMatcher.ratio, default=None)
    if nearest is None or nearest.ratio() < ALIKE:
        return Sentence(sentence, ALONE, (Run(sentence, shared=False),))
    return Sentence(sentence, CHANGED, tuple(_runs(sentence, nearest)))


def _runs(sentence: str, matcher: "SequenceMatcher[str]") -> Iterator[Run]:
    done = 0
    for block in matcher.get_matching_blocks():
        if block.a > done:
            yield Run(sentence[done : block.a], shared=False)
        if block.size:
            yield Run(sentence[block.a : block.a + block.size], shared=True)
        done = block.a + block.size
