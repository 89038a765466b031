"""What the judges of texts look at: sections, and the totals of tables three and four that they speak of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.checking.finding import Quote
from etl.checking.material import Material
from etl.vocabulary.form import SECTIONS
from etl.vocabulary.narrative import SENTENCE
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN

_SENTENCE: Final = re.compile(SENTENCE)


@dataclass(frozen=True, slots=True)
class Passages:
    """The frames that every judge of texts is given; `report` numbers the reports of the batch from 0.

    `material`: their reports and cells. `sections`: one row per part of a text (`report`, `position`, `section`,
    `heading`, `text`, `place`), in order. `is_read`: of every report whether it has any.
    """

    material: Material
    sections: pl.DataFrame
    is_read: pl.Series

    @property
    def reports(self) -> pl.DataFrame:
        """As in `material`."""
        return self.material.reports


def lay_out_texts(sections: pl.DataFrame, material: Material) -> Passages:
    """The passages of a batch; what belongs to no report of it is dropped.

    `sections`: report_number, position, section, heading, text, place.
    """
    numbers = material.reports.select("report_number", "report")
    mine = sections.join(numbers, on="report_number").sort("report", "position")
    is_read = material.reports.get_column("report").is_in(mine.get_column("report").unique().implode())
    return Passages(material, mine.drop("report_number"), is_read)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a section: its number from 1, its text, and the sentence before it in the same paragraph."""

    position: int
    text: str
    before: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a section."""
    position = 0
    for paragraph in text.split("\n"):
        before = ""
        for sentence in sentences_in(paragraph):
            position += 1
            yield Sentence(position, sentence.strip(), before)
            before = sentence


def sentences_in(paragraph: str) -> list[str]:
    """The sentences of a paragraph as `SENTENCE` finds them."""
    return _SENTENCE.findall(paragraph)


def judged_rows(judged: Sequence[tuple[int, str]]) -> pl.DataFrame:
    """Reports and the states of their judgements as rows of `report`, `state`."""
    columns = {"report": [report for report, _ in judged], "state": [state for _, state in judged]}
    return pl.DataFrame(columns, schema=_JUDGED)


def all_in(state: str, reports: pl.Series) -> pl.DataFrame:
    """One judgement for each of the reports, all of the same state: rows of `report`, `state`."""
    return pl.DataFrame({"report": reports}).with_columns(state=pl.lit(state))


def tally(passages: Passages, judged: pl.DataFrame) -> pl.DataFrame:
    """The judgements (`report`, `state`) counted by report; one cannot be assessed where no text was read."""
    counted = judged.group_by("report").agg(
        **{name: (pl.col("state") == state).sum() for state, name in _COLUMNS.items()}
    )
    every = passages.reports.select("report").join(counted, on="report", how="left", maintain_order="left")
    unread = ~passages.is_read
    return every.with_columns(pl.col(*_COLUMNS.values()).fill_null(0)).with_columns(
        pl.col("not_assessable") + unread.cast(pl.UInt32)
    )


_COLUMNS: Final = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}
_JUDGED: Final = pl.Schema({"report": pl.UInt32(), "state": pl.String()})


def section_label(section: str, language: str) -> str:
    """A section in the words of the form."""
    return _SECTION_WORDS[section].label(language)


def told_in(quote: Quote, language: str) -> str:
    """Where the words stand, and the words: 总体情况第 3 句说“…”."""
    label = section_label(quote.section, language)
    if language == "en":
        return f"{label}, sentence {quote.position} says “{quote.said}”"
    return f"{label}第 {quote.position} 句说“{quote.said}”"


_SECTION_WORDS: Final = {word.name: word for word in SECTIONS}
