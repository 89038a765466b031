"""The version of the reader: a fingerprint of the code, the words and the parsers that decide what is read.

Made from the files themselves and from what they import, so that nobody has to remember to raise a number: whatever
changes the reading changes the version, and a new version reads everything again.
"""

import ast
import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

_ETL: Final = Path(__file__).parent.parent


@cache
def reader_version() -> str:
    """Twelve hex digits over the files of `reader_files`, and the versions of the packages that these import."""
    files = reader_files()
    return fingerprint_of(files, _ETL, package_versions(files))


@cache
def reuse_version() -> str:
    """Twelve hex digits over the code that compares texts, its words, and the packages it stands on."""
    files = _with_imports({_ETL / "reuse" / "compare.py"})
    return fingerprint_of(files, _ETL, package_versions(files))


@cache
def code_version() -> str:
    """Twelve hex digits over every file of the writing side."""
    return fingerprint_of(tuple(sorted([*_ETL.rglob("*.py"), *_ETL.rglob("*.csv")])), _ETL)


def reader_files() -> tuple[Path, ...]:
    """The files of reading and recognising, how their result is stored, and every file of ours they stand on."""
    files = {*(_ETL / "reading").rglob("*.py"), *(_ETL / "recognising").rglob("*.py"), _ETL / "readings" / "rows.py"}
    tables = set((_ETL / "recognising").rglob("*.csv"))
    return tuple(sorted({*_with_imports(files), *tables}))


def _with_imports(files: set[Path]) -> tuple[Path, ...]:
    """The files, every file of ours they stand on, and the tables of words that lie beside these."""
    new = files
    while new := {file for one in new for file in _own_imports(one)} - files:
        files = files | new
    tables = {file.with_suffix(".csv") for file in files}
    return tuple(sorted(files | {table for table in tables if table.exists()}))


def package_versions(files: tuple[Path, ...]) -> tuple[str, ...]:
    """`name version` of every package that the files import, ours and those of Python left out."""
    code = (file for file in files if file.suffix == ".py")
    named = {module.partition(".")[0] for file in code for module in _imports(file)}
    others = named - sys.stdlib_module_names - {_ETL.name}
    return tuple(f"{name} {metadata.version(name)}" for name in sorted(others))


def fingerprint_of(files: tuple[Path, ...], root: Path, more: tuple[str, ...] = ()) -> str:
    """Twelve hex digits over names and contents, and over what else is said."""
    digest = hashlib.sha256("\n".join(more).encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _own_imports(file: Path) -> Iterator[Path]:
    """The files of ours that a file imports, as modules or from their package."""
    for module in _imports(file):
        path = _ETL.parent.joinpath(*module.split("."))
        yield from (found for found in (path.with_suffix(".py"), path / "__init__.py") if found.is_file())


@cache
def _imports(file: Path) -> frozenset[str]:
    """The dotted names that a file imports; what it takes from a module counts as a name below it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)
