"""Where each province stands on a map of equal tiles: a place among its neighbours, no boundaries, no areas.

A tile says who borders on whom as well as a grid of eight columns can; it shows no border and claims none.
"""

from typing import Final

from etl.vocabulary.regions import PROVINCE, standard_regions

_MAP: Final = (
    "　　　　　　　　　　　　　　黑",
    "　　　　　　　　蒙　京　　　吉",
    "新　甘　宁　陕　晋　冀　津　辽",
    "藏　青　川　渝　豫　鲁　苏　沪",
    "　　云　贵　湘　鄂　皖　浙　　",
    "　　　　桂　粤　赣　闽　台　　",
    "　　　　琼　澳　港　　　　　　",
)
"""One letter a province, every other letter a gap."""
_CODES: Final = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "蒙": "150000", "辽": "210000", "吉": "220000",
    "黑": "230000", "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000", "闽": "350000", "赣": "360000",
    "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000", "粤": "440000", "桂": "450000", "琼": "460000",
    "渝": "500000", "川": "510000", "贵": "520000", "云": "530000", "藏": "540000", "陕": "610000", "甘": "620000",
    "青": "630000", "宁": "640000", "新": "650000", "台": "710000", "港": "810000", "澳": "820000",
}
TILES: Final[dict[str, tuple[int, int]]] = {
    _CODES[line[2 * k]]: (k, row) for row, line in enumerate(_MAP) for k in range(len(line) // 2 + 1) if line[2 * k] in _CODES
}
"""Column and row, both from 0, of each of the 34 provinces by its code."""
TILE_COLUMNS: Final = 8
TILE_ROWS: Final = len(_MAP)


def province_names() -> dict[str, str]:
    """The name of each of the 34 provinces by its code."""
    return {region.region_code: region.name for region in standard_regions() if region.level == PROVINCE}
