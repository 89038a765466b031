"""What files of a panel are called, and what goes with a picture that is taken away."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from etl.vocabulary.indicators import INDICATOR_BY_NAME
from etl.vocabulary.page_labels.files import FILES
from etl.warehouse.published import open_published
from pages.parts.taking.called import Called, called_after
from pages.parts.view import Data, View
from pages.queries.selection import Selection
from tests.conftest import ROOT
from tests.warehouses import a_filed, a_warehouse

RATE = INDICATOR_BY_NAME["full_grant_rate"]
KEYED = re.compile(r'(?:show_panel|download)\(\s*(?:replace\(.*?\)|view), f?"([^"{]+)')


@pytest.fixture
def view(tmp_path: Path) -> View:
    """A view of a small build, of one area and three years."""
    a_warehouse(tmp_path, (a_filed(),))
    opened = open_published(tmp_path)
    return View("zh", Data(opened.build, opened.connection), Selection(years=(2021, 2022, 2023)), "云泽省云州市")


def test_a_file_says_region_years_and_rate_in_the_language_of_the_page(view: View) -> None:
    """Protects a folder of downloads: the same panel under other filters, or in another language, has another name."""
    assert called_after(view, "rate-by-year", [RATE]) == "予以公开率-逐年_云泽省云州市_2021-2023"
    english = View("en", view.data, view.selection, view.area)
    assert called_after(english, "rate-by-year", [RATE]) == "Full-grant-rate-by-year_云泽省云州市_2021-2023"


def test_what_was_chosen_goes_before_what_words_and_filters_say(view: View) -> None:
    """Protects files of one year, whose rows do not name it, and those of one agency."""
    named = Called(years=(2022,))
    assert called_after(view, "by-province-990000", [RATE], named) == "予以公开率-各省_云泽省云州市_2022"
    agency = View("zh", view.data, view.selection, view.area, about="云州市/商务局")
    assert called_after(agency, "agency-findings", []) == "核查发现_云州市-商务局_2021-2023"


def test_files_of_some_kinds_or_sectors_are_told_from_those_of_all(view: View) -> None:
    """Protects the numbers of departments from being taken for those of everybody; no name becomes too long by it."""
    some = Selection(years=(2022,), kinds=("department", "township"), sectors=("商务",))
    assert called_after(replace(view, selection=some), "flow", []).endswith("_云泽省云州市_部门、乡镇街道+商务_2022")
    long = replace(view, selection=some, area="很长的地区名称" * 20)
    name = called_after(long, "rate-by-year", [RATE])
    assert name.endswith("_2022")
    assert len(f"{name} (9).parquet".encode()) <= 255


def test_a_long_name_keeps_its_years_and_is_taken_by_every_system(view: View) -> None:
    """Protects saving on Windows and Linux: no part is lost, none of the name's 255 bytes too many, no hidden signs."""
    agency = View("zh", view.data, view.selection, view.area, about="某" * 300 + "\u202etxt")
    name = called_after(agency, "agency-rate", [RATE])
    assert name.endswith("_2021-2023")
    assert len(name.encode()) < 200
    assert "\u202e" not in called_after(View("zh", view.data, about="局\u202egpj"), "agency-rate", [RATE])


def test_every_panel_s_file_has_a_name_in_words() -> None:
    """Protects files from code names: each key that a page gives is declared."""
    pages = [path for path in (ROOT / "pages").glob("**/*.py") if "deciding" not in path.parts]
    keys = {key for path in pages for key in KEYED.findall(path.read_text(encoding="utf-8"))}
    assert len(keys) > 15
    assert not [key for key in keys if not any(key.startswith(name) for name in FILES)]


def test_a_key_without_a_name_is_left_to_the_title(view: View) -> None:
    """Protects new panels: without a name of its own the file is called by the panel's title."""
    assert called_after(view, "something new", []) == ""
