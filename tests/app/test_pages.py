"""Every page in every state a reader can bring it to: usual, empty, one place, nonsense in the link, no data at all."""

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app

from etl.vocabulary import labels, page_labels
from etl.vocabulary.labels import NO_WAREHOUSE, NOTHING_HERE, Text
from pages import PLAN, PagePlan
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse
from tests.conftest import ROOT

every_page = pytest.mark.parametrize("page", PLAN, ids=lambda page: page.address or "home")
every_menu_page = pytest.mark.parametrize(
    "page", [p for p in PLAN if p.is_menu], ids=lambda page: page.address or "home"
)
"""A page that is only led to is about one thing of its own: filters do not apply, and it has tests of its own."""
ONE_COUNTY = {"province": "990000", "prefecture": "990100", "county": "990101"}


def charts(app: AppTest) -> int:
    """How many figures stand on the page."""
    return len(app.get("plotly_chart"))


def texts(app: AppTest) -> list[str]:
    """Everything written on the page outside charts and tables."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.text, app.info, app.warning, app.code)
    written = [element.value for kind in kinds for element in kind]
    widgets = (app.selectbox, app.multiselect, app.text_input, app.metric, app.tabs)
    return written + [widget.label for kind in widgets for widget in kind]


@every_menu_page
def test_page_shows_a_picture_a_table_and_a_file(open_at: Opener, page: PagePlan) -> None:
    """Protects the promise of each page: a chart that answers, the table behind it, the rows as a file."""
    app = open_at(page.script)
    assert not app.exception
    assert app.title[0].value == page.title.zh
    assert charts(app) >= 1
    assert app.dataframe
    assert app.get("download_button")
    assert not app.warning


@every_menu_page
def test_page_says_what_to_widen_when_nothing_is_left(open_at: Opener, page: PagePlan) -> None:
    """Protects the reader from a blank page: filters that leave nothing say which to widen."""
    app = open_at(page.script, year="2019", sector="卫生健康")
    assert not app.exception
    assert app.subheader[0].value == NOTHING_HERE.zh
    assert any("行业系统" in text.value and "8" in text.value for text in app.text)
    assert charts(app) == 0


@every_menu_page
def test_page_works_for_one_county(open_at: Opener, page: PagePlan) -> None:
    """Protects the end of the drill, where the parts of the area are its agencies."""
    app = open_at(page.script, **ONE_COUNTY)
    assert not app.exception
    assert charts(app) >= 1
    assert "云泽省云州市东溪区" in app.text[0].value


@every_menu_page
def test_page_survives_nonsense_in_the_link(open_at: Opener, page: PagePlan) -> None:
    """Protects shared links: what is not understood is said and left out, what is understood still counts."""
    app = open_at(page.script, province="Atlantis", year=["2023", "abc"], kind="<script>", lang="klingon", rate="x")
    assert not app.exception
    assert charts(app) >= 1
    assert app.multiselect(key="year").value == [2023]


def test_nonsense_in_the_link_is_told(open_at: Opener) -> None:
    """Protects the reader from filters dropped in silence."""
    app = open_at(province="Atlantis", year=["2023", "abc"])
    told = " ".join(note.value for note in app.warning)
    assert "Atlantis" in told
    assert "abc" in told
    assert "2023" not in told


@every_page
def test_page_without_data_says_how_to_load(open_at: Opener, page: PagePlan, tmp_path: Path) -> None:
    """Protects the first minute of use: no data gives the command that loads, not an error."""
    app = open_at(page.script, data_dir=tmp_path)
    assert not app.exception
    assert app.subheader[0].value == NO_WAREHOUSE.zh
    assert any("python -m etl load" in block.value for block in app.code)


@every_page
def test_page_is_english_behind_the_switch(open_at: Opener, page: PagePlan) -> None:
    """Protects the English view: no text of the interface stands there in Chinese."""
    app = open_at(page.script, lang="en")
    assert not app.exception
    assert app.title[0].value == page.title.en
    assert not set(texts(app)) & plain_chinese()


def plain_chinese() -> set[str]:
    """Texts of the interface in Chinese that are said as they stand and read differently in English."""
    names = (name for _, name, _ in pkgutil.iter_modules(page_labels.__path__, f"{page_labels.__name__}."))
    modules = (labels, *map(importlib.import_module, names))
    declared = [text for module in modules for text in vars(module).values() if isinstance(text, Text)]
    return {text.zh for text in declared if "{" not in text.zh and text.zh != text.en}


def test_page_works_with_a_single_report(open_at: Opener, tmp_path: Path) -> None:
    """Protects the smallest warehouse: one report, one year, nothing to compare with."""
    a_warehouse(tmp_path, [a_filed()])
    for page in PLAN:
        assert not open_at(page.script, data_dir=tmp_path).exception, page.script


def test_page_works_when_nobody_is_placed(open_at: Opener, tmp_path: Path) -> None:
    """Protects reports whose region or year is not known: they are counted and named as such."""
    a_warehouse(tmp_path, [a_filed(region=None), a_filed(agency="无年度局", year=None)])
    for page in PLAN:
        app = open_at(page.script, data_dir=tmp_path)
        assert not app.exception, page.script
        assert not page.is_menu or "2 份年报" in app.text[0].value


@every_page
def test_address_of_a_page_is_not_the_name_of_its_script(page: PagePlan) -> None:
    """Protects deep links: an address equal to the script's stem would run the script without its frame."""
    assert page.address != Path(page.script).stem
    assert (ROOT / page.script).is_file()


def test_a_link_to_a_page_is_found_by_a_fresh_server() -> None:
    """Protects the first visitor: before the first run the server knows that pages/ is not Streamlit's older kind."""
    assert discover_asgi_app(ROOT / "dashboard.py").import_string == "dashboard:app"
    asked = (
        "import dashboard; from streamlit.runtime.pages_manager import PagesManager; "
        "raise SystemExit(PagesManager.uses_pages_directory is not False)"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_page_stands_in_the_plan() -> None:
    """Protects the navigation from pages that nobody can reach, and from two pages at one address."""
    scripts = {path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("*.py")} - {"pages/__init__.py"}
    assert scripts == {page.script for page in PLAN}
    assert len({page.address for page in PLAN}) == len(PLAN)
