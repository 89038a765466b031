"""The official tables two, three and four of a sheet in a layout, as grids."""

from functools import lru_cache

from etl.demo import labels
from etl.demo.grids import Box, Grid, Row, labelled_groups, value_boxes, without_row_merges
from etl.demo.labels import misprinted
from etl.demo.layout import Layout
from etl.demo.printing import EXTRA_ROW, SUBTOTAL
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    FORM_2019,
    OUTCOMES,
    REQUESTS,
    REVIEWS,
    CellKey,
    proactive_cells,
)

_ARTICLES_2019 = (("一", 2), ("五", 2), ("六", 2), ("八", 1), ("九", 1))
_ARTICLES_2021 = (("一", 2), ("五", 1), ("六", 2), ("八", 1))
_PROACTIVE_WIDTH = 4
_LABEL_COLUMNS = 3
_SPLIT_BEFORE = "not_processed"


@lru_cache(maxsize=256)
def proactive_grids(form: str, layout: Layout) -> tuple[Grid, ...]:
    """Table two: one grid, or one per article of the Regulations."""
    parts = _proactive_parts(form, layout)
    if layout.note_rows:
        parts[-1].append((Box(labels.PROACTIVE_NOTE, columns=_PROACTIVE_WIDTH),))
    if layout.splits_proactive:
        return tuple(Grid(tuple(rows), _PROACTIVE_WIDTH) for rows in parts)
    return (Grid(tuple(row for rows in parts for row in rows), _PROACTIVE_WIDTH),)


def _proactive_parts(form: str, layout: Layout) -> list[list[Row]]:
    by_item: dict[str, list[CellKey]] = {}
    for key in proactive_cells(form):
        by_item.setdefault(key[1], []).append(key)
    items = iter(by_item.items())
    articles = _ARTICLES_2019 if form == FORM_2019 else _ARTICLES_2021
    return [_article(article, [next(items) for _ in range(count)], form, layout) for article, count in articles]


def _article(article: str, items: list[tuple[str, list[CellKey]]], form: str, layout: Layout) -> list[Row]:
    headers = [misprinted(labels.measure_label(key[2], form), layout.labels) for key in items[0][1]]
    rows: list[Row] = [(Box(labels.article_label(article), columns=_PROACTIVE_WIDTH),)]
    rows.append(_filled([Box(labels.CONTENT), *(Box(header) for header in headers)]))
    for item, keys in items:
        label = misprinted(labels.proactive_label(item, form), layout.labels)
        rows.append(_filled([Box(label), *value_boxes(keys)]))
    return rows


def _filled(boxes: list[Box]) -> Row:
    """The row with its last box widened to the edge of table two."""
    last = boxes[-1]
    return (*boxes[:-1], Box(last.text, last.key, columns=_PROACTIVE_WIDTH - len(boxes) + 1))


@lru_cache(maxsize=256)
def request_grids(items: tuple[str, ...], layout: Layout) -> tuple[Grid, ...]:
    """Table three with the rows named by `items`: one grid, or two with the header repeated."""
    cut = next((place for place, item in enumerate(items) if item.startswith(_SPLIT_BEFORE)), len(items))
    halves = [items[:cut], items[cut:]] if layout.splits_requests else [items]
    columns = _applicant_columns(layout)
    grids = [
        Grid((*_request_header(layout), *_request_rows(half, layout, columns)), 3 + len(columns)) for half in halves
    ]
    return tuple(grids if layout.merges else map(without_row_merges, grids))


def _applicant_columns(layout: Layout) -> tuple[str, ...]:
    names = [who.name for who in APPLICANTS]
    if layout.subtotal != "none":
        names.insert(1 if layout.subtotal == "first" else len(names) - 1, SUBTOTAL)
    return tuple(names)


def _request_header(layout: Layout) -> list[Row]:
    columns = _applicant_columns(layout)
    name = {who.name: misprinted(who.label_zh, layout.labels) for who in APPLICANTS} | {SUBTOTAL: labels.SUBTOTAL_LABEL}
    note = Box(misprinted(labels.BALANCE_NOTE, layout.labels), columns=_LABEL_COLUMNS, rows=3)
    middle = (
        Box(name["natural_person"], rows=2),
        Box(misprinted(labels.ORGANISATIONS, layout.labels), columns=len(columns) - 2),
        Box(name["total"], rows=2),
    )
    first = (note, Box(labels.APPLICANT_HEADER, columns=len(columns)))
    return [first, middle, tuple(Box(name[column]) for column in columns[1:-1])]


def _request_rows(items: tuple[str, ...], layout: Layout, columns: tuple[str, ...]) -> list[Row]:
    rows: list[Row] = []
    results = [item for item in items if item not in ("received", "carried_in", "carried_out")]
    for item in (name for name in items if name in ("received", "carried_in")):
        rows.append((_label(item, layout, _LABEL_COLUMNS), *_values(item, columns)))
        if layout.extra_row and item == "received":
            rows.append((_label(EXTRA_ROW, layout, _LABEL_COLUMNS), *_values(EXTRA_ROW, columns)))
    rows += _result_rows(results, layout, columns)
    if "carried_out" in items:
        rows.append((_label("carried_out", layout, _LABEL_COLUMNS), *_values("carried_out", columns)))
    return rows


def _result_rows(items: list[str], layout: Layout, columns: tuple[str, ...]) -> list[Row]:
    rows: list[list[Box]] = []
    for group, members in labelled_groups(items):
        if members == [group]:
            rows.append([_label(group, layout, 2), *_values(group, columns)])
            continue
        labelled = [[_label(item, layout, 1), *_values(item, columns)] for item in members]
        labelled[0].insert(0, Box(misprinted(labels.GROUPS[group], layout.labels), rows=len(members)))
        rows += labelled
    if rows:
        rows[0].insert(0, Box(misprinted(labels.RESULTS, layout.labels), rows=len(rows)))
    return [tuple(row) for row in rows]


def _label(item: str, layout: Layout, columns: int) -> Box:
    return Box(misprinted(labels.request_label(item), layout.labels), columns=columns)


def _values(item: str, columns: tuple[str, ...]) -> list[Box]:
    return value_boxes([(REQUESTS, item, column) for column in columns])


@lru_cache(maxsize=256)
def review_grid(layout: Layout) -> Grid:
    """Table four: three header rows and one row of fifteen values."""
    outcome_labels = [misprinted(outcome.label_zh, layout.labels) for outcome in OUTCOMES]
    names = [misprinted(channel.label_zh.rpartition("·")[2], layout.labels) for channel in CHANNELS]
    rows: list[Row] = [(Box(labels.REVIEW, columns=5), Box(labels.LITIGATION, columns=10))]
    rows.append((*(Box(text, rows=2) for text in outcome_labels), *(Box(name, columns=5) for name in names[1:])))
    rows.append(tuple(Box(text) for text in outcome_labels * 2))
    rows.append(
        tuple(value_boxes([(REVIEWS, channel.name, outcome.name) for channel in CHANNELS for outcome in OUTCOMES]))
    )
    if layout.note_rows:
        rows.append((Box(labels.REVIEWS_NOTE, columns=15),))
    grid = Grid(tuple(rows), 15)
    return grid if layout.merges else without_row_merges(grid)


@lru_cache(maxsize=1)
def platform_grid() -> Grid:
    """The table of publishing channels that some offices kept from before 2019; no cell of the form."""
    lines = (
        ("统计指标", "单位", "统计数"),
        ("（一）各渠道公开信息数（同一信息只计一次）", "条", "117"),
        ("1.政府网站公开信息数", "条", "64"),
        ("2.政务微信公开信息数", "条", "53"),
        ("（二）回应公众关注事项数", "次", ""),
        ("（三）新闻发布会场次", "次", "2"),
    )
    return Grid(tuple(tuple(Box(text) for text in line) for line in lines), 3)
