"""The tables of reuse: what each section five repeats, from whom, and which texts are shared by many."""

from typing import Final

from etl.vocabulary.columns import (
    AGENCY_ID,
    COUNT,
    DATE,
    FLAG,
    KIND,
    RATE,
    REGION_CODE,
    REPORT_ID,
    REPORT_NUMBER,
    SECTOR,
    SMALL,
    TEXT,
    YEAR,
    Column,
    column,
    optional,
    table,
)
from etl.vocabulary.reuse import (
    ALIKE,
    COMMON,
    COMMON_BELOW,
    COMMON_FROM,
    FEWEST_COMPARABLE,
    PEERS_KEPT,
    SHARED,
    SHINGLE,
    SHORTEST_COMPARED,
    STICKY,
)

_LANG: Final = "Dyer, Lang, Stice-Lawrence 2017"


def _measured(name: str, zh: str, en: str, means: str, means_en: str, source: str, unit: str | None = None) -> Column:
    return column(name, RATE, zh, en, means, means_en, unit, nullable=True, source=source)


_NONE_IS_ZERO: Final = {"peer_containment": ("；没有相似年报的按零排入", "; those that no peer is alike to are ranked as zero")}


def _standing(name: str, zh: str, en: str) -> tuple[Column, Column]:
    means = f"在同年同类单位年报中的百分位，0 到 1；同年同类有此数的不足 {FEWEST_COMPARABLE} 份时为空"
    means_en = f"Its percentile among reports of the same year and kind of agency, 0 to 1; NULL where fewer than {FEWEST_COMPARABLE} of them have it"
    zero, zero_en = _NONE_IS_ZERO.get(name, ("", ""))
    among = f"同年同类单位年报中有此数的份数，百分位在其中排定{zero}"
    among_en = f"How many reports of the same year and kind of agency have it: those it is ranked among{zero_en}"
    return (
        column(f"{name}_percentile", RATE, f"{zh}百分位", f"{en}, percentile", means, means_en, nullable=True),
        column(f"{name}_ranked", COUNT, f"{zh}排位份数", f"{en}, reports ranked", among, among_en, "份"),
    )


def _why(name: str, zh: str, en: str, of: str, of_en: str) -> Column:
    return column(name, TEXT, zh, en, f"{of}为空的原因；空表示已计算", f"Why {of_en} NULL; NULL when computed", nullable=True)


def _other(name: str, zh: str, en: str, means: str, means_en: str) -> Column:
    return column(name, TEXT, zh, en, means, means_en, nullable=True)


_SAME_PARENT = column("is_same_parent", FLAG, "同属一个上级", "Inside one parent",
    "两个单位在同一区划、上下级区划或同一上级区划之内：上级统一拟稿供下级使用属正常；空表示区划未确定",
    "Both are of one division, of a division and the one above it, or of two below the same one: wording that a superior office wrote for all is legitimate; NULL when a division is not known", nullable=True)

TEXT_REUSE: Final = table("text_reuse", "文本复用", "Text reuse", "每份现行报告一行：第五部分的文本复用度，没有计算的写明原因",
    "One per current report: the reuse measures of its section problems, with a reason where one is not computed", (
        REPORT_ID, REPORT_NUMBER, AGENCY_ID, REGION_CODE, YEAR, KIND, SECTOR,
        column("characters", COUNT, "字数", "Characters", "第五部分的字数，不计空白；空表示没有第五部分", "Characters of section five, white space left out; NULL when there is none", "字", nullable=True),
        column("comparable", COUNT, "可比年报数", "Comparable reports", f"同年同类单位、第五部分不少于 {SHORTEST_COMPARED} 字的年报份数，含本份", f"Reports of the same year and kind of agency with at least {SHORTEST_COMPARED} characters, this one included", "份"),
        _other("previous_report_id", "上一份报告", "Report before", "本单位本库中最近的更早年度的报告；空表示没有", "The agency's report of the latest earlier year in this file; NULL when there is none"),
        column("previous_year", SMALL, "上一份年度", "Year before", "上一份报告的年度，不一定是上一年", "Its year, not always the year before", nullable=True),
        _measured("stickiness", "沿用率", "Stickiness", f"与本单位上一份报告共有 {STICKY} 字片段的句子（不足 {STICKY} 字的以整句计）所占字数比例", f"Share of characters in sentences that share {STICKY} characters in a row (a shorter sentence: all of it) with the agency's report before", _LANG),
        *_standing("stickiness", "沿用率", "Stickiness"),
        _measured("yoy_similarity", "与上年相似度", "Similarity to last year", "与本单位上一份报告的编辑相似度：1 减编辑距离与较长一份字数之比", "Edit similarity with the agency's report before: 1 less the edit distance by the length of the longer one", "Cohen, Malloy, Nguyen 2020"),
        *_standing("yoy_similarity", "与上年相似度", "Similarity to last year"),
        _measured("peer_containment", "与他单位重合度", "Containment in a peer", f"本报告 {SHINGLE} 字片段出现在同年或更早的一份他单位报告中的比例的最大值；只列达到 {ALIKE:.0%} 的", f"Highest share of its {SHINGLE}-character shingles found in one other agency's report of the same or an earlier year; given from {ALIKE:.0%}", "Broder 1997"),
        *_standing("peer_containment", "与他单位重合度", "Containment in a peer"),
        _measured("peer_resemblance", "与该单位相似度", "Resemblance to that peer", "与重合度最高的那份报告的杰卡德系数", "Jaccard coefficient with the report that contains most of it", "Broder 1997"),
        _other("peer_report_id", "重合度最高的报告", "The peer's report", "重合度最高的他单位报告；相同的取最早的", "The other agency's report that contains most of it; the earliest of several"),
        _measured("boilerplate_share", "套话比例", "Boilerplate share", f"含同年 {COMMON_FROM:.0%} 以上、不到 {COMMON_BELOW:.0%} 的报告共用的 {COMMON} 字片段的句子所占字数比例；更普遍的是规定用语，不计", f"Share of characters in sentences with {COMMON} characters that at least {COMMON_FROM:.0%} and fewer than {COMMON_BELOW:.0%} of the year's reports use; what more use is mandated wording", "Lang, Stice-Lawrence 2015"),
        *_standing("boilerplate_share", "套话比例", "Boilerplate share"),
        _measured("redundancy", "内部重复率", "Redundancy", "本部分内不止一次出现的句子所占字数比例", "Share of characters in sentences that stand more than once in the section", "Dyer et al. 2017"),
        *_standing("redundancy", "内部重复率", "Redundancy"),
        _measured("specificity", "具体程度", "Specificity", "每千字中的数字、日期和名称（书名号、引号内的名称和拉丁字母词）数", "Numbers, dates and names (in title or quotation marks, or in Latin letters) per 1,000 characters", "Dyer et al. 2017", "个/千字"),
        *_standing("specificity", "具体程度", "Specificity"),
        _why("reason", "未计算原因", "Reason", "全部指标", "every measure is"),
        _why("own_reason", "与上年比较的未计算原因", "Reason, own report before", "沿用率和与上年相似度", "stickiness and similarity to last year are"),
        _why("peer_reason", "与他单位比较的未计算原因", "Reason, other agencies", "与他单位重合度", "containment in a peer is"),
        _why("boilerplate_reason", "套话比例的未计算原因", "Reason, boilerplate", "套话比例", "the boilerplate share is"),
    ), ("report_id",), (("report_id", "reports"), ("previous_report_id", "reports"), ("peer_report_id", "reports")))


def _has(name: str, zh: str, en: str) -> Column:
    return column(name, COUNT, zh, en, f"其中计算了{zh}的报告份数", f"How many of them have the measure {en.lower()}", "份")


TEXT_COUNTS: Final = table("text_counts", "第五部分计数", "Counts of section five", "每个区划、年度、单位类别和系统一行：有第五部分的、计算了各项复用度的现行报告份数",
    "One per division, year, kind and sector of agency: how many current reports have section five, and each of the reuse measures", (
        REGION_CODE, YEAR, KIND, SECTOR,
        column("reports", COUNT, "报告数", "Reports", "现行报告份数", "Current reports", "份"),
        column("written", COUNT, "有第五部分", "With section five", "其中有第五部分的份数", "How many of them have section five", "份"),
        column("told", COUNT, "有语句", "With sentences", "其中第五部分至少有一句的份数", "How many of them have a sentence in section five", "份"),
        _has("stickiness", "沿用率", "Stickiness"),
        _has("yoy_similarity", "与上年相似度", "Similarity to last year"),
        _has("peer_containment", "与他单位重合度", "Containment in a peer"),
        _has("boilerplate_share", "套话比例", "Boilerplate share"),
        _has("redundancy", "内部重复率", "Redundancy"),
        _has("specificity", "具体程度", "Specificity"),
    ), ("region_code", "year", "kind", "sector"))

THEME_COUNTS: Final = table("theme_counts", "主题计数", "Theme counts", "每个区划、年度、单位类别、系统和主题一行：把它写为问题、写有改进、反复写到的现行报告份数",
    "One per division, year, kind and sector of agency, and theme: how many current reports name it as a problem, tell a measure for it, name it again", (
        REGION_CODE, YEAR, KIND, SECTOR,
        column("theme", TEXT, "主题", "Theme", "所涉主题", "What it is about"),
        column("named", COUNT, "写为问题", "Named", "至少一句把它写为问题的报告份数", "Reports with a sentence that names it as a problem", "份"),
        column("promised", COUNT, "写有改进", "Promised", "至少一句写它的改进的报告份数", "Reports with a sentence that tells what was or will be done about it", "份"),
        column("compared", COUNT, "可对照", "Compared", "写为问题的报告中，有上年年报及其第五部分可对照的份数", "Reports that name it and whose report of the year before has section five", "份"),
        column("repeated", COUNT, "改进后又写为问题", "Named again", "可对照的报告中，上年写了改进、本年又写为问题的份数", "Of those compared, reports that name it although a measure was told the year before", "份"),
    ), ("region_code", "year", "kind", "sector", "theme"))

TEXT_MATCHES: Final = table("text_matches", "相似文本", "Text matches", f"第五部分文字高度相似（一方至少 {ALIKE:.0%} 的片段出现在另一方）的每对报告一行，供人工复核；每份报告列最相似的 {PEERS_KEPT} 份他单位报告，以及指标所依据的各对",
    f"One per pair of reports whose problems texts are alike (at least {ALIKE:.0%} of the shingles of one stand in the other), for a person to look at; of other agencies the {PEERS_KEPT} closest to a report, and every pair that a measure rests on", (
        REPORT_ID, REPORT_NUMBER,
        column("other_report_id", TEXT, "另一报告", "Other report", "与之相似的报告，年度更早；同年的发布更早，发布先后不明的按编号", "The report it is like, of an earlier year; of the same year the one published earlier, by id where that is not known"),
        column("kind", TEXT, "关系", "Kind", "own_previous_year 本单位上一份、peer 其他单位", "own_previous_year or peer"),
        _measured("containment", "重合度", "Containment", "本报告片段出现在另一报告中的比例", "Share of this text's shingles found in the other", "Broder 1997"),
        _measured("other_containment", "另一方重合度", "Containment of the other", "另一报告片段出现在本报告中的比例", "Share of the other text's shingles found in this one", "Broder 1997"),
        _measured("resemblance", "相似度", "Resemblance", "两份文本片段的杰卡德系数", "Jaccard coefficient of the two sets of shingles", "Broder 1997"),
        column("is_identical", FLAG, "完全相同", "Identical", "除名称、年份和数字外一字不差", "Letter for letter the same but for names, years and numbers"),
        column("other_published", TEXT, "另一报告发布", "The other was published", "before 先于本报告、same_day 同日、not_known 同年而发布日期不明", "before this one, the same_day, or not_known: of the same year without a date"),
        _SAME_PARENT,
        _other("names_other", "文中所见对方名称", "Names the other", "本报告第五部分中出现的另一单位名称或其区划名称；两个单位共有的区划及其政府不算；空表示没有出现", "The name of the other agency, or of its division, as it stands in this text; divisions that both lie in and their governments do not count; NULL when it does not"),
        _other("other_names_this", "对方文中所见本单位名称", "The other names this", "对方报告第五部分中出现的本单位名称或其区划名称，范围同上；空表示没有出现", "The name of this report's agency, or of its division, as it stands in the other text, likewise; NULL when it does not"),
    ), ("report_id", "other_report_id"), (("report_id", "reports"), ("other_report_id", "reports")))

SHARED_TEXTS: Final = table("shared_texts", "共用文本", "Shared texts", f"两个以上单位共用的文本，每份使用它的报告一行：与最早发布的一份相似度不低于 {SHARED:.0%}",
    f"One per text shared by several agencies and report that uses it: its resemblance to the one published first is at least {SHARED:.0%}", (
        column("text_id", TEXT, "共用文本编号", "Shared text", "由最早发布的报告合成，重建后不变", "Made from the report published first; the same after every rebuild"),
        REPORT_ID, REPORT_NUMBER, AGENCY_ID, REGION_CODE, YEAR,
        column("first_report_id", TEXT, "最早的报告", "First report", "其中年度最早、发布最早的报告", "The earliest of them by year and day"),
        column("is_first", FLAG, "最早发布", "Published first", "是否为最早的报告", "Whether it is the earliest of them"),
        column("first_is_sure", FLAG, "最早一份可确定", "The first is sure", "同年的其他单位都写明发布日期且更晚；否则最早一份只是按编号排在前面", "Whether all of the same year say a later day; if not, the first only stands first by its number"),
        _measured("resemblance", "与最早一份的相似度", "Resemblance to the first", "与最早一份的杰卡德系数", "Jaccard coefficient with the first", "Broder 1997"),
        optional(_SAME_PARENT),
        column("agencies", COUNT, "共用单位数", "Agencies", "共用这一文本的单位数", "How many agencies share the text", "个"),
        column("published_on", DATE, "发布日期", "Published on", "文件写明的发布日期；空表示没有写明", "As the document says; NULL when it does not", nullable=True),
    ), ("text_id", "report_id"), (("report_id", "reports"), ("first_report_id", "reports")))
