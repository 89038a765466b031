"""What is committed: no machine's addresses or paths, no lock file, nobody's reports."""

import re
from pathlib import Path

from etl.demo.places import invented_divisions
from etl.vocabulary.form import REQUEST_ITEMS, SECTIONS
from etl.vocabulary.regions import standard_regions
from tests import warehouses
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
LONG = 22
"""Characters between two marks from which on a part of a sentence is somebody's own wording."""
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


def test_invented_places_are_no_real_ones() -> None:
    """Protects real agencies from invented numbers: fictional places have codes 99xxxx and names of their own."""
    invented = {(division.code, division.name) for division in invented_divisions(9, 9, 12)}
    invented |= {(code, name) for code, name, *_ in warehouses.REGIONS}
    real = {region.name for region in standard_regions()}
    assert not {code for code, _ in invented if not re.fullmatch(r"99\d{4}", code)}
    assert not {name for _, name in invented} & real


def test_no_sentence_of_a_published_report_is_ours(shared_reports: Path) -> None:
    """Protects the publishers' texts: no longer sentence of a report kept beside the project stands in our files."""
    words = [word.label_zh for word in (*REQUEST_ITEMS, *SECTIONS)]
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in sorted((shared_reports / "real").glob("*.txt"))]
    parts = {part.strip() for text in texts for part in re.split(r"[\s。；，、：]", text) if len(part.strip()) >= LONG}
    theirs = {part for part in parts if not any(part in word or word in part for word in words)}
    assert len(theirs) > 30
    ours = "\n".join(text_of(path) for path in tracked_files())
    assert not [part for part in theirs if part in ours]
