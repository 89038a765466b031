"""A page as a web site prints it: navigation, layout tables and footer around the article."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from etl.demo.grids import Box, Grid
from etl.demo.layout import Layout
from etl.demo.page import Line, Page
from etl.vocabulary.form import CellKey

_CELL = '<p class="MsoNormal" style="text-align:center"><span style="font-size:10pt">{}</span></p>'
_LINE = '<p style="text-indent:2em"><span style="font-size:16pt">{}</span></p>'
_HEADING = '<p style="text-indent:2em"><strong>{}</strong></p>'
_TITLE = '<h1 class="title">{}</h1>'
_LINES = {"title": _TITLE, "heading": _HEADING, "body": _LINE}
_NAVIGATION = "".join(f'<li><a href="/column/{number}.html">栏目{number}</a></li>' for number in range(1, 41))
_BEFORE = (
    '<div class="head"><ul class="nav">{navigation}</ul>'
    '<table class="crumbs"><tr><td>当前位置：</td><td><a href="/">首页</a></td><td>政府信息公开</td></tr></table>'
    '</div><script>var rows = "<td>7</td>"; if (rows < 1 && rows > 0) {{ rows = ""; }}</script>'
    '<div class="article"><div class="info"><span>发布时间：{published}</span>'
    ' <span>浏览次数：<i id="hits">0</i></span></div>'
)
_AFTER = (
    '</div><div class="foot"><table><tr><td>版权所有</td><td>网站标识码 9900000000</td></tr>'
    "<tr><td colspan=2>建议使用新版浏览器访问</td></tr></table></div>"
)


def write_html(page: Page, layout: Layout) -> bytes:
    """The page as HTML in the layout's charset, which the page may declare wrongly."""
    values = _values(page.values, layout)
    article = "".join(_filled(block, values) if isinstance(block, Grid) else _line(block) for block in page.blocks)
    return _site(page, layout, article).encode(layout.charset, "xmlcharrefreplace")


def _site(page: Page, layout: Layout, article: str) -> str:
    meta = f'<meta charset="{layout.declared}">' if layout.declared else ""
    if layout.layout_table:
        article = f'<table width="100%"><tr><td width="20">&nbsp;</td><td>{article}</td></tr></table>'
    before = _BEFORE.format(navigation=_NAVIGATION, published=page.published_on)
    head = f"<!DOCTYPE html><html><head>{meta}<title>{escape(page.file_title)}_门户网站</title></head>"
    return f"{head}<body>{before}{article}{_AFTER}</body></html>"


def _line(line: Line) -> str:
    return _LINES[line.role].format(escape(line.text))


def _values(values: Mapping[CellKey, str], layout: Layout) -> dict[CellKey, str]:
    """The values as markup: escaped, and where the layout says so each digit in a tag of its own."""
    if layout.scattered_digits:
        return {key: "".join(f"<font>{escape(char)}</font>" for char in text) for key, text in values.items()}
    return {key: escape(text) for key, text in values.items()}


def _filled(grid: Grid, values: Mapping[CellKey, str]) -> str:
    template, keys = _table_template(grid)
    return template % tuple([values[key] for key in keys])


@lru_cache(maxsize=256)
def _table_template(grid: Grid) -> tuple[str, tuple[CellKey, ...]]:
    """The table with a %s for each value, and the cells that go there in order."""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    keys = tuple(box.key for row in grid.rows for box in row if box.key is not None)
    return f'<table border="1" class="MsoNormalTable"><tbody>{rows}</tbody></table>', keys


def _cell(box: Box) -> str:
    spans = f" rowspan={box.rows}" * (box.rows > 1) + f" colspan={box.columns}" * (box.columns > 1)
    text = "%s" if box.key is not None else escape(box.text).replace("\n", "<br/>").replace("%", "%%")
    return f"<td{spans}>{_CELL.format(text)}</td>"
