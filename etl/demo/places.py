"""Invented provinces, prefectures and counties with codes 99xxxx, which GB/T 2260 does not use.

`99p000` is a province, `99pq00` one of its prefectures, `99pqcc` a county below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

PROVINCES: Final = ("云泽省", "澜川省", "霁海省", "岫原省", "漪浦省", "珩岭省", "棠洲省", "荻陵省", "砚湖省")
TWIN_COUNTY: Final = "荻桥区"
"""A county name that stands in the first prefecture of both the first and the second province."""

_FIRST: Final = "霁澹砚汀霭漪璟菡昙珩绮翎骊沚筱槿荻棠泠葭苕茗蓼蘅瑾琬琰珺璇玥晗晞昀煦熹"
_SECOND: Final = "川浦溪泽原岭湖台渡岩屏洲石井坪塘湾桥关亭岗峰田塬丘埠源门阳屿汀滨"
_COUNTY_ENDINGS: Final = "县区县市"


@dataclass(frozen=True, slots=True)
class Division:
    """An invented administrative division; `level` is `province`, `prefecture` or `county`.

    `parent` is None for a province. `code` is six digits.
    """

    code: str
    name: str
    level: str
    parent: "Division | None" = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its name after those of the divisions above it, the province first."""
        return (*self.parent.names, self.name) if self.parent else (self.name,)


def invented_divisions(provinces: int, prefectures: int, counties: int) -> list[Division]:
    """`provinces` provinces with `prefectures` prefectures each and `counties` counties in each of those.

    At most 9, 9 and 12; parents stand before their children; always the same names for the same counts.
    """
    names = _stems()
    divisions: list[Division] = []
    for p in range(1, provinces + 1):
        province = Division(f"99{p}000", PROVINCES[p - 1], "province")
        divisions.append(province)
        for q in range(1, prefectures + 1):
            prefecture = Division(f"99{p}{q}00", f"{next(names)}市", "prefecture", province)
            divisions.append(prefecture)
            divisions += [_county(p, q, c, next(names), prefecture) for c in range(1, counties + 1)]
    return divisions


def _county(p: int, q: int, c: int, stem: str, prefecture: Division) -> Division:
    is_twin = p <= 2 and q == 1 and c == 2
    name = TWIN_COUNTY if is_twin else f"{stem}{_COUNTY_ENDINGS[c % len(_COUNTY_ENDINGS)]}"
    return Division(f"99{p}{q}{c:02}", name, "county", prefecture)


def _stems() -> Iterator[str]:
    """Two characters each, neighbours unlike; the twins' own stem is left out."""
    shift = len(_FIRST)
    for turn, place in product(range(len(_SECOND)), range(shift)):
        stem = _FIRST[place] + _SECOND[(place * 5 + turn) % len(_SECOND)]
        if not TWIN_COUNTY.startswith(stem):
            yield stem
