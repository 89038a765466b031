"""The shared reports from file to warehouse: what a BI tool finds there is what was read by eye."""

from pathlib import Path

import pytest

from etl.vocabulary.form import BLANK, NOT_APPLICABLE, CellKey
from tests.golden.gold import GoldCell, gold_cells, gold_identity, readable_files
from tests.loads import frame, loaded


@pytest.fixture(scope="module")
def data_dir(shared_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory into which all shared reports were loaded."""
    folder = tmp_path_factory.mktemp("data")
    loaded(folder, shared_reports / "real", shared_reports / "made")
    return folder


@pytest.mark.parametrize("file", readable_files())
def test_every_gold_cell_is_in_the_warehouse(shared_reports: Path, data_dir: Path, file: str) -> None:
    """Protects the whole way: each cell exact under its path; a mark for "nothing" may be more exact than the gold."""
    name = Path(file).name
    found = frame(data_dir, f"SELECT * FROM cells WHERE path = '{name}' AND status <> 'missing'")
    columns = found.select("table_name", "item", "measure", "value", "status").rows()
    cells: dict[CellKey, GoldCell] = {
        (table, item, measure): GoldCell(value, BLANK if status == NOT_APPLICABLE else status)
        for table, item, measure, value, status in columns
    }
    assert cells == gold_cells(shared_reports, file)


@pytest.mark.parametrize("file", readable_files())
def test_every_gold_identity_is_in_the_warehouse(shared_reports: Path, data_dir: Path, file: str) -> None:
    """Protects who, when and where: agency, year, form and region of each report; no code where none is certain."""
    gold = gold_identity(shared_reports, file)
    query = f"""
        SELECT agencies.name, reports.year::VARCHAR, reports.form, coalesce(agencies.region_code, '')
        FROM documents JOIN reports USING (report_id) JOIN agencies USING (agency_id)
        WHERE documents.path = '{gold["file"]}' AND is_current
    """
    assert frame(data_dir, query).rows() == [(gold["agency"], gold["year"], gold["form"], gold["region_code"])]


def test_reports_whose_numbers_hold_are_not_accused(shared_reports: Path, data_dir: Path) -> None:
    """Protects agencies from false alarms on real layouts: no error in reports made to be consistent."""
    made = [path.name for path in (shared_reports / "made").iterdir()]
    found = frame(
        data_dir, "SELECT path, rule, message FROM findings JOIN documents USING (report_id) WHERE severity = 'error'"
    )
    assert not [row for row in found.rows() if row[0] in made]
