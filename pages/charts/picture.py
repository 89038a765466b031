"""What every chart of the house shares: the shape that is handed to a page, and the bare look.

Colours come from the theme (light and dark have their own palette): traces take them in their order, so a chart with
fixed traces has fixed colours. What a colour says is always said by a label, a pattern, a dash or a marker too.
"""

from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "5px,2px", "2px,4px")
MARKERS: Final = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "x", "star")
PATTERNS: Final = ("", "/", "\\", "x", "-", "|", "+", ".")
FORM_COLOURS: Final = {"2019": "#c4622d", "2021": "#2f7fbf"}
"""One colour for each form of the reports, readable on a white and on a dark ground; the pattern says the same."""
CLEAR: Final = "rgba(0,0,0,0)"


_LOOKS: Final[dict[str, Any]] = {
    "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
    "paper_bgcolor": CLEAR,
    "plot_bgcolor": CLEAR,
    "dragmode": False,
    "uniformtext": {"minsize": 10, "mode": "hide"},
    "hoverlabel": {"align": "left"},
    "legend": {"orientation": "h", "x": 0, "y": 1.02, "xanchor": "left", "yanchor": "bottom", "traceorder": "normal"},
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with a title that says what is seen and a text for those who cannot see it; `note` may be "".

    `is_empty` says that nothing in it has a value.
    """

    figure: go.Figure
    title: str
    alt: str
    note: str = ""
    is_empty: bool = False


def laid_out(figure: go.Figure, height: int, **more: object) -> go.Figure:
    """The figure with the look of the house: clear ground, tight margins, legend above, no zoom by accident.

    What `more` says of a legend or a margin is added to that of the house.
    """
    # Set one by one: an update merges property by property, which takes ten times as long.
    figure.layout["height"] = height
    for name, usual in _LOOKS.items():
        said = more.pop(name, usual)
        figure.layout[name] = {**usual, **said} if isinstance(said, dict) else said
    for letter in "xy":
        set_axes(figure, letter, automargin=True, fixedrange=True)
    return figure.update_layout(**more)


def set_axes(figure: go.Figure, letter: str, **settings: object) -> None:
    """All axes of a letter (`x`, `y`) set alike; an update by Plotly itself takes six times as long."""
    for axis in (figure.layout[name] for name in figure.layout if name.startswith(f"{letter}axis")):
        for name, value in settings.items():
            axis[name] = value


def patterned(k: int) -> dict[str, object]:
    """The pattern of the k-th of several fillings, faint enough to read numbers on it; the first is plain."""
    return {"shape": PATTERNS[k % len(PATTERNS)], "fillmode": "overlay", "fgopacity": 0.3, "solidity": 0.2, "size": 7}


def year_axis(figure: go.Figure, years: list[int]) -> go.Figure:
    """The figure with one tick for each year and no half years."""
    set_axes(
        figure,
        "x",
        tickmode="array",
        tickvals=years,
        ticktext=[str(year) for year in years],
        range=[years[0] - 0.5, years[-1] + 0.5] if years else None,
        showgrid=False,
    )
    return figure
