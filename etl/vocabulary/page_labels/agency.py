"""What the page `agency` says."""

from etl.vocabulary.labels import Text

AGENCY = Text("单位档案", "Agency profile")
AGENCY_PURPOSE = Text("一个单位的历年指标、在同类中的位置、核查发现、文字和文件。", "One agency over the years: its indicators among its peers, its findings, its texts, its documents.")
