"""What a person may decide about a finding, and how a finding stands under the decisions made so far."""

from typing import Final

from etl.vocabulary.words import Word

OPEN: Final = "open"
CONFIRMED: Final = "confirmed"
DISMISSED: Final = "dismissed"
REOPENED: Final = "reopened"
OUTDATED: Final = "outdated"
FIXED: Final = "fixed"


def _word(name: str, zh: str, en: str, means: str, means_en: str) -> Word:
    return Word(name, "decision", zh, en, means, means_en, "Gongkai")


_CONFIRMED = _word(CONFIRMED, "已确认", "Confirmed", "有人核对过，情况属实", "A person looked and found it true")
_DISMISSED = _word(DISMISSED, "不成立", "Dismissed", "有人核对过，不是问题，并写明理由", "A person looked and found no fault, and says why")

DECISIONS: Final = (
    _CONFIRMED, _DISMISSED,
    _word(REOPENED, "重新打开", "Reopened", "撤回以前的决定，重新列为待处理", "An earlier decision is taken back; the finding is open again"),
)
"""What a person may decide."""
STANDINGS: Final = (
    _word(OPEN, "待处理", "Open", "还没有人作出决定，或决定已撤回", "Nobody has decided on it, or the decision was taken back"),
    _CONFIRMED, _DISMISSED,
    _word(OUTDATED, "决定已过时", "Outdated", "作出决定之后数字变了，决定不再适用，需要重新核对", "Its numbers have changed since the decision, which applies no more; to be looked at again"),
    _word(FIXED, "已消除", "Fixed", "作出过决定，现在的库里已经没有：有了新版本、更正，或读取得更准", "It was decided on and is no longer in the current build: a new version, a correction or a better reading"),
)
"""How a finding stands."""
