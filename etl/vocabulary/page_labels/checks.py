"""What the page `checks` says: the findings, what was decided about them, how many judgements passed."""

from typing import Final

from etl.vocabulary.labels import HOLDS, STATES, Text

CHECKS = Text("数据核查", "Checks")
CHECKS_PURPOSE = Text("年报里哪些数字对不上、哪些无法判断：逐条看依据和原文，确认、判为不成立或撤回。", "Which numbers in the reports do not agree and which cannot be judged: see the grounds and the source of each, confirm, dismiss or take back.")
FINDINGS_ARE = Text("“发现”只说明数字与规则有出入，提示核对；不等于单位有错。“无法判断”表示有数字空白、无法识读或读取没有把握。", "A finding only says that numbers and rule differ, as a reason to look; it is no verdict on the agency. “Cannot be judged” means that a number is blank, unreadable, or was read with doubt.")

# ── which findings ──────────────────────────────────────────────────────────────────────────────────────────────────

ALL_RULES = Text("全部规则", "All rules")
FIRST_SEVERITIES = Text("错误和警告", "Errors and warnings")
ALL_SEVERITIES = Text("全部级别", "All severities")
SEVERITY_HELP = Text("不选时先列错误和警告，提示折起来只计数；选了规则、结论或某种处理情况时，提示也列出。", "With none chosen, errors and warnings are listed and notes only counted; notes are listed too once a rule, a verdict or a decision is chosen.")
ALL_VERDICTS = Text("全部结论", "All verdicts")
ALL_LIVES = Text("现有的全部", "All present")
LIFE_HELP = Text("“已消除”是作出过决定、现在已不再出现的；选中才列出。", "“Fixed” are those that were decided on and are found no more; listed only when chosen.")
GROUP_BOX = Text("图按", "Chart by")
BY_RULE = Text("规则", "rule")
BY_YEAR = Text("年度", "year")
BY_PART = Text("地区或单位", "region or agency")
ONE_AGENCY = Text("只看{agency}的发现。", "Only findings of {agency}.")
ONE_AGENCY_GONE = Text("链接里的单位“{agency}”不在现有数据里，已忽略。", "The agency “{agency}” in the link is not in the data and was ignored.")
EVERY_AGENCY = Text("看全部单位", "Show all agencies")
FOLDED = Text("另有 {n} 条提示没有列出，其中“{rule}”{most} 条。", "{n} more are notes and not listed, {most} of them “{rule}”.")
UNFOLD = Text("也列出提示", "List the notes too")
IS_FIXED_TOO = Text("另有 {n} 条作出过决定的发现现在已不再出现（已消除）。", "{n} more were decided on and are found no more (fixed).")

# ── the picture ─────────────────────────────────────────────────────────────────────────────────────────────────────

PICTURE_TITLE = Text("{n} 条发现：{parts}", "{n} findings: {parts}")
PICTURE_MOST = Text("；最多的是“{name}”，{n} 条", "; most in “{name}”, {n}")
PICTURE_ALT = Text("核查发现的条数，按{by}的条形图，分{layers}，共 {n} 条形。", "Findings by {by}, bars split by {layers}, {n} bars.")
PICTURE_DO = Text("点一条，只看那一部分。", "Click a bar to see only that part.")
PICTURE_CUT = Text("图中画前 {n} 条，其余见表。", "The chart shows the first {n} bars, the table has all.")
PICTURE_BAR = Text("{name}，{layer}：{n} 条", "{name}, {layer}: {n}")
YEAR_UNKNOWN = Text("年度未定", "Year not known")
COLUMN_OPEN = Text("待处理", "Open")
COLUMN_DECIDED = Text("已有决定", "Decided")

# ── the list ────────────────────────────────────────────────────────────────────────────────────────────────────────

LIST_TITLE = Text("发现名单：第 {first}—{last} 条，共 {n} 条", "Findings {first} to {last} of {n}")
LIST_TITLE_ALL = Text("发现名单：{n} 条", "Findings: {n}")
LIST_HOW = Text("点一行里的文字，看这一条的依据和原文；勾选左边的方框，可对几条一并作出决定，翻页后勾选不保留。先列错误，同级先列不符。", "Click the text of a row to see its grounds and the source; tick the boxes at its left to decide on several at once; ticks are not kept when the page is turned. Errors come first, then those that fail.")
LIST_ALT = Text("核查发现的名单：级别、结论、处理情况、规则、年度、单位、说明。", "List of findings: severity, verdict, standing, rule, year, agency, message.")
STANDING_UNKNOWN = Text("未知", "not known")
COLUMN_STANDING = Text("处理情况", "Standing")
NOTHING_TITLE = Text("这些条件下没有发现", "No findings under these conditions")
NOTHING_DO = Text("可以改选规则、级别、结论或处理情况，或在左侧放宽地区和年度。", "Choose other rules, severities, verdicts or standings, or widen region and years on the left.")
NOTHING_AT_ALL = Text("当前范围内没有任何发现：{passed} 项核查相符，{uncertain} 项无法判断，{not_assessable} 项无从核查。", "Nothing was found here: {passed} checks passed, {uncertain} cannot be judged, {not_assessable} could not be made.")
NOTHING_GRAVE_TITLE = Text("这些条件下没有错误和警告，只有提示", "Neither errors nor warnings under these conditions, only notes")
NOTHING_GRAVE = Text("另有 {notes} 条提示没有列出，可在上面展开。{passed} 项核查相符，{uncertain} 项无法判断，{not_assessable} 项无从核查。", "{notes} notes are not listed; open them above. {passed} checks passed, {uncertain} cannot be judged, {not_assessable} could not be made.")

# ── one finding ─────────────────────────────────────────────────────────────────────────────────────────────────────

FINDING_TITLE = Text("{agency}，{year}：{rule}", "{agency}, {year}: {rule}")
FINDING_GONE = Text("链接里的发现“{finding}”现在不在库里", "The finding “{finding}” in the link is not in the data now")
FINDING_GONE_DO = Text("它可能已经消除：单位发布了新版本、做了更正，或读取得更准；也可能是链接不完整。可以在下面的名单里按单位和规则查找。", "It may be fixed: the agency published a new version, a correction was made, or the document is read better; or the link is incomplete. Look for it below by agency and rule.")
FINDING_FIXED = Text("这条发现作出过决定，现在已不再出现：有了新版本、更正，或读取得更准。下面是当时所见。", "This finding was decided on and is found no more: a new version, a correction or a better reading. Below is what was seen then.")
CLOSE_FINDING = Text("收起这条", "Close")
WHY_UNCERTAIN = Text("为什么无法判断：{why}。这不说明数字有错。", "Why it cannot be judged: {why}. It does not say that a number is wrong.")
ASKS = Text("规则要求", "What the rule asks")
COMPARED = Text("所核对", "Compared")
LEFT_SIDE = Text("左边", "Left side")
RIGHT_SIDE = Text("右边", "Right side")
NO_SIDES = Text("没有可比较的两边", "No two sides to compare")
CELLS_TITLE = Text("涉及的单元格（{n} 个）；勾选一行到原文件中看", "Cells concerned ({n}); tick a row to see it in the document")
CELLS_ALT = Text("涉及的单元格：统计表、行、列、读到的数值、填报状态、所印文字。", "Cells concerned: table, row, column, value read, status, as printed.")
COLUMN_WHOSE = Text("哪份年报", "Which report")
THIS_REPORT = Text("本年报", "this report")
LAST_REPORT = Text("上年年报", "last year's report")
SENTENCE_SAYS = Text("文中的话", "In the text")
IN_DOCUMENT = Text("在原文件中", "In the document")
NOT_IN_DOCUMENT = Text("这条发现不针对文件里的某个单元格或某句话。", "This finding is about no single cell or sentence of the document.")
LEGEND_MARKED = Text("带 ▶ 和橙框的是涉及的单元格。", "Cells with ▶ and an orange frame are those concerned.")
PLACE_CHANGED = Text("{n} 个单元格在文件里的位置与读取时不一致，没有标出。", "{n} cells do not stand where they were read and are not marked.")
SEE_SOURCE = Text("打开原文件页", "Open the document page")
SEE_AGENCY = Text("看单位档案", "See the agency's profile")

# ── deciding ────────────────────────────────────────────────────────────────────────────────────────────────────────

DECIDE_ONE = Text("对这条作出决定", "Decide on this finding")
DECIDE_MANY = Text("对勾选的 {n} 条一并作出决定", "Decide on the {n} ticked at once")
DECIDE_ALL = Text("对筛选结果全部 {n} 条作出同一决定", "One decision for all {n} under the filters")
SCOPE_TOO_MANY = Text("筛选结果有 {n} 条，一次最多处理 {most} 条；要一并处理，请先缩小范围。", "{n} are under the filters, at most {most} can be decided on at once; narrow them down first.")
SURE_OF_ALL = Text("我已核对：将对全部 {n} 条写入同一个决定（其中 {decided} 条已有决定）", "I have looked: the same decision will be written for all {n} (of which {decided} have one already)")
NOT_SURE = Text("请先勾选上面的一句，再写入。", "Tick the sentence above first.")
WHO = Text("决定人", "Decided by")
WHO_HELP = Text("姓名或科室，写进决定记录；在这次会话里记住。", "Name or office, kept with the decision; remembered for this session.")
REASON = Text("理由", "Reason")
REASON_HELP = Text("判为不成立时必须写；其他可不写。", "Needed to dismiss; otherwise optional.")
CONFIRM = Text("确认属实（{n} 条）", "Confirm ({n})")
DISMISS = Text("不成立（{n} 条）", "Dismiss ({n})")
WITHDRAW = Text("撤回决定（{n} 条）", "Take back ({n})")
WRITTEN = Text("已写入：{n} 条“{decision}”，决定人 {who}。", "Written: {n} “{decision}”, by {who}.")
UNDO = Text("撤销这一步", "Undo this step")
UNDONE = Text("已撤销：{n} 条回到原来的处理情况。", "Undone: {n} stand as before.")
UNDO_REASON = Text("撤销上一步", "Undo of the step before")
WRITE_FAILED = Text("没有写入，什么都没有改变。可能别人正在写入，或文件夹不可写：{fault}。请稍后再试，或请管理员检查 {file} 的权限。", "Nothing was written or changed. Somebody else may be writing, or the folder cannot be written: {fault}. Try again later, or have the administrator check {file}.")
READ_FAILED = Text("决定记录读不出来，所以处理情况未知，暂时也不能作决定：{fault}", "The decisions cannot be read, so standings are unknown and nothing can be decided for now: {fault}")
SEEN_CHANGED = Text("没有写入：在您查看之后，其中有发现被别人处理过，或数据已更新。请看过现在的情况再决定。", "Nothing was written: since you looked, somebody decided on some of these, or the data were updated. Look again, then decide.")
HISTORY_TITLE = Text("处理经过（{n} 次）", "History ({n})")
HISTORY_NONE = Text("还没有人对这条发现作出决定。", "Nobody has decided on this finding yet.")
HISTORY_LINE = Text("{time}（UTC） {who}：{decision}{reason}", "{time} (UTC) {who}: {decision}{reason}")
HISTORY_RESTORED = Text("{time}（UTC） {restorer}：撤销之后的一步，恢复 {who} 于 {made}（UTC）作出的决定：{decision}{reason}", "{time} (UTC) {restorer}: a later step undone, which restores what {who} decided at {made} (UTC): {decision}{reason}")
HISTORY_REASON = Text("，理由：{reason}", ", reason: {reason}")
OUTDATED = Text("依据已变：{who} 于 {day} 判为“{decision}”，当时是：{then}。现在的数字不同，原决定不再适用，请重新核对。", "Its grounds have changed: {who} decided “{decision}” on {day}, when it read: {then}. The numbers differ now, so that decision applies no more; look again.")
DECIDED = Text("{decision}：{who}，{day}{reason}", "{decision}: {who}, {day}{reason}")

# ── taking away ─────────────────────────────────────────────────────────────────────────────────────────────────────

TAKE_ALL = Text("下载全部 {n} 条（{form}）", "Download all {n} ({form})")
FILE_NAME = Text("核查发现", "findings")
FILE_CONDITIONS = Text("规则：{rules}；级别：{severities}；结论：{verdicts}；处理情况：{life}；单位：{agency}", "Rule: {rules}; severity: {severities}; verdict: {verdicts}; standing: {life}; agency: {agency}")
FILE_AGENCY = Text("{agency}（单位编号 {id}）", "{agency} (agency {id})")
FILE_SENTENCE = Text("{section}：“{sentence}”", "{section}: “{sentence}”")
FILE_SECTION = Text("{section}", "{section}")
FILE_CELL_OF_YEAR = Text("{cell}（{year}年报）", "{cell} (report, {year})")
FILE_CELL_OF_AGENCY = Text("{cell}（{agency}，{year}年报）", "{cell} ({agency}, report, {year})")
FILE_DECISIONS = Text("处理情况截至最近一次决定：{time}（UTC）", "Standing as of the last decision, {time} (UTC)")
FILE_NO_DECISIONS = Text("还没有人作出过决定", "Nobody has decided on any finding yet")
ANY_AGENCY = Text("全部", "all")
COLUMN_FINDING = Text("发现编号", "Finding")
COLUMN_RULE_CODE = Text("规则代码", "Rule code")
COLUMN_DECIDED_AT = Text("决定时间（UTC）", "Decided at (UTC)")
COLUMN_REASON = Text("决定理由", "Reason")
COLUMN_CELLS = Text("涉及的单元格或语句", "Cells or sentences concerned")
COLUMN_LINK = Text("发现的链接", "Link to the finding")
COLUMN_SOURCE_LINK = Text("原文件的链接", "Link to the document")

# ── quality ─────────────────────────────────────────────────────────────────────────────────────────────────────────

PASS_SHARE = Text("相符率", "Share passed")
PASS_SHARE_HELP = Text("相符的项数占有结论（相符或不符）的项数的比例；一项是一份年报的一条规则，有一处不符即为不符。无法判断和无从核查的不在分母里，另外列出。", "Checks that passed out of those with a verdict (passed or failed); a check is one rule in one report, and fails where it fails once. Those that cannot be judged or made are not in the denominator and stand beside it.")
QUALITY_BOX = Text("相符率按", "Share passed by")
BY_PLACE_AND_YEAR = Text("地区和年度", "region and year")
QUALITY_TITLE = Text("{passed} / {judged} 项核查相符（{rate}）；另有 {uncertain} 项无法判断，{unjudged} 项无从核查", "{passed} of {judged} checks passed ({rate}); {uncertain} more cannot be judged, {unjudged} could not be made")
QUALITY_NONE = Text("没有作出过核查", "Nothing was judged")
QUALITY_ALT = Text("相符率的热力图：{rows}对年度，{n} 行，每格写明比率。", "Heat map of the share passed: {rows} against years, {n} rows, the share in each cell.")
QUALITY_CELL = Text("{name}，{year}：{passed} / {judged} 项相符（{rate}）；无法判断 {uncertain} 项，无从核查 {unjudged} 项", "{name}, {year}: {passed} of {judged} passed ({rate}); {uncertain} cannot be judged, {unjudged} not made")
QUALITY_NOTE = Text("一项核查是一份年报的一条规则，有一处不符即为不符。分母不足 30 的格加 *，不宜比较。", "A check is one rule in one report; it fails where it fails once. Cells with a denominator under 30 bear a * and are not to be compared.")
QUALITY_CUT = Text("图中画不符最多的 {n} 行，其余见表。", "The chart shows the {n} rows with the most failures, the table has all.")
RULES_ALT = Text("各规则核查结果的构成：相符、不符、无法判断、无从核查，共 {n} 条规则。", "How each rule came out in the reports: passed, failed, cannot be judged, not made; {n} rules.")
RULES_NOTE = Text("条长是各结果占该规则所查年报份数的比例；数字见悬停和表。按不符所占比例排列。", "Bars are shares of the reports a rule was asked of; numbers are on the hover and in the table. Ordered by the share that fails.")
JUDGED_SO: Final[dict[str, Text]] = {
    "passed": HOLDS,
    "failed": STATES["fail"],
    "uncertain": STATES["uncertain"],
    "not_assessable": Text("无从核查", "Not made"),
}
