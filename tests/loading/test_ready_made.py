"""What a load counts ahead so that pages need not: equal to the slow question over the rows themselves."""

from pathlib import Path

import pytest

from etl.demo.corpus import write_corpus
from tests.loads import frame, loaded, rows

NUMBERED = ("documents", "proactive", "requests", "reviews", "sections", "sentences", "findings")


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a small demo loaded: superseded versions, missing years and findings are in it."""
    folder = tmp_path_factory.mktemp("ready-made")
    loaded(folder / "data", write_corpus(folder / "in", reports=90, seed=3).folder)
    return folder / "data"


def test_the_years_of_an_agency_are_those_of_its_current_reports(data_dir: Path) -> None:
    """Protects the board of who reported: no superseded version counts, no year is lost."""
    slow = """
        SELECT agency_id, count(*) AS reports, min(year) AS first_year, max(year) AS last_year,
            coalesce(string_agg(DISTINCT year::VARCHAR, ', ' ORDER BY year::VARCHAR), '') AS years
        FROM reports WHERE is_current GROUP BY agency_id ORDER BY agency_id"""
    ready = """
        SELECT agency_id, reports, first_year, last_year, trim(years, '[]') AS years FROM agencies ORDER BY agency_id"""
    assert frame(data_dir, ready).rows() == frame(data_dir, slow).rows()
    assert rows(data_dir, "SELECT count(DISTINCT json_array_length(years)) > 1 FROM agencies") == [(True,)]


def test_kind_and_sector_of_a_report_are_those_of_its_agency(data_dir: Path) -> None:
    """Protects filters: whether a question asks reports or agencies, the same are left."""
    different = """
        SELECT count(*) FROM indicators i JOIN agencies a USING (agency_id)
        WHERE (i.kind, i.sector, i.region_code) IS DISTINCT FROM (a.kind, a.sector, a.region_code)"""
    assert rows(data_dir, different) == [(0,)]


def test_findings_counted_ahead_are_the_findings(data_dir: Path) -> None:
    """Protects the findings on the front page: each counted once, a report once for each rule and verdict."""
    groups = "region_code, year, kind, sector, rule, severity, state"
    slow = f"""
        SELECT {groups}, count(*) AS findings, count(DISTINCT report_id) AS reports
        FROM findings JOIN indicators USING (report_id) GROUP BY ALL ORDER BY ALL"""
    found = frame(data_dir, "FROM finding_counts ORDER BY ALL").rows()
    assert found == frame(data_dir, slow).rows()
    assert found


def test_texts_and_themes_counted_ahead_are_those_of_the_reports(data_dir: Path) -> None:
    """Protects shares of themes and of reuse: each report once, by the agency and year it has among the indicators."""
    whose = "region_code, year, kind, sector"
    texts = f"""
        SELECT {whose}, count(*), count(u.characters),
            count(*) FILTER (u.report_id IN (SELECT report_id FROM sentences)), count(u.stickiness),
            count(u.yoy_similarity), count(u.peer_containment), count(u.boilerplate_share), count(u.redundancy),
            count(u.specificity)
        FROM indicators i JOIN (SELECT * EXCLUDE (agency_id, {whose}) FROM text_reuse) u USING (report_id)
        GROUP BY ALL ORDER BY ALL"""
    themes = f"""
        SELECT {whose}, theme, count(*) FILTER (named > 0), count(*) FILTER (promised > 0),
            count(*) FILTER (named > 0 AND is_repeated IS NOT NULL), count(*) FILTER (named > 0 AND is_repeated)
        FROM problem_themes JOIN indicators USING (report_id) GROUP BY ALL ORDER BY ALL"""
    for table, slow in (("text_counts", texts), ("theme_counts", themes)):
        found = rows(data_dir, f"FROM {table} ORDER BY ALL")
        assert found == rows(data_dir, slow)
        assert found


def test_reuse_says_whose_report_it_is_as_the_indicators_do(data_dir: Path) -> None:
    """Protects filters over the measures of reuse: the same reports are left as everywhere else."""
    names = ("agency_id", "region_code", "year", "kind", "sector")
    own, other = (", ".join(f"{alias}.{name}" for name in names) for alias in "ui")
    different = f"""
        SELECT count(*) FROM text_reuse u FULL JOIN indicators i USING (report_id)
        WHERE ({own}) IS DISTINCT FROM ({other})"""
    assert rows(data_dir, different) == [(0,)]


def test_every_report_has_a_number_of_its_own_in_every_long_table(data_dir: Path) -> None:
    """Protects questions by number from the rows of another report, and from losing some."""
    assert rows(data_dir, "SELECT count(*) - count(DISTINCT report_number) FROM reports") == [(0,)]
    for table in NUMBERED:
        strange = f"""
            SELECT count(*) FROM {table} t LEFT JOIN reports r USING (report_number)
            WHERE r.report_id IS DISTINCT FROM t.report_id"""
        assert rows(data_dir, strange) == [(0,)], table


def test_section_five_is_judged_in_every_report_of_a_known_year(data_dir: Path) -> None:
    """Protects the count by state: nobody falls out."""
    query = "SELECT DISTINCT problems_state FROM indicators WHERE year IS NOT NULL"
    found = {state for (state,) in rows(data_dir, query)}
    assert {"first", "changed"} <= found <= {"missing", "first", "same", "changed"}
