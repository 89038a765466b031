"""One wrong cell in a report whose sums hold: every sum with that cell is found broken, and nothing else fails."""

import json
from collections import Counter
from collections.abc import Callable, Iterator

import polars as pl

from etl.checking.check import check
from etl.vocabulary.form import FORMS, PROACTIVE, CellKey, printed_cells
from etl.vocabulary.rules import ERROR, FAIL
from tests.rules.shards import Sheet, consistent_cells, frames, laid_out
from tests.rules.test_properties import Line, sides_of

CHANGES: dict[str, Callable[[int], int]] = {
    "one more": lambda n: n + 1,
    "a digit added": lambda n: n * 10 + 7,
    "two thousand more": lambda n: n + 2000,
}
"""What goes wrong when a number is typed: off by one, a digit too many, another number."""


def injections() -> Iterator[tuple[str, CellKey, Sheet]]:
    """Every cell of tables three and four of both forms, in turn, wrong in each of the ways."""
    number = 0
    for seed, form in enumerate(FORMS):
        clean = consistent_cells(form, seed)
        for key in printed_cells(form):
            if key[0] == PROACTIVE:
                continue
            for change in CHANGES.values():
                yield form, key, Sheet({**clean, key: str(change(int(clean[key])))}, form, number)
                number += 1


def broken_lines(form: str, key: CellKey) -> Counter[str]:
    """How many sums of each rule hold the cell, written out by hand."""
    sums: dict[Line, tuple[list[CellKey], list[CellKey]]] = sides_of(form)
    return Counter(rule for (rule, _), (left, right) in sums.items() if key in left or key in right)


def test_every_broken_sum_is_found_and_nothing_else_fails() -> None:
    """Protects both promises over a thousand injections: none is missed, and no agency is accused of another error."""
    cases = list(injections())
    assert len(cases) >= 1000
    found = check(laid_out(*frames([sheet for _, _, sheet in cases]))).findings.filter(pl.col("severity") == ERROR)
    assert set(found["state"]) == {FAIL}
    by_report = {name[0]: frame for name, frame in found.partition_by("report_id", as_dict=True).items()}
    for form, key, sheet in cases:
        mine = by_report[f"report{sheet.number}"]
        assert Counter(mine["rule"]) == broken_lines(form, key), (form, key)
        named = [
            {(cell["table"], cell["item"], cell["measure"]) for cell in json.loads(text)} for text in mine["cells"]
        ]
        assert all(key in cells for cells in named), (form, key)


def test_nothing_fails_where_nothing_is_injected() -> None:
    """Protects correct reports: no finding of severity error in a hundred of them, on both forms."""
    sheets = [
        Sheet(consistent_cells(form, seed), form, 2 * seed + at) for seed in range(50) for at, form in enumerate(FORMS)
    ]
    assert check(laid_out(*frames(sheets))).findings.filter(pl.col("severity") == ERROR).is_empty()
