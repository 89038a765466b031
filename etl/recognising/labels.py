"""Which word of the form a printed label means; None when that is not certain.

Exact variants come first (`etl.vocabulary.variants`). A label with lost or added glyphs is taken for the
nearest word only when it is near to one word and clearly farther from all others.
"""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from etl.recognising.values import fold
from etl.vocabulary import variants

RowLabel = tuple[str, str]
"""(`item` or `group`, name)."""

_SCRIPT: Final = str.maketrans(variants.TRADITIONAL)
_NUMBERING: Final = re.compile(
    r"\((?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\)|(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.,:)]|[①-⑩]"
)
_WHITE_SPACE: Final = re.compile(r"\s+")
_NOT_A_LETTER: Final = re.compile(r"[\W_]+")
_PARENTHESIS: Final = re.compile(r"\([^()]*\)")
_NEAR: Final = 78.0
_MARGIN: Final = 12.0
_SHORTEST_FUZZY: Final = 5
_LONGEST_LABEL: Final = 48


def _index(labels: dict[str, tuple[str, ...]], kind: str) -> dict[str, RowLabel]:
    return {variant: (kind, name) for name, found in labels.items() for variant in found}


_REQUEST_ROWS: Final = _index(variants.REQUEST_ROW_LABELS, "item") | _index(variants.REQUEST_GROUP_LABELS, "group")
_PROACTIVE_ROWS: Final = {name: found[1] for name, found in _index(variants.PROACTIVE_ROW_LABELS, "item").items()}
_PROACTIVE_COLUMNS: Final = {name: found[1] for name, found in _index(variants.PROACTIVE_COLUMN_LABELS, "item").items()}
_APPLICANTS: Final = {name: found[1] for name, found in _index(variants.APPLICANT_LABELS, "item").items()}
_CHANNELS: Final = {name: found[1] for name, found in _index(variants.CHANNEL_LABELS, "item").items()}
_OUTCOMES: Final = {name: found[1] for name, found in _index(variants.OUTCOME_LABELS, "item").items()}


def numbering_of(text: str) -> str:
    """The number in front of a label as printed (`（六）`, `3.`), in half width and without spaces; "" for none."""
    found = _NUMBERING.match(_WHITE_SPACE.sub("", fold(text)))
    return found[0] if found else ""


@lru_cache(maxsize=8192)
def letters_of(text: str) -> str:
    """The label without number, white space, punctuation and quotes, in simplified script."""
    folded = _WHITE_SPACE.sub("", fold(text)).translate(_SCRIPT)
    unnumbered = folded[found.end() :] if (found := _NUMBERING.match(folded)) else folded
    return _NOT_A_LETTER.sub("", unnumbered)


def _nearest(letters: str, known: dict[str, str]) -> str | None:
    """The one word that the letters are near to, or None."""
    if not _SHORTEST_FUZZY <= len(letters) <= _LONGEST_LABEL:
        return None
    best_by_name: dict[str, float] = {}
    for variant, score, _ in process.extract(
        letters, known.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR - _MARGIN, limit=6
    ):
        best_by_name[known[variant]] = max(score, best_by_name.get(known[variant], 0.0))
    ranked = sorted(best_by_name.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _NEAR or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
        return None
    return ranked[0][0]


_REQUEST_NAMES: Final = {variant: ":".join(label) for variant, label in _REQUEST_ROWS.items()}


@lru_cache(maxsize=8192)
def request_row(text: str, previous_item: str = "") -> RowLabel | None:
    """The row of table three that a label names, or its group; `previous_item` decides a bare 其他."""
    letters = letters_of(text)
    if letters in ("其他", "其它"):
        return ("item", _bare_other(text, previous_item))
    if (exact := _REQUEST_ROWS.get(letters)) is not None:
        return exact
    if (glued := _group_and_item(letters)) is not None:
        return glued
    nearest = _nearest(_without_notes(text), _REQUEST_NAMES)
    return None if nearest is None else _as_row_label(nearest)


def _as_row_label(joined: str) -> RowLabel:
    kind, _, name = joined.partition(":")
    return kind, name


def _bare_other(text: str, previous_item: str) -> str:
    """`（六）其他` is the one-row form; `3.其他` or a 其他 below the first two is the third row."""
    if numbering_of(text).startswith("("):
        return "other"
    return "other.other" if numbering_of(text) or previous_item.startswith("other.") else "other"


def _group_and_item(letters: str) -> RowLabel | None:
    """An item whose group stands in the same cell, as `（一）…（三）不予公开 1.属于国家秘密` printed in one."""
    for group in ("本年度办理结果", "不予公开", "无法提供", "不予处理", "其他处理"):
        if letters.startswith(group) and (
            found := _REQUEST_ROWS.get(re.sub("^[一二三四五六七八九十0-9]", "", letters[len(group) :]))
        ):
            return found
    return None


def _without_notes(text: str) -> str:
    return letters_of(_PARENTHESIS.sub("", fold(text))) or letters_of(text)


@lru_cache(maxsize=4096)
def proactive_row(text: str) -> str | None:
    """The row of table two that a label names."""
    letters = letters_of(text)
    return (
        _PROACTIVE_ROWS.get(letters) or _PROACTIVE_ROWS.get(_without_notes(text)) or _nearest(letters, _PROACTIVE_ROWS)
    )


@lru_cache(maxsize=4096)
def proactive_column(text: str) -> str | None:
    """The measure of table two that a column header names."""
    letters = letters_of(text)
    return (
        _PROACTIVE_COLUMNS.get(letters)
        or _PROACTIVE_COLUMNS.get(_without_notes(text))
        or _nearest(letters, _PROACTIVE_COLUMNS)
    )


@lru_cache(maxsize=1024)
def unit_of_header(text: str) -> str | None:
    """The unit of money that a column header names (`单位：万元`), None when it names none."""
    letters = fold(text)
    return next((unit for unit in ("亿元", "万元", "元") if unit in letters), None)


@lru_cache(maxsize=4096)
def applicant(text: str) -> str | None:
    """The applicant that a column header of table three names; `ignored` for a declared extra column."""
    letters = letters_of(text)
    if letters in variants.APPLICANT_IGNORED:
        return "ignored"
    return _APPLICANTS.get(letters) or _APPLICANTS.get(_without_notes(text))


@lru_cache(maxsize=4096)
def channel(text: str) -> str | None:
    """The channel of table four that a header names."""
    letters = letters_of(text)
    return _CHANNELS.get(letters) or _CHANNELS.get(_without_notes(text))


@lru_cache(maxsize=4096)
def outcome(text: str) -> str | None:
    """The outcome of table four that a column header names."""
    letters = letters_of(text)
    return _OUTCOMES.get(letters) or _OUTCOMES.get(_without_notes(text))


def is_one_of(text: str, known: tuple[str, ...]) -> bool:
    """Whether a label is one of the declared variants."""
    return letters_of(text) in known
