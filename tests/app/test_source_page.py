"""The source viewer: a number or a sentence marked in the original, the file to take away, what is said when not."""

from pathlib import Path
from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from etl.demo.layout import Format
from etl.looking_up import look_up
from etl.vocabulary.form import REQUESTS
from etl.vocabulary.page_labels.source import (
    CELL_MISSING,
    FILE_CHANGED,
    FILE_GONE,
    IS_EARLIER,
    LEGEND_CELL,
    LEGEND_RAGGED,
    LEGEND_TEXT,
    NO_REPORT_ASKED,
    SOURCE_PAGE,
)
from pages.parts.origins.places import find_cell
from tests.app.conftest import Opener
from tests.loads import a_corpus, a_file, frame, loaded

PAGE = "pages/source.py"
FORMATS: tuple[Format, ...] = ("docx", "html", "cell_lines", "tab_rows", "pipes")
RECEIVED = "requests:received:total"
NUMBERS = {(REQUESTS, "received", "total"): "4711", (REQUESTS, "received", "business"): "见附件"}
HOSTILE = "一是<script>alert(1)</script>**偏慢**$x$。"


class Loaded(NamedTuple):
    """A data folder that was loaded, and the report of each year in it."""

    folder: Path
    reports: dict[int, str]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """One agency's reports of five years, each in another format."""
    folder = tmp_path_factory.mktemp("loaded")
    files = {
        f"年报{year}": a_file(year=year, cells=NUMBERS, format=kind, problems=HOSTILE)
        for year, kind in zip(range(2021, 2026), FORMATS, strict=True)
    }
    loaded(folder, a_corpus(folder / "in", files))
    return Loaded(folder, dict(frame(folder, "SELECT year, report_id FROM reports WHERE is_current").rows()))


def html(app: AppTest) -> str:
    """The first piece of HTML on the page: the place in the source."""
    found = app.get("html")
    return str(found[0].proto.body) if found else ""


def said(app: AppTest) -> str:
    """All captions, notes and warnings."""
    return "\n".join(note.value for kind in (app.caption, app.info, app.warning) for note in kind)


def test_without_a_report_the_page_says_what_to_do(open_at: Opener) -> None:
    """Protects the reader who comes by a bare link: how to come to a source, and a picker."""
    app = open_at(PAGE)
    assert not app.exception
    assert app.title[0].value == SOURCE_PAGE.zh
    assert app.subheader[0].value == NO_REPORT_ASKED.zh
    assert app.selectbox(key="other_agency").value


def test_a_report_that_is_gone_is_told(open_at: Opener) -> None:
    """Protects old links: a report that a rebuild has dropped is named, and there is a way on."""
    app = open_at(PAGE, report="feedfeedfeedfeed<b>")
    assert not app.exception
    assert "feedfeedfeedfeed\\<b\\>" in app.subheader[0].value
    assert app.selectbox(key="other_agency").value


def test_filters_do_not_empty_the_page(open_at: Opener, small: Loaded) -> None:
    """Protects one report from filters that would leave it out."""
    app = open_at(PAGE, small.folder, report=small.reports[2021], cell=RECEIVED, year="2024")
    assert "4711" in app.subheader[0].value
    assert "▶" in html(app)


@pytest.mark.parametrize("year", range(2021, 2026), ids=FORMATS)
def test_a_number_is_marked_in_every_format(open_at: Opener, small: Loaded, year: int) -> None:
    """Protects the promise of the page: the cell that was read is marked in its own table."""
    app = open_at(PAGE, small.folder, report=small.reports[year], cell=RECEIVED)
    assert not app.exception
    assert not app.warning
    assert "4711" in html(app).split("▶")[1][:60]
    legend = LEGEND_CELL if year in (2021, 2022) else LEGEND_RAGGED
    assert legend.zh[:20] in said(app).replace("\\", "")
    assert len(app.get("download_button")) >= 2


def test_the_picked_report_and_cell_stand_in_the_address(open_at: Opener, small: Loaded) -> None:
    """Protects copied links, reload and the other language: the same cell is marked again."""
    app = open_at(PAGE, small.folder, report=small.reports[2022], cell=RECEIVED)
    app.segmented_control[0].set_value("en").run()
    assert app.query_params["report"] in (small.reports[2022], [small.reports[2022]])
    assert "printed as “4711”" in app.subheader[0].value
    assert "▶" in html(app.run())


def test_another_year_opens_at_the_same_cell(open_at: Opener, small: Loaded) -> None:
    """Protects the way to the year before: the box of an agency's reports keeps the cell."""
    app = open_at(PAGE, small.folder, report=small.reports[2022], cell=RECEIVED)
    app.selectbox(key=f"siblings of {small.reports[2022]}").select(small.reports[2021]).run()
    assert not app.exception
    assert "2021 年" in app.subheader[0].value
    assert "4711" in app.subheader[0].value


def test_a_report_can_be_picked_by_agency(open_at: Opener, small: Loaded) -> None:
    """Protects the picker: agency, then report, then its source."""
    app = open_at(PAGE, small.folder)
    box = next(box for box in app.selectbox if str(box.key).startswith("report of"))
    box.select(small.reports[2023]).run()
    assert not app.exception
    assert "2023 年" in app.subheader[0].value
    assert app.dataframe


def test_what_could_not_be_read_is_shown_as_printed(open_at: Opener, small: Loaded) -> None:
    """Protects unreadable cells: the words that stand there, marked, with what their status means."""
    app = open_at(PAGE, small.folder, report=small.reports[2021], cell="requests:received:business")
    assert "见附件" in app.subheader[0].value
    assert "见附件" in html(app).split("▶")[1][:60]
    assert any("无法识读" in block.value for block in app.markdown)


def test_a_sentence_is_marked_and_never_obeyed(open_at: Opener, small: Loaded) -> None:
    """Protects sentences with markup in them: marked letter for letter, in title, text and source."""
    app = open_at(PAGE, small.folder, report=small.reports[2021], section="problems", sentence="1")
    assert not app.exception
    assert LEGEND_TEXT.zh in said(app)
    assert "▶\N{NO-BREAK SPACE}一是&lt;script&gt;" in html(app)
    assert "<script" not in "".join(str(part.proto.body) for part in app.get("html"))
    assert not any("<script>" in block.value or "**偏慢**" in block.value for block in app.markdown)


def test_a_sentence_of_any_part_can_be_marked(open_at: Opener, small: Loaded) -> None:
    """Protects the way from a count in the text: its sentence is marked where it stands, also outside section five."""
    app = open_at(PAGE, small.folder, report=small.reports[2022], section="overview", sentence="1")
    assert not app.exception
    assert LEGEND_TEXT.zh in said(app)
    sentence = next(block.value for block in app.markdown if "“" in block.value).split("“")[1].split("”")[0]
    assert sentence[:8] in html(app).split("▶")[1]


@pytest.mark.parametrize("asked", [{"cell": "requests:nothing:total"}, {"cell": "<script>"}, {"section": "nonsense"}])
def test_nonsense_in_the_link_is_told(open_at: Opener, small: Loaded, asked: dict[str, str]) -> None:
    """Protects links with a cell or a part that the report lacks: said in words, nothing marked."""
    app = open_at(PAGE, small.folder, report=small.reports[2021], **asked)
    assert not app.exception
    assert app.warning
    assert "▶" not in html(app)


def test_a_missing_cell_is_not_marked(open_at: Opener, tmp_path: Path) -> None:
    """Protects cells that the document lacks: said to be missing, not shown somewhere else."""
    ending, data = a_file(format="pipes")
    text = "\n".join(line for line in data.decode().splitlines() if "重复申请" not in line)
    loaded(tmp_path, a_corpus(tmp_path / "in", {"缺": (ending, text.encode())}))
    rows = frame(tmp_path, "SELECT report_id, concat_ws(':', table_name, item, measure) FROM cells WHERE place = ''")
    assert not rows.is_empty()
    app = open_at(PAGE, tmp_path, report=rows[0, 0], cell=rows[0, 1])
    assert CELL_MISSING.zh in said(app)


def test_a_deleted_original_is_told_and_the_numbers_stay(open_at: Opener, tmp_path: Path) -> None:
    """Protects the reader when the original is gone: that is said, what was read is still listed."""
    loaded(tmp_path, a_corpus(tmp_path / "in", {"甲": a_file(cells=NUMBERS)}))
    report = str(frame(tmp_path, "SELECT report_id FROM reports")[0, 0])
    for kept in (tmp_path / "sources" / "originals").rglob("*.docx"):
        kept.unlink()
    app = open_at(PAGE, tmp_path, report=report, cell=RECEIVED)
    assert not app.exception
    assert FILE_GONE.zh in said(app)
    assert not app.get("html")
    assert "4711" in app.subheader[0].value
    assert app.dataframe


def test_a_changed_original_is_no_source(open_at: Opener, tmp_path: Path) -> None:
    """Protects the mark: a kept file that is not what was loaded is not shown as the source of a number."""
    loaded(tmp_path, a_corpus(tmp_path / "in", {"甲": a_file(cells=NUMBERS, format="html")}))
    report = str(frame(tmp_path, "SELECT report_id FROM reports")[0, 0])
    for kept in (tmp_path / "sources" / "originals").rglob("*.html"):
        kept.write_bytes(kept.read_bytes().replace(b"4711", b"4712"))
    app = open_at(PAGE, tmp_path, report=report, cell=RECEIVED)
    assert not app.exception
    assert FILE_CHANGED.zh in said(app)
    assert not app.get("html")


def test_a_report_without_its_original_is_still_told(open_at: Opener) -> None:
    """Protects warehouses that came without originals: the numbers, and that the document is not here."""
    app = open_at(PAGE, report=f"{3:016x}", cell=RECEIVED)
    assert not app.exception
    assert FILE_GONE.zh in said(app)
    assert app.dataframe


def test_a_superseded_report_leads_to_the_current_one(open_at: Opener) -> None:
    """Protects links to an earlier version: it is said to be one, and a button leads on."""
    app = open_at(PAGE)
    box = app.selectbox(key="other_agency").select("云州市商务局@990100").run()
    reports = next(one for one in box.selectbox if str(one.key).startswith("report of"))
    earlier = next(k for k, label in enumerate(reports.options) if "已被取代" in label)
    app = reports.select_index(earlier).run()
    assert IS_EARLIER.zh in said(app)
    before = app.query_params["report"]
    next(button for button in app.button if button.label == "看现行版本").click().run()
    assert app.query_params["report"] != before
    assert IS_EARLIER.zh not in said(app)


@pytest.mark.parametrize("year", range(2021, 2026), ids=FORMATS)
def test_every_cell_of_a_report_is_found_at_its_place(small: Loaded, year: int) -> None:
    """Protects every number of every format: where it was read, the same text stands when the file is read again."""
    cells = frame(small.folder, f"SELECT * FROM cells WHERE report_id = '{small.reports[year]}'")
    (document_id, path) = frame(
        small.folder,
        f"SELECT document_id, path FROM reports JOIN documents USING (document_id) "
        f"WHERE reports.report_id = '{small.reports[year]}'",
    ).row(0)
    original = look_up(small.folder, document_id, path)
    assert original
    assert original.document
    assert cells.height >= 200
    for cell in cells.iter_rows(named=True):
        assert find_cell(original.document, cell["place"], cell["raw"]), cell


@pytest.mark.parametrize("document_id", ["", "../../etc", "0" * 64])
def test_a_document_that_is_not_kept_is_none(small: Loaded, document_id: str) -> None:
    """Protects the data folder: only fingerprints of kept documents open a file."""
    assert look_up(small.folder, document_id, "年报.docx") is None
