"""What the page `dictionary` says."""

from etl.vocabulary.labels import Text

DICTIONARY = Text("数据字典", "Dictionary")
DICTIONARY_PURPOSE = Text("每个表、每一列、每个指标和规则的含义、算式、单位和出处。", "What every table, column, indicator and rule means: definition, formula, unit and source.")
