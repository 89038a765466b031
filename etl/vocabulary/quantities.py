"""What a count in a text can be compared with: sums of cells of tables three and four, and what casts doubt on it."""

from dataclasses import dataclass
from typing import Final

from etl.vocabulary.form import CHANNELS, OUTCOMES, REQUEST_ITEMS, REQUESTS, REVIEWS, CellKey
from etl.vocabulary.short_labels import short_label


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a count in a text is compared with: the sum of `cells`.

    `readings` name other sums that writers also mean by the words; a count that equals one of these is only doubtful.
    """

    name: str
    zh: str
    en: str
    cells: tuple[CellKey, ...]
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a count in the text may mean something else than the cells."""

    name: str
    zh: str
    en: str


def _requests(*items: str) -> tuple[CellKey, ...]:
    return tuple((REQUESTS, item, "total") for item in items)


def _group(*groups: str) -> tuple[CellKey, ...]:
    return _requests(*(word.name for word in REQUEST_ITEMS if word.name.split(".", 1)[0] in groups))


def _channels(*names: str) -> tuple[CellKey, ...]:
    return tuple((REVIEWS, name, "total") for name in names)


_DIRECT, _AFTER = "litigation_direct", "litigation_after_review"
NAMED_ROWS: Final = tuple(
    word for word in REQUEST_ITEMS if "." in word.name and not word.name.startswith("other.")
)
_ANSWERS: Final = ("granted", "granted_in_part", "refused", "unavailable", "not_processed")


QUANTITIES: Final = (
    Quantity("received", "本年新收", "received", _requests("received"), ("handled",)),
    Quantity("carried_in", "上年结转", "carried in", _requests("carried_in")),
    Quantity(
        "handled",
        "本年新收与上年结转之和",
        "received plus carried in",
        _requests("received", "carried_in"),
        ("received", "concluded"),
    ),
    Quantity("concluded", "办结总计", "concluded", _requests("concluded"), ("answered",)),
    Quantity("answered", "办结总计中其他处理以外各项之和", "concluded without otherwise handled", _group(*_ANSWERS)),
    Quantity("carried_out", "结转下年度", "carried out", _requests("carried_out")),
    Quantity("granted", "予以公开", "granted", _requests("granted"), ("granted_or_part",)),
    Quantity("granted_in_part", "部分公开", "granted in part", _requests("granted_in_part")),
    Quantity(
        "granted_or_part",
        "予以公开与部分公开之和",
        "granted in full or in part",
        _requests("granted", "granted_in_part"),
    ),
    Quantity(
        "refused",
        "不予公开各项之和",
        "refused, all reasons",
        _group("refused"),
        ("refused_or_unavailable", "not_granted"),
    ),
    Quantity(
        "refused_or_unavailable", "不予公开与无法提供之和", "refused or unavailable", _group("refused", "unavailable")
    ),
    Quantity(
        "not_granted",
        "不予公开、无法提供与不予处理之和",
        "refused, unavailable or not processed",
        _group("refused", "unavailable", "not_processed"),
    ),
    Quantity(
        "unavailable",
        "无法提供各项之和",
        "unavailable, all reasons",
        _group("unavailable"),
        ("refused_or_unavailable",),
    ),
    Quantity("not_processed", "不予处理各项之和", "not processed, all reasons", _group("not_processed")),
    Quantity("other", "其他处理各项之和", "otherwise handled", _group("other")),
    *(
        Quantity(
            word.name,
            short_label(REQUESTS, word.name, "zh"),
            short_label(REQUESTS, word.name, "en"),
            _requests(word.name),
        )
        for word in NAMED_ROWS
    ),
    Quantity(
        "reviews",
        "行政复议总计",
        "administrative reviews",
        _channels("administrative_review"),
        tuple(f"reviews {word.name}" for word in OUTCOMES if word.name != "total"),
    ),
    *(
        Quantity(
            f"reviews {word.name}",
            f"行政复议·{word.label_zh}",
            f"administrative reviews, {word.label_en}",
            ((REVIEWS, "administrative_review", word.name),),
        )
        for word in OUTCOMES
        if word.name != "total"
    ),
    Quantity(
        "lawsuits",
        "行政诉讼总计（直接起诉与复议后起诉之和）",
        "lawsuits, direct and after review",
        _channels(_DIRECT, _AFTER),
        ("direct", "after", "disputes"),
    ),
    Quantity("direct", "未经复议直接起诉总计", "direct lawsuits", _channels(_DIRECT)),
    Quantity("after", "复议后起诉总计", "lawsuits after review", _channels(_AFTER)),
    Quantity(
        "disputes", "行政复议与行政诉讼之和", "reviews and lawsuits", _channels(*(word.name for word in CHANNELS))
    ),
)
QUANTITY_BY_NAME: Final = {quantity.name: quantity for quantity in QUANTITIES}

SCOPE: Final = Doubt(
    "scope", "句中有范围用语，所计范围可能与表格不同", "The sentence names a scope that may differ from the table's"
)
PERIOD: Final = Doubt(
    "period",
    "句中有累计或年内某段时间的用语，所计时间可能与表格不同",
    "The sentence names a period that may differ from the table's",
)
ABOUT: Final = Doubt("about", "不是确数", "Not an exact number")
LOOSE: Final = Doubt(
    "loose", "用词较宽，可能不只指或不全指表中这一项", "The wording is loose and may mean more or less than this cell"
)
WORDING: Final = Doubt(
    "wording", "前后文字不在已知写法之内", "The words around the number are not a known turn of phrase"
)
OBJECT: Final = Doubt(
    "object",
    "没有写明所计的是政府信息公开申请或由此引起的争议",
    "It is not said that requests for information, or disputes about them, are counted",
)
INCLUSIVE: Final = Doubt("inclusive", "后文说明其中包含其他数量", "What follows says that the number includes others")
NO_NUMBER: Final = Doubt(
    "no_number",
    "表中有空白、不适用或无法识读的单元格，无法比较；不作为单位的差错",
    "A cell of the table holds no usable number; no fault of the agency",
)
READING: Final = Doubt(
    "reading", "与表中另一种读法的合计相等", "It equals another sum of the table that the words may mean"
)
ELSEWHERE: Final = Doubt("elsewhere", "文中另一处所说与表格一致", "Another place in the text agrees with the table")
DOUBT_BY_NAME: Final = {doubt.name: doubt for doubt in (SCOPE, PERIOD, ABOUT, LOOSE, WORDING, OBJECT, INCLUSIVE)}
