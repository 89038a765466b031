"""What cannot well be: more requests carried out than there were, disputes where nobody requested anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

import polars as pl

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import Material
from etl.checking.wording import both, listed, number, unknown_cells
from etl.checking.years import tally
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.form import CHANNELS, REQUESTS, REVIEWS, CellKey
from etl.vocabulary.rules import FAIL, PASSED, UNCERTAIN, Rule
from etl.vocabulary.short_labels import cell_label

_ON_HAND: Final = ((REQUESTS, "received", "total"), (REQUESTS, "carried_in", "total"))
_LEFT: Final = pl.col("left")
_RIGHT: Final = pl.col("right")


@dataclass(frozen=True, slots=True)
class _Sides:
    """The cells of both sides, and when their sums cannot well be."""

    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]
    fails: pl.Expr

    @property
    def codes(self) -> dict[int, str]:
        """Every cell's code and its side."""
        sides = {"left": self.left, "right": self.right}
        return {KEY_OF_CODE.index(key): side for side, keys in sides.items() for key in keys}


_SIDES: Final = {
    "PL.CARRIED_OUT": _Sides(((REQUESTS, "carried_out", "total"),), _ON_HAND, _LEFT > _RIGHT),
    "PL.DISPUTES": _Sides(
        tuple((REVIEWS, channel.name, "total") for channel in CHANNELS), _ON_HAND, (_LEFT > 0) & (_RIGHT == 0)
    ),
}


def judge_plausible(rule: Rule, material: Material) -> Judged:
    """One judgement per report that has the tables; uncertain when a cell holds no number."""
    sides = _SIDES[rule.name]
    columns = {
        name: [pl.col(str(code)) for code, side in sides.codes.items() if side == name] for name in ("left", "right")
    }
    summed = material.numbers.select(
        **{name: pl.sum_horizontal(cells) for name, cells in columns.items()},
        is_open=pl.any_horizontal(cell.is_null() for cells in columns.values() for cell in cells),
    ).with_row_index("report")
    assessable = summed.filter(material.tables.select(pl.all_horizontal(rule.tables)).to_series())
    state = pl.when("is_open").then(pl.lit(UNCERTAIN)).when(sides.fails).then(pl.lit(FAIL)).otherwise(pl.lit(PASSED))
    judged = assessable.with_columns(state=state)
    found = judged.filter(pl.col("state") != PASSED).select("report", "state")
    facts = material.facts_of(found.get_column("report")).filter(pl.col("code").is_in(list(sides.codes)))
    cells = facts.join(found, on="report").sort("report", "code").partition_by("report", maintain_order=True)
    return Judged(tally(material.reports, judged), [_violation(rule, sides, one) for one in cells])


def _violation(rule: Rule, sides: _Sides, cells: pl.DataFrame) -> Violation:
    report, state = cells.select("report", "state").row(0)
    codes, places = tuple(cells["code"]), tuple(cells["place"])
    spots = Spots(REQUESTS, codes, places)
    expression = both(rule.expression_text)
    if state == UNCERTAIN:
        unknown = cells.filter(pl.col("value").is_null())
        zh, en = both(partial(unknown_cells, tuple(unknown["code"]), tuple(unknown["status"]), tuple(unknown["raw"])))
        message = f"无法核对“{rule.label_zh}”。{zh}。", f"“{rule.label_en}” cannot be judged. {en}."
        return Violation(report, rule, UNCERTAIN, expression, message, spots)
    values = dict(cells.select("code", "value").rows())
    left, right = (_numbers(values, sides, side) for side in ("left", "right"))
    texts = (_written(left, right, "zh"), _written(left, right, "en"))
    message = f"{texts[0]}。{rule.definition}。", f"{texts[1]}. {rule.definition_en}."
    totals = sum(left.values(), Decimal(0)), sum(right.values(), Decimal(0))
    return Violation(report, rule, FAIL, texts, message, spots, totals)


def _numbers(values: dict[int, Decimal], sides: _Sides, side: str) -> dict[int, Decimal]:
    return {code: value for code, value in values.items() if sides.codes[code] == side}


def _written(left: dict[int, Decimal], right: dict[int, Decimal], language: str) -> str:
    parts: Sequence[str] = [
        f"{cell_label(*KEY_OF_CODE[code], language=language)} {number(value)}"
        for code, value in {**left, **right}.items()
    ]
    return listed(parts, language)
