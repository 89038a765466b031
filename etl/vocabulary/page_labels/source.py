"""What the page `source` says."""

from etl.vocabulary.labels import Text

SOURCE_PAGE = Text("原文出处", "In the source")
SOURCE_PAGE_PURPOSE = Text("一个数字或一句话在原文件中的位置，连同原文件下载。", "Where a number or a sentence stands in the original document, and the document itself to download.")

# ── which report ─────────────────────────────────────────────────────────────────────────────────────────────────────

NO_REPORT_ASKED = Text("还没有选定年报", "No report chosen yet")
NO_REPORT_DO = Text("在其他页面点一个数字或一句话，就会来到它的原文。也可以在下面先选单位，再选年报；或到“单位档案”里找。", "Click a number or a sentence on another page to come to its source. Or choose an agency and a report below, or look in the agency profile.")
REPORT_GONE = Text("链接里的年报（编号 {report}）不在现有数据里", "The report in the link ({report}) is not in the data")
REPORT_GONE_DO = Text("数据可能已经重新构建，或这份文件已从数据中移除。请在下面重新选择单位和年报。", "The data may have been rebuilt since, or the document was taken out. Choose the agency and the report below.")
CHOOSE_REPORT = Text("选择这家单位的年报", "Choose a report of this agency")
CHOOSE_REPORT_FIRST = Text("选一份年报，打开它的原文", "Choose a report to open its source")
OTHER_REPORT = Text("换一家单位的年报", "The report of another agency")
SAME_AGENCY = Text("这家单位的各份年报", "Reports of this agency")
REPORT_OPTION = Text("{year}，{form}{version}：{title}", "{year}, {form}{version}: {title}")
EARLIER_VERSION = Text("（已被取代）", " (superseded)")
YEAR_NOT_KNOWN = Text("年度未定", "year not known")
TO_PROFILE = Text("这家单位的档案", "Profile of this agency")
TO_CURRENT = Text("看现行版本", "See the current version")
IS_EARLIER = Text("这不是现行的版本，同一单位同一年度另有现行的一份；各页图表只用现行版本。", "This is not the version that counts; there is another for the same agency and year, and the charts use only that.")

# ── what was read ────────────────────────────────────────────────────────────────────────────────────────────────────

READ_TITLE = Text("{agency} {year}：{cell}，原文印“{raw}”", "{agency} {year}: {cell}, printed as “{raw}”")
READ_TITLE_BLANK = Text("{agency} {year}：{cell}，原文此处为空白", "{agency} {year}: {cell}, blank in the source")
READ_TITLE_MISSING = Text("{agency} {year}：{cell}，原文中没有", "{agency} {year}: {cell}, not in the document")
REPORT_TITLE = Text("{agency} {year}的年报", "Report of {agency}, {year}")
SECTION_TITLE = Text("{agency} {year}：{section}", "{agency} {year}: {section}")
SENTENCE_TITLE = Text("{agency} {year}：{section}，第 {n} 句", "{agency} {year}: {section}, sentence {n}")
FACT_VALUE = Text("读作", "Read as")
FACT_SECTION = Text("章节标题", "Heading")
FACT_FORM = Text("年度和格式", "Year and form")
FACT_PUBLISHED = Text("文件写明的发布日期", "Published, as the document says")
NOT_SAID = Text("没有写明", "not said")
PLACE_CELL = Text("第 {table} 张表第 {row} 行第 {column} 列", "table {table}, row {row}, column {column}")
PLACE_LINE = Text("第 {n} 段文字", "paragraph {n}")
PLACE_NONE = Text("文件中没有", "not in the document")
NO_SUCH_CELL = Text("这份年报里没有链接所说的单元格“{cell}”；两种格式的表格不同，请在下面的表里另选一项。", "This report has no cell “{cell}”; the two forms differ. Choose another one in the table below.")
NO_SUCH_SECTION = Text("这份年报里没有链接所说的部分“{section}”；全文见下。", "This report has no part “{section}”; the whole text is below.")

# ── the document in place ────────────────────────────────────────────────────────────────────────────────────────────

IN_PLACE = Text("原文中的位置", "In place")
WHOLE_TEXT = Text("全文", "Whole document")
BOX_TABLE = Text("原文第 {n} 张表", "Table {n} of the document")
BOX_LINES = Text("原文的段落", "Paragraphs of the document")
BOX_DOCUMENT = Text("原文全文", "The whole document")
MARK_HERE = Text("就是这里", "It is here")
LEGEND_CELL = Text("▶ 和粗框标出读取的单元格；蓝底是它的行标题和列标题。表格按原文件的合并单元格画出，只是字体不同。", "▶ and the thick outline mark the cell that was read; on blue its row and column headings. The table is drawn with the merged cells of the document, in our own type.")
LEGEND_RAGGED = Text("▶ 和粗框标出读取的单元格；蓝底是它的行标题。纯文本里的表格没有列的位置，这里按每行的先后次序排列，上下不一定对齐。", "▶ and the thick outline mark the cell that was read; on blue the heading of its row. A table in plain text has no columns: each row is listed in its own order and need not align with others.")
LEGEND_ROW = Text("这一行各列对不上表头，不能确定哪个数字属于哪一列，所以整行标出，不读成数字。", "The columns of this row do not match the heading, so no number was read for certain; the whole row is marked.")
LEGEND_FIRST = Text("这一项在文件里不止一次，文字互不相同（{raw}），所以不读成数字；标出的是第一处。", "This cell stands in the document more than once with different texts ({raw}), so no number was read; the first is marked.")
LEGEND_LINE = Text("这一行在文件里是文字，不是表格；数字连在一起，不能确定，所以不读成数字。", "In the document this row is text and not a table; its digits run together, so no number was read.")
LEGEND_TEXT = Text("▶ 和粗框标出所说的句子。", "▶ and the thick outline mark the sentence.")
LEGEND_SECTION = Text("这一部分的全文，按原文分段。", "The whole of this part, in its own paragraphs.")
LEGEND_NOTHING = Text("没有指定单元格，下面是文件的第一张表；在下方的表里点一行，就会标出它的位置。", "No cell is named; this is the first table of the document. Click a row of the table below to mark its place.")
CELL_MISSING = Text("规定格式里有这个单元格，文件里没有找到，所以没有可标出的位置。缺失不等于零。", "The form has this cell, none was found in the document, so there is nothing to mark. Missing is not zero.")
NO_LONGER_AGREE = Text("文件和读取结果不再一致：原来读到“{raw}”的位置，现在不是这段文字。因此不作标注；请重新导入这份文件。", "The file and what was read no longer agree: where “{raw}” was read, something else stands now. Nothing is marked; load the document again.")
FILE_CHANGED = Text("留存的原件与导入时不同（指纹不符），不能作为出处，因此不显示，也不作标注。请重新导入这份文件。", "The kept original is not what was loaded (its fingerprint differs), so it is no source: it is not shown and nothing is marked. Load the document again.")
FILE_GONE = Text("原件不在数据目录里（sources/originals 中没有这份文件，可能已删除）。把文件再导入一次，这里就会显示；读取结果见下表。", "The original is not in the data folder (not among sources/originals; it may have been deleted). Load the document once more to see it here; what was read is in the table below.")
FILE_NOT_READ = Text("原件还在，但现在的程序读不了它，因此不显示原文；可以下载后自己打开。", "The original is there but today's program cannot read it, so it is not shown; download it to open it yourself.")
NO_TABLE = Text("这份文件里没有表格；文字见“全文”。", "This document has no table; see the whole document for its text.")
FRAME_LEFT_OUT = Text("网页的导航、页脚等 {n} 行不属于年报，没有列出。", "{n} lines of the site around the report (navigation, footer) are not listed.")
TABLE_CUT = Text("表格太大，另有 {rows} 行、{columns} 列没有画出；完整内容请下载原文件。", "The table is very large: {rows} more rows and {columns} more columns are not drawn; download the document for all of it.")
DOCUMENT_CUT = Text("文件太长，后面还有 {n} 段或表没有列出；完整内容请下载原文件。", "The document is very long: {n} more paragraphs or tables are not listed; download it for all of it.")
DOWNLOAD_ORIGINAL = Text("下载原文件（{size}）", "Download the original ({size})")
DOWNLOAD_ORIGINAL_HELP = Text("导入时留存的原件“{name}”，一个字节不改。", "The original “{name}” as kept when it was loaded, byte for byte.")

# ── all cells ────────────────────────────────────────────────────────────────────────────────────────────────────────

ALL_CELLS = Text("这份年报的全部 {n} 个单元格，其中 {known} 个有数字", "All {n} cells of this report, {known} of them with a number")
ALL_CELLS_NONE = Text("这份年报没有读到统计表", "No tables were read in this report")
ALL_CELLS_NONE_DO = Text("文件里没有认出规定的三张表；文字见“全文”，也可以下载原文件查看。", "None of the three tables of the form was recognised; see the whole document for its text, or download it.")
ALL_CELLS_DO = Text("点一行，上面就标出它在原文中的位置。", "Click a row to mark its place above.")
ALL_CELLS_ALT = Text("这份年报的全部单元格：统计表、事项、列、数值、填报状态、原文和位置。", "All cells of this report: table, item, measure, value, status, text as printed, place.")
COLUMN_TABLE = Text("统计表", "Table of the form")
COLUMN_STATUS = Text("填报状态", "Status")
COLUMN_RAW = Text("原文", "As printed")
COLUMN_PLACE = Text("位置", "Place")
