"""Rules that need more than one report: last year's, those of the same division, those of the peers, other versions."""

from typing import Final

from etl.vocabulary.form import FORM_2019, FORM_2021, PROACTIVE, REQUESTS
from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.rule import COLUMNS, INFO, ROWS, WARNING, Identity, Term, last, less, plain_rule, sum_rule

JUMP_BASE: Final = 20
JUMP_RATIOS: Final = (0.2, 5.0)
"""A number of at least the base last year is expected to stay between these multiples of it."""
IDENTICAL_MINIMUM: Final = 10
"""Cells other than zero below which two equal years say nothing."""
RESIDUAL_QUANTILE: Final = 0.9
RESIDUAL_PEERS: Final = 10
RESIDUAL_CONCLUDED: Final = STABILITY_LIMITS[0]
"""The share above which （六）3.其他 is pointed out, the peers it takes, and the requests concluded it takes."""
LATE_DAYS: Final = 366
"""Days after the deadline beyond which a date is more likely that of a moved website."""

XY_CARRY: Final = sum_rule(
    "XY.CARRY", "结转前后衔接", "Carried over as carried out",
    ("表三每一列：上年年报的结转下年度，应等于本年年报的上年结转", "Table three, each column: what last year's report carries out is what this year's carries in"),
    Identity(REQUESTS, ROWS, (last("carried_out"),), (Term("carried_in"),)), severity=WARNING,
)
XY_IN_FORCE: Final = sum_rule(
    "XY.IN_FORCE", "现行有效件数衔接", "In force follows from last year",
    ("表二（2021 年格式）每一行：上年现行有效件数加本年制发、减本年废止，一般等于本年现行有效件数；因清理等原因另有变动属正常", "Table two (form 2021), each row: in force last year plus issued less repealed is usually in force this year; other changes are lawful"),
    Identity(PROACTIVE, COLUMNS, (last("in_force"), Term("issued"), less("repealed")), (Term("in_force"),), form=FORM_2021), severity=INFO,
)
XY_ITEMS: Final = sum_rule(
    "XY.ITEMS", "项目数量衔接", "Items follow from last year",
    ("表二（2019 年格式）每一行：本年年报的上一年项目数量，应等于上年年报的上一年项目数量与本年增/减之和", "Table two (form 2019), each row: items last year equals items last year plus change in last year's report"),
    Identity(PROACTIVE, COLUMNS, (last("items_last_year"), last("items_change")), (Term("items_last_year"),), form=FORM_2019), severity=WARNING,
)
_OF_TWO_YEARS = ("任一年的数字空白、不适用、无法识读或缺失时无法判断", "Uncertain when the number of either year is blank, not applicable, unreadable or missing")
XY_JUMP: Final = plain_rule(
    "XY.JUMP", ("与上年相差悬殊", "Far from last year"),
    ("上年不少于 20 的合计数或件数，本年一般在上年的五分之一到五倍之间；超出的列出供核对", "A total or count of at least 20 last year usually stays between a fifth of it and five times it; listed for checking where it does not"),
    ("0.2 ≤ 本年 ÷ 上年 ≤ 5（上年 ≥ 20）", "0.2 ≤ this year ÷ last year ≤ 5 (last year ≥ 20)"), _OF_TWO_YEARS, severity=WARNING,
)
XY_IDENTICAL: Final = plain_rule(
    "XY.IDENTICAL", ("与上年完全相同", "The same as last year"),
    ("三张表不为零的数字（至少十个）不应与上年年报全部相同", "The numbers other than zero of the three tables (ten at least) are not all those of last year's report"),
    ("不为零的数字与上年不全相同", "not every number other than zero is last year's"), _OF_TWO_YEARS, severity=WARNING,
)
ROLLUP: Final = plain_rule(
    "ROLLUP", ("与下属单位合计不一致", "Not the sum of its bodies"),
    ("政府年报的每个单元格，与同一区划已导入的部门和乡镇年报之和相比；政府自行受理的申请也会造成差额", "Each cell of a government's report beside the sum of the loaded reports of the departments and townships of its division; requests that the government handles itself also make a difference"),
    ("政府年报 = 部门和乡镇年报之和", "the government's report = the sum of departments and townships"),
    ("有单位的年报没有导入，或有单元格不是数字", "A body's report is not loaded, or a cell holds no number"), severity=WARNING,
)
COVERAGE: Final = plain_rule(
    "COVERAGE", ("有一年没有年报", "A year without a report"),
    ("同一区划其他单位过半有年报的年度，本单位也应有；没有导入不等于没有发布", "A year for which most other bodies of the division have a report has one of this body too; not loaded does not mean not published"),
    ("同区划过半单位有年报的年度，本单位有年报", "a year reported by most of the division is reported by this body"),
    ("该年度在本单位最早的年报之前或最晚的年报之后，单位当时可能尚未成立或已撤并", "The year is before the body's first or after its last report: it may not have existed then"), severity=WARNING, tables=(),
)
DUPLICATE: Final = plain_rule(
    "DUPLICATE", ("同一年度有不同的年报", "Different reports for one year"),
    ("一个单位一个年度只应有一份年报；内容不同的版本列出供核对，以后发布的为准", "One report for one body and year; versions that differ are listed for checking, the later one counts"),
    ("本单位本年度的年报只有一份", "the body has one report for the year"), ("其中有没有读到统计表的文件", "One of them holds no table that could be read"), severity=WARNING, tables=(),
)
LATE: Final = plain_rule(
    "LATE", ("晚于期限发布", "Published after the deadline"),
    ("部门应在次年 1 月 31 日前、政府应在次年 3 月 31 日前发布；按文件写明的最早发布日期，没有写明的不判断", "Departments publish by 31 January, governments by 31 March of the year after; by the earliest date the documents say, not judged when they say none"),
    ("发布日期不晚于期限", "published on or before the deadline"),
    ("另有版本没有写明日期，或晚了一年以上（可能是网站迁移后的日期）", "Another version says no date, or it is over a year late (it may be the date of a moved website)"), severity=WARNING, tables=(),
    source="政府信息公开条例",
)
PL_RESIDUAL: Final = plain_rule(
    "PL.RESIDUAL", ("其他兜底偏高", "A high residual"),
    ("其他兜底占办结的比例，一般不高于同年同层级同类单位的第 90 百分位；办结不足 30 件或同类不足 10 份的不判断", "The residual's share of requests concluded is usually within the 90th percentile of peers of the year, level and kind; not judged under 30 concluded or 10 peers"),
    ("其他兜底 ÷ 办结总计 ≤ 同类第 90 百分位", "residual other ÷ concluded ≤ the peers' 90th percentile"), _OF_TWO_YEARS, tables=(REQUESTS,),
)
RULES_ACROSS: Final = (XY_CARRY, XY_IN_FORCE, XY_ITEMS, XY_JUMP, XY_IDENTICAL, ROLLUP, PL_RESIDUAL, COVERAGE, DUPLICATE, LATE)
