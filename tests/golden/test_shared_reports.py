"""The reports in `../shared/reports` are read exactly: every cell, who reported, which year, form and region."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.reading.document import Cell, Document, Table
from etl.recognising.agencies import resolve
from etl.recognising.gazetteer import Gazetteer
from etl.recognising.recognise import recognise
from etl.recognising.report import Fact
from etl.recognising.tables import read_tables
from etl.vocabulary.form import CellKey
from etl.vocabulary.regions import standard_regions
from tests.golden.gold import GoldCell, gold_cells, gold_identity, read_shared, readable_files

FILES = pytest.mark.parametrize("file", readable_files())

# A row of this report prints eight zeros under seven columns, twice: the eighth belongs to no column.
EXPLAINED_LEFT_OVERS = {"real/002_024530e55a62931d.txt": ["0", "0"]}


def facts_of(document: Document) -> dict[CellKey, Fact]:
    """The facts of a document by key."""
    return {(fact.table, fact.item, fact.measure): fact for fact in recognise(document).facts}


def agrees(fact: Fact | None, gold: GoldCell) -> bool:
    """Whether a fact says what was read by eye; the gold calls a `/` or a 无 blank too."""
    if fact is None or fact.value != gold.value:
        return False
    return fact.status == gold.status or (gold.status == "blank" and fact.status == "not_applicable")


@FILES
def test_every_cell_is_exact(shared_reports: Path, file: str) -> None:
    """Protects the promise of the product: no digit is read wrongly, none is lost, none is invented."""
    gold = gold_cells(shared_reports, file)
    facts = facts_of(read_shared(shared_reports, file))
    wrong = {key: facts.get(key) for key, cell in gold.items() if not agrees(facts.get(key), cell)}
    assert not wrong
    assert set(facts) == set(gold)


@FILES
def test_nothing_is_left_over(shared_reports: Path, file: str) -> None:
    """Protects the account of all cells: what no column claims is named, and nothing else is."""
    report = recognise(read_shared(shared_reports, file))
    assert [left.text for left in report.left_overs] == EXPLAINED_LEFT_OVERS.get(file, [])


@FILES
def test_agency_year_and_form_are_exact(shared_reports: Path, file: str) -> None:
    """Protects who is compared with whom, and over which years."""
    gold = gold_identity(shared_reports, file)
    report = recognise(read_shared(shared_reports, file))
    assert (report.identity.agency, str(report.identity.year), report.form) == (
        gold["agency"],
        gold["year"],
        gold["form"],
    )


@FILES
def test_region_is_exact(shared_reports: Path, file: str) -> None:
    """Protects the map: a place is the right one of its name, or it is said that it is not known."""
    gold = gold_identity(shared_reports, file)
    identity = recognise(read_shared(shared_reports, file)).identity
    found = resolve(identity.agency, Gazetteer(standard_regions()), year=identity.year, clues=identity.clues)
    assert (found.region_code or "", found.region_status) == _gold_region(gold["region_code"])


def _gold_region(code: str) -> tuple[str, str]:
    return (code, "resolved") if code else ("", "unresolved")


@FILES
def test_the_six_sections_are_found_once_and_in_order(shared_reports: Path, file: str) -> None:
    """Protects the narrative: section five must not hold another section's text."""
    names = [section.section for section in recognise(read_shared(shared_reports, file)).sections]
    expected = ["overview", "proactive", "requests", "reviews", "problems", "other_matters"]
    assert [name for name in names if name != "preamble"] == expected


@FILES
def test_a_changed_digit_changes_exactly_that_cell(shared_reports: Path, file: str) -> None:
    """Protects every cell against being read from its neighbour: each is changed in the source, alone."""
    document = read_shared(shared_reports, file)
    before = _tables_by_key(document)
    for key, fact in before.items():
        if fact.status == "reported":
            after = _tables_by_key(_with_another_number(document, fact.place))
            changed = {name for name in before if before[name] != after.get(name)}
            assert changed == {key} or _is_explained(file, after[key], changed), (key, changed)


def _is_explained(file: str, fact: Fact, changed: set[CellKey]) -> bool:
    """Eight numbers under seven columns have no certain reading: the whole row is flagged, none is guessed."""
    is_one_row = {key[:2] for key in changed} == {(fact.table, fact.item)}
    return file in EXPLAINED_LEFT_OVERS and is_one_row and fact.status == "unreadable"


def _tables_by_key(document: Document) -> dict[CellKey, Fact]:
    return {(fact.table, fact.item, fact.measure): fact for fact in read_tables(document).facts}


def _with_another_number(document: Document, place: str) -> Document:
    """The document with one more digit in the cell at `place`."""
    blocks = tuple(_changed(block, place) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _changed(table: Table, place: str) -> Table:
    rows = tuple(tuple(_longer(cell) if table.place(cell) == place else cell for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _longer(cell: Cell) -> Cell:
    digit = next(character for character in reversed(cell.text) if character.isdigit())
    at = cell.text.rindex(digit)
    return cell._replace(text=cell.text[:at] + ("7" if digit != "7" else "8") + cell.text[at + 1 :])
