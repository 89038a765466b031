"""The version of the reader: a fingerprint of the code and the words that decide what is read from a document.

Made from the files themselves, so that nobody has to remember to raise a number: whatever changes the reading
changes the version, and a new version reads everything again.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

_ETL: Final = Path(__file__).parent.parent
_VOCABULARY: Final = re.compile(r"\betl\.vocabulary\.(\w+)")


@cache
def reader_version() -> str:
    """Twelve hex digits over the files of `reader_files`."""
    return fingerprint_of(reader_files(), _ETL)


@cache
def code_version() -> str:
    """Twelve hex digits over every file of the writing side."""
    return fingerprint_of(tuple(sorted([*_ETL.rglob("*.py"), *_ETL.rglob("*.csv")])), _ETL)


def reader_files() -> tuple[Path, ...]:
    """The files of reading and recognising, how their result is stored, and every vocabulary they stand on."""
    files = {*(_ETL / "reading").rglob("*.py"), *(_ETL / "recognising").rglob("*.py"), _ETL / "readings" / "rows.py"}
    new = files
    while new := {word for file in new for word in _words_of(file)} - files:
        files |= new
    tables = {file.with_suffix(".csv") for file in files} | set((_ETL / "recognising").rglob("*.csv"))
    return tuple(sorted(files | {table for table in tables if table.exists()}))


def fingerprint_of(files: tuple[Path, ...], root: Path) -> str:
    """Twelve hex digits over names and contents."""
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _words_of(file: Path) -> set[Path]:
    named = _VOCABULARY.findall(file.read_text(encoding="utf-8"))
    return {path for path in (_ETL / "vocabulary" / f"{name}.py" for name in named) if path.exists()}
