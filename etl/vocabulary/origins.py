"""Where an indicator comes from: the volumes in its formula, their printed cells, and whether a form prints them."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from etl.vocabulary.form import FORMS, CellKey, printed_cells
from etl.vocabulary.indicators import INDICATOR_BY_NAME, INDICATORS, RATE, SUM, VOLUME, Indicator

TOP: Final = "numerator"
BOTTOM: Final = "denominator"


@dataclass(frozen=True, slots=True)
class Operand:
    """A volume in a formula; `side` is where it stands in a division, "" where nothing is divided."""

    volume: Indicator
    side: str = ""
    is_taken_off: bool = False

    def cells(self, *, is_one_row: bool) -> tuple[CellKey, ...]:
        """The printed cells it adds up; `is_one_row` says that table three prints （六） as one row."""
        return self.volume.cells_one_row if is_one_row and self.volume.cells_one_row else self.volume.cells


def operands(indicator: Indicator, side: str = "", *, is_taken_off: bool = False) -> tuple[Operand, ...]:
    """The volumes that an indicator is computed from, in the order of its formula; none for one computed otherwise."""
    if indicator.family == VOLUME:
        return (Operand(indicator, side, is_taken_off),)
    if indicator.family == RATE:
        parts = [(str(indicator.numerator), TOP, False), (str(indicator.denominator), BOTTOM, False)]
    elif indicator.family == SUM:
        parts = [(name, side, is_taken_off) for name in indicator.plus]
        parts += [(name, side, not is_taken_off) for name in indicator.minus]
    else:
        return ()
    return tuple(
        operand
        for name, where, is_less in parts
        for operand in operands(INDICATOR_BY_NAME[name], where, is_taken_off=is_less)
    )


@cache
def is_printed(indicator: Indicator, form: str) -> bool:
    """Whether a form prints every cell the indicator needs; a form nobody declared is taken to."""
    if form not in FORMS:
        return True
    return all(
        any(
            cells and _printed(form).issuperset(cells) for cells in (operand.volume.cells, operand.volume.cells_one_row)
        )
        for operand in operands(indicator)
    )


def means_the_same(indicator: Indicator) -> bool:
    """Whether both forms measure the same by it; not so where one prints a whole row for what the other splits."""
    volumes = [operand.volume for operand in operands(indicator)]
    return not any(volume.cells_one_row and len(volume.cells) == 1 for volume in volumes)


def rates_alike(*topics: str) -> tuple[Indicator, ...]:
    """The rates of these topics that may be summed, ranked and joined by a line whatever form a report is on."""
    return tuple(one for one in INDICATORS if one.family == RATE and one.topic in topics and means_the_same(one))


@cache
def _printed(form: str) -> frozenset[CellKey]:
    return frozenset(printed_cells(form))
