"""What was computed once, kept as Parquet beside the readings under the version of the code that computed it.

It only saves time: a row is found again by what it was computed from, so that a load over kept rows gives the same as
one without them, and the folder may be deleted at any time.
"""

import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

_FILES_AT_MOST: Final = 16
_UNFINISHED: Final = "unfinished-"


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder of one version; it and those of other versions lie in a folder of their own."""

    folder: Path

    def drop_remains(self) -> None:
        """The store without half-written files and without what other versions kept."""
        for other in (path for path in self.folder.parent.glob("*") if path != self.folder):
            shutil.rmtree(other, ignore_errors=True)
        for file in self.folder.glob(f"{_UNFINISHED}*"):
            file.unlink(missing_ok=True)

    def frame(self, name: str, schema: dict[str, Any]) -> pl.DataFrame:
        """Every row kept under a name, with the columns of the schema."""
        parts = [pl.read_parquet(file, columns=[*schema]) for file in self._files(name)]
        return pl.concat([pl.DataFrame(schema=schema), *parts])

    def add(self, name: str, rows: pl.DataFrame) -> None:
        """Some rows more; many small files become one."""
        if rows.is_empty():
            return
        before = self._files(name)
        if len(before) < _FILES_AT_MOST:
            self._write(name, rows)
            return
        self.replace(name, pl.concat([*map(pl.read_parquet, before), rows]))

    def replace(self, name: str, rows: pl.DataFrame) -> None:
        """These rows in the place of all that were kept under a name."""
        before = self._files(name)
        self._write(name, rows)
        for file in before:
            file.unlink()

    def _files(self, name: str) -> list[Path]:
        return sorted(self.folder.glob(f"{name}-*.parquet"))

    def _write(self, name: str, rows: pl.DataFrame) -> None:
        """A file that is there whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{_UNFINISHED}{uuid.uuid4().hex}"
        rows.write_parquet(unfinished, compression="zstd", compression_level=1)
        unfinished.rename(self.folder / f"{name}-{uuid.uuid4().hex}.parquet")
