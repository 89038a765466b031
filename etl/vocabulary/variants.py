"""How the words of the form are printed in real reports: layout drift as tables, not as `if year < 2021`.

Keys are written without white space, punctuation, quotes and numbering, as `etl.recognising.labels` sees them.
Source: the official forms, and variants seen in published reports.
"""

from typing import Final

COUNT_UNITS: Final = ("件", "个", "项", "条", "份", "次", "宗", "件次")
MONEY_UNITS: Final = ("万元", "元", "亿元")
NOT_APPLICABLE_MARKS: Final = (
    "/",
    "//",
    "\\",
    "-",
    "--",
    "---",
    "—",
    "——",
    "———",
    "―",
    "－",
    "─",
    "一一",
    "无",
    "不适用",
    "不涉及",
    "N/A",
    "n/a",
    "*",
    "／",
)

REQUEST_ROW_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "received": (
        "本年新收政府信息公开申请数量",
        "本年新收到政府信息公开申请数量",
        "本年新收申请数量",
        "本年度新收政府信息公开申请数量",
        "本年收到政府信息公开申请数量",
    ),
    "carried_in": (
        "上年结转政府信息公开申请数量",
        "上年转结政府信息公开申请数量",
        "上年度结转政府信息公开申请数量",
        "上年结转申请数量",
    ),
    "granted": ("予以公开",),
    "granted_in_part": ("部分公开区分处理的只计这一情形不计其他情形", "部分公开"),
    "refused.state_secret": ("属于国家秘密",),
    "refused.prohibited_by_law": (
        "其他法律行政法规禁止公开",
        "其他法律法规禁止公开",
        "其他法律行政止公开",
        "法律行政法规禁止公开",
    ),
    "refused.security_stability": ("危及三安全一稳定", "危及三安全一稳定信息"),
    "refused.third_party_rights": ("保护第三方合法权益",),
    "refused.internal_affairs": ("属于三类内部事务信息",),
    "refused.process_information": ("属于四类过程性信息",),
    "refused.enforcement_file": ("属于行政执法案卷",),
    "refused.administrative_query": ("属于行政查询事项",),
    "unavailable.not_held": ("本机关不掌握相关政府信息",),
    "unavailable.requires_creation": ("没有现成信息需要另行制作",),
    "unavailable.still_unclear": ("补正后申请内容仍不明确",),
    "not_processed.petition": ("信访举报投诉类申请",),
    "not_processed.repeated": ("重复申请",),
    "not_processed.publication": ("要求提供公开出版物",),
    "not_processed.excessive": ("无正当理由大量反复申请",),
    "not_processed.confirm_or_reissue": ("要求行政机关确认或重新出具已获取信息",),
    "other": ("其他处理",),
    "other.not_corrected": (
        "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请",
        "申请人无正当理由逾期不补正",
        "逾期不补正",
    ),
    "other.fee_unpaid": (
        "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请",
        "申请人逾期未按收费通知要求缴纳费用",
        "逾期未缴费",
    ),
    "concluded": ("总计", "合计", "办理结果总计"),
    "carried_out": ("结转下年度继续办理", "转下年度继续办理", "结转下年继续办理", "结转下一年度继续办理"),
}
"""Row labels of table three. A bare 其他 is decided by its number and its neighbours (see `labels`)."""

REQUEST_GROUP_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "results": ("本年度办理结果", "本年办理结果", "办理结果"),
    "refused": ("不予公开",),
    "unavailable": ("无法提供",),
    "not_processed": ("不予处理",),
}
"""Labels of table three that stand left of several rows and hold no number of their own."""

APPLICANT_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "natural_person": ("自然人",),
    "business": ("商业企业",),
    "research_institution": ("科研机构",),
    "social_organization": ("社会公益组织", "社会公益", "社会公益性组织"),
    "legal_service": ("法律服务机构", "法律服务"),
    "other_organization": ("其他", "其它"),
    "total": ("总计", "合计"),
}
APPLICANT_ALL: Final = ("申请人情况",)
APPLICANT_GROUP: Final = ("法人或其他组织", "法人和其他组织", "法人及其他组织", "法人或者其他组织", "法人或其它组织")
APPLICANT_IGNORED: Final = ("小计", "法人小计", "法人或其他组织小计", "组织小计")
"""Columns that may stand between the seven of the form; their cells are deliberately not claimed."""

PROACTIVE_ROW_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "regulations": ("规章",),
    "normative_documents": ("规范性文件", "行政规范性文件"),
    "licences": ("行政许可",),
    "other_services": ("其他对外管理服务事项", "其他对外管理事项"),
    "penalties": ("行政处罚",),
    "coercion": ("行政强制",),
    "fees": ("行政事业性收费",),
    "procurement": ("政府集中采购",),
}
PROACTIVE_COLUMN_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "made": ("本年新制作数量", "本年制作数量"),
    "published": ("本年新公开数量", "本年公开数量"),
    "published_total": ("对外公开总数量",),
    "items_last_year": ("上一年项目数量", "上年项目数量"),
    "items_change": ("本年增减", "本年增减数量"),
    "decisions": ("处理决定数量", "本年处理决定数量"),
    "projects": ("采购项目数量",),
    "amount": ("采购总金额", "本年收费金额", "收费金额", "采购金额"),
    "issued": ("本年制发件数", "本年制发数量", "本年制发数", "本年制定件数"),
    "repealed": ("本年废止件数", "本年废止数量", "本年废止数"),
    "in_force": ("现行有效件数", "现行有效数量", "现行有效数"),
}
PROACTIVE_HEADER_LABELS: Final = ("信息内容",)

CHANNEL_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "administrative_review": ("行政复议",),
    "litigation_direct": ("未经复议直接起诉", "未经复议直接诉讼"),
    "litigation_after_review": ("复议后起诉", "经复议后起诉", "复议后诉讼"),
}
CHANNEL_GROUP: Final = ("行政诉讼",)
OUTCOME_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "upheld": ("结果维持", "维持"),
    "corrected": ("结果纠正", "纠正"),
    "other": ("其他结果", "其他", "其它结果"),
    "pending": ("尚未审结", "未审结"),
    "total": ("总计", "合计"),
}

SECTION_TITLES: Final[dict[str, tuple[str, ...]]] = {
    "overview": (
        "总体情况",
        "概述",
        "工作基本情况",
        "基本情况",
        "总体工作情况",
        "工作总体情况",
        "政府信息公开工作总体情况",
        "概况",
        "工作概况",
    ),
    "proactive": (
        "主动公开政府信息情况",
        "主动公开政府信息的情况",
        "主动公开情况",
        "主动公开信息情况",
        "主动公开政府信息工作情况",
    ),
    "requests": (
        "收到和处理政府信息公开申请情况",
        "收到和处理政府信息公开的申请情况",
        "收到和处理政府信息公开申请的情况",
        "依申请公开政府信息情况",
        "依申请公开情况",
        "依申请公开政府信息办理情况",
    ),
    "reviews": (
        "政府信息公开行政复议行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "因政府信息公开工作被申请行政复议提起行政诉讼情况",
        "政府信息公开工作被申请行政复议提起行政诉讼情况",
        "行政复议行政诉讼情况",
        "行政复议和行政诉讼情况",
    ),
    "problems": (
        "存在的主要问题及改进情况",
        "存在问题及改进情况",
        "存在的主要问题及整改措施",
        "存在的主要问题及改进措施",
        "政府信息公开工作存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及改进措施",
        "存在的问题及改进措施",
        "存在问题及改进措施",
        "存在的主要问题和改进情况",
        "存在的主要问题和改进措施",
        "工作中存在的主要问题及改进情况",
    ),
    "other_matters": ("其他需要报告的事项", "其它需要报告的事项", "需要报告的其他事项", "其他需报告的事项"),
}
PROBLEMS_SUBTITLES: Final = ("主要问题", "存在的主要问题", "存在问题", "存在的问题")
"""How section five begins when its own heading is lost."""

TRADITIONAL: Final = dict(
    zip(
        "開請數結轉辦處區這種國屬於規權護類務過執詢關沒現內訪舉報訴複復無當確認獲總計繼續費繳機構織業會團體發廢許罰強購額項專經維糾審創製該業門與對書長條個據應監製況體餘證",
        "开请数结转办处区这种国属于规权护类务过执询关没现内访举报诉复复无当确认获总计继续费缴机构织业会团体发废许罚强购额项专经维纠审创制该业门与对书长条个据应监制况体余证",
        strict=True,
    )
)
"""Characters of the form in traditional script; only those that its labels and headings use."""
