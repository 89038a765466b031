"""The words of the official form: what tables two, three and four count, and which cells each form prints.

Source: 国办公开办函〔2019〕60号 (form 2019) and 国办公开办函〔2021〕30号 (form 2021).
"""

from typing import Final

from etl.vocabulary.words import Word

FORM_2019: Final = "2019"
FORM_2021: Final = "2021"
FORM_PRE2019: Final = "pre2019"
FORM_UNKNOWN: Final = "unknown"
FORMS: Final = (FORM_2019, FORM_2021)

PROACTIVE: Final = "proactive"
REQUESTS: Final = "requests"
REVIEWS: Final = "reviews"
TABLES: Final = (PROACTIVE, REQUESTS, REVIEWS)

_SOURCE_2019 = "国办公开办函〔2019〕60号"
_SOURCE_2021 = "国办公开办函〔2021〕30号"
FORM_SOURCE: Final = f"{_SOURCE_2019}；{_SOURCE_2021}"


def _word(kind: str, name: str, zh: str, en: str, unit: str | None, zh_means: str, en_means: str) -> Word:
    return Word(name, kind, zh, en, zh_means, en_means, FORM_SOURCE, unit)


def _proactive_item(name: str, zh: str, en: str, article: str) -> Word:
    means = f"表二，《条例》第二十条第（{article}）项"
    return _word("item", name, zh, en, None, means, f"Table two, Regulations article 20 ({article})")


PROACTIVE_ITEMS: Final = (
    _proactive_item("regulations", "规章", "Rules (规章)", "一"),
    _proactive_item("normative_documents", "行政规范性文件", "Normative documents", "一"),
    _proactive_item("licences", "行政许可", "Administrative licences", "五"),
    _proactive_item("other_services", "其他对外管理服务事项", "Other public services", "五"),
    _proactive_item("penalties", "行政处罚", "Administrative penalties", "六"),
    _proactive_item("coercion", "行政强制", "Administrative coercion", "六"),
    _proactive_item("fees", "行政事业性收费", "Administrative fees", "八"),
    _proactive_item("procurement", "政府集中采购", "Government procurement", "九"),
)

PROACTIVE_MEASURES: Final = (
    _word("measure", "made", "本年新制作数量", "Made this year", "件", "表二（2019 年格式）：本年新制作的件数", "Documents newly made in the year (form 2019)"),
    _word("measure", "published", "本年新公开数量", "Published this year", "件", "表二（2019 年格式）：本年新公开的件数", "Documents newly published in the year (form 2019)"),
    _word("measure", "published_total", "对外公开总数量", "Published in total", "件", "表二（2019 年格式）：年末对外公开的总件数", "Documents open to the public at year end (form 2019)"),
    _word("measure", "items_last_year", "上一年项目数量", "Items last year", "项", "表二（2019 年格式）：上一年的项目数量", "Number of items the year before (form 2019)"),
    _word("measure", "items_change", "本年增/减", "Change in items", "项", "表二（2019 年格式）：本年项目增减，可为负", "Change in items in the year, may be negative (form 2019)"),
    _word("measure", "decisions", "处理决定数量", "Decisions", "件", "表二：本年作出的处理决定数量", "Decisions made in the year"),
    _word("measure", "projects", "采购项目数量", "Procurement projects", "个", "表二（2019 年格式）：政府集中采购项目数量", "Centralised procurement projects (form 2019)"),
    _word("measure", "amount", "金额", "Amount", "万元", "表二：采购总金额（2019 年格式）或本年收费金额（2021 年格式）", "Procurement total (form 2019) or fees collected (form 2021), in 10,000 yuan"),
    _word("measure", "issued", "本年制发件数", "Issued this year", "件", "表二（2021 年格式）：本年制发的件数", "Documents issued in the year (form 2021)"),
    _word("measure", "repealed", "本年废止件数", "Repealed this year", "件", "表二（2021 年格式）：本年废止的件数", "Documents repealed in the year (form 2021)"),
    _word("measure", "in_force", "现行有效件数", "In force", "件", "表二（2021 年格式）：年末现行有效的件数", "Documents in force at year end (form 2021)"),
)
DECIMAL_MEASURES: Final = frozenset({"amount"})
SIGNED_MEASURES: Final = frozenset({"items_change"})


def _request_item(name: str, zh: str, en: str) -> Word:
    return _word("item", name, zh, en, "件", f"表三：{zh}", f"Table three: {en}")


REQUEST_ITEMS: Final = (
    _request_item("received", "一、本年新收政府信息公开申请数量", "Requests received in the year"),
    _request_item("carried_in", "二、上年结转政府信息公开申请数量", "Requests carried in from last year"),
    _request_item("granted", "（一）予以公开", "Granted"),
    _request_item("granted_in_part", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "Granted in part"),
    _request_item("refused.state_secret", "1.属于国家秘密", "Refused: state secret"),
    _request_item("refused.prohibited_by_law", "2.其他法律行政法规禁止公开", "Refused: prohibited by another law"),
    _request_item("refused.security_stability", "3.危及“三安全一稳定”", "Refused: endangers security or stability"),
    _request_item("refused.third_party_rights", "4.保护第三方合法权益", "Refused: third-party rights"),
    _request_item("refused.internal_affairs", "5.属于三类内部事务信息", "Refused: internal affairs"),
    _request_item("refused.process_information", "6.属于四类过程性信息", "Refused: process information"),
    _request_item("refused.enforcement_file", "7.属于行政执法案卷", "Refused: enforcement file"),
    _request_item("refused.administrative_query", "8.属于行政查询事项", "Refused: administrative query"),
    _request_item("unavailable.not_held", "1.本机关不掌握相关政府信息", "Unavailable: not held"),
    _request_item("unavailable.requires_creation", "2.没有现成信息需要另行制作", "Unavailable: would have to be created"),
    _request_item("unavailable.still_unclear", "3.补正后申请内容仍不明确", "Unavailable: request still unclear"),
    _request_item("not_processed.petition", "1.信访举报投诉类申请", "Not processed: petition or complaint"),
    _request_item("not_processed.repeated", "2.重复申请", "Not processed: repeated request"),
    _request_item("not_processed.publication", "3.要求提供公开出版物", "Not processed: asks for a publication"),
    _request_item("not_processed.excessive", "4.无正当理由大量反复申请", "Not processed: excessive requests"),
    _request_item("not_processed.confirm_or_reissue", "5.要求行政机关确认或重新出具已获取信息", "Not processed: confirm or reissue"),
    _request_item("other", "（六）其他处理", "Otherwise handled (form 2019, one row)"),
    _request_item("other.not_corrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "Otherwise: not corrected in time"),
    _request_item("other.fee_unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "Otherwise: fee not paid in time"),
    _request_item("other.other", "3.其他", "Otherwise: other"),
    _request_item("concluded", "（七）总计", "Concluded in total"),
    _request_item("carried_out", "四、结转下年度继续办理", "Carried out to next year"),
)
OTHER_ONE_ROW: Final = ("other",)
OTHER_THREE_ROWS: Final = ("other.not_corrected", "other.fee_unpaid", "other.other")


def _applicant(name: str, zh: str, en: str) -> Word:
    return _word("applicant", name, zh, en, "件", f"表三申请人情况：{zh}", f"Table three, applicant: {en}")


APPLICANTS: Final = (
    _applicant("natural_person", "自然人", "Natural person"),
    _applicant("business", "商业企业", "Business"),
    _applicant("research_institution", "科研机构", "Research institution"),
    _applicant("social_organization", "社会公益组织", "Social organisation"),
    _applicant("legal_service", "法律服务机构", "Legal service"),
    _applicant("other_organization", "其他", "Other organisation"),
    _applicant("total", "总计", "Total"),
)
KINDS_OF_APPLICANT: Final = tuple(word.name for word in APPLICANTS if word.name != "total")


def _channel(name: str, zh: str, en: str) -> Word:
    return _word("channel", name, zh, en, "件", f"表四：{zh}", f"Table four: {en}")


CHANNELS: Final = (
    _channel("administrative_review", "行政复议", "Administrative review"),
    _channel("litigation_direct", "行政诉讼·未经复议直接起诉", "Litigation, direct"),
    _channel("litigation_after_review", "行政诉讼·复议后起诉", "Litigation after review"),
)


def _outcome(name: str, zh: str, en: str) -> Word:
    return _word("outcome", name, zh, en, "件", f"表四：{zh}", f"Table four: {en}")


OUTCOMES: Final = (
    _outcome("upheld", "结果维持", "Upheld"),
    _outcome("corrected", "结果纠正", "Corrected"),
    _outcome("other", "其他结果", "Other result"),
    _outcome("pending", "尚未审结", "Pending"),
    _outcome("total", "总计", "Total"),
)


def _section(name: str, zh: str, en: str) -> Word:
    return _word("section", name, zh, en, None, f"年度报告的一部分：{zh}", f"A part of the report: {en}")


SECTIONS: Final = (
    _section("preamble", "导语", "Preamble"),
    _section("overview", "总体情况", "Overview"),
    _section("proactive", "主动公开政府信息情况", "Proactive disclosure"),
    _section("requests", "收到和处理政府信息公开申请情况", "Requests and their outcomes"),
    _section("reviews", "政府信息公开行政复议、行政诉讼情况", "Reviews and litigation"),
    _section("problems", "存在的主要问题及改进情况", "Problems and improvements"),
    _section("other_matters", "其他需要报告的事项", "Other matters"),
)

ROWS_AND_COLUMNS: Final[dict[str, tuple[tuple[Word, ...], tuple[Word, ...]]]] = {
    PROACTIVE: (PROACTIVE_ITEMS, PROACTIVE_MEASURES),
    REQUESTS: (REQUEST_ITEMS, APPLICANTS),
    REVIEWS: (CHANNELS, OUTCOMES),
}
"""What the rows and the columns of each table are, in the order of the form."""

CellKey = tuple[str, str, str]
"""(table, item, measure); measure is the applicant in `requests` and the outcome in `reviews`,
and item is the channel in `reviews`."""

_PROACTIVE_PRINTED: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    FORM_2019: {
        "regulations": ("made", "published", "published_total"),
        "normative_documents": ("made", "published", "published_total"),
        "licences": ("items_last_year", "items_change", "decisions"),
        "other_services": ("items_last_year", "items_change", "decisions"),
        "penalties": ("items_last_year", "items_change", "decisions"),
        "coercion": ("items_last_year", "items_change", "decisions"),
        "fees": ("items_last_year", "items_change"),
        "procurement": ("projects", "amount"),
    },
    FORM_2021: {
        "regulations": ("issued", "repealed", "in_force"),
        "normative_documents": ("issued", "repealed", "in_force"),
        "licences": ("decisions",),
        "penalties": ("decisions",),
        "coercion": ("decisions",),
        "fees": ("amount",),
    },
}


def proactive_cells(form: str) -> tuple[CellKey, ...]:
    """The cells that table two of a form prints, in printed order."""
    printed = _PROACTIVE_PRINTED[form]
    return tuple((PROACTIVE, item, measure) for item, measures in printed.items() for measure in measures)


def request_items(form: str) -> tuple[str, ...]:
    """The rows that table three of a form prints, in printed order."""
    absent = OTHER_THREE_ROWS if form == FORM_2019 else OTHER_ONE_ROW
    return tuple(word.name for word in REQUEST_ITEMS if word.name not in absent)


def request_cells(form: str) -> tuple[CellKey, ...]:
    """The cells that table three of a form prints: rows × seven applicants."""
    return tuple((REQUESTS, item, who.name) for item in request_items(form) for who in APPLICANTS)


def review_cells() -> tuple[CellKey, ...]:
    """The fifteen cells of table four, the same in both forms."""
    return tuple((REVIEWS, channel.name, outcome.name) for channel in CHANNELS for outcome in OUTCOMES)


def printed_cells(form: str) -> tuple[CellKey, ...]:
    """All cells of a form: 198 of form 2019, 200 of form 2021."""
    return proactive_cells(form) + request_cells(form) + review_cells()


def _status(name: str, zh: str, en: str, zh_means: str, en_means: str) -> Word:
    return Word(name, "status", zh, en, zh_means, en_means, "Gongkai")


REPORTED: Final = "reported"
BLANK: Final = "blank"
NOT_APPLICABLE: Final = "not_applicable"
UNREADABLE: Final = "unreadable"
MISSING: Final = "missing"
STATUSES: Final = (
    _status(REPORTED, "已报告", "Reported", "印有数字，含零", "A number is printed, zero included"),
    _status(BLANK, "空白", "Blank", "单元格存在但为空，不等于零", "The cell is there and empty; not zero"),
    _status(NOT_APPLICABLE, "不适用", "Not applicable", "填写 /、—、无 或 不适用，不等于零", "Printed as / — 无 or 不适用; not zero"),
    _status(UNREADABLE, "无法识读", "Unreadable", "有内容但不能确定是哪个数字，保留原文", "Something is printed that is not certainly a number; kept as printed"),
    _status(MISSING, "缺失", "Missing", "格式中有此单元格，文件中没有", "The form has the cell, the document does not"),
)
