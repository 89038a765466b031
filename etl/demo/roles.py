"""What a body may play in the corpus: something planted in its reports, or numbers far out of line."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from etl.demo import planting_numbers as numbers
from etl.demo import planting_papers as papers
from etl.demo import planting_texts as texts
from etl.demo import planting_years as years
from etl.demo.bodies import Body
from etl.demo.history import Draft
from etl.demo.numbers import ANY_VOLUME, Surge

Planting = Callable[[list[Draft], Body, Random], None]
"""Changes one of a body's reports, oldest first, and says so on the answer sheet; the body given is a peer."""

BELOW: Final = ("department", "township")
ALL_KINDS: Final = ("government", *BELOW)


@dataclass(frozen=True, slots=True)
class Role:
    """What is planted, or what surges, in bodies of which kinds; `volume` are the least and most requests a year.

    `is_told` says that the narrative must be there before, because it is changed too.
    """

    kind: str
    plant: Planting | None = None
    surge: Surge | None = None
    kinds: tuple[str, ...] = ALL_KINDS
    volume: tuple[float, float] = ANY_VOLUME
    is_told: bool = False


def _in_numbers(plant: Planting, kinds: tuple[str, ...] = ALL_KINDS, volume: tuple[float, float] = ANY_VOLUME) -> Role:
    return Role(plant.__name__, plant, kinds=kinds, volume=volume)


def _in_texts(plant: Planting) -> Role:
    return Role(plant.__name__, plant, is_told=True)


def _surge(surge: Surge) -> Role:
    return Role(f"outlier_{surge}", surge=surge, kinds=("department",), volume=(90.0, 400.0))


NO_ROLE: Final = Role("")
MISSING_REPORT: Final = Role("missing_report", kinds=BELOW)
NOT_THE_SUM: Final = _in_numbers(numbers.not_the_sum, ("government",))

ROLES: Final = (
    _in_numbers(numbers.broken_total),
    MISSING_REPORT,
    NOT_THE_SUM,
    _in_texts(papers.duplicate),
    _in_texts(papers.superseded),
    _in_numbers(numbers.broken_balance),
    _in_numbers(numbers.unreadable_cell),
    _in_numbers(numbers.blank_cells),
    _in_numbers(numbers.broken_outcomes),
    _in_numbers(numbers.broken_reviews),
    _in_numbers(years.too_few_items),
    _in_numbers(years.items_mismatch),
    _in_numbers(years.in_force_mismatch),
    _in_numbers(years.carry_mismatch),
    _in_numbers(years.identical_numbers, ("department",), (60.0, 400.0)),
    _in_texts(texts.other_agency_named),
    _in_texts(papers.late),
    _in_texts(texts.wrong_count),
    _in_texts(texts.stale_year),
    _in_numbers(numbers.broken_columns, ("department",), (30.0, 400.0)),
    _in_numbers(numbers.blank_table),
    _in_numbers(numbers.marks_for_nothing),
    _in_numbers(numbers.one_other_row),
    _in_texts(texts.empty_section_five),
    _in_texts(texts.no_measures),
    _in_texts(texts.said_twice),
    _in_texts(texts.section_left_out),
    _in_numbers(numbers.negative_number),
    _in_numbers(numbers.fraction),
    _in_numbers(numbers.long_amount),
    _in_numbers(numbers.missing_row),
    _in_numbers(numbers.carried_out_beyond),
    _in_numbers(numbers.disputes_without_requests, ("township",), (0.0, 0.01)),
    _in_texts(papers.extra_row),
    _surge("refusals"),
    _surge("carry_over"),
    _surge("requests"),
)

WRITTEN_OVER: Final = frozenset({"empty_section_five", "no_measures", "said_twice"})
"""Kinds that change section five, which the body must not repeat the year after."""
