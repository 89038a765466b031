"""Sentences about cells in the words of the form, in Chinese and English; code names never appear."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import REQUESTS, STATUSES, UNREADABLE, request_items
from etl.vocabulary.rule import BREACH_OF, LAST_YEARS_REPORT, Term, join_terms
from etl.vocabulary.rules import Identity, Rule
from etl.vocabulary.short_labels import TABLE_LABELS, cell_label, short_label

Texts = tuple[str, str]
"""The same sentence in Chinese and English."""
Terms = Sequence[tuple[Term, Decimal]]
"""The summands of one side, with their numbers."""

NAMED_AT_MOST: Final = 6
_TERMS_SHOWN_WITH_ZEROS: Final = 7
_RAW_AT_MOST: Final = 24
_ROWS_OF_TABLE_THREE: Final = min(len(request_items(form)) for form in ("2019", "2021"))
_STATUS_LABELS: Final = {word.name: (word.label_zh, word.label_en) for word in STATUSES}


def both(write: Callable[[str], str]) -> Texts:
    """The sentence that `write` makes, in `zh` and `en`."""
    return write("zh"), write("en")


def listed(names: Sequence[str], language: str) -> str:
    """The first names; the rest only hinted at."""
    more = {"zh": " 等", "en": " …"}[language] if len(names) > NAMED_AT_MOST else ""
    return ("、" if language == "zh" else ", ").join(names[:NAMED_AT_MOST]) + more


@lru_cache(maxsize=8192)
def number(value: Decimal) -> str:
    """A number without needless zeros, the minus sign in print; no zero has one."""
    if not value:
        return "0"
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def table_label(table: str, language: str) -> str:
    """表三, or Table three."""
    return TABLE_LABELS[table][language == "en"]


def line_label(identity: Identity, line: str, language: str) -> str:
    """The column or row that an identity is judged for, as 表三 · 自然人."""
    return f"{table_label(identity.table, language)} · {short_label(identity.table, line, language)}"


def side(terms: Terms, table: str, language: str) -> str:
    """One side with its numbers, as 本年新收 12 + 上年结转 3; on a long side the zeros are only counted."""
    shown = terms if len(terms) <= _TERMS_SHOWN_WITH_ZEROS else [term for term in terms if term[1]]
    text = join_terms([(term, f"{term.label(table, language)} {number(value)}") for term, value in shown], language)
    if zeros := len(terms) - len(shown):
        rest = (f"其余 {zeros} 项 0", f"{zeros} others 0") if text else ("各项 0", "every item 0")
        text += (" + " if text else "") + rest[language == "en"]
    return text


def total(terms: Terms) -> Decimal:
    """The sum of one side."""
    return sum((value * term.sign for term, value in terms), Decimal(0))


def inequality(left: Terms, right: Terms, identity: Identity, language: str) -> str:
    """Both sides of a broken identity with their sums and the difference."""
    texts = [
        side(terms, identity.table, language) + (f" = {number(total(terms))}" if _needs_sum(terms) else "")
        for terms in (left, right)
    ]
    delta = number(total(left) - total(right))
    breach = f" {BREACH_OF[identity.comparison]} ".join(texts)
    return breach + (f" (difference {delta})" if language == "en" else f"（差 {delta}）")


def _needs_sum(terms: Terms) -> bool:
    return len(terms) > 1 or any(term.sign < 0 for term, _ in terms)


@lru_cache(maxsize=4096)
def name_cells(codes: tuple[int, ...], language: str, raws: tuple[str, ...] = ()) -> str:
    """The cells of one table by name, whole columns of table three as one, with `raws` in quotes; then only a count."""
    columns = _whole_columns(codes)
    names = [_whole_column(measure, language) for measure in columns]
    others = [at for at, code in enumerate(codes) if _COLUMN_OF_CODE[code] not in columns]
    labels = _LABEL_OF_CODE[language]
    named = others[: NAMED_AT_MOST - len(names)]
    names += [labels[codes[at]] + (f"“{raws[at].strip()[:_RAW_AT_MOST]}”" if raws else "") for at in named]
    listed = ("、" if language == "zh" else ", ").join(names)
    if len(names) < len(columns) + len(others):
        listed += f" … ({len(codes)} cells)" if language == "en" else f" 等 {len(codes)} 个单元格"
    return listed


def _whole_columns(codes: Sequence[int]) -> list[str]:
    """The applicants of whose column every row is among the cells."""
    if len(codes) < _ROWS_OF_TABLE_THREE:
        return []
    counts = Counter(_COLUMN_OF_CODE[code] for code in codes)
    return [measure for measure, count in counts.items() if measure and count >= _ROWS_OF_TABLE_THREE]


def _whole_column(measure: str, language: str) -> str:
    label = short_label(REQUESTS, measure, language)
    return f"{label} (whole column)" if language == "en" else f"{label}（整列）"


_COLUMN_OF_CODE: Final = tuple(key[2] if key[0] == REQUESTS else "" for key in KEY_OF_CODE)
_LABEL_OF_CODE: Final = {
    language: tuple(cell_label(*key, language=language).partition(" · ")[2] for key in KEY_OF_CODE)
    for language in ("zh", "en")
}


def unknown_cells(codes: Sequence[int], statuses: Sequence[str], raws: Sequence[str], language: str) -> str:
    """Cells that hold no usable number, by status; an unreadable one with what is printed."""
    parts = []
    for status in sorted(set(statuses)):
        mine = [at for at, is_status in enumerate(statuses) if is_status == status]
        quoted = tuple(raws[at] for at in mine) if status == UNREADABLE else ()
        names = name_cells(tuple(codes[at] for at in mine), language, quoted)
        zh, en = _STATUS_LABELS[status]
        parts.append(f"{en} {len(mine)}: {names}" if language == "en" else f"{zh} {len(mine)} 个：{names}")
    return ("; " if language == "en" else "；").join(parts)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Cells of one report that hold no usable number; `raws` is empty unless one is unreadable."""

    codes: tuple[int, ...]
    statuses: tuple[str, ...]
    raws: tuple[str, ...]

    @classmethod
    def of(
        cls, positions: Sequence[int], codes: Sequence[int], statuses: Sequence[str], raws: Sequence[str]
    ) -> "Unknown":
        """Those at the positions."""
        chosen = tuple(statuses[at] for at in positions)
        quoted = tuple(raws[at] for at in positions) if UNREADABLE in chosen else ()
        return cls(tuple(codes[at] for at in positions), chosen, quoted)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why numbers could not be compared: the cells of this and last year's report that stand in the way.

    `lines` are the columns or rows that cannot be judged, none where single cells are.

    Many reports leave the same cells blank, so the sentence is kept.
    """

    rule: Rule
    table: str
    lines: tuple[str, ...]
    own: Unknown
    last: Unknown


@lru_cache(maxsize=4096)
def doubt_text(doubt: Doubt, language: str) -> str:
    """The doubt in words."""
    rule, table = doubt.rule, doubt.table
    label = table_label(table, language)
    stop, is_english = ("." if language == "en" else "。"), language == "en"
    parts = [
        year + unknown_cells(cells.codes, cells.statuses, cells.raws, language) + stop
        for year, cells in (("", doubt.own), (LAST_YEARS_REPORT[is_english], doubt.last))
        if cells.codes
    ]
    names = _few([short_label(table, line, language) for line in doubt.lines], language)
    if UNREADABLE in (*doubt.own.statuses, *doubt.last.statuses):
        parts.append(NOT_THE_AGENCYS_FAULT[is_english])
    if is_english:
        whole = f"{label}: “{rule.label_en}” cannot be judged" + (f" for {names}." if names else ".")
        return " ".join([whole, *parts])
    return "".join([f"{label}：{names}无法核对“{rule.label_zh}”。", *parts])


NOT_THE_AGENCYS_FAULT: Final = (
    "其中有读取不能确定的，不作为单位的差错。",
    "The reader was not sure of some; no fault of the agency.",
)


def _few(names: Sequence[str], language: str) -> str:
    listed = ("、" if language == "zh" else ", ").join(names[:NAMED_AT_MOST])
    if len(names) <= NAMED_AT_MOST:
        return listed
    return f"{listed} … ({len(names)} lines)" if language == "en" else f"{listed} 等 {len(names)} 处"
