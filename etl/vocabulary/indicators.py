"""Every indicator declared once, and with it every column of the table `indicators`: one row per current report.

`INDICATORS` holds the columns in order, keys first; `GROUP_INDICATORS` exist only over a group of reports.
A rate stands beside its numerator and denominator, which are columns of the same table (`Indicator.numerator`,
`Indicator.denominator`), so an aggregate is Σ numerator / Σ denominator and never a mean of rates.
No indicator says which direction is good.
"""

from typing import Final

from etl.vocabulary.columns import COUNT as SQL_COUNT
from etl.vocabulary.columns import FLAG as SQL_FLAG
from etl.vocabulary.columns import RATE as SQL_NUMBER
from etl.vocabulary.columns import REPORT_KEYS
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    FORM_2019,
    FORM_2021,
    OUTCOMES,
    PROACTIVE,
    PROACTIVE_ITEMS,
    PROACTIVE_MEASURES,
    REQUEST_ITEMS,
    proactive_cells,
)
from etl.vocabulary.indicator import (
    CHANGE,
    GROUP_ONLY,
    KEY,
    MARK,
    PEER,
    RATE,
    SUM,
    VOLUME,
    Indicator,
    changes,
    key,
    mark,
    peers,
    proactive_volume,
    rate,
    request_volume,
    review_volume,
    total,
)
from etl.vocabulary.short_labels import SHORT_REQUEST_LABELS

__all__ = [
    "CHANGE", "CHANGED_VOLUMES", "GROUP_INDICATORS", "GROUP_ONLY", "INDICATORS", "INDICATOR_BY_NAME", "KEY", "KEYS", "MARK", "PEER", "PEER_MINIMUM",
    "PEER_RATES", "PROBLEMS_STATE", "RATE", "SHORTEST_TEXT", "STABILITY_LIMITS", "SUM", "TEN_THOUSAND_YUAN", "VOLUME", "Indicator", "family",
]

_ITEM_NAMES = tuple(word.name for word in REQUEST_ITEMS)
_UK = "UK Cabinet Office, Freedom of Information statistics (resolvable requests)"

KEYS: Final = tuple(key(column) for column in REPORT_KEYS)

# ── table three, column 总计 ─────────────────────────────────────────────────────────────────────────────────────────


def _rows(prefix: str) -> tuple[str, ...]:
    return tuple(name for name in _ITEM_NAMES if name.startswith(f"{prefix}."))


def _single_rows(prefix: str, zh: str, en: str, topic: str) -> tuple[Indicator, ...]:
    """One volume for each row of a group, as refused_state_secret."""
    labels = {name: SHORT_REQUEST_LABELS[name] for name in _rows(prefix)}
    return tuple(
        request_volume(name.replace(".", "_"), f"{zh}：{label[0].rpartition('·')[2]}", f"{en}: {label[1].removeprefix('otherwise: ')}", topic, (name,))
        for name, label in labels.items()
    )


RECEIVED = request_volume("requests_received", "新收申请", "Requests received", "requests", ("received",))
CARRIED_IN = request_volume("carried_in", "上年结转", "Carried in", "requests", ("carried_in",))
ON_HAND = total("requests_on_hand", "受理合计", "Requests on hand", "requests", (RECEIVED, CARRIED_IN))
CONCLUDED = request_volume("requests_concluded", "办结", "Requests concluded", "requests", ("concluded",))
CARRIED_OUT = request_volume("carried_out", "结转下年度", "Carried out", "requests", ("carried_out",))
BACKLOG_CHANGE = total("backlog_change", "结转变化", "Change in backlog", "requests", (CARRIED_OUT,), (CARRIED_IN,))

GRANTED = request_volume("granted", "予以公开", "Granted", "outcomes", ("granted",))
IN_PART = request_volume("granted_in_part", "部分公开", "Granted in part", "outcomes", ("granted_in_part",))
REFUSED = request_volume("refused", "不予公开", "Refused", "outcomes", _rows("refused"))
UNAVAILABLE = request_volume("unavailable", "无法提供", "Unavailable", "outcomes", _rows("unavailable"))
NOT_PROCESSED = request_volume("not_processed", "不予处理", "Not processed", "outcomes", _rows("not_processed"))
OTHER_HANDLED = request_volume("other_handled", "其他处理", "Otherwise handled", "outcomes", _rows("other"), one_row=("other",))
RESIDUAL = request_volume("residual_other", "其他兜底", "Residual other", "outcomes", ("other.other",), one_row=("other",))
ONE_ROW = mark(
    "residual_other_is_whole_row", "兜底取自整行", "Residual is the whole row", "outcomes",
    ("表三（六）其他处理只印一行（2019 年格式）：其他兜底取整行，包括逾期不补正和逾期未缴费，口径比三行的宽，不能与之直接比较。两种都未印时为空。",
     "Table three prints （六） as one row (form 2019): the residual is that whole row, not corrected and fee unpaid included, wider than on three rows and not comparable with it. NULL when neither is printed."),
    ("表三（六）其他处理只印一行", "Table three prints （六） as one row"), SQL_FLAG,
)
ANY_GRANTED = total("any_granted", "予以公开与部分公开", "Granted fully or in part", "outcomes", (GRANTED, IN_PART))
RESOLVABLE = total("resolvable", "可答复申请", "Resolvable requests", "outcomes", (GRANTED, IN_PART, REFUSED))

REFUSAL_REASONS: Final = _single_rows("refused", "不予公开", "Refused", "refusal_reasons")
UNAVAILABLE_REASONS: Final = _single_rows("unavailable", "无法提供", "Unavailable", "outcomes")
NOT_PROCESSED_REASONS: Final = _single_rows("not_processed", "不予处理", "Not processed", "outcomes")
OTHER_ROWS: Final = _single_rows("other", "其他处理", "Otherwise", "outcomes")
RECEIVED_FROM: Final = tuple(
    request_volume(f"received_{who.name}", f"新收：{who.label_zh}", f"Received: {who.label_en.lower()}", "applicants", ("received",), applicant=who.name)
    for who in APPLICANTS if who.name != "total"
)

FULL_GRANT_RATE = rate("full_grant_rate", "予以公开率", "Full grant rate", "outcomes", GRANTED, CONCLUDED)
ANY_GRANT_RATE = rate("any_grant_rate", "实质公开率", "Any grant rate", "outcomes", ANY_GRANTED, CONCLUDED)
REFUSAL_RATE = rate("refusal_rate", "不予公开率", "Refusal rate", "outcomes", REFUSED, CONCLUDED)
CARRYOVER_RATE = rate("carryover_rate", "结转率", "Carryover rate", "requests", CARRIED_OUT, ON_HAND)
REQUEST_RATES: Final = (
    FULL_GRANT_RATE,
    ANY_GRANT_RATE,
    rate("resolvable_full_grant_rate", "可答复口径公开率", "Resolvable full grant rate", "outcomes", GRANTED, RESOLVABLE, "与英国统计的 resolvable 口径相当。", "As the UK's share of resolvable requests.", _UK),
    REFUSAL_RATE,
    rate("resolvable_refusal_rate", "可答复口径不予公开率", "Resolvable refusal rate", "outcomes", REFUSED, RESOLVABLE, "与英国统计的 resolvable 口径相当。", "As the UK's share of resolvable requests.", _UK),
    rate("unavailable_rate", "无法提供率", "Unavailable rate", "outcomes", UNAVAILABLE, CONCLUDED),
    rate("not_held_rate", "不掌握率", "Not held rate", "outcomes", UNAVAILABLE_REASONS[0], CONCLUDED),
    rate("not_processed_rate", "不予处理率", "Not processed rate", "outcomes", NOT_PROCESSED, CONCLUDED),
    rate("residual_other_rate", "其他兜底率", "Residual other rate", "outcomes", RESIDUAL, CONCLUDED, "2019 年格式取整行，见 residual_other_is_whole_row。", "On form 2019 the whole row, see residual_other_is_whole_row."),
    rate("clearance_rate", "办结率", "Clearance rate", "requests", CONCLUDED, ON_HAND),
    CARRYOVER_RATE,
)
REFUSAL_SHARES: Final = tuple(
    rate(f"{reason.name}_share", f"{reason.label_zh}（占比）", f"{reason.label_en} (share)", "refusal_reasons", reason, REFUSED)
    for reason in REFUSAL_REASONS
)
REFUSAL_HHI = mark(
    "refusal_reason_hhi", "不予公开理由集中度", "Concentration of refusal reasons", "refusal_reasons",
    ("各不予公开理由占比的平方和，1 为只用一种理由，八种均用时最低为 0.125。不予公开为零或任一理由未填数字时为空。",
     "Sum of the squared shares of the refusal reasons: 1 when one reason is used, 0.125 at least when all eight are. NULL when nothing is refused or a reason holds no number."),
    ("Σ（各理由件数 ÷ 不予公开）²", "Σ (reason ÷ refused)²"), SQL_NUMBER, "index", "Herfindahl–Hirschman index",
)
APPLICANT_SHARES: Final = tuple(
    rate(f"{who.name}_share", f"{who.label_zh}（占比）", f"{who.label_en} (share)", "applicants", who, RECEIVED) for who in RECEIVED_FROM
)

STABILITY_LIMITS: Final = (30, 100)
STABILITY = mark(
    "stability", "样本稳定性", "Stability", "requests",
    ("low：办结不足 30 件，比率不参与排名；medium：30 至 99 件；high：100 件及以上。办结为空时为空。",
     "low: fewer than 30 concluded, rates are not ranked; medium: 30 to 99; high: 100 or more. NULL when concluded is NULL."),
    ("按办结件数分档：30、100", "By requests concluded: 30, 100"),
)

# ── table four ───────────────────────────────────────────────────────────────────────────────────────────────────────

_COLUMN_OF_CHANNEL = {"administrative_review": "review"}
REVIEW_VOLUMES: Final = tuple(
    review_volume(f"{_COLUMN_OF_CHANNEL.get(channel.name, channel.name)}_{outcome.name}", f"{channel.label_zh}：{outcome.label_zh}", f"{channel.label_en}: {outcome.label_en.lower()}", channel.name, outcome.name)
    for channel in CHANNELS for outcome in OUTCOMES
)
_REVIEW = {indicator.name: indicator for indicator in REVIEW_VOLUMES}


def _decided(channel: str, zh: str, en: str) -> Indicator:
    return total(f"{channel}_decided", f"{zh}：已审结", f"{en}: decided", "reviews", (_REVIEW[f"{channel}_total"],), (_REVIEW[f"{channel}_pending"],))


REVIEW_DECIDED = _decided("review", "行政复议", "Administrative review")
DIRECT_DECIDED = _decided("litigation_direct", "行政诉讼·未经复议直接起诉", "Litigation, direct")
AFTER_REVIEW_DECIDED = _decided("litigation_after_review", "行政诉讼·复议后起诉", "Litigation after review")
LITIGATION_DECIDED = total("litigation_decided", "行政诉讼：已审结", "Litigation: decided", "reviews", (DIRECT_DECIDED, AFTER_REVIEW_DECIDED))
LITIGATION_CORRECTED = total("litigation_corrected", "行政诉讼：结果纠正", "Litigation: corrected", "reviews", (_REVIEW["litigation_direct_corrected"], _REVIEW["litigation_after_review_corrected"]))
DISPUTES = total("disputes", "争议件数", "Disputes", "reviews", (_REVIEW["review_total"], _REVIEW["litigation_direct_total"]))
REVIEW_SUMS: Final = (REVIEW_DECIDED, DIRECT_DECIDED, AFTER_REVIEW_DECIDED, LITIGATION_DECIDED, LITIGATION_CORRECTED, DISPUTES)
REVIEW_RATES: Final = (
    rate("dispute_rate", "争议率", "Dispute rate", "reviews", DISPUTES, CONCLUDED, "复议后起诉不计入，该案已在复议中计算。", "Litigation after review is left out: the case is already counted."),
    rate("review_correction_rate", "复议纠错率", "Review correction rate", "reviews", _REVIEW["review_corrected"], REVIEW_DECIDED),
    rate("litigation_correction_rate", "诉讼纠错率", "Litigation correction rate", "reviews", LITIGATION_CORRECTED, LITIGATION_DECIDED),
    rate("review_upheld_rate", "复议维持率", "Review upheld rate", "reviews", _REVIEW["review_upheld"], REVIEW_DECIDED),
    rate("litigation_direct_upheld_rate", "直接起诉维持率", "Direct litigation upheld rate", "reviews", _REVIEW["litigation_direct_upheld"], DIRECT_DECIDED),
    rate("litigation_after_review_upheld_rate", "复议后起诉维持率", "Litigation after review upheld rate", "reviews", _REVIEW["litigation_after_review_upheld"], AFTER_REVIEW_DECIDED),
)

# ── table two: volumes, never scores ─────────────────────────────────────────────────────────────────────────────────

TEN_THOUSAND_YUAN: Final = {"万元": 1.0, "元": 0.0001, "亿元": 10000.0}
"""How many 万元 one of each printed unit is."""
_AMOUNT_ZH = "折算为万元（元、亿元按印出的单位换算）；未印单位且不为零时无法确定，为空。"
_AMOUNT_EN = "In 10,000 yuan (元 and 亿元 converted by the unit printed); NULL when no unit is printed and it is not 0."
_FORM_ZH = {FORM_2019: "仅 2019 年格式。", FORM_2021: "仅 2021 年格式。"}
_FORM_EN = {FORM_2019: "Form 2019 only.", FORM_2021: "Form 2021 only."}


def _proactive(item: str, measure: str) -> Indicator:
    item_word = next(word for word in PROACTIVE_ITEMS if word.name == item)
    measure_word = next(word for word in PROACTIVE_MEASURES if word.name == measure)
    printed_by = [form for form in (FORM_2019, FORM_2021) if (PROACTIVE, item, measure) in proactive_cells(form)]
    only = printed_by[0] if len(printed_by) == 1 else ""
    amount = measure == "amount"
    return proactive_volume(
        f"{item}_{measure}", f"{item_word.label_zh}：{measure_word.label_zh}", f"{item_word.label_en}: {measure_word.label_en.lower()}", item, measure,
        measure_word.unit or "", SQL_NUMBER if amount else SQL_COUNT,
        _FORM_ZH.get(only, "") + (_AMOUNT_ZH if amount else ""), " ".join(filter(None, (_FORM_EN.get(only, ""), _AMOUNT_EN if amount else ""))),
    )


PROACTIVE_VOLUMES: Final = tuple(
    _proactive(item, measure) for _, item, measure in dict.fromkeys((*proactive_cells(FORM_2019), *proactive_cells(FORM_2021)))
)
_PROACTIVE = {indicator.name: indicator for indicator in PROACTIVE_VOLUMES}

# ── the narrative ────────────────────────────────────────────────────────────────────────────────────────────────────

SHORTEST_TEXT: Final = 10
"""Characters, white space aside, below which a section counts as not written."""
PROBLEMS_STATE = mark(
    "problems_state", "第五部分与上年相比", "Section five on the year before", "narrative",
    ("missing：没有写或不足十字；first：没有上年年报可比；same：与上年一字不差；changed：与上年不同。空白字符不计。年度未能确定而已写的为空。",
     "missing: not there or under ten characters; first: no report of the year before to compare with; same: letter for letter that of the year before; changed: not so. White space does not count. NULL when it is written and the year is not known."),
    ("比较去掉空白字符后的文字", "Texts compared without white space"),
)

# ── beside other reports ─────────────────────────────────────────────────────────────────────────────────────────────

CHANGED_VOLUMES: Final = (RECEIVED, CONCLUDED, DISPUTES, _PROACTIVE["licences_decisions"], _PROACTIVE["penalties_decisions"], _PROACTIVE["coercion_decisions"])
"""Volumes set beside the year before; each means the same on both forms."""

PEER_MINIMUM: Final = 5
PEER_RATES: Final = (FULL_GRANT_RATE, ANY_GRANT_RATE, REFUSAL_RATE, CARRYOVER_RATE)
"""Rates set beside those of the peers."""

INDICATORS: Final[tuple[Indicator, ...]] = (
    *KEYS,
    RECEIVED, CARRIED_IN, ON_HAND, CONCLUDED, CARRIED_OUT, BACKLOG_CHANGE,
    GRANTED, IN_PART, ANY_GRANTED, REFUSED, RESOLVABLE, *REFUSAL_REASONS, UNAVAILABLE, *UNAVAILABLE_REASONS, NOT_PROCESSED, *NOT_PROCESSED_REASONS,
    OTHER_HANDLED, *OTHER_ROWS, RESIDUAL, ONE_ROW, *RECEIVED_FROM,
    *REQUEST_RATES, *REFUSAL_SHARES, REFUSAL_HHI, *APPLICANT_SHARES, STABILITY,
    *REVIEW_VOLUMES, *REVIEW_SUMS, *REVIEW_RATES,
    *PROACTIVE_VOLUMES, PROBLEMS_STATE,
    *(column for volume in CHANGED_VOLUMES for column in changes(volume)),
    *(column for peer_rate in PEER_RATES for column in peers(peer_rate)),
)
INDICATOR_BY_NAME: Final = {indicator.name: indicator for indicator in INDICATORS}

GROUP_INDICATORS: Final = (
    Indicator(
        "reporting_coverage", "indicator", "报送覆盖率", "Reporting coverage",
        "现行报告数除以该年度应报送单位数；没有应报送名单时为空，不以已收到的推算。",
        "Current reports divided by the agencies expected that year; NULL without a list of those expected, never inferred from what came in.",
        "Gongkai", "ratio", GROUP_ONLY, "coverage", SQL_NUMBER, "现行报告数 ÷ 应报送单位数", "Current reports ÷ agencies expected",
    ),
)


def family(name: str) -> tuple[Indicator, ...]:
    """The columns of one family (`rate`, `volume` …), in the order of the table."""
    return tuple(indicator for indicator in INDICATORS if indicator.family == name)
