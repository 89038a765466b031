"""How many reports fill an indicator in: counted among those whose form prints it; drawn with the counts."""

from collections.abc import Iterator

import pytest

from etl.vocabulary.form import FORM_2019, FORM_2021, REQUESTS
from pages.charts.filled import BARS_DRAWN, filled_bars, filled_years
from pages.queries.ask import Connection
from pages.queries.selection import EVERYTHING, Selection
from pages.queries.words import STORED, filled, filled_by_year, forms_printing
from tests.builders import a_filed
from tests.warehouses import an_open_warehouse


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Four reports: two of form 2019, two of form 2021; one of them with a blank total of requests received."""
    blank = {(REQUESTS, "received", "total"): None}
    filed = [a_filed(year=2019), a_filed(year=2020), a_filed(year=2021), a_filed(year=2022, cells=blank)]
    with an_open_warehouse(tmp_path_factory.mktemp("data"), filed) as opened:
        yield opened


def test_an_indicator_is_asked_only_of_forms_that_print_it() -> None:
    """Protects agencies from a gap that their form does not even print."""
    assert forms_printing("requests_received") == (FORM_2019, FORM_2021)
    assert forms_printing("full_grant_rate") == (FORM_2019, FORM_2021)
    by_form = {form: [name for name in STORED if forms_printing(name) == (form,)] for form in (FORM_2019, FORM_2021)}
    assert any("procurement" in name for name in by_form[FORM_2019])
    assert any("in_force" in name for name in by_form[FORM_2021])
    assert all(forms_printing(name) for name in STORED)


def test_blank_is_no_number_and_the_other_form_is_not_counted(connection: Connection) -> None:
    """Protects the shares: 3 of 4 for a cell of both forms with one blank, 2 of 2 for a cell of one form."""
    one_form = next(name for name in sorted(STORED) if forms_printing(name) == (FORM_2019,))
    found = filled(connection, EVERYTHING, ["requests_received", one_form])
    assert found.rows() == [("requests_received", 3, 4, 0.75), (one_form, 2, 2, 1.0)]


def test_by_year_names_every_year_and_what_its_form_asks(connection: Connection) -> None:
    """Protects years whose form does not print the item: asked is 0 there, the share is not known."""
    one_form = next(name for name in sorted(STORED) if forms_printing(name) == (FORM_2021,))
    assert filled_by_year(connection, EVERYTHING, one_form)["asked"].to_list() == [0, 0, 1, 1]
    assert filled_by_year(connection, EVERYTHING, one_form)["share"].to_list() == [None, None, 1.0, 1.0]
    assert filled_by_year(connection, Selection(years=(2022,)), "requests_received").rows() == [(2022, 0, 1, 0.0)]


def test_no_name_is_no_row(connection: Connection) -> None:
    """Protects a search that finds no indicator."""
    assert filled(connection, EVERYTHING, []).columns == ["name", "known", "asked", "share"]
    assert filled(connection, EVERYTHING, []).is_empty()


def test_an_undeclared_name_is_refused(connection: Connection) -> None:
    """Protects the query: only words of the vocabulary become columns."""
    with pytest.raises(KeyError):
        filled(connection, EVERYTHING, ['x" FROM builds --'])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pictures_say_what_is_seen(connection: Connection, language: str) -> None:
    """Protects the titles: the share and its counts; a picture without data is empty and says why."""
    counts = filled(connection, EVERYTHING, sorted(STORED))
    bars = filled_bars(counts, language)
    assert not bars.is_empty
    assert len(bars.figure.data[0].y) == BARS_DRAWN
    one = filled_bars(counts.filter(name="requests_received"), language)
    assert "75.0%" in one.title
    assert "4" in one.title
    years = filled_years(filled_by_year(connection, EVERYTHING, "requests_received"), "requests_received", language)
    assert "75.0%" in years.title
    assert list(years.figure.data[0].y) == [1.0, 1.0, 1.0, 0.0]
    assert filled_bars(counts.clear(), language).is_empty
    assert filled_years(filled_by_year(connection, Selection(years=(1999,)), "requests_received"),
                        "requests_received", language).is_empty  # fmt: skip  # one question, one answer
