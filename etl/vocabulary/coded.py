"""What the codes of coded columns mean in words: the one place that an extract for people is written from.

A code without an entry stands for itself, so a code that is new to this list is shown, never lost.
"""

from collections.abc import Iterable
from typing import Final

from etl.vocabulary.agencies import KINDS, REGION_STATUSES, SECTORS
from etl.vocabulary.corrections import CORRECTION_KINDS, CORRECTION_STATES
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    OUTCOMES,
    PROACTIVE_ITEMS,
    PROACTIVE_MEASURES,
    REQUEST_ITEMS,
    REQUESTS,
    SECTIONS,
    STATUSES,
)
from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.labels import (
    BY_HAND,
    COLUMN_TITLE,
    COUNTY,
    FORM_NAMES,
    LARGE_SAMPLE,
    MEDIUM_SAMPLE,
    PREFECTURE,
    PROVINCE,
    SEVERITIES,
    SMALL_SAMPLE,
    STATES,
    UNITS,
    Text,
)
from etl.vocabulary.lists import MANIFEST
from etl.vocabulary.reasons import DOCUMENT_OUTCOMES, REASONS
from etl.vocabulary.reuse import (
    AFTER,
    BEFORE,
    ORDER_NOT_KNOWN,
    OWN_REPORT,
    PEER_REPORT,
    REASON_COLUMNS,
    REUSE_REASONS,
    SAME_DAY,
)
from etl.vocabulary.rules import RULES
from etl.vocabulary.short_labels import TABLE_LABELS, short_label
from etl.vocabulary.themes import ROLE_SOURCES, ROLES, THEMES
from etl.vocabulary.words import Word

Codes = dict[str, Text]
YES: Final = Text("是", "yes")
NO: Final = Text("否", "no")


def _of_words(words: Iterable[Word]) -> Codes:
    return {word.name: Text(word.label_zh, word.label_en) for word in words}


def _request_item(word: Word) -> Text:
    """The label of the indicator that counts the row, which says the group too; else the row's own."""
    counted = INDICATOR_BY_NAME.get(word.name.replace(".", "_"))
    if counted is not None:
        return Text(counted.label_zh, counted.label_en)
    return Text(short_label(REQUESTS, word.name), word.label_en)


_REQUEST_ITEMS: Final[Codes] = {word.name: _request_item(word) for word in REQUEST_ITEMS}
_LEVELS: Final[Codes] = {"province": PROVINCE, "prefecture": PREFECTURE, "county": COUNTY}
_EVIDENCE: Final[Codes] = {
    "title": COLUMN_TITLE,
    "file_title": Text("文件自带的标题", "The file's own title"),
    "signature": Text("落款", "Signature"),
    "text": Text("正文", "Text"),
    "issuer": Text("发布机构", "Issuer"),
    "period": Text("统计期间", "Period reported on"),
    "publication": Text("发布日期的上一年", "The year before publication"),
    "manifest": Text(MANIFEST, MANIFEST),
    "correction": BY_HAND,
}

_ANYWHERE: Final[dict[str, Codes]] = {
    "form": FORM_NAMES,
    "status": _of_words(STATUSES),
    "severity": SEVERITIES,
    "state": STATES,
    "section": _of_words(SECTIONS),
    "rule": _of_words(RULES),
    "sector": _of_words(SECTORS),
    "unit": UNITS
    | {
        "份": Text("份", "reports"),
        "条": Text("条", "findings"),
        "句": Text("句", "sentences"),
        "次": Text("次", "times"),
        "字节": Text("字节", "bytes"),
        "ratio": Text("比率", "ratio"),
        "index": Text("指数", "index"),
    },
    "level": _LEVELS,
    "region_level": _LEVELS,
    "region_status": _of_words(REGION_STATUSES),
    "table_name": {name: Text(zh, en) for name, (zh, en) in TABLE_LABELS.items()},
    "reason_code": _of_words(REASONS),
    "agency_from": _EVIDENCE,
    "year_from": _EVIDENCE,
    "stability": {"low": SMALL_SAMPLE, "medium": MEDIUM_SAMPLE, "high": LARGE_SAMPLE},
    "applicant": _of_words(APPLICANTS),
    "channel": _of_words(CHANNELS),
    "theme": _of_words(THEMES),
}
_IN_TABLE: Final[dict[tuple[str, str], Codes]] = {
    ("agencies", "kind"): _of_words(KINDS),
    ("indicators", "kind"): _of_words(KINDS),
    ("text_matches", "kind"): {
        OWN_REPORT: Text("本单位上一份", "Own report before"),
        PEER_REPORT: Text("其他单位", "Another agency"),
    },
    ("text_matches", "other_published"): {
        BEFORE: Text("先于本报告", "Before this one"),
        AFTER: Text("后于本报告", "After this one"),
        SAME_DAY: Text("同日", "The same day"),
        ORDER_NOT_KNOWN: Text("日期不明", "A day is not known"),
    },
    **{("text_reuse", column): _of_words(REUSE_REASONS) for column in REASON_COLUMNS},
    ("corrections", "kind"): _of_words(CORRECTION_KINDS),
    ("corrections", "state"): _of_words(CORRECTION_STATES),
    ("corrections", "item"): _of_words(PROACTIVE_ITEMS) | _REQUEST_ITEMS | _of_words(CHANNELS),
    ("corrections", "measure"): _of_words((*PROACTIVE_MEASURES, *APPLICANTS, *OUTCOMES)),
    ("documents", "outcome"): _of_words(DOCUMENT_OUTCOMES),
    ("reviews", "outcome"): _of_words(OUTCOMES),
    ("proactive", "item"): _of_words(PROACTIVE_ITEMS),
    ("proactive", "measure"): _of_words(PROACTIVE_MEASURES),
    ("requests", "item"): _REQUEST_ITEMS,
    ("cells", "item"): _of_words(PROACTIVE_ITEMS) | _REQUEST_ITEMS | _of_words(CHANNELS),
    ("cells", "measure"): _of_words((*PROACTIVE_MEASURES, *APPLICANTS, *OUTCOMES)),
    ("left_overs", "reason"): {
        "label_unknown": Text("行名不在统计表中", "A row the form does not have"),
        "column_unknown": Text("列名不在统计表中", "A column the form does not have"),
        "claimed_twice": Text("同一单元格出现两次", "The same cell stands twice"),
        "glued": Text("多格文字粘连，无法拆分", "Cells run together and cannot be told apart"),
    },
    ("sentences", "role"): _of_words(ROLES),
    ("sentences", "role_from"): _of_words(ROLE_SOURCES),
}


def codes_of(table: str, column: str, language: str) -> dict[str, str]:
    """What the codes of a column mean in `zh` or `en`; empty for a column that holds no codes."""
    codes = _IN_TABLE.get((table, column), _ANYWHERE.get(column, {}))
    return {code: text.say(language) for code, text in codes.items()}
