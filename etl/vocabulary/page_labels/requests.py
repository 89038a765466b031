"""What the page `requests` says."""

from typing import Final

from etl.vocabulary.labels import Text

REQUESTS = Text("申请办理结果", "Request outcomes")
REQUESTS_PURPOSE = Text("收到多少申请，结果如何，比率逐年怎样变化，是谁申请的。年报没有办理时间，及时与否无从计算。", "How many requests came in, how they ended, how rates move, who asked. The reports carry no times, so timeliness cannot be told.")
VOLUMES_IN = Text("{year} 年申请数量", "Requests in {year}")
TREND_TITLE = Text("{span}{rate}：{area} {first} → {last}", "{rate} {span}: {area} {first} → {last}")
TREND_TITLE_ONE = Text("{year} 年{rate}：{area} {last}", "{rate} {year}: {area} {last}")
TREND_TITLE_NONE = Text("{rate}：{area}{why}", "{rate}: {area} {why}")
TREND_ALT = Text("{rate}按年度的折线图，{area}整体和 {n} 个组成部分。缺年处断开。", "{rate} by year: {area} as a whole and {n} parts. Lines break where a year is missing.")
TREND_CUT = Text("图中画{area}整体和分母最大的 {n} 个部分，其余见表。空心点表示分母不足 30（样本不足）。", "The chart shows {area} as a whole and the {n} parts with the largest denominators; the table has all. Hollow points have a denominator under 30.")
TREND_NOTE = Text("空心点表示分母不足 30（样本不足）。", "Hollow points have a denominator under 30 (small sample).")
TREND_POINT = Text("{name}，{year} 年：{rate}（{top} / {bottom}），{left_out} 份未计入{small}", "{name}, {year}: {rate} ({top} of {bottom}), {left_out} reports left out{small}")
OUTCOMES_TITLE = Text("{year} 年办结 {n} 件{small}：{parts}", "{year}: {n} concluded{small}, {parts}")
OUTCOMES_NONE = Text("办理结果{why}", "Outcomes {why}")
OUTCOMES_ALT = Text("各年办结申请按办理结果的构成，百分比堆叠柱形图。", "Share of each outcome among requests concluded, stacked by year.")
OUTCOMES_NOTE = Text("只计各项结果和办结都填了数字的年报，各段出自同一批年报。各段之和与 100% 的差，是这些年报所印各项之和与所印总计的差，不作调整。", "Counted are reports with a number for every outcome and for the total, so all parts stand on the same reports. Where they do not add to 100 %, the rows printed and the total printed differ; nothing is adjusted.")
REASON_GROUP = Text("结果", "Outcome")
REASONS_TITLE = Text("{year} 年{group} {n} 件{small}，最多的理由：{reason}（{share}）", "{year}: {n} {group}{small}, most often: {reason} ({share})")
REASONS_NONE = Text("{group}的理由{why}", "Reasons for {group}: {why}")
REASONS_ALT = Text("{group}各理由的件数和占比，条形图。", "Number and share of each reason for {group}, bars.")
APPLICANTS_TITLE = Text("{year} 年新收申请 {n} 件{small}，{who}占 {share}", "{year}: {n} requests received{small}, {share} from {who}")
APPLICANTS_NONE = Text("申请人构成{why}", "Kinds of applicant {why}")
APPLICANTS_ALT = Text("各年新收申请按申请人类别的构成，百分比堆叠柱形图。", "Share of each kind of applicant among requests received, stacked by year.")
PART_POINT = Text("{name}，{year} 年：{rate}（{top} / {bottom} 件），{left_out} 份未计入{small}", "{name}, {year}: {rate} ({top} of {bottom}), {left_out} reports left out{small}")
GROUP_MARK = Text("：", ": ")
OTHERWISE_MARK = Text("·", "otherwise: ")
SMALL_IN_TITLE = Text("（样本不足）", " (small sample)")

# ── where requests went ──────────────────────────────────────────────────────────────────────────────────────────────

FLOW_YEAR = Text("流向的年度", "Year of the flow")
APPLICANT = Text("申请人", "Applicant")
ALL_APPLICANTS = Text("全部申请人", "All applicants")
FLOW_NODES: Final[dict[str, Text]] = {
    "received": Text("本年新收", "Received"),
    "carried_in": Text("上年结转", "Carried in"),
    "over": Text("未能对应（多出）", "Does not add up (more)"),
    "on_hand": Text("受理合计", "On hand"),
    "granted": Text("予以公开", "Granted"),
    "granted_in_part": Text("部分公开", "Granted in part"),
    "refused": Text("不予公开", "Refused"),
    "unavailable": Text("无法提供", "Unavailable"),
    "not_processed": Text("不予处理", "Not processed"),
    "other": Text("其他处理", "Otherwise handled"),
    "other_one_row": Text("未分项", "not itemised"),
    "carried_out": Text("结转下年度", "Carried out"),
    "short": Text("未能对应（缺少）", "Does not add up (less)"),
}
FLOW_LABEL = Text("{node} {n}（{share}）", "{node} {n} ({share})")
FLOW_POINT = Text("{source} → {target}：{n} 件，占受理合计 {share}", "{source} → {target}: {n}, {share} of requests on hand")
FLOW_TITLE = Text("{year} 年{who}受理 {n} 件：{parts}；结转下年度 {carried}{small}", "{who} in {year}, {n} requests on hand: {parts}; {carried} carried out{small}")
FLOW_NONE = Text("{year} 年{who}的申请流向：没有各项都填报的年报", "{who} in {year}: no report holds every row of the flow")
FLOW_ZERO = Text("各项填报的都是零，没有流向可画。", "Every row holds a zero, so there is no flow to draw.")
FLOW_NOTHING = Text("{year} 年{who}没有申请", "{who} in {year}: no requests")
FLOW_ALT = Text("{year} 年{who}的申请流向图，从左到右：{nodes}。", "Flow of requests, {who} in {year}, from left to right: {nodes}.")
FLOW_NOTE = Text("只计表三“{who}”一列各行都有数字的年报 {whole} 份；另有 {left_out} 份有空缺，未计入。占比均以受理合计为分母。", "Counted are the {whole} reports whose column “{who}” of table three holds a number in every row; {left_out} more have gaps and are left out. Shares are of requests on hand.")
FLOW_UNEVEN = Text("“未能对应”是年报自身各行对不上的件数，逐份计算后相加：多出的 {over} 件有去向而未见收到，缺少的 {short} 件收到而未见去向。", "“Does not add up” is where the reports' own rows differ, report by report: {over} went somewhere and never came in, {short} came in and went nowhere.")
COLUMN_FROM = Text("从", "From")
COLUMN_TO = Text("到", "To")
COLUMN_NUMBER = Text("件数", "Number")
COLUMN_OF_ON_HAND = Text("占受理合计", "Of requests on hand")
