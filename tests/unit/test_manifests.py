"""manifest.csv and regions.csv: what a person said is taken whole, or the line that is in the way is named."""

from pathlib import Path

import pytest

from etl.errors import UsageError
from etl.sources.manifests import read_manifest, read_regions
from etl.sources.source import Claim
from etl.sources.walking import Walk


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file,year\na.txt,2020\n", "缺少列 path"),
        ("path,year\na.txt,二〇二〇\n", "第 2 行.*年度|第 2 行.*year"),
        ("path,region_code\na.txt,1234\n", "第 2 行.*六位"),
        ("path,year\n,2020\n", "第 2 行.*path"),
    ],
)
def test_a_broken_manifest_names_the_line(text: str, message: str) -> None:
    """Protects what a person said from being dropped in silence."""
    with pytest.raises(UsageError, match=message):
        read_manifest(text.encode(), "manifest.csv")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("990000,某省,省,,\n", "第 2 行.*level"),
        ("990000,某省,province,abc,\n", "第 2 行.*from_year.*abc"),
        ("990000,某省,province,,二〇二〇\n", "第 2 行.*to_year"),
        ("990000,某省,province,,\n990000,某某省,province,,\n", "第 3 行.*990000"),
    ],
)
def test_a_broken_regions_file_names_the_line(lines: str, message: str) -> None:
    """Protects the list of divisions from a level or a year nobody knows, and from two names for one code."""
    with pytest.raises(UsageError, match=message):
        read_regions(f"region_code,name,level,from_year,to_year\n{lines}".encode(), "regions.csv")


def test_a_division_may_be_said_twice_and_have_a_former_name() -> None:
    """Protects honest lists: the same line again says nothing new, a former name is another line."""
    lines = "990000,某省,province,,2012\n990000,某某省,province,2012,\n990000,某某省,province,2012,\n"
    regions = read_regions(f"region_code,name,level,from_year,to_year\n{lines}".encode(), "regions.csv")
    assert [region["name"] for region in regions] == ["某省", "某某省"]


def test_a_manifest_that_contradicts_itself_names_the_line() -> None:
    """Protects what a person said of one file from another line: neither is taken in silence."""
    with pytest.raises(UsageError, match=r"第 4 行.*甲.txt"):
        read_manifest("path,year\n甲.txt,2020\n甲.txt,\n./甲.txt,2021\n".encode(), "manifest.csv")
    same = "path,year\n甲.txt,\n甲.txt,2020\n甲.txt,2020\n".encode()
    assert read_manifest(same, "manifest.csv") == {"甲.txt": Claim(year=2020)}


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [
        ("manifest.csv", "path,year\n里/甲.txt,2020\n", "path,year\n甲.txt,2021\n"),
        (
            "regions.csv",
            "region_code,name,level\n990000,某省,province\n",
            "region_code,name,level\n990000,云省,province\n",
        ),
    ],
)
def test_two_lists_that_contradict_each_other_stop_the_walk(tmp_path: Path, name: str, above: str, below: str) -> None:
    """Protects what a person said in one folder from what is said in a folder below."""
    (tmp_path / "里").mkdir()
    (tmp_path / name).write_text(above, "utf-8")
    (tmp_path / "里" / name).write_text(below, "utf-8")
    with pytest.raises(UsageError, match=f"里/{name}"):
        list(Walk((tmp_path,)).sources())
