"""Parts against years as a grid of cells: the same look wherever a page shows one."""

from pages.charts.picture import board


def test_a_grid_of_cells_is_high_enough_and_has_its_years_on_top() -> None:
    """Protects every row from being too thin to read, and what a page says of its cells from the usual look."""
    figure = board({"x": ["2023"], "y": ["甲", "乙", "丙"], "z": [[1], [2], [3]], "xgap": 5}, 3)
    grid, layout = figure["data"][0], figure["layout"]
    assert (grid["type"], grid["xgap"], grid["ygap"]) == ("heatmap", 5, 3)
    assert (layout["xaxis"]["side"], layout["yaxis"]["autorange"]) == ("top", "reversed")
    assert layout["height"] - board({}, 2)["layout"]["height"] == 30
    assert board({}, 0)["layout"] == board({}, 2)["layout"]
