"""A figure ready made: the same for the reader as one that Plotly made."""

import json
from copy import deepcopy
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from pages.charts.picture import Grid, Spec, board, in_panel, laid_out, small_charts_layout, year_axis
from pages.charts.ready_made import ReadyMade

GRID = Grid(("甲", "乙"), 2, 0.1)
LINES = {"type": "scatter", "x": [2022, 2022.5, 2023], "y": (0.5, None, 0.25), "customdata": [["a"], [None], ["b"]]}
SPECS = (
    laid_out([LINES], height=300, xaxis=year_axis((2022, 2023)), legend={"y": 1.1}),
    laid_out([], height=300, xaxis=year_axis(())),
    laid_out([in_panel(LINES, k) for k in (0, 1)], height=200, **small_charts_layout(GRID, {}, {"tickformat": ".0%"})),
    board({"x": ["2022"], "y": ["甲市"], "z": [[1]], "text": [["1"]], "customdata": [["甲市"]]}, rows=1),
)


def told(figure: go.Figure) -> Any:  # noqa: ANN401  # what JSON holds
    """What a browser is told of a figure."""
    return json.loads(pio.to_json(figure, validate=False))


@pytest.mark.parametrize("spec", SPECS)
def test_a_browser_is_told_what_a_figure_of_plotly_tells(spec: Spec) -> None:
    """Protects every chart: what spares a reader the copying may not change what is drawn, the theme included."""
    assert told(ReadyMade(spec)) == told(go.Figure(spec, _validate=False))


@pytest.mark.parametrize("spec", SPECS)
def test_a_picture_kept_for_the_next_reader_stays_as_it_is(spec: Spec) -> None:
    """Protects against a figure that changes while it is handed over: others are shown the same one."""
    before = deepcopy(spec)
    told(ReadyMade(spec))
    assert spec == before
    assert "template" not in spec["layout"]
