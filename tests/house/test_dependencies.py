"""Each package earns its place: what is declared is imported, and the reverse; what runs is what is pinned."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from tests.conftest import ROOT
from tests.house.source import python_files, tree

# Tools that are run, not imported.
RUN_NOT_IMPORTED = {"pytest-xdist", "import-linter", "mypy", "ruff", "lxml-stubs", "types-cachetools", "types-tqdm"}
OURS = {"etl", "pages", "dashboard", "tests"}
MODULE_OF = {"docx": "python-docx"}

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def normal(name: str) -> str:
    """The name of a distribution in its one normal spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*extras: str) -> dict[str, Requirement]:
    """Direct dependencies by name: of the product, or of the extras named."""
    lines = [line for extra in extras for line in PROJECT["optional-dependencies"][extra]]
    requirements = map(Requirement, lines if extras else PROJECT["dependencies"])
    return {normal(requirement.name): requirement for requirement in requirements}


def imported(paths: Iterable[Path]) -> set[str]:
    """The distributions that files import, standard library and our own rooms left out."""
    modules = {name.split(".")[0] for path in paths for name in _imports(tree(path))}
    owners = metadata.packages_distributions()
    others = modules - OURS - sys.stdlib_module_names
    return {normal(owners.get(name, [MODULE_OF.get(name, name)])[0]) for name in others}


def _imports(module: ast.Module) -> Iterable[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def product_files() -> list[Path]:
    """The Python files that run for a user."""
    return [path for path in python_files() if "tests" not in path.relative_to(ROOT).parts]


def test_the_product_imports_exactly_what_it_declares() -> None:
    """Protects the install: no package too few (it would not start), none carried for nothing."""
    assert imported(product_files()) == declared().keys()


def test_tests_import_only_what_they_declare() -> None:
    """Protects the test command on a bare machine: it installs all that the tests and the benchmark import."""
    wanted = imported(python_files("tests")) - {"packaging"}  # packaging comes with pytest
    known = declared().keys() | declared("test", "benchmark").keys()
    assert not wanted - known
    assert declared("test", "benchmark").keys() - wanted == RUN_NOT_IMPORTED


def test_direct_dependencies_are_exact_and_agree_with_the_constraints() -> None:
    """Protects repeatability: one version of each package, the same in both files."""
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    for name, requirement in (declared() | declared("test", "benchmark")).items():
        assert f"{name}{requirement.specifier}" in constraints, name


def test_every_dependency_says_what_it_is_for() -> None:
    """Protects pyproject.toml: a package without a word on what for is not added."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r'\s+"[A-Za-z0-9-]+==', line)]
    assert len(lines) == len(PROJECT["dependencies"]) + len(declared("test", "benchmark"))
    assert not [line for line in lines if not re.search(r"#\s*\S+\s+\S+|# types", line)]


def test_what_runs_is_what_is_pinned() -> None:
    """Protects measurements and golden files from an environment that drifted from constraints.txt."""
    pinned = [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]
    drifted = {
        requirement.name: (str(requirement.specifier), installed)
        for requirement in pinned
        if (requirement.marker is None or requirement.marker.evaluate())
        and (installed := _version(requirement.name)) is not None
        and installed not in requirement.specifier
    }
    assert not drifted


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
