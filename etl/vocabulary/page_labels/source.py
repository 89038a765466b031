"""What the page `source` says."""

from etl.vocabulary.labels import Text

SOURCE_PAGE = Text("原文出处", "In the source")
SOURCE_PAGE_PURPOSE = Text("一个数字或一句话在原文件中的位置，连同原文件下载。", "Where a number or a sentence stands in the original document, and the document itself to download.")
