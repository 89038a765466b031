"""Every table and column of the warehouse, declared once: the DDL, the comments in the file and the help texts come from here.

The names are the contract with everybody who opens the file; add freely, rename or drop only with a note in the changelog.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from etl.vocabulary.form import PROACTIVE, REQUESTS, REVIEWS
from etl.vocabulary.indicator import GROUP_ONLY, KEY, Indicator
from etl.vocabulary.indicators import INDICATORS
from etl.vocabulary.words import Word

TEXT: Final = "VARCHAR"
COUNT: Final = "BIGINT"
SMALL: Final = "INTEGER"
RATE: Final = "DOUBLE"
AMOUNT: Final = "DECIMAL(20,4)"
DATE: Final = "DATE"
TIME: Final = "TIMESTAMP"
FLAG: Final = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its word, its SQL type, and whether NULL (never zero, always "not known") may stand in it."""

    word: Word
    sql_type: str
    nullable: bool = False

    @property
    def name(self) -> str:
        """The name of the column in the file."""
        return self.word.name


@dataclass(frozen=True, slots=True)
class Table:
    """One table (or view): its word, its columns, the columns that identify a row (none: rows may repeat), and `column -> table it must be found in`."""

    word: Word
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()
    is_view: bool = False

    @property
    def name(self) -> str:
        """The name of the table in the file."""
        return self.word.name


def _column(name: str, sql_type: str, zh: str, en: str, means: str, means_en: str,
            unit: str | None = None, nullable: bool = False, source: str = "Gongkai") -> Column:
    return Column(Word(name, "column", zh, en, means, means_en, source, unit), sql_type, nullable)


def _table(name: str, zh: str, en: str, means: str, means_en: str, columns: tuple[Column, ...], key: tuple[str, ...],
           refers: tuple[tuple[str, str], ...] = (), is_view: bool = False) -> Table:
    return Table(Word(name, "table", zh, en, means, means_en, "Gongkai"), columns, key, refers, is_view)


def _optional(column: Column) -> Column:
    return replace(column, nullable=True)


# Columns that stand in several tables.
REPORT_ID: Final = _column("report_id", TEXT, "报告编号", "Report", "单位、年度和文件合成的编号，重建后不变",
                           "Made from agency, year and document; the same after every rebuild")
AGENCY_ID: Final = _column("agency_id", TEXT, "单位编号", "Agency", "由单位名称和区划合成的编号，重建后不变",
                           "Made from the name and the region of the agency; the same after every rebuild")
DOCUMENT_ID: Final = _column("document_id", TEXT, "文件指纹", "Document", "文件内容的 SHA-256", "SHA-256 of the file's bytes")
REGION_CODE: Final = _column("region_code", TEXT, "区划代码", "Region code", "六位行政区划代码；空表示未能确定",
                             "Six-digit code of the division; NULL when not resolved", nullable=True, source="GB/T 2260")
YEAR: Final = _column("year", SMALL, "年度", "Year", "所报告的年度，不是发布年份；空表示未能确定",
                      "The year reported on, not that of publication; NULL when not known", nullable=True)
FORM: Final = _column("form", TEXT, "格式", "Form", "所用统计表格式：2019、2021、pre2019 或 unknown",
                      "The form printed: 2019, 2021, pre2019 or unknown")
KIND: Final = _column("kind", TEXT, "单位类别", "Kind of agency", "government 政府、department 部门、township 乡镇街道、other 其他",
                      "government, department, township or other")
SECTOR: Final = _column("sector", TEXT, "行业系统", "Sector", "所属系统，如 商务；空表示不适用或未能确定",
                        "The line of work, such as 商务; NULL when none or not known", nullable=True)
ITEM: Final = _column("item", TEXT, "事项", "Item", "统计表的行（表四为渠道）", "The row of the form (the channel in table four)")
STATUS: Final = _column("status", TEXT, "填报状态", "Status", "reported、blank、not_applicable、unreadable 或 missing",
                        "reported, blank, not_applicable, unreadable or missing")
RAW: Final = _column("raw", TEXT, "原文", "As printed", "单元格中印的文字", "The text of the cell as printed")
PLACE: Final = _column("place", TEXT, "位置", "Place", "在文件中的位置，如 t3.r5.c2 表示第 3 张表第 5 行第 2 列",
                       "Where it stands in the document: t3.r5.c2 is table 3, row 5, column 2")
VALUE: Final = _column("value", COUNT, "数值", "Value", "所报数量；空表示未报告，不等于零",
                       "The number reported; NULL means not reported, never zero", "件", nullable=True)
TABLE_NAME: Final = _column("table_name", TEXT, "统计表", "Table of the form", "proactive 表二、requests 表三、reviews 表四",
                            "proactive (two), requests (three) or reviews (four)")
SECTION: Final = _column("section", TEXT, "章节", "Section", "年度报告的章节", "The part of the report")
TEXT_COLUMN: Final = _column("text", TEXT, "文字", "Text", "原文文字", "The text as printed")
POSITION: Final = _column("position", SMALL, "次序", "Position", "在文件中的次序，从 1 起", "Order in the document, from 1")

DOCUMENTS: Final = _table("documents", "文件", "Documents", "每个见到的文件一行（同一文件在不同路径各一行）",
    "One per file seen (the same file under two paths stands twice)", (
        DOCUMENT_ID,
        _column("path", TEXT, "路径", "Path", "相对于导入时所给路径的路径；压缩包内为 包名.zip/成员",
                "Relative to the path named when loading; archive.zip/member inside an archive"),
        _column("media_type", TEXT, "文件类型", "Media type", "按内容判断的类型；空表示未能识别", "Told from the content; NULL when not known", nullable=True),
        _column("size_bytes", COUNT, "大小", "Size", "字节数；空表示未能读取", "NULL when it could not be read", "字节", nullable=True),
        _column("outcome", TEXT, "处理结果", "Outcome", "loaded 已导入、duplicate 重复、superseded 被新版取代、rejected 未导入",
                "loaded, duplicate, superseded or rejected"),
        _column("reason_code", TEXT, "原因代码", "Reason code", "未作为现行报告的原因；空表示已导入", "Why it is not the current report; NULL when it is", nullable=True),
        _column("reason", TEXT, "原因", "Reason", "原因的说明；空表示已导入", "The reason in words; NULL when loaded", nullable=True),
        _optional(REPORT_ID),
        _column("first_seen", TIME, "首次见到", "First seen", "首次导入的时间（UTC）", "When it was first loaded (UTC)"),
    ), ("document_id", "path"), (("report_id", "reports"),))

REGIONS: Final = _table("regions", "行政区划", "Regions", "每个行政区划一行", "One per administrative division", (
        replace(REGION_CODE, nullable=False),
        _column("name", TEXT, "名称", "Name", "区划名称", "Name of the division", source="GB/T 2260"),
        _column("level", TEXT, "层级", "Level", "province 省级、prefecture 地级、county 县级", "province, prefecture or county", source="GB/T 2260"),
        _column("parent_code", TEXT, "上级代码", "Parent", "上级区划的代码；省级为空", "Code of the division above; NULL for a province", nullable=True, source="GB/T 2260"),
        _column("province_name", TEXT, "省级名称", "Province", "所属省级区划", "The province it belongs to", nullable=True, source="GB/T 2260"),
        _column("prefecture_name", TEXT, "地级名称", "Prefecture", "所属地级区划；空表示没有", "The prefecture it belongs to; NULL when none", nullable=True, source="GB/T 2260"),
        _column("county_name", TEXT, "县级名称", "County", "县级区划；空表示本身不是县级", "The county; NULL for the levels above", nullable=True, source="GB/T 2260"),
    ), ("region_code",))

AGENCIES: Final = _table("agencies", "单位", "Agencies", "每个编制年度报告的单位一行", "One per reporting body", (
        AGENCY_ID,
        _column("name", TEXT, "单位名称", "Name", "年度报告所印的单位名称；空字符串表示文件没有写明",
                "Name as printed; the empty text when the document does not say"),
        REGION_CODE,
        _column("region_status", TEXT, "区划判定", "Region status", "resolved 已确定、ambiguous 有多个可能、unresolved 未能确定",
                "resolved, ambiguous or unresolved"),
        _column("region_evidence", TEXT, "判定依据", "Region evidence", "据以确定（或不能确定）区划的依据", "What decided the region, or why nothing could"),
        _column("region_candidates", TEXT, "候选区划", "Region candidates", "可能的区划代码，JSON 列表", "Possible region codes, a JSON list"),
        _column("level", TEXT, "层级", "Level", "所在区划的层级；空表示未能确定", "Level of its region; NULL when not resolved", nullable=True),
        KIND, SECTOR,
    ), ("agency_id",), (("region_code", "regions"),))

REPORTS: Final = _table("reports", "年度报告", "Reports", "每个单位、年度和文件版本一行", "One per agency, year and document version", (
        REPORT_ID, AGENCY_ID, YEAR, FORM, DOCUMENT_ID,
        _column("title", TEXT, "标题", "Title", "年度报告的标题", "Title of the report"),
        _column("published_on", DATE, "发布日期", "Published on", "文件写明的发布日期；空表示没有写明", "As the document says; NULL when it does not", nullable=True),
        _column("is_current", FLAG, "现行", "Current", "是否为该单位该年度的现行版本", "Whether this is the version that counts for its agency and year"),
        _column("agency_from", TEXT, "单位依据", "Agency from", "单位名称取自何处", "Where the agency's name was found"),
        _column("year_from", TEXT, "年度依据", "Year from", "年度取自何处", "Where the year was found"),
    ), ("report_id",), (("agency_id", "agencies"),))


def _facts(name: str, zh: str, en: str, measure: Column, value: Column, key: tuple[str, str], extra: tuple[Column, ...] = ()) -> Table:
    item = replace(ITEM, word=replace(ITEM.word, name=key[0]))
    columns = (REPORT_ID, item, measure, value, *extra, STATUS, RAW, PLACE)
    return _table(name, zh, en, f"{zh}每个印出的单元格一行", f"One per printed cell of {en[0].lower()}{en[1:]}", columns, ("report_id", *key), (("report_id", "reports"),))


PROACTIVE_TABLE: Final = _facts(PROACTIVE, "表二 主动公开", "Table two, proactive disclosure",
    _column("measure", TEXT, "指标", "Measure", "表二的列", "The column of table two"),
    _column("value", AMOUNT, "数值", "Value", "所报数值；空表示未报告，不等于零", "The number reported; NULL means not reported, never zero", nullable=True),
    ("item", "measure"),
    (_column("unit", TEXT, "单位", "Unit", "所印的计量单位；空表示没有印", "The unit printed; NULL when none is", nullable=True),))
REQUESTS_TABLE: Final = _facts(REQUESTS, "表三 依申请公开", "Table three, requests",
    _column("applicant", TEXT, "申请人", "Applicant", "申请人类别", "Kind of applicant"), VALUE, ("item", "applicant"))
REVIEWS_TABLE: Final = _facts(REVIEWS, "表四 复议诉讼", "Table four, reviews and litigation",
    _column("outcome", TEXT, "结果", "Outcome", "复议、诉讼结果", "Outcome of the review or case"), VALUE, ("channel", "outcome"))

CELLS: Final = _table("cells", "全部单元格", "All cells", "三张统计表的单元格合为一个视图，含非现行版本",
    "The cells of the three tables as one view, superseded versions included", (
        _column("path", TEXT, "路径", "Path", "报告所取自的文件", "The file the report was taken from"),
        REPORT_ID,
        _column("agency", TEXT, "单位", "Agency", "单位名称", "Name of the agency"),
        YEAR, FORM, TABLE_NAME, ITEM,
        _column("measure", TEXT, "列", "Measure", "表二为指标，表三为申请人，表四为结果", "Measure, applicant or outcome"),
        _column("value", AMOUNT, "数值", "Value", "所报数值；空表示未报告，不等于零", "The number reported; NULL means not reported, never zero", nullable=True),
        STATUS, RAW, PLACE,
        _column("is_current", FLAG, "现行", "Current", "是否属于现行版本", "Whether the report is the current version"),
    ), ("report_id", "table_name", "item", "measure"), is_view=True)

SECTIONS_TABLE: Final = _table("sections", "章节", "Sections", "每份报告的每个章节一行", "One per section of the narrative", (
        REPORT_ID, POSITION, SECTION,
        _column("heading", TEXT, "标题", "Heading", "章节标题，原样；没有时为空字符串", "As printed; the empty text when there is none"),
        TEXT_COLUMN, PLACE,
    ), ("report_id", "position"), (("report_id", "reports"),))

SENTENCES: Final = _table("sentences", "语句", "Sentences", "“存在的主要问题及改进情况”每句一行", "One per sentence of section problems", (
        REPORT_ID, POSITION,
        _column("role", TEXT, "性质", "Role", "problem 问题、measure 措施、other 其他；空表示尚未判定", "problem, measure or other; NULL while not judged", nullable=True),
        TEXT_COLUMN,
        _column("theme", TEXT, "主题", "Theme", "所涉主题；空表示尚未判定", "What it is about; NULL while not judged", nullable=True),
    ), ("report_id", "position"), (("report_id", "reports"),))

LEFT_OVERS: Final = _table("left_overs", "未认领单元格", "Left-over cells", "统计表中无人认领的单元格，每个一行", "One per cell of the tables that nobody claimed", (
        REPORT_ID, TABLE_NAME, TEXT_COLUMN, PLACE,
        _column("reason", TEXT, "原因", "Reason", "未认领的原因", "Why nobody claimed it"),
    ), (), (("report_id", "reports"),))

FINDINGS: Final = _table("findings", "核查发现", "Findings", "现行报告中每条未通过或无法判断的规则一行",
    "One per rule that did not pass or could not be judged, of current reports", (
        _column("finding_id", TEXT, "发现编号", "Finding", "由单位、年度、规则和单元格合成，重建后不变", "Made from agency, year, rule and cells; the same after every rebuild"),
        REPORT_ID,
        _column("rule", TEXT, "规则", "Rule", "规则名称", "Name of the rule"),
        _column("severity", TEXT, "级别", "Severity", "error 错误、warning 警告、info 提示", "error, warning or info"),
        _column("state", TEXT, "结论", "State", "fail 不符、uncertain 无法判断", "fail or uncertain"),
        _column("expression", TEXT, "算式", "Expression", "所核对的算式，用统计表的用语", "What was compared, in the words of the form"),
        _column("left_value", RATE, "左值", "Left value", "算式左边；空表示无法计算", "Left side; NULL when it cannot be computed", nullable=True),
        _column("right_value", RATE, "右值", "Right value", "算式右边；空表示无法计算", "Right side; NULL when it cannot be computed", nullable=True),
        _column("delta", RATE, "差额", "Difference", "左值减右值；空表示无法计算", "Left minus right; NULL when it cannot be computed", nullable=True),
        _column("cells", TEXT, "涉及单元格", "Cells", "涉及的单元格，JSON 列表", "The cells concerned, a JSON list"),
        _column("message", TEXT, "说明", "Message", "一句话说明", "The finding in one sentence, in Chinese"),
        _column("expression_en", TEXT, "算式（英文）", "Expression in English", "算式的英文", "The expression in English"),
        _column("message_en", TEXT, "说明（英文）", "Message in English", "说明的英文", "The message in English"),
    ), ("finding_id",), (("report_id", "reports"),))

JUDGEMENTS: Final = _table("judgements", "核查次数", "Judgements", "每份现行报告、每条规则一行：各种结论的次数",
    "One per current report and rule: how many judgements came out which way", (
        REPORT_ID,
        _column("rule", TEXT, "规则", "Rule", "规则名称", "Name of the rule"),
        _column("passed", COUNT, "相符", "Passed", "相符的次数", "Judgements that passed", "次"),
        _column("failed", COUNT, "不符", "Failed", "不符的次数", "Judgements that failed", "次"),
        _column("uncertain", COUNT, "无法判断", "Uncertain", "有单元格空白或无法识读的次数", "Judgements with a blank or unreadable operand", "次"),
        _column("not_assessable", COUNT, "无从核查", "Not assessable", "文件中没有相应统计表的次数", "Judgements whose table is not in the document", "次"),
    ), ("report_id", "rule"), (("report_id", "reports"),))


def _measured(name: str, zh: str, en: str, means: str, means_en: str, source: str) -> Column:
    return _column(name, RATE, zh, en, means, means_en, nullable=True, source=source)


TEXT_REUSE: Final = _table("text_reuse", "文本复用", "Text reuse", "每份现行报告一行：第五部分的文本复用度；尚未计算时为空表",
    "One per current report: reuse measures of its section problems; empty until they are computed", (
        REPORT_ID,
        _measured("stickiness", "沿用率", "Stickiness", "与本单位上年报告共有 16 字片段的句子所占字数比例", "Share of characters in sentences sharing 16 characters with the own previous report", "Dyer, Lang, Stice-Lawrence 2017"),
        _measured("yoy_similarity", "与上年相似度", "Similarity to last year", "与本单位上年报告的编辑相似度", "Edit similarity with the own previous report", "Cohen, Malloy, Nguyen 2020"),
        _measured("peer_containment", "与他单位重合度", "Containment in a peer", "在另一单位报告中出现的片段比例的最大值", "Highest share of its shingles found in one other agency's report", "Broder 1997"),
        _measured("boilerplate_share", "套话比例", "Boilerplate share", "含同年多数报告共用片段的句子所占字数比例", "Share of characters in sentences with wording common to the year's reports", "Lang, Stice-Lawrence 2015"),
        _measured("redundancy", "内部重复率", "Redundancy", "本部分内重复语句所占字数比例", "Share of characters in sentences repeated within the section", "Dyer et al. 2017"),
        _measured("specificity", "具体程度", "Specificity", "每千字中的数字、日期和名称数", "Numbers, dates and named things per 1,000 characters", "Dyer et al. 2017"),
        _column("reason", TEXT, "未计算原因", "Reason", "没有计算的原因；空表示已计算", "Why nothing was computed; NULL when it was", nullable=True),
    ), ("report_id",), (("report_id", "reports"),))

TEXT_MATCHES: Final = _table("text_matches", "相似文本", "Text matches", "第五部分文字相近的每对报告一行；尚未计算时为空表",
    "One per pair of reports whose problems texts are alike; empty until they are computed", (
        REPORT_ID,
        _column("other_report_id", TEXT, "另一报告", "Other report", "与之相近的报告", "The report it is like"),
        _column("kind", TEXT, "关系", "Kind", "own_previous_year 本单位上年、peer 其他单位", "own_previous_year or peer"),
        _measured("containment", "重合度", "Containment", "本报告片段出现在另一报告中的比例", "Share of this text's shingles found in the other", "Broder 1997"),
        _measured("resemblance", "相似度", "Resemblance", "两份文本片段的杰卡德系数", "Jaccard coefficient of the two sets of shingles", "Broder 1997"),
    ), ("report_id", "other_report_id"), (("report_id", "reports"), ("other_report_id", "reports")))

VOCABULARY: Final = _table("vocabulary", "词汇", "Vocabulary", "每个列、事项、指标、规则等词一行", "One per column, item, indicator, rule and other declared word", (
        _column("name", TEXT, "代码名", "Name", "代码名；列为 表名.列名", "Code name; table.column for a column"),
        _column("kind", TEXT, "种类", "Kind of word", "table、column、item、measure、applicant、channel、outcome、indicator、rule 等", "table, column, item, measure, applicant, channel, outcome, indicator, rule and so on"),
        _column("label_zh", TEXT, "中文名", "Chinese label", "中文名称", "Label in Chinese"),
        _column("label_en", TEXT, "英文名", "English label", "英文名称", "Label in English"),
        _column("unit", TEXT, "单位", "Unit", "计量单位；空表示没有", "Unit; NULL when it measures nothing", nullable=True),
        _column("definition", TEXT, "定义", "Definition", "中文定义", "Definition in Chinese"),
        _column("definition_en", TEXT, "英文定义", "English definition", "英文定义", "Definition in English"),
        _column("source", TEXT, "出处", "Source", "所依据的文件或文献", "The law, form or paper it rests on"),
    ), ("kind", "name"))

BUILDS: Final = _table("builds", "构建", "Builds", "本库一行：何时由何版本建成", "One row: when this file was built, and by what", (
        _column("build_id", TEXT, "构建编号", "Build", "本库编号", "Id of this file"),
        _column("built_at", TIME, "时间", "Built at", "建成时间（UTC）", "When it was built (UTC)"),
        _column("code_version", TEXT, "程序版本", "Code version", "程序代码的指纹", "Fingerprint of the program's code"),
        _column("reader_version", TEXT, "读取版本", "Reader version", "读取与识别部分的指纹", "Fingerprint of the reading and recognising code"),
        _column("inputs", TEXT, "输入指纹", "Inputs", "文件目录、区划与程序合成的指纹；相同则无需重建", "Fingerprint of catalogue, divisions and code; the same means nothing to rebuild"),
        _column("documents", COUNT, "文件数", "Documents", "文件数", "Number of documents", "份"),
        _column("reports", COUNT, "报告数", "Reports", "报告版本数", "Number of report versions", "份"),
        _column("cells", COUNT, "单元格数", "Cells", "单元格数", "Number of cells", "个"),
        _column("findings", COUNT, "发现数", "Findings", "核查发现数", "Number of findings", "条"),
    ), ("build_id",))


def _indicator_columns(indicators: tuple[Indicator, ...]) -> tuple[Column, ...]:
    stored = (word for word in indicators if word.family not in (GROUP_ONLY, KEY))
    return tuple(Column(word, word.sql_type, nullable=True) for word in stored)


INDICATORS_TABLE: Final = _table("indicators", "指标", "Indicators", "每份现行报告一行，每个指标一列", "One per current report, one column per indicator", (
        REPORT_ID, AGENCY_ID, YEAR, FORM, REGION_CODE,
        _column("region_level", TEXT, "层级", "Level", "所在区划的层级；空表示未能确定", "Level of its region; NULL when not resolved", nullable=True),
        KIND, SECTOR,
        *_indicator_columns(INDICATORS),
    ), ("report_id",), (("report_id", "reports"), ("agency_id", "agencies")))

FACT_TABLES: Final = (PROACTIVE_TABLE, REQUESTS_TABLE, REVIEWS_TABLE)
TABLES: Final = (
    DOCUMENTS, REGIONS, AGENCIES, REPORTS, *FACT_TABLES, SECTIONS_TABLE, SENTENCES, LEFT_OVERS,
    INDICATORS_TABLE, FINDINGS, JUDGEMENTS, TEXT_REUSE, TEXT_MATCHES, VOCABULARY, BUILDS, CELLS,
)
"""Views last: they need the tables they are made from."""
TABLE_BY_NAME: Final = {table.name: table for table in TABLES}


def words() -> Iterator[Word]:
    """The words of tables and columns; a column's name is `table.column`."""
    for table in TABLES:
        yield table.word
        for column in table.columns:
            yield replace(column.word, name=f"{table.name}.{column.name}", kind="column")
