"""What a table of the warehouse is declared with: the shape of a column and of a table, and columns that stand in several tables."""

from dataclasses import dataclass, replace
from typing import Final

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


def column(name: str, sql_type: str, zh: str, en: str, means: str, means_en: str,
            unit: str | None = None, nullable: bool = False, source: str = "Gongkai") -> Column:
    """A column with its word."""
    return Column(Word(name, "column", zh, en, means, means_en, source, unit), sql_type, nullable)


def table(name: str, zh: str, en: str, means: str, means_en: str, columns: tuple[Column, ...], key: tuple[str, ...],
           refers: tuple[tuple[str, str], ...] = (), is_view: bool = False) -> Table:
    """A table with its word."""
    return Table(Word(name, "table", zh, en, means, means_en, "Gongkai"), columns, key, refers, is_view)


def optional(known: Column) -> Column:
    """The same column where NULL may stand in it."""
    return replace(known, nullable=True)


# Columns that stand in several tables.
REPORT_ID: Final = column("report_id", TEXT, "报告编号", "Report", "单位、年度和文件合成的编号，重建后不变",
                           "Made from agency, year and document; the same after every rebuild")
AGENCY_ID: Final = column("agency_id", TEXT, "单位编号", "Agency", "由单位名称和区划合成的编号，重建后不变",
                           "Made from the name and the region of the agency; the same after every rebuild")
REPORT_NUMBER: Final = column("report_number", SMALL, "报告序号", "Report number", "报告在本库内的序号；单元格、章节和语句按它排列，先按它筛选只需读其中一小段。重建后可能改变",
                              "Number of the report within this file; cells, sections and sentences stand in its order, so a filter on it reads only a small part of them. It may differ after a rebuild")
DOCUMENT_ID: Final = column("document_id", TEXT, "文件指纹", "Document", "文件内容的 SHA-256", "SHA-256 of the file's bytes")
REGION_CODE: Final = column("region_code", TEXT, "区划代码", "Region code", "六位行政区划代码；空表示未能确定",
                             "Six-digit code of the division; NULL when not resolved", nullable=True, source="GB/T 2260")
YEAR: Final = column("year", SMALL, "年度", "Year", "所报告的年度，不是发布年份；空表示未能确定",
                      "The year reported on, not that of publication; NULL when not known", nullable=True)
FORM: Final = column("form", TEXT, "格式", "Form", "所用统计表格式：2019、2021、pre2019 或 unknown",
                      "The form printed: 2019, 2021, pre2019 or unknown")
KIND: Final = column("kind", TEXT, "单位类别", "Kind of agency", "government 政府、department 部门、township 乡镇街道、other 其他",
                      "government, department, township or other")
SECTOR: Final = column("sector", TEXT, "行业系统", "Sector", "所属系统，如 商务；空表示不适用或未能确定",
                        "The line of work, such as 商务; NULL when none or not known", nullable=True)
REGION_LEVEL: Final = column("region_level", TEXT, "层级", "Level", "所在区划的层级；空表示未能确定", "Level of its region; NULL when not resolved", nullable=True)
REPORT_KEYS: Final = (REPORT_ID, AGENCY_ID, YEAR, FORM, REGION_CODE, REGION_LEVEL, KIND, SECTOR)
"""What a report is told apart and grouped by."""
ITEM: Final = column("item", TEXT, "事项", "Item", "统计表的行（表四为渠道）", "The row of the form (the channel in table four)")
STATUS: Final = column("status", TEXT, "填报状态", "Status", "reported、blank、not_applicable、unreadable 或 missing",
                        "reported, blank, not_applicable, unreadable or missing")
RAW: Final = column("raw", TEXT, "原文", "As printed", "单元格中印的文字", "The text of the cell as printed")
PLACE: Final = column("place", TEXT, "位置", "Place", "在文件中的位置，如 t3.r5.c2 表示第 3 张表第 5 行第 2 列",
                       "Where it stands in the document: t3.r5.c2 is table 3, row 5, column 2")
VALUE: Final = column("value", COUNT, "数值", "Value", "所报数量；空表示未报告，不等于零",
                       "The number reported; NULL means not reported, never zero", "件", nullable=True)
TABLE_NAME: Final = column("table_name", TEXT, "统计表", "Table of the form", "proactive 表二、requests 表三、reviews 表四",
                            "proactive (two), requests (three) or reviews (four)")
SECTION: Final = column("section", TEXT, "章节", "Section", "年度报告的章节", "The part of the report")
TEXT_COLUMN: Final = column("text", TEXT, "文字", "Text", "原文文字", "The text as printed")
POSITION: Final = column("position", SMALL, "次序", "Position", "在文件中的次序，从 1 起", "Order in the document, from 1")
RULE: Final = column("rule", TEXT, "规则", "Rule", "规则名称", "Name of the rule")
SEVERITY: Final = column("severity", TEXT, "级别", "Severity", "error 错误、warning 警告、info 提示", "error, warning or info")
STATE: Final = column("state", TEXT, "结论", "State", "fail 不符、uncertain 无法判断", "fail or uncertain")
