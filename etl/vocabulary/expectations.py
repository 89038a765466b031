"""What is expected of an agency after a finding, rule by rule: look, correct and publish again, or explain. No blame."""

from typing import Final

from etl.vocabulary.labels import Text

_OR_EXPLAIN: Final = Text(
    "如有误，请更正后重新发布；如无误，请说明情况。",
    "Where it is wrong, please correct it and publish the report again; where it is right, please say so and explain.",
)


def _look(zh: str, en: str) -> Text:
    """What to look at, and what to do then."""
    return Text(f"{zh}{_OR_EXPLAIN.zh}", f"{en} {_OR_EXPLAIN.en}")


_CELL: Final = _look("请对照底稿核对所列单元格。", "Please check the cells listed against your records.")
_TWO_YEARS: Final = _look(
    "请对照底稿核对上年和本年所列各数。", "Please check the numbers of both years against your records."
)
_SECTION_FIVE: Final = _look(
    "请核对第五部分“存在的主要问题及改进情况”的内容是否完整。",
    "Please check that section five, problems and improvements, is complete.",
)

_EXPECTED: Final[dict[str, Text]] = {
    "T3.BALANCE": _look(
        "请对照底稿核对表三所列一栏的新收、上年结转、办结总计和结转下年度。",
        "Please check received, carried in, concluded and carried out of that column of table three against your records.",
    ),
    "T3.OUTCOMES": _look(
        "请对照底稿核对表三所列一栏的办结总计和各项办理结果。",
        "Please check concluded and each outcome of that column of table three against your records.",
    ),
    "T3.APPLICANTS": _look(
        "请对照底稿核对表三所列一行的总计和各类申请人的数。",
        "Please check the total and each kind of applicant of that row of table three against your records.",
    ),
    "T4.TOTAL": _look(
        "请对照底稿核对表四所列一类的总计和各项结果。",
        "Please check the total and each result of that channel of table four against your records.",
    ),
    "T2.2019": _look(
        "请对照底稿核对表二所列一项的上一年项目数量和本年增/减。",
        "Please check items last year and the change in items of that row of table two against your records.",
    ),
    "NONNEGATIVE": _CELL,
    "INTEGER": _CELL,
    "DECIMAL": _look(
        "请核对金额和单位（万元，最多四位小数）。",
        "Please check the amount and its unit (10,000 yuan, at most four decimals).",
    ),
    "BLANK": Text(
        "请核对空白的单元格：没有发生的请填 0，漏填的请补上后重新发布；确不填写的请说明。",
        "Please check the blank cells: enter 0 where nothing happened, fill in what was forgotten and publish again; where they are meant to be blank, please explain.",
    ),
    "NOT_APPLICABLE": Text(
        "请核对填“不适用”的单元格：没有发生的请填 0 后重新发布；确不适用的请说明。",
        "Please check the cells marked not applicable: enter 0 where nothing happened and publish again; where they truly do not apply, please explain.",
    ),
    "UNREADABLE": Text(
        "请告知所列单元格应为何数；所印内容有误的，请更正后重新发布。",
        "Please say which number the cells listed should hold; where what is printed is wrong, please correct it and publish again.",
    ),
    "MISSING": Text(
        "请核对文件中是否有所列单元格或表；缺少的请补上后重新发布，已有的请说明位置。",
        "Please check whether the document has the cells or the table listed; add what is missing and publish again, or say where it stands.",
    ),
    "ALL_ZERO": Text(
        "请核对该表是否确实全部为零；漏填的请补上后重新发布，确为零的请说明。",
        "Please check whether every number of the table is truly zero; fill in what was forgotten and publish again, or say that it is zero.",
    ),
    "LEFT_OVER": Text(
        "请说明所列内容的含义；不属于规定格式的，请按格式调整后重新发布。",
        "Please say what the contents listed mean; where they are not part of the form, please keep to the form and publish again.",
    ),
    "REGION_UNRESOLVED": Text(
        "请告知本单位的全称和所在行政区划。", "Please tell us your full name and the division you belong to."
    ),
    "AGENCY_UNKNOWN": Text(
        "请告知编制年报的单位全称；文件没有写明的，请补上后重新发布。",
        "Please tell us the full name of the reporting agency; where the document does not say it, please add it and publish again.",
    ),
    "YEAR_UNKNOWN": Text(
        "请告知年报所述的年度；文件没有写明或写错的，请更正后重新发布。",
        "Please tell us the year reported on; where the document does not say it or says another, please correct it and publish again.",
    ),
    "CORRECTION_GUARD": Text(
        "请告知现行年报中此处的正确内容，以便核对已登记的人工更正。",
        "Please tell us what is right at this place of the current report, so that the correction on file can be checked.",
    ),
    "PL.CARRIED_OUT": _look(
        "请对照底稿核对结转下年度与新收、上年结转的数。", "Please check carried out against received and carried in."
    ),
    "PL.DISPUTES": _look(
        "请核对复议诉讼和申请的件数；针对往年申请的，说明即可。",
        "Please check the numbers of disputes and of requests; where they are about earlier years, a word is enough.",
    ),
    "XY.CARRY": _look(
        "请核对上年年报的结转下年度和本年年报的上年结转，两年应当衔接。",
        "Please check what last year's report carries out and what this year's carries in; the two should meet.",
    ),
    "XY.IN_FORCE": _look(
        "请核对上年和本年的现行有效件数、本年制发和废止件数；因清理等原因变动的，说明即可。",
        "Please check in force of both years, issued and repealed; where there were other lawful changes, a word is enough.",
    ),
    "XY.ITEMS": _look(
        "请核对上年年报和本年年报的上一年项目数量、本年增/减，两年应当衔接。",
        "Please check items last year and the change in items of both reports; the two should meet.",
    ),
    "XY.JUMP": Text(
        "请对照底稿核对两年所列的数；如有误，请更正后重新发布；如无误，请简要说明变化的原因。",
        "Please check the numbers of both years against your records; where one is wrong, please correct it and publish again; where both are right, please say briefly why they changed.",
    ),
    "XY.IDENTICAL": _TWO_YEARS,
    "ROLLUP": _look(
        "请对照所属部门和乡镇的年报核对所列各数；包含政府自行受理的申请等情况的，说明即可。",
        "Please check the numbers listed against the reports of the departments and townships; where they include requests handled by the government itself or the like, a word is enough.",
    ),
    "PL.RESIDUAL": _look(
        "请核对“其他处理·其他”的件数，能归入其他办理结果的请归入。",
        "Please check the number under “otherwise: other”, and count under another outcome what belongs there.",
    ),
    "COVERAGE": Text(
        "请告知该年度的年报是否已经发布：已发布的请提供网址或文件，没有发布的请说明原因和安排。",
        "Please say whether the report for that year has been published: if so, please send its address or file; if not, please say why and what is planned.",
    ),
    "DUPLICATE": Text(
        "请告知以哪一份为准；其余版本请撤下，或注明已被取代。",
        "Please say which version counts, and withdraw the others or mark them as superseded.",
    ),
    "LATE": Text(
        "请核对首次发布的日期；文件所写日期有误的请更正，确晚于期限的请说明原因。",
        "Please check the date of first publication; correct it where the document is wrong, and say why where it was after the deadline.",
    ),
    "TX.COUNT": _look(
        "请核对文字所说的件数与表中的数，两处应当一致。",
        "Please check the count in the text against the table; the two should agree.",
    ),
    "TX.YEAR": _look(
        "请核对文字所说的年度或统计期限是否为本报告的年度。",
        "Please check whether the year or period named in the text is that of the report.",
    ),
    "TX.NAME": _look(
        "请核对文字所说的单位名称是否为本单位。", "Please check whether the agency named in the text is yours."
    ),
    "TX.SECTIONS": _look(
        "请核对报告是否依次写有格式规定的六个部分。",
        "Please check that the report has the six sections of the form, in their order.",
    ),
    "TX.PROBLEMS_EMPTY": _SECTION_FIVE,
    "TX.NO_MEASURES": _SECTION_FIVE,
}
"""By the name of the rule; every rule has an entry."""


def expected(rule: str) -> Text:
    """What is expected after a finding of a rule; of one that is declared no longer, what holds for every cell."""
    return _EXPECTED.get(rule, _CELL)
