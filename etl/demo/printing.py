"""The text that stands in a cell: one plain number, printed in the ways reports print it."""

from typing import Final

from etl.demo.layout import Layout, Values
from etl.demo.sheet import Sheet, is_plain_number
from etl.vocabulary.form import APPLICANTS, PROACTIVE, PROACTIVE_MEASURES, REQUESTS, SIGNED_MEASURES, CellKey

SUBTOTAL: Final = "subtotal"
"""The measure of the extra 法人小计 column; no word of the form."""

EXTRA_ROW: Final = "extra"
"""The item of an extra row in table three; no word of the form."""

_FULL_WIDTH: Final = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
_UNITS: Final = {word.name: word.unit or "" for word in PROACTIVE_MEASURES}
_CYCLE: Final[tuple[Values, ...]] = ("plain", "spaced", "full_width", "thousands", "with_unit", "point_zero", "signed")
_PADDING: Final = ((" ", ""), ("", " "), ("\u3000", ""), ("\u00a0", " "), (" ", " "))
_ORGANISATIONS: Final = tuple(word.name for word in APPLICANTS if word.name not in ("natural_person", "total"))


def printed_values(sheet: Sheet, layout: Layout) -> dict[CellKey, str]:
    """The printed text of every cell of a sheet, with those of an extra column or row where the layout has one."""
    values = dict(sheet.cells)
    if layout.extra_row:
        values |= {(REQUESTS, EXTRA_ROW, who.name): "1" for who in APPLICANTS}
    if layout.subtotal != "none":
        values |= _subtotals(values)
    if layout.values == "plain":
        return values
    return {key: _printed(text, key, layout.values, turn) for turn, (key, text) in enumerate(values.items())}


def _subtotals(values: dict[CellKey, str]) -> dict[CellKey, str]:
    items = dict.fromkeys(item for table, item, _ in values if table == REQUESTS)
    return {(REQUESTS, item, SUBTOTAL): _sum_of_organisations(values, item) for item in items}


def _sum_of_organisations(values: dict[CellKey, str], item: str) -> str:
    texts = [values.get((REQUESTS, item, who), "") for who in _ORGANISATIONS]
    return str(sum(int(text) for text in texts)) if all(text.isdecimal() for text in texts) else ""


def _printed(text: str, key: CellKey, style: Values, turn: int) -> str:
    if style == "mixed":
        style = _CYCLE[turn % len(_CYCLE)]
    if style == "spaced":
        before, after = _PADDING[turn % len(_PADDING)]
        return f"{before}{text}{after}"
    return _styled_number(text, key, style) if is_plain_number(text) else text


def _styled_number(text: str, key: CellKey, style: Values) -> str:
    if style == "thousands":
        return _with_separators(text)
    if style == "full_width":
        return text.translate(_FULL_WIDTH)
    if style == "with_unit":
        return text + (_UNITS[key[2]] if key[0] == PROACTIVE else "件")
    if style == "point_zero":
        return text if "." in text else f"{text}.0"
    return f"+{text}" if style == "signed" and key[2] in SIGNED_MEASURES and not text.startswith("-") else text


def _with_separators(text: str) -> str:
    whole, point, part = text.partition(".")
    return f"{int(whole):,}{point}{part}"
