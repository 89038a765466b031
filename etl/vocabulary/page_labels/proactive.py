"""What the page `proactive` says."""

from etl.vocabulary.labels import Text

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
