"""Invented reporting bodies: governments, their departments and townships, in the invented divisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from etl.demo.places import TWIN_COUNTY, Division, invented_divisions

SECTORS: Final = (
    "商务",
    "教育",
    "民政",
    "财政",
    "水利",
    "交通运输",
    "农业农村",
    "应急管理",
    "卫生健康",
    "住房和城乡建设",
    "市场监督管理",
    "文化和旅游",
)
_TOWNS: Final = ("青桐", "白鹭", "石榴", "双榕", "柳湾")


@dataclass(frozen=True, slots=True)
class Body:
    """An invented reporting body; `kind` is `government`, `department` (which alone has a `sector`) or `township`."""

    name: str
    division: Division
    kind: str
    sector: str = ""

    @property
    def is_hidden(self) -> bool:
        """Whether its reports do not say which of the twin counties they are from."""
        return self.division.name == TWIN_COUNTY and self.division.code.startswith("992")

    def is_peer_of(self, other: "Body") -> bool:
        """Whether both are of one kind, level and sector."""
        return (self.kind, self.division.level, self.sector) == (other.kind, other.division.level, other.sector)


@dataclass(frozen=True, slots=True)
class Size:
    """How many divisions there are and how many departments and townships each has."""

    provinces: int
    prefectures: int
    counties: int
    departments: int
    townships: int

    @property
    def bodies(self) -> int:
        """How many reporting bodies that makes."""
        prefectures = self.provinces * self.prefectures
        counties = prefectures * self.counties
        return (self.provinces + prefectures + counties) * (1 + self.departments) + counties * self.townships


_SIZES: Final = (
    Size(1, 0, 0, 2, 0),
    Size(1, 1, 1, 2, 1),
    Size(2, 1, 2, 2, 1),
    Size(3, 1, 2, 3, 1),
    Size(3, 1, 3, 3, 2),
    Size(3, 2, 2, 3, 2),
    Size(3, 3, 3, 4, 2),
    Size(3, 3, 4, 4, 2),
    Size(4, 4, 6, 6, 2),
    Size(5, 5, 8, 8, 3),
    Size(9, 9, 12, 12, 5),
)
"""From small to large; a corpus takes the first that has enough bodies, so that most governments have several."""


def invented_bodies(count: int) -> tuple[list[Division], list[Body]]:
    """The divisions, and at least three and at most `count` bodies in them.

    Bodies of one kind, level and sector stand together, so that neighbours in the list are peers.
    """
    size = next((size for size in _SIZES if size.bodies >= count), _SIZES[-1])
    divisions = invented_divisions(size.provinces, size.prefectures, size.counties)
    ranked = list(_bodies(divisions, size))
    return divisions, sorted(ranked[:count], key=lambda body: (body.kind, body.division.level, body.sector))


def _bodies(divisions: list[Division], size: Size) -> Iterator[Body]:
    """Bodies in the order in which a smaller corpus keeps them: governments, then departments, then townships."""
    for division in divisions:
        yield Body(f"{division.name}人民政府", division, "government")
    for place in range(max(size.departments, size.townships)):
        for division in divisions:
            if place < size.departments:
                yield _department(division, SECTORS[place])
            if place < size.townships and division.level == "county":
                yield Body(f"{division.name}{_TOWNS[place]}镇人民政府", division, "township")


def _department(division: Division, sector: str) -> Body:
    office = "厅" if division.level == "province" and sector != "市场监督管理" else "局"
    return Body(f"{division.name}{sector}{office}", division, "department", sector)
