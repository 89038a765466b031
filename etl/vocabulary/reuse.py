"""How texts of section five are compared: the published lengths and thresholds, and why a measure may be missing.

Texts are compared after masking: NFKC, no white space, each number one 0, years too, and what the agency calls itself
and the places it lies in as one mark, because copies change exactly these.
"""

from typing import Final

from etl.vocabulary.words import Word

SHORTEST_COMPARED: Final = 200
"""Characters (white space left out) below which a section is not measured."""
FEWEST_COMPARABLE: Final = 30
"""Reports below which nothing is said of what is common or how a report stands among others."""
SHINGLE: Final = 5
"""Characters of a shingle: what containment and resemblance count."""
STICKY: Final = 16
"""Characters in a row that a sentence must share with the report before: eight words of two characters."""
COMMON: Final = 8
"""Characters of a wording that is counted as common to the reports of a year."""
COMMON_FROM: Final = 0.3
COMMON_BELOW: Final = 0.75
"""Wording used by a share of the year's reports from the first to below the second is boilerplate; above, it is mandated."""
ALIKE: Final = 0.5
"""Texts are alike when this share of the shingles of one of them stands in the other."""
SHARED: Final = 0.5
"""A text belongs to those of its first publisher when their resemblance is at least this."""
PEERS_KEPT: Final = 10
"""Texts of other agencies that are kept for a report: those that contain most of it."""

OWN: Final = "own_previous_year"
PEER: Final = "peer"

NO_SECTION: Final = "no_section"
TOO_SHORT: Final = "too_short"
YEAR_NOT_KNOWN: Final = "year_not_known"
NO_PREVIOUS: Final = "no_previous"
PREVIOUS_NO_SECTION: Final = "previous_no_section"
PREVIOUS_TOO_SHORT: Final = "previous_too_short"
TOO_FEW: Final = "too_few"
NONE_ALIKE: Final = "none_alike"


def _reason(name: str, zh: str, en: str) -> Word:
    return Word(name, "reuse_reason", zh, en, zh, en, "Gongkai")


REUSE_REASONS: Final = (
    _reason(NO_SECTION, "年报没有第五部分，或第五部分没有文字", "The report has no section five, or no text in it"),
    _reason(TOO_SHORT, f"第五部分不足 {SHORTEST_COMPARED} 字，不作计算", f"Section five has fewer than {SHORTEST_COMPARED} characters and is not measured"),
    _reason(YEAR_NOT_KNOWN, "年报的年度未能确定", "The year of the report is not known"),
    _reason(NO_PREVIOUS, "本库没有该单位更早年度的年报", "There is no report of an earlier year of the agency"),
    _reason(PREVIOUS_NO_SECTION, "上一份年报没有第五部分，或第五部分没有文字", "The report before has no section five, or no text in it"),
    _reason(PREVIOUS_TOO_SHORT, f"上一份年报的第五部分不足 {SHORTEST_COMPARED} 字", f"Section five of the report before has fewer than {SHORTEST_COMPARED} characters"),
    _reason(TOO_FEW, f"可比年报不足 {FEWEST_COMPARABLE} 份", f"There are fewer than {FEWEST_COMPARABLE} comparable reports"),
    _reason(NONE_ALIKE, f"没有找到重合度达到 {ALIKE:.0%} 的其他单位年报", f"No report of another agency was found with a containment of {ALIKE:.0%} or more"),
)
"""Why a measure of reuse is NULL."""
REASON_COLUMNS: Final = ("reason", "own_reason", "peer_reason", "boilerplate_reason")
"""The columns of `text_reuse` that say so: for all measures, and for those that need other reports."""

BEFORE: Final = "before"
SAME_DAY: Final = "same_day"
ORDER_NOT_KNOWN: Final = "not_known"
