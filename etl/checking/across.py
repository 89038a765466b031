"""The rules that need several reports, for a batch that holds whole divisions."""

from collections.abc import Callable
from typing import Final

from etl.checking.around import Around
from etl.checking.calendar import judge_coverage, judge_duplicate, judge_late
from etl.checking.finding import Checked, Judged, gathered
from etl.checking.identities import judge_identity
from etl.checking.levels import judge_rollup
from etl.checking.peers import judge_residual
from etl.checking.years import judge_identical, judge_jump
from etl.vocabulary.rules import RULE_BY_NAME, Rule


def _judge_sums(rule: Rule, around: Around) -> Judged:
    return judge_identity(rule, around.material)


JUDGES_ACROSS: Final[dict[str, Callable[[Rule, Around], Judged]]] = {
    "XY.CARRY": _judge_sums,
    "XY.IN_FORCE": _judge_sums,
    "XY.ITEMS": _judge_sums,
    "XY.JUMP": judge_jump,
    "XY.IDENTICAL": judge_identical,
    "ROLLUP": judge_rollup,
    "PL.RESIDUAL": judge_residual,
    "COVERAGE": judge_coverage,
    "DUPLICATE": judge_duplicate,
    "LATE": judge_late,
}
"""Every declared rule about several reports and the function that judges it."""


def check_across(around: Around) -> Checked:
    """The findings and the judgements of these rules for the current reports."""
    judged = {name: judge(RULE_BY_NAME[name], around) for name, judge in JUDGES_ACROSS.items()}
    return gathered(judged, around.material.reports)
