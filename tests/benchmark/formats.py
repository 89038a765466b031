"""Documents per second of our readers, and of what one would usually take for the same format."""

import io
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import pandas as pd

from etl.errors import Rejection
from etl.reading.read import read_document

ENOUGH = 200
"""Documents of a format; more would not change the ratio."""
ROUNDS = 3
"""The best of so many rounds, ours and theirs in turn, so that a busy moment of the machine favours neither."""

Read = Callable[[bytes, str], object]


@dataclass(frozen=True, slots=True)
class Speed:
    """Documents per second for one file ending; `usual` is None where there is no usual way to compare with."""

    ending: str
    documents: int
    kilobytes: float
    ours: float
    usual_way: str
    usual: float | None


def against_the_usual_way(corpus: Path) -> list[Speed]:
    """One speed for each format that is read."""
    return [
        _speed(corpus, ("docx",), "python-docx, text of all cells", _python_docx),
        _speed(corpus, ("html", "htm"), "pandas.read_html", _read_html),
        _speed(corpus, ("txt",), "", None),
        _speed(corpus, ("md",), "", None),
    ]


def _speed(corpus: Path, endings: tuple[str, ...], usual_way: str, usual: Read | None) -> Speed:
    documents = [document for document in _documents(corpus, endings) if _can_be_read(*document)][:ENOUGH]
    size = sum(len(data) for data, _ in documents) / max(len(documents), 1) / 1000
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_per_second(read_document, documents))
        theirs.append(_per_second(usual, documents) if usual else 0.0)
    return Speed(endings[0], len(documents), size, max(ours), usual_way, max(theirs) or None)


def _documents(corpus: Path, endings: tuple[str, ...]) -> list[tuple[bytes, str]]:
    paths = sorted(path for ending in endings for path in corpus.rglob(f"*.{ending}"))
    return [(path.read_bytes(), path.name) for path in paths]


def _can_be_read(data: bytes, name: str) -> bool:
    """Whether both ways have something to read: no empty or damaged file, and a table in it."""
    try:
        return bool(read_document(data, name).tables)
    except Rejection:
        return False


def _per_second(read: Read, documents: Sequence[tuple[bytes, str]]) -> float:
    began = time.perf_counter()
    for data, name in documents:
        read(data, name)
    return len(documents) / (time.perf_counter() - began)


def _python_docx(data: bytes, _: str) -> list[str]:
    """The texts of a docx as most programs take them: paragraphs, then every cell of every table."""
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    return texts + [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def _read_html(data: bytes, _: str) -> list[pd.DataFrame]:
    """The tables of a page as most programs take them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(pd.read_html(io.StringIO(_decoded(data))))


def _decoded(data: bytes) -> str:
    """The text of a page; pandas itself would stumble over the encodings of Chinese pages."""
    for charset in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-16")
