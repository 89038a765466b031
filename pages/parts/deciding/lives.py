"""How the findings of the build stand under the decisions made so far; read anew after every decision."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polars as pl
import streamlit as st

from etl.deciding import STANDING, DecisionsError, decisions_in_force, fixed, stamp, standing
from etl.vocabulary.decisions import OPEN, STANDINGS
from pages.parts.faults import fault_in_words
from pages.parts.view import Data, View, data_dir
from pages.queries.checks import Ids, agencies_known, findings_known

STANDING_WORDS: Final = {word.name: word for word in STANDINGS}


@dataclass(frozen=True, slots=True)
class Lives:
    """The findings that somebody decided on; every other one is open.

    `decided`: those of the build, with the columns of `findings_listed` and of `STANDING`; `gone`: those that were
    decided on and are found no more, as they were seen then, without `report_number`. `stamp` is another one after
    every decision. `fault` says why nothing is known about decisions, "" when all is.
    """

    stamp: str
    decided: pl.DataFrame = field(repr=False, compare=False)
    gone: pl.DataFrame = field(repr=False, compare=False)
    fault: str = ""

    def laid_over(self, findings: pl.DataFrame) -> pl.DataFrame:
        """The findings (with `finding_id`) in their order, with the columns of `STANDING`.

        Those that nobody decided on are open; `standing` is null where nothing is known about decisions.
        """
        told = self.decided.select("finding_id", *STANDING)
        joined = findings.join(told, on="finding_id", how="left", maintain_order="left")
        return joined if self.fault else joined.with_columns(pl.col("standing").fill_null(OPEN))


def lives_of(view: View) -> Lives:
    """How the findings of the published build stand now."""
    folder = data_dir()
    try:
        return _lives(view.data.key, stamp(folder), str(folder), view.data)
    except DecisionsError as fault:
        nothing = _decided_on(view.data, pl.DataFrame(schema={"finding_id": pl.String, "document_id": pl.String}))
        empty = nothing.with_columns(pl.lit(None, kind).alias(name) for name, kind in STANDING.items())
        return Lives("", empty, empty, fault_in_words(fault, view.language))


@st.cache_resource(max_entries=4, show_spinner=False)
def _lives(build: str, stamp: str, folder: str, _data: Data) -> Lives:  # noqa: ARG001  # the build is part of the key
    decisions = decisions_in_force(Path(folder))
    there = _decided_on(_data, decisions)
    told = standing(there, decisions)
    decided = told.filter(pl.col("decision").is_not_null())
    gone = fixed(there, decisions)
    owners = agencies_known(_data.connection, Ids("", tuple(gone["agency_id"].unique())))
    return Lives(stamp, decided, gone.join(owners, on="agency_id", how="left", maintain_order="left"))


def _decided_on(data: Data, decisions: pl.DataFrame) -> pl.DataFrame:
    """The findings of the build that decisions may be about: of their ids, or of their documents."""
    ids, documents = (tuple(decisions[name].unique().drop_nulls()) for name in ("finding_id", "document_id"))
    return findings_known(data.connection, Ids("", ids), Ids("", documents))
