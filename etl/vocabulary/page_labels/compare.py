"""What the page `compare` says."""

from etl.vocabulary.labels import Text

COMPARE = Text("趋势比较", "Compare over years")
COMPARE_PURPOSE = Text("一个指标，多个地区或单位，逐年对照。", "One indicator, several regions or agencies, year by year.")
