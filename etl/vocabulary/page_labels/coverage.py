"""What the page `coverage` says."""

from etl.vocabulary.labels import Text

COVERAGE = Text("报送情况", "Who reported")
COVERAGE_PURPOSE = Text("哪个单位哪一年有年报、哪一年没有：单位对年度，可按地区查看。", "Which agency has a report for which year and which has none: agencies against years, by region.")
