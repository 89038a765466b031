"""Themes of problems against counts by hand: shares of reports, and what is named again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.warehouse.published import open_published
from pages.queries.ask import Connection
from pages.queries.places import BY_AGENCY, BY_REGION
from pages.queries.selection import EVERYTHING, Selection
from pages.queries.themes import (
    repeat_of,
    repeats_by_theme,
    repeats_found,
    sentences_on,
    themes_by_part,
    themes_by_year,
    themes_known,
)
from tests.builders import a_filed
from tests.reuse_rows import count_texts
from tests.warehouse_rows import Row, complete
from tests.warehouses import a_warehouse_of, warehouse_rows

FILED = (
    a_filed(agency="甲局", region="990100", year=2022),
    a_filed(agency="甲局", region="990100", year=2023),
    a_filed(agency="乙局", region="998100", year=2023),
    a_filed(agency="丙局", region="998100", year=2023, text=None),
)
OLD, NEW, OTHER, _ = (f"{number:016x}" for number in range(4))


def told(report_id: str, position: int, role: str, *themes: str) -> Row:
    """A sentence of a report with its role and its themes."""
    text = f"{report_id}第{position}句"
    words = json.dumps([{"says": role, "word": "第", "start": 16, "end": 17}])
    known = {"text": text, "themes": json.dumps(themes), "words": words}
    return complete("sentences", report_id=report_id, position=position, role=role, **known)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse of four reports, one without section five."""
    folder: Path = tmp_path_factory.mktemp("themes")
    rows = warehouse_rows(FILED)
    rows["sentences"] = [
        told(OLD, 1, "problem", "staff"), told(OLD, 2, "measure", "staff", "depth"), told(NEW, 1, "problem", "staff"),
        told(NEW, 2, "other", "staff"), told(OTHER, 1, "problem", "depth"),
    ]  # fmt: skip  # one sentence after the other
    known = {"named_before": 1, "promised_before": 1}
    rows["problem_themes"] = [
        complete("problem_themes", report_id=OLD, theme="staff", named=1, promised=1),
        complete("problem_themes", report_id=OLD, theme="depth", named=0, promised=1),
        complete("problem_themes", report_id=NEW, theme="staff", named=1, is_repeated=True, **known),
        complete("problem_themes", report_id=OTHER, theme="depth", named=1),
    ]
    rows["vocabulary"] = [complete("vocabulary", name="own", kind="theme", label_zh="自有", label_en="Own")]
    count_texts(rows)
    a_warehouse_of(folder, rows)
    opened = open_published(folder).connection
    yield opened
    opened.close()


def test_a_theme_is_a_share_of_the_reports_with_a_text(connection: Connection) -> None:
    """Protects the rate: who has no section five is left out, who names nothing of a theme counts as naming nothing."""
    found = themes_by_year(connection, EVERYTHING)
    names = ("year", "theme", "numerator", "promised", "denominator", "rate", "left_out")
    assert found.select(names).rows() == [
        (2022, "depth", 0, 1, 1, 0.0, 0), (2022, "staff", 1, 1, 1, 1.0, 0),
        (2023, "depth", 1, 0, 2, 0.5, 1), (2023, "staff", 1, 0, 2, 0.5, 1),
    ]  # fmt: skip  # one row


def test_parts_of_the_area_have_shares_of_their_own(connection: Connection) -> None:
    """Protects the grid of regions and, at the end of the drill, of agencies; parts without a text have no rate."""
    names = ("part_code", "theme", "numerator", "denominator", "rate")
    assert themes_by_part(connection, EVERYTHING, BY_REGION).select(names).rows() == [
        ("990000", "depth", 0, 2, 0.0), ("990000", "staff", 2, 2, 1.0),
        ("998000", "depth", 1, 1, 1.0), ("998000", "staff", 0, 1, 0.0),
    ]  # fmt: skip  # one row
    agencies = themes_by_part(connection, Selection("998100"), BY_AGENCY)
    assert agencies.select("part_name", "numerator", "denominator", "rate").rows() == [
        ("丙局", 0, 0, None), ("乙局", 1, 1, 1.0),
    ]  # fmt: skip  # one row


def test_named_again_is_out_of_those_that_can_be_compared(connection: Connection) -> None:
    """Protects the share from reports whose year before is not known: they are left out, not counted as new."""
    assert repeats_by_theme(connection, EVERYTHING).rows() == [("staff", 1, 1, 1.0, 1), ("depth", 0, 0, None, 1)]
    found = repeats_found(connection, EVERYTHING).row(0, named=True)
    assert (found["key"], found["before_id"], found["year"]) == (f"{NEW}:staff", OLD, 2023)
    assert repeats_found(connection, Selection("998000")).is_empty()
    assert repeats_found(connection, EVERYTHING, "depth").is_empty()
    assert repeats_found(connection, EVERYTHING, "staff", 1).height == 1


def test_the_first_that_are_named_again_are_those_of_the_whole(tmp_path: Path) -> None:
    """Protects the list on the screen, for which only the newest years are looked at, from another order or a gap."""
    years = range(2019, 2025)
    filed = [a_filed(agency=f"{k}局", region="990100", year=year) for k in range(3) for year in years]
    rows = warehouse_rows(filed)
    told = {"named": 1, "promised": 1, "named_before": 1, "promised_before": 1}
    rows["problem_themes"] = [
        complete("problem_themes", report_id=report["report_id"], theme=theme, is_repeated=theme != "depth", **told)
        for report in rows["indicators"]
        for theme in ("staff", "depth", "time")
    ]
    count_texts(rows)
    a_warehouse_of(tmp_path, rows)
    opened = open_published(tmp_path).connection
    for selection in (EVERYTHING, Selection("990100", (2020, 2022))):
        for theme in (None, "staff", "depth"):
            whole = repeats_found(opened, selection, theme)
            assert whole.height == (0 if theme == "depth" else 3 * len(selection.years or years) * (1 if theme else 2))
            for limit in (1, 3, 6, 7, 100):
                assert repeats_found(opened, selection, theme, limit).equals(whole.head(limit))
    opened.close()


def test_one_that_is_named_again_is_found_by_its_key(connection: Connection) -> None:
    """Protects links: the same row under the same filters, none for what never was or is filtered away."""
    assert repeat_of(connection, EVERYTHING, f"{NEW}:staff").equals(repeats_found(connection, EVERYTHING))
    assert repeat_of(connection, Selection("998000"), f"{NEW}:staff").is_empty()
    assert repeat_of(connection, EVERYTHING, "nonsense").is_empty()


def test_sentences_of_a_theme_are_its_problems_and_measures(connection: Connection) -> None:
    """Protects the evidence: both years in order, and nothing that only mentions the theme."""
    found = sentences_on(connection, (NEW, OLD), "staff")
    assert found.select("report_id", "position").rows() == [(OLD, 1), (OLD, 2), (NEW, 1)]
    assert sentences_on(connection, (NEW, OLD), "sta").is_empty()


def test_themes_of_one_s_own_are_known_by_their_names(connection: Connection) -> None:
    """Protects words that a supervisor added: the build says what its themes are called."""
    assert [(word.name, word.label("zh"), word.label("en")) for word in themes_known(connection)] == [
        ("own", "自有", "Own")
    ]
