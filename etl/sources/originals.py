"""The archive of originals: every document ever loaded, kept once under its fingerprint."""

import os
import re
from pathlib import Path, PurePosixPath

from etl.sources.source import Source


def keep(source: Source, archive: Path) -> str:
    """The place of the original in the archive (`ab/abcd….docx`), written whole or not at all; "" when refused."""
    if source.refused is not None:
        return ""
    place = f"{source.document_id[:2]}/{source.document_id}{_suffix(source.path)}"
    target = archive / place
    if not (target.exists() and target.stat().st_size == len(source.data)):
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.part")
        unfinished.write_bytes(source.data)
        os.replace(unfinished, target)  # noqa: PTH105 - the one call that says it replaces atomically
    return place


def original_path(archive: Path, document_id: str) -> Path | None:
    """The kept file of a document; None when it was refused at the door."""
    if not re.fullmatch(r"[0-9a-f]{64}", document_id):
        return None
    kept = (path for path in (archive / document_id[:2]).glob(f"{document_id}.*") if path.suffix != ".part")
    return next(iter(sorted(kept)), None)


def _suffix(path: str) -> str:
    suffix = PurePosixPath(path).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and suffix != ".part" else ".bin"
