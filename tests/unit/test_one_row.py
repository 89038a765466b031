"""（六）其他处理 as one row or as three: the one rule says the same of a report and of a frame of cells."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.one_row import is_one_row, one_row_by
from etl.recognising.forms import form_of
from etl.vocabulary.form import OTHER_ONE_ROW, OTHER_THREE_ROWS, REQUESTS

ITEMS = ("granted", *OTHER_ONE_ROW, *OTHER_THREE_ROWS)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ({"granted"}, None),
        ({"granted", "other"}, True),
        ({"other.fee_unpaid"}, False),
        ({"other", "other.fee_unpaid"}, False),
    ],
)
def test_the_three_rows_count_where_both_are_printed(items: set[str], expected: bool | None) -> None:
    """Protects sums from counting （六） twice."""
    assert is_one_row(items) is expected
    assert (
        form_of([(REQUESTS, item, "total") for item in items])
        == {None: "unknown", True: "2019", False: "2021"}[expected]
    )


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(ITEMS), st.booleans()), max_size=12))
def test_frames_and_reports_are_judged_alike(printed: list[tuple[str, str, bool]]) -> None:
    """Protects checks, indicators and the form from three readings of one table; a missing cell prints nothing."""
    rows = [(report, REQUESTS, item, "reported" if is_there else "missing") for report, item, is_there in printed]
    cells = pl.DataFrame(
        rows,
        schema=["report", "table_name", "item", "status"],
        orient="row",
        schema_overrides={"report": pl.String, "table_name": pl.String, "item": pl.String, "status": pl.String},
    )
    said = {
        report: is_one_row({item for of, item, is_there in printed if of == report and is_there}) for report in "ab"
    }
    expected = {report: one_row for report, one_row in said.items() if one_row is not None}
    assert dict(one_row_by(cells, "report").rows()) == expected
