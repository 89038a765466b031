"""Where the nodes of a flow stand: in columns, in the order given, far enough apart for their labels."""

from collections.abc import Mapping, Sequence
from typing import Final

ACROSS: Final = (0.001, 0.21, 0.45, 0.999)
"""How far from the left each column stands; 0 and 1 themselves would be taken for no place at all."""

Columns = Sequence[Sequence[str]]
Sizes = Mapping[str, int]


def placed(columns: Columns, sizes: Sizes, height: float, pad: float) -> dict[str, tuple[float, float]]:
    """The middle of each node, as parts of width and height; the last column stands as far down as it can."""
    unit = _unit(columns, sizes, height, pad)
    places: dict[str, tuple[float, float]] = {}
    for across, column in zip(ACROSS, columns, strict=True):
        needed = sum(sizes[name] for name in column) * unit + pad * (len(column) - 1)
        down = height - needed if across == ACROSS[-1] else 0.0
        for name in column:
            places[name] = across, min(max((down + sizes[name] * unit / 2) / height, 0.001), 0.999)
            down += sizes[name] * unit + pad
    return places


def drawn_pad(columns: Columns, sizes: Sizes, ends: Sequence[str], height: float, pad: float) -> float:
    """The pad to be named to the figure, so that it draws the nodes as large as `placed` takes them to be.

    The figure puts all nodes that lead nowhere, the `ends`, into its last column before they are moved, and draws as
    large as they and their pads allow. That column has to stay: from it the figure takes the order of the links.
    """
    free = height - _unit(columns, sizes, height, pad) * sum(sizes[name] for name in ends)
    return max(free, 0.0) / max(len(ends) - 1, 1)


def _unit(columns: Columns, sizes: Sizes, height: float, pad: float) -> float:
    """The height of one request: what the fullest column leaves between its pads."""
    return min((height - pad * (len(column) - 1)) / sum(sizes[name] for name in column) for column in columns if column)
