"""What the page `reuse` says: what section five repeats, and which agencies share a text."""

from typing import Final

from etl.vocabulary.labels import UNKNOWN_REGION, Text
from etl.vocabulary.reuse import ALIKE, FEWEST_COMPARABLE, SHARED

REUSE = Text("文本复用", "Reused wording")
REUSE_PURPOSE = Text("第五部分的文字有多少沿用上年、与他单位相似，谁与谁共用一段文字。只列相似程度，供人工复核。", "How much of section five repeats last year or reads like another agency's, and who shares a text. It shows likeness, for a person to judge.")
MEASURE = Text("看哪一项", "Measure")

# ── how the reports spread, and who stands where ─────────────────────────────────────────────────────────────────────

SPREAD_TITLE = Text("{year} 年{measure}：{n} 份年报的中位数 {median}，最高的四分之一从 {p75} 起", "{measure} in {year}: median {median} of {n} reports, the highest quarter from {p75}")
SPREAD_TITLE_SMALL = Text("{year} 年{measure}：只有 {n} 份年报有此数（样本不足），中位数 {median}", "{measure} in {year}: median {median}, reports that have it: {n} (small sample)")
SPREAD_NONE = Text("{year} 年没有一份年报能算出{measure}", "{measure} could be computed for no report of {year}")
SPREAD_ALT = Text("{year} 年{measure}的分布，柱形图，每柱为一个区间的年报份数。", "Distribution of {measure} in {year}: number of reports in each interval, as columns.")
SPREAD_POINT = Text("{low} 至 {high}：{n} 份", "{low} to {high}, reports: {n}")
SPREAD_NOTE = Text("没有算出的不画，也不作零：{reasons}。", "What could not be computed is not drawn, nor counted as zero: {reasons}.")
REASON_COUNT = Text("{reason}，{n} 份", "{reason}: {n}")
TOP_TITLE = Text("{year} 年{measure}在同类单位中排在前面的：{agency} {value}（百分位 {percentile}），供人工复核", "{measure} in {year}, highest among peers: {agency} {value} (percentile {percentile}), for a person to judge")
TOP_TITLE_LOW = Text("{year} 年{measure}在同类单位中最低的：{agency} {value}（百分位 {percentile}），供人工复核", "{measure} in {year}, lowest among peers: {agency} {value} (percentile {percentile}), for a person to judge")
TOP_NONE = Text("{year} 年没有可以排名的年报：同年同类单位有此数的不足 {fewest} 份", "No report of {year} is ranked: fewer than {fewest} of the same year and kind have this measure")
TOP_ALT = Text("{year} 年{measure}在同类单位中百分位居前的 {n} 份年报，条形图。", "The {n} reports of {year} that stand first in {measure} within their peers, as bars.")
TOP_POINT = Text("{agency}（{place}）：{value}，在 {among} 份有此数的同年同类年报中的百分位 {percentile}", "{agency} ({place}): {value}, percentile {percentile} among the {among} reports of the same year and kind that have it")
TOP_BAR = Text("{value}（百分位 {percentile}）", "{value} (percentile {percentile})")
TOP_CUT = Text("图中画前 {n} 份，其余 {rest} 份见表；百分位相同的不分先后。", "The chart shows the first {n}, the table has {rest} more; equal percentiles are not ranked among themselves.")
TOP_HINT = Text("点一条或在表中选一行，看两份文本并排；没有对照年报的，看原文。", "Click a bar or pick a row to see both texts side by side, or the source where there is no other text.")
NOT_RANKED = Text(f"可比年报不足 {FEWEST_COMPARABLE} 份，不排名", f"not ranked, fewer than {FEWEST_COMPARABLE} comparable reports")
PER_THOUSAND = Text("每千字 {value} 个", "{value} per 1,000 characters")
COLUMN_PERCENTILE = Text("百分位", "Percentile")
PERCENTILE_HELP = Text("在同年同类单位年报中的位置，0% 最低，100% 最高。", "Where it stands among reports of the same year and kind of agency: 0% is lowest, 100% highest.")
COLUMN_AMONG = Text("排位份数", "Ranked among")
AMONG_HELP = Text("同年同类单位年报中有此数的份数，百分位在其中排定。", "How many reports of the same year and kind of agency have it: those it is ranked among.")
COLUMN_CHARACTERS = Text("第五部分字数", "Characters of section five")
COLUMN_WHY_NOT = Text("没有数值或不排名的原因", "Why there is no value or rank")
RANKED = Text("已排名", "ranked")
NO_OTHER = Text("不与某一份比较，或没有可比的", "none, or compared with no single report")
COLUMN_OTHER = Text("对照的年报", "Compared with")

# ── texts that several agencies share ────────────────────────────────────────────────────────────────────────────────

SHARED_TITLE = Text("{n} 段文字由两个以上单位共用；最多的一段有 {most} 个单位，{first} {year} 年最早发布", "Texts shared by several agencies: {n}; {most} share the largest, first published by {first} in {year}")
SHARED_TITLE_UNDATED = Text("{n} 段文字由两个以上单位共用；最多的一段有 {most} 个单位，最早的是{first}", "Texts shared by several agencies: {n}; {most} share the largest, {first} being the earliest")
SHARED_TITLE_UNSURE = Text("{n} 段文字由两个以上单位共用；最多的一段有 {most} 个单位，{first}是最早之一，发布先后不明", "Texts shared by several agencies: {n}; {most} share the largest, {first} being one of the earliest, in an order not known")
SHARED_NONE = Text("没有发现多个单位共用的文字", "No text is shared by several agencies")
SHARED_ALT = Text("共用单位最多的 {n} 段文字，条形图，按与最早（或最早之一）单位的关系分段。", "The {n} texts that most agencies share, as bars split by how they stand to the first publisher, or one of the first.")
SHARED_NOTE = Text(f"与最早（或最早之一）的一份相似度不低于 {SHARED:.0%} 的算共用。同属一个上级的，上级统一拟稿供下级使用属正常。", f"A text is shared where its resemblance to the one published first, or to one of the first, is at least {SHARED:.0%}. Inside one parent, wording that a superior office wrote for all is legitimate.")
SHARED_CUT = Text("图中画共用单位最多的 {n} 段，另有 {rest} 段见表。", "The chart shows the {n} texts with most agencies; {rest} more are in the table.")
SHARED_HINT = Text("点一条或在表中选一行，看是哪些单位。", "Click a bar or pick a row to see which agencies.")
SHARED_POINT = Text("{first}{standing}：{n} 个单位", "{first}, {standing}, agencies: {n}")
REPORT_OF = Text("{agency} {year}", "{agency}, {year}")
STANDINGS: Final[dict[str, Text]] = {
    "first": Text("最早发布", "published it first"),
    "perhaps": Text("最早之一，发布先后不明", "one of the earliest, order not known"),
    "inside": Text("与该单位同属一个上级", "one parent with it"),
    "outside": Text("不属同一上级", "another parent"),
    "unknown": UNKNOWN_REGION,
}
NONE_FOUND_DO = Text(f"共用文字从两份年报的重合度达到 {ALIKE:.0%} 起算；可以放宽筛选，或导入更多年报。", f"Texts are compared from {ALIKE:.0%} contained on; widen the filters, or load more reports.")
COLUMN_FIRST = Text("最早（或最早之一）的单位", "First publisher, or one of the first")
COLUMN_SURE = Text("是否最早", "Whether the first")
COLUMN_FIRST_PLACE = Text("所在地区", "Where it is")
COLUMN_FIRST_YEAR = Text("该单位的年度", "Its year")
COLUMN_FIRST_DAY = Text("该单位的发布日期", "Its day of publication")
COLUMN_AGENCIES = Text("共用单位", "Agencies")
COLUMN_CHOSEN = Text("其中筛选范围内", "Of these under the filters")
COLUMN_REGIONS = Text("涉及区划", "Divisions")
COLUMN_FROM_YEAR = Text("从哪年", "From")
COLUMN_TO_YEAR = Text("到哪年", "To")
MEMBERS_TITLE = Text("用{first}这段文字的 {agencies} 个单位、{n} 份年报", "Reports that use this text of {first}: {n}, of agencies: {agencies}")
MEMBERS_DO = Text("选一行，看它与对照的一份并排；选对照的一份，看它的原文。", "Pick a row to see it beside the one it is compared with; pick that one to see its source.")
BOARD_TITLE = Text("{first}最早发布的文字：{parts} 个地区或单位使用，{year} 年用的最多，有 {n} 个单位", "The text first published by {first}: regions or agencies that use it: {parts}, most in {year}, agencies then: {n}")
BOARD_TITLE_UNSURE = Text("{first}等单位共用的文字（发布先后不明）：{parts} 个地区或单位使用，{year} 年用的最多，有 {n} 个单位", "The text shared by {first} and others, in an order not known: regions or agencies that use it: {parts}, most in {year}, agencies then: {n}")
BOARD_TITLE_NONE = Text("这段文字的使用年度未能确定", "The years in which this text was used are not known")
BOARD_ALT = Text("使用这段文字的单位数，按地区（或单位）和年度，方格图。", "Agencies that used this text, by region (or agency) and year, as a grid.")
BOARD_CUT = Text("图中画使用最多的 {n} 行，另有 {rest} 行没有画。", "The {n} rows with most agencies are drawn; {rest} more are not.")
BOARD_POINT = Text("{name}，{year} 年：{n} 个单位", "{name}, {year}, agencies: {n}")
COLUMN_STANDING = Text("与对照单位的关系", "Relation to the agency compared with")
COLUMN_RESEMBLANCE_FIRST = Text("与对照一份的相似度", "Resemblance to the one compared with")

# ── one agency, on its profile ───────────────────────────────────────────────────────────────────────────────────────

AGENCY_TITLE = Text("第五部分的文本复用", "Reuse in section five")
AGENCY_ALT = Text("各年第五部分与上一份年报、与他单位的相似程度。", "How like section five is to the report before and to other agencies, by year.")
AGENCY_HOW = Text("在表中选一行，看与上一份年报并排；与他单位相似的，看与该单位并排。", "Pick a row to see it beside the report before, or beside the other agency's where that is alike.")
COLUMN_OWN = Text("与上一份比", "Beside the report before")
COLUMN_PEER = Text("与他单位比", "Beside other agencies")
COLUMN_AGAIN = Text("改进后又写为问题的主题", "Themes named again")
AGAIN_UNKNOWN = Text("本年或上年没有第五部分可比", "no section five of this year or of the year before to compare")
OWN_TOLD = Text("沿用率 {stickiness}{percentile}，相似度 {similarity}", "stickiness {stickiness}{percentile}, similarity {similarity}")
OWN_PERCENTILE = Text("（百分位 {percentile}）", " (percentile {percentile})")
PEER_TOLD = Text("与{agency} {year}重合 {containment}", "{containment} found in {agency}, {year}")
REUSE_COMPARE = Text("在同类单位中看", "See it among peers")
