"""What the source viewer asks the warehouse: a report of any version, its siblings, its cells in the form's order."""

from collections.abc import Iterator

import pytest

from etl.vocabulary.form import FORM_2021, REQUESTS, printed_cells
from pages.queries.ask import Connection
from pages.queries.source import cells_of, report_facts, reports_of, sections_of, sentences_of
from tests.builders import a_filed
from tests.warehouses import an_open_warehouse

AGENCY = "云泽省商务厅@990000"


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A warehouse of three reports of one agency, one of them superseded."""
    blank = {(REQUESTS, "received", "total"): None}
    with an_open_warehouse(
        tmp_path_factory.mktemp("data"),
        [a_filed(year=2023), a_filed(year=2024, cells=blank), a_filed(year=2024, is_current=False)],
    ) as opened:
        yield opened


def test_a_report_is_told_with_its_agency_place_and_file(connection: Connection) -> None:
    """Protects the head of the page: who, where, when, from which file."""
    facts = report_facts(connection, f"{1:016x}").row(0, named=True)
    assert (facts["agency"], facts["place"], facts["year"], facts["form"]) == (
        "云泽省商务厅",
        "云泽省",
        2024,
        FORM_2021,
    )
    assert facts["path"] == "云泽省商务厅2024.html"
    assert facts["is_current"]
    assert facts["current_id"] is None


def test_a_superseded_report_names_the_one_that_counts(connection: Connection) -> None:
    """Protects links to earlier versions: they open, and lead on to the current one."""
    facts = report_facts(connection, f"{2:016x}").row(0, named=True)
    assert not facts["is_current"]
    assert facts["current_id"] == f"{1:016x}"


@pytest.mark.parametrize("report", ["", "gone", "' OR 1=1 --"])
def test_an_unknown_report_is_no_row(connection: Connection, report: str) -> None:
    """Protects links to reports that are gone, and the query from what stands in a link."""
    assert report_facts(connection, report).is_empty()
    assert cells_of(connection, report).is_empty()
    assert sections_of(connection, report).is_empty()
    assert sentences_of(connection, report).is_empty()


def test_siblings_are_newest_first_and_the_current_version_before_the_others(connection: Connection) -> None:
    """Protects the box of an agency's reports: every version stands there once."""
    found = reports_of(connection, AGENCY)
    assert found["report_id"].to_list() == [f"{n:016x}" for n in (1, 2, 0)]
    assert found["is_current"].to_list() == [True, False, True]


def test_cells_come_in_the_order_of_the_form_and_blank_is_not_zero(connection: Connection) -> None:
    """Protects the table of cells: every printed cell once, as printed; no number is NULL."""
    cells = cells_of(connection, f"{1:016x}")
    assert cells.select("table_name", "item", "measure").rows() == list(printed_cells(FORM_2021))
    blank = cells.filter(item="received", measure="total").row(0, named=True)
    assert (blank["value"], blank["status"]) == (None, "blank")


def test_the_text_of_a_report_comes_with_its_place(connection: Connection) -> None:
    """Protects the way from a sentence to its section."""
    assert sections_of(connection, f"{0:016x}").columns == ["section", "heading", "text", "place"]
    assert sections_of(connection, f"{0:016x}")["section"].to_list() == ["problems"]
