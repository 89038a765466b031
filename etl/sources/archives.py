"""The members of a .zip, read in memory and never unpacked to disk.

An archive comes from anywhere, so nothing it says of itself is trusted: paths that lead out, members that inflate
beyond measure, archives in archives and passwords become refusals, each with its reason.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO, Final

from etl.errors import Rejection

LARGEST_DOCUMENT: Final = 64 * 2**20
LARGEST_TOTAL: Final = 4 * 2**30
MOST_MEMBERS: Final = 200_000
DEEPEST: Final = 3
_RATIO: Final = 200
_RATIO_MATTERS_FROM: Final = 4 * 2**20
_ONLY_THIS: Final = "只跳过这个文件，同一压缩包里的其他文件照常读取"
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its path inside, and its bytes or why they were refused."""

    path: str
    size_bytes: int
    data: bytes
    refused: Rejection | None = None


@dataclass(slots=True)
class _Allowance:
    """How many bytes all archives inside one archive may still inflate to."""

    left: int = LARGEST_TOTAL

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise Rejection("unsafe_archive", f"解压后总量过大，{_ONLY_THIS}")


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where we are inside archives: which files come first, how deep, under which prefix, and what is still allowed."""

    first: frozenset[str]
    depth: int = 1
    prefix: str = ""
    allowance: _Allowance = field(default_factory=_Allowance)

    def deeper(self, path: str) -> "_Inside":
        return replace(self, depth=self.depth + 1, prefix=f"{self.prefix}{path}/")

    def comes_first(self, path: str) -> bool:
        return PurePosixPath(path).name.lower() in self.first


def is_archive(name: str) -> bool:
    """Whether a file is walked as an archive: by its name, because docx and xlsx are zip files too."""
    return name.lower().endswith(".zip")


def members(file: Path, first: frozenset[str] = frozenset()) -> Iterator[Member]:
    """Every file of the archive by path, those named in `first` before the others; raises Rejection for the whole.

    The files of an inner archive stand under `inner.zip/`.
    """
    yield from _members(file, _Inside(first))


def _members(file: Path | IO[bytes], inside: _Inside) -> Iterator[Member]:
    for path, info, archive in _listed(file, inside):
        try:
            data = _read(archive, info, path, inside.allowance)
            if is_archive(path):
                yield from _members(io.BytesIO(data), inside.deeper(path))
            else:
                yield Member(inside.prefix + path, len(data), data)
        except Rejection as refused:
            yield Member(inside.prefix + path, info.file_size, b"", refused)


def _listed(file: Path | IO[bytes], inside: _Inside) -> Iterator[tuple[str, zipfile.ZipInfo, zipfile.ZipFile]]:
    """What an archive lists, in order; raises Rejection when it is nothing to go through."""
    if inside.depth > DEEPEST:
        raise Rejection("unsafe_archive", f"压缩包嵌套超过 {DEEPEST} 层，这个内层压缩包没有读取，其余文件照常读取")
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as fault:
        raise Rejection("damaged", "压缩包无法打开") from fault
    with archive:
        listed = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
        if not listed:
            raise Rejection("empty", "压缩包里没有文件")
        if len(listed) > MOST_MEMBERS:
            raise Rejection("unsafe_archive", f"超过 {MOST_MEMBERS} 个文件，整个压缩包没有读取")
        for path, info in sorted(listed, key=lambda one: (not inside.comes_first(one[0]), one[0])):
            yield path, info, archive


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, allowance: _Allowance) -> bytes:
    """The bytes of one member; read by the size that was checked, as a read without one inflates all there is."""
    _check(info, path)
    allowance.spend(info.file_size)
    try:
        with archive.open(info) as stream:
            return stream.read(info.file_size)
    except _BROKEN as fault:
        raise Rejection("damaged", "压缩包中的文件无法解压") from fault


def _check(info: zipfile.ZipInfo, path: str) -> None:
    parts = PurePosixPath(path).parts
    if path.startswith("/") or ".." in parts or (parts and ":" in parts[0]) or stat.S_ISLNK(info.external_attr >> 16):
        raise Rejection("unsafe_archive", f"路径越界，{_ONLY_THIS}")
    if info.flag_bits & 0x1:
        raise Rejection("encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Rejection("format_not_supported", "压缩方法不支持")
    if info.file_size > LARGEST_DOCUMENT:
        raise Rejection("too_large", f"{info.file_size // 2**20} MiB")
    if info.file_size > _RATIO_MATTERS_FROM and info.file_size > _RATIO * info.compress_size:
        raise Rejection("unsafe_archive", f"解压后膨胀过大，{_ONLY_THIS}")


def _name(info: zipfile.ZipInfo) -> str:
    """The member's path; names not marked as UTF-8 are what the packing program used, on Chinese Windows GBK."""
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        name = _decoded(name.encode("cp437")) or name
    return name.split("\0")[0].replace("\\", "/").removeprefix("./")


def _decoded(raw: bytes) -> str | None:
    for charset in ("utf-8", "gb18030"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return None
