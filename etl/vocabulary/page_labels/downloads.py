"""What the page `downloads` says."""

from etl.vocabulary.labels import Text

DOWNLOADS = Text("数据下载", "Downloads")
DOWNLOADS_PURPOSE = Text("把任何一张表在当前筛选下的全部行取走；点击时才准备，一行不少。", "Take away every row of any table under the current filters; prepared on click, never cut short.")
WHICH_TABLE = Text("表", "Table")
HEADINGS = Text("列名", "Headings")
HEADINGS_LABELS = Text("名称", "Labels")
HEADINGS_CODES = Text("代码名", "Code names")
HEADINGS_HELP = Text("“名称”：用本页语言的列名，并在最前附上单位、地区和年度，便于阅读。“代码名”：与数据库的表完全一致，便于程序读取。", "Labels: headings in the language of the page, with agency, region and year added in front, for people. Code names: exactly the table of the database, for programs.")
DOWNLOAD_ROWS = Text("下载 CSV（{n} 行）", "Download CSV ({n} rows)")
ADDED_AGENCY = Text("单位名称（附）", "Agency name (added)")
ADDED_REGION = Text("地区（附）", "Region (added)")
ADDED_YEAR = Text("年度（附）", "Year (added)")
ROWS_TITLE = Text("“{table}”在当前筛选下 {n} 行，{year} 年最多（{most} 行）", "“{table}”: {n} rows under the current filters, most of them for {year} ({most})")
ROWS_TITLE_PLAIN = Text("“{table}”在当前筛选下 {n} 行", "“{table}”: {n} rows under the current filters")
ROWS_ALT = Text("“{table}”各年度的行数，柱形图。", "Rows of “{table}” by year, bars.")
FIRST_ROWS = Text("前 {n} 行（下载含全部 {all} 行）", "First {n} rows (the download has all {all})")
COLUMNS_OF = Text("各列的含义", "What the columns mean")
NOT_FILTERED = Text("这张表与年报无关，不受筛选影响。", "This table is not about reports; filters do not apply.")
REJECTED_OUTSIDE = Text("设了筛选后，未能导入的文件不在其中（读不出年度和地区）；要看全部文件请清除筛选。", "With a filter set, files that could not be loaded are not included (their year and region are not known); clear the filters to see all.")
ONLY_CURRENT = Text("只含现行年报。", "Current reports only.")
MEANING = Text("含义", "Meaning")
