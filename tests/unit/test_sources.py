"""Sources: which documents are found below the paths named, under which path, and what is refused at the door."""

import os
import struct
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.errors import LoadError, Rejection, UsageError
from etl.sources import archives
from etl.sources.catalogue import merged, read_catalogue, take_in, write_catalogue
from etl.sources.originals import original_path
from etl.sources.source import Claim, Source, fingerprint
from etl.sources.walking import Walk

NOW = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - the catalogue keeps UTC without a zone
LATER = datetime(2026, 2, 2, 3, 4, 5)  # noqa: DTZ001 - as above


def a_folder(root: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def a_zip(files: dict[str, bytes]) -> bytes:
    """The bytes of an archive with these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def found_in(*paths: Path) -> dict[str, Source]:
    """What the walk finds, by path."""
    return {source.path: source for source in Walk(paths).sources()}


def reasons(path: Path) -> dict[str, str]:
    """The sentence for the clerk of every file that was refused, by path."""
    return {source.path: source.refused.reason for source in found_in(path).values() if source.refused}


def refusals(*paths: Path) -> dict[str, str]:
    """The reason codes of what is refused, by path."""
    return {path: source.refused.code for path, source in found_in(*paths).items() if source.refused}


def test_paths_are_relative_to_what_was_named(tmp_path: Path) -> None:
    """Protects the contract of `documents.path`: folder, file named directly, and member of an archive."""
    root = a_folder(tmp_path / "报告", {"b/乙.txt": b"2", "甲.txt": b"1", "c.zip": a_zip({"里/丙.txt": b"3"})})
    assert list(found_in(root)) == ["b/乙.txt", "c.zip/里/丙.txt", "甲.txt"]
    assert list(found_in(root / "b" / "乙.txt", root / "c.zip")) == ["乙.txt", "c.zip/里/丙.txt"]
    assert {source.named for source in found_in(root).values()} == {"报告"}


def test_what_is_no_document_is_not_seen(tmp_path: Path) -> None:
    """Protects the list of rejected documents from files that no clerk ever made."""
    names = ("~$稿.docx", ".DS_Store", "__MACOSX/x.txt", "Thumbs.db", ".git/config", "desktop.ini", "真.txt")
    files = dict.fromkeys(names, b"x")
    assert list(found_in(a_folder(tmp_path / "a", files))) == ["真.txt"]
    (tmp_path / "b.zip").write_bytes(a_zip(files))
    assert list(found_in(tmp_path / "b.zip")) == ["b.zip/真.txt"]


def test_a_link_that_leads_back_is_followed_once(tmp_path: Path) -> None:
    """Protects the walk from never ending where a folder links to one above it."""
    root = a_folder(tmp_path / "a", {"b/x.txt": b"1"})
    (root / "b" / "back").symlink_to(root)
    assert list(found_in(root)) == ["b/x.txt"]


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    """Protects against an empty load that looks like success."""
    with pytest.raises(UsageError, match="没有这个文件"):
        found_in(tmp_path / "无")


def test_what_the_data_directory_keeps_is_not_walked(tmp_path: Path) -> None:
    """Protects a load of `data/sources` itself from taking its own archive for documents."""
    root = a_folder(tmp_path, {"originals/ab/x.txt": b"1", "catalogue.csv": b"path\n", "新.txt": b"2"})
    skip = frozenset({root / "originals", root / "catalogue.csv"})
    assert [source.path for source in Walk((root,), skip).sources()] == ["新.txt"]


@given(name=st.text(alphabet="市县区商务局年报告２０", min_size=1, max_size=8))
def test_member_names_packed_on_chinese_windows_are_repaired(name: str) -> None:
    """Protects agency clues in file names: names in GBK without the UTF-8 mark are read as GBK."""
    path = f"{name}.txt"
    assert archives._name(as_listed(path.encode("gbk"))) == path
    assert archives._name(as_listed(path.encode("utf-8"))) == path


def as_listed(raw: bytes) -> zipfile.ZipInfo:
    """A member whose name was stored without the mark for UTF-8, as zipfile hands it over."""
    info = zipfile.ZipInfo(raw.decode("cp437"))
    info.flag_bits = 0
    return info


@pytest.mark.parametrize("name", ["../外.txt", "a/../../外.txt", "/etc/外.txt", "C:\\外.txt", "..\\外.txt"])
def test_member_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    """Protects the disk: such a member is named and never read."""
    (tmp_path / "a.zip").write_bytes(a_zip({name: b"x", "里.txt": b"y"}))
    assert list(refusals(tmp_path / "a.zip").values()) == ["unsafe_archive"]
    assert "a.zip/里.txt" in found_in(tmp_path / "a.zip")


def test_a_member_that_inflates_beyond_measure_is_refused(tmp_path: Path) -> None:
    """Protects memory from archives made to fill it."""
    (tmp_path / "a.zip").write_bytes(a_zip({"零.txt": b"0" * (5 * 2**20), "好.txt": b"x"}))
    assert refusals(tmp_path / "a.zip") == {"a.zip/零.txt": "unsafe_archive"}


def test_a_refusal_says_what_was_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the clerk from unpacking by hand what was read: one file skipped, or the whole archive."""
    (tmp_path / "a.zip").write_bytes(a_zip({"零.txt": b"0" * (5 * 2**20), "好.txt": b"x"}))
    assert "其他文件照常读取" in reasons(tmp_path / "a.zip")["a.zip/零.txt"]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    assert "整个压缩包没有读取" in reasons(tmp_path / "a.zip")["a.zip"]
    assert not any("未解压" in reason for reason in reasons(tmp_path / "a.zip").values())


def test_a_member_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    """Protects memory from a member whose listed size is small and whose content is not."""
    data = bytearray(a_zip({"谎.txt": b"0" * 100_000}))
    listed = data.rindex(b"PK\x01\x02")
    data[listed + 24 : listed + 28] = struct.pack("<I", 10)
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert refusals(tmp_path / "a.zip") == {"a.zip/谎.txt": "damaged"}


def test_the_total_of_an_archive_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects memory and time from many members that are each small enough."""
    monkeypatch.setattr(archives._Allowance.__init__, "__defaults__", (1500,))
    (tmp_path / "a.zip").write_bytes(a_zip({f"{n}.txt": os.urandom(1000) for n in range(3)}))
    assert refusals(tmp_path / "a.zip") == {"a.zip/1.txt": "unsafe_archive", "a.zip/2.txt": "unsafe_archive"}


def test_archives_in_archives_are_walked_to_a_depth(tmp_path: Path) -> None:
    """Protects against endless nesting, without losing the archive that a person packed twice."""
    data = a_zip({"底.txt": b"x"})
    for _ in range(archives.DEEPEST - 1):
        data = a_zip({"n.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert list(found_in(tmp_path / "a.zip")) == ["a.zip/n.zip/n.zip/底.txt"]
    (tmp_path / "b.zip").write_bytes(a_zip({"n.zip": data}))
    assert list(refusals(tmp_path / "b.zip").values()) == ["unsafe_archive"]


def test_encrypted_and_damaged_archives_are_named(tmp_path: Path) -> None:
    """Protects the clerk from an archive that yields nothing without a word."""
    locked = bytearray(a_zip({"密.txt": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + offset] |= 1
    a_folder(tmp_path, {"a.zip": bytes(locked), "b.zip": b"PK\x03\x04 not really", "c.zip": a_zip({})})
    assert refusals(tmp_path) == {"a.zip/密.txt": "encrypted", "b.zip": "damaged", "c.zip": "empty"}


@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_manifest_speaks_for_the_files_below_it(tmp_path: Path, encode: str) -> None:
    """Protects what a person said: from Excel in any encoding, with paths of either slash, for members too."""
    manifest = "path,agency,region_code,year\n里\\甲.txt,某局,990101,2023\nz.zip/乙.txt,,,2022\n无.txt,,,\n".encode(
        encode
    )
    files = {"里/甲.txt": b"1", "z.zip": a_zip({"乙.txt": b"2"}), "manifest.csv": manifest, "丙.txt": b"3"}
    walk = Walk((a_folder(tmp_path, files),))
    claims = {source.path: source.claim for source in walk.sources()}
    assert claims == {"丙.txt": None, "里/甲.txt": Claim("某局", "990101", 2023), "z.zip/乙.txt": Claim("", "", 2022)}
    assert walk.unmatched == ("无.txt",)


def test_a_manifest_inside_an_archive_speaks_for_its_members(tmp_path: Path) -> None:
    """Protects archives packed together with their manifest and own divisions, wherever these stand in the archive."""
    manifest = b"path,year\nx.txt,2021\n"
    regions = "region_code,name,level,parent_code\n990000,某省,province,\n".encode()
    members = {"a/x.txt": b"1", "a/manifest.csv": manifest, "a/regions.csv": regions}
    (tmp_path / "p.zip").write_bytes(a_zip(members))
    walk = Walk((tmp_path / "p.zip",))
    assert [(source.path, source.claim) for source in walk.sources()] == [("p.zip/a/x.txt", Claim(year=2021))]
    assert walk.regions == ({"region_code": "990000", "name": "某省", "level": "province", "parent_code": ""},)


def test_originals_are_kept_once_and_whole(tmp_path: Path) -> None:
    """Protects rebuilding: every document can be found again by its fingerprint, byte for byte."""
    root = a_folder(tmp_path / "in", {"甲.docx": b"same", "乙.docx": b"same", "丙.txt": b"other"})
    seen = take_in(Walk((root,)).sources(), tmp_path / "originals", NOW)
    assert seen["path"].to_list() == ["丙.txt", "乙.docx", "甲.docx"]
    kept = sorted(path for path in (tmp_path / "originals").rglob("*") if path.is_file())
    assert [path.read_bytes() for path in kept if path.suffix == ".docx"] == [b"same"]
    assert original_path(tmp_path / "originals", fingerprint(b"other")) in kept
    assert original_path(tmp_path / "originals", "../../etc") is None


def a_source(path: str, content: str, claim: Claim | None = None) -> Source:
    """A file seen."""
    return Source(path, "", fingerprint(content.encode()), len(content), content.encode(), claim)


def a_refused(path: str) -> Source:
    """A file whose content could not be had."""
    return Source(path, "", fingerprint(path.encode()), None, b"", refused=Rejection("encrypted"))


def test_the_catalogue_survives_its_file(tmp_path: Path) -> None:
    """Protects what is remembered: names with commas, quotes, line breaks and empty fields come back the same."""
    sources = [a_source('a,"b"\n.txt', "1", Claim("某局", "", 2020)), a_source("乙.txt", "2"), a_refused("密.zip")]
    seen = take_in(sources, tmp_path / "originals", NOW)
    catalogue = merged(read_catalogue(tmp_path / "catalogue.csv"), seen)
    write_catalogue(catalogue, tmp_path / "catalogue.csv")
    assert read_catalogue(tmp_path / "catalogue.csv").equals(catalogue)


def test_a_damaged_catalogue_stops_the_load(tmp_path: Path) -> None:
    """Protects against starting again from nothing, which would lose everything loaded before."""
    (tmp_path / "catalogue.csv").write_bytes(b"path,named\n\xff\xfe,x,y,z,1,2\n")
    with pytest.raises(LoadError, match="已损坏"):
        read_catalogue(tmp_path / "catalogue.csv")


SOURCES = st.lists(st.builds(a_source, st.sampled_from("甲乙丙"), st.sampled_from("123")), max_size=5)


@given(first=SOURCES, second=SOURCES)
def test_a_load_adds_and_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, first: list[Source], second: list[Source]
) -> None:
    """Protects what was loaded before: every row stays, keeps its first date, and none stands twice."""
    archive = tmp_path_factory.mktemp("originals")
    nothing = read_catalogue(archive / "none.csv")
    before = merged(nothing, take_in(first, archive, NOW))
    after = merged(before, take_in(second, archive, LATER))
    assert after.head(len(before)).equals(before)
    assert set(after.select("path", "document_id").rows()) == {(s.path, s.document_id) for s in first + second}
    assert after.select("path", "document_id").is_unique().all()
    assert merged(after, take_in(second, archive, LATER)).equals(after)


def test_a_new_claim_replaces_and_silence_keeps(tmp_path: Path) -> None:
    """Protects what a manifest said: it lasts until a manifest says otherwise."""
    nothing = read_catalogue(tmp_path / "none.csv")
    said = merged(nothing, take_in([a_source("甲", "1", Claim("某局", "990101", 2020))], tmp_path, NOW))
    kept = merged(said, take_in([a_source("甲", "1")], tmp_path, LATER))
    assert kept.equals(said)
    changed = merged(said, take_in([a_source("甲", "1", Claim("", "", 2021))], tmp_path, LATER))
    claims = changed.select("manifest_agency", "manifest_region_code", "manifest_year").rows()
    assert claims == [("", "", 2021)]


def test_a_refusal_is_forgotten_when_the_file_can_be_had(tmp_path: Path) -> None:
    """Protects the list of rejected documents from a fault that was put right."""
    nothing = read_catalogue(tmp_path / "none.csv")
    refused = merged(nothing, take_in([a_refused("甲")], tmp_path, NOW))
    assert refused["refused_code"].to_list() == ["encrypted"]
    taken = merged(refused, take_in([a_source("甲", "1")], tmp_path, LATER))
    assert taken["refused_code"].to_list() == [""]
