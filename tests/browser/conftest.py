"""A server over a loaded demo corpus, and a browser to look at it; a machine without Chromium skips and says so."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, sync_playwright

from etl.pipeline import load_demo
from tests.browser.looking import Visit
from tests.conftest import ROOT

REPORTS = 120
_STARTED_WITHIN = 60
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip  # words of one command line


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the tests of this folder in one process: they share a server and a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a loaded demo corpus."""
    folder = tmp_path_factory.mktemp("browser-data")
    load_demo(folder, REPORTS, seed=11, jobs=1)
    return folder


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Headless Chromium as the system has it.

    It ends with this folder: while it is driven, no other test of the process can run an event loop of its own.
    """
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        absent = "needs Chromium on the path"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    with sync_playwright() as driver, closing(driver.chromium.launch(executable_path=path, args=[*_QUIET])) as opened:
        yield opened


@contextmanager
def a_server(data_dir: Path) -> Iterator[str]:
    """The address of a dashboard that was started for this and has not been visited yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = {**os.environ, "GONGKAI_DATA_DIR": str(data_dir)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address: str) -> None:
    until = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail("the server did not start")


@pytest.fixture(scope="package")
def server(demo_dir: Path) -> Iterator[str]:
    """The address of one dashboard for all tests that do not need a fresh one."""
    with a_server(demo_dir) as address:
        yield address


Visitor = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visitor]:
    """Opens a link as a reader does: `visit("who-reported?year=2023")`; each call is another reader."""
    contexts: list[BrowserContext] = []

    def opened(address: str = "", at: str = server) -> Visit:
        size = ViewportSize(width=1366, height=768)
        contexts.append(browser.new_context(viewport=size, locale="zh-CN", accept_downloads=True))
        page = contexts[-1].new_page()
        page.set_default_timeout(30_000)
        page.goto(f"{at}/{address}")
        return Visit(page).settled()

    yield opened
    for context in contexts:
        context.close()
