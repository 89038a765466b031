"""What walking the sources hands on: one file seen, what a manifest says of it, and divisions of one's own."""

import hashlib
from dataclasses import dataclass

from etl.errors import Rejection


@dataclass(frozen=True, slots=True)
class Claim:
    """What a manifest says of one file; "" and None where it says nothing."""

    agency: str = ""
    region_code: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file seen, with its bytes.

    `path` is relative to the path named when loading (`archive.zip/inner/name.docx` in an archive), `named` is the
    name of the folder that was named (it may tell the place), "" for a file named directly. A file that could not be
    taken has `refused`, no bytes, and a `document_id` made from its path, as it has no content to hash.
    """

    path: str
    named: str
    document_id: str
    size_bytes: int | None
    data: bytes
    claim: Claim | None = None
    refused: Rejection | None = None


OwnRegion = dict[str, str]
"""One line of a regions.csv, column to text: a division beside GB/T 2260."""


def fingerprint(data: bytes) -> str:
    """The SHA-256 of the bytes, as hex."""
    return hashlib.sha256(data).hexdigest()
