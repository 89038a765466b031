"""Divisions of one's own (development zones, fictional places), gathered from every regions.csv ever loaded."""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from etl.sources.manifests import read_regions, region_key
from etl.sources.source import OwnRegion

_FIRST: Final = ("region_code", "name", "level", "parent_code")


def gathered(file: Path, new: Iterable[OwnRegion]) -> tuple[OwnRegion, ...]:
    """The divisions kept in `file` with the new ones; a new line replaces an older one about the same."""
    old = read_regions(file.read_bytes(), file.name) if file.exists() else ()
    kept = {region_key(row): row for row in (*old, *new)}
    return tuple(kept[key] for key in sorted(kept))


def write_regions(regions: tuple[OwnRegion, ...], file: Path) -> None:
    """The divisions written in one step; no file when there are none."""
    if not regions:
        return
    more = sorted({column for row in regions for column in row} - set(_FIRST))
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*_FIRST, *more], restval="")
        writer.writeheader()
        writer.writerows(regions)
    os.replace(unfinished, file)  # noqa: PTH105 - the one call that says it replaces atomically
