"""The rules about several reports by example: which reports there are, and the state that the first of them gets.

Each report starts from zeros on its form, as in `tests.rules.specs`; the agency and the year are those of `Sheet`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, TypedDict, Unpack

from etl.vocabulary.form import REQUESTS, CellKey
from etl.vocabulary.rules import FAIL, NOT_ASSESSABLE, PASSED, UNCERTAIN
from tests.rules.shards import Sheet, consistent_cells, zero_cells
from tests.rules.specs import FEES, PEOPLE, TOTAL, items, requests, row

NOBODY: Final[Mapping[CellKey, str]] = {}
GOVERNMENT, TOWN = "测试县人民政府", "测试县青桐镇人民政府"


class About(TypedDict, total=False):
    """What a report may be told to be, beside what it prints."""

    agency: str
    kind: str
    level: str | None
    is_current: bool
    published_on: date | None
    units: Mapping[CellKey, str]


def a_report(printed: Mapping[CellKey, str] = NOBODY, year: int | None = 2023, form: str = "2021", without: Sequence[str] = (), **about: Unpack[About]) -> Sheet:
    """A report of zeros but for what is printed, without some tables."""
    cells = {key: text for key, text in zero_cells(form).items() if key[0] not in without}
    return Sheet({**cells, **printed}, form, year=year, **about)


def last_year(printed: Mapping[CellKey, str] = NOBODY, form: str = "2021", without: Sequence[str] = (), **about: Unpack[About]) -> Sheet:
    """The same agency's report of the year before."""
    return a_report(printed, 2022, form, without, **about)


@dataclass(frozen=True)
class SpecAcross:
    """One example: the reports, the `state` of the first, words of its message; `limits` are those of the peers."""

    rule: str
    says: str
    reports: Sequence[Sheet]
    state: str
    message: str = ""
    limits: Mapping[str, Any] = field(default_factory=dict)


CARRIED: Final = requests(PEOPLE, carried_out="4")
CARRY: Final = (
    SpecAcross("XY.CARRY", "上年结转下年度等于本年上年结转", [a_report(requests(PEOPLE, carried_in="4")), last_year(CARRIED)], PASSED),
    SpecAcross("XY.CARRY", "少结转一件", [a_report(requests(PEOPLE, carried_in="3")), last_year(CARRIED)], FAIL,
               "表三 · 自然人：“结转前后衔接”不成立，上年年报·结转下年度 4 ≠ 上年结转 3（差 1）"),
    SpecAcross("XY.CARRY", "上年空白", [a_report(requests(PEOPLE, carried_in="3")), last_year(requests(PEOPLE, carried_out=""))], UNCERTAIN,
               "表三：自然人无法核对“结转前后衔接”。上年年报·空白 1 个：自然人 · 结转下年度。"),
    SpecAcross("XY.CARRY", "本年无法识读", [a_report(requests(PEOPLE, carried_in="3？")), last_year(CARRIED)], UNCERTAIN, "不作为单位的差错"),
    SpecAcross("XY.CARRY", "没有上年年报", [a_report(requests(PEOPLE, carried_in="3")), a_report(CARRIED, 2021)], NOT_ASSESSABLE),
    SpecAcross("XY.CARRY", "上年年报没有表三", [a_report(requests(PEOPLE, carried_in="3")), last_year(without=[REQUESTS])], NOT_ASSESSABLE),
    SpecAcross("XY.CARRY", "另一个单位的年报", [a_report(requests(PEOPLE, carried_in="3")), last_year(CARRIED, agency="测试县教育局")], NOT_ASSESSABLE),
    SpecAcross("XY.CARRY", "单位未知", [a_report(requests(PEOPLE, carried_in="3"), agency=""), last_year(CARRIED, agency="")], NOT_ASSESSABLE),
)
IN_FORCE: Final = (
    SpecAcross("XY.IN_FORCE", "加制发减废止", [a_report(items("regulations", in_force="8", issued="3", repealed="1")), last_year(items("regulations", in_force="6"))], PASSED),
    SpecAcross("XY.IN_FORCE", "另有变动", [a_report(items("regulations", in_force="9", issued="3", repealed="1")), last_year(items("regulations", in_force="6"))], FAIL,
               "表二 · 规章：“现行有效件数衔接”不成立，上年年报·现行有效件数 6 + 本年制发件数 3 − 本年废止件数 1 = 8 ≠ 现行有效件数 9（差 −1）"),
    SpecAcross("XY.IN_FORCE", "现行有效填“/”", [a_report(items("regulations", in_force="/", issued="3")), last_year(items("regulations", in_force="6"))], UNCERTAIN,
               "不适用 1 个：规章 · 现行有效件数"),
    SpecAcross("XY.IN_FORCE", "上年是 2019 年格式", [a_report(items("regulations", in_force="9")), last_year(form="2019")], NOT_ASSESSABLE),
)
ITEM_COUNTS: Final = (
    SpecAcross("XY.ITEMS", "上年的数加上年的增减", [a_report(items("licences", items_last_year="7"), form="2019"), last_year(items("licences", items_last_year="9", items_change="-2"), form="2019")], PASSED),
    SpecAcross("XY.ITEMS", "接不上", [a_report(items("licences", items_last_year="9"), form="2019"), last_year(items("licences", items_last_year="9", items_change="-2"), form="2019")], FAIL,
               "上年年报·上一年项目数量 9 + 上年年报·本年增/减 −2 = 7 ≠ 上一年项目数量 9（差 −2）"),
    SpecAcross("XY.ITEMS", "上年增减缺失", [a_report(items("licences", items_last_year="9"), form="2019"), last_year(items("licences", items_change="missing"), form="2019")], UNCERTAIN,
               "上年年报·缺失 1 个：行政许可 · 本年增/减"),
    SpecAcross("XY.ITEMS", "2021 年格式没有这些列", [a_report(), last_year()], NOT_ASSESSABLE),
)
JUMP: Final = (
    SpecAcross("XY.JUMP", "正好五倍", [a_report(requests(TOTAL, received="100")), last_year(requests(TOTAL, received="20"))], PASSED),
    SpecAcross("XY.JUMP", "超过五倍", [a_report(requests(TOTAL, received="101")), last_year(requests(TOTAL, received="20"))], FAIL,
               "表三 · 总计 · 本年新收：与上年相差悬殊，本年 101 ÷ 上年 20 = 5.05，不在 0.2 至 5 之间。"),
    SpecAcross("XY.JUMP", "不到五分之一", [a_report(requests(TOTAL, received="3")), last_year(requests(TOTAL, received="20"))], FAIL, "本年 3 ÷ 上年 20 = 0.15"),
    SpecAcross("XY.JUMP", "上年的数太小", [a_report(requests(TOTAL, received="900")), last_year(requests(TOTAL, received="19"))], PASSED),
    SpecAcross("XY.JUMP", "元换算为万元", [a_report({FEES: "300000"}, units={FEES: "元"}), last_year({FEES: "30"}, units={FEES: "万元"})], PASSED),
    SpecAcross("XY.JUMP", "没有印单位，由“金额写法”列出", [a_report({FEES: "300000"}), last_year({FEES: "30"}, units={FEES: "万元"})], PASSED),
    SpecAcross("XY.JUMP", "本年空白", [a_report(requests(TOTAL, received="")), last_year(requests(TOTAL, received="20"))], UNCERTAIN, "空白 1 个：总计 · 本年新收"),
    SpecAcross("XY.JUMP", "本年空白而上年的数太小", [a_report(requests(TOTAL, received="")), last_year(requests(TOTAL, received="2"))], PASSED),
    SpecAcross("XY.JUMP", "没有上年年报", [a_report()], NOT_ASSESSABLE),
)
SAME: Final = consistent_cells("2021", 7)
RECEIVED: Final[CellKey] = (REQUESTS, "received", PEOPLE)
IDENTICAL: Final = (
    SpecAcross("XY.IDENTICAL", "有一个不同", [a_report({**SAME, RECEIVED: "999"}), last_year(SAME)], PASSED),
    SpecAcross("XY.IDENTICAL", "全部相同", [a_report(SAME), last_year(SAME)], FAIL, "个不为零的数字与上年年报全部相同"),
    SpecAcross("XY.IDENTICAL", "其余相同而一格无法识读", [a_report({**SAME, RECEIVED: "1O"}), last_year(SAME)], UNCERTAIN, "另有单元格不是数字"),
    SpecAcross("XY.IDENTICAL", "一格空白", [a_report({**SAME, RECEIVED: ""}), last_year(SAME)], UNCERTAIN, "另有单元格不是数字"),
    SpecAcross("XY.IDENTICAL", "不为零的太少", [a_report(row("granted", total="1", natural_person="1")), last_year(row("granted", total="1", natural_person="1"))], NOT_ASSESSABLE),
    SpecAcross("XY.IDENTICAL", "格式不同", [a_report(SAME), last_year(consistent_cells("2019", 7), form="2019")], NOT_ASSESSABLE),
)


def a_government(printed: Mapping[CellKey, str] = NOBODY, **about: Unpack[About]) -> Sheet:
    """The government's report of the division in which every other body is."""
    return replace(a_report(printed, **about), agency=GOVERNMENT, kind="government")


def a_town(printed: Mapping[CellKey, str] = NOBODY, year: int = 2023, **about: Unpack[About]) -> Sheet:
    """A township's report."""
    return replace(a_report(printed, year, **about), agency=TOWN, kind="township")


FIVE, THREE, TWO = (requests(TOTAL, received=number) for number in ("5", "3", "2"))
ROLLUPS: Final = (
    SpecAcross("ROLLUP", "等于部门与乡镇之和", [a_government(FIVE), a_report(THREE), a_town(TWO)], PASSED),
    SpecAcross("ROLLUP", "比部门与乡镇之和多一件", [a_government(requests(TOTAL, received="6")), a_report(THREE), a_town(TWO)], FAIL,
               "表三：1 个单元格与 2 个部门和乡镇之和不一致：总计 · 本年新收 本报告 6 ≠ 各单位之和 5（差 1）。合计的单位："),
    SpecAcross("ROLLUP", "缺一个乡镇，不判不符", [a_government(FIVE), a_report(THREE), a_town(TWO, 2021)], UNCERTAIN, f"1 个没有本年年报：{TOWN}；合计不全，无法核对。"),
    SpecAcross("ROLLUP", "一个部门的单元格空白", [a_government(FIVE), a_report(requests(TOTAL, received="")), a_town(TWO)], UNCERTAIN, "表三：1 个单元格在本报告或某个单位的年报中不是数字"),
    SpecAcross("ROLLUP", "本报告的单元格无法识读", [a_government(requests(TOTAL, received="5？")), a_report(THREE), a_town(TWO)], UNCERTAIN, "无法合计：总计 · 本年新收"),
    SpecAcross("ROLLUP", "没有导入下属单位", [a_government(FIVE)], NOT_ASSESSABLE),
    SpecAcross("ROLLUP", "不是政府", [a_report(FIVE), a_town(TWO)], NOT_ASSESSABLE),
    SpecAcross("ROLLUP", "区划未定", [a_government(FIVE, level=None), a_report(FIVE, level=None)], NOT_ASSESSABLE),
)
COVERED: Final = [a_report(year=2021), a_town(year=2021), a_town(year=2022), a_town(year=2023)]
COVERAGES: Final = (
    SpecAcross("COVERAGE", "每年都有", [a_report(), a_town()], PASSED),
    SpecAcross("COVERAGE", "中间缺一年，邻近单位有", [*COVERED, a_report()], FAIL,
               "2022 年度：本库没有本单位的年报，同一区划其他 1 个单位中有 1 个有。列在最近的 2021 年度年报名下。"),
    SpecAcross("COVERAGE", "最晚的年报之后缺一年", [a_report(year=2022), a_town(), a_town(year=2022)], UNCERTAIN, "单位当时可能尚未成立或已撤并"),
    SpecAcross("COVERAGE", "邻近单位也没有", [a_report(year=2021), a_town(year=2021), a_report()], PASSED),
    SpecAcross("COVERAGE", "区划未定", [a_report(level=None), a_town(year=2022, level=None)], NOT_ASSESSABLE),
    SpecAcross("COVERAGE", "年度未知", [a_report(year=None), a_town(year=2022)], NOT_ASSESSABLE),
)
EARLIER: Final = a_report(TWO, is_current=False, published_on=date(2024, 1, 20))
DUPLICATES: Final = (
    SpecAcross("DUPLICATE", "只有一份", [a_report()], PASSED),
    SpecAcross("DUPLICATE", "两份内容不同", [a_report(published_on=date(2024, 2, 20)), EARLIER], FAIL,
               "本单位 2023 年度有 2 份内容不同的年报，以第一份为准：测试县商务局2023.docx（2024-02-20）、测试县商务局2023.docx（2024-01-20）。"),
    SpecAcross("DUPLICATE", "其中一份没有读到统计表", [a_report(), Sheet({}, "unknown", is_current=False)], UNCERTAIN, "有 2 份内容不同的年报"),
    SpecAcross("DUPLICATE", "年度未知", [a_report(year=None), a_report(TWO, year=None)], NOT_ASSESSABLE),
    SpecAcross("DUPLICATE", "单位未知", [a_report(agency="")], NOT_ASSESSABLE),
)
LATES: Final = (
    SpecAcross("LATE", "部门在 1 月 31 日", [a_report(published_on=date(2024, 1, 31))], PASSED),
    SpecAcross("LATE", "部门在 2 月 1 日", [a_report(published_on=date(2024, 2, 1))], FAIL, "2023 年度年报：发布日期 2024-02-01 晚于期限 2024-01-31（1 天）。"),
    SpecAcross("LATE", "政府在 3 月 31 日", [a_government(published_on=date(2024, 3, 31))], PASSED),
    SpecAcross("LATE", "政府在 4 月", [a_government(published_on=date(2024, 4, 2))], FAIL, "期限 2024-03-31（2 天）"),
    SpecAcross("LATE", "2018 年度部门的期限是 3 月 31 日", [a_report(year=2018, published_on=date(2019, 3, 31))], PASSED),
    SpecAcross("LATE", "更正后重新发布，原版及时", [a_report(published_on=date(2024, 2, 20)), EARLIER], PASSED),
    SpecAcross("LATE", "另一版本没有写明日期", [a_report(published_on=date(2024, 2, 20)), a_report(TWO, is_current=False)], UNCERTAIN, "另有版本没有写明日期"),
    SpecAcross("LATE", "晚了一年以上", [a_report(published_on=date(2025, 6, 1))], UNCERTAIN, "可能是网站迁移后的日期"),
    SpecAcross("LATE", "没有写明日期", [a_report()], NOT_ASSESSABLE),
    SpecAcross("LATE", "年度未知", [a_report(year=None, published_on=date(2024, 6, 1))], NOT_ASSESSABLE),
)
PEERS: Final = {"year": 2023, "region_level": "county", "kind": "department", "one_row": False, "limit": 0.1, "peers": 12}
RESIDUALS: Final = (
    SpecAcross("PL.RESIDUAL", "不高于第 90 百分位", [a_report(requests(TOTAL, other__other="4", concluded="40"))], PASSED, limits=PEERS),
    SpecAcross("PL.RESIDUAL", "高于第 90 百分位", [a_report(requests(TOTAL, other__other="8", concluded="40"))], FAIL,
               "表三 · 总计 · 其他处理·其他：8 ÷ 40 = 20.0%，高于同类 12 份年报的第 90 百分位 10.0%。", limits=PEERS),
    SpecAcross("PL.RESIDUAL", "其他空白", [a_report(requests(TOTAL, other__other="", concluded="40"))], UNCERTAIN, "不是数字，无法与同类比较", limits=PEERS),
    SpecAcross("PL.RESIDUAL", "办结太少", [a_report(requests(TOTAL, other__other="8", concluded="20"))], NOT_ASSESSABLE, limits=PEERS),
    SpecAcross("PL.RESIDUAL", "同类太少", [a_report(requests(TOTAL, other__other="8", concluded="40"))], NOT_ASSESSABLE),
    SpecAcross("PL.RESIDUAL", "没有表三", [a_report(without=[REQUESTS])], NOT_ASSESSABLE, limits=PEERS),
)
SPECS_ACROSS: Final = (
    *CARRY, *IN_FORCE, *ITEM_COUNTS, *JUMP, *IDENTICAL, *ROLLUPS, *COVERAGES, *DUPLICATES, *LATES, *RESIDUALS,
)
