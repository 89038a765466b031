"""What every chart of the house shares: the shape that is handed to a page, and the bare look.

Traces and layouts are plain dictionaries, and what is kept of a figure is one, too: a figure of Plotly is slow to
change step by step, and copies all of it on its way in and on its way out. The tests have Plotly check every property.

Colours come from the theme (light and dark have their own palette): traces take them in their order, so a chart with
fixed traces has fixed colours. What a colour says is always said by a label, a pattern, a dash or a marker too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from pages.charts.ready_made import ReadyMade

DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "5px,2px", "2px,4px")
MARKERS: Final = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "x", "star")
PATTERNS: Final = ("", "/", "\\", "x", "-", "|", "+", ".")
FORM_COLOURS: Final = {"2019": "#c4622d", "2021": "#2f7fbf"}
"""One colour for each form of the reports, readable on a white and on a dark ground; the pattern says the same."""
CLEAR: Final = "rgba(0,0,0,0)"

CHECKED = False
"""Whether Plotly checks each property of a figure; set by the tests, so that no reader waits for it."""

Spec = dict[str, Any]
"""A figure, a trace, a layout, or a part of one, as Plotly names its properties."""

_LOOKS: Final[Spec] = {
    "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
    "paper_bgcolor": CLEAR,
    "plot_bgcolor": CLEAR,
    "dragmode": False,
    "uniformtext": {"minsize": 10, "mode": "hide"},
    "hoverlabel": {"align": "left"},
    "legend": {"orientation": "h", "x": 0, "y": 1.02, "xanchor": "left", "yanchor": "bottom", "traceorder": "normal"},
    "xaxis": {},
    "yaxis": {},
}
_AXIS: Final[Spec] = {"automargin": True, "fixedrange": True}


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with a title that says what is seen and a text for those who cannot see it.

    `note` says how to read it and goes with it wherever it is taken, `hint` what can be done with it on the screen;
    both may be "". `is_empty` says that nothing in it has a value; `why_empty` is then said instead of the usual
    sentence about numbers that were not reported: "" where the title says it all, None where that sentence is true.
    """

    spec: Spec
    title: str
    alt: str
    note: str = ""
    is_empty: bool = False
    hint: str = ""
    why_empty: str | None = None

    @property
    def ready_made(self) -> ReadyMade:
        """The figure for a page."""
        return ReadyMade(self.spec)

    @property
    def figure(self) -> go.Figure:
        """The same to look into: a figure of Plotly; raises ValueError for a property that there is not."""
        return go.Figure(self.spec)


@dataclass(frozen=True, slots=True)
class Grid:
    """Small charts in rows of so many, each with its title; gaps are parts of the whole width and of a row's height.

    Those on one scale have its numbers at the left only.
    """

    titles: Sequence[str]
    columns: int
    gap: float
    gap_below: float = 0.0
    one_scale: bool = False

    @property
    def rows(self) -> int:
        """How many rows there are; the last may not be full."""
        return -(-len(self.titles) // self.columns)


def laid_out(traces: Sequence[Spec], height: int, **layout: object) -> Spec:
    """The traces with the look of the house: clear ground, tight margins, legend above, no zoom by accident.

    What `layout` says of a legend, a margin or an axis is added to that of the house.
    """
    said = {**_LOOKS, **layout}
    merged = {name: {**_usual(name), **value} if isinstance(value, dict) else value for name, value in said.items()}
    spec = {"data": traces, "layout": {"height": height, **merged}}
    if CHECKED:
        go.Figure(spec)
    return spec


def _usual(name: str) -> Spec:
    return _AXIS if name.startswith(("xaxis", "yaxis")) else _LOOKS.get(name, {})


def board(cells: Spec, rows: int) -> Spec:
    """A grid of cells, categories by years, as so many rows are high; its years stand above it."""
    looks = {"type": "heatmap", "texttemplate": "%{text}", "hovertemplate": "%{customdata}<extra></extra>"}
    axis: Spec = {"type": "category", "showgrid": False}
    return laid_out(
        [{**looks, "showscale": False, "xgap": 3, "ygap": 3, **cells}],
        height=70 + 30 * max(rows, 2),
        xaxis={**axis, "side": "top"},
        yaxis={**axis, "autorange": "reversed"},
    )


def patterned(k: int) -> dict[str, object]:
    """The pattern of the k-th of several fillings, faint enough to read numbers on it; the first is plain."""
    return {"shape": PATTERNS[k % len(PATTERNS)], "fillmode": "overlay", "fgopacity": 0.3, "solidity": 0.2, "size": 7}


def year_axis(years: Sequence[int], words: Sequence[str] = ()) -> Spec:
    """An axis with one tick for each year and no half years; `words` stand there instead of the years."""
    return {
        "tickmode": "array",
        "tickvals": list(years),
        "ticktext": list(words) or [str(year) for year in years],
        "range": [years[0] - 0.5, years[-1] + 0.5] if years else None,
        "showgrid": False,
    }


def in_panel(trace: Spec, k: int) -> Spec:
    """The trace in the k-th of several small charts, counted from 0."""
    return {**trace, "xaxis": f"x{_number(k)}", "yaxis": f"y{_number(k)}"}


def small_charts_layout(grid: Grid, xaxis: Spec, yaxis: Spec, font: int = 16) -> Spec:
    """The layout of small charts: the axes of each, all set alike, and the titles above them."""
    layout: Spec = {"annotations": []}
    width = (1 - grid.gap * (grid.columns - 1)) / grid.columns
    below = grid.gap_below / grid.rows
    height = (1 - below * (grid.rows - 1)) / grid.rows
    for k in range(grid.rows * grid.columns):
        row, column = divmod(k, grid.columns)
        left, top = column * (width + grid.gap), 1 - row * (height + below)
        shared = {"matches": "y", "showticklabels": column == 0} if grid.one_scale and k else {}
        across, up = [left, min(left + width, 1)], [max(top - height, 0), top]
        layout[f"xaxis{_number(k)}"] = {"anchor": f"y{_number(k)}", "domain": across, **xaxis}
        layout[f"yaxis{_number(k)}"] = {"anchor": f"x{_number(k)}", "domain": up, **shared, **yaxis}
        if k < len(grid.titles):
            layout["annotations"].append(_panel_title(grid.titles[k], left + width / 2, top, font))
    return layout


def _number(k: int) -> str:
    """What Plotly writes behind the letter of an axis; nothing for the first."""
    return str(k + 1) if k else ""


def _panel_title(text: str, x: float, y: float, font: int) -> Spec:
    place = {"x": x, "xanchor": "center", "xref": "paper", "y": y, "yanchor": "bottom", "yref": "paper"}
    return {"text": text, "font": {"size": font}, "showarrow": False, **place}
