"""What the page `regions` says."""

from etl.vocabulary.labels import Text

REGIONS = Text("地区分布", "Regions at a glance")
REGIONS_PURPOSE = Text("各地区的一个指标：省级方格图和逐级展开的块图。", "One indicator by region: a tile grid of provinces and nested areas below them.")

# ── provinces as tiles ───────────────────────────────────────────────────────────────────────────────────────────────

TILES_TITLE = Text("{year} 年{rate}：{n} 个省级地区从 {low}（{lowest}）到 {high}（{highest}），总体 {overall}", "{rate} {year}: {n} provinces from {low} ({lowest}) to {high} ({highest}), overall {overall}")
TILES_TITLE_ONE = Text("{year} 年{rate}：{highest} {high}", "{rate} {year}: {highest} {high}")
TILES_TITLE_SMALL = Text("{year} 年{rate}：各省级地区均样本不足，总体 {overall}", "{rate} {year}: every province has a small sample, overall {overall}")
TILES_TITLE_NONE = Text("{year} 年{rate}：各省级地区{why}", "{rate} {year}, every province: {why}")
TILES_ALT = Text("省级方格图，每格一个省级地区，写有简称和{rate}；颜色越深（深色背景下越亮）比率越高。方格只表示大致方位，不表示边界和面积。", "Tile grid of provinces, each with its short name and {rate}; the stronger the colour the higher the rate. Tiles give rough places, neither boundaries nor areas.")
TILES_DO = Text("点选一格或表中一行，左侧的“省”随之选定，块图显示该省。", "Pick a tile or a row of the table to choose that province at the left; the nested areas follow.")
TILES_NOTE = Text("方格只表示大致方位，不表示边界和面积。斜线格没有报告这一比率；点纹格分母不足 30（样本不足），不参与高低比较。", "Tiles give rough places, neither boundaries nor areas. Hatched tiles did not report the rate; dotted tiles have a denominator under 30 and take no part in highest and lowest.")
TILES_UNPLACED = Text("另有 {n} 份年报区划未定，在表中。", "Reports of an unknown region, in the table only: {n}.")
TILE_CHOSEN = Text("▸ {name}", "▸ {name}")
REGION_POINT = Text("{name}：{rate}（{top} / {bottom} 件）<br>{reports} 份年报，{left_out} 份未计入{small}", "{name}: {rate} ({top} of {bottom})<br>{reports} reports, {left_out} left out{small}")
NO_REPORTS = Text("{name}：没有年报", "{name}: no report")

# ── nested areas ─────────────────────────────────────────────────────────────────────────────────────────────────────

NESTED_TITLE = Text("{area} {year} 年{rate} {value}（{top} / {bottom} 件）；分母最大的是{largest}，占 {share}", "{rate} {year}, {area}: {value} ({top} of {bottom}); largest part {largest} with {share} of the denominator")
NESTED_TITLE_WHOLE = Text("{area} {year} 年{rate} {value}（{top} / {bottom} 件）", "{rate} {year}, {area}: {value} ({top} of {bottom})")
NESTED_TITLE_NONE = Text("{area} {year} 年{rate}：{why}", "{rate} {year}, {area}: {why}")
NESTED_ALT = Text("逐级展开的块图：面积为分母（{denominator}），颜色为{rate}，外层为上级地区，里层为下级地区或单位。", "Nested blocks: area is the denominator ({denominator}), colour is {rate}, divisions inside those above them.")
NESTED_NUMBERS = Text("{rate}（{n}）", "{rate} ({n})")
NESTED_DO = Text("点一块展开其下级，点上方的路径返回。", "Click a block to open it, the path above to go back.")
NESTED_NOTE = Text("面积为分母（{denominator}），颜色为{rate}。“本级”是该地区自己的单位。写有“样本不足”的块分母不足 30；分母为零或未报告的没有面积，见表。", "Area is the denominator ({denominator}), colour is {rate}. “Itself” is a division's own agencies. Blocks that say “small sample” have a denominator under 30; what is 0 or not reported has no area and stands in the table.")

# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────

COLUMN_LEVEL = Text("层级", "Level")
