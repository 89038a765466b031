"""Reports written in random layouts and read back: every cell, and who reported on which year."""

from hypothesis import given
from hypothesis import strategies as st

from etl.demo.bodies import invented_bodies
from etl.demo.cast import bodies_needed
from etl.demo.layout import Layout
from etl.demo.play import planted_drafts
from etl.demo.sheet import Expected, Sheet, expected_cells, is_plain_number
from etl.demo.write import file_ending, write
from etl.reading.read import read_document
from etl.recognising.recognise import recognise
from etl.recognising.report import Report
from etl.vocabulary.form import CHANNELS, CellKey
from tests.layouts import printed_reports

UNSURE = Expected(None, "unreadable")
REVIEWED = tuple(channel.name for channel in CHANNELS)
"""The channels of table four stand in one row."""


def read_back(sheet: Sheet, layout: Layout) -> Report:
    """The report after it was written to a file and read."""
    return recognise(read_document(write(sheet, layout), f"报告{file_ending(layout)}"))


def cells_of(report: Report) -> dict[CellKey, Expected]:
    """What was read, by cell; `missing` cells of the other （六）其他处理 are left out."""
    read = {(fact.table, fact.item, fact.measure): Expected(fact.value, fact.status) for fact in report.facts}
    return {key: found for key, found in read.items() if found.status != "missing" or not key[1].startswith("other")}


def may_be_unsure(key: CellKey, sheet: Sheet, layout: Layout) -> bool:
    """Whether a cell stands in a row with gaps or words, in a text where only the order of cells is known."""
    if layout.format not in ("tab_rows", "pipes"):
        return False
    row = [text for (table, item, _), text in sheet.cells.items() if table == key[0] and item in (key[1], *REVIEWED)]
    return not all(map(is_plain_number, row))


@given(printed_reports())
def test_every_cell_comes_back_as_it_was_stated(printed: tuple[Sheet, Layout]) -> None:
    """Protects the numbers: value and status are exact; only a row with gaps in plain text may be unsure."""
    sheet, layout = printed
    read, expected = cells_of(read_back(sheet, layout)), expected_cells(sheet)
    wrong = {key: (read.get(key), expected.get(key)) for key in read | expected if read.get(key) != expected.get(key)}
    unsure = {key for key, (found, _) in wrong.items() if found == UNSURE and may_be_unsure(key, sheet, layout)}
    assert not wrong.keys() - unsure, {key: wrong[key] for key in wrong.keys() - unsure}


@given(printed_reports())
def test_who_reported_on_which_year_comes_back(printed: tuple[Sheet, Layout]) -> None:
    """Protects the place of a report in the warehouse: agency, year, form and day of publication."""
    sheet, layout = printed
    report = read_back(sheet, layout)
    read = (report.identity.agency, report.identity.year, report.form, report.identity.published_on)
    assert read == (sheet.agency, sheet.year, sheet.form, sheet.published_on)


@given(printed_reports())
def test_the_narrative_comes_back_in_its_sections(printed: tuple[Sheet, Layout]) -> None:
    """Protects the texts: each paragraph is in its own section, whatever the headings look like."""
    sheet, layout = printed
    texts: dict[str, str] = {}
    for section in read_back(sheet, layout).sections:
        texts[section.section] = texts.get(section.section, "") + section.heading + section.text
    for name in ("overview", "problems"):
        assert all(paragraph[3:] in texts.get(name, "") for paragraph in sheet.sections[name]), name


@given(printed_reports())
def test_only_what_is_no_cell_of_the_form_is_left_over(printed: tuple[Sheet, Layout]) -> None:
    """Protects the ledger: a right reading leaves nothing but the extra row behind."""
    sheet, layout = printed
    report = read_back(sheet, layout)
    assert len(report.left_overs) <= (16 if layout.extra_row else 0)


@given(printed_reports(), st.data())
def test_a_changed_digit_changes_exactly_its_cell(printed: tuple[Sheet, Layout], data: st.DataObject) -> None:
    """Protects against wrong in silence: a digit changed in any cell of the source changes that cell and no other."""
    sheet, layout = printed
    key = data.draw(st.sampled_from([key for key, text in sheet.cells.items() if text.isdecimal()]))
    changed = Sheet(
        sheet.agency, sheet.year, sheet.form, {**sheet.cells, key: _other(sheet.cells[key])},
        sheet.sections, sheet.published_on, sheet.phone, sheet.places,
    )  # fmt: skip
    before, after = cells_of(read_back(sheet, layout)), cells_of(read_back(changed, layout))
    is_unsure = before[key] == UNSURE and may_be_unsure(key, sheet, layout)
    assert {one for one in before | after if before.get(one) != after.get(one)} == (set() if is_unsure else {key})


def _other(number: str) -> str:
    """The number with another last digit."""
    return f"{number[:-1]}{(int(number[-1]) + 1) % 10}"


def test_the_demo_corpus_comes_back() -> None:
    """Protects the demo: in its house styles, whatever is planted, each cell and name is read as it was stated."""
    bodies = invented_bodies(bodies_needed(560))[1]
    for place, draft in enumerate(planted_drafts(bodies, 560, seed=1)):
        if place % 5 and not any(planted.rule for planted in draft.planted):
            continue
        sheet, layout = draft.sheet(), draft.layouts[-1]
        report = read_back(sheet, layout)
        read, expected = cells_of(report), expected_cells(sheet)
        wrong = {key for key in read | expected if read.get(key) != expected.get(key)}
        assert not {key for key in wrong if not may_be_unsure(key, sheet, layout)}, sheet.agency
        assert (report.identity.agency, report.identity.year) == (sheet.agency, sheet.year)
