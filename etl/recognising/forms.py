"""Which form a report is printed on, and which cells of it the document lacks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from etl.one_row import is_one_row
from etl.recognising.report import Fact
from etl.vocabulary.form import (
    FORM_2019,
    FORM_2021,
    FORM_UNKNOWN,
    MISSING,
    PROACTIVE,
    REQUESTS,
    REVIEWS,
    TABLES,
    CellKey,
    proactive_cells,
    request_cells,
    review_cells,
)

PRINTED = {form: frozenset(proactive_cells(form)) for form in (FORM_2019, FORM_2021)}
PROACTIVE_KEYS = PRINTED[FORM_2019] | PRINTED[FORM_2021]
_FORM_BY_ROWS: Final[dict[bool | None, str]] = {True: FORM_2019, False: FORM_2021}
"""The form whose table three prints （六） as one row, and as three."""


def form_of(keys: Iterable[CellKey]) -> str:
    """The form that is printed, whatever the year: by the columns of table two, then by the rows of （六）."""
    found = frozenset(keys)
    own = {
        form: len(found & (PRINTED[form] - PRINTED[other]))
        for form, other in ((FORM_2019, FORM_2021), (FORM_2021, FORM_2019))
    }
    if own[FORM_2019] != own[FORM_2021]:
        return max(own, key=lambda form: own[form])
    items = {item for table, item, _ in found if table == REQUESTS}
    return _FORM_BY_ROWS.get(is_one_row(items), FORM_UNKNOWN)


def missing_cells(claimed: Mapping[CellKey, Fact], form: str) -> Iterable[Fact]:
    """The cells that a table of this form has and the printed table lacks; a table that is absent has none."""
    for table in TABLES:
        if any(key[0] == table for key in claimed):
            for key in _expected(table, form, claimed):
                if key not in claimed:
                    yield Fact(*key, None, None, MISSING, "", "")


def _expected(table: str, form: str, claimed: Mapping[CellKey, Fact]) -> Sequence[CellKey]:
    if table == REVIEWS:
        return review_cells()
    if table == PROACTIVE:
        return proactive_cells(form) if form in PRINTED else ()
    items = {item for name, item, _ in claimed if name == REQUESTS}
    rows = _FORM_BY_ROWS.get(is_one_row(items), form)
    return request_cells(rows) if rows in PRINTED else ()
