"""The rules about the text of reports."""

from collections.abc import Callable
from typing import Final

from etl.checking.finding import Checked, Judged, gathered
from etl.checking.narrative import judge_counts
from etl.checking.passages import Passages
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


def check_texts(passages: Passages) -> Checked:
    """The findings and the judgements of the texts; nothing can be assessed of a report without sections."""
    judged = {rule.name: JUDGES_OF_TEXTS[rule.name](rule, passages) for rule in RULES_OF_TEXTS}
    return gathered(judged, passages.material.reports)
