"""The phrases of section five, read from section_five.csv: nine themes, and what is said around them.

Each theme has frames, subjects and clauses for what is wanting and for what is done about it; a theme "" holds
openings, closings, causes and the like. Ten thousand different sentences come of it, before causes are added. All
wording is our own.
"""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, Literal

Part = Literal["problem", "measure"]

_FILE: Final = Path(__file__).with_name("section_five.csv")
_CAUSE_SHARE: Final = {"problem": ("cause", 0.6), "measure": ("how", 0.6)}
"""Which half-sentence may follow a sentence, and how often it does."""


@cache
def _phrases() -> dict[tuple[str, str, str], tuple[str, ...]]:
    """The phrases by theme, part and slot."""
    found: dict[tuple[str, str, str], list[str]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["theme"], row["part"], row["slot"]), []).append(row["text"])
    return {key: tuple(texts) for key, texts in found.items()}


@cache
def themes() -> tuple[str, ...]:
    """The names of the themes."""
    return tuple(dict.fromkeys(theme for theme, _, _ in _phrases() if theme))


def around(slot: str, part: str = "") -> Sequence[str]:
    """What is said around the themes: `opening`, `stock`, `heading` of a part, `closing`."""
    return _phrases()["", part, slot]


def sentence_on(theme: str, part: Part, random: Random) -> str:
    """A sentence on a theme without its full stop; names, years and digits are still gaps."""
    texts = _phrases()
    frame, subject, clause = (random.choice(texts[theme, part, slot]) for slot in ("frame", "subject", "clause"))
    said = frame.replace("{a}", subject).replace("{b}", clause)
    slot, share = _CAUSE_SHARE[part]
    return f"{said}，{random.choice(texts['', part, slot])}" if random.random() < share else said
