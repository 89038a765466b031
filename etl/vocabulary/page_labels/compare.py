"""What the page `compare` says."""

from typing import Final

from etl.vocabulary.labels import Text

COMPARE = Text("趋势比较", "Compare over years")
COMPARE_PURPOSE = Text("一个指标，多个地区或单位，逐年对照。", "One indicator, several regions or agencies, year by year.")

# ── what is compared ─────────────────────────────────────────────────────────────────────────────────────────────────

INDICATOR_GROUPS: Final[dict[str, Text]] = {
    "rate": Text("比率", "Rates"),
    "requests": Text("申请件数", "Requests"),
    "outcomes": Text("办理结果件数", "Outcomes"),
    "reviews": Text("复议诉讼件数", "Reviews and litigation"),
    "proactive": Text("主动公开数量", "Proactive disclosure"),
}
INDICATOR_OPTION = Text("{group} · {name}", "{group} · {name}")
LOOK = Text("图形", "Picture")
LOOKS: Final[dict[str, Text]] = {"lines": Text("同一张图", "One picture"), "small": Text("每个一张小图", "Small charts")}
GROUP = Text("成组比较", "Compare a group")
GROUP_HELP = Text("同级地区以左侧所选地区为准；同类单位以所选的第一家单位为准：同一上级地区内层级、类别、行业系统都相同。只想比组里的几个：在框里选出它们，再点“只看所选”。", "Regions beside follow the region chosen on the left; agencies alike follow the first agency chosen: same level, kind and sector below the same division. To compare only some of a group choose them in the box, then “Chosen only”.")
GROUPS: Final[dict[str, Text]] = {
    "parts": Text("我的下级地区", "Regions below"),
    "siblings": Text("同级地区", "Regions beside"),
    "alike": Text("同类单位", "Agencies alike"),
    "none": Text("只看所选", "Chosen only"),
}
SEEK = Text("查找其他地区或单位", "Find another region or agency")
ENTITIES = Text("地区或单位", "Regions or agencies")
ENTITIES_PLACEHOLDER = Text("点开直接选，可选多个", "Open and choose, several if you like")
ENTITIES_OFFERED = Text("框里先列“{groups}”的 {n} 个，其他的排在后面，也可按名称查找。", "The box has the {n} of “{groups}” first, then others; anybody can be found by name.")
ENTITIES_CUT = Text("查到 {n} 个，框里列出前 {shown} 个；输入名称可缩小范围。", "{n} found, the first {shown} are in the box; type part of a name to narrow it.")
ENTITIES_FOUND = Text("查到 {n} 个，都在框里。", "{n} found, all in the box.")
ENTITIES_NONE = Text("没有名称含“{name}”的地区或单位；请改用更短的词。", "No region's or agency's name holds “{name}”; try a shorter word.")
ENTITIES_MANY = Text("选了 {n} 个，只画前 {shown} 个，其余未计入；请去掉一些。", "{n} are chosen, only the first {shown} are compared; take some out.")
NO_SIBLINGS = Text("先在左侧选一个地区，才有同级地区可比。", "Choose a region on the left first; then there are regions beside it.")
NO_AGENCY = Text("在“地区或单位”框里选一家单位，就与它的同类单位相比。框里已列出单位，所选地区的在前。", "Choose an agency in the box of regions and agencies to see it beside those like it. The box lists agencies, those of the chosen region first.")
NOBODY_ALIKE = Text("同一上级地区内没有与“{name}”同层级、同类别、同系统的其他单位。", "Below the same division there is no other agency of the same level, kind and sector as “{name}”.")
ALONE_THERE = Text("所选地区没有有年报的同级地区。", "No region beside the chosen one has a report.")
NOTHING_BELOW = Text("所选范围没有下级地区。", "Nothing lies below the chosen area.")

# ── the picture ──────────────────────────────────────────────────────────────────────────────────────────────────────

WHOLE_AT_END = Text("整体", "whole")
COMPARED_TITLE = Text("{span}{name}：{area} {first} → {last}", "{name} {span}: {area} {first} → {last}")
COMPARED_TITLE_ONE = Text("{year} 年{name}：{area} {last}", "{name} {year}: {area} {last}")
COMPARED_TITLE_NONE = Text("{name}：{area}{why}", "{name}: {area} {why}")
COMPARED_RANGE = Text("；{year} 年从 {low}（{lowest}）到 {high}（{highest}）", "; in {year} from {low} ({lowest}) to {high} ({highest})")
LINES_ALT = Text("{name}逐年折线，{area}整体为粗线，另有 {n} 条：{entities}。缺年处断开。", "{name} by year, {area} as a thick line and {n} more: {entities}. Lines break where a year is missing.")
SMALL_ALT = Text("{name}逐年折线，{n} 张小图同一纵轴，{area}：{entities}。缺年处断开。", "{name} by year, {n} small charts on one scale, {area}: {entities}. Lines break where a year is missing.")
HOLLOW_NOTE = Text("空心点表示分母不足 30（样本不足），不宜比高低。", "Hollow points have a denominator under 30 (small sample) and are not to be ranked.")
GAP_NOTE = Text("缺年或分母为零处断开，不作零。", "A year without a value is a gap, not a zero.")
SUM_NOTE = Text("整体是各部分之和，线在高处。", "The whole area is the sum of its parts and lies high.")
HIDE_DO = Text("点图例可隐去一条线。", "A click on the legend hides a line.")
NO_GREY_NOTE = Text("数量悬殊，小图不画整体。", "Volumes lie far apart, so the whole area is not drawn here.")
GREY_NOTE = Text("细灰线是{area}整体。", "The thin grey line is {area} as a whole.")
BREAK_NOTE = Text("2019 年格式只印“其他处理”一行，与后来的三行口径不同，两段之间不连线。", "Form 2019 prints one row where later reports print three; no line joins the two.")
FILTER_NOTE = Text("地区按左侧类别、系统筛选后逐份相加；单位只算自己的年报，不受这两项筛选。", "Regions add up every report under the filters on kind and sector; an agency counts its own, whatever these filters say.")
MEMBERS_CUT = Text("{group}共 {n} 个，图中画{weight}最大的 {shown} 个，其余见表和下载文件。", "{group}: {n} in all; the chart shows the {shown} with the largest {weight}, table and file have the rest.")
BY_DENOMINATOR = Text("分母合计", "denominator in total")
BY_TOTAL = Text("合计", "total")
UNDRAWN = Text("{why}，{n} 个：{entities}", "{why}, {n}: {entities}")
AND_MORE = Text("{names} 等", "{names} and others")
RATE_POINT = Text("{entity}，{year} 年：{value}（{top} / {bottom}），{left_out} 份未计入{small}", "{entity}, {year}: {value} ({top} of {bottom}), {left_out} reports left out{small}")
VOLUME_POINT = Text("{entity}，{year} 年：{value}，{reports} 份年报，{left_out} 份未计入", "{entity}, {year}: {value}, {reports} reports, {left_out} left out")
WITH_UNIT = Text("{value}{unit}", "{value} × {unit}")

# ── the table ────────────────────────────────────────────────────────────────────────────────────────────────────────

COLUMN_CHANGE = Text("增减", "Change")
COLUMN_CHANGE_POINTS = Text("增减（百分点）", "Change (points)")
COLUMN_RELATIVE = Text("同比", "Year on year")
CHANGE_HELP = Text("与上年相比：同一口径的上一年度有数时才计算；同比为增减除以上年值，上年为零时为空。", "On last year, only where the year before has a number of the same meaning; year on year is the change out of last year's value, empty when that is 0.")
