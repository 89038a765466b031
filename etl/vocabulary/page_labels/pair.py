"""What the page `pair` says: two texts of section five side by side."""

from typing import Final

from etl.vocabulary.coded import NO, YES
from etl.vocabulary.labels import Text
from etl.vocabulary.reuse import AFTER, ALIKE, BEFORE, ORDER_NOT_KNOWN, PEERS_KEPT, SAME_DAY

PAIR = Text("两份文本并排", "Two texts side by side")
PAIR_PURPOSE = Text("两份年报的第五部分并排：相同的文字、各自的文字、谁先发布，供人工复核。", "Section five of two reports side by side: what both say, what each says alone, who published first, for a person to judge.")
NONE_ASKED = Text("还没有选定两份年报", "No two reports are named yet")
NONE_ASKED_DO = Text("请从“文本复用”页选一份年报或一组共用文本，再点其中一对。", "Choose a report or a shared text on the page “Reused wording”, then a pair in it.")
TO_REUSE = Text("去文本复用", "To reused wording")
ONE_GONE = Text("现有数据中没有编号为“{report}”的年报", "There is no report with the id “{report}” in the data")
SAME_TWICE = Text("两个编号是同一份年报，没有可以并排的另一份。", "Both ids name one report; there is no other one to set beside it.")
TITLE_ALIKE = Text("{agency} {year}与{other} {other_year}：文本高度相似，供人工复核", "{agency} {year} and {other} {other_year}: highly similar wording, for a person to judge")
TITLE_OWN = Text("{agency}：{year}与{other_year}的第五部分高度相似，供人工复核", "{agency}: section five of {year} and of {other_year} are highly similar, for a person to judge")
TITLE_PLAIN = Text("{agency} {year}与{other} {other_year}的第五部分", "Section five of {agency} {year} and of {other} {other_year}")
PUBLISHED = Text("发布于 {day}", "published on {day}")
PUBLISHED_UNKNOWN = Text("发布日期没有写明", "day of publication not said")
ORDERS: Final[dict[str, Text]] = {
    BEFORE: Text("先后：{other}先发布。", "{other} was published first."),
    AFTER: Text("先后：{one}先发布。", "{one} was published first."),
    SAME_DAY: Text("先后：同一天发布。", "Both were published on the same day."),
    ORDER_NOT_KNOWN: Text("先后：不明，至少一份没有写明发布日期。", "Which came first is not known: one of them does not say its day of publication."),
}
NOT_LISTED = Text(f"这一对不在相似文本之列，没有重合度可列：重合度不到 {ALIKE:.0%}；或其中一份的文字与更早的年报共用，只由最早的一份与别的年报比；或相似的年报多，只列最相似的 {PEERS_KEPT} 份和指标所依据的。", f"This pair is not among the alike texts, so there is no measure to show: less than {ALIKE:.0%} is contained; or one of them shares its text with an earlier report, and only the earliest is compared with others; or many are alike, of which the {PEERS_KEPT} closest and those that a measure rests on are listed.")
LESS_ALIKE = Text(f"没有发现这两份的重合度达到 {ALIKE:.0%}，不在相似文本之列，没有重合度可列。", f"No containment of {ALIKE:.0%} or more was found, so this pair is not among the alike texts and there is no measure to show.")
ONLY_PREVIOUS = Text("同一单位的年报只与它的上一份比，这两份不是前后相接的，没有重合度可列。", "A report is compared with the one before it of the same agency only; these two do not follow each other, so there is no measure to show.")
SHARED_BY_BOTH = Text("两份都用同一段共用文字（{n} 个单位使用）。共用的文字只与最早（或最早之一）的一份比，所以这一对没有单独的重合度。与那一份的相似度：{report} {share}，{other} {other_share}。", "Both use one shared text, as {n} agencies do. Those who share a text are compared with the earliest of them, or one of the earliest, so this pair has no measure of its own. Resemblance to that one: {report} {share}, {other} {other_share}.")
FIRST_SURE = Text("最早发布的是{first}。", "{first} published it first.")
FIRST_UNSURE = Text("对照的是{first}，最早之一，发布先后不明。", "The one compared with is {first}, one of the earliest; the order is not known.")
SEE_SHARED = Text("看这段共用文字的使用单位", "See who uses this shared text")
NOT_COMPARED = Text("导入时没有比对这一对，没有重合度可列。{reasons}。", "The load did not compare this pair, so there is no measure to show. {reasons}.")
NOT_COMPARED_WHY = Text("{report}：{why}", "{report}: {why}")
NOT_CURRENT = Text("不是现行版本", "Not the version in force")
IDENTICAL = Text("除名称、年份和数字外一字不差。", "Letter for letter the same but for names, years and numbers.")
INSIDE_PARENT = Text("两个单位同属一个上级：上级统一拟稿供下级使用属正常。", "Both are inside one parent: wording that a superior office wrote for all is legitimate.")
OUTSIDE_PARENT = Text("两个单位不属同一个上级。", "The two are not inside one parent.")
PARENT_UNKNOWN = Text("有一方区划未定，是否同属一个上级不明。", "A division is not known, so whether they are inside one parent is not either.")
NAMES_OTHER = Text("其中一份的文中出现对方单位的名称：“{name}”。", "One of the texts holds the name of the other's agency: “{name}”.")
FOUND_IN = Text("{one}的片段出现在{other}", "Of {one}, found in {other}")
BOTH_WAYS = Text("两份的相似度", "Resemblance of the two")
LEGEND_SHARED = Text("两份都有的文字", "stands in both")
LEGEND_SET_ASIDE = Text("名称、年份、数字：比对时不计，两份可以不同", "names, years, numbers: set aside, may differ")
LEGEND_SHARED_SET_ASIDE = Text("两份都有，其中的名称、年份、数字可以不同", "stands in both, its names, years and numbers may differ")
LEGEND_PLAIN = Text("没有标记的只在这一份里", "what is not marked stands here only")
NO_TEXT_HERE = Text("这份年报没有第五部分的文字。", "This report has no text of section five.")
TOO_LONG_HERE = Text("两份中至少一份超过 {letters} 字，没有逐字比对，这里只显示前 {letters} 字；可能是章节切分有误，请对照原文。", "One of the texts has over {letters} characters, so they were not compared and the first {letters} are shown here; the section may have been cut wrongly, so see the source.")
BOX = Text("{agency} {year}的第五部分", "Section five of {agency}, {year}")
SEE_SOURCE = Text("看原文", "See the source")
SEE_AGENCY = Text("看单位概况", "See the agency")
SWAP = Text("两份对调", "Swap the two")
MORE_ALIKE = Text("与{report}文本相似的年报：{n} 份", "Reports alike to {report}: {n}")
MORE_ALIKE_DO = Text("在表中选一行，与{report}并排。多个单位共用的文字只与最早（或最早之一）的一份比：其余的使用单位见“文本复用”页的共用文字。", "Pick a row to see it beside {report}. Those who share a text are compared with the earliest of them, or one of the earliest: the page “Reused wording” lists the others that use it.")
COLUMN_SIDE = Text("哪一份", "Which")
COLUMN_SHARED = Text("两份都有", "In both")
COLUMN_SET_ASIDE = Text("比对时不计", "Set aside")
COLUMN_KIND_OF_PAIR = Text("关系", "Relation")
COLUMN_CONTAINED = Text("这份出现在对方", "Found in the other")
COLUMN_CONTAINS = Text("对方出现在这份", "Of the other")
COLUMN_RESEMBLANCE = Text("相似度", "Resemblance")
COLUMN_ORDER = Text("对方发布", "The other was published")
ORDERS_SHORT: Final[dict[str, Text]] = {
    BEFORE: Text("在前", "before"),
    AFTER: Text("在后", "after"),
    SAME_DAY: Text("同日", "the same day"),
    ORDER_NOT_KNOWN: Text("先后不明", "order not known"),
}
COLUMN_PARENT = Text("同属一个上级", "Inside one parent")
STANDINGS: Final[dict[bool | None, Text]] = {
    True: YES,
    False: NO,
    None: Text("不明", "not known"),
}
