"""The panel of letters: one agency, a region, nothing to write; what is typed stays out of the address."""

import json
import os
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from streamlit.testing.v1 import AppTest

from etl.deciding import DecisionsError, Verdict, decide
from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels import letters as says
from etl.warehouse.published_rows import findings
from pages.parts.letters.gathering import NoLetterError
from pages.parts.taking import file_door
from tests.app.conftest import Opener, unfolded
from tests.app.test_pages import plain_chinese, texts
from tests.letter_findings import BUREAU, NOBODY, a_house_of_findings

PAGE = "pages/agency.py"
FOLD = "fold letter"


@pytest.fixture(scope="module")
def findings_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with findings and no decisions."""
    folder = tmp_path_factory.mktemp("letters")
    a_house_of_findings(folder)
    return folder


def buttons(app: AppTest, text: Text, language: str = "zh") -> int:
    """How many downloads are called so."""
    return sum(told["label"] == text.say(language) for told in all_offered(app))


def has_title(app: AppTest, text: str) -> bool:
    """Whether a panel is called so."""
    return text in [one.value for one in app.subheader]


def test_an_agency_without_a_confirmed_finding_gets_no_letter(open_at: Opener, findings_dir: Path) -> None:
    """Protects the default: nothing to download, the reason, and what to do next."""
    app = unfolded(open_at(PAGE, data_dir=findings_dir, agency=BUREAU), FOLD)
    assert not app.exception
    assert has_title(app, says.LETTER_TITLE_NONE.zh)
    assert buttons(app, says.DOWNLOAD_WORD) == 0
    assert any(says.CONFIRM_FIRST.zh in text.replace("\\", "") for text in texts(app))
    assert any("另有 3 处待处理" in text.replace("\\", "") for text in texts(app))


def test_an_agency_without_any_finding_gets_no_letter(open_at: Opener, findings_dir: Path) -> None:
    """Protects a clean agency: one line that says so, in every setting."""
    app = open_at(PAGE, data_dir=findings_dir, agency=NOBODY, letter_findings="open", letter_notes="with")
    assert has_title(app, says.LETTER_TITLE_NONE.zh)
    assert buttons(app, says.DOWNLOAD_WORD) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_open_findings_are_offered_when_the_link_asks_for_them(
    open_at: Opener, findings_dir: Path, language: str
) -> None:
    """Protects copied links: which findings go in stands in the address, in both languages."""
    app = open_at(
        PAGE, data_dir=findings_dir, agency=BUREAU, letter_findings="open", letter_notes="with", lang=language
    )
    assert not app.exception
    assert has_title(app, says.LETTER_TITLE.say(language, n=4))
    assert buttons(app, says.DOWNLOAD_WORD, language) == buttons(app, says.DOWNLOAD_PAGE, language) == 1
    assert language == "zh" or not set(texts(app)) & plain_chinese()


def test_what_is_typed_stays_out_of_the_address(open_at: Opener, findings_dir: Path) -> None:
    """Protects the office: a link that is passed on tells nobody who signs; the session keeps it."""
    app = open_at(PAGE, data_dir=findings_dir, agency=BUREAU, letter_findings="open")
    app.text_input(key="letter office").set_value("云州市政务公开办").run()
    assert not app.exception
    assert "云州市政务公开办" not in str(app.query_params)
    assert app.run().text_input(key="letter office").value == "云州市政务公开办"


def test_decisions_that_cannot_be_read_make_no_letter(open_at: Opener, tmp_path: Path) -> None:
    """Protects what was dismissed: when nobody knows it, nothing is sent, and the page says why."""
    a_house_of_findings(tmp_path)
    (tmp_path / "decisions.sqlite").write_bytes(b"this is no database, and nobody knows what was decided" * 9)
    app = open_at(PAGE, data_dir=tmp_path, agency=BUREAU, letter_findings="open")
    assert not app.exception
    assert any("不生成通知" in error.value for error in app.error)
    assert buttons(app, says.DOWNLOAD_WORD) == 0


def decided(folder: Path, decision: str) -> None:
    """Somebody decides on every finding."""
    decide(folder, findings(folder), Verdict(decision, "扫描误读", "李四"))


def test_what_is_dismissed_after_the_page_was_drawn_leaves_in_no_letter(open_at: Opener, tmp_path: Path) -> None:
    """Protects the agency from a letter that says “confirmed” of what a colleague has dismissed meanwhile."""
    a_house_of_findings(tmp_path)
    decided(tmp_path, "confirmed")
    app = unfolded(open_at(PAGE, data_dir=tmp_path, agency=BUREAU), FOLD)
    told = next(one for one in all_offered(app) if one["label"] == says.DOWNLOAD_PAGE.zh)
    offer = file_door._offers[told["token"]]
    offer.write(tmp_path / "letter.html")
    assert says.LOOKED_AT_YES.zh in (tmp_path / "letter.html").read_text("utf-8")
    decided(tmp_path, "dismissed")
    with pytest.raises(NoLetterError):
        offer.write(tmp_path / "later.html")
    assert not (tmp_path / "later.html").exists()
    assert told["failed"] == says.NOT_MADE.zh


def test_decisions_that_cannot_be_read_at_the_click_make_no_letter(open_at: Opener, tmp_path: Path) -> None:
    """Protects what was dismissed from the moment on in which nobody can know it any more."""
    a_house_of_findings(tmp_path)
    decided(tmp_path, "confirmed")
    app = unfolded(open_at(PAGE, data_dir=tmp_path, agency=BUREAU), FOLD)
    told = next(one for one in all_offered(app) if "Word" in one["label"])
    (tmp_path / "decisions.sqlite").write_bytes(b"this is no database, and nobody knows what was decided" * 9)
    with pytest.raises(DecisionsError):
        file_door._offers[told["token"]].write(tmp_path / "letter.docx")
    assert not (tmp_path / "letter.docx").exists()


def test_an_archive_holds_what_is_confirmed_when_it_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Protects the index as well: letters and numbers are those of the click, and none left is no archive."""
    monkeypatch.setitem(os.environ, "GONGKAI_DATA_DIR", str(tmp_path))
    a_house_of_findings(tmp_path)
    decided(tmp_path, "confirmed")
    offer = file_door._offers[offered(of_a_region(None))["token"]]
    decide(tmp_path, findings(tmp_path).filter(agency="云州市商务局"), Verdict("dismissed", "扫描误读", "李四"))
    offer.write(tmp_path / "letters.zip")
    with ZipFile(tmp_path / "letters.zip") as packed:
        assert len(packed.namelist()) == 2
        assert not [name for name in packed.namelist() if "商务局" in name]
    decided(tmp_path, "dismissed")
    with pytest.raises(NoLetterError):
        offer.write(tmp_path / "later.zip")


def of_a_region(region: str | None, **chosen: str) -> AppTest:
    """The panel for all agencies of a region, on a page of its own."""

    def page(region: str | None) -> None:
        from pages.parts.letters.panel import show_letters
        from pages.parts.view import View, open_current
        from pages.queries.selection import Selection

        data = open_current()
        assert data is not None
        show_letters(View("zh", data, Selection(region)), "letters")

    app = AppTest.from_function(page, default_timeout=60, kwargs={"region": region})
    for name, value in chosen.items():
        app.query_params[name] = value
    return app.run()


def offered(app: AppTest) -> dict[str, Any]:
    """What the button of the archive was told."""
    (told,) = all_offered(app)
    return told


def all_offered(app: AppTest) -> list[dict[str, Any]]:
    """What the buttons of files that are written on the server were told."""
    mounted = [json.loads(one.proto.json or "{}") for one in app.get("bidi_component")]
    return [told for told in mounted if "token" in told]


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, findings_dir: Path) -> None:
    """The data folder that pages look into."""
    monkeypatch.setitem(os.environ, "GONGKAI_DATA_DIR", str(findings_dir))


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("form", ["word", "page"])
def test_a_region_gets_one_letter_for_each_agency_with_findings(tmp_path: Path, form: str) -> None:
    """Protects the archive: as many letters as announced, whoever has none only in the index."""
    app = of_a_region(None, letters_findings="open", letters_form=form)
    assert not app.exception
    assert has_title(app, says.LETTERS_TITLE.say("zh", letters=2, n=4))
    assert any(says.LETTERS_ALSO.say("zh", n=1) in caption.value for caption in app.caption)
    told = offered(app)
    assert told["label"].startswith("下载全部（2 份")
    file_door._offers[told["token"]].write(tmp_path / "letters.zip")
    with ZipFile(tmp_path / "letters.zip") as packed:
        names = packed.namelist()
        index = packed.read(says.INDEX_NAME.zh).decode("utf-8-sig")
    assert len(names) == 3
    assert all(name in index for name in names[:-1])
    assert "天涯市教育局" in index


@pytest.mark.usefixtures("at_home")
def test_a_region_without_findings_gets_no_archive() -> None:
    """Protects an empty region: one line, no button."""
    app = of_a_region("998100", letters_findings="open")
    assert has_title(app, says.LETTERS_TITLE_NONE.zh)
    assert not app.get("bidi_component")


@pytest.mark.usefixtures("at_home")
def test_another_office_is_another_archive() -> None:
    """Protects the signature: the file on offer is the one for what is typed now."""
    app = of_a_region(None, letters_findings="open")
    before = offered(app)["token"]
    assert offered(app.run())["token"] == before
    assert offered(app.text_input(key="letter office").set_value("政务公开办").run())["token"] != before
