"""Reports by the state of their section five, as a pure figure."""

import polars as pl

from pages.charts.bars import state_bars


def test_the_number_of_a_thin_part_is_not_cut_off() -> None:
    """Protects a lone report on top of the highest bar: its number stands above it, inside the picture."""
    rows = pl.DataFrame({"year": [2024, 2024], "state": ["changed", "missing"], "reports": [29, 1]})
    figure = state_bars(rows, "zh").figure
    assert figure.layout.yaxis.range[1] >= 30 * 1.1
    assert not any(bar.cliponaxis for bar in figure.data)
