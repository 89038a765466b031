"""How far the labelling agrees with people: sentences of our own making like those of section five, labelled by hand.

`labelled_sentences_of_problems.csv` holds them by text, in order. kind `worked` was at hand while words and rules were
written; kind `held_out` was written and labelled before them, in one go and by the same hand, and never tuned on.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from etl.reuse.labelling import label
from etl.reuse.lexicon import read_lexicon
from etl.vocabulary.themes import ROLES, STANDARD

FILE: Final = Path(__file__).with_name("labelled_sentences_of_problems.csv")
KINDS: Final = ("worked", "held_out")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often one label is given by the program and by a person."""

    name: str
    right: int
    given: int
    labelled: int

    @property
    def precision(self) -> float:
        """The share of what the program gives that people give too; 1 when it gives nothing."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what people give that the program gives too; 1 when there is nothing to give."""
        return self.right / self.labelled if self.labelled else 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Roles and themes of one kind of sentences: each label, and Cohen's kappa of all.

    `themes_kappa` is over every pair of sentence and theme: given or not.
    """

    sentences: int
    roles: tuple[Agreement, ...]
    roles_kappa: float
    themes: tuple[Agreement, ...]
    all_themes: Agreement
    themes_kappa: float


def labelled(kind: str) -> pl.DataFrame:
    """Sentences of a kind, with role and themes as people say and as the program says (given_role, given_themes)."""
    said = pl.read_csv(FILE).filter(pl.col("kind") == kind)
    position = pl.int_range(1, pl.len() + 1).over("text")
    asked = said.select(report_number="text", position=position, text="sentence")
    given = label(asked, read_lexicon(STANDARD / "none"))
    themes = [json.loads(themes) for themes in given["themes"]]
    return said.select(
        "text",
        "sentence",
        "role",
        themes=pl.col("themes").fill_null("").str.extract_all(r"\S+"),
        given_role=given["role"],
        given_themes=pl.Series(themes, dtype=pl.List(pl.String)),
    )


def measured(kind: str) -> Measured:
    """The agreement over the sentences of a kind."""
    rows = labelled(kind)
    roles = list(zip(rows["role"], rows["given_role"], strict=True))
    both = list(zip(rows["themes"].to_list(), rows["given_themes"].to_list(), strict=True))
    names = sorted({theme for pair in both for themes in pair for theme in themes})
    pairs = {name: [(name in said, name in given) for said, given in both] for name in names}
    every = [pair for name in names for pair in pairs[name]]
    return Measured(
        rows.height,
        tuple(_agreement(word.name, [(word.name == a, word.name == b) for a, b in roles]) for word in ROLES),
        kappa(roles),
        tuple(_agreement(name, pairs[name]) for name in names),
        _agreement("all", every),
        kappa(every),
    )


def _agreement(name: str, pairs: Sequence[tuple[bool, bool]]) -> Agreement:
    return Agreement(name, sum(a and b for a, b in pairs), sum(b for _, b in pairs), sum(a for a, _ in pairs))


def kappa(pairs: Iterable[tuple[object, object]]) -> float:
    """Cohen's kappa of two who label the same things: agreement beyond that of chance."""
    counted = Counter(pairs)
    total = counted.total()
    observed = sum(times for (a, b), times in counted.items() if a == b) / total
    first, second = Counter[object](), Counter[object]()
    for (a, b), times in counted.items():
        first[a] += times
        second[b] += times
    chance = sum(first[name] * second[name] for name in first) / total**2
    return (observed - chance) / (1 - chance) if chance < 1 else 1.0
