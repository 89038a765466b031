"""What the page `agency` says."""

from typing import Final

from etl.vocabulary.labels import COLUMN_DENOMINATOR, COLUMN_NUMERATOR, Text
from etl.vocabulary.page_labels.proactive import PROACTIVE

AGENCY = Text("单位档案", "Agency profile")
AGENCY_PURPOSE = Text("一个单位的历年指标、在同类中的位置、核查发现、文字和文件。", "One agency over the years: its indicators among its peers, its findings, its texts, its documents.")

# ── which one ───────────────────────────────────────────────────────────────────────────────────────────────────────

AGENCY_UNKNOWN = Text("还没有选定单位。链接里的“{name}”不在现有数据里：可能写错、改了名，或者它的年报还没有导入。请在上面按名称查找并选一家。", "No agency is chosen. “{name}” in the link is not in the data: it may be misspelt or renamed, or its reports are not loaded. Find one by name above and choose it.")
AGENCY_TO_CHOOSE = Text("还没有选定单位；请在上面按名称查找并选一家。", "No agency is chosen yet; find one by name above and choose it.")

# ── who it is ────────────────────────────────────────────────────────────────────────────────────────────────────────

LEVEL_NAMES: Final[dict[str, Text]] = {
    "province": Text("省级", "province level"),
    "prefecture": Text("地级", "prefecture level"),
    "county": Text("县级", "county level"),
}
REGION_AMBIGUOUS = Text("所在区划有歧义，可能是：{places}", "Its region is ambiguous; it may be: {places}")
REGION_UNRESOLVED = Text("所在区划未能确定", "Its region could not be resolved")
YEARS_REPORTED = Text("有年报的年度：{years}。", "Reported: {years}.")
YEARS_MISSING = Text("未报告（没有年报入库）的年度：{years}。", "Not reported (no report loaded): {years}.")
YEARS_ALL = Text("所选年度都有年报。", "Every year looked at is reported.")
NO_YEARS = Text("这个单位 {years} 年未报告：没有年报入库。它有年报的年度：{reported}。请在左侧改选年度，或导入该年年报。", "This agency has not reported {years}: no report is loaded. It has reports for: {reported}. Choose other years on the left, or load that report.")
YEARS_UNKNOWN = Text("这个单位的年报都没有能确定的年度，按年的图表是空的；文件列在下面。", "No report of this agency has a known year, so nothing can be shown by year; its documents are listed below.")

# ── a rate among its peers ───────────────────────────────────────────────────────────────────────────────────────────

PROFILE_TITLE = Text("{rate} {span}：{first} → {last}{among}", "{rate} {span}: {first} → {last}{among}")
PROFILE_TITLE_ONE = Text("{rate} {year} 年：{last}{among}", "{rate} {year}: {last}{among}")
PROFILE_TITLE_NONE = Text("{rate}：{why}", "{rate}: {why}")
AMONG_PEERS = Text("，{year} 年在 {n} 家同类中居第 {rank} 百分位", "; percentile {rank} among {n} peers in {year}")
AMONG_NONE = Text("，{year} 年样本不足，不比位次", "; small sample in {year}, not ranked")
PROFILE_ALT = Text("{rate}按年度的折线图，缺年处断开；各年另画同类单位的第 25—75 百分位和中位数。", "{rate} by year as a line that breaks where a year is missing, with the peers' quartiles and median of each year.")
PROFILE_NOTE = Text("色块为同年、同级、同类单位的第 25—75 百分位，短横为中位数；同类不足 5 家不画。空心点表示分母不足 30（样本不足），不比位次。", "Blocks span the quartiles of agencies of the same year, level and kind, the dash is their median; not drawn below 5 peers. Hollow points have a denominator under 30 (small sample) and are not ranked.")
PROFILE_DO = Text("点一个点，看它由哪些数字算出。", "Click a point for the numbers behind it.")
PROFILE_NOTE_ALONE = Text("这个比率不计算同类分位。空心点表示分母不足 30（样本不足）。", "No peer quartiles are computed for this rate. Hollow points have a denominator under 30 (small sample).")
PROFILE_BREAK = Text("2019 年格式和 2021 年格式口径不同，不连线。", "Forms 2019 and 2021 measure different things, so no line joins them.")
OWN_LINE = Text("本单位", "This agency")
PEER_BAND = Text("同类第 25—75 百分位", "Peers, quartiles")
PEER_MEDIAN = Text("同类中位数", "Peers' median")
PROFILE_POINT = Text("{year} 年：{rate}（{top} / {bottom}）{small}", "{year}: {rate} ({top} of {bottom}){small}")
BAND_POINT = Text("{year} 年 {n} 家同类：{low}—{high}，中位数 {middle}", "{year}, {n} peers: {low} to {high}, median {middle}")
COLUMN_PEERS = Text("同类家数", "Peers")
COLUMN_P25 = Text("同类第 25 百分位", "Peers' first quartile")
COLUMN_P75 = Text("同类第 75 百分位", "Peers' third quartile")
COLUMN_RANK = Text("本单位百分位", "Percentile")
RANK_HELP = Text("同类中低于本单位的家数加相同者的一半，占同类家数的百分比；样本不足时不比。", "Peers below, ties counted half, in percent of the peers; empty for a small sample.")

# ── its numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS_TITLE = Text("历年数字：{topic}", "Numbers over the years: {topic}")
NUMBERS_HOW = Text("点一个数字，下面列出它由原文件中的哪些单元格得来。○ 表示分母不足 30（样本不足）。", "Click a number: below stand the cells of the document it comes from. ○ marks a denominator under 30 (small sample).")
SMALL_MARK = Text("○ {rate}", "○ {rate}")
SMALL_WORD = Text("{rate}（样本不足）", "{rate} (small sample)")
NUMBERS_ALT = Text("各项指标按年度的数字。", "Indicators by year.")
TOPIC = Text("内容", "Topic")
TOPICS: Final[dict[str, Text]] = {
    "requests": Text("申请的收与办", "Requests in and out"),
    "outcomes": Text("办理结果", "Outcomes"),
    "refusal_reasons": Text("不予公开的理由", "Reasons for refusal"),
    "applicants": Text("申请人", "Applicants"),
    "reviews": Text("复议和诉讼", "Reviews and litigation"),
    "proactive": PROACTIVE,
}
COLUMN_REPORT = Text("报告编号", "Report")
NUMBER = Text("哪个数字", "Which number")
NUMBER_YEAR = Text("哪一年", "Which year")

# ── from a number to its cells ───────────────────────────────────────────────────────────────────────────────────────

ORIGIN_TITLE = Text("{year} 年{indicator}：{value}", "{indicator} {year}: {value}")
ORIGIN_FORMULA = Text("算式：{formula}", "Formula: {formula}")
ORIGIN_SIDES: Final[dict[str, Text]] = {
    "": Text("由这些单元格得来", "From these cells"),
    "numerator": COLUMN_NUMERATOR,
    "denominator": COLUMN_DENOMINATOR,
}
ORIGIN_CELL = Text("{sign}{cell}：{value}", "{sign}{cell}: {value}")
ORIGIN_HELP = Text("到原文件中看这个单元格", "See this cell in the document")
ORIGIN_NOT_PRINTED = Text("{form}不印这一项，所以不适用。", "{form} does not print this, so it does not apply.")
ORIGIN_NO_REPORT = Text("{year} 年未报告，没有原文件可看。", "{year} is not reported; there is no document to look at.")

# ── its findings ─────────────────────────────────────────────────────────────────────────────────────────────────────

FINDINGS_TITLE = Text("{n} 条核查发现：{fails} 条不符，{doubts} 条无法判断，涉及 {years} 个年度", "{n} findings: {fails} fail, {doubts} cannot be judged, in {years} years")
FINDINGS_NONE = Text("没有核查发现：各条规则都相符，或没有可核对的数字", "No findings: every rule holds, or there is nothing to check")
FINDINGS_ALT = Text("各年核查发现的条数，按结论分段的柱形图。", "Findings by year, bars split by verdict.")
FINDINGS_NOTE = Text("发现只是提示核对。", "Findings are a reason to look, no more.")
FINDINGS_DO = Text("在表中点一行，看说明和原文件中的位置。", "Click a row of the table for the message and its place in the document.")
FINDINGS_POINT = Text("{year} 年{state}：{n} 条", "{year}, {state}: {n}")
COLUMN_LEFT = Text("左值", "Left")
COLUMN_RIGHT = Text("右值", "Right")
FINDINGS_DECIDE = Text("到“数据核查”逐条核对，或一并作出决定", "Look at them one by one, or decide, under Checks")
FINDING_DECIDE = Text("到“数据核查”看这一条", "See it under Checks")
SEE_CELL = Text("到原文件中看：{cell}", "See in the document: {cell}")
SEE_CELL_LAST_YEAR = Text("到上年年报中看：{cell}", "See in last year's report: {cell}")
SEE_SENTENCE = Text("到原文件中看：{section}", "See in the document: {section}")
SEE_DOCUMENT = Text("看原文件", "See the document")

# ── its texts and documents ──────────────────────────────────────────────────────────────────────────────────────────

DOCUMENTS_TAB = Text("报送的文件", "Documents sent in")
TEXTS_NONE = Text("所选年度没有年报，也就没有第五部分。", "There is no report for the years chosen, and so no section five.")
TEXTS_TITLE = Text("第五部分（存在的主要问题及改进情况）：{n} 个年度中 {written} 个写了", "Section five (problems and improvements): written in {written} of {n} years")
TEXT_OF_YEAR = Text("{year} 年（{n} 字）：{start}", "{year} ({n} characters): {start}")
TEXT_OF_YEAR_NONE = Text("{year} 年：没有写", "{year}: missing")
TEXT_MISSING = Text("这份年报没有这一部分。", "The report has no such section.")
TEXTS_COMPARE = Text("与上年逐句对照", "Compare with the year before, sentence by sentence")
COLUMN_LENGTH = Text("字数", "Characters")
COLUMN_TEXT = Text("文字", "Text")
DOCUMENTS_TITLE = Text("文件：{n} 份，其中 {old} 份已被新版取代", "Documents: {n}, of which {old} superseded")
DOCUMENTS_HOW = Text("点一行，打开原文件。", "Click a row to open the document.")
DOCUMENTS_ALT = Text("这个单位的全部年报文件，含已被取代的版本。", "All report documents of this agency, superseded versions included.")
COLUMN_VERSION = Text("版本", "Version")
VERSIONS: Final[dict[bool, Text]] = {True: Text("现行", "current"), False: Text("已被取代", "superseded")}
