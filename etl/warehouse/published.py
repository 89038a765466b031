"""The published build: which file it is, how it becomes the published one, and how it is opened read-only.

`warehouse/CURRENT` holds the name of the build beside it. A build is never changed after it is published, so a reader
resolves the pointer once and keeps that file; builds are deleted only when three newer ones exist.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from etl.errors import UsageError

BUILDS_KEPT: Final = 3
_SAFE: Final = {
    "enable_external_access": "false",
    # What is read stays in memory up to here; without a limit a server would in time hold the whole file.
    "memory_limit": "512MB",
    "lock_configuration": "true",
}


class NothingPublishedError(UsageError):
    """There is no build to open yet."""


@dataclass(frozen=True, slots=True)
class Published:
    """A read-only connection to one build; queries on it cannot write and cannot reach any other file.

    `build` is the name of the build file: the key under which answers may be cached. Take one
    `connection.cursor()` per thread and query.
    """

    build: str
    connection: duckdb.DuckDBPyConnection


def published_path(data_dir: Path) -> Path | None:
    """The file of the published build; None when nothing was published or the file is gone."""
    folder = data_dir / "warehouse"
    try:
        name = (folder / "CURRENT").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    path = folder / name
    return path if name and path.is_file() else None


def open_published(data_dir: Path) -> Published:
    """The published build, opened read-only; raises NothingPublishedError when there is none."""
    path = published_path(data_dir)
    if path is None:
        command = f"python -m etl load PATH --data-dir {data_dir}"
        raise NothingPublishedError(f"还没有数据，请先导入（nothing is published yet）：{command}")
    return Published(path.name, duckdb.connect(str(path), read_only=True, config=dict(_SAFE)))


def publish(build: Path) -> None:
    """`build` named in CURRENT, in one step that cannot be seen half done; builds older than the last three deleted."""
    pointer = build.parent / "CURRENT"
    fresh = pointer.with_name("CURRENT.new")
    fresh.write_text(build.name + "\n", encoding="utf-8")
    os.replace(fresh, pointer)  # noqa: PTH105 - the one call that says it replaces atomically
    _delete_old(build)


def _delete_old(published: Path) -> None:
    """The builds before the last three gone; one that somebody has open on Windows stays until a later load."""
    others = sorted(path for path in published.parent.glob("build-*.duckdb") if path != published)
    for path in others[: len(others) - (BUILDS_KEPT - 1)] if len(others) >= BUILDS_KEPT else []:
        with suppress(OSError):
            path.unlink()
