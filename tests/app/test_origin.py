"""The ways from a number to its cells: words of the form where they are declared, code names where they are not."""

import json
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import panel
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse


def labels(app: AppTest) -> str:
    """What stands on all buttons."""
    return "\n".join(button.label.replace("\\", "") for button in app.button)


def test_words_that_were_dropped_keep_their_code_names(
    open_at: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects old builds: a status or a cell that is declared no longer is shown by its code, not as an error."""
    path = a_warehouse(tmp_path, [a_filed()])
    named = json.dumps([{"table": "requests", "item": "dropped.item", "measure": "total", "place": ""}])
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "UPDATE requests SET value = NULL, status = 'dropped_status' WHERE item = 'granted' AND applicant = 'total'"
        )
        connection.execute("UPDATE findings SET cells = $named", {"named": named})
    monkeypatch.setattr(panel, "show_panel", lambda _, key, *__, **___: "f0" if key == "agency-findings" else None)
    app = open_at("pages/agency.py", tmp_path, number_topic="outcomes", number="granted")
    monkeypatch.undo()
    assert not app.exception
    assert "dropped_status" in labels(app)
    assert "requests · dropped.item · total" in labels(app)
