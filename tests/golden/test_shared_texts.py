"""The texts of the shared reports beside their tables: every alarm is one that was confirmed by eye, and none other."""

from pathlib import Path

import pytest

from tests.golden.gold import readable_files
from tests.loads import frame, loaded

CONFIRMED = {
    # The text takes in two requests, table three prints none received.
    ("002_024530e55a62931d.txt", "TX.COUNT"),
    # The part on proactive disclosure tells of the year before.
    ("001_91f7c50ee08d0f8f.txt", "TX.YEAR"),
}
COUNTS_READ = 16


@pytest.fixture(scope="module")
def data_dir(shared_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory into which all shared reports were loaded."""
    folder = tmp_path_factory.mktemp("data")
    loaded(folder, shared_reports / "real", shared_reports / "made")
    return folder


def test_no_alarm_about_a_text_is_false(data_dir: Path) -> None:
    """Protects agencies: the fails about texts are those that a person read and confirmed; nothing else is doubted."""
    query = """
        SELECT DISTINCT documents.path, rule, state FROM findings JOIN documents USING (report_id)
        WHERE rule LIKE 'TX.%' AND documents.outcome = 'loaded'
    """
    found = frame(data_dir, query).rows()
    assert {(path, rule) for path, rule, state in found if state == "fail"} == CONFIRMED
    assert {state for _, _, state in found} == {"fail"}


def test_counts_are_read_in_most_texts(data_dir: Path) -> None:
    """Protects the rule from passing because it reads nothing: how many counts were compared, in how many reports."""
    query = "SELECT sum(passed + failed), count(*) FILTER (passed + failed > 0) FROM judgements WHERE rule = 'TX.COUNT'"
    counts, reports = frame(data_dir, query).row(0)
    assert counts == COUNTS_READ
    assert reports == len(readable_files())
