"""What the judges of texts look at: sections, and the totals of tables three and four that they speak of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.checking.finding import Quote, Violation
from etl.checking.material import with_codes
from etl.one_row import one_row_by
from etl.vocabulary.form import FORM_2019, MISSING, REQUESTS, REVIEWS, SECTIONS
from etl.vocabulary.narrative import SENTENCE
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN

_SENTENCE: Final = re.compile(SENTENCE)
_IS_TOTAL: Final = ((pl.col("table_name") == REQUESTS) & (pl.col("measure") == "total")) | (
    pl.col("table_name") == REVIEWS
)


@dataclass(frozen=True, slots=True)
class Passages:
    """The frames that every judge of texts is given; `report` numbers the reports of the shard from 0.

    `reports`: as given to `check_texts`, with `report` and `one_row` (whether （六）其他处理 is printed as one row).
    `sections`: one row per part of a text (`report`, `position`, `section`, `heading`, `text`, `place`), in order.
    `totals`: one row per total of table three and cell of table four (`report`, `code`, `value`, `status`, `place`).
    `tables`: one row per report and of these tables that the document has (`report`, `table_name`).
    """

    reports: pl.DataFrame
    sections: pl.DataFrame
    totals: pl.DataFrame
    tables: pl.DataFrame


def lay_out_texts(sections: pl.DataFrame, cells: pl.DataFrame, reports: pl.DataFrame) -> Passages:
    """The passages of a shard; what belongs to documents that are no report here is dropped."""
    numbered = reports.with_row_index("report")
    numbers = numbered.select("document_id", "report")
    totals = with_codes(cells.filter(_IS_TOTAL).join(numbers, on="document_id"))
    with_rows = numbered.join(one_row_by(totals, "report"), on="report", how="left", maintain_order="left")
    return Passages(
        with_rows.with_columns(pl.col("one_row").fill_null(pl.col("form") == FORM_2019)),
        sections.join(numbers, on="document_id").sort("report", "position"),
        totals.select("report", "code", "value", "status", "place"),
        totals.filter(pl.col("status") != MISSING).select("report", "table_name").unique(),
    )


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a section: its number from 1, its text, and the sentence before it in the same paragraph."""

    position: int
    text: str
    before: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a section as `SENTENCE` finds them."""
    position = 0
    for paragraph in text.split("\n"):
        before = ""
        for sentence in _SENTENCE.findall(paragraph):
            position += 1
            yield Sentence(position, sentence.strip(), before)
            before = sentence


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judgement about a report: its state, and the violation unless it passed."""

    report: int
    state: str
    violation: Violation | None = None


def tally(passages: Passages, outcomes: Iterable[Outcome]) -> pl.DataFrame:
    """How many judgements of each state a report has; one that cannot be assessed where no text was read."""
    rows = pl.DataFrame([(one.report, one.state) for one in outcomes], schema=_OUTCOMES, orient="row")
    counted = rows.group_by("report").agg(
        **{name: (pl.col("state") == state).sum() for state, name in _COLUMNS.items()}
    )
    read = passages.sections.select("report", is_read=pl.lit(value=True)).unique()
    every = passages.reports.select("report").join(read, on="report", how="left").join(counted, on="report", how="left")
    unread = pl.col("is_read").is_null().cast(pl.UInt32)
    return every.select(
        "report",
        *(pl.col(name).fill_null(0) for name in _COLUMNS.values() if name != "not_assessable"),
        not_assessable=pl.col("not_assessable").fill_null(0) + unread,
    )


_COLUMNS: Final = {PASSED: "passed", FAIL: "failed", UNCERTAIN: "uncertain", NOT_ASSESSABLE: "not_assessable"}
_OUTCOMES: Final = pl.Schema({"report": pl.UInt32(), "state": pl.String()})


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
