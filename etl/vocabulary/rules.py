"""Every rule declared once: what it asks, how grave a breach is, and what makes a judgement uncertain.

A rule warns and never blocks a load. A judgement is one of four states: `pass`, `fail`, `uncertain`
(an operand holds no number, or the reader was not sure of it) and `not_assessable` (the table is not there).
Only `fail` and `uncertain` become findings. A sum rule is data (`Identity`); its sentence is derived from it.
"""

from typing import Final

from etl.vocabulary.form import (
    FORM_2019,
    FORM_SOURCE,
    KINDS_OF_APPLICANT,
    OUTCOMES,
    PROACTIVE,
    REQUEST_ITEMS,
    REQUESTS,
    REVIEWS,
)
from etl.vocabulary.rule import (
    AT_LEAST,
    COLUMNS,
    DOUBT,
    ERROR,
    FAIL,
    INFO,
    NOT_ASSESSABLE,
    PASSED,
    ROWS,
    UNCERTAIN,
    WARNING,
    Identity,
    Rule,
    Term,
    less,
    plain_rule,
    sum_rule,
)
from etl.vocabulary.rules_across import RULES_ACROSS
from etl.vocabulary.rules_of_texts import RULES_OF_TEXTS

__all__ = ["ERROR", "FAIL", "INFO", "NOT_ASSESSABLE", "PASSED", "RULES", "RULE_BY_NAME", "UNCERTAIN", "WARNING", "Identity", "Rule"]


def _terms(*names: str) -> tuple[Term, ...]:
    return tuple(map(Term, names))


_RESULT_ROWS = tuple(word.name for word in REQUEST_ITEMS if word.name not in ("received", "carried_in", "concluded", "carried_out"))
_RESULTS_OF_REVIEW = tuple(word.name for word in OUTCOMES if word.name != "total")

T3_BALANCE: Final = sum_rule(
    "T3.BALANCE", "申请收支平衡", "Requests in and out balance",
    ("表三每一列：本年新收与上年结转之和，应等于办结总计与结转下年度之和（表格本身印有此关系）", "Table three, each column: received plus carried in equals concluded plus carried out (printed on the form itself)"),
    Identity(REQUESTS, ROWS, _terms("received", "carried_in"), _terms("concluded", "carried_out")),
)
T3_OUTCOMES: Final = sum_rule(
    "T3.OUTCOMES", "办理结果合计", "Outcomes add up",
    ("表三每一列：办结总计应等于各项办理结果之和；（六）其他处理印一行用一行，印三行用三行", "Table three, each column: concluded equals the sum of the outcomes; （六） counts as printed, one row or three"),
    Identity(REQUESTS, ROWS, _terms("concluded"), _terms(*_RESULT_ROWS)),
    ("办结总计 = 予以公开 + 部分公开 + 不予公开各项 + 无法提供各项 + 不予处理各项 + 其他处理", "concluded = granted + granted in part + refused + unavailable + not processed + otherwise handled"),
)
T3_APPLICANTS: Final = sum_rule(
    "T3.APPLICANTS", "申请人合计", "Applicants add up",
    ("表三每一行：总计应等于自然人与五类法人或其他组织之和；总计平衡不能证明各列无误", "Table three, each row: the total equals natural persons plus the five kinds of organisation; a balanced total does not clear the columns"),
    Identity(REQUESTS, COLUMNS, _terms("total"), _terms(*KINDS_OF_APPLICANT)),
)
T4_TOTAL: Final = sum_rule(
    "T4.TOTAL", "复议诉讼合计", "Reviews and cases add up",
    ("表四每一类：总计应等于结果维持、结果纠正、其他结果与尚未审结之和", "Table four, each channel: the total equals upheld, corrected, other and pending"),
    Identity(REVIEWS, COLUMNS, _terms("total"), _terms(*_RESULTS_OF_REVIEW)),
)

T2_2019: Final = sum_rule(
    "T2.2019", "项目减少不超过原有", "No more items fewer than there were",
    ("表二（2019 年格式）每一项：减少的项目不能多于上一年的项目", "Table two (form 2019), each row: items cannot decrease by more than there were the year before"),
    Identity(PROACTIVE, COLUMNS, _terms("items_change"), (less("items_last_year"),), AT_LEAST, form=FORM_2019),
)

NONNEGATIVE: Final = plain_rule(
    "NONNEGATIVE", ("不为负数", "Not negative"),
    ("除表二的本年增/减外，所填数字不应为负", "No number is negative, except the change in items of table two"),
    ("数值 ≥ 0", "value ≥ 0"), severity=ERROR, source=FORM_SOURCE,
)
INTEGER: Final = plain_rule(
    "INTEGER", ("件数为整数", "Counts are whole"),
    ("件数应为整数；金额除外", "Counts are whole numbers; amounts are not counts"),
    ("件数为整数", "the count is a whole number"), ("印的是小数而读取时未采信", "The cell prints a fraction that the reader did not take for a count"), severity=ERROR, source=FORM_SOURCE,
)
DECIMAL: Final = plain_rule(
    "DECIMAL", ("金额写法", "How an amount is written"),
    ("金额以万元计，最多保留四位小数", "Amounts are in 10,000 yuan with at most four decimals"),
    ("金额单位为万元，小数不超过四位", "amount in 10,000 yuan, at most four decimals"), ("金额不为零而没有印单位", "The amount is not 0 and no unit is printed"),
    severity=WARNING, tables=(PROACTIVE,), source=FORM_SOURCE,
)

BLANK: Final = plain_rule(
    "BLANK", ("空白单元格", "Blank cells"), ("单元格为空；空白不作零处理", "The cell is empty; a blank is not zero"),
    ("单元格填有内容", "the cell is filled in"), ("空白可能是零，也可能是漏填", "A blank may mean zero or a cell forgotten"),
)
NOT_APPLICABLE: Final = plain_rule(
    "NOT_APPLICABLE", ("填“不适用”的单元格", "Cells marked not applicable"), ("单元格填 /、—、无 等；不作零处理", "The cell prints / — 无 or the like; not zero"),
    ("单元格填有数字", "the cell holds a number"), ("“不适用”可能是零，也可能是无此事项", "The mark may mean zero or that there is no such matter"),
)
UNREADABLE: Final = plain_rule(
    "UNREADABLE", ("无法识读的单元格", "Unreadable cells"), ("单元格印有内容，但不能确定是哪个数字；保留原文，请人工核对", "Something is printed that is not certainly a number; kept as printed, for a person to check"),
    ("单元格能确定地读作一个数字", "the cell can be read as one number"), ("读取不能确定，不是单位的差错", "The reader is not certain; no fault of the agency"),
)
MISSING: Final = plain_rule(
    "MISSING", ("缺失的单元格", "Missing cells"), ("格式中有此单元格（或整张表），文件中没有找到", "The form has the cell (or the whole table), none was found in the document"),
    ("格式中的单元格都在文件中", "every cell of the form is in the document"), ("可能是文件没有，也可能是没有读到", "It may be absent, or it may not have been recognised"),
)
ALL_ZERO: Final = plain_rule(
    "ALL_ZERO", ("全零表", "A table of zeros"), ("整张表所填数字全部为零；对小单位属正常，列出供核对", "Every number of a table is zero; normal for a small agency, listed for checking"),
    ("表中有不为零的数字", "the table holds a number other than zero"), ("可能确实为零，也可能没有填报", "It may truly be zero, or not filled in"),
)
LEFT_OVER: Final = plain_rule(
    "LEFT_OVER", ("未认领的内容", "Left-over cells"), ("三张表中有内容没有归入任何单元格；请人工核对", "Something in the tables belongs to no cell of the form; for a person to check"),
    ("表中每项内容都归入一个单元格", "everything printed in the tables belongs to a cell"), ("读取不能确定其含义", "The reader cannot tell what it is"), doubt_severity=WARNING,
)

REGION_UNRESOLVED: Final = plain_rule(
    "REGION_UNRESOLVED", ("区划未确定", "Region not resolved"), ("单位所在行政区划应能由单位名称或文件中的依据确定", "The agency's division follows from its name or from evidence in the document"),
    ("单位对应一个行政区划", "the agency belongs to one division"), ("同名区划缺少依据，或区划代码表中没有该地名", "Namesakes without evidence, or a place that the gazetteer does not have"), doubt_severity=WARNING, tables=(),
)
AGENCY_UNKNOWN: Final = plain_rule(
    "AGENCY_UNKNOWN", ("单位未知", "Agency not known"), ("文件应写明编制报告的单位", "The document says whose report it is"),
    ("文件写明单位", "the document names the agency"), ("文件没有写明，不作猜测", "The document does not say, and nothing is guessed"), doubt_severity=WARNING, tables=(),
)
YEAR_UNKNOWN: Final = plain_rule(
    "YEAR_UNKNOWN", ("年度未知", "Year not known"), ("文件应写明报告所述的年度", "The document says which year it reports on"),
    ("文件写明年度", "the document names the year"), ("文件没有写明，或写的年度还没有到，不作猜测", "The document does not say, or names a year that has not begun; nothing is guessed"), doubt_severity=WARNING, tables=(),
)
CORRECTION_GUARD: Final = plain_rule(
    "CORRECTION_GUARD", ("更正与文件不符", "Correction does not match"), ("人工更正所针对的内容应与文件现在所说的相同；不同的更正不采用，请重新核对", "A correction by hand expects what the document says now; one that does not is not applied and must be looked at again"),
    ("文件所说与更正所针对的相同", "the document says what the correction expects"), ("文件换了版本，或读取得不同", "The document has a new version, or is read differently"), doubt_severity=WARNING, tables=(),
)

PL_CARRIED_OUT: Final = plain_rule(
    "PL.CARRIED_OUT", ("结转多于受理", "More carried out than on hand"),
    ("结转下年度的申请一般不多于本年新收与上年结转之和", "Requests carried out are usually no more than those received and carried in"),
    ("总计列：结转下年度 ≤ 本年新收 + 上年结转", "column total: carried out ≤ received + carried in"), DOUBT, tables=(REQUESTS,),
)
PL_DISPUTES: Final = plain_rule(
    "PL.DISPUTES", ("没有申请而有复议诉讼", "Disputes without any request"),
    ("没有新收和结转的申请，一般也没有复议诉讼；可能针对往年的申请，列出供核对", "Without requests received or carried in there are usually no reviews or cases; they may be about earlier years, listed for checking"),
    ("有复议诉讼则有新收或结转的申请", "where there are disputes there are requests"), DOUBT, tables=(REQUESTS, REVIEWS),
)

RULES: Final = (
    T3_BALANCE, T3_OUTCOMES, T3_APPLICANTS, T4_TOTAL, T2_2019, NONNEGATIVE, INTEGER, DECIMAL,
    BLANK, NOT_APPLICABLE, UNREADABLE, MISSING, ALL_ZERO, LEFT_OVER,
    REGION_UNRESOLVED, AGENCY_UNKNOWN, YEAR_UNKNOWN, CORRECTION_GUARD, PL_CARRIED_OUT, PL_DISPUTES,
    *RULES_ACROSS,
    *RULES_OF_TEXTS,
)
RULE_BY_NAME: Final = {rule.name: rule for rule in RULES}
