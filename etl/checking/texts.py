"""The third door of checking: rules about the text of reports, for a shard of them."""

from collections.abc import Callable
from typing import Final

import polars as pl

from etl.checking.check import Checked, gathered
from etl.checking.finding import Judged
from etl.checking.narrative import judge_counts
from etl.checking.passages import Passages, lay_out_texts
from etl.checking.residue import judge_text_name, judge_text_year
from etl.checking.sections_told import judge_no_measures, judge_problems_empty, judge_sections
from etl.vocabulary.rules import Rule
from etl.vocabulary.rules_of_texts import RULES_OF_TEXTS

JUDGES_OF_TEXTS: Final[dict[str, Callable[[Rule, Passages], Judged]]] = {
    "TX.COUNT": judge_counts,
    "TX.YEAR": judge_text_year,
    "TX.NAME": judge_text_name,
    "TX.SECTIONS": judge_sections,
    "TX.PROBLEMS_EMPTY": judge_problems_empty,
    "TX.NO_MEASURES": judge_no_measures,
}
"""Every declared rule about texts and the function that judges it."""


def check_texts(sections: pl.DataFrame, cells: pl.DataFrame, reports: pl.DataFrame) -> Checked:
    """The findings and the judgements of the texts of the reports given; pass current reports only.

    `sections`: document_id, position, section, heading, text, place. `cells` and `reports`: as for
    `etl.checking.check.check`. Nothing can be assessed of a report without sections.
    """
    passages = lay_out_texts(sections, cells, reports)
    judged = {rule.name: JUDGES_OF_TEXTS[rule.name](rule, passages) for rule in RULES_OF_TEXTS}
    return gathered(judged, passages.reports)
