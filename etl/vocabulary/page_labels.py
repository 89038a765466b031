"""What each page says of its own, each text once, in Chinese and English."""

from typing import Final

from etl.vocabulary.labels import Text

# ── overview ─────────────────────────────────────────────────────────────────────────────────────────────────────────

OVERVIEW = Text("总览", "Overview")
OVERVIEW_PURPOSE = Text("库里有哪些年报，覆盖哪些单位和年度，主要比率是多少。", "What reports there are, which agencies and years they cover, and the headline rates.")
REPORTS = Text("年报", "Reports")
REPORTS_HELP = Text("现行年报：每个单位每个年度一份，重复和被取代的不计。", "Current reports: one per agency and year; duplicates and superseded versions are not counted.")
AGENCIES = Text("单位", "Agencies")
YEARS_COVERED = Text("年度", "Years")
FINDINGS = Text("核查发现", "Findings")
FINDINGS_HELP = Text("现行年报中未通过或无法判断的规则条数。", "Rules that did not pass or could not be judged, in current reports.")
REJECTED = Text("未能导入", "Not loaded")
REJECTED_HELP = Text("未能读取的文件，原因见页末。读不出年度和地区，所以不随筛选变化。", "Files that could not be read; reasons at the end of the page. Their year and region are not known, so filters do not apply.")
RATES_IN = Text("{year} 年主要比率", "Headline rates, {year}")
CHANGE_FROM = Text("较 {year} 年 {change} 个百分点", "{change} points on {year}")
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
REJECTED_TITLE = Text("{n} 个文件未能导入", "{n} files were not loaded")

# ── proactive disclosure ─────────────────────────────────────────────────────────────────────────────────────────────

PROACTIVE = Text("主动公开", "Proactive disclosure")
PROACTIVE_PURPOSE = Text("规章和规范性文件、许可、处罚、强制、收费、采购：各年报了多少。这些是数量，不是评分。", "Rules, licences, penalties, coercion, fees, procurement: how much was reported each year. These are volumes, not scores.")
DECISIONS_TITLE = Text("{span}{item}处理决定：{first} → {last} 件", "{item}, decisions {span}: {first} → {last}")
DECISIONS_TITLE_ONE = Text("{year} 年{item}处理决定：{last} 件", "{item}, decisions {year}: {last}")
DECISIONS_ALT = Text("许可、处罚、强制各年处理决定数量的折线图，三个分图。", "Decisions on licences, penalties and coercion by year, three line charts.")
DECISIONS_NOTE = Text("处理决定数量在两种格式中口径相同，可以连线；合计随入库年报的多少变化，份数见悬停提示和表。", "Decisions mean the same on both forms, so a line joins them; totals move with the number of reports, see hover and table.")
ITEM = Text("事项", "Item")
ITEM_TITLE = Text("{item}：两种格式统计的内容不同，分开画，不连线", "{item}: the two forms count different things, drawn apart, never joined")
ITEM_TITLE_SAME = Text("{item}：{measure} {span} {first} → {last}{unit}", "{item}: {measure} {span} {first} → {last}{unit}")
ITEM_ALT = Text("{item}各项指标按年度和统计表格式的柱形图。", "{item}: bars of each measure by year and form.")
ITEM_NOTE = Text("柱的花纹表示所用格式；按年报实际印出的格式归类，不按年份推断。", "The pattern of a bar tells the form; reports are sorted by the form they print, not by their year.")
BOTH_FORMS = Text("两种格式", "both forms")
REPORTS_BEHIND = Text("{known} 份年报填报，{left_out} 份未填", "{known} reports have a number, {left_out} have none")

# ── request outcomes ─────────────────────────────────────────────────────────────────────────────────────────────────

REQUESTS = Text("申请办理结果", "Request outcomes")
REQUESTS_PURPOSE = Text("收到多少申请，结果如何，比率逐年怎样变化，是谁申请的。年报没有办理时间，及时与否无从计算。", "How many requests came in, how they ended, how rates move, who asked. The reports carry no times, so timeliness cannot be told.")
VOLUMES_IN = Text("{year} 年申请数量", "Requests in {year}")
RATE = Text("比率", "Rate")
TREND_TITLE = Text("{span}{rate}：{area} {first} → {last}", "{rate} {span}: {area} {first} → {last}")
TREND_TITLE_ONE = Text("{year} 年{rate}：{area} {last}", "{rate} {year}: {area} {last}")
TREND_TITLE_NONE = Text("{rate}：{area}未报告", "{rate}: {area} not reported")
TREND_ALT = Text("{rate}按年度的折线图，{area}整体和 {n} 个组成部分。缺年处断开。", "{rate} by year: {area} as a whole and {n} parts. Lines break where a year is missing.")
TREND_CUT = Text("图中画{area}整体和分母最大的 {n} 个部分，其余见表。空心点表示分母不足 30（样本不足）。", "The chart shows {area} as a whole and the {n} parts with the largest denominators; the table has all. Hollow points have a denominator under 30.")
TREND_NOTE = Text("空心点表示分母不足 30（样本不足）。", "Hollow points have a denominator under 30 (small sample).")
TREND_POINT = Text("{name}，{year} 年：{rate}（{top} / {bottom}），{left_out} 份未计入{small}", "{name}, {year}: {rate} ({top} of {bottom}), {left_out} reports left out{small}")
WHOLE = Text("{area}整体", "{area}, whole")
OUTCOMES_TITLE = Text("{year} 年办结 {n} 件：{parts}", "{year}: {n} concluded, {parts}")
OUTCOMES_NONE = Text("办理结果未报告", "Outcomes not reported")
OUTCOMES_ALT = Text("各年办结申请按办理结果的构成，百分比堆叠柱形图。", "Share of each outcome among requests concluded, stacked by year.")
OUTCOMES_NOTE = Text("各段为该结果件数占办结件数；合计不到或超过 100% 说明年报里各项相加与总计不等。", "Each part is that outcome out of requests concluded; where they do not add to 100 % the reports' own rows do not add to their total.")
REASON_GROUP = Text("结果", "Outcome")
REASONS_TITLE = Text("{year} 年{group} {n} 件，最多的理由：{reason}（{share}）", "{year}: {n} {group}, most often: {reason} ({share})")
REASONS_NONE = Text("{group}的理由未报告", "Reasons for {group}: none reported")
REASONS_ALT = Text("{group}各理由的件数和占比，条形图。", "Number and share of each reason for {group}, bars.")
APPLICANTS_TITLE = Text("{year} 年新收申请 {n} 件，{who}占 {share}", "{year}: {n} requests received, {share} from {who}")
APPLICANTS_NONE = Text("申请人构成未报告", "Kinds of applicant not reported")
APPLICANTS_ALT = Text("各年新收申请按申请人类别的构成，百分比堆叠柱形图。", "Share of each kind of applicant among requests received, stacked by year.")
PART_POINT = Text("{name}，{year} 年：{rate}（{top} / {bottom} 件），{left_out} 份未计入", "{name}, {year}: {rate} ({top} of {bottom}), {left_out} reports left out")

# ── problems and improvements ────────────────────────────────────────────────────────────────────────────────────────

PROBLEMS = Text("问题与改进", "Problems and improvements")
PROBLEMS_PURPOSE = Text("第五部分“存在的主要问题及改进情况”：写了没有，与上年相比改了什么。", "Section five, problems and improvements: whether it was written, and what changed on the year before.")
PROBLEM_STATES: Final[dict[str, Text]] = {
    "changed": Text("与上年不同", "differs from last year"),
    "same": Text("与上年一字不差", "identical to last year"),
    "first": Text("上年年报未入库，无从比较", "last year's report is not loaded"),
    "missing": Text("没有写或不足十字", "missing or under ten characters"),
}
STATES_TITLE = Text("{year} 年 {n} 份年报：{same} 份与上年一字不差，{missing} 份没有写", "{year}, {n} reports: {same} identical to the year before, {missing} missing")
STATES_ALT = Text("各年第五部分的情况：与上年不同、一字不差、无从比较、没有写。", "Section five by year: changed, identical, not comparable, missing.")
STATE_COLUMN = Text("第五部分", "Section five")
FIND_AGENCY = Text("按名称查找", "Find by name")
FIND_PLACEHOLDER = Text("输入名称的一部分，如 商务局", "Part of a name, such as 商务局")
AGENCY = Text("单位", "Agency")
AGENCIES_CUT = Text("有 {n} 家单位符合，下面列出前 {shown} 家；请输入名称或用筛选缩小范围。", "{n} agencies match; the first {shown} are listed. Type part of a name or use the filters.")
AGENCIES_NONE = Text("没有名称含“{name}”的单位；请改用更短的词或放宽筛选。", "No agency's name holds “{name}”; try a shorter word or widen the filters.")
TEXT_YEAR = Text("年度", "Year")
BESIDE_TITLE = Text("{agency}：{year} 年 {n} 句中 {same} 句与上年相同", "{agency}: {same} of {n} sentences of {year} stand in the year before")
BESIDE_FIRST = Text("{agency}：{year} 年的第五部分", "{agency}: section five of {year}")
NO_TEXT = Text("这份年报没有“存在的主要问题及改进情况”部分。", "This report has no section on problems and improvements.")
NO_REPORT = Text("{year} 年的年报未入库，无从比较。请导入该年年报，或换一个年度。", "The report of {year} is not loaded, so there is nothing to compare with. Load it, or choose another year.")
LEGEND = Text("＝ 两年相同；≈ 有改动，改动处加底色；＋ 另一年没有的句子。", "＝ the same in both years; ≈ reworded, the change on a coloured ground; ＋ not in the other year.")
FOR_REVIEW = Text("逐句比对，只供人工复核；文字相同不等于不当。", "Compared sentence by sentence, for a person to judge; the same wording is not in itself a fault.")
SENTENCE_COLUMN = Text("句子", "Sentence")
MARK_COLUMN = Text("两年比对", "Comparison")
SENTENCE_STATES: Final[dict[str, Text]] = {
    "same": Text("两年相同", "same in both"),
    "changed": Text("有改动", "reworded"),
    "alone": Text("另一年没有", "not in the other"),
}

# ── downloads ────────────────────────────────────────────────────────────────────────────────────────────────────────

DOWNLOADS = Text("数据下载", "Downloads")
DOWNLOADS_PURPOSE = Text("把任何一张表在当前筛选下的全部行取走；点击时才准备，一行不少。", "Take away every row of any table under the current filters; prepared on click, never cut short.")
WHICH_TABLE = Text("表", "Table")
HEADINGS = Text("列名", "Headings")
HEADINGS_LABELS = Text("名称", "Labels")
HEADINGS_CODES = Text("代码名", "Code names")
HEADINGS_HELP = Text("“名称”：用本页语言的列名，并在最前附上单位、地区和年度，便于阅读。“代码名”：与数据库的表完全一致，便于程序读取。", "Labels: headings in the language of the page, with agency, region and year added in front, for people. Code names: exactly the table of the database, for programs.")
DOWNLOAD_ROWS = Text("下载 CSV（{n} 行）", "Download CSV ({n} rows)")
ADDED_AGENCY = Text("单位名称（附）", "Agency name (added)")
ADDED_REGION = Text("地区（附）", "Region (added)")
ADDED_YEAR = Text("年度（附）", "Year (added)")
ROWS_TITLE = Text("“{table}”在当前筛选下 {n} 行，{year} 年最多（{most} 行）", "“{table}”: {n} rows under the current filters, most of them for {year} ({most})")
ROWS_TITLE_PLAIN = Text("“{table}”在当前筛选下 {n} 行", "“{table}”: {n} rows under the current filters")
ROWS_ALT = Text("“{table}”各年度的行数，柱形图。", "Rows of “{table}” by year, bars.")
FIRST_ROWS = Text("前 {n} 行（下载含全部 {all} 行）", "First {n} rows (the download has all {all})")
COLUMNS_OF = Text("各列的含义", "What the columns mean")
NOT_FILTERED = Text("这张表与年报无关，不受筛选影响。", "This table is not about reports; filters do not apply.")
REJECTED_OUTSIDE = Text("设了筛选后，未能导入的文件不在其中（读不出年度和地区）；要看全部文件请清除筛选。", "With a filter set, files that could not be loaded are not included (their year and region are not known); clear the filters to see all.")
ONLY_CURRENT = Text("只含现行年报。", "Current reports only.")
MEANING = Text("含义", "Meaning")
