"""A dashboard to look at: over the invented warehouse, or over an empty data folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts import panel
from tests.builders import a_warehouse
from tests.conftest import ROOT

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session")
def warehouse_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one published build, shared by the tests that only read."""
    folder = tmp_path_factory.mktemp("data")
    a_warehouse(folder)
    return folder


@pytest.fixture(autouse=True, scope="session")
def let_go() -> Iterator[None]:
    """Closes what the pages keep open between runs, once all tests are through."""
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(autouse=True)
def every_tab_is_open(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Has panels draw all their tabs, as if a reader opened each; not for tests marked `as_a_reader`."""
    if "as_a_reader" not in request.keywords:
        monkeypatch.setattr(panel, "is_open", lambda _: True)


@pytest.fixture
def open_at(monkeypatch: pytest.MonkeyPatch, warehouse_dir: Path) -> Opener:
    """Opens a page as a link does: `open_at("pages/requests.py", kind="department")`, run and ready."""

    def opened(script: str | None = None, data_dir: Path = warehouse_dir, **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("GONGKAI_DATA_DIR", str(data_dir))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        app.run()
        return app if script is None else app.switch_page(script).run()

    return opened


def unfolded(app: AppTest, start: str) -> AppTest:
    """The page after a reader opened every fold whose key begins so."""
    folds = [key for key in app.session_state if key.startswith(start)]
    assert folds, start
    for key in folds:
        app.session_state[key] = True
    return app.run()
