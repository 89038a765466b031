"""What was read by eye: the gold cells and the gold identities kept beside the reports."""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from etl.reading.document import Document
from etl.reading.read import read_document
from etl.vocabulary.form import CellKey

READABLE = frozenset({".txt", ".md", ".html", ".htm", ".docx"})
SHARED_REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"


class GoldCell(NamedTuple):
    """One cell read by eye; `value` is None where nothing is printed."""

    value: Decimal | None
    status: str


def readable_files() -> list[str]:
    """Paths below the shared reports, as `real/000.txt`; one stand-in where the folder is absent."""
    found = sorted(path for path in SHARED_REPORTS.glob("*/*") if path.suffix in READABLE)
    return [path.relative_to(SHARED_REPORTS).as_posix() for path in found if path.name != "README.md"] or ["absent"]


def gold_cells(reports: Path, file: str) -> dict[CellKey, GoldCell]:
    """The cells of one file by key."""
    return _gold_of_folder(reports / Path(file).parent)[Path(file).name]


def _gold_of_folder(folder: Path) -> dict[str, dict[CellKey, GoldCell]]:
    cells: dict[str, dict[CellKey, GoldCell]] = defaultdict(dict)
    with (folder / "gold.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            value = Decimal(row["value"]) if row["value"] else None
            cells[row["file"]][row["table"], row["item"], row["measure"]] = GoldCell(value, row["status"])
    return cells


def gold_identity(reports: Path, file: str) -> dict[str, str]:
    """Agency, year, form and region code of one file."""
    folder, name = file.split("/")
    with (reports / folder / "meta.csv").open(encoding="utf-8-sig", newline="") as lines:
        return next(row for row in csv.DictReader(lines) if row["file"] == name)


def read_shared(reports: Path, file: str) -> Document:
    """The document of one shared file."""
    return read_document((reports / file).read_bytes(), file.split("/")[1])
