"""What a letter to an agency says, and the panel that offers it."""

from typing import Final

from etl.vocabulary.labels import (
    COLUMN_AGENCY,
    COLUMN_MEASURE,
    COLUMN_PUBLISHED,
    COLUMN_RULE,
    COLUMN_TITLE,
    COLUMN_VALUE,
    COLUMN_YEAR,
    HOLDS,
    REGION,
    REMARK,
    STATES,
    TABLE,
    Text,
)

# ── the panel ────────────────────────────────────────────────────────────────────────────────────────────────────────

LETTER = Text("整改通知", "Letter")
LETTER_TITLE = Text("整改通知：列入 {n} 处发现", "Letter to the agency: {n} findings go into it")
LETTER_TITLE_NAMELESS = Text(
    "整改通知：文件没有写明单位名称，不生成通知", "Letter to the agency: no document says its name, so there is no letter"
)
NAMELESS = Text(
    "通知要有收件单位。请用人工更正补上单位名称，重新导入后再生成。",
    "A letter needs an addressee. Add the agency's name by a correction, load again, and make the letter then.",
)
LETTER_TITLE_NONE = Text(
    "整改通知：没有可列入的发现，不生成通知", "Letter to the agency: no finding to go into it, so there is no letter"
)
LETTERS_TITLE = Text(
    "整改通知：{letters} 家单位各一份，共列入 {n} 处发现",
    "Letters: one to each of {letters} agencies, {n} findings in all",
)
LETTERS_TITLE_NONE = Text(
    "整改通知：当前筛选下没有可列入的发现，不生成通知",
    "Letters: no finding under these filters to go into one, so there are no letters",
)
LETTER_HOW = Text(
    "写给单位的核对函：发现了什么、在文件何处、请怎样处理。判为“不成立”的从不列入；数字变动后决定已过时的，按待处理对待。",
    "A letter to the agency: what was found, where in the document, what is asked for. Dismissed findings never go into it; one whose numbers have changed since it was confirmed counts as open.",
)
LETTERS_ALSO = Text(
    "另有 {n} 家单位没有可列入的发现，或文件没有写明名称，不生成通知，只写在目录里。",
    "{n} more agencies have no finding to go into a letter, or no document says their name; they get none and are only listed in the index.",
)
LETTERS_TIME = Text("大约需要 {n} 分钟。", "This takes about {n} min.")
NO_DECISIONS = Text("决定记录不能读取，无法知道哪些发现判为不成立，因此不生成通知。{fault}", "The decisions cannot be read, so nobody knows which findings were dismissed; no letter is made. {fault}")
NOT_MADE = Text(
    "没有生成：决定记录现在读不出来，或者在您打开页面之后，可列入的发现已被判为不成立或撤回。请刷新页面看现在的情况。",
    "Nothing was made: the decisions cannot be read now, or since you opened the page the findings to go into it were dismissed or taken back. Refresh the page to see how things stand.",
)
CONFIRM_FIRST = Text(
    "请先核对并确认发现，或改选“已确认和待处理”。",
    "Look at the findings and confirm them first, or choose “confirmed and open”.",
)
LEFT_OPEN = Text("另有 {n} 处待处理，未列入。", "{n} more are open and left out.")
LEFT_NOTES = Text("另有 {n} 处提示，未列入。", "{n} more are notes and left out.")
LEFT_DISMISSED = Text("{n} 处判为不成立，不列入。", "{n} were dismissed and are left out.")
WHICH_FINDINGS = Text("列入哪些发现", "Which findings")
ONLY_CONFIRMED = Text("只列已确认的", "Confirmed only")
CONFIRMED_AND_OPEN = Text("已确认和待处理", "Confirmed and open")
WHICH_HELP = Text(
    "默认只列有人核对并确认过的。待处理的列入时，逐条注明尚未经人工核对。",
    "By default only what a person looked at and confirmed. Open findings are marked as not yet looked at.",
)
NOTES = Text("提示", "Notes")
WITHOUT_NOTES = Text("不列提示", "Without notes")
WITH_NOTES = Text("也列提示", "With notes")
NOTES_HELP = Text(
    "提示是空白、全零表、与同类相比偏高等不一定需要处理的情况，单独一节。",
    "Notes are blanks, tables of zeros, high shares and the like, which need no action as a rule; they have a section of their own.",
)
OFFICE = Text("发函单位", "Signing office")
OFFICE_PLACEHOLDER = Text("不填则留空行", "A blank line when empty")
DEADLINE = Text("回复期限", "Reply by")
DEADLINE_PLACEHOLDER = Text(
    "如 2026 年 12 月 31 日前；不填则留空行", "such as 31 December 2026; a blank line when empty"
)
TYPED_HELP = Text(
    "只用于生成的通知，不写进网址，也不保存。", "Only for the letters made here; neither in the address nor stored."
)
DOWNLOAD_WORD = Text("下载 Word", "Download Word")
DOWNLOAD_PAGE = Text("下载可打印网页", "Download as a page to print")
DOWNLOAD_ZIP = Text("下载全部（{n} 份，{form}，zip）", "Download all ({n} letters, {form}, zip)")
FORM_WORD = Text("Word", "Word")
FORM_PAGE = Text("可打印网页", "pages to print")

# ── the letter ───────────────────────────────────────────────────────────────────────────────────────────────────────

HEAD = Text(
    "关于核对政府信息公开年度报告的通知", "Request to check the annual report on government information disclosure"
)
ADDRESSEE = Text("{agency}：", "To {agency}")
OPENING = Text(
    "对贵单位（{place}）{years}政府信息公开工作年度报告（共 {reports} 份）作了核查，现有下列 {n} 处请予核对。核查由程序按公开的规则自动进行，用于辅助人工审核；读取或规则都可能有误，所列内容不是对工作的评价，以核对结果为准。",
    "Your annual reports on government information disclosure {years} ({place}), {reports} in all, have been checked; please look at the {n} points below. The check is automatic, by published rules, and supports review by people; reading or rule may be mistaken. What is listed is no judgement of the work done; what your own check finds is what counts.",
)
OF_YEARS = Text("{years}年度", "for {years}")
YEAR_RUN = Text("{first}—{last} ", "{first}–{last}")
OF_NO_YEAR = Text("（年度未能确定）", "(year not known)")
PLACE_UNKNOWN = Text("区划未能确定", "division not known")
HOW_DECIDED = Text(
    "其中 {confirmed} 处已经人工核对确认，{open} 处尚未经人工核对（逐条注明）。",
    "{confirmed} of them were looked at and confirmed by a person, {open} have not yet been looked at by one; each says so.",
)
NONE_CONFIRMED = Text("所列各处均尚未经人工核对。", "None of the points has yet been looked at by a person.")
ALL_CONFIRMED = Text("所列各处均已经人工核对确认。", "Every point was looked at and confirmed by a person.")
HEADING = Text("{n}、{title}", "{n}. {title}")
NUMBERS = Text("一 二 三 四 五 六 七", "1 2 3 4 5 6 7")
PAPERS_HEADING = Text("核查的年报", "The reports checked")
FAILS_HEADING = Text("请核对更正（{n} 处）", "Please check and correct ({n})")
DOUBTS_HEADING = Text("请核实（{n} 处）", "Please verify ({n})")
NOTES_HEADING = Text("供参考的提示（{n} 处）", "Notes for information ({n})")
JUDGED_HEADING = Text("核查范围与结果", "What was checked")
REPLY_HEADING = Text("回复", "Reply")
DOUBTS_MEANING = Text(
    "下列各处因空白、不适用或读取没有把握，程序无法判断，不表示有误。",
    "Here something is blank, not applicable or not read with certainty, so nothing could be judged; this does not mean that anything is wrong.",
)
NOTES_MEANING = Text("下列各处属提示，多数情况下不需要更正。", "These are notes; most need no correction.")
FILE_NAME = Text("文件名", "File name")
PAPER_COLUMNS: Final = (
    COLUMN_YEAR,
    COLUMN_TITLE,
    FILE_NAME,
    COLUMN_PUBLISHED,
)
NOT_SAID: Final = Text("未写明", "not said")
YEAR_UNKNOWN = Text("未能确定", "not known")
ITEM_HEAD = Text("{n}．{year} · {rule}", "{n}. {year} · {rule}")
ITEM_YEAR = Text("{year} 年度", "{year}")
ITEM_NO_YEAR = Text("年度未能确定", "year not known")
LABELLED = Text("{label}：", "{label}: ")
FOUND = Text("核查情况", "Found")
COMPARED = Text("对照", "Compared")
SIDES = Text("两边与差额", "Two sides, difference")
SIDES_SAID = Text("左边 {left}，右边 {right}，差 {delta}", "left {left}, right {right}, difference {delta}")
MISSING_HERE = Text("缺少什么", "What is missing")
DOUBT_WHEN = Text("无法判断的情形", "Cannot be judged when")
EXPECTED = Text("处理请求", "What is asked")
LOOKED_AT = Text("人工核对", "Looked at by a person")
LOOKED_AT_YES = Text("已核对确认", "yes, confirmed")
LOOKED_AT_NO = Text("尚未核对", "not yet")
QUOTED = Text("原文语句", "Sentence")
QUOTE_PLACE = Text(
    "（{section}第 {n} 句；该部分始于{place}）", " ({section}, sentence {n}; the section begins at {place})"
)
QUOTE_PLACE_WHOLE = Text("（{section}；该部分始于{place}）", " ({section}; it begins at {place})")
CELLS_HEAD = Text("涉及的单元格", "Cells concerned")
CELL_COLUMNS: Final = (
    COLUMN_YEAR,
    TABLE,
    Text("行（项目）", "Row"),
    COLUMN_MEASURE,
    COLUMN_VALUE,
    Text("原文所印", "As printed"),
    Text("文件中的位置", "Place in the document"),
)
WHOLE_TABLE = Text("（表中内容）", "(in the table)")
CELLS_MORE = Text("另有 {n} 个单元格，未逐一列出。", "{n} more cells are not listed one by one.")
CELL_CORRECTED = Text(
    "{value}（人工更正：原文为“{was}”，理由：{reason}）",
    "{value} (corrected by hand: the document says “{was}”; reason: {reason})",
)
REPORT_CORRECTED = Text(
    "{year}年报的{what}经人工更正：由“{was}”改为“{now}”，理由：{reason}。",
    "The {what} of the report {year} was corrected by hand: from “{was}” to “{now}”; reason: {reason}.",
)
JUDGED = Text(
    "共用 {rules} 条规则核查：相符 {passed} 次，无法判断 {uncertain} 次，另有 {not_assessable} 次因缺少表或内容没有作出判断；需要核对的以本通知所列为准。",
    "{rules} rules were judged: {passed} times they hold, {uncertain} times nothing could be said, {not_assessable} times a table or text was not there to be judged. This letter lists all that is asked about.",
)
JUDGED_COLUMNS: Final = (
    COLUMN_RULE,
    HOLDS,
    STATES["uncertain"],
    Text("没有对象", "Nothing to judge"),
)
NOT_JUDGED = Text("没有核查记录。", "There is no record of what was judged.")
MADE_FROM = Text(
    "数据版本 {build}，建成于 {time} UTC；本通知生成于 {now} UTC。",
    "Data build {build}, built at {time} UTC; this letter was made at {now} UTC.",
)
REPLY = Text(
    "请于{deadline}将核对结果回复我单位：更正的，请注明重新发布的网址和日期；无误的，请简要说明。",
    "Please reply {deadline}: where something was corrected, with the address and date of the new publication; where it is right, with a word of explanation.",
)
REPLY_BLANK = Text("________年____月____日前", "by ____________________")
REPLY_BY = Text("{deadline}", "by {deadline}")
SIGNED = Text("{office}", "{office}")
SIGNED_BLANK = Text("（发函单位）______________________", "(signing office) ______________________")
DATED = Text("{year} 年 {month} 月 {day} 日", "{year}-{month:02d}-{day:02d}")
PAGE_OF = Text("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")

# ── many letters ─────────────────────────────────────────────────────────────────────────────────────────────────────

INDEX_NAME = Text("00000_目录.csv", "00000_index.csv")
INDEX_COLUMNS: Final = (
    COLUMN_AGENCY,
    REGION,
    Text("列入的发现数", "Findings in the letter"),
    FILE_NAME,
    REMARK,
)
INDEX_NAMELESS = Text("文件没有写明单位名称，未生成通知", "no document says the agency's name; no letter was made")
INDEX_NONE = Text("没有可列入的发现，未生成通知", "no finding to go into a letter; none was made")
