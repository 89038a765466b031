"""Findings and judgements as the page asks for them: against counts by hand over the same rows."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pages.queries.ask import Connection
from pages.queries.checks import (
    BY_RULE,
    BY_YEAR,
    NOBODY,
    Conditions,
    Ids,
    agencies_known,
    finding_by_id,
    findings_counted,
    findings_in_batches,
    findings_known,
    findings_listed,
    regions_below,
    regions_placed,
)
from pages.queries.checks_quality import judgements_by_part, judgements_by_rule
from pages.queries.places import BY_AGENCY, BY_REGION
from pages.queries.selection import EVERYTHING, Selection
from tests.warehouse_rows import verdict_of
from tests.warehouses import an_open_warehouse

EVERY = 1000
SELECTIONS = (
    EVERYTHING,
    Selection("990100"),
    Selection("990101"),
    Selection(None, (2023, 2024)),
    Selection("990000", (2021,), ("department",)),
    Selection(None, (), (), ("商务",)),
)
CONDITIONS = (Conditions(), Conditions(("T4.TOTAL",)), Conditions((), ("error",), ("fail",)), Conditions((), ("info",)))


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The invented warehouse, open."""
    with an_open_warehouse(tmp_path_factory.mktemp("checks")) as connection:
        yield connection


def by_hand(opened: Connection, selection: Selection, asked: Conditions) -> list[dict[str, Any]]:
    """The findings that fulfil everything, each with what is known of its report."""
    rows = opened.sql(
        "SELECT f.*, i.agency_id, i.year, i.kind, i.sector, i.region_code FROM findings f JOIN indicators i "
        "ON i.report_id = f.report_id"
    ).pl()
    area: dict[str | None, tuple[str, ...]] = {
        None: (),
        "990000": ("990000", "990100", "990101", "990102", "990200", "990201"),
        "990100": ("990100", "990101", "990102"),
        "990101": ("990101",),
    }
    wanted = {
        "region_code": area[selection.region],
        "year": selection.years,
        "kind": selection.kinds,
        "sector": selection.sectors,
        "rule": asked.rules,
        "severity": asked.severities,
        "state": asked.states,
        "agency_id": (asked.agency,) if asked.agency else (),
    }
    return [row for row in rows.iter_rows(named=True) if all(not v or row[k] in v for k, v in wanted.items())]


@pytest.mark.parametrize("asked", CONDITIONS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_list_holds_what_is_asked_for_and_nothing_else(
    opened: Connection, selection: Selection, asked: Conditions
) -> None:
    """Protects the list from a finding that the filters leave out, and from one that is lost."""
    found = findings_listed(opened, selection, asked, NOBODY, EVERY)
    expected = {row["finding_id"] for row in by_hand(opened, selection, asked)}
    assert set(found["finding_id"]) == expected
    assert found.height == len(expected)


@pytest.mark.parametrize("by", [BY_RULE, BY_YEAR, BY_REGION, BY_AGENCY])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_counts_are_those_of_the_list(opened: Connection, selection: Selection, by: str) -> None:
    """Protects the number above the list: it is that of its rows, however they are grouped."""
    for asked in CONDITIONS:
        counts = findings_counted(opened, selection, asked, by)
        rows = by_hand(opened, selection, asked)
        assert counts["findings"].sum() == len(rows)
        told = counts.group_by("rule", "state").agg(pl.col("findings").sum())
        assert {(rule, state): n for rule, state, n in told.iter_rows()} == Counter(
            (row["rule"], row["state"]) for row in rows
        )


def test_counts_by_year_and_by_agency_stand_at_the_right_one(opened: Connection) -> None:
    """Protects each bar: it counts the findings of its own year, or of its own agency."""
    rows = by_hand(opened, EVERYTHING, Conditions())
    years = findings_counted(opened, EVERYTHING, Conditions(), BY_YEAR).group_by("year").agg(pl.col("findings").sum())
    assert dict(years.iter_rows()) == Counter(row["year"] for row in rows)
    agencies = findings_counted(opened, EVERYTHING, Conditions(), BY_AGENCY)
    told = agencies.group_by("part_code").agg(pl.col("findings").sum())
    assert dict(told.iter_rows()) == Counter(row["agency_id"] for row in rows)


def test_the_findings_of_one_agency(opened: Connection) -> None:
    """Protects the way from the profile: only findings of that agency are listed and counted."""
    agency = by_hand(opened, EVERYTHING, Conditions())[0]["agency_id"]
    asked = Conditions(agency=agency)
    found = findings_listed(opened, EVERYTHING, asked, NOBODY, EVERY)
    assert set(found["agency_id"]) == {agency}
    assert found.height == len(by_hand(opened, EVERYTHING, asked))
    assert findings_counted(opened, EVERYTHING, asked, BY_RULE)["findings"].sum() == found.height


def test_pages_follow_each_other_without_gap_or_repeat(opened: Connection) -> None:
    """Protects the reader who turns pages: together they are the whole list, in its order."""
    whole = findings_listed(opened, EVERYTHING, Conditions(), NOBODY, EVERY)
    pages = [findings_listed(opened, EVERYTHING, Conditions(), NOBODY, 3, skip) for skip in range(0, whole.height, 3)]
    assert pl.concat(pages)["finding_id"].to_list() == whole["finding_id"].to_list()
    assert whole["state"].to_list() == sorted(whole["state"], key=["fail", "uncertain"].index)


def test_findings_left_out_are_not_listed(opened: Connection) -> None:
    """Protects the list of open findings from those that somebody decided on."""
    whole = findings_listed(opened, EVERYTHING, Conditions(), NOBODY, EVERY)["finding_id"].to_list()
    rest = findings_listed(opened, EVERYTHING, Conditions(), Ids("some", tuple(whole[:2])), EVERY)
    assert rest["finding_id"].to_list() == whole[2:]


def test_ids_do_not_stand_in_the_key_of_an_answer() -> None:
    """Protects the memory of answers: thousands of ids are known by a name."""
    assert repr(Ids("name", ("a", "b"))) == "Ids(name='name')"


def test_findings_known_by_id_or_by_document(opened: Connection) -> None:
    """Protects decisions: a finding is found by its id, and those near it by their document."""
    whole = findings_listed(opened, EVERYTHING, Conditions(), NOBODY, EVERY)
    first, second = whole.row(0, named=True), whole.row(1, named=True)
    found = findings_known(opened, Ids("", (first["finding_id"],)), Ids("", (second["document_id"],)))
    assert {first["finding_id"], second["finding_id"]} <= set(found["finding_id"])
    assert found.columns == whole.columns
    assert finding_by_id(opened, first["finding_id"]).row(0, named=True) == first
    assert finding_by_id(opened, "nothing").is_empty()


def test_batches_are_the_list_in_another_order(opened: Connection) -> None:
    """Protects the file: it has every finding that the list counts, and the columns even of none."""
    selection, asked = Selection("990000"), Conditions((), ("error",))
    empty, *batches = findings_in_batches(opened, selection, asked)
    listed = findings_listed(opened, selection, asked, NOBODY, EVERY)
    assert empty.is_empty()
    assert empty.columns == listed.columns
    assert sorted(pl.concat(batches)["finding_id"]) == sorted(listed["finding_id"])


def test_divisions_below_and_their_parts(opened: Connection) -> None:
    """Protects decisions under a filter: they are placed by the same divisions as the counts."""
    assert sorted(regions_below(opened, "990100")["region_code"]) == ["990100", "990101", "990102"]
    placed = regions_placed(opened, "990000")
    parts = dict(placed.select("region_code", "part_code").iter_rows())
    assert (parts["990101"], parts["990201"], parts["990000"]) == ("990100", "990200", "990000")


def test_agencies_known_by_id(opened: Connection) -> None:
    """Protects filters by kind over findings that are gone: their agencies are looked up."""
    known = agencies_known(opened, Ids("", ("云州市商务局@990100", "nobody")))
    assert known.rows() == [("云州市商务局@990100", "department", "商务", "云泽省云州市")]


def verdicts_of(rows: pl.DataFrame) -> list[str]:
    """The verdict of each row of judgements."""
    return [verdict_of(row) for row in rows.iter_rows(named=True)]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_judgements_are_summed_under_the_filters(opened: Connection, selection: Selection) -> None:
    """Protects the share passed: both sums are over the reports under the filters, and agree with each other."""
    rows = opened.sql("SELECT j.*, i.* EXCLUDE (report_id) FROM judgements j JOIN indicators i USING (report_id)").pl()
    area = regions_below(opened, selection.region)["region_code"] if selection.region else None
    of_area = pl.lit(value=True) if area is None else pl.col("region_code").is_in(area.implode())
    own = rows.filter(
        of_area,
        *(
            pl.col(name).is_in(values)
            for name, values in (("year", selection.years), ("kind", selection.kinds), ("sector", selection.sectors))
            if values
        ),
    )
    counts = ("passed", "failed", "uncertain", "not_assessable")
    by_rule = judgements_by_rule(opened, selection)
    assert [by_rule[name].sum() for name in counts] == [verdicts_of(own).count(name) for name in counts]
    dated = own.filter(pl.col("year").is_not_null())
    for by in (BY_REGION, BY_AGENCY):
        by_part = judgements_by_part(opened, selection, by)
        assert [by_part[name].sum() for name in counts] == [verdicts_of(dated).count(name) for name in counts]
    assert by_rule["not_assessable"].sum() >= 0


def test_nothing_is_made_of_a_warehouse_without_findings(tmp_path: Path) -> None:
    """Protects the first load of a faultless report: empty answers have their columns."""
    with an_open_warehouse(tmp_path, []) as connection:
        assert findings_listed(connection, EVERYTHING, Conditions(), NOBODY, 5).is_empty()
        assert findings_counted(connection, EVERYTHING, Conditions(), BY_REGION).is_empty()
        assert judgements_by_rule(connection, EVERYTHING).is_empty()
        assert judgements_by_part(connection, EVERYTHING, BY_REGION).is_empty()
