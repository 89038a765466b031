"""Every rule by example: what is printed, and the state it leads to. Read as a test and as the manual's table.

Each example starts from a report of zeros on its form and prints only what it names; a text in place of a
number is what stands in the cell ("" blank, "/" not applicable, "missing" not in the document).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from etl.vocabulary.form import APPLICANTS, FORMS, PROACTIVE, REQUESTS, REVIEWS, CellKey
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN
from tests.rules.shards import Sheet, zero_cells

PEOPLE, TOTAL, BUSINESS = "natural_person", "total", "business"
REVIEW, FEES, PURCHASE = "administrative_review", (PROACTIVE, "fees", "amount"), (PROACTIVE, "procurement", "amount")


@dataclass(frozen=True)
class Spec:
    """One example of a rule: `printed` over zeros, the `state` it leads to, and words of the message."""

    rule: str
    says: str
    printed: Mapping[CellKey, str]
    state: str
    message: str = ""
    form: str = "2021"
    without: Sequence[str] = ()
    units: Mapping[CellKey, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)

    def sheet(self) -> Sheet:
        """The report of the example."""
        cells = {key: text for key, text in zero_cells(self.form).items() if key[0] not in self.without} if self.form in FORMS else {}
        return Sheet({**cells, **self.printed}, self.form, units=self.units, **self.about)


def requests(who: str, **items: str) -> dict[CellKey, str]:
    """Cells of one column of table three; a point in a name is written as two underscores."""
    return {(REQUESTS, item.replace("__", "."), who): text for item, text in items.items()}


def row(item: str, **columns: str) -> dict[CellKey, str]:
    """Cells of one row of table three."""
    return {(REQUESTS, item, who): text for who, text in columns.items()}


def reviews(channel: str, **outcomes: str) -> dict[CellKey, str]:
    """Cells of one channel of table four."""
    return {(REVIEWS, channel, outcome): text for outcome, text in outcomes.items()}


def every(item: str, text: str) -> dict[CellKey, str]:
    """One row of table three with the same text in every column."""
    return {(REQUESTS, item, who.name): text for who in APPLICANTS}


BALANCE: Final = (
    Spec("T3.BALANCE", "新收加结转等于办结加结转下年", requests(PEOPLE, received="12", carried_in="3", concluded="14", carried_out="1"), PASSED),
    Spec("T3.BALANCE", "一列少一件", requests(PEOPLE, received="12", carried_in="3", concluded="13", carried_out="1"), FAIL,
         "表三 · 自然人：“申请收支平衡”不成立，本年新收 12 + 上年结转 3 = 15 ≠ 办结总计 13 + 结转下年度 1 = 14（差 1）"),
    Spec("T3.BALANCE", "操作数空白", requests(PEOPLE, received="12", carried_in="", concluded="13", carried_out="1"), UNCERTAIN, "空白 1 个：自然人 · 上年结转"),
    Spec("T3.BALANCE", "操作数填“/”", requests(PEOPLE, received="12", carried_in="/", concluded="13", carried_out="1"), UNCERTAIN, "不适用 1 个：自然人 · 上年结转"),
    Spec("T3.BALANCE", "操作数无法识读", requests(PEOPLE, received="1O", concluded="13"), UNCERTAIN, "无法识读 1 个：自然人 · 本年新收“1O”。其中有读取不能确定的，不作为单位的差错。"),
    Spec("T3.BALANCE", "操作数缺失", requests(PEOPLE, received="missing", concluded="13"), UNCERTAIN, "缺失 1 个：自然人 · 本年新收"),
    Spec("T3.BALANCE", "总计一列不平，而少的一边有单位留空，总计可能没有计入", {**requests(TOTAL, received="5", concluded="3"), **requests(BUSINESS, concluded="")}, UNCERTAIN,
         "表三：商业企业、总计无法核对“申请收支平衡”。空白 1 个：商业企业 · 办结总计"),
    Spec("T3.BALANCE", "没有表三", {}, NOT_ASSESSABLE, without=(REQUESTS,)),
)
OUTCOMES: Final = (
    Spec("T3.OUTCOMES", "三行其他处理都计入", requests(TOTAL, concluded="6", granted="1", refused__state_secret="1", unavailable__not_held="1",
         other__not_corrected="1", other__fee_unpaid="1", other__other="1"), PASSED),
    Spec("T3.OUTCOMES", "一行其他处理计入", requests(TOTAL, concluded="3", granted="1", other="2"), PASSED, form="2019"),
    Spec("T3.OUTCOMES", "总计印 0 而各项为 10 和 1", requests(PEOPLE, concluded="0", granted="10", not_processed__repeated="1"), FAIL,
         "表三 · 自然人：“办理结果合计”不成立，办结总计 0 ≠ 予以公开 10 + 重复申请 1 + 其余 19 项 0 = 11（差 −11）"),
    Spec("T3.OUTCOMES", "各项均为零", requests(PEOPLE, concluded="3"), FAIL, "办结总计 3 ≠ 各项 0 = 0（差 3）"),
    Spec("T3.OUTCOMES", "2021 年格式的表三只印一行其他处理",
         {**dict.fromkeys([key for key in zero_cells("2021") if key[1].startswith("other.")], "missing"), **every("other", "0"),
          **requests(TOTAL, concluded="2", other="2")}, PASSED),
    Spec("T3.OUTCOMES", "一行和三行都印了，一行是三行之和", {**every("other", "0"), **requests(TOTAL, concluded="2", other="2", other__fee_unpaid="2")}, PASSED),
    Spec("T3.OUTCOMES", "一项空白", requests(PEOPLE, concluded="3", granted=""), UNCERTAIN, "空白 1 个：自然人 · 予以公开"),
    Spec("T3.OUTCOMES", "没有表三", {}, NOT_ASSESSABLE, without=(REQUESTS,)),
)
APPLICANT_SUMS: Final = (
    Spec("T3.APPLICANTS", "总计等于六列之和", row("granted", total="5", natural_person="3", business="1", other_organization="1"), PASSED),
    Spec("T3.APPLICANTS", "总计与各列不符", row("granted", total="5", natural_person="3", business="1"), FAIL,
         "表三 · 予以公开：“申请人合计”不成立，总计 5 ≠ 自然人 3 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 4（差 1）"),
    Spec("T3.APPLICANTS", "只填自然人和总计", row("granted", total="5", natural_person="5", business="", research_institution="", social_organization="",
         legal_service="", other_organization=""), UNCERTAIN, "表三：予以公开无法核对“申请人合计”"),
    Spec("T3.APPLICANTS", "没有表三", {}, NOT_ASSESSABLE, without=(REQUESTS,)),
)
REVIEW_SUMS: Final = (
    Spec("T4.TOTAL", "总计等于四项之和", reviews(REVIEW, upheld="2", corrected="1", other="1", pending="1", total="5"), PASSED),
    Spec("T4.TOTAL", "总计少一件", reviews(REVIEW, upheld="2", corrected="1", other="1", pending="1", total="4"), FAIL,
         "表四 · 行政复议：“复议诉讼合计”不成立，总计 4 ≠ 结果维持 2 + 结果纠正 1 + 其他结果 1 + 尚未审结 1 = 5（差 −1）"),
    Spec("T4.TOTAL", "总计空白", reviews(REVIEW, upheld="2", total=""), UNCERTAIN, "空白 1 个：行政复议 · 总计"),
    Spec("T4.TOTAL", "没有表四", {}, NOT_ASSESSABLE, without=(REVIEWS,)),
)



def items(item: str, **measures: str) -> dict[CellKey, str]:
    """Cells of one row of table two."""
    return {(PROACTIVE, item, measure): text for measure, text in measures.items()}


ITEM_CHANGES: Final = (
    Spec("T2.2019", "减少到零", items("licences", items_last_year="3", items_change="-3"), PASSED, form="2019"),
    Spec("T2.2019", "减少的比原有的多", items("licences", items_last_year="3", items_change="-5"), FAIL,
         "表二 · 行政许可：“项目减少不超过原有”不成立，本年增/减 −5 < −上一年项目数量 3 = −3（差 −2）", form="2019"),
    Spec("T2.2019", "上一年空白", items("licences", items_last_year="", items_change="-5"), UNCERTAIN, "空白 1 个：行政许可 · 上一年项目数量", form="2019"),
    Spec("T2.2019", "增减无法识读", items("fees", items_last_year="3", items_change="-5？"), UNCERTAIN, "不作为单位的差错", form="2019"),
    Spec("T2.2019", "2021 年格式没有这些列", {}, NOT_ASSESSABLE),
)
PLAUSIBLE: Final = (
    Spec("PL.CARRIED_OUT", "等于新收与结转之和", requests(TOTAL, received="3", carried_in="1", carried_out="4"), PASSED),
    Spec("PL.CARRIED_OUT", "多于新收与结转之和", requests(TOTAL, received="3", carried_in="1", carried_out="5"), FAIL,
         "表三 · 总计 · 结转下年度 5、表三 · 总计 · 本年新收 3、表三 · 总计 · 上年结转 1。"),
    Spec("PL.CARRIED_OUT", "新收空白", requests(TOTAL, received="", carried_out="5"), UNCERTAIN, "空白 1 个：总计 · 本年新收"),
    Spec("PL.CARRIED_OUT", "没有表三", {}, NOT_ASSESSABLE, without=(REQUESTS,)),
    Spec("PL.DISPUTES", "有申请也有复议", {**requests(TOTAL, carried_in="1"), **reviews(REVIEW, total="1")}, PASSED),
    Spec("PL.DISPUTES", "没有申请而有复议", reviews(REVIEW, total="1"), FAIL, "表四 · 行政复议 · 总计 1"),
    Spec("PL.DISPUTES", "新收无法识读", {**requests(TOTAL, received="？"), **reviews(REVIEW, total="1")}, UNCERTAIN, "无法识读 1 个：总计 · 本年新收“？”"),
    Spec("PL.DISPUTES", "没有表四", {}, NOT_ASSESSABLE, without=(REVIEWS,)),
)
NUMBERS: Final = (
    Spec("NONNEGATIVE", "项目减少可为负", {(PROACTIVE, "licences", "items_change"): "-3"}, PASSED, form="2019"),
    Spec("NONNEGATIVE", "件数为负", requests(PEOPLE, granted="-2"), FAIL, "表三 · 自然人 · 予以公开：印的是“-2”。"),
    Spec("NONNEGATIVE", "金额为负", {FEES: "-2"}, FAIL, "表二 · 行政事业性收费 · 金额：印的是“-2”。"),
    Spec("NONNEGATIVE", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
    Spec("INTEGER", "整数印成小数", requests(PEOPLE, granted="12.0"), PASSED),
    Spec("INTEGER", "金额可为小数", {FEES: "12.5"}, PASSED),
    Spec("INTEGER", "表二件数为小数", {(PROACTIVE, "licences", "decisions"): "12.5"}, FAIL, "表二 · 行政许可 · 处理决定数量：印的是“12.5”。"),
    Spec("INTEGER", "读取未采信的小数", requests(PEOPLE, granted="12.5件"), UNCERTAIN, "表三 · 自然人 · 予以公开：印的是“12.5件”。"),
    Spec("INTEGER", "表二件数小数过细，无法保存", {(PROACTIVE, "licences", "decisions"): "12.00001"}, UNCERTAIN, "表二 · 行政许可 · 处理决定数量：印的是“12.00001”。"),
    Spec("INTEGER", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
    Spec("DECIMAL", "万元，四位小数", {PURCHASE: "428.8689"}, PASSED, form="2019", units={PURCHASE: "万元"}),
    Spec("DECIMAL", "零不需要单位", {FEES: "0"}, PASSED),
    Spec("DECIMAL", "六位小数", {FEES: "1.234567"}, FAIL, "表二 · 行政事业性收费 · 金额：印的是“1.234567”。", units={FEES: "万元"}),
    Spec("DECIMAL", "五位小数，末位是零", {FEES: "1.23450"}, FAIL, "表二 · 行政事业性收费 · 金额：印的是“1.23450”。", units={FEES: "万元"}),
    Spec("DECIMAL", "没有印单位", {FEES: "8040"}, UNCERTAIN, "金额不为零而没有印单位"),
    Spec("DECIMAL", "没有表二", {}, NOT_ASSESSABLE, without=(PROACTIVE,)),
)
BUSINESS_BLANK = {(REQUESTS, item, BUSINESS): "" for table, item, who in zero_cells("2021") if (table, who) == (REQUESTS, BUSINESS)}
MEANINGS: Final = (
    Spec("BLANK", "都填了", {}, PASSED),
    Spec("BLANK", "一列空白", BUSINESS_BLANK, UNCERTAIN, "表三：空白单元格 25 个：商业企业（整列）"),
    Spec("BLANK", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
    Spec("NOT_APPLICABLE", "都填数字", {}, PASSED),
    Spec("NOT_APPLICABLE", "填“/”", reviews(REVIEW, upheld="/"), UNCERTAIN, "表四：填“不适用”的单元格 1 个：行政复议 · 结果维持"),
    Spec("NOT_APPLICABLE", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
    Spec("UNREADABLE", "都能识读", {}, PASSED),
    Spec("UNREADABLE", "不能确定是哪个数字", requests(PEOPLE, granted="1l"), UNCERTAIN, "表三：无法识读的单元格 1 个：自然人 · 予以公开“1l”"),
    Spec("UNREADABLE", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
    Spec("MISSING", "单元格齐全", {}, PASSED),
    Spec("MISSING", "缺一行中的一格", requests(PEOPLE, granted="missing"), UNCERTAIN, "表三：缺失的单元格 1 个：自然人 · 予以公开"),
    Spec("MISSING", "整张表缺失", {}, UNCERTAIN, "表四：文件中没有找到这张表", without=(REVIEWS,)),
    Spec("MISSING", "早年的格式没有这些表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS), form="pre2019"),
    Spec("ALL_ZERO", "每张表都有不为零的数字", {(PROACTIVE, "licences", "decisions"): "1", **row("granted", total="1"), **reviews(REVIEW, total="1")}, PASSED),
    Spec("ALL_ZERO", "表四全零", {(PROACTIVE, "licences", "decisions"): "1", **row("granted", total="1")}, UNCERTAIN, "表四：整张表所填数字全部为零"),
    Spec("ALL_ZERO", "没有任何表", {}, NOT_ASSESSABLE, without=(PROACTIVE, REQUESTS, REVIEWS)),
)
WHOLE_REPORT: Final = (
    Spec("LEFT_OVER", "都已认领", {}, PASSED),
    Spec("LEFT_OVER", "有一格没有归属", {}, UNCERTAIN, "表三：有 1 处内容没有归入任何单元格：“总计12”", about={"left_overs": [(REQUESTS, "总计12")]}),
    Spec("REGION_UNRESOLVED", "区划已确定", {}, PASSED),
    Spec("REGION_UNRESOLVED", "同名区划", {}, UNCERTAIN, "“测试县商务局”：有同名区划，文件中没有足以区分的依据；可能是 990101、990201。",
         about={"region_status": "ambiguous", "region_candidates": ["990101", "990201"]}),
    Spec("REGION_UNRESOLVED", "代码表中没有", {}, UNCERTAIN, "区划代码表中没有找到所在地", about={"region_status": "unresolved"}),
    Spec("AGENCY_UNKNOWN", "写明单位", {}, PASSED),
    Spec("AGENCY_UNKNOWN", "没有写明单位", {}, UNCERTAIN, "文件没有写明，不作猜测", about={"agency": ""}),
    Spec("YEAR_UNKNOWN", "写明年度", {}, PASSED),
    Spec("YEAR_UNKNOWN", "没有写明年度", {}, UNCERTAIN, "文件没有写明年度，不作猜测", about={"year": None}),
    Spec("YEAR_UNKNOWN", "写的年度还没有到", {}, UNCERTAIN, "文件写的年度是 2099，导入时还没有到", about={"year": None, "year_to_come": 2099}),
    Spec("CORRECTION_GUARD", "没有不符的更正", {}, PASSED),
    Spec("CORRECTION_GUARD", "更正针对的数已经变了", {}, UNCERTAIN, "表三 · 自然人 · 予以公开：更正针对的是“12”，文件中现为“13”。更正没有采用，请重新核对。",
         about={"unmatched": [{"kind": "cell", "table_name": REQUESTS, "item": "granted", "measure": PEOPLE, "expected": "12", "document_value": "13"}]}),
    Spec("CORRECTION_GUARD", "更正针对的单位和年度已经变了", {}, UNCERTAIN, "单位：更正针对的是“甲局”，文件中现为“乙局”；年度：更正针对的是“”，文件中没有。",
         about={"unmatched": [{"kind": "agency", "expected": "甲局", "document_value": "乙局"}, {"kind": "year", "expected": "", "document_value": None}]}),
)
SPECS: Final = (*BALANCE, *OUTCOMES, *APPLICANT_SUMS, *REVIEW_SUMS, *ITEM_CHANGES, *PLAUSIBLE, *NUMBERS, *MEANINGS, *WHOLE_REPORT)
