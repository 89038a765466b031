"""What the page `reviews` says."""

from etl.vocabulary.labels import Text

REVIEWS = Text("复议诉讼", "Reviews and litigation")
REVIEWS_PURPOSE = Text("因信息公开引起的行政复议和行政诉讼有多少，结果如何，维持和纠正各占多少。", "How many reviews and lawsuits disclosure led to, how they ended, and the shares upheld and corrected.")
