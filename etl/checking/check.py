"""The door of checking: all rules over a shard of reports, and the table that says which function judges which rule."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from etl.checking.finding import TALLIES, Judge, Judged, findings_frame
from etl.checking.guards import judge_guards
from etl.checking.identities import judge_identity
from etl.checking.material import lay_out
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


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings`: one row per judgement that failed or is uncertain (columns: `etl.checking.finding.FINDINGS`).

    `judgements`: one row per report and rule with the number of judgements in each of the four states
    (columns: `etl.checking.finding.TALLIES`).
    """

    findings: pl.DataFrame
    judgements: pl.DataFrame


def check(cells: pl.DataFrame, left_overs: pl.DataFrame, reports: pl.DataFrame) -> Checked:
    """The findings and the judgements of the reports given; pass current reports only.

    `cells`: document_id, table_name, item, measure, value (Decimal or null), unit, status, raw, place.
    `left_overs`: document_id, table_name, text, place.
    `reports`: report_id, agency_id, agency (name, "" unknown), document_id, title, year (null unknown), form,
    region_status, region_candidates (list of texts), unmatched (corrections that the document does not match, a list
    of kind, table_name, item, measure, expected, document_value; null for none); a document_id stands once.
    """
    material = lay_out(cells, left_overs, reports)
    judged = {name: judge(RULE_BY_NAME[name], material) for name, judge in JUDGES.items()}
    return gathered(judged, material.reports)


def gathered(judged: dict[str, Judged], reports: pl.DataFrame) -> Checked:
    """What the judges handed back, as rows; `reports` are numbered as in the material they were given."""
    violations = [violation for outcome in judged.values() for violation in outcome.violations]
    return Checked(findings_frame(violations, reports), _judgements(judged, reports))


def _judgements(judged: dict[str, Judged], reports: pl.DataFrame) -> pl.DataFrame:
    tallies = pl.concat(
        outcome.tally.select("report", *_counts(), rule=pl.lit(name)) for name, outcome in judged.items()
    )
    named = tallies.join(reports.select("report", "report_id"), on="report")
    return named.select(TALLIES.names()).sort("report_id", "rule")


def _counts() -> list[pl.Expr]:
    return [pl.col(name).cast(dtype) for name, dtype in TALLIES.items() if dtype == pl.UInt32]
