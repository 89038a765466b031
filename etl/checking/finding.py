"""The shape of a finding, and the id under which a person's decision about it survives a rebuild."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

import polars as pl

from etl.checking.material import Material
from etl.vocabulary.cells import KEY_OF_CODE
from etl.vocabulary.rules import FAIL, Rule

FINDINGS: Final = pl.Schema(
    {
        "finding_id": pl.String,
        "report_id": pl.String,
        "rule": pl.String,
        "severity": pl.String,
        "state": pl.String,
        "expression": pl.String,
        "left_value": pl.Float64,
        "right_value": pl.Float64,
        "delta": pl.Float64,
        "cells": pl.String,
        "message": pl.String,
        "expression_en": pl.String,
        "message_en": pl.String,
    }
)
"""`left_value`, `right_value` and `delta` (left − right) are null when there is nothing to compare."""

TALLIES: Final = pl.Schema(
    {
        "report_id": pl.String,
        "rule": pl.String,
        "passed": pl.UInt32,
        "failed": pl.UInt32,
        "uncertain": pl.UInt32,
        "not_assessable": pl.UInt32,
    }
)


@dataclass(frozen=True, slots=True)
class Spots:
    """The cells of one table that a finding points to, and where each stands.

    Without `codes` it points to the table, or to something printed in it that is no cell of the form.
    `elsewhere`: the report of each cell that stands in another report, "" for the own; empty when all are own.
    """

    table: str
    codes: Sequence[int]
    places: Sequence[str]
    elsewhere: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that a finding points to: its section, its number there from 1 (0: the section as a whole), its text.

    `place` is where the section begins, `said` the words that are meant, without white space; `start` and `end` are
    where they stand in the letters of `sentence`, the end left out. Both 0 where no words are meant.
    """

    section: str
    position: int
    sentence: str
    place: str
    said: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Violation:
    """One judgement that did not pass, before it has an id; texts are (zh, en), sides are (left, right).

    `about` is what tells it from others of its rule where that is not its cells; `of_year` is the year that it is
    about where that is not the report's.
    """

    report: int
    rule: Rule
    state: str
    expression: tuple[str, str]
    message: tuple[str, str]
    spots: Spots | None = None
    sides: tuple[Decimal, Decimal] | None = None
    about: tuple[str, ...] | None = None
    of_year: int | None = None
    quotes: Sequence[Quote] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judge hands back: `tally` counts judgements per report (`report`, `passed` …), violations are the rest."""

    tally: pl.DataFrame
    violations: Sequence[Violation]


Judge = Callable[[Rule, Material], Judged]
"""What every rule has one of."""


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings`: one row per judgement that failed or is uncertain (columns: `FINDINGS`).

    `judgements`: one row per report and rule with the number of judgements in each of the four states
    (columns: `TALLIES`).
    """

    findings: pl.DataFrame
    judgements: pl.DataFrame


def gathered(judged: Mapping[str, Judged], reports: pl.DataFrame) -> Checked:
    """What the judges handed back, as rows; `reports` are numbered as in the material they were given."""
    violations = [violation for outcome in judged.values() for violation in outcome.violations]
    return Checked(_findings(violations, reports), _judgements(judged, reports))


def _judgements(judged: Mapping[str, Judged], reports: pl.DataFrame) -> pl.DataFrame:
    """Sorted by report and rule; numbers are sorted, for they are quicker than ids."""
    ids = reports.get_column("report_id")
    tallies = pl.concat(judged[name].tally.select("report", *_counts(), rule=pl.lit(name)) for name in sorted(judged))
    owner = tallies.get_column("report")
    named = tallies.with_columns(report_id=ids.gather(owner), place=ids.rank("ordinal").gather(owner))
    return named.sort("place", maintain_order=True).select(TALLIES.names())


def _counts() -> list[pl.Expr]:
    return [pl.col(name).cast(dtype) for name, dtype in TALLIES.items() if dtype == pl.UInt32]


def _findings(violations: Iterable[Violation], reports: pl.DataFrame) -> pl.DataFrame:
    owners = reports.select("report_id", "agency_id", "agency", "year", "document_id").rows()
    rows = [_row(violation, owners[violation.report]) for violation in violations]
    return pl.DataFrame(rows, schema=FINDINGS, orient="row")


def _row(violation: Violation, owner: tuple[str, str, str, int | None, str]) -> tuple[object, ...]:
    report_id, agency_id, agency, own_year, document_id = owner
    year = violation.of_year or own_year
    # Reports without a name or a year would all share one agency and year; there the document tells them apart.
    who = f"{agency_id}|{year}" if agency and year is not None else document_id
    rule, fails = violation.rule, violation.state == FAIL
    left, right = violation.sides or (None, None)
    return (
        finding_id(who, rule.name, _keys(violation)),
        report_id,
        rule.name,
        rule.severity if fails else rule.doubt_severity,
        violation.state,
        violation.expression[0],
        None if left is None else float(left),
        None if right is None else float(right),
        None if left is None or right is None else float(left - right),
        _cells_json(violation.spots, violation.quotes),
        violation.message[0],
        violation.expression[1],
        violation.message[1],
    )


def finding_id(who: str, rule: str, keys: Sequence[str]) -> str:
    """Sixteen hex digits made of agency and year, rule and cells; places do not count, they move with the layout."""
    return hashlib.sha256("|".join((who, rule, *keys)).encode()).hexdigest()[:16]


def _keys(violation: Violation) -> Sequence[str]:
    """The names of the cells, or of the table."""
    if violation.about is not None:
        return violation.about
    spots = violation.spots
    return () if spots is None else sorted({_NAME_OF_CODE[code] for code in spots.codes}) or [spots.table]


_NAME_OF_CODE: Final = tuple(".".join(key) for key in KEY_OF_CODE)
_JSON_OF_CODE: Final = tuple(
    f'{{"table":"{table}","item":"{item}","measure":"{measure}","place":' for table, item, measure in KEY_OF_CODE
)


def _cells_json(spots: Spots | None, quotes: Sequence[Quote]) -> str:
    """A JSON list of {table, item, measure, place}; item and measure are null for what is no cell of the form.

    A cell of another report also has its report_id. Sentences stand first, as {table, item, measure: null, place,
    section, position, sentence, words, start, end}.
    """
    quoted = [_quote_json(quote) for quote in quotes]
    return "[" + ",".join([*quoted, *(_spots_json(spots) if spots is not None else ())]) + "]"


def _spots_json(spots: Spots) -> list[str]:
    heads: Iterable[str] = (_JSON_OF_CODE[code] for code in spots.codes)
    if not spots.codes:
        heads = (f'{{"table":"{spots.table}","item":null,"measure":null,"place":' for _ in spots.places)
    tails = [f',"report_id":"{other}"}}' if other else "}" for other in spots.elsewhere] or ["}"] * len(spots.places)
    parts = zip(heads, spots.places, tails, strict=True)
    return [f"{head}{_quoted(place)}{tail}" for head, place, tail in parts]


def _quote_json(quote: Quote) -> str:
    place = {"table": None, "item": None, "measure": None, "place": quote.place}
    said = {"section": quote.section, "position": quote.position, "sentence": quote.sentence, "words": quote.said}
    said |= {"start": quote.start, "end": quote.end}
    return json.dumps(place | said, ensure_ascii=False)


@lru_cache(maxsize=8192)
def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
