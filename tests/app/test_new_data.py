"""A build that is published while somebody looks: the page shows it, and says so."""

from pathlib import Path

from tests.app.conftest import Opener
from tests.warehouses import a_filed, a_warehouse


def test_a_reader_is_told_once_that_the_data_are_new(open_at: Opener, tmp_path: Path) -> None:
    """Protects readers from numbers that change under their eyes without a word: told when it happens, then no more."""
    a_warehouse(tmp_path, (a_filed(),))
    app = open_at("pages/requests.py", tmp_path)
    assert not app.toast
    a_warehouse(tmp_path, (a_filed(), a_filed(year=2024)), "build-2.duckdb")
    app.run()
    assert not app.exception
    assert ["有新数据" in note.value for note in app.toast] == [True]
    assert any("2 份年报" in line.value for line in app.text)
    app.run()
    assert not app.toast
