"""Rules about the narrative: beside the tables, beside the year and the name of the report, and of its six parts."""

from typing import Final

from etl.vocabulary.form import REQUESTS, REVIEWS
from etl.vocabulary.rule import INFO, WARNING, plain_rule

_LAW: Final = "政府信息公开条例第五十条"

TX_COUNT: Final = plain_rule(
    "TX.COUNT",
    ("文字与表格的件数", "Counts in text and tables"),
    (
        "文字所说的申请、办理结果、复议和诉讼件数，应与表三、表四的总计一致",
        "What the text says of requests, outcomes, reviews and lawsuits is what tables three and four say in total",
    ),
    ("文字所说的件数 = 表中的总计", "count in the text = total in the table"),
    (
        "写法、范围、时间有疑，或与表中另一种读法相等，或表中没有数字",
        "Wording, scope or period leave a doubt, another reading fits the table, or the table holds no number",
    ),
    severity=WARNING,
    tables=(REQUESTS, REVIEWS),
)
TX_YEAR: Final = plain_rule(
    "TX.YEAR",
    ("文字中的年度", "Year in the text"),
    (
        "统计期限和开头所说的年度，应是报告的年度；不是的可能沿用了旧文",
        "The period and the year that the text opens with are those of the report; others may be left from an old text",
    ),
    ("文字所说的年度 = 报告的年度", "year in the text = year of the report"),
    (
        "标题没有写明年度，文中也说到报告的年度，或年度的写法不完整",
        "The title names no year, the text names the report's year too, or the year is misprinted",
    ),
    severity=WARNING,
    tables=(),
)
TX_NAME: Final = plain_rule(
    "TX.NAME",
    ("文字中的单位名称", "Name in the text"),
    (
        "报告自称、落款的单位，应是编制报告的单位；文字与别的单位相似的，不应留有对方的名称",
        "The agency that the report calls itself or that signs is the one that reports; a text alike to another agency's does not hold that agency's name",
    ),
    ("文字所说的本单位 = 编制报告的单位", "agency that the text speaks of as its own = reporting agency"),
    (
        "可能是简称、合署、改名，或只是提到对方；是哪一种，写在各条发现里",
        "It may be a short form, a joint body, a new name, or only be mentioned; each finding says which doubt it is",
    ),
    severity=WARNING,
    tables=(),
)
# Why a name is a doubt only, by where it stands.
NAME_OF_SAME_PLACE: Final = (
    "两者在同一地方，可能是简称、合署或改名，或标题没有写明单位",
    "Both are in one place and may be a short form or a new name, or the title names no agency",
)
NAME_LEFT: Final = (
    "双方的第五部分相似，名称可能是沿用对方文字时留下的，也可能只是提到",
    "The two sections five are alike: the name may be left from the other's text, or only be mentioned",
)
NAME_FROM_ELSEWHERE: Final = (
    "该单位在别处，文字可能是从那里沿用的",
    "That agency is elsewhere: the text may be taken over from there",
)
TX_SECTIONS: Final = plain_rule(
    "TX.SECTIONS",
    ("六个部分", "Six sections"),
    ("报告应有格式规定的六个部分，依次排列", "A report has the six sections of the form, in their order"),
    ("六个部分齐全并依次排列", "all six sections, in order"),
    ("标题可能改写、丢失或没有读到", "A heading may be reworded, lost, or not recognised"),
    severity=WARNING,
    tables=(),
    source=_LAW,
)
TX_PROBLEMS_EMPTY: Final = plain_rule(
    "TX.PROBLEMS_EMPTY",
    ("第五部分没有内容", "Section five says nothing"),
    (
        "第五部分应写明存在的主要问题及改进情况；没有、只写“无”或不足十个字的列出",
        "Section five tells problems and improvements; listed when it is missing, says 无 or has fewer than 10 characters",
    ),
    ("第五部分不少于十个字", "section five has at least 10 characters"),
    (
        "标题下没有文字，可能在图片或表格中；或标题没有读到",
        "No text below the heading, it may be a picture or a table; or the heading was not recognised",
    ),
    severity=WARNING,
    tables=(),
    source=_LAW,
)
TX_NO_MEASURES: Final = plain_rule(
    "TX.NO_MEASURES",
    ("问题与改进缺一", "Problems without improvements"),
    (
        "第五部分应既写问题，也写改进；只写其一的列出",
        "Section five tells problems as well as improvements; listed when one of them is missing",
    ),
    ("既有问题，也有改进", "problems and improvements"),
    ("另有相近的字样，不能确定", "There are similar words, it is not certain"),
    severity=WARNING,
    doubt_severity=INFO,
    tables=(),
    source=_LAW,
)
RULES_OF_TEXTS: Final = (TX_COUNT, TX_YEAR, TX_NAME, TX_SECTIONS, TX_PROBLEMS_EMPTY, TX_NO_MEASURES)
