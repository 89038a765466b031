"""What one document gave, as rows: the four frames of a shard and their columns.

readings: one row per document. outcome is `read` or `rejected`; reason_code and reason are null when read; title,
agency, agency_from, year_from and form are "" and year, published_on and content_key null when rejected or not known.
cells: one row per cell that recognising handed over; value is null unless status is `reported`, unit null when none
is printed. sections: one row per part of the narrative, position from 1. left_overs: one row per unclaimed cell.
"""

import hashlib
from dataclasses import dataclass, field
from decimal import Context, Decimal, Inexact
from typing import Any, Final

import polars as pl

from etl.errors import Rejection
from etl.recognising.report import Fact, Report
from etl.vocabulary.reasons import READ, REJECTED

AMOUNT: Final = pl.Decimal(20, 4)
_CLUE: Final = pl.Struct({"kind": pl.String, "text": pl.String})
SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "readings": {
        "document_id": pl.String,
        "outcome": pl.String,
        "reason_code": pl.String,
        "reason": pl.String,
        "media_type": pl.String,
        "title": pl.String,
        "agency": pl.String,
        "agency_from": pl.String,
        "year": pl.Int32,
        "year_from": pl.String,
        "form": pl.String,
        "published_on": pl.Date,
        "clues": pl.List(_CLUE),
        "content_key": pl.String,
        "has_cells": pl.Boolean,
    },
    "cells": {
        "document_id": pl.String,
        "table_name": pl.String,
        "item": pl.String,
        "measure": pl.String,
        "value": AMOUNT,
        "unit": pl.String,
        "status": pl.String,
        "raw": pl.String,
        "place": pl.String,
    },
    "sections": {
        "document_id": pl.String,
        "position": pl.Int32,
        "section": pl.String,
        "heading": pl.String,
        "text": pl.String,
        "place": pl.String,
    },
    "left_overs": {
        "document_id": pl.String,
        "table_name": pl.String,
        "text": pl.String,
        "place": pl.String,
        "reason": pl.String,
    },
}
_EDGES: Final = frozenset({"preamble", "other_matters"})
_FOUR_PLACES: Final = Decimal("0.0001")
_EXACT: Final = Context(traps=[Inexact])


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the four frames, gathered document by document."""

    of: dict[str, list[tuple[object, ...]]] = field(default_factory=lambda: {name: [] for name in SCHEMAS})

    def frames(self) -> dict[str, pl.DataFrame]:
        """The four frames by name."""
        return {name: pl.DataFrame(rows, schema=SCHEMAS[name], orient="row") for name, rows in self.of.items()}

    def add_report(self, document_id: str, media_type: str, report: Report) -> None:
        """A document that was read."""
        who = report.identity
        clues = [{"kind": clue.kind, "text": clue.text} for clue in who.clues]
        named = (who.title, who.agency, who.agency_from, who.year, who.year_from, report.form, who.published_on)
        keys = (content_key(report), any(fact.place for fact in report.facts))
        cells = [
            (document_id, f.table, f.item, f.measure, _stored(f.value), f.unit, f.status, f.raw, f.place)
            for f in report.facts
        ]
        parts = enumerate(report.sections, start=1)
        self.of["readings"].append((document_id, READ, None, None, media_type, *named, clues, *keys))
        self.of["cells"].extend(cells)
        self.of["sections"].extend((document_id, n, s.section, s.heading, s.text, s.place) for n, s in parts)
        self.of["left_overs"].extend((document_id, o.table, o.text, o.place, o.reason) for o in report.left_overs)

    def add_rejection(self, document_id: str, rejection: Rejection) -> None:
        """A document that could not be taken, with its reason."""
        nothing: tuple[object, ...] = (None, "", "", "", None, "", "", None, [], None, False)
        self.of["readings"].append((document_id, REJECTED, rejection.code, rejection.reason, *nothing))


def content_key(report: Report) -> str:
    """The same for the same report in another file or format: its cells and its words, white space squeezed out.

    The first and the last part are left out where others speak: a site puts its navigation before the report and its
    footer behind it. Raises UnicodeEncodeError for text that no file can hold (half of a surrogate pair).
    """
    cells = sorted("\t".join((f.table, f.item, f.measure, f.status, _said(f))) for f in report.facts)
    every = [(s.section, f"{s.section}\t{''.join(s.text.split())}".encode()) for s in report.sections]
    inner = [text for section, text in every if section not in _EDGES and not text.endswith(b"\t")]
    words = inner or [text for _, text in every]
    return hashlib.sha256(b"\n".join([report.form.encode(), *(cell.encode() for cell in cells), *words])).hexdigest()


def _said(fact: Fact) -> str:
    return "".join(fact.raw.split()) if fact.value is None else f"{fact.value.normalize():f}"


def _stored(value: Decimal | None) -> Decimal | None:
    """Four decimal places, which is one yuan in 万元; raises Inexact where that would be another number."""
    return None if value is None else value.quantize(_FOUR_PLACES, context=_EXACT)
