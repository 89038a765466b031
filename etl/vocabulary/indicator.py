"""The shape of a declared indicator, and the makers that give each family its formula.

A formula is written once, as data (cells, columns, numerator and denominator); the sentence a person reads
and the computation are both derived from it.
"""

from dataclasses import dataclass
from typing import Final

from etl.vocabulary.columns import COUNT as SQL_COUNT
from etl.vocabulary.columns import RATE as SQL_NUMBER
from etl.vocabulary.columns import TEXT as SQL_TEXT
from etl.vocabulary.columns import Column
from etl.vocabulary.form import FORM_SOURCE, PROACTIVE, REQUESTS, REVIEWS, CellKey
from etl.vocabulary.short_labels import TABLE_LABELS, cell_label
from etl.vocabulary.words import Word

KEY: Final = "key"
VOLUME: Final = "volume"
SUM: Final = "sum"
RATE: Final = "rate"
MARK: Final = "mark"
PEER: Final = "peer"
CHANGE: Final = "change"
GROUP_ONLY: Final = "group_only"


_BLANK_ZH: Final = "任一单元格未填数字时为空，不作零处理。"
_BLANK_EN: Final = "NULL when any cell holds no number; a blank is not zero."
_RATE_ZH: Final = "分母为零或任一操作数为空时为空。"
_RATE_EN: Final = "NULL when the denominator is 0 or an operand is NULL."


@dataclass(frozen=True, slots=True)
class Indicator(Word):
    """One column of the table `indicators`; a word with its formula.

    `family` tells how it is computed: `volume` adds `cells` (or `cells_one_row` where table three prints
    （六）其他处理 as one row), `sum` adds columns `plus` and takes off `minus`, `rate` divides the columns
    `numerator` by `denominator`, `mark` `peer` and `change` are computed by a function of their own,
    `key` is carried along, `group_only` is no column: it exists only over a group of reports.
    `topic` is what it speaks of (`requests` `outcomes` `refusal_reasons` `applicants` `reviews` `proactive`
    `coverage` `narrative`), `sql_type` its type in the warehouse. `of` is the column that a `peer` or `change` column compares.
    """

    family: str = VOLUME
    topic: str = ""
    sql_type: str = SQL_COUNT
    formula: str = ""
    formula_en: str = ""
    cells: tuple[CellKey, ...] = ()
    cells_one_row: tuple[CellKey, ...] = ()
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    numerator: str | None = None
    denominator: str | None = None
    of: str | None = None

    def formula_text(self, language: str) -> str:
        """The formula in words, `zh` or `en`; "" for a key."""
        return self.formula_en if language == "en" else self.formula


def key(known: Column) -> Indicator:
    """A column that says which report a row is of, in the words of that column."""
    word = known.word
    return Indicator(word.name, "indicator", word.label_zh, word.label_en, word.definition, word.definition_en, word.source, family=KEY, topic=KEY, sql_type=known.sql_type)


def request_volume(name: str, zh: str, en: str, topic: str, items: tuple[str, ...], *, one_row: tuple[str, ...] = (), applicant: str = "total") -> Indicator:
    """The sum of rows of table three in the column of one applicant, 总计 unless another is named."""
    cells = tuple((REQUESTS, item, applicant) for item in items)
    instead = tuple((REQUESTS, item, applicant) for item in one_row)
    zh_formula, en_formula = _sum_of_cells(cells, "zh"), _sum_of_cells(cells, "en")
    if instead:
        zh_formula += f"（2019 年格式只印一行时：{_sum_of_cells(instead, 'zh')}）"
        en_formula += f" (where form 2019 prints one row: {_sum_of_cells(instead, 'en')})"
    return Indicator(
        name, "indicator", zh, en, f"{zh_formula}。{_BLANK_ZH}", f"{en_formula}. {_BLANK_EN}", FORM_SOURCE, "件",
        VOLUME, topic, SQL_COUNT, zh_formula, en_formula, cells, instead,
    )


def review_volume(name: str, zh: str, en: str, channel: str, outcome: str) -> Indicator:
    """One cell of table four."""
    return _one_cell(name, zh, en, "reviews", (REVIEWS, channel, outcome), "件", SQL_COUNT, "", "")


def proactive_volume(name: str, zh: str, en: str, item: str, measure: str, unit: str, sql_type: str = SQL_COUNT, more_zh: str = "", more_en: str = "") -> Indicator:
    """One cell of table two; `more` says what is particular about it."""
    return _one_cell(name, zh, en, "proactive", (PROACTIVE, item, measure), unit, sql_type, more_zh, more_en)


def _one_cell(name: str, zh: str, en: str, topic: str, cell: CellKey, unit: str, sql_type: str, more_zh: str, more_en: str) -> Indicator:
    zh_formula, en_formula = cell_label(*cell), cell_label(*cell, "en")
    return Indicator(
        name, "indicator", zh, en, f"{zh_formula}。{_BLANK_ZH}{more_zh}", f"{en_formula}. {_BLANK_EN} {more_en}".strip(),
        FORM_SOURCE, unit, VOLUME, topic, sql_type, zh_formula, en_formula, (cell,),
    )


def _sum_of_cells(cells: tuple[CellKey, ...], language: str) -> str:
    """The cells of one applicant's column as a sum, the column named once: 表三 · 总计 · 予以公开 + 部分公开."""
    first = cell_label(*cells[0], language)
    table = TABLE_LABELS[cells[0][0]][language == "en"]
    others = [cell_label(*cell, language).removeprefix(f"{table} · ").split(" · ", 1)[1] for cell in cells[1:]]
    return " + ".join([first, *others])


def total(name: str, zh: str, en: str, topic: str, plus: tuple[Indicator, ...], minus: tuple[Indicator, ...] = ()) -> Indicator:
    """Columns added, and columns taken off."""
    zh_formula = " − ".join([" + ".join(part.label_zh for part in plus), *(part.label_zh for part in minus)])
    en_formula = " − ".join([" + ".join(part.label_en for part in plus), *(part.label_en for part in minus)])
    return Indicator(
        name, "indicator", zh, en, f"{zh_formula}。任一项为空时为空。", f"{en_formula}. NULL when any part is NULL.", "Gongkai", "件",
        SUM, topic, SQL_COUNT, zh_formula, en_formula, plus=tuple(p.name for p in plus), minus=tuple(m.name for m in minus),
    )


def rate(name: str, zh: str, en: str, topic: str, top: Indicator, bottom: Indicator, more_zh: str = "", more_en: str = "", source: str = "Gongkai") -> Indicator:
    """One column divided by another, both columns of the same table."""
    zh_formula, en_formula = f"{top.label_zh} ÷ {bottom.label_zh}", f"{top.label_en} ÷ {bottom.label_en}"
    return Indicator(
        name, "indicator", zh, en, f"{zh_formula}。{_RATE_ZH}{more_zh}", f"{en_formula}. {_RATE_EN} {more_en}".strip(), source, "ratio",
        RATE, topic, SQL_NUMBER, zh_formula, en_formula, numerator=top.name, denominator=bottom.name,
    )


def mark(name: str, zh: str, en: str, topic: str, means: tuple[str, str], formula: tuple[str, str], sql_type: str = SQL_TEXT, unit: str | None = None, source: str = "Gongkai") -> Indicator:
    """A column with a rule of its own, told in words."""
    return Indicator(
        name, "indicator", zh, en, *means, source, unit, MARK, topic, sql_type, *formula,
    )


def changes(of: Indicator) -> tuple[Indicator, ...]:
    """Last year's value of a volume, the absolute and the relative change."""
    zh, en = of.label_zh, of.label_en
    when_zh = "同一单位上一年度的报告未入库、口径不同或任一年为空时为空。"
    when_en = "NULL without the agency's report of the year before, across definitions, or when either year is NULL."
    before = Indicator(
        f"{of.name}_last_year", "indicator", f"{zh}（上年）", f"{en}, last year", f"上一年度报告中的{zh}。{when_zh}", f"{en} in the report of the year before. {when_en}",
        "Gongkai", of.unit, CHANGE, of.topic, of.sql_type, f"上年{zh}", f"{en} of last year", of=of.name,
    )
    change = Indicator(
        f"{of.name}_change", "indicator", f"{zh}同比增减", f"{en}, change", f"{zh}减上年{zh}。{when_zh}", f"{en} minus that of last year. {when_en}",
        "Gongkai", of.unit, CHANGE, of.topic, of.sql_type, f"{zh} − 上年{zh}", f"{en} − last year's", of=of.name,
    )
    relative = Indicator(
        f"{of.name}_yoy", "indicator", f"{zh}同比", f"{en}, year on year", f"同比增减除以上年{zh}。上年为零时为空；{when_zh}", f"Change divided by last year's value. NULL when that is 0. {when_en}",
        "Gongkai", "ratio", CHANGE, of.topic, SQL_NUMBER, f"{change.label_zh} ÷ {before.label_zh}", f"{change.label_en} ÷ {before.label_en}",
        numerator=change.name, denominator=before.name, of=of.name,
    )
    return before, change, relative


_PEERS_ZH: Final = "同类：同一年度、同一层级、同一单位类别的现行报告，含本报告；层级未能确定时为空。"
_PEERS_EN: Final = "Peers: current reports of the same year, level and kind, this one included; NULL when the level is not known."
_ENOUGH_ZH: Final = "该指标有值的同类不足 5 份时为空。"
_ENOUGH_EN: Final = "NULL below 5 peers that have the rate."


def peers(of: Indicator) -> tuple[Indicator, ...]:
    """The peers' number and quartiles of a rate, and where the report stands among them."""
    zh, en = of.label_zh, of.label_en

    def one(suffix: str, label: tuple[str, str], formula: tuple[str, str], sql_type: str, unit: str) -> Indicator:
        enough_zh, enough_en = ("", "") if suffix == "n" else (_ENOUGH_ZH, " " + _ENOUGH_EN)
        return Indicator(
            f"{of.name}_peer_{suffix}", "indicator", f"{zh}·{label[0]}", f"{en}, {label[1]}", f"{formula[0]}。{_PEERS_ZH}{enough_zh}", f"{formula[1]}. {_PEERS_EN}{enough_en}",
            "Gongkai", unit, PEER, of.topic, sql_type, *formula, of=of.name,
        )

    return (
        one("n", ("同类份数", "peers"), (f"有{zh}的同类报告份数", f"Peers that have {en.lower()}"), SQL_COUNT, "份"),
        one("percentile", ("同类分位", "percentile among peers"), (f"（{zh}低于本报告的同类份数 + 相同者的一半）÷ 同类份数", f"(peers below, ties counted half) ÷ peers, of {en.lower()}"), SQL_NUMBER, "ratio"),
        one("p25", ("同类下四分位", "peers' first quartile"), (f"同类{zh}的下四分位数（线性内插）", f"First quartile of the peers' {en.lower()}, linear"), SQL_NUMBER, "ratio"),
        one("p50", ("同类中位", "peers' median"), (f"同类{zh}的中位数", f"Median of the peers' {en.lower()}"), SQL_NUMBER, "ratio"),
        one("p75", ("同类上四分位", "peers' third quartile"), (f"同类{zh}的上四分位数（线性内插）", f"Third quartile of the peers' {en.lower()}, linear"), SQL_NUMBER, "ratio"),
    )
