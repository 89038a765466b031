"""Which form a report is printed on, and which cells of it the document lacks."""

from collections.abc import Iterable, Mapping, Sequence

from etl.recognising.report import Fact
from etl.vocabulary.form import (
    FORM_2019,
    FORM_2021,
    FORM_UNKNOWN,
    MISSING,
    OTHER_THREE_ROWS,
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
    if not items:
        return FORM_UNKNOWN
    return FORM_2021 if items & set(OTHER_THREE_ROWS) else FORM_2019 if "other" in items else FORM_UNKNOWN


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
    rows = FORM_2021 if items & set(OTHER_THREE_ROWS) else FORM_2019 if "other" in items else form
    return request_cells(rows) if rows in PRINTED else ()
