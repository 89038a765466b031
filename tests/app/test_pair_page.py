"""The page of two texts where there is no measure: it says whether and with whom they were compared."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.vocabulary.labels import UNNAMED
from etl.vocabulary.page_labels import pair
from etl.vocabulary.reuse import LONGEST_COMPARED
from tests.app.conftest import Opener
from tests.builders import a_filed, a_warehouse, some_filed

PAIR = "pages/pair.py"


@pytest.mark.parametrize(
    ("text", "why"),
    [("长" * (LONGEST_COMPARED + 1), "第五部分超过 20000 字"), ("短。", "第五部分不足 200 字"), ("长" * 200, None)],
)
def test_a_pair_that_the_load_did_not_compare_says_so(
    open_at: Opener, tmp_path: Path, text: str, why: str | None
) -> None:
    """Protects two texts that were never compared from standing as two that are not alike."""
    a_warehouse(tmp_path, [a_filed(year=2022, text=text), a_filed(year=2023, text="文" * 300)])
    app = open_at(PAIR, data_dir=tmp_path, this=f"{1:016x}", beside=f"{0:016x}")
    assert not app.exception
    told = [note.value for note in app.info]
    if why is None:
        assert told == [pair.LESS_ALIKE.zh]
    else:
        assert any("没有比对这一对" in note and why in note for note in told)


def told(app: AppTest) -> str:
    """What the page says instead of a measure."""
    assert not app.exception
    assert not app.metric
    return "".join(note.value for note in app.info)


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the reports of the invented warehouse, each long enough to be compared."""
    folder = tmp_path_factory.mktemp("longer")
    a_warehouse(folder, [replace(one, text="文" * 300) for one in some_filed()])
    return folder


def of(agency: str, year: int) -> str:
    """The id of a report of the invented warehouse."""
    return next(f"{k:016x}" for k, one in enumerate(some_filed()) if (one.agency, one.year) == (agency, year))


def test_two_users_of_one_text_are_not_called_unlike(open_at: Opener, longer: Path) -> None:
    """Protects two texts that are word for word the same: each is compared with the earliest, and that is said."""
    app = open_at(PAIR, data_dir=longer, this=of("泽州市商务局", 2023), beside=of("天涯市教育局", 2024))
    assert "两份都用同一段共用文字（4 个单位使用）" in told(app)
    assert "云泽省商务厅 2021 年" in told(app)
    assert "不到 50%" not in told(app)


def test_years_that_do_not_follow_each_other_are_not_called_unlike(open_at: Opener, longer: Path) -> None:
    """Protects an agency that writes the same every second year: only the report before is compared."""
    app = open_at(PAIR, data_dir=longer, this=of("云州市商务局", 2024), beside=of("云州市商务局", 2020))
    assert told(app) == pair.ONLY_PREVIOUS.zh


def test_a_follower_of_a_text_may_be_alike_though_it_is_not_listed(open_at: Opener, longer: Path) -> None:
    """Protects from saying less than half where the tables do not tell: only the first user of a text is compared."""
    app = open_at(PAIR, data_dir=longer, this=of("泽州市商务局", 2023), beside=of("天涯市教育局", 2020))
    assert told(app) == pair.NOT_LISTED.zh


def test_an_agency_without_a_name_is_not_a_blank(open_at: Opener, tmp_path: Path) -> None:
    """Protects titles and tables from a gap where a document does not say whose it is."""
    a_warehouse(tmp_path, [a_filed(agency="", year=2022), a_filed(year=2023)])
    app = open_at(PAIR, data_dir=tmp_path, this=f"{0:016x}", beside=f"{1:016x}")
    assert UNNAMED.zh in app.subheader[0].value
    swapped = open_at(PAIR, data_dir=tmp_path, this=f"{1:016x}", beside=f"{0:016x}")
    assert UNNAMED.zh in swapped.subheader[0].value
