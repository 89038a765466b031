"""What the page `problems` says."""

from typing import Final

from etl.vocabulary.labels import Text

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
SECTION_FIVE = Text("第五部分", "Section five")
BESIDE_TITLE = Text("{agency}：{year} 年 {n} 句中 {same} 句与上年相同", "{agency}: {same} of {n} sentences of {year} stand in the year before")
BESIDE_FIRST = Text("{agency}：{year} 年的第五部分", "{agency}: section five of {year}")
NO_TEXT = Text("这份年报没有“存在的主要问题及改进情况”部分。", "This report has no section on problems and improvements.")
NO_REPORT = Text("{year} 年的年报未入库，无从比较。请导入该年年报，或换一个年度。", "The report of {year} is not loaded, so there is nothing to compare with. Load it, or choose another year.")
LEGEND = Text("＝ 两年相同；≈ 有改动，改动处加底色；＋ 另一年没有的句子。", "＝ the same in both years; ≈ reworded, the change on a coloured ground; ＋ not in the other year.")
FOR_REVIEW = Text("逐句比对，只供人工复核；文字相同不等于不当。", "Compared sentence by sentence, for a person to judge; the same wording is not in itself a fault.")
TOO_LONG = Text("文字过长（一年超过 {letters} 字或 {sentences} 句），未逐句比对；可能是章节切分有误，请对照原文。", "Too long to be compared sentence by sentence (over {letters} characters or {sentences} sentences in a year); the section may have been cut wrongly, so see the source.")
MARK_COLUMN = Text("两年比对", "Comparison")
SENTENCE_STATES: Final[dict[str, Text]] = {
    "same": Text("两年相同", "same in both"),
    "changed": Text("有改动", "reworded"),
    "alone": Text("另一年没有", "not in the other"),
    "uncompared": Text("未比对", "not compared"),
}
