"""What is committed: no machine's addresses or paths, no lock file, nobody's reports."""

import re

from tests.conftest import ROOT
from tests.house.source import short, text_of, tracked_files

# Written in pieces, so that this file does not hold what it forbids.
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js.",
    "find" + "-links",
    "index" + "-url",
    "conda" + ".anaconda",
)
MACHINE_PATH = re.compile(r"(?<![\w.~}\]])/(?:work|tmp|root|opt|home|Users|private)/\w" + r"|[A-Z]:\\Users\\")
LOCK_FILES = {"uv" + ".lock", "poetry" + ".lock", "Pipfile" + ".lock", "pdm" + ".lock", "pylock" + ".toml"}
PIN = re.compile(r"[a-z0-9][a-z0-9._-]*==[0-9][0-9a-z.]*(?: ; [a-z_ <>=!'.0-9A-Z()]+)?")


def test_no_registry_address_is_recorded() -> None:
    """Protects whoever installs from another registry: versions are pinned, places are not."""
    named = [f"{short(path)}: {word}" for path in tracked_files() for word in REGISTRIES if word in text_of(path)]
    named = [line for line in named if not line.startswith(".gitignore")]
    assert not named, named


def test_no_path_of_a_machine_is_recorded() -> None:
    """Protects clones: nothing points into somebody's folders."""
    named = [f"{short(path)}: {found[0]}" for path in tracked_files() if (found := MACHINE_PATH.search(text_of(path)))]
    assert not named, named


def test_no_lock_file_is_committed() -> None:
    """Protects against lock files, which record where packages were fetched from."""
    assert not [short(path) for path in tracked_files() if path.name in LOCK_FILES]


def test_constraints_are_exact_versions_and_nothing_else() -> None:
    """Protects the constraints file from options, addresses and loose versions."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    wrong = [line for line in lines if line and not line.startswith("#") and not PIN.fullmatch(line)]
    assert len(lines) > 40
    assert not wrong, wrong


def test_no_report_or_warehouse_is_committed() -> None:
    """Protects publishers' documents and built warehouses from entering the history."""
    kept = [short(path) for path in tracked_files() if short(path).startswith(("data/sources/", "data/warehouse/"))]
    assert not [name for name in kept if not name.endswith("README.md")], kept
