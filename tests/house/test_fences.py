"""Lint, types and the fences between rooms, run as the README says; and proof that the fences bite."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOOLS = Path(sys.executable).parent


def run(*command: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool that is installed beside this Python; its output as text."""
    tool, *rest = command
    return subprocess.run([TOOLS / tool, *rest], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",), ("lint-imports", "--no-logo")],
    ids=["lint", "format", "types", "fences"],
)
def test_the_code_keeps_its_own_rules(command: tuple[str, ...]) -> None:
    """Protects the house style: what lint, types and fences forbid does not get in."""
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


TRESPASSES = [
    ("etl/checking/__init__.py", "import pages.queries", "The writing side knows nothing of the reading side"),
    ("etl/vocabulary/words.py", "import etl.reading.document", "The vocabulary stands on nothing"),
    ("etl/checking/__init__.py", "import etl.reading.document", "A stage imports only the value type"),
    ("pages/charts/__init__.py", "import pages.queries", "Queries and charts never meet"),
    ("pages/charts/__init__.py", "import etl.warehouse", "Queries and charts know of the writing side only its words"),
    ("pages/queries/__init__.py", "import etl.reading", "The reading side runs no stage"),
    ("pages/parts/__init__.py", "import pages.charts", "Parts draw what they are given"),
    ("pages/queries/__init__.py", "import etl.looking_up", "Originals are looked up only by the parts"),
    ("pages/__init__.py", "import etl.warehouse", "Only the pipeline writes the warehouse"),
    ("pages/queries/__init__.py", "import etl.deciding", "Decisions are made and read only by parts"),
    ("pages/charts/__init__.py", "import streamlit", "Streamlit only in"),
    ("pages/parts/__init__.py", "import plotly", "Plotly only in"),
    ("pages/parts/__init__.py", "import duckdb", "DuckDB only in"),
    ("etl/recognising/__init__.py", "import lxml", "Document parsers only in"),
    ("pages/parts/__init__.py", "import docx", "Word files are written only as letters"),
]


@pytest.fixture(scope="module")
def copied_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code that a test may spoil."""
    house = tmp_path_factory.mktemp("house")
    for room in ("etl", "pages"):
        shutil.copytree(ROOT / room, house / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("dashboard.py", "pyproject.toml"):
        shutil.copy(ROOT / name, house / name)
    return house


@pytest.mark.parametrize(("file", "trespass", "fence"), TRESPASSES, ids=[fence for _, _, fence in TRESPASSES])
def test_a_trespass_is_caught(copied_house: Path, file: str, trespass: str, fence: str) -> None:
    """Protects the fences themselves: a forbidden import breaks the contract made for it."""
    spoiled = copied_house / file
    before = spoiled.read_text(encoding="utf-8")
    spoiled.write_text(f"{before}\n{trespass}\n", encoding="utf-8")
    try:
        done = run("lint-imports", "--no-logo", "--no-cache", folder=copied_house)
    finally:
        spoiled.write_text(before, encoding="utf-8")
    broken = [line for line in done.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(fence) for line in broken), done.stdout
