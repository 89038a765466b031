"""A government's numbers as the sum of those of its departments and townships, and where what is printed differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from etl.demo.history import Draft
from etl.demo.part import Part
from etl.demo.sheet import states_number
from etl.vocabulary.form import DECIMAL_MEASURES, CellKey

Cells = Mapping[CellKey, str]


@dataclass(slots=True)
class YearOfBodies:
    """What the bodies of a division report for one year.

    `true` are the sums of what they should report, `off` by how much what they print differs, `gaps` the cells in which
    one of them prints no number; `present` and `absent` are the names of those with and without a report, `causes` of
    those that differ, `outliers` of those far out of line.
    """

    true: dict[CellKey, Decimal | int] = field(default_factory=dict)
    off: dict[CellKey, Decimal] = field(default_factory=dict)
    gaps: set[CellKey] = field(default_factory=set)
    present: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)
    outliers: list[str] = field(default_factory=list)

    def add(self, part: Part, truth: Cells, draft: Draft | None) -> None:
        """One more body; without a draft its report was not published."""
        for key, text in truth.items():
            number = Decimal(text) if key[2] in DECIMAL_MEASURES else int(text)
            self.true[key] = self.true.get(key, 0) + number
        if draft is None:
            self.absent.append(part.body.name)
            return
        self.present.append(part.body.name)
        if draft.is_changed:
            self.causes.append(part.body.name)
            self.gaps |= gaps_of(draft)
            for key, difference in differences(draft):
                self.off[key] = self.off.get(key, Decimal(0)) + difference

    def cells(self) -> dict[CellKey, str]:
        """The sums as a report states them."""
        return {key: _written(number, key) for key, number in self.true.items()}

    def settle(self, draft: Draft) -> None:
        """Put on the answer sheet of the government why its report is not the sum of the others."""
        for name in self.outliers:
            draft.note("outlier_of_body", note=name)
        if not self.present:
            return
        if self.absent:
            draft.note("sum_incomplete", "ROLLUP", note="、".join(self.absent))
            return
        gaps = (self.gaps | gaps_of(draft)) & draft.cells.keys()
        left = {key: number for key, number in self._left(draft).items() if number and key not in gaps}
        causes = "、".join(self.causes)
        for table in dict.fromkeys(key[0] for key in left):
            widest = max((key for key in left if key[0] == table), key=lambda key: abs(left[key]))
            if not any((planted.rule, planted.key[0]) == ("ROLLUP", table) for planted in draft.planted):
                draft.note("sum_differs", "ROLLUP", widest, causes)
        for table in sorted({key[0] for key in gaps}):
            draft.note("sum_unreadable", "ROLLUP", min(key for key in gaps if key[0] == table), causes)

    def _left(self, draft: Draft) -> dict[CellKey, Decimal]:
        """By how much the government prints more than its bodies."""
        left = {key: -number for key, number in self.off.items() if key in draft.cells}
        for key, difference in differences(draft):
            left[key] = left.get(key, Decimal(0)) + difference
        return left


def differences(draft: Draft) -> Iterator[tuple[CellKey, Decimal]]:
    """By how much each printed number differs from the true one."""
    if not draft.is_changed:
        return
    for key, text in draft.cells.items():
        true = draft.truth.get(key)
        if true is not None and text != true and states_number(text):
            yield key, Decimal(text) - Decimal(true)


def gaps_of(draft: Draft) -> set[CellKey]:
    """The cells of the form in which no number is printed, or which are not printed at all."""
    if not draft.is_changed:
        return set()
    unread = {key for key, text in draft.cells.items() if not states_number(text)}
    return unread | draft.truth.keys() - draft.cells.keys() | draft.cells.keys() - draft.truth.keys()


def _written(number: Decimal | int, key: CellKey) -> str:
    return f"{number:.4f}" if number and key[2] in DECIMAL_MEASURES else str(int(number))
