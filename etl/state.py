"""What a data directory holds, before a demo is mixed in."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from etl.folders import DataDir
from etl.sources.catalogue import DEMO, read_catalogue
from etl.sources.walking import Walk
from etl.warehouse.published import published_path


@dataclass(frozen=True, slots=True)
class State:
    """A published build, reports that are not of the demo, files not loaded yet: which of them there are."""

    is_published: bool
    has_own_reports: bool
    has_own_files: bool


def state_of(data_dir: Path) -> State:
    """What is there already; files of reports loaded before count as files of one's own."""
    place = DataDir(data_dir)
    has_reports = not read_catalogue(place.catalogue).filter(pl.col("named") != DEMO).is_empty()
    found = Walk((place.sources,), place.own_files).sources() if place.sources.is_dir() else iter(())
    has_files = has_reports or next(iter(found), None) is not None
    return State(published_path(data_dir) is not None, has_reports, has_files)
