"""What the page `dictionary` says."""

from typing import Final

from etl.vocabulary.labels import COLUMN_INDICATOR, KIND, SECTOR, Text

DICTIONARY = Text("数据字典", "Dictionary")
DICTIONARY_PURPOSE = Text("每个表、每一列、每个指标和规则的含义、算式、单位和出处。", "What every table, column, indicator and rule means: definition, formula, unit and source.")

# ── the words ────────────────────────────────────────────────────────────────────────────────────────────────────────

FIND_WORD = Text("查找", "Find")
FIND_WORD_PLACEHOLDER = Text("名称、代码名或释义的一部分，如 予以公开、refusal", "Part of a name, a code name or a definition, such as refusal")
WORD_KIND = Text("种类", "Kind")
ALL_WORD_KINDS = Text("全部种类", "All kinds")
WORD_KINDS: Final[dict[str, Text]] = {
    "indicator": COLUMN_INDICATOR,
    "rule": Text("核查规则", "Rule"),
    "item": Text("统计表的行", "Row of the form"),
    "measure": Text("表二的列", "Column of table two"),
    "applicant": Text("表三的申请人", "Applicant of table three"),
    "channel": Text("表四的渠道", "Channel of table four"),
    "outcome": Text("表四的结果", "Outcome of table four"),
    "status": Text("填报状态", "Status of a cell"),
    "section": Text("年报的部分", "Part of the report"),
    "table": Text("数据表", "Table of the database"),
    "column": Text("数据表的列", "Column of the database"),
    "document_outcome": Text("文件的处理结果", "Outcome of a document"),
    "reason": Text("未作现行年报的原因", "Reason of an outcome"),
    "agency_kind": KIND,
    "sector": SECTOR,
    "region_status": Text("区划判定", "Region status"),
    "decision": Text("对核查发现的处理", "Decision about a finding"),
    "correction_kind": Text("更正的内容", "What is corrected"),
    "correction_state": Text("更正的结果", "What became of a correction"),
    "theme": Text("第五部分的主题", "Theme of section five"),
    "role": Text("语句的性质", "Role of a sentence"),
    "role_source": Text("性质的依据", "What decided on a role"),
    "reuse_reason": Text("文本复用未计算的原因", "Why a measure of reuse is missing"),
}
"""In the order in which a reader asks for them."""
WORDS_FOUND = Text("{n} 个词，点一行看它的算式、出处和填报情况", "{n} words; click one for its formula, its source and who fills it in")
WORDS_ALT = Text("数据字典：名称、种类、释义、算式、计量单位、出处和代码名。", "The dictionary: name, kind, definition, formula, unit, source and code name.")
NO_WORD = Text("没有含“{word}”的词。请换一个更短的词，或放宽“种类”。", "No word holds “{word}”. Try a shorter one, or widen the kinds.")
NO_WORD_OF_KIND = Text("所选种类里没有词。请放宽“种类”。", "No word of these kinds. Widen the kinds.")
NO_SUCH_WORD = Text("链接里的词“{word}”不在数据字典里；请在上面的表里另选一个。", "The word “{word}” in the link is not in the dictionary; choose another one above.")
COLUMN_NAME = Text("名称", "Name")
COLUMN_DEFINITION = Text("释义", "Definition")
COLUMN_FORMULA = Text("算式", "Formula")
COLUMN_SOURCE = Text("出处", "Source")
COLUMN_CODE_NAME = Text("代码名", "Code name")
NO_FORMULA = Text("没有", "none")

# ── one word ─────────────────────────────────────────────────────────────────────────────────────────────────────────

FORM_PRINTS = Text("印有这一项的格式", "Forms that print it")
FOUND_IN = Text("所在的数据表", "Tables that have it")
FOUND_NOWHERE = Text("只在按组汇总时计算，不在数据表里", "Computed over groups only; in no table")

# ── who fills it in ──────────────────────────────────────────────────────────────────────────────────────────────────

FILLED_TITLE = Text("{n} 项指标中 {most} 项在九成以上的年报里有数；最少的是“{least}”，{share}", "{most} of {n} indicators have a number in at least nine of ten reports; fewest for “{least}”, {share}")
FILLED_TITLE_ONE = Text("“{least}”在 {share} 的年报里有数（{known} / {asked} 份）", "“{least}” has a number in {share} of the reports ({known} of {asked})")
FILLED_NONE = Text("这些词里没有按年报逐份计算的指标", "None of these words is an indicator that each report has")
FILLED_NONE_DO = Text("把“种类”放宽到“指标”，或换一个查找词，就能看到各项的填报情况。", "Widen the kinds to indicators, or look for another word, to see how many reports fill each in.")
FILLED_NO_REPORT = Text("当前筛选下没有印有这些项目的年报", "No report under the filters prints these items")
FILLED_ALT = Text("有数的年报所占比例，每项指标一条横线，最少的在上，共画 {n} 项。", "Share of reports with a number, one bar an indicator, the fewest on top, {n} drawn.")
FILLED_NOTE = Text("只在格式印有该项的年报里计算；空白、不适用、无法识读和分母为零都算没有数，不等于零。", "Only among reports whose form prints the item. Blank, not applicable, unreadable and a denominator of zero all count as no number, which is not zero.")
FILLED_CUT = Text("只画有数最少的 {n} 项，其余在“表”里。", "Only the {n} filled least are drawn; the table has all.")
FILLED_POINT = Text("{known} / {asked} 份有数，{share}", "{known} of {asked} reports have a number, {share}")
YEARS_TITLE = Text("“{name}”：{span}要求填报的 {asked} 份年报里 {known} 份有数（{share}）", "“{name}”, {span}: {known} of the {asked} reports that print it have a number ({share})")
YEARS_TITLE_NONE = Text("“{name}”：当前筛选下没有印有这一项的年报", "“{name}”: no report under the filters prints it")
YEARS_ALT = Text("各年有“{name}”数字的年报所占比例，柱形图。", "Share of reports with a number for “{name}” by year, bars.")
COLUMN_KNOWN_REPORTS = Text("有数的年报", "Reports with a number")
COLUMN_ASKED = Text("印有该项的年报", "Reports that print it")
COLUMN_FILLED = Text("有数的比例", "Share with a number")
