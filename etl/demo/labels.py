"""The fixed wording of the official form that is no word of the vocabulary, and how editors misprint labels."""

from typing import Final

from etl.demo.layout import Labels
from etl.vocabulary.form import FORM_2019, PROACTIVE_ITEMS, PROACTIVE_MEASURES, REQUEST_ITEMS

RESULTS: Final = "三、本年度办理结果"
APPLICANT_HEADER: Final = "申请人情况"
ORGANISATIONS: Final = "法人或其他组织"
BALANCE_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
CONTENT: Final = "信息内容"
REVIEW: Final = "行政复议"
LITIGATION: Final = "行政诉讼"
SUBTOTAL_LABEL: Final = "法人小计"
EXTRA_ROW_LABEL: Final = "其中：通过互联网提交的申请数量"
PROACTIVE_NOTE: Final = "本年本单位政府信息公开发布总数量："
REVIEWS_NOTE: Final = "注：复议、诉讼件数含上年度结转件数"
PLATFORM_CAPTION: Final = "公开平台与信息发布情况统计表"
GROUPS: Final = {
    "refused": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other": "（六）其他处理",
}
"""The label left of the rows whose item name begins so."""

_REQUEST_LABELS: Final = {word.name: word.label_zh for word in REQUEST_ITEMS}
_PROACTIVE_LABELS: Final = {word.name: word.label_zh for word in PROACTIVE_ITEMS}
_MEASURE_LABELS: Final = {word.name: word.label_zh for word in PROACTIVE_MEASURES}
_ALTERNATES: Final = {
    "一、本年新收政府信息公开申请数量": "一、本年新收到政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量": "二、上年转结政府信息公开申请数量",
    "2.其他法律行政法规禁止公开": "2.其他法律法规禁止公开",
    "社会公益组织": "社会公益",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "（六）其他处理": "（六）其他",
    "四、结转下年度继续办理": "四、转下年度继续办理",
    "三、本年度办理结果": "三、本年办理结果",
}
_HALF_WIDTH: Final = str.maketrans({"（": "(", "）": ") ", "，": ", ", "：": ":"})
_PLAIN_QUOTES: Final = str.maketrans("“”", '""')


def request_label(item: str) -> str:
    """The official label of a row of table three."""
    return _REQUEST_LABELS.get(item, EXTRA_ROW_LABEL)


def proactive_label(item: str, form: str) -> str:
    """The official label of a row of table two; the form of 2019 says 规范性文件 without 行政."""
    return "规范性文件" if item == "normative_documents" and form == FORM_2019 else _PROACTIVE_LABELS[item]


def measure_label(measure: str, form: str) -> str:
    """The official header of a column of table two."""
    if measure == "amount":
        return "采购总金额" if form == FORM_2019 else "本年收费金额（单位：万元）"
    return "本年处理决定数量" if measure == "decisions" and form != FORM_2019 else _MEASURE_LABELS[measure]


def article_label(article: str) -> str:
    """The line above a part of table two."""
    return f"第二十条第（{article}）项"


def misprinted(label: str, style: Labels) -> str:
    """The label as an editor of that habit prints it; it may break the line inside."""
    if style == "full_width_point":
        return label.replace(".", "．")
    if style == "ideographic_comma":
        return label.replace(".", "、")
    if style == "half_width":
        return label.translate(_HALF_WIDTH).strip()
    if style == "plain_quotes":
        return label.translate(_PLAIN_QUOTES)
    if style == "alternate":
        return _ALTERNATES.get(label, label)
    return _broken(label, {"wrapped": "\n", "spaced": " "}[style]) if style in ("wrapped", "spaced") else label


def _broken(label: str, gap: str) -> str:
    """The label with a gap in its middle; short labels and numbering stay whole."""
    middle = len(label) // 2
    return f"{label[:middle]}{gap}{label[middle:]}" if len(label) >= 4 else label
