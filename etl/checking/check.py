"""The rules about one report: the table that says which function judges which rule."""

from typing import Final

from etl.checking.finding import Checked, Judge, gathered
from etl.checking.guards import judge_guards
from etl.checking.identities import judge_identity
from etl.checking.material import Material
from etl.checking.meanings import (
    judge_all_zero,
    judge_decimal,
    judge_integer,
    judge_missing,
    judge_nonnegative,
    judge_status,
)
from etl.checking.plausibility import judge_plausible
from etl.checking.process import judge_agency, judge_left_over, judge_region, judge_year
from etl.vocabulary.rules import RULE_BY_NAME

JUDGES: Final[dict[str, Judge]] = {
    "T3.BALANCE": judge_identity,
    "T3.OUTCOMES": judge_identity,
    "T3.APPLICANTS": judge_identity,
    "T4.TOTAL": judge_identity,
    "T2.2019": judge_identity,
    "NONNEGATIVE": judge_nonnegative,
    "INTEGER": judge_integer,
    "DECIMAL": judge_decimal,
    "BLANK": judge_status,
    "NOT_APPLICABLE": judge_status,
    "UNREADABLE": judge_status,
    "MISSING": judge_missing,
    "ALL_ZERO": judge_all_zero,
    "LEFT_OVER": judge_left_over,
    "REGION_UNRESOLVED": judge_region,
    "AGENCY_UNKNOWN": judge_agency,
    "YEAR_UNKNOWN": judge_year,
    "PL.CARRIED_OUT": judge_plausible,
    "PL.DISPUTES": judge_plausible,
    "CORRECTION_GUARD": judge_guards,
}
"""Every declared rule about one report and the function that judges it."""


def check(material: Material) -> Checked:
    """The findings and the judgements of the rules about one report, for all reports of the material."""
    judged = {name: judge(RULE_BY_NAME[name], material) for name, judge in JUDGES.items()}
    return gathered(judged, material.reports)
