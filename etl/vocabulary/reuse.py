"""How texts of section five are compared: the published lengths and thresholds, and why a measure may be missing.

Texts are compared after masking: NFKC, no white space, each number one 0, years too, and what the agency calls itself
and the places it lies in as one mark, because copies change exactly these.
"""

from typing import Final

from etl.vocabulary.indicator import PEER
from etl.vocabulary.words import Word

SHORTEST_COMPARED: Final = 200
"""Characters (white space left out) below which a section is not measured."""
LONGEST_COMPARED: Final = 20_000
"""Characters above which a text is no section five; to compare two such takes minutes."""
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
"""Texts of other agencies that are kept for a report, the closest; those that a measure rests on are kept beside them."""

OWN_REPORT: Final = "own_previous_year"
PEER_REPORT: Final = PEER

NO_SECTION: Final = "no_section"
TOO_SHORT: Final = "too_short"
TOO_LONG: Final = "too_long"
YEAR_NOT_KNOWN: Final = "year_not_known"
NO_PREVIOUS: Final = "no_previous"
PREVIOUS_NO_SECTION: Final = "previous_no_section"
PREVIOUS_TOO_SHORT: Final = "previous_too_short"
PREVIOUS_TOO_LONG: Final = "previous_too_long"
TOO_FEW: Final = "too_few"
NONE_ALIKE: Final = "none_alike"


def _reason(name: str, zh: str, en: str) -> Word:
    return Word(name, "reuse_reason", zh, en, zh, en, "Gongkai")


REUSE_REASONS: Final = (
    _reason(NO_SECTION, "年报没有第五部分，或第五部分没有文字", "The report has no section five, or no text in it"),
    _reason(TOO_SHORT, f"第五部分不足 {SHORTEST_COMPARED} 字，不作计算", f"Section five has fewer than {SHORTEST_COMPARED} characters and is not measured"),
    _reason(TOO_LONG, f"第五部分超过 {LONGEST_COMPARED} 字，可能没有读对，不作计算", f"Section five has more than {LONGEST_COMPARED} characters, may be misread, and is not measured"),
    _reason(YEAR_NOT_KNOWN, "年报的年度未能确定", "The year of the report is not known"),
    _reason(NO_PREVIOUS, "本库没有该单位更早年度的年报", "There is no report of an earlier year of the agency"),
    _reason(PREVIOUS_NO_SECTION, "上一份年报没有第五部分，或第五部分没有文字", "The report before has no section five, or no text in it"),
    _reason(PREVIOUS_TOO_SHORT, f"上一份年报的第五部分不足 {SHORTEST_COMPARED} 字", f"Section five of the report before has fewer than {SHORTEST_COMPARED} characters"),
    _reason(PREVIOUS_TOO_LONG, f"上一份年报的第五部分超过 {LONGEST_COMPARED} 字", f"Section five of the report before has more than {LONGEST_COMPARED} characters"),
    _reason(TOO_FEW, f"可比年报不足 {FEWEST_COMPARABLE} 份", f"There are fewer than {FEWEST_COMPARABLE} comparable reports"),
    _reason(NONE_ALIKE, f"没有找到重合度达到 {ALIKE:.0%} 的其他单位年报", f"No report of another agency was found with a containment of {ALIKE:.0%} or more"),
)
"""Why a measure of reuse is NULL."""
REASON_COLUMNS: Final = ("reason", "own_reason", "peer_reason", "boilerplate_reason")
"""The columns of `text_reuse` that say so: for all measures, and for those that need other reports."""

BEFORE: Final = "before"
AFTER: Final = "after"
SAME_DAY: Final = "same_day"
ORDER_NOT_KNOWN: Final = "not_known"

SELF_WORDS: Final = (
    "(?<![基资原成])(?:本级(?:人民政府|政府)?|[我本](?:单位|机关|部门|系统|局|委(?![员派任托])|办(?![法理事公好])|厅(?!堂)|院(?![校士落])|中心|街道|镇|乡|省|市(?![场民])|县|区(?![域间别])|州|盟|旗)"
    "|全(?:省|市(?![场民])|县|区(?![域间别])|州|盟|旗|镇|乡|街道|局(?!面)|委(?![员派任托])))"
)
"""What an agency calls itself and its division without a name: 我局, 本委, 全县; a copy changes these too."""
CHINESE_YEAR: Final = "[〇○零一二三四五六七八九]{4}(?=年)"
NUMBER: Final = r"\d+(?:[.,]\d+)*"
"""A year in Chinese numerals, and a number in digits: one 0 stands for each."""
OFFICES: Final = "人民政府办公室|人民政府办公厅|人民政府|政府办公室|政府办公厅|政府办|政府|街道办事处|办事处|管理委员会|管委会"
"""How the name of an agency ends in full; behind the place, or alone, it is the agency's own."""
DETAILS: Final = (
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d+(?:[.,]\d+)*"
    r"|[一二两三四五六七八九十百千万]*[二两三四五六七八九十百千万](?:余|多)?(?:次|件|条|个|项|场|人|份|家|期|名|篇|批|起|处|类|轮)"
    r"|《[^《》\n]+》|“[^“”\n]+”|「[^「」\n]+」|[A-Za-z][A-Za-z0-9]+"
)
"""What makes a text specific: dates, numbers, counts in words (一个 is none), titles, what stands in quotation marks, Latin words."""
