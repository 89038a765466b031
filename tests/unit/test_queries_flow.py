"""Where requests went, held against a count by hand over the same invented rows."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from etl.vocabulary.form import APPLICANTS, FORM_2019, REQUESTS, request_items
from etl.warehouse.published import open_published
from pages.queries.flow import EVERYBODY, request_flow
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed, a_warehouse
from tests.warehouses import some_filed, warehouse_rows

every_applicant = pytest.mark.parametrize("applicant", [who.name for who in APPLICANTS])


def flow_of(
    folder: Path, year: int = 2023, applicant: str = EVERYBODY, chosen: Selection = EVERYTHING
) -> dict[str, Any]:
    """The one row of the flow in the warehouse below a folder."""
    connection = open_published(folder).connection
    row = request_flow(connection, chosen, year, applicant).row(0, named=True)
    connection.close()
    return row


@every_applicant
@pytest.mark.parametrize("year", [2019, 2023])
@pytest.mark.parametrize("chosen", [EVERYTHING, Selection("990100", (), ("department",))])
def test_sums_are_those_of_a_count_by_hand(tmp_path: Path, applicant: str, year: int, chosen: Selection) -> None:
    """Protects the flow: each row of the form summed over the reports of the year, for each applicant, both forms."""
    a_warehouse(tmp_path)
    rows = warehouse_rows(some_filed())
    reports = {
        one["report_id"]
        for one in rows["indicators"]
        if one["year"] == year
        and (not chosen.region or one["region_code"] in ("990100", "990101", "990102"))
        and (not chosen.kinds or one["kind"] in chosen.kinds)
    }
    cells = [one for one in rows[REQUESTS] if one["report_id"] in reports and one["applicant"] == applicant]
    found = flow_of(tmp_path, year, applicant, chosen)
    assert (found["reports"], found["left_out"]) == (len(reports), 0)
    for item in {str(one["item"]) for one in cells} - {"concluded"}:
        assert found[item] == sum(int(str(one["value"])) for one in cells if one["item"] == item), item


@every_applicant
def test_everything_that_came_in_is_found(tmp_path: Path, applicant: str) -> None:
    """Protects the balance: what came in and the surplus is what went out and the lack, whatever the reports say."""
    a_warehouse(tmp_path)
    found = flow_of(tmp_path, 2024, applicant)
    came_in = found["received"] + found["carried_in"] + found["over"]
    went_out = sum(
        found[item] or 0 for item in request_items("2021") if item not in ("received", "carried_in", "concluded")
    )
    assert came_in == went_out + (found["other"] or 0) + found["short"]


@pytest.mark.parametrize("applicant", [EVERYBODY, "natural_person"])
def test_surplus_and_lack_do_not_hide_each_other(tmp_path: Path, applicant: str) -> None:
    """Protects the differences: 40 too many in one report and 25 too few in another are both told, not 15."""
    even: dict[tuple[str, str, str], int | None] = {
        (REQUESTS, item, who.name): 0 for item in request_items("2021") for who in APPLICANTS
    }
    less = even | {(REQUESTS, "received", applicant): 25}
    more = even | {(REQUESTS, "granted", applicant): 40}
    a_warehouse(tmp_path, [a_filed(cells=less), a_filed(agency="云泽省财政厅", cells=more)])
    found = flow_of(tmp_path, applicant=applicant)
    assert (found["short"], found["over"]) == (25, 40)


@pytest.mark.parametrize("applicant", [EVERYBODY, "business"])
def test_a_report_with_a_gap_is_left_out_whole(tmp_path: Path, applicant: str) -> None:
    """Protects missing numbers: a blank row takes its report out of the flow and is counted, it is not zero."""
    gap = {(REQUESTS, "unavailable.not_held", applicant): None}
    filed = [a_filed(), a_filed(agency="云泽省财政厅", cells=gap)]
    a_warehouse(tmp_path / "two", filed)
    a_warehouse(tmp_path / "one", filed[:1])
    both, alone = flow_of(tmp_path / "two", applicant=applicant), flow_of(tmp_path / "one", applicant=applicant)
    assert (both["reports"], both["left_out"]) == (2, 1)
    assert pl.DataFrame([both]).drop("reports", "left_out").equals(pl.DataFrame([alone]).drop("reports", "left_out"))


@pytest.mark.parametrize("applicant", [EVERYBODY, "business"])
def test_one_row_and_three_rows_stand_apart(tmp_path: Path, applicant: str) -> None:
    """Protects the change of form: what one form prints as a row is no reason of the other."""
    a_warehouse(tmp_path, [a_filed(), a_filed(agency="云泽省财政厅", form=FORM_2019)])
    found = flow_of(tmp_path, applicant=applicant)
    assert found["left_out"] == 0
    assert found["other"] is not None
    assert found["other.fee_unpaid"] is not None
    a_warehouse(tmp_path / "new", [a_filed()])
    assert flow_of(tmp_path / "new", applicant=applicant)["other"] is None


@pytest.mark.parametrize("applicant", [EVERYBODY, "business"])
def test_no_report_gives_no_numbers(tmp_path: Path, applicant: str) -> None:
    """Protects an empty year: nothing is known, which is not zero."""
    a_warehouse(tmp_path, [a_filed(cells={(REQUESTS, "received", applicant): None})])
    found = flow_of(tmp_path, applicant=applicant)
    assert (found["received"], found["short"], found["reports"], found["left_out"]) == (None, None, 1, 1)
    assert flow_of(tmp_path, 1999, applicant)["reports"] == 0
