"""What a person may correct, and what became of a correction."""

from typing import Final

from etl.vocabulary.labels import Text
from etl.vocabulary.words import Word

CELL: Final = "cell"
AGENCY: Final = "agency"
REGION: Final = "region"
YEAR: Final = "year"

APPLIED: Final = "applied"
GUARD_FAILED: Final = "guard_failed"
NOT_FOUND: Final = "not_found"


def _word(name: str, kind: str, zh: str, en: str, means: str, means_en: str) -> Word:
    return Word(name, kind, zh, en, means, means_en, "Gongkai")


CORRECTION_KINDS: Final = (
    _word(CELL, "correction_kind", "单元格", "Cell", "统计表的一个数", "A number of one of the tables"),
    _word(AGENCY, "correction_kind", "单位", "Agency", "编制报告的单位名称", "The name of the reporting body"),
    _word(REGION, "correction_kind", "区划", "Region", "单位所在的区划代码", "The code of the division the body belongs to"),
    _word(YEAR, "correction_kind", "年度", "Year", "报告所述的年度", "The year reported on"),
)
CORRECTION_STATES: Final = (
    _word(APPLIED, "correction_state", "已采用", "Applied", "更正针对的内容与文件相符，更正已采用", "The document says what the correction expects; it is applied"),
    _word(GUARD_FAILED, "correction_state", "与文件不符", "Does not match", "文件现在说的与更正所针对的不同，更正没有采用", "The document now says something else than the correction expects; it is not applied"),
    _word(NOT_FOUND, "correction_state", "没有找到", "Not found", "没有找到更正所针对的报告，或同一路径对应不同文件夹的文件", "No such report, or files of several folders under one path"),
)
NOTE: Final = Text("（其中有人工更正的数。）", " (Some of these numbers were corrected by hand.)")
"""What a finding about corrected cells ends with."""
