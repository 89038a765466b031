"""What the page `outliers` says."""

from typing import Final

from etl.vocabulary.labels import NOT_APPLICABLE, NOT_REPORTED, Text
from etl.vocabulary.words import Word

OUTLIERS = Text("偏离提示", "Out of line")
OUTLIERS_PURPOSE = Text("考虑办件量之后，哪些单位的比率明显偏离总体。只提示偏离，不评优劣。", "Whose rate is out of line given its volume. It points out, it does not judge.")

KINDS_MIXED = Text(
    "这里混有{kinds}。单位类别不同，申请的类型也不同，相互偏离不一定说明办理有差别；请用左侧“单位类别”“行业系统”和地区筛选，只比较同类单位。",
    "{kinds} are mixed here. Kinds of agency receive different requests, so a distance between them need not come from how requests are handled; narrow kind, sector and region at the left to compare like with like.",
)

# ── where an agency stands ───────────────────────────────────────────────────────────────────────────────────────────

ABOVE_998: Final = "above_998"
ABOVE_95: Final = "above_95"
WITHIN: Final = "within"
BELOW_95: Final = "below_95"
BELOW_998: Final = "below_998"
TOO_SMALL: Final = "too_small"
NOT_A_SHARE: Final = "not_a_share"
NO_RATE_AT_ALL: Final = "no_rate"
UNREPORTED: Final = "unreported"
POSITIONS: Final[dict[str, Text]] = {
    ABOVE_998: Text("高于 99.8% 上限", "above the 99.8 % limit"),
    ABOVE_95: Text("高于 95% 上限", "above the 95 % limit"),
    WITHIN: Text("范围内", "within the limits"),
    BELOW_95: Text("低于 95% 下限", "below the 95 % limit"),
    BELOW_998: Text("低于 99.8% 下限", "below the 99.8 % limit"),
    TOO_SMALL: Text("样本不足，不排名", "small sample, not ranked"),
    NOT_A_SHARE: Text("分子超过分母，不判断", "numerator exceeds denominator, not judged"),
    NO_RATE_AT_ALL: NOT_APPLICABLE,
    UNREPORTED: NOT_REPORTED,
}

# ── the picture ──────────────────────────────────────────────────────────────────────────────────────────────────────

FUNNEL_TITLE = Text("{year} 年{rate}：{n} 家（分母 ≥ 30）中 {above} 家高于、{below} 家低于 99.8% 控制限；总体 {overall}（{top} / {bottom} 件）", "{rate} {year}: of {n} agencies (denominator 30 or more) {above} above and {below} below the 99.8 % limits; overall {overall} ({top} of {bottom})")
FUNNEL_TITLE_SMALL = Text("{year} 年{rate}：没有分母达到 30 的单位，不判断偏离；总体 {overall}（{top} / {bottom} 件）", "{rate} {year}: no agency has a denominator of 30, none is judged; overall {overall} ({top} of {bottom})")
FUNNEL_TITLE_NONE = Text("{year} 年{rate}：{why}", "{rate} {year}: {why}")
FUNNEL_ALT = Text("漏斗图：横轴为分母（{denominator}），纵轴为{rate}；每点一家单位，两对曲线为 95% 和 99.8% 控制限，分母越大越收窄。{n} 家在 99.8% 控制限之外，见表。", "Funnel plot: denominator ({denominator}) across, {rate} up; one point for each agency, two pairs of curves for the 95 % and 99.8 % limits, closer where the denominator is larger. {n} lie outside the 99.8 % limits; the table names them.")
FUNNEL_DO = Text("点选一个点或表中一行，打开该单位的页面。", "Pick a point or a row of the table to open the agency.")
FUNNEL_NOTE = Text("曲线之间的差异可以是偶然；分母不足 30 的单位以浅色空心点画出，不排名。", "Differences between the curves may be chance; agencies with a denominator under 30 are faint and hollow and are not ranked.")
FUNNEL_MANY_OUT = Text("{share} 的单位在 99.8% 控制限之外，远多于偶然所能解释：各单位的申请本身就不同（过度离散）。偏离是查看的起点，不是结论。", "{share} of the agencies lie outside the 99.8 % limits, far more than chance explains: agencies differ for reasons of their own (overdispersion). Out of line is where to look first, not a conclusion.")
FUNNEL_CUT = Text("点太多：画出 99.8% 控制限之外的 {outside} 家（共 {all_outside} 家，最远的先画）和其余 {all_others} 家中固定抽取的 {others} 家；表的下载含全部。", "Too many to draw: {outside} of the {all_outside} outside the 99.8 % limits, farthest first, and a fixed sample of {others} of the other {all_others}; the extract of the table has all.")
FUNNEL_NOT_DRAWN = Text("{n} 家分子超过分母，图中不画。", "{n} have a numerator above the denominator and are not drawn.")
FUNNEL_LEFT_OUT = Text("{n} 份年报缺分子或分母，未计入。", "{n} reports lack numerator or denominator and are left out.")
FUNNEL_POINT = Text("{name}（{place}）<br>{rate}（{top} / {bottom}），95% 区间 {low}—{high}<br>{position}", "{name} ({place})<br>{rate} ({top} of {bottom}), 95 % interval {low}–{high}<br>{position}")
OVERALL_LINE = Text("总体 {overall}", "overall {overall}")
LIMITS_95 = Text("95% 控制限", "95 % limits")
LIMITS_998 = Text("99.8% 控制限", "99.8 % limits")
SMALL_ZONE = Text("分母不足 30，不判断", "under 30, not judged")
DENOMINATOR_AXIS = Text("分母：{denominator}（件）", "Denominator: {denominator}")
DENOMINATOR_AXIS_LOG = Text("分母：{denominator}（件，对数刻度）", "Denominator: {denominator} (log scale)")

# ── the table ────────────────────────────────────────────────────────────────────────────────────────────────────────

COLUMN_LOW = Text("95% 区间下端", "95 % interval, low")
COLUMN_HIGH = Text("95% 区间上端", "95 % interval, high")
COLUMN_DISTANCE = Text("偏离程度", "Distance")
COLUMN_POSITION = Text("位置", "Position")
DISTANCE_HELP = Text("与总体比率相差多少个标准误（已扣半件）；正为高于，负为低于。绝对值超过 1.96 在 95% 控制限之外，超过 3.09 在 99.8% 之外。", "Standard errors from the overall rate, half a case taken off; positive above, negative below. Beyond 1.96 is outside the 95 % limits, beyond 3.09 outside the 99.8 % limits.")
INTERVAL_HELP = Text("威尔逊区间：若这家单位的办件是同一情形下的一个样本，真实比率多半在此范围。分母越小越宽。", "Wilson interval: taking the agency's cases for a sample, where its underlying rate probably lies. The smaller the denominator, the wider.")

WILSON_INTERVAL = Word(
    "wilson_interval", "method", "威尔逊 95% 区间", "Wilson 95 % interval",
    "一个比率的不确定范围：(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)，p 为比率，n 为分母，z = 1.96。小样本和接近 0 或 1 时也适用。",
    "The uncertainty of a rate: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n), p the rate, n the denominator, z = 1.96. It holds for small samples and near 0 and 1.",
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22, 209–212",
)
CONTROL_LIMITS = Word(
    "control_limits", "method", "控制限", "Control limits",
    "总体比率 P 上下 z·√(P(1−P)/n) + 1/2n 处，z = 1.96（95%）和 3.09（99.8%），n 为单位的分母：即威尔逊检验刚好判为不同的比率，1/2n 为连续性校正。若各单位都与总体相同，约 500 家中有 1 家会偶然落到 99.8% 控制限之外（比率接近 0 或 1 时稍多）。",
    "The overall rate P plus and minus z·√(P(1−P)/n) + 1/2n, z = 1.96 (95 %) and 3.09 (99.8 %), n the agency's denominator: the rates at which Wilson's test just tells a difference, 1/2n being the continuity correction. Were all agencies like the whole, about one in 500 would fall outside the 99.8 % limits by chance (a few more where the rate is near 0 or 1).",
    "Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine 24, 1185–1202",
)
OUT_OF_LINE = Word(
    "out_of_line", "method", "偏离", "Out of line",
    "比率在 99.8% 控制限之外。总体比率为所选范围内 Σ分子 ÷ Σ分母，含小样本单位；分母不足 30 的单位不判断。很多单位同时在外，说明单位之间的差别不只出于偶然（申请类型、单位职能不同），这时偏离更不能当作结论。",
    "A rate outside the 99.8 % limits. The overall rate is Σ numerator ÷ Σ denominator under the filters, small agencies included; a denominator under 30 is not judged. Where many lie outside, agencies differ for more than chance (kinds of request, duties), and being out of line says even less by itself.",
    "Spiegelhalter, D. J. (2005). Handling over-dispersion of performance indicators. Quality and Safety in Health Care 14, 347–351",
)
