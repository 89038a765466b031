"""Builders for tests that load: small invented reports as files, and questions to the warehouse they end up in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from etl.demo.layout import Format, Layout
from etl.demo.write import file_ending, write
from etl.pipeline import Loaded, load
from etl.vocabulary.form import FORM_2021, REQUESTS, CellKey
from etl.warehouse.published import open_published
from tests.sheets import SECTIONS, a_sheet

REGIONS = "region_code,name,level,parent_code\n990000,云泽省,province,\n990100,霁川市,prefecture,990000\n"
RECEIVED: CellKey = (REQUESTS, "received", "total")


def a_file(
    agency: str = "霁川市商务局",
    year: int = 2023,
    form: str = FORM_2021,
    cells: Mapping[CellKey, str] | None = None,
    *,
    format: Format = "docx",  # noqa: A002 - the word of `Layout`
    published_on: date | None = None,
    problems: str = "",
) -> tuple[str, bytes]:
    """The ending and the bytes of an invented report; the same words in every format."""
    sections = {**SECTIONS, "problems": (problems,)} if problems else SECTIONS
    layout = Layout(format=format)
    sheet = a_sheet(agency, year, form, cells, sections, published_on=published_on)
    return file_ending(layout), write(sheet, layout)


def a_corpus(folder: Path, files: Mapping[str, tuple[str, bytes]]) -> Path:
    """A folder of such files by name without ending, with the invented divisions."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "regions.csv").write_text(REGIONS, encoding="utf-8")
    for name, (ending, data) in files.items():
        (folder / f"{name}{ending}").write_bytes(data)
    return folder


def loaded(data_dir: Path, *paths: Path) -> Loaded:
    """The paths loaded in this process."""
    return load(paths, data_dir, jobs=1)


def rows(data_dir: Path, query: str) -> list[tuple[object, ...]]:
    """The rows of a query on the published build."""
    return frame(data_dir, query).rows()


def frame(data_dir: Path, query: str) -> pl.DataFrame:
    """The result of a query on the published build."""
    published = open_published(data_dir)
    try:
        found: pl.DataFrame = published.connection.sql(query).pl()
    finally:
        published.connection.close()
    return found
