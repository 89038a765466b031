"""Parts against years as a grid of cells: the same look wherever a page shows one."""

from pages.charts.picture import board


def test_a_grid_of_cells_is_high_enough_and_has_its_years_on_top() -> None:
    """Protects every row from being too thin to read, and what a page says of its cells from the usual look."""
    figure = board({"x": ["2023"], "y": ["甲", "乙", "丙"], "z": [[1], [2], [3]], "xgap": 5}, 3)
    assert (figure.data[0].type, figure.data[0].xgap, figure.data[0].ygap) == ("heatmap", 5, 3)
    assert (figure.layout.xaxis.side, figure.layout.yaxis.autorange) == ("top", "reversed")
    assert figure.layout.height - board({}, 2).layout.height == 30
    assert board({}, 0).layout.height == board({}, 2).layout.height
