"""How far the labelling of section five agrees with people, and what it costs a report."""

import time
from pathlib import Path

import polars as pl

from etl.demo.corpus import write_corpus
from etl.pipeline import load
from etl.reuse.labelling import label
from etl.reuse.lexicon import read_lexicon
from etl.vocabulary.themes import STANDARD
from tests.loads import frame
from tests.rules.agreement import KINDS, Measured, measured

_TIMES = 3


def print_labelling(folder: Path, reports: int) -> None:
    """The agreement over each kind of labelled sentences, then the milliseconds of so many invented reports."""
    for kind in KINDS:
        _print_agreement(kind, measured(kind))
    load([write_corpus(folder / "labelled", reports, seed=1).folder], folder / "labelled-data", jobs=1)
    query = "SELECT report_number, position, text FROM sentences ORDER BY report_number, position"
    sentences = frame(folder / "labelled-data", query)
    number = sentences["report_number"].n_unique()
    spent = 1000 * min(_seconds(sentences) for _ in range(_TIMES)) / number
    print(
        f"  {spent:.3f} ms of the processor a report with {sentences.height / number:.1f} sentences, "
        f"{sentences['text'].n_unique() / sentences.height:.0%} of them different",
        flush=True,
    )


def _print_agreement(kind: str, agreed: Measured) -> None:
    print(f"\n{kind}: {agreed.sentences} sentences, kappa of roles {agreed.roles_kappa:.2f}, ", end="")
    print(f"of themes {agreed.themes_kappa:.2f}; precision and recall of each:")
    for one in (*agreed.roles, agreed.all_themes, *agreed.themes):
        counts = f"{one.right} right of {one.given} given and {one.labelled} labelled"
        print(f"  {one.name:16}{one.precision:8.1%}{one.recall:8.1%}   {counts}")


def _seconds(sentences: pl.DataFrame) -> float:
    """Seconds of the processor, all threads together."""
    lexicon, began = read_lexicon(STANDARD / "none"), time.process_time()
    label(sentences, lexicon)
    return time.process_time() - began
