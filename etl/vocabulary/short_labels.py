"""Short labels for the long row titles of table three, for columns, charts and sentences about a cell.

The words are those of the form, cut to what tells them apart; a row without an entry is short already.
"""

from typing import Final

from etl.vocabulary.form import PROACTIVE, REQUEST_ITEMS, REQUESTS, REVIEWS, ROWS_AND_COLUMNS

SHORT_REQUEST_LABELS: Final[dict[str, tuple[str, str]]] = {
    "received": ("本年新收", "received"),
    "carried_in": ("上年结转", "carried in"),
    "granted": ("予以公开", "granted"),
    "granted_in_part": ("部分公开", "granted in part"),
    "refused.state_secret": ("属于国家秘密", "state secret"),
    "refused.prohibited_by_law": ("法律行政法规禁止公开", "prohibited by another law"),
    "refused.security_stability": ("危及“三安全一稳定”", "endangers security or stability"),
    "refused.third_party_rights": ("保护第三方合法权益", "third-party rights"),
    "refused.internal_affairs": ("三类内部事务信息", "internal affairs"),
    "refused.process_information": ("四类过程性信息", "process information"),
    "refused.enforcement_file": ("行政执法案卷", "enforcement file"),
    "refused.administrative_query": ("行政查询事项", "administrative query"),
    "unavailable.not_held": ("本机关不掌握", "not held"),
    "unavailable.requires_creation": ("没有现成信息需另行制作", "would have to be created"),
    "unavailable.still_unclear": ("补正后仍不明确", "still unclear"),
    "not_processed.petition": ("信访举报投诉类申请", "petition or complaint"),
    "not_processed.repeated": ("重复申请", "repeated request"),
    "not_processed.publication": ("要求提供公开出版物", "asks for a publication"),
    "not_processed.excessive": ("无正当理由大量反复申请", "excessive requests"),
    "not_processed.confirm_or_reissue": ("要求确认或重新出具", "confirm or reissue"),
    "other": ("其他处理", "otherwise handled"),
    "other.not_corrected": ("其他处理·逾期不补正", "otherwise: not corrected in time"),
    "other.fee_unpaid": ("其他处理·逾期未缴费", "otherwise: fee unpaid"),
    "other.other": ("其他处理·其他", "otherwise: other"),
    "concluded": ("办结总计", "concluded"),
    "carried_out": ("结转下年度", "carried out"),
}

TABLE_LABELS: Final[dict[str, tuple[str, str]]] = {
    PROACTIVE: ("表二", "Table two"),
    REQUESTS: ("表三", "Table three"),
    REVIEWS: ("表四", "Table four"),
}

SHORT_LABELS: Final[dict[tuple[str, str], tuple[str, str]]] = {
    **{
        (table, word.name): (word.label_zh, word.label_en)
        for table, sides in ROWS_AND_COLUMNS.items()
        for words in sides
        for word in words
    },
    **{(REQUESTS, word.name): SHORT_REQUEST_LABELS[word.name] for word in REQUEST_ITEMS},
}
"""(table, item or measure) → short label in Chinese and English."""


def short_label(table: str, name: str, language: str = "zh") -> str:
    """The short label of an item, measure, applicant, channel or outcome of a table."""
    return SHORT_LABELS[table, name][language == "en"]


def cell_label(table: str, item: str, measure: str, language: str = "zh") -> str:
    """A cell in the words of the form, column before row: 表三 · 自然人 · 予以公开."""
    row, column = short_label(table, item, language), short_label(table, measure, language)
    first, second = (column, row) if table == REQUESTS else (row, column)
    return f"{TABLE_LABELS[table][language == 'en']} · {first} · {second}"
