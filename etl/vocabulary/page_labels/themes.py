"""What the page `themes` says: what section five names as problems, where, when, and what is named again."""

from typing import Final

from etl.vocabulary.labels import Text

THEMES_PAGE = Text("问题主题", "Themes of problems")
THEMES_PURPOSE = Text("第五部分写了哪些方面的问题，各年、各地多少年报写到，上年写了改进而今年又写为问题的有哪些。", "What section five names as problems, in how many reports by year and region, and what is named again after a measure was told.")
SPLIT_BY = Text("怎样分", "Split by")
BY_YEAR = Text("按年度", "by year")
BY_PART = Text("按地区或单位", "by region or agency")
BY_YEAR_TITLE = Text("{year} 年最多的是{themes}：{top} / {bottom} 份年报写为问题（{rate}）", "{year}: most often {themes}, a problem in {top} of {bottom} reports ({rate})")
BY_PART_TITLE = Text("{span}各地合计最多的是{themes}：{top} / {bottom} 份年报写为问题（{rate}）", "{span}, all parts together: most often {themes}, a problem in {top} of {bottom} reports ({rate})")
THEME_QUOTED = Text("“{theme}”", "“{theme}”")
THEMES_TIED = Text("{themes}（并列）", "{themes} (tied)")
THEMES_TIED_MORE = Text("{themes}等 {n} 个主题（并列）", "{themes} and others, {n} themes in all (tied)")
MATRIX_NONE = Text("这些年报的第五部分没有判定出主题", "No theme was found in section five of these reports")
MATRIX_ALT = Text("把各主题写为问题的年报所占比例，方格图，行是主题，列是{columns}。", "Share of reports that name each theme as a problem, as a grid: themes in rows, {columns} in columns.")
COLUMNS_YEAR = Text("年度", "years")
COLUMNS_PART = Text("地区或单位", "regions or agencies")
MATRIX_NOTE = Text("比例＝把该主题写为问题的年报 ÷ 有第五部分文字的年报；没有第五部分的不计入。带 * 的分母不足 30（样本不足）。", "Share = reports that name the theme as a problem ÷ reports with text in section five; those without are left out. * marks a denominator under 30 (small sample).")
MATRIX_CUT = Text("图中画年报最多的 {n} 列，其余 {rest} 列见表。", "The {n} columns with most reports are drawn; the table has {rest} more.")
MATRIX_POINT = Text("{column}，{theme}：{rate}（{top} / {bottom}），写有改进 {promised} 份{small}", "{column}, {theme}: {rate} ({top} of {bottom}), a measure told in {promised}{small}")
SMALL_SIGN = Text("{rate}*", "{rate}*")
COLUMN_THEME = Text("主题", "Theme")
COLUMN_NAMING = Text("写为问题的年报", "Reports naming it")
COLUMN_WITH_TEXT = Text("有第五部分的年报", "Reports with section five")
COLUMN_PROMISING = Text("写有改进的年报", "Reports telling a measure")
WITHOUT_TEXT_HELP = Text("没有第五部分文字的年报。", "Reports without text in section five.")

# ── named again ──────────────────────────────────────────────────────────────────────────────────────────────────────

AGAIN_TITLE = Text("最常反复的是{themes}：{bottom} 份写到的年报中，{top} 份的上年年报已写改进（{rate}）", "Most often again, {themes}: of {bottom} reports naming it, {top} had told a measure the year before ({rate})")
AGAIN_TITLE_SMALL = Text("主题写为问题 {bottom} 次，其中 {top} 次上年已写改进（一份年报写到几个主题算几次；样本不足，不排名）", "Themes named as a problem: {bottom} times in all, {top} of them although a measure was told the year before (a report counts once for each theme; small sample, not ranked)")
AGAIN_NONE = Text("没有上年写了改进、今年又写为问题的主题", "No theme is named again after a measure was told the year before")
AGAIN_ALT = Text("各主题中，上年写了改进、本年又写为问题的年报比例，条形图。", "By theme, the share of reports that name it although a measure was told the year before, as bars.")
AGAIN_NOTE = Text("比例＝上年年报已写改进的 ÷ 本年写为问题且有上年年报可比的；没有上年年报的 {n} 次未计入。只看主题是否相同，不等于同一个问题。", "Share = those whose report of the year before told a measure ÷ those that name it and have such a report; {n} without one are left out. Only the theme is compared: it need not be the same problem.")
AGAIN_POINT = Text("{theme}：{top} / {bottom} 份（{rate}），{left_out} 份没有上年可比", "{theme}: {top} of {bottom} ({rate}), {left_out} without the year before")
AGAIN_BAR = Text("{rate}（{top} / {bottom}）", "{rate} ({top} of {bottom})")
COLUMN_AGAIN_OF = Text("又写为问题的年报", "Named again in")
COLUMN_COMPARED = Text("有上年可比的年报", "With a report before")
COLUMN_NOT_COMPARED = Text("没有上年可比", "Without one")
LIST_TITLE = Text("{n} 次：上年写了改进，今年又写为问题", "Named again after a measure was told the year before: {n}")
LIST_DO = Text("选一行，看两年的原句和判定用语。", "Pick a row to see the sentences of both years and the words that decided.")
LIST_ONLY = Text("只看主题", "Only the theme")
EVERY_THEME = Text("全部主题", "All themes")
COLUMN_SENTENCES_NOW = Text("今年写为问题（句）", "Sentences naming it")
COLUMN_SENTENCES_BEFORE = Text("上年写改进（句）", "Sentences the year before")
SENTENCES_TITLE = Text("{agency}：{before} 年写了“{theme}”的改进，{year} 年又写为问题", "{agency}: told a measure for “{theme}” in {before}, named it again in {year}")
SENTENCES_LEGEND = Text("带标记的是判定用语：", "Marked are the words that decided: ")
DECIDED: Final[dict[str, Text]] = {
    "problem": Text("判为问题", "says problem"),
    "measure": Text("判为措施", "says measure"),
    "theme": Text("判为这个主题", "says this theme"),
}
SENTENCE_MARK = Text("{role}：", "{role}: ")
SEE_BOTH = Text("看两年并排", "See both years side by side")
SEE_IN_SOURCE = Text("看 {year} 年原文", "See the source of {year}")
PICK_GONE = Text("链接所指的一条不在筛选范围内，或现有数据中没有。", "What the link names is not under the filters, or not in the data.")
