"""Which documents lie below the paths named: files, folders and archives, in a stable order."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Final

from etl.errors import Rejection, UsageError
from etl.sources.archives import LARGEST_DOCUMENT, Member, is_archive, members
from etl.sources.manifests import add_claim, add_region, read_manifest, read_regions
from etl.sources.source import Claim, OwnRegion, Source, fingerprint
from etl.vocabulary.lists import MANIFEST, OWN_REGIONS

_STATEMENTS: Final = frozenset({MANIFEST, OWN_REGIONS})
_NOT_DOCUMENTS: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"}) | _STATEMENTS


@dataclass(slots=True)
class Walk:
    """The sources below the paths, and what the manifests and regions files on the way said.

    Iterate `sources()` to the end before reading `regions` and `unmatched` (manifest lines whose file was not seen).
    """

    paths: tuple[Path, ...]
    skip: frozenset[Path] = frozenset()
    _regions: dict[tuple[str, str], OwnRegion] = field(default_factory=dict)
    _claims: dict[str, Claim] = field(default_factory=dict)
    _unmatched: set[str] = field(default_factory=set)

    @property
    def regions(self) -> tuple[OwnRegion, ...]:
        """Divisions of one's own, each once."""
        return tuple(self._regions.values())

    @property
    def unmatched(self) -> tuple[str, ...]:
        """Paths that a manifest names and that were not seen."""
        return tuple(sorted(self._unmatched))

    def sources(self) -> Iterator[Source]:
        """Every document below the paths; raises UsageError for a path that is not there or a broken manifest."""
        require_there(self.paths)
        for path in self.paths:
            self._claims = {}
            found = self._folder(path, "", ()) if path.is_dir() else self._file(path, _readable(path.name))
            named = path.resolve().name if path.is_dir() else ""
            yield from (replace(self._claimed(source), named=named) for source in found)

    def _folder(self, folder: Path, prefix: str, above: tuple[tuple[int, int], ...]) -> Iterator[Source]:
        """Below one folder, its manifest first; a link back to a folder above is not followed."""
        here = _identity(folder)
        if here in above:
            return
        entries = [entry for entry in sorted(folder.iterdir()) if not self._is_skipped(entry)]
        for entry in entries:
            if entry.name.lower() in _STATEMENTS:
                self._statement(entry.read_bytes(), prefix, entry.name)
        for entry in (entry for entry in entries if _is_document(entry.name)):
            path = prefix + _readable(entry.name)
            if entry.is_dir():
                yield from self._reachable(self._folder(entry, f"{path}/", (*above, here)), path)
            elif entry.is_file():
                yield from self._file(entry, path)

    def _file(self, file: Path, path: str) -> Iterator[Source]:
        return self._reachable(self._archive(file, path) if is_archive(path) else _document(file, path), path)

    def _reachable(self, found: Iterator[Source], path: str) -> Iterator[Source]:
        """What was found; a file or folder that cannot be gone through becomes a refusal under its own path."""
        try:
            yield from found
        except Rejection as refused:
            yield _refused(path, None, refused)
        except OSError as fault:
            yield _refused(path, None, Rejection("no_access", fault.strerror or ""))

    def _is_skipped(self, entry: Path) -> bool:
        return any(entry.name == path.name and entry.resolve() == path for path in self.skip)

    def _archive(self, file: Path, path: str) -> Iterator[Source]:
        """The documents of one archive; its manifests come first."""
        for member in members(file, first=_STATEMENTS):
            inner = PurePosixPath(f"{path}/{member.path}")
            if inner.name.lower() in _STATEMENTS and member.refused is None:
                self._statement(member.data, f"{inner.parent}/", inner.name)
            elif all(map(_is_document, PurePosixPath(member.path).parts)):
                yield _from_member(member, str(inner))

    def _statement(self, data: bytes, prefix: str, name: str) -> None:
        """What a manifest.csv or regions.csv says, remembered."""
        if name.lower() == OWN_REGIONS:
            for row in read_regions(data, prefix + name):
                add_region(self._regions, row, prefix + name)
            return
        for path, claim in read_manifest(data, prefix + name).items():
            add_claim(self._claims, prefix + path, claim, prefix + name)
            self._unmatched.add(prefix + path)

    def _claimed(self, source: Source) -> Source:
        self._unmatched.discard(source.path)
        return replace(source, claim=self._claims.get(source.path))


def require_there(paths: Iterable[Path]) -> None:
    """Raises UsageError for the first path that is not there."""
    for path in paths:
        if not path.exists():
            raise UsageError(f"没有这个文件或文件夹（no such path）：{path}")


def _is_document(name: str) -> bool:
    """Whether a file or folder is walked: not what is hidden, or left by a program (`..` is no hidden name)."""
    is_hidden = name.startswith((".", "~$")) and name != ".."
    return not is_hidden and name.lower() not in _NOT_DOCUMENTS


def _readable(name: str) -> str:
    """A file name that is text: names written under another locale come as bytes, in practice GBK."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _document(file: Path, path: str) -> Iterator[Source]:
    size = file.stat().st_size
    if size > LARGEST_DOCUMENT:
        yield _refused(path, size, Rejection("too_large", f"{size // 2**20} MiB"))
        return
    data = file.read_bytes()
    yield Source(path, "", fingerprint(data), len(data), data)


def _from_member(member: Member, path: str) -> Source:
    if member.refused is not None:
        return _refused(path, member.size_bytes, member.refused)
    return Source(path, "", fingerprint(member.data), len(member.data), member.data)


def _refused(path: str, size: int | None, refused: Rejection) -> Source:
    """A file whose content could not be had: its path stands in for the content in the fingerprint."""
    return Source(path, "", fingerprint(f"refused {path}".encode()), size, b"", refused=refused)
