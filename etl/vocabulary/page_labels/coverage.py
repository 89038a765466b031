"""What the page `coverage` says."""

from typing import Final

from etl.vocabulary.labels import NOT_REPORTED, Text

COVERAGE = Text("报送情况", "Who reported")
COVERAGE_PURPOSE = Text("哪个单位哪一年有年报、哪一年没有：单位对年度，可按地区查看。", "Which agency has a report for which year and which has none: agencies against years, by region.")
WHO_IS_KNOWN = Text("“已知单位”指写明名称、任一年度有年报入库的单位；从未入库的单位无从得知，不在下列各表中。未报告只说明本库没有，不说明该单位没有公布。", "“Known” are agencies with a name and a report for any year; one that was never loaded is not known and stands in no list here. Not reported means that it is not in this data, not that it was never published.")

APART_TITLE = Text("{n} 份年报另列，不算作缺报：年份未识别 {years} 份，单位未识别 {names} 份{both}", "{n} reports stand apart and count as nobody's gap: {years} of unknown year, {names} of unknown agency{both}")
APART_BOTH = Text("（两样都未识别的 {n} 份，两处都计）", " ({n} lack both and count in both)")
APART_UNKNOWN = Text("未识别", "not recognised")
APART_DO = Text("不知道是哪一年或哪家单位的年报，所以不能说谁缺哪一年；下面各图各表都不含。点一行看原文件；年度和单位可用人工更正补上。", "Nobody can tell whose gap these reports would fill, so charts and tables below leave them out. Click a row to see the document; year and agency can be added by a correction.")
APART_ALT = Text("年份未识别或单位未识别的年报：单位、所在区划、年度、标题和文件。", "Reports of unknown year or agency: agency, division, year, title and file.")
NOBODY_FOLLOWED = Text("当前筛选下没有能按年度对照的单位：年报的年份或单位都未识别，见上面的名单。", "Nobody can be held against years here: the year or the agency of every report is unknown. They are listed above.")

SHOWN = Text("列出", "List")
FIND_IN_BOARD = Text("按名称查找单位", "Find an agency by name")
SHOW_ALL = Text("全部单位", "all agencies")
SHOW_SHORT = Text("只看有缺的", "only those that miss a year")
HAS_REPORT = Text("有年报", "report")
HAS_REPLACED = Text("有年报，另有被取代的旧版", "report, and an earlier version it replaced")
SIGNS: Final[dict[Text, str]] = {HAS_REPORT: "●", HAS_REPLACED: "◉", NOT_REPORTED: "○"}
BOARD_TITLE = Text("{span}：{known} 家单位中 {short} 家有缺，{full} 家每年都有年报", "{span}: of {known} agencies {short} miss a year, {full} have a report for every year")
BOARD_TITLE_FULL = Text("{span}：{known} 家单位每年都有年报", "{span}: all {known} agencies have a report for every year")
BOARD_TITLE_NONE = Text("没有这样的单位", "No such agency")
BOARD_ALT = Text("单位对年度的点阵图，{n} 行：实心点为有年报，空心点为未报告；按{area}的下级分组。", "Dots of agencies against years, {n} rows: a filled dot is a report, a hollow one none; grouped by the parts of {area}.")
BOARD_DO = Text("点选一个单位可看其档案。", "Pick an agency to see its profile.")
BOARD_CUT = Text("图中画缺得最多的 {drawn} 家，共 {known} 家。", "The chart shows the {drawn} agencies that miss most, of {known}.")
BOARD_CUT_DO = Text("表中列前 {listed} 家，下载含全部；可按名称查找或用筛选缩小范围。", "The table has the first {listed}, the file all of them; search by name or use the filters.")
BOARD_POINT = Text("{agency}（{place}），{year} 年：{state}", "{agency} ({place}), {year}: {state}")

COLUMN_AGENCY_NAME = Text("单位名称", "Agency")
COLUMN_MISSING = Text("缺的年数", "Years missing")
COLUMN_UNDATED = Text("年度未能确定的年报", "Reports of unknown year")
COLUMN_LAST_YEAR = Text("最近有年报的年度", "Latest year with a report")
COLUMN_ALL_REPORTS = Text("各年年报数", "Reports of all years")

MISSING_YEAR = Text("哪一年没有年报", "No report for")
MISSING_TITLE = Text("{year} 年：已知的 {known} 家单位中 {missing} 家没有年报", "{year}: {missing} of {known} known agencies have no report")
MISSING_NONE = Text("{year} 年：已知的 {known} 家单位都有年报", "{year}: all {known} known agencies have a report")
MISSING_ALT = Text("{year} 年没有年报的单位数，按{rows}的条形图，共 {n} 条。", "Agencies without a report for {year} by {rows}, {n} bars.")
MISSING_DO = Text("名单在“表”里，下载含全部。", "The list stands under “Table”; the file has all of it.")
MISSING_CUT = Text("图中画缺得最多的 {n} 个。", "The chart shows the {n} that miss most.")
MISSING_BAR = Text("{name}：已知的 {known} 家单位中 {missing} 家没有 {year} 年年报", "{name}: {missing} of {known} known agencies have no report for {year}")
