"""Every cell of both forms has a number, its code: smaller than its names, and the cells of a table stand together."""

from typing import Final

from etl.vocabulary.form import (
    FORM_2019,
    FORM_2021,
    TABLES,
    CellKey,
    proactive_cells,
    request_cells,
    review_cells,
)

KEY_OF_CODE: Final[tuple[CellKey, ...]] = tuple(
    dict.fromkeys(
        (
            *proactive_cells(FORM_2019),
            *proactive_cells(FORM_2021),
            *request_cells(FORM_2019),
            *request_cells(FORM_2021),
            *review_cells(),
        )
    )
)
"""The cells; the position of each is its code."""
CODE_OF_KEY: Final = {key: code for code, key in enumerate(KEY_OF_CODE)}
CODES_OF_TABLE: Final = {
    table: tuple(code for code, key in enumerate(KEY_OF_CODE) if key[0] == table) for table in TABLES
}
