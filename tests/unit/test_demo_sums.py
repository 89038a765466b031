"""The demo's governments: the sum of their departments and townships, but for what the answer sheet says."""

from collections import Counter
from decimal import Decimal

import pytest

from etl.demo.bodies import invented_bodies
from etl.demo.cast import bodies_needed
from etl.demo.history import Draft
from etl.demo.play import planted_drafts
from etl.demo.sheet import states_number
from etl.vocabulary.form import CellKey

REPORTS = 700


@pytest.fixture(scope="module")
def divisions() -> dict[tuple[str, int], list[Draft]]:
    """The reports of a corpus by division and year."""
    found: dict[tuple[str, int], list[Draft]] = {}
    for draft in planted_drafts(invented_bodies(bodies_needed(REPORTS))[1], REPORTS, seed=3):
        found.setdefault((draft.body.division.code, draft.year), []).append(draft)
    return found


def governments(divisions: dict[tuple[str, int], list[Draft]]) -> list[tuple[Draft, list[Draft]]]:
    """Each government's report with those of its bodies, the unresolved ones left out."""
    kinds = [
        (
            [one for one in drafts if one.body.kind == "government"],
            [one for one in drafts if one.body.kind != "government"],
        )
        for drafts in divisions.values()
    ]
    return [(own[0], below) for own, below in kinds if own and below and not own[0].part.is_unresolved]


def reasons(draft: Draft) -> set[str]:
    """The kinds of plantings that are about the sum."""
    return {planted.kind for planted in draft.planted if planted.rule == "ROLLUP"}


def numbers(draft: Draft) -> dict[CellKey, Decimal]:
    """The cells that hold a number."""
    return {key: Decimal(text) for key, text in draft.cells.items() if states_number(text)}


def test_a_government_reports_the_sum_of_its_bodies(divisions: dict[tuple[str, int], list[Draft]]) -> None:
    """Protects the rule about levels from the demo: cell by cell the sum holds unless the answer sheet says why not."""
    checked = 0
    for draft, below in governments(divisions):
        if reasons(draft):
            continue
        sums: Counter[CellKey] = Counter()
        for body in below:
            sums.update(numbers(body))
        assert numbers(draft) == dict(sums), draft.body.name
        checked += 1
    assert checked > 100


def test_few_governments_are_not_the_sum_and_each_says_why(divisions: dict[tuple[str, int], list[Draft]]) -> None:
    """Protects the demo's point: sums that differ, that lack a body or a number are there, and are the exception."""
    told = [reasons(draft) for draft, _ in governments(divisions)]
    assert {"not_the_sum", "sum_differs", "sum_incomplete", "sum_unreadable"} == set().union(*told)
    assert sum(map(bool, told)) < len(told) / 4


def test_most_governments_have_several_bodies(divisions: dict[tuple[str, int], list[Draft]]) -> None:
    """Protects the sums from being copies: a government with one body would print that body's numbers."""
    sizes = [len(below) for _, below in governments(divisions)]
    assert sum(size > 1 for size in sizes) > 0.95 * len(sizes)


def test_what_differs_is_named_by_the_cell_that_differs_most(divisions: dict[tuple[str, int], list[Draft]]) -> None:
    """Protects the answer sheet: the cell it names is one in which the numbers differ."""
    for draft, below in governments(divisions):
        for planted in (one for one in draft.planted if one.kind == "sum_differs"):
            assert numbers(draft)[planted.key] != sum(numbers(body)[planted.key] for body in below)
