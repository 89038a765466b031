"""What the page `regions` says."""

from etl.vocabulary.labels import Text

REGIONS = Text("地区分布", "Regions at a glance")
REGIONS_PURPOSE = Text("各地区的一个指标：省级方格图和逐级展开的块图。", "One indicator by region: a tile grid of provinces and nested areas below them.")
