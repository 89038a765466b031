"""Numbers corrected by hand: every page says that there are some, the number itself says who corrected it and why."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Opener
from tests.loads import RECEIVED, a_corpus, a_file, frame, loaded, rows
from tests.unit.test_correcting import LINE, listed


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report whose 12 requests received were corrected to 4711."""
    folder = tmp_path_factory.mktemp("corrected")
    listed(folder / "corrections", {**LINE, "value": "4711"})
    loaded(folder, a_corpus(folder / "in", {"甲": a_file(cells={RECEIVED: "12"})}))
    return folder


def said(app: AppTest) -> str:
    """All captions and other short texts."""
    return "\n".join(note.value.replace("\\", "") for kind in (app.caption, app.markdown) for note in kind)


def test_a_page_says_how_many_of_its_numbers_were_corrected(open_at: Opener, data_dir: Path) -> None:
    """Protects the reader of a total: what a person changed in it is not hidden; without any nothing is said."""
    app = open_at("pages/requests.py", data_dir)
    assert not app.exception
    assert "其中 1 个数经人工更正" in said(app)
    assert "1 of the numbers were corrected by hand" in said(open_at("pages/requests.py", data_dir, lang="en"))
    assert "人工更正" not in said(open_at("pages/requests.py"))


def test_the_source_of_a_corrected_number_says_both(open_at: Opener, data_dir: Path) -> None:
    """Protects the document and the person: what is printed, what it was corrected to, why, by whom and when."""
    ((report,),) = rows(data_dir, "SELECT report_id FROM reports")
    app = open_at("pages/source.py", data_dir, report=str(report), cell=":".join(RECEIVED))
    assert not app.exception
    assert "“12”" in said(app)
    assert "4,711" in said(app)
    assert "电话核实 · 张三 · 2026-03-01" in said(app)
    states = app.dataframe[0].value.iloc[:, 4]
    assert [state for state in states if "人工更正" in state] == ["已报告（人工更正）"]


def test_the_way_to_a_corrected_number_is_marked(open_at: Opener, data_dir: Path) -> None:
    """Protects the profile of an agency: among the cells of a number the corrected one says so."""
    agency = frame(data_dir, "SELECT agency_id FROM agencies")["agency_id"][0]
    app = open_at("pages/agency.py", data_dir, agency=agency, number_topic="requests", number="requests_received")
    assert not app.exception
    labels = [button.label.replace("\\", "") for button in app.button]
    assert [label for label in labels if "4,711" in label and "人工更正" in label] or not any(
        "4,711" in x for x in labels
    )
