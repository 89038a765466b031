"""The texts of the interface, each once, in Chinese and English: the frame, the filters, panels, tables and empty states.

What a page says of its own stands in `page_labels`. Names of cells, indicators, rules and columns are words of the form
and are not repeated here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

ZH: Final = "zh"
EN: Final = "en"
LANGUAGES: Final[dict[str, str]] = {ZH: "中文", EN: "English"}
"""Code of a language and its own name for itself."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the interface in both languages; `{names}` in it are filled in when it is said."""

    zh: str
    en: str

    def say(self, language: str, **values: object) -> str:
        """The text in `zh` or `en` with its values; KeyError when one is missing."""
        return (self.en if language == EN else self.zh).format(**values)


_BETWEEN_SENTENCES: Final = {ZH: "", EN: " "}


def joined(sentences: Iterable[str], language: str) -> str:
    """Sentences one after the other, those that are empty left out; English ones have a space between them."""
    return _BETWEEN_SENTENCES[language].join(filter(None, sentences))


# ── frame ────────────────────────────────────────────────────────────────────────────────────────────────────────────

CONTENTS = Text("年报内容", "In the reports")
COMPARING = Text("比较", "Compare")
DATA = Text("数据", "Data")
PRODUCT = Text("政府信息公开年报", "Disclosure reports")
LANGUAGE = Text("语言", "Language")
BUILD = Text("数据版本 {build}，{time}（UTC）", "Data build {build}, {time} (UTC)")
NEW_DATA = Text("有新数据：其间发布了新版本 {build}（{time} UTC），本页已按新数据显示。", "New data: build {build} was published meanwhile ({time} UTC); this page now shows it.")
UNDER_FILTERS = Text("{area} · {years} · {kinds} · {sectors}：{reports} 份年报，{agencies} 家单位", "{area} · {years} · {kinds} · {sectors}: {reports} reports of {agencies} agencies")
WITHOUT_YEAR = Text("其中 {n} 份年度未能确定，不在按年的图表里。", "{n} of them have no known year and stand in no chart by year.")
WITHOUT_REGION = Text("其中 {n} 份所属区划未能确定，选定地区后不计入。", "{n} of them have no known region and drop out once a region is chosen.")
CORRECTED_CELLS = Text("其中 {n} 个数经人工更正。", "{n} of the numbers were corrected by hand.")
BY_HAND = Text("人工更正", "Corrected by hand")
CORRECTED = Text("{value}（人工更正）", "{value} (corrected by hand)")
DOUBLE_COUNT = Text("政府的年报可能已包含所属部门的数字；合计按所选年报逐份相加，要避免重复请按“单位类别”筛选。", "A government's report may already include its departments; totals add up every report chosen. Filter by kind of agency to avoid counting twice.")

# ── filters ──────────────────────────────────────────────────────────────────────────────────────────────────────────

REGION = Text("地区", "Region")
PROVINCE = Text("省", "Province")
PREFECTURE = Text("市", "Prefecture")
COUNTY = Text("县", "County")
YEARS = Text("年度", "Years")
KIND = Text("单位类别", "Kind of agency")
SECTOR = Text("行业系统", "Sector")
ALL_REGIONS = Text("全部地区", "All regions")
ALL_YEARS = Text("全部年度", "All years")
ALL_KINDS = Text("全部类别", "All kinds")
ALL_SECTORS = Text("全部系统", "All sectors")
ALL_BELOW = Text("{name}全部", "All of {name}")
FILTERS_ASIDE = Text("侧栏的筛选不作用于本页。", "The filters of the sidebar do not apply to this page.")
CLEAR_FILTERS = Text("清除筛选", "Clear filters")
REGION_HELP = Text("先选省，再选市、县；选定后包含其下各级单位。", "Choose a province, then a prefecture and a county; everything below is included.")
YEARS_HELP = Text("报告所述年度，不是发布年份。不选表示全部。", "The year reported on, not that of publication. None chosen means all.")
NOT_UNDERSTOOD = Text("链接里的“{value}”（{filter}）在现有数据中没有，已忽略。", "“{value}” ({filter}) in the link is not in the data and was ignored.")

# ── one agency ───────────────────────────────────────────────────────────────────────────────────────────────────────

FIND_AGENCY = Text("按名称查找", "Find by name")
FIND_PLACEHOLDER = Text("输入名称的一部分，如 商务局", "Part of a name, such as 商务局")
AGENCIES_CUT = Text("有 {n} 家单位符合，下面列出前 {shown} 家；请输入名称或用筛选缩小范围。", "{n} agencies match; the first {shown} are listed. Type part of a name or use the filters.")
AGENCIES_FOUND = Text("名称含“{name}”的单位有 {n} 家，在“单位”框里选。", "Agencies with “{name}” in their names: {n}; choose in the box.")
AGENCIES_NONE = Text("没有名称含“{name}”的单位；请改用更短的词或放宽筛选。", "No agency's name holds “{name}”; try a shorter word or widen the filters.")

# ── empty states ─────────────────────────────────────────────────────────────────────────────────────────────────────

NO_WAREHOUSE = Text("还没有数据", "No data yet")
NO_WAREHOUSE_DO = Text("数据目录里没有已发布的数据。把年报所在的文件夹或压缩包导入一次，本页刷新后即可查看：", "Nothing has been published in the data folder. Load the folder or archive that holds the reports once, then refresh this page:")
NO_WAREHOUSE_DEMO = Text("想先看看样子，可以生成一套虚构的演示数据：", "To look around first, make a set of fictional reports:")
NOTHING_HERE = Text("当前筛选下没有年报", "No report under these filters")
NOTHING_WIDEN = Text("可以放宽：{filters}。", "Widen one of: {filters}.")
NOTHING_ONE_AWAY = Text("去掉“{filter}”后有 {n} 份", "Without “{filter}” there are {n}")
NOTHING_TO_DRAW = Text("这些年报没有填报这一项，图和表都是空的；这不等于零。", "These reports hold no number for this; chart and table are empty, which is not zero.")

# ── panels and tables ────────────────────────────────────────────────────────────────────────────────────────────────

CHART = Text("图", "Chart")
TABLE = Text("表", "Table")
DOWNLOAD_CSV = Text("下载 CSV", "Download CSV")
DOWNLOAD_HELP = Text("下载表中全部 {rows} 行（UTF-8，可直接用 Excel 打开）", "All {rows} rows of the table (UTF-8, opens in Excel)")
DOWNLOAD_XLSX = Text("下载 Excel", "Download Excel")
DOWNLOAD_XLSX_HELP = Text("表中全部 {rows} 行，另附一页说明：筛选、口径、数据版本和时间", "All {rows} rows of the table, with a sheet on filters, definitions, build and time")
SAVE_PNG = Text("把图存为 PNG 图片", "Save the chart as a PNG picture")
SAVE_SVG = Text("把图存为 SVG 矢量图", "Save the chart as an SVG drawing")
PICTURE_SOURCE = Text("来源：政府信息公开工作年度报告 · {area} · {years} · {kinds} · {sectors} · 数据版本 {build}", "Source: annual reports on government information disclosure · {area} · {years} · {kinds} · {sectors} · data build {build}")
PICTURE_FAILED = Text("没有存成，请在“图”显示完整后再试", "Not saved; please try again once the chart is drawn")
ABOUT = Text("口径", "Definitions")
FILE_FORMAT = Text("文件格式", "File format")
REMARK = Text("说明", "Note")
SOURCE = Text("出处：{source}", "Source: {source}")
NOT_REPORTED = Text("未报告", "not reported")
EMPTY_CELL = Text("空", "empty")
NOT_APPLICABLE = Text("不适用", "not applicable")
NO_RATE = Text("未报告或不适用", "not reported or not applicable")
OUT_OF_ZERO = Text("不适用（分母为零）", "not applicable (out of zero)")
OUT_OF_ZERO_WHY = Text("年报填报的分母都是零，算不出比率；填报的零列在表里。", "Every denominator reported is zero, so there is no rate; the zeros reported stand in the table.")
SMALL_SAMPLE = Text("样本不足", "small sample")
MEDIUM_SAMPLE = Text("样本中等", "medium sample")
LARGE_SAMPLE = Text("样本充足", "large sample")
UNKNOWN_REGION = Text("区划未定", "Region not known")
AS_A_WHOLE = Text("{area}整体", "{area}, whole")
OWN_LEVEL = Text("{name}本级", "{name} itself")
NAME_WITH_PLACE = Text("{name}（{place}）", "{name} ({place})")
UNNAMED = Text("（未写明名称）", "(no name given)")
FRACTION = Text("{top} / {bottom} 件", "{top} of {bottom}")
LEFT_OUT = Text("{reports} 份年报，另有 {n} 份缺数、未计入", "{reports} reports; {n} more lack a number and are left out")
NONE_LEFT_OUT = Text("{reports} 份年报", "{reports} reports")

ROWS_CUT = Text("屏幕上列出前 {shown} 行，共 {rows} 行；下载含全部。", "The first {shown} of {rows} rows are shown; the extract has all.")
COLUMN_YEAR = Text("年度", "Year")
COLUMN_AGENCY = Text("单位", "Agency")
COLUMN_DIVISION = Text("所在区划", "Division")
COLUMN_PART = Text("地区或单位", "Region or agency")
COLUMN_CODE = Text("代码", "Code")
COLUMN_FORM = Text("格式", "Form")
COLUMN_INDICATOR = Text("指标", "Indicator")
COLUMN_EXPRESSION = Text("算式", "Expression")
COLUMN_DELTA = Text("差额", "Difference")
COLUMN_MESSAGE = Text("说明", "Message")
COLUMN_ITEM = Text("项目", "Item")
COLUMN_NUMERATOR = Text("分子", "Numerator")
COLUMN_DENOMINATOR = Text("分母", "Denominator")
COLUMN_RATE = Text("比率", "Rate")
COLUMN_VALUE = Text("数值", "Value")
COLUMN_TOTAL = Text("合计", "Total")
COLUMN_UNIT = Text("计量单位", "Unit")
COLUMN_REPORTS = Text("年报数", "Reports")
COLUMN_LEFT_OUT = Text("未计入的年报数", "Reports left out")
COLUMN_SAMPLE = Text("样本", "Sample")
COLUMN_REPORTED = Text("有年报的单位", "Agencies with a report")
COLUMN_KNOWN = Text("已知单位", "Agencies known")
COLUMN_RULE = Text("规则", "Rule")
COLUMN_RULE_ASKS = Text("规则内容", "What it asks")
COLUMN_SEVERITY = Text("级别", "Severity")
COLUMN_STATE = Text("结论", "Verdict")
COLUMN_FINDINGS = Text("发现数", "Findings")
COLUMN_TITLE = Text("标题", "Title")
COLUMN_SENTENCE = Text("句子", "Sentence")
COLUMN_PUBLISHED = Text("发布日期", "Published")
COLUMN_MEASURE = Text("列", "Column")
COLUMN_PATH = Text("文件", "File")
COLUMN_REASON = Text("原因", "Reason")
COLUMN_ROWS = Text("行数", "Rows")

LEFT_OUT_HELP = Text("分子或分母未填数字（空白、不适用、无法识读）的年报，不作零计算。", "Reports whose numerator or denominator holds no number (blank, not applicable, unreadable); they are not counted as zero.")
MIX_LEFT_OUT_HELP = Text("各部分和总数中有一项未填数字（空白、不适用、无法识读）的年报，整份不计入，这样各部分出自同一批年报。", "Reports that lack a number for any part or for the whole (blank, not applicable, unreadable); they are left out of every part, so that all parts stand on the same reports.")
SAMPLE_HELP = Text("按分母分档：不足 30 为样本不足，不宜排名；30 至 99 中等；100 及以上充足。", "By denominator: under 30 small and not to be ranked, 30 to 99 medium, 100 and more large.")
KNOWN_HELP = Text("写明名称、任一年度有年报入库的单位。从未入库的单位无从得知，因此不是应报送名单。", "Agencies with a name and a report for any year. An agency never loaded is not known, so this is not a list of who had to report.")
FORM_NAMES: Final[dict[str, Text]] = {
    "2019": Text("2019 年格式", "Form 2019"),
    "2021": Text("2021 年格式", "Form 2021"),
    "pre2019": Text("2019 年以前格式", "Before form 2019"),
    "unknown": Text("格式未定", "Form not known"),
}
SEVERITIES: Final[dict[str, Text]] = {"error": Text("错误", "Error"), "warning": Text("警告", "Warning"), "info": Text("提示", "Note")}
HOLDS = Text("相符", "Holds")
STATES: Final[dict[str, Text]] = {"fail": Text("不符", "Fails"), "uncertain": Text("无法判断", "Cannot be judged")}

# ── wording of numbers ───────────────────────────────────────────────────────────────────────────────────────────────

YEAR_SPAN = Text("{first}—{last} 年", "{first}–{last}")
ONE_YEAR = Text("{year} 年", "{year}")
LIST_MARK = Text("、", ", ")
UNITS: Final[dict[str, Text]] = {
    "件": Text("件", "count"),
    "项": Text("项", "items"),
    "个": Text("个", "count"),
    "万元": Text("万元", "10,000 yuan"),
}
