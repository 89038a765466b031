"""Every table and column of the warehouse, declared once: the DDL, the comments in the file and the help texts come from here.

The names are the contract with everybody who opens the file; add freely, rename or drop only with a note in the changelog.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from etl.vocabulary.columns import (
    AGENCY_ID,
    AMOUNT,
    COUNT,
    DATE,
    DOCUMENT_ID,
    FLAG,
    FORM,
    ITEM,
    KIND,
    PLACE,
    POSITION,
    RATE,
    RAW,
    REGION_CODE,
    REPORT_ID,
    REPORT_KEYS,
    REPORT_NUMBER,
    RULE,
    SECTION,
    SECTOR,
    SEVERITY,
    SMALL,
    STATE,
    STATUS,
    TABLE_NAME,
    TEXT,
    TEXT_COLUMN,
    TIME,
    VALUE,
    YEAR,
    Column,
    Table,
    column,
    optional,
    table,
)
from etl.vocabulary.form import PROACTIVE, REQUESTS, REVIEWS
from etl.vocabulary.indicator import GROUP_ONLY, KEY, Indicator
from etl.vocabulary.indicators import INDICATORS
from etl.vocabulary.tables_of_texts import SHARED_TEXTS, TEXT_COUNTS, TEXT_MATCHES, TEXT_REUSE, THEME_COUNTS
from etl.vocabulary.words import Word

__all__ = ["AMOUNT", "CELLS", "COUNT", "FACT_TABLES", "INDICATORS_TABLE", "RATE", "SMALL", "TABLES", "TABLE_BY_NAME", "Column", "Table", "words"]

DOCUMENTS: Final = table("documents", "文件", "Documents", "每个见到的文件一行（同一文件在不同路径各一行）",
    "One per file seen (the same file under two paths stands twice)", (
        DOCUMENT_ID,
        column("path", TEXT, "路径", "Path", "相对于导入时所给路径的路径；压缩包内为 包名.zip/成员",
                "Relative to the path named when loading; archive.zip/member inside an archive"),
        column("media_type", TEXT, "文件类型", "Media type", "按内容判断的类型；空表示未能识别", "Told from the content; NULL when not known", nullable=True),
        column("size_bytes", COUNT, "大小", "Size", "字节数；空表示未能读取", "NULL when it could not be read", "字节", nullable=True),
        column("outcome", TEXT, "处理结果", "Outcome", "loaded 已导入、duplicate 重复、superseded 被新版取代、rejected 未导入",
                "loaded, duplicate, superseded or rejected"),
        column("reason_code", TEXT, "原因代码", "Reason code", "未作为现行报告的原因；空表示已导入", "Why it is not the current report; NULL when it is", nullable=True),
        column("reason", TEXT, "原因", "Reason", "原因的说明；空表示已导入", "The reason in words; NULL when loaded", nullable=True),
        optional(REPORT_ID), optional(REPORT_NUMBER),
        column("first_seen", TIME, "首次见到", "First seen", "首次导入的时间（UTC）", "When it was first loaded (UTC)"),
    ), ("document_id", "path"), (("report_id", "reports"),))

REGIONS: Final = table("regions", "行政区划", "Regions", "每个行政区划一行", "One per administrative division", (
        replace(REGION_CODE, nullable=False),
        column("name", TEXT, "名称", "Name", "区划名称", "Name of the division", source="GB/T 2260"),
        column("level", TEXT, "层级", "Level", "province 省级、prefecture 地级、county 县级", "province, prefecture or county", source="GB/T 2260"),
        column("parent_code", TEXT, "上级代码", "Parent", "上级区划的代码；省级为空", "Code of the division above; NULL for a province", nullable=True, source="GB/T 2260"),
        column("province_name", TEXT, "省级名称", "Province", "所属省级区划", "The province it belongs to", nullable=True, source="GB/T 2260"),
        column("prefecture_name", TEXT, "地级名称", "Prefecture", "所属地级区划；空表示没有", "The prefecture it belongs to; NULL when none", nullable=True, source="GB/T 2260"),
        column("county_name", TEXT, "县级名称", "County", "县级区划；空表示本身不是县级", "The county; NULL for the levels above", nullable=True, source="GB/T 2260"),
    ), ("region_code",))

AGENCIES: Final = table("agencies", "单位", "Agencies", "每个编制年度报告的单位一行", "One per reporting body", (
        AGENCY_ID,
        column("name", TEXT, "单位名称", "Name", "年度报告所印的单位名称；空字符串表示文件没有写明",
                "Name as printed; the empty text when the document does not say"),
        REGION_CODE,
        column("region_status", TEXT, "区划判定", "Region status", "resolved 已确定、ambiguous 有多个可能、unresolved 未能确定",
                "resolved, ambiguous or unresolved"),
        column("region_evidence", TEXT, "判定依据", "Region evidence", "据以确定（或不能确定）区划的依据", "What decided the region, or why nothing could"),
        column("region_candidates", TEXT, "候选区划", "Region candidates", "可能的区划代码，JSON 列表", "Possible region codes, a JSON list"),
        column("level", TEXT, "层级", "Level", "所在区划的层级；空表示未能确定", "Level of its region; NULL when not resolved", nullable=True),
        KIND, SECTOR,
        column("reports", COUNT, "现行年报数", "Current reports", "本库中该单位的现行报告份数", "How many current reports of it are in this file", "份"),
        column("first_year", SMALL, "最早年度", "First year", "有现行报告的最早年度；空表示年度都未能确定", "The earliest year with a current report; NULL when no year is known", nullable=True),
        column("last_year", SMALL, "最近年度", "Last year", "有现行报告的最近年度；空表示年度都未能确定", "The latest year with a current report; NULL when no year is known", nullable=True),
        column("years", TEXT, "有年报的年度", "Years reported", "有现行报告的各年度，由早到晚，JSON 列表；空列表表示年度都未能确定", "The years with a current report, oldest first, a JSON list; empty when no year is known"),
    ), ("agency_id",), (("region_code", "regions"),))

REPORTS: Final = table("reports", "年度报告", "Reports", "每个单位、年度和文件版本一行", "One per agency, year and document version", (
        REPORT_ID, REPORT_NUMBER, AGENCY_ID, YEAR, FORM, DOCUMENT_ID,
        column("title", TEXT, "标题", "Title", "年度报告的标题", "Title of the report"),
        column("published_on", DATE, "发布日期", "Published on", "文件写明的发布日期；空表示没有写明", "As the document says; NULL when it does not", nullable=True),
        column("is_current", FLAG, "现行", "Current", "是否为该单位该年度的现行版本", "Whether this is the version that counts for its agency and year"),
        column("agency_from", TEXT, "单位依据", "Agency from", "单位名称取自何处", "Where the agency's name was found"),
        column("year_from", TEXT, "年度依据", "Year from", "年度取自何处", "Where the year was found"),
    ), ("report_id",), (("agency_id", "agencies"),))


def _facts(name: str, zh: str, en: str, measure: Column, value: Column, key: tuple[str, str], extra: tuple[Column, ...] = ()) -> Table:
    item = replace(ITEM, word=replace(ITEM.word, name=key[0]))
    columns = (REPORT_ID, REPORT_NUMBER, item, measure, value, *extra, STATUS, RAW, PLACE)
    return table(name, zh, en, f"{zh}每个印出的单元格一行", f"One per printed cell of {en[0].lower()}{en[1:]}", columns, ("report_id", *key), (("report_id", "reports"),))


PROACTIVE_TABLE: Final = _facts(PROACTIVE, "表二 主动公开", "Table two, proactive disclosure",
    column("measure", TEXT, "指标", "Measure", "表二的列", "The column of table two"),
    column("value", AMOUNT, "数值", "Value", "所报数值；空表示未报告，不等于零", "The number reported; NULL means not reported, never zero", nullable=True),
    ("item", "measure"),
    (column("unit", TEXT, "单位", "Unit", "所印的计量单位；空表示没有印", "The unit printed; NULL when none is", nullable=True),))
REQUESTS_TABLE: Final = _facts(REQUESTS, "表三 依申请公开", "Table three, requests",
    column("applicant", TEXT, "申请人", "Applicant", "申请人类别", "Kind of applicant"), VALUE, ("item", "applicant"))
REVIEWS_TABLE: Final = _facts(REVIEWS, "表四 复议诉讼", "Table four, reviews and litigation",
    column("outcome", TEXT, "结果", "Outcome", "复议、诉讼结果", "Outcome of the review or case"), VALUE, ("channel", "outcome"))

CORRECTIONS: Final = table("corrections", "人工更正", "Corrections", "每条人工更正和所涉及的每份报告一行；没有找到报告的也有一行",
    "One per correction by hand and report that it is about; one that finds no report stands once", (
        column("correction_id", TEXT, "更正编号", "Correction", "由所更正的文件和位置合成，重建后不变", "Made from the document and the place that it corrects; the same after every rebuild"),
        optional(REPORT_ID), optional(REPORT_NUMBER), optional(DOCUMENT_ID),
        column("kind", TEXT, "更正内容", "What", "cell 单元格、agency 单位、region 区划、year 年度", "cell, agency, region or year"),
        optional(TABLE_NAME), optional(ITEM),
        column("measure", TEXT, "列", "Measure", "表二为指标，表三为申请人，表四为结果；空表示更正的不是单元格", "Measure, applicant or outcome; NULL when no cell is corrected", nullable=True),
        column("state", TEXT, "采用情况", "State", "applied 已采用、guard_failed 与文件不符、not_found 没有找到", "applied, guard_failed or not_found"),
        column("expected", TEXT, "针对的内容", "Expected", "更正时所见的内容；空字符串表示空白或不知道", "What stood there when it was corrected; the empty text for blank or not known"),
        column("document_value", TEXT, "文件所说", "As the document says", "文件所印或从文件读出的内容，更正不改变它；空表示文件中没有", "As printed or read from the document, which no correction changes; NULL when it is not in the document", nullable=True),
        column("corrected_value", TEXT, "更正为", "Corrected to", "更正后的内容", "What is right"),
        column("reason", TEXT, "理由", "Reason", "更正的理由", "Why it is corrected"),
        column("corrected_by", TEXT, "更正人", "Corrected by", "谁更正的", "Who corrected it"),
        column("corrected_at", TIME, "更正时间", "Corrected at", "更正人所写的时间", "When, as the person wrote it"),
        column("listed_in", TEXT, "出处", "Listed in", "更正写在哪个文件第几行", "The file and line that says so"),
    ), ("correction_id", "report_id"), (("report_id", "reports"),))

CELLS: Final = table("cells", "全部单元格", "All cells", "三张统计表的单元格合为一个视图，含非现行版本",
    "The cells of the three tables as one view, superseded versions included", (
        column("path", TEXT, "路径", "Path", "报告所取自的文件", "The file the report was taken from"),
        REPORT_ID,
        column("agency", TEXT, "单位", "Agency", "单位名称", "Name of the agency"),
        YEAR, FORM, TABLE_NAME, ITEM,
        column("measure", TEXT, "列", "Measure", "表二为指标，表三为申请人，表四为结果", "Measure, applicant or outcome"),
        column("value", AMOUNT, "数值", "Value", "所报数值；空表示未报告，不等于零", "The number reported; NULL means not reported, never zero", nullable=True),
        STATUS, RAW, PLACE,
        column("is_current", FLAG, "现行", "Current", "是否属于现行版本", "Whether the report is the current version"),
        column("is_corrected", FLAG, "人工更正", "Corrected", "数值是否为人工更正后的；文件所说见 raw 和 corrections", "Whether the value is one corrected by hand; what the document says is in raw and in corrections"),
    ), ("report_id", "table_name", "item", "measure"), is_view=True)

SECTIONS_TABLE: Final = table("sections", "章节", "Sections", "每份报告的每个章节一行", "One per section of the narrative", (
        REPORT_ID, REPORT_NUMBER, POSITION, SECTION,
        column("heading", TEXT, "标题", "Heading", "章节标题，原样；没有时为空字符串", "As printed; the empty text when there is none"),
        TEXT_COLUMN, PLACE,
    ), ("report_id", "position"), (("report_id", "reports"),))

SENTENCES: Final = table("sentences", "语句", "Sentences", "“存在的主要问题及改进情况”每句一行", "One per sentence of section problems", (
        REPORT_ID, REPORT_NUMBER, POSITION,
        column("role", TEXT, "性质", "Role", "problem 问题、measure 措施、other 其他；未能判定的为 other", "problem, measure or other; what cannot be told is other"),
        column("role_from", TEXT, "性质依据", "Role from", "words 句中用语、part 所在部分、neighbours 前后语句；空表示性质为 other", "words, part or neighbours; NULL when the role is other", nullable=True),
        TEXT_COLUMN,
        column("theme", TEXT, "主题", "Theme", "所涉主题中用语最多的一个；空表示没有判定出主题", "The theme that most words speak for; NULL when none is found", nullable=True),
        column("themes", TEXT, "全部主题", "Themes", "所涉的全部主题，JSON 列表，用语多的在前；没有时为空列表", "All its themes, those that most words speak for first, a JSON list; empty when there is none"),
        column("words", TEXT, "判定用语", "Words", "据以判定性质和主题的用语，JSON 列表：says 判定为什么，word 用语，start、end 在句中的起止（字数，从 0 起，不含 end）；空列表表示没有",
               "The words that decided on role and themes, a JSON list: what each says, the word, and start and end in the sentence (characters from 0, end not included); empty when there are none"),
    ), ("report_id", "position"), (("report_id", "reports"),))

PROBLEM_THEMES: Final = table("problem_themes", "问题主题", "Problem themes", "每份现行报告第五部分写到问题或改进的每个主题一行；没有第五部分的没有行",
    "One per current report and theme that its section problems names as a problem or tells a measure for; none without that section", (
        REPORT_ID, REPORT_NUMBER,
        column("theme", TEXT, "主题", "Theme", "所涉主题", "What it is about"),
        column("named", COUNT, "写为问题", "Named", "把它写为问题的句数", "Sentences that name it as a problem", "句"),
        column("promised", COUNT, "写有改进", "Promised", "写它的改进的句数，已做的和将做的都算", "Sentences that tell what was or will be done about it", "句"),
        column("named_before", COUNT, "上年写为问题", "Named before", "本单位上年年报把它写为问题的句数；空表示年度未能确定、没有上年年报，或上年年报没有第五部分", "The same in the agency's report of the year before; NULL when the year is not known, or there is no such report, or it has no such section", "句", nullable=True),
        column("promised_before", COUNT, "上年写有改进", "Promised before", "本单位上年年报写它的改进的句数；空的情形同上", "The same in the agency's report of the year before; NULL as before", "句", nullable=True),
        column("is_repeated", FLAG, "改进后又写为问题", "Named again", "上年写了改进，本年又写为问题；逐份合计即为反复出现的问题数；空的情形同上", "Named this year although a measure was told the year before; summed by report it is the number of repeated problems; NULL as before", nullable=True),
    ), ("report_id", "theme"), (("report_id", "reports"),))

LEFT_OVERS: Final = table("left_overs", "未认领单元格", "Left-over cells", "统计表中无人认领的单元格，每个一行", "One per cell of the tables that nobody claimed", (
        REPORT_ID, TABLE_NAME, TEXT_COLUMN, PLACE,
        column("reason", TEXT, "原因", "Reason", "未认领的原因", "Why nobody claimed it"),
    ), (), (("report_id", "reports"),))

FINDINGS: Final = table("findings", "核查发现", "Findings", "现行报告中每条未通过或无法判断的规则一行",
    "One per rule that did not pass or could not be judged, of current reports", (
        column("finding_id", TEXT, "发现编号", "Finding", "由单位、年度、规则和单元格合成，重建后不变", "Made from agency, year, rule and cells; the same after every rebuild"),
        REPORT_ID, REPORT_NUMBER,
        RULE, SEVERITY, STATE,
        column("expression", TEXT, "算式", "Expression", "所核对的算式，用统计表的用语", "What was compared, in the words of the form"),
        column("left_value", RATE, "左值", "Left value", "算式左边；空表示无法计算", "Left side; NULL when it cannot be computed", nullable=True),
        column("right_value", RATE, "右值", "Right value", "算式右边；空表示无法计算", "Right side; NULL when it cannot be computed", nullable=True),
        column("delta", RATE, "差额", "Difference", "左值减右值；空表示无法计算", "Left minus right; NULL when it cannot be computed", nullable=True),
        column("cells", TEXT, "涉及单元格", "Cells", "涉及的单元格，JSON 列表", "The cells concerned, a JSON list"),
        column("message", TEXT, "说明", "Message", "一句话说明", "The finding in one sentence, in Chinese"),
        column("expression_en", TEXT, "算式（英文）", "Expression in English", "算式的英文", "The expression in English"),
        column("message_en", TEXT, "说明（英文）", "Message in English", "说明的英文", "The message in English"),
    ), ("finding_id",), (("report_id", "reports"),))

FINDING_COUNTS: Final = table("finding_counts", "核查发现计数", "Finding counts", "每个区划、年度、单位类别、系统、规则和结论一行：核查发现的条数和报告份数",
    "One per division, year, kind and sector of agency, rule and verdict: how many findings in how many reports", (
        REGION_CODE, YEAR, KIND, SECTOR, RULE, SEVERITY, STATE,
        column("findings", COUNT, "发现数", "Findings", "核查发现的条数", "Number of findings", "条"),
        column("reports", COUNT, "报告数", "Reports", "有这种发现的现行报告份数", "Current reports that have one", "份"),
    ), ("region_code", "year", "kind", "sector", "rule", "severity", "state"))

JUDGEMENTS: Final = table("judgements", "核查次数", "Judgements", "每份现行报告、每条规则一行：各种结论的次数",
    "One per current report and rule: how many judgements came out which way", (
        REPORT_ID,
        RULE,
        column("passed", COUNT, "相符", "Passed", "相符的次数", "Judgements that passed", "次"),
        column("failed", COUNT, "不符", "Failed", "不符的次数", "Judgements that failed", "次"),
        column("uncertain", COUNT, "无法判断", "Uncertain", "有单元格空白或无法识读的次数", "Judgements with a blank or unreadable operand", "次"),
        column("not_assessable", COUNT, "无从核查", "Not assessable", "文件中没有相应统计表的次数", "Judgements whose table is not in the document", "次"),
    ), ("report_id", "rule"), (("report_id", "reports"),))

JUDGEMENT_COUNTS: Final = table("judgement_counts", "核查结论合计", "Verdict counts", "每个区划、年度、单位类别、系统和规则一行：各种结论的报告份数",
    "One per division, year, kind and sector of agency, and rule: in how many reports the rule came out which way", (
        REGION_CODE, YEAR, KIND, SECTOR, RULE,
        column("passed", COUNT, "相符", "Passed", "有判断且处处相符的报告份数", "Reports where it was judged and passed throughout", "份"),
        column("failed", COUNT, "不符", "Failed", "至少一处不符的报告份数", "Reports where it failed at least once", "份"),
        column("uncertain", COUNT, "无法判断", "Uncertain", "没有不符，但至少一处无法判断的报告份数", "Reports where it failed nowhere but could not be judged at least once", "份"),
        column("not_assessable", COUNT, "无从核查", "Not assessable", "文件中没有相应内容的报告份数", "Reports whose document has nothing that it could be asked of", "份"),
        column("reports", COUNT, "报告数", "Reports", "现行报告份数", "Current reports", "份"),
    ), ("region_code", "year", "kind", "sector", "rule"))


VOCABULARY: Final = table("vocabulary", "词汇", "Vocabulary", "每个列、事项、指标、规则等词一行", "One per column, item, indicator, rule and other declared word", (
        column("name", TEXT, "代码名", "Name", "代码名；列为 表名.列名", "Code name; table.column for a column"),
        column("kind", TEXT, "种类", "Kind of word", "table、column、item、measure、applicant、channel、outcome、indicator、rule 等", "table, column, item, measure, applicant, channel, outcome, indicator, rule and so on"),
        column("label_zh", TEXT, "中文名", "Chinese label", "中文名称", "Label in Chinese"),
        column("label_en", TEXT, "英文名", "English label", "英文名称", "Label in English"),
        column("unit", TEXT, "单位", "Unit", "计量单位；空表示没有", "Unit; NULL when it measures nothing", nullable=True),
        column("definition", TEXT, "定义", "Definition", "中文定义", "Definition in Chinese"),
        column("definition_en", TEXT, "英文定义", "English definition", "英文定义", "Definition in English"),
        column("source", TEXT, "出处", "Source", "所依据的文件或文献", "The law, form or paper it rests on"),
    ), ("kind", "name"))

BUILDS: Final = table("builds", "构建", "Builds", "本库一行：何时由何版本建成", "One row: when this file was built, and by what", (
        column("build_id", TEXT, "构建编号", "Build", "本库编号", "Id of this file"),
        column("built_at", TIME, "时间", "Built at", "建成时间（UTC）", "When it was built (UTC)"),
        column("code_version", TEXT, "程序版本", "Code version", "程序代码的指纹", "Fingerprint of the program's code"),
        column("reader_version", TEXT, "读取版本", "Reader version", "读取与识别部分的指纹", "Fingerprint of the reading and recognising code"),
        column("inputs", TEXT, "输入指纹", "Inputs", "文件目录、区划、更正与程序合成的指纹；相同则无需重建", "Fingerprint of catalogue, divisions, corrections and code; the same means nothing to rebuild"),
        column("documents", COUNT, "文件数", "Documents", "文件数", "Number of documents", "份"),
        column("reports", COUNT, "报告数", "Reports", "报告版本数", "Number of report versions", "份"),
        column("cells", COUNT, "单元格数", "Cells", "单元格数", "Number of cells", "个"),
        column("findings", COUNT, "发现数", "Findings", "核查发现数", "Number of findings", "条"),
    ), ("build_id",))


def _indicator_columns(indicators: tuple[Indicator, ...]) -> tuple[Column, ...]:
    stored = (word for word in indicators if word.family not in (GROUP_ONLY, KEY))
    return tuple(Column(word, word.sql_type, nullable=True) for word in stored)


INDICATORS_TABLE: Final = table("indicators", "指标", "Indicators", "每份现行报告一行，每个指标一列", "One per current report, one column per indicator", (
        *REPORT_KEYS, *_indicator_columns(INDICATORS),
    ), ("report_id",), (("report_id", "reports"), ("agency_id", "agencies")))

FACT_TABLES: Final = (PROACTIVE_TABLE, REQUESTS_TABLE, REVIEWS_TABLE)
TABLES: Final = (
    DOCUMENTS, REGIONS, AGENCIES, REPORTS, *FACT_TABLES, CORRECTIONS, SECTIONS_TABLE, SENTENCES, PROBLEM_THEMES, THEME_COUNTS, LEFT_OVERS,
    INDICATORS_TABLE, FINDINGS, FINDING_COUNTS, JUDGEMENTS, JUDGEMENT_COUNTS, TEXT_REUSE, TEXT_COUNTS, TEXT_MATCHES, SHARED_TEXTS, VOCABULARY, BUILDS, CELLS,
)
"""Views last: they need the tables they are made from."""
TABLE_BY_NAME: Final = {table.name: table for table in TABLES}


def words() -> Iterator[Word]:
    """The words of tables and columns; a column's name is `table.column`."""
    for declared in TABLES:
        yield declared.word
        for part in declared.columns:
            yield replace(part.word, name=f"{declared.name}.{part.name}", kind="column")
