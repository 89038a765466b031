"""The door through which a page sees an original again: the file that a load kept, and the Document it holds."""

from dataclasses import dataclass
from pathlib import Path

from etl.errors import Rejection
from etl.folders import DataDir
from etl.reading.document import Block, Cell, Document, Paragraph, Table
from etl.reading.read import read_document
from etl.sources.originals import original_path
from etl.sources.source import fingerprint

__all__ = ["Block", "Cell", "Document", "Original", "Paragraph", "Table", "kept_file", "look_up"]


@dataclass(frozen=True, slots=True)
class Original:
    """A kept file and what is read from it now.

    `is_unchanged` says that its bytes are those that were loaded; `document` is None when they are not, or when the
    reader of today refuses them.
    """

    path: Path
    is_unchanged: bool
    document: Document | None


def kept_file(data_dir: Path, document_id: str) -> Path | None:
    """The kept file of a document; None when there is none (any more)."""
    return original_path(DataDir(data_dir).originals, document_id)


def look_up(data_dir: Path, document_id: str, name: str) -> Original | None:
    """The original of a document, read again; `name` is the file's own name. None when it is not there (any more)."""
    path = kept_file(data_dir, document_id)
    if path is None:
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if fingerprint(data) != document_id:
        return Original(path, is_unchanged=False, document=None)
    try:
        return Original(path, is_unchanged=True, document=read_document(data, name))
    except Rejection:
        return Original(path, is_unchanged=True, document=None)
