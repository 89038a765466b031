"""Letters as values, agency by agency: findings under the decisions made so far, and what stands around them.

Asked for some agencies at a time, so that a region of thousands takes no more memory than a few of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

import polars as pl

from etl.deciding import decisions_in_force, standing
from etl.errors import GongkaiError
from etl.vocabulary.corrections import CORRECTION_KINDS
from etl.vocabulary.decisions import CONFIRMED, DISMISSED, OPEN, OUTDATED
from etl.vocabulary.labels import UNNAMED
from etl.vocabulary.page_labels import letters as says
from etl.vocabulary.rules import RULE_BY_NAME, RULES, UNCERTAIN
from pages.parts.letters.items import by_key, cells_of, item_of
from pages.parts.letters.letter import Build, Item, Judged, Letter, Paper, Row, Sender
from pages.parts.view import View
from pages.queries import letters as asks
from pages.queries.coverage import build_facts
from pages.queries.selection import Selection

AGENCIES_AT_ONCE: Final = 50
_RANK: Final = {rule.name: rank for rank, rule in enumerate(RULES)}
_KINDS: Final = {word.name: word for word in CORRECTION_KINDS}


class NoLetterError(GongkaiError):
    """There is no finding to go into a letter any more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What letters are asked for: about which reports, with which findings, from whom.

    `decisions` are those in force when the page was drawn; whoever writes a letter asks for those of `now`.
    """

    selection: Selection
    decisions: pl.DataFrame
    with_open: bool = False
    with_notes: bool = False
    sender: Sender = field(default_factory=Sender)

    def now(self, folder: Path) -> "Wanted":
        """The same under the decisions in force now; raises DecisionsError when nobody knows them.

        A page stays open for hours: what was dismissed meanwhile must not leave as confirmed.
        """
        return replace(self, decisions=decisions_in_force(folder))

    def kept(self, standings: pl.DataFrame) -> pl.DataFrame:
        """The findings (with their standing) that go into a letter; never one that was dismissed."""
        is_wanted = pl.col("standing") == CONFIRMED
        if self.with_open:
            # A decision whose numbers have changed applies no more; but what was dismissed is looked at first.
            is_stale = (pl.col("standing") == OUTDATED) & (pl.col("decision") != DISMISSED)
            is_wanted = is_wanted | (pl.col("standing") == OPEN) | is_stale
        return standings.filter(is_wanted if self.with_notes else is_wanted & ~pl.col("is_note"))


def standings_of(view: View, wanted: Wanted, agencies: Sequence[str]) -> pl.DataFrame:
    """The findings of some agencies (rows of `findings_to_tell`), each with how it stands."""
    return _standing(view.ask_once(asks.findings_to_tell, wanted.selection, agencies), wanted)


def standings_of_one(view: View, wanted: Wanted, agency_id: str) -> pl.DataFrame:
    """The same of one agency, for a screen: the findings are kept for the next reader."""
    return _standing(view.ask(asks.findings_to_tell, wanted.selection, (agency_id,)), wanted)


def letters_due(view: View, wanted: Wanted) -> pl.DataFrame:
    """One row per agency under the filters, by place and name, with how many findings its letter would have.

    Columns: agency_id, name, place, findings (0: no letter), papers. A letter to nobody is none.
    """
    due = _due(view, wanted)
    return due.with_columns(findings=pl.when(pl.col("name") != "").then("findings").otherwise(0))


def _due(view: View, wanted: Wanted) -> pl.DataFrame:
    every = view.ask(asks.findings_by_agency, wanted.selection, with_notes=wanted.with_notes)
    decided = _decided(view, wanted)
    kept = wanted.kept(decided)
    if not wanted.with_open:
        return _counted(every.drop("findings"), kept)
    told = decided if wanted.with_notes else decided.filter(~pl.col("is_note"))
    out = _counted(every.select("agency_id"), told.join(kept, on="finding_id", how="anti"))
    less = every.join(out, on="agency_id", how="left", maintain_order="left", suffix="_out")
    return less.with_columns(pl.col("findings") - pl.col("findings_out")).drop("findings_out")


def letter_to(view: View, wanted: Wanted, agency_id: str) -> Letter:
    """The letter to one agency; raises NoLetterError when it has no finding to go into one."""
    for letter in letters_to(view, wanted, [agency_id]):
        return letter
    raise NoLetterError("没有可列入的发现（no finding to go into a letter）")


def letters_to(view: View, wanted: Wanted, agencies: Sequence[str]) -> Iterator[Letter]:
    """A letter to each of these agencies that has a name and a finding to go into one, in their order."""
    build = _build(view)
    for first in range(0, len(agencies), AGENCIES_AT_ONCE):
        some = agencies[first : first + AGENCIES_AT_ONCE]
        found = wanted.kept(standings_of(view, wanted, some)).filter(pl.col("agency") != "")
        yield from _letters(view, wanted, found, [one for one in some if one in set(found["agency_id"])], build)


def _letters(
    view: View, wanted: Wanted, found: pl.DataFrame, agencies: Sequence[str], build: Build
) -> Iterator[Letter]:
    """The letters of one round; everything that they need is asked for at once."""
    read = by_key(view.ask_once(asks.cells_named, cells_of(found)))
    owners = _by_agency(view.ask_once(asks.agencies_written_to, agencies))
    papers = _by_agency(view.ask_once(asks.reports_written_about, wanted.selection, agencies))
    judged = _by_agency(view.ask_once(asks.judgements_of, wanted.selection, agencies))
    reports = [row["report_id"] for rows in papers.values() for row in rows]
    corrected = _by(view.ask_once(asks.reports_corrected, reports), "report_id")
    items = {agency: [(row, item_of(view, row, read)) for row in rows] for agency, rows in _by_agency(found).items()}
    for agency in agencies:
        (owner,) = owners[agency]
        own = papers.get(agency, [])
        yield Letter(
            language=view.language,
            agency_id=agency,
            agency=owner["name"] or view.say(UNNAMED),
            place=owner["place"] or view.say(says.PLACE_UNKNOWN),
            years=tuple(sorted({row["year"] for row in own if row["year"] is not None})),
            papers=tuple(_paper(view, row, corrected.get(row["report_id"], [])) for row in own),
            judged=tuple(_judged(view, row) for row in sorted(judged.get(agency, []), key=_rank)),
            sender=wanted.sender,
            build=build,
            **_sorted(items[agency]),
        )


def _sorted(items: Sequence[tuple[Row, Item]]) -> dict[str, tuple[Item, ...]]:
    """The items by the part of the letter in which they stand."""
    parts: dict[str, list[Item]] = {"fails": [], "doubts": [], "notes": []}
    for row, item in items:
        parts["notes" if row["is_note"] else "doubts" if row["state"] == UNCERTAIN else "fails"].append(item)
    return {name: tuple(part) for name, part in parts.items()}


def _paper(view: View, row: Row, corrections: Sequence[Row]) -> Paper:
    year = view.say(says.YEAR_UNKNOWN) if row["year"] is None else str(row["year"])
    published = view.say(says.NOT_SAID) if row["published_on"] is None else f"{row['published_on']:%Y-%m-%d}"
    told = tuple(_correction(view, year, one) for one in corrections)
    file = PurePosixPath((row["path"] or "").replace("\\", "/")).name
    return Paper(year, row["title"], file, published, told)


def _correction(view: View, year: str, row: Row) -> str:
    what = _KINDS[row["kind"]].label(view.language)
    sides = {"was": row["document_value"], "now": row["corrected_value"]}
    return view.say(says.REPORT_CORRECTED, year=year, what=what, reason=row["reason"], **sides)


def _judged(view: View, row: Row) -> Judged:
    rule = RULE_BY_NAME.get(row["rule"])
    label = rule.label(view.language) if rule else row["rule"]
    return Judged(label, row["passed"], row["uncertain"], row["not_assessable"])


def _rank(row: Row) -> int:
    return _RANK.get(row["rule"], len(_RANK))


def _build(view: View) -> Build:
    facts, now = view.ask_once(build_facts).row(0, named=True), datetime.now(UTC)
    return Build(facts["build_id"], facts["built_at"], now, now.astimezone().date())


def _decided(view: View, wanted: Wanted) -> pl.DataFrame:
    """The findings under the filters that decisions may be about, each with how it stands; those about no other."""
    ids, documents = (wanted.decisions[name].unique().to_list() for name in ("finding_id", "document_id"))
    return _standing(view.ask_once(asks.findings_decided_on, wanted.selection, ids, documents), wanted)


def _standing(findings: pl.DataFrame, wanted: Wanted) -> pl.DataFrame:
    return standing(findings, wanted.decisions)


def _counted(agencies: pl.DataFrame, findings: pl.DataFrame) -> pl.DataFrame:
    """The agencies with how many of the findings are theirs, as `findings`."""
    counts = findings.group_by("agency_id").agg(pl.len().cast(pl.Int64).alias("findings"))
    joined = agencies.join(counts, on="agency_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col("findings").fill_null(0))


def _by_agency(frame: pl.DataFrame) -> dict[Any, list[Row]]:
    return _by(frame, "agency_id")


def _by(frame: pl.DataFrame, name: str) -> dict[Any, list[Row]]:
    """The rows of a frame by one of its columns, in their order."""
    rows: dict[Any, list[Row]] = {}
    for row in frame.iter_rows(named=True):
        rows.setdefault(row[name], []).append(row)
    return rows
