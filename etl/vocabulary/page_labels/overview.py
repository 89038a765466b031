"""What the page `overview` says."""

from typing import Final

from etl.vocabulary.labels import Text

OVERVIEW = Text("总览", "Overview")
OVERVIEW_PURPOSE = Text("库里有哪些年报，覆盖哪些单位和年度，主要比率是多少。", "What reports there are, which agencies and years they cover, and the headline rates.")
REPORTS = Text("年报", "Reports")
REPORTS_HELP = Text("现行年报：每个单位每个年度一份，重复和被取代的不计。", "Current reports: one per agency and year; duplicates and superseded versions are not counted.")
AGENCIES = Text("单位", "Agencies")
FINDINGS = Text("核查发现", "Findings")
FINDINGS_HELP = Text("现行年报中未通过或无法判断的规则条数。", "Rules that did not pass or could not be judged, in current reports.")
NOT_LOADED = Text("未能导入", "Not loaded")
NOT_LOADED_HELP = Text("读不了或不是年报的文件。读不出年度和地区，所以不随筛选变化。", "Files that could not be read or are no report. Their year and region are not known, so filters do not apply.")
NOT_LOADED_WHERE = Text("名单和每个文件的原因在本页最下面，点开“{title}”即可看到。", "They are listed with their reasons at the end of this page: open “{title}”.")
RATES_IN = Text("{year} 年主要比率", "Headline rates, {year}")
CHANGE_FROM = Text("较 {year} 年（{reports} 份）{change} 个百分点", "{change} points on {year} ({reports} reports)")
COVERAGE_TITLE = Text("{year} 年：已知的 {known} 家单位中 {reported} 家有年报", "{year}: {reported} of {known} known agencies have a report")
COVERAGE_ALT = Text("按{rows}和年度列出有年报的单位数与已知单位数的热力图，共 {n} 行。", "Heat map of agencies with a report out of those known, by {rows} and year, {n} rows.")
COVERAGE_CELL = Text("{name}，{year} 年：{known} 家已知单位中 {reported} 家有年报", "{name}, {year}: {reported} of {known} known agencies have a report")
COVERAGE_CUT = Text("图中只画最后一年缺得最多的 {n} 行，其余见表。", "The chart shows the {n} rows that miss most in the last year; the table has all.")
FINDINGS_TITLE = Text("{n} 处核查发现：{parts}", "{n} findings: {parts}")
FINDINGS_PART = Text("{severity} {n}", "{severity} {n}")
FINDINGS_NONE = Text("没有核查发现", "No findings")
FINDINGS_ALT = Text("各规则的核查发现数，分不符和无法判断。", "Findings of each rule, split by verdict.")
FINDINGS_CUT = Text("先列错误，再列警告和提示；图中只画前 {n} 条规则，其余见表。", "Errors first, then warnings and notes; the chart shows the first {n} rules, the table has all.")
FINDINGS_NOTE = Text("先列错误，再列警告和提示。", "Errors first, then warnings and notes.")
NOT_LOADED_TITLE = Text("{n} 个文件未能导入", "{n} files were not loaded")

# ── the way to an answer ─────────────────────────────────────────────────────────────────────────────────────────────

ASK = Text("想知道什么", "What do you want to know?")
QUESTIONS: Final[dict[str, Text]] = {
    "who-reported": Text("哪年谁报了，谁没报？", "Who has reported, and who has not?"),
    "compare-over-years": Text("申请、结果和比率逐年怎样变化？", "How do numbers move over the years?"),
    "request-outcomes": Text("申请最后都怎么处理了？", "What happened to the requests?"),
    "out-of-line": Text("按办件量看，谁的比率偏离总体？", "Whose rate is out of line?"),
    "regions-at-a-glance": Text("各地区各是什么水平？", "Where does each region stand?"),
    "proactive-disclosure": Text("规章、许可、处罚、收费各公开了多少？", "What did agencies publish?"),
    "reviews-and-litigation": Text("复议和诉讼有多少，结果如何？", "How do reviews and lawsuits end?"),
    "problems-and-improvements": Text("第五部分写了什么，与上年一样吗？", "Is section five last year's again?"),
    "problem-themes": Text("各地写了哪些问题，改进后又出现了吗？", "Which problems come up again?"),
    "search-texts": Text("哪些年报写到某个词？", "Which reports hold a word?"),
    "text-reuse": Text("谁沿用了上年的文字，谁与谁高度相似？", "Whose wording is repeated?"),
    "data-checks": Text("哪些数字对不上，核对了没有？", "Which numbers do not agree?"),
    "agency-profile": Text("某个单位历年怎样，原文在哪里？", "How has one agency done?"),
    "what-columns-mean": Text("这一列是什么意思？", "What does this column mean?"),
    "get-data": Text("怎样把数据取走？", "How do I take the data away?"),
}
"""What a reader asks, by the address of the page that answers it."""
