"""What the page `outliers` says."""

from etl.vocabulary.labels import Text

OUTLIERS = Text("偏离提示", "Out of line")
OUTLIERS_PURPOSE = Text("考虑办件量之后，哪些单位的比率明显偏离总体。只提示偏离，不评优劣。", "Whose rate is out of line given its volume. It points out, it does not judge.")
