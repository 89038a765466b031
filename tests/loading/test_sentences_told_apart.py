"""Roles and themes in a load: every sentence is told, promises are held against the year after, own words count."""

import json
from pathlib import Path

import pytest

from etl import __main__ as command_line
from etl.warehouse.published import published_path
from tests.loads import a_corpus, a_file, loaded, rows

PROMISED = "主要问题：一是信息更新不及时。改进情况：一是建立更新提醒机制，按时更新。"
NAMED_AGAIN = "存在的问题：一是有的栏目更新滞后；二是解读形式单一。下一步，我局将丰富解读形式。"
REPEATED = """
    SELECT agencies.name, reports.year, count(*) FILTER (is_repeated), count(is_repeated) > 0
    FROM problem_themes JOIN reports USING (report_id) JOIN agencies USING (agency_id) GROUP BY ALL ORDER BY ALL
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of two years of one agency, of one year of another, and one that says nothing in section five."""
    folder = tmp_path_factory.mktemp("told")
    files = {
        "甲21": a_file(year=2021, problems=PROMISED),
        "甲22": a_file(year=2022, problems=NAMED_AGAIN),
        "乙22": a_file("霁川市教育局", year=2022, problems=NAMED_AGAIN),
        "丙22": a_file("霁川市民政局", year=2022, problems=" "),
    }
    loaded(folder / "data", a_corpus(folder / "in", files))
    return folder / "data"


def test_every_sentence_has_its_role_and_themes(data_dir: Path) -> None:
    """Protects the page and every BI tool: roles, themes and words of each sentence stand in the build, in order."""
    query = """
        SELECT position, role, role_from, theme, words, text FROM sentences JOIN reports USING (report_id)
        JOIN agencies USING (agency_id) WHERE year = 2022 AND name = '霁川市教育局' ORDER BY position
    """
    found = rows(data_dir, query)
    assert [row[:4] for row in found] == [
        (1, "problem", "words", "timeliness"),
        (2, "problem", "words", "interpretation"),
        (3, "measure", "words", "interpretation"),
    ]
    for *_, words, text in found:
        assert all(str(text)[word["start"] : word["end"]] == word["word"] for word in json.loads(str(words)))
    assert rows(data_dir, "SELECT count(*) FROM sentences ANTI JOIN sections USING (report_number)") == [(0,)]


def test_promises_are_held_against_the_year_after(data_dir: Path) -> None:
    """Protects the measure: one theme promised and named again; nothing is said where there is no year before."""
    assert rows(data_dir, REPEATED) == [
        ("霁川市商务局", 2021, 0, False),
        ("霁川市商务局", 2022, 1, True),
        ("霁川市教育局", 2022, 0, False),
    ]
    query = "SELECT theme, named, promised, named_before, promised_before FROM problem_themes WHERE is_repeated"
    assert rows(data_dir, query) == [("timeliness", 1, 0, 1, 1)]


def test_the_build_says_what_its_codes_mean(data_dir: Path) -> None:
    """Protects a BI tool from codes without words: each role, source and theme stands in the vocabulary."""
    used = """
        SELECT name FROM (SELECT unnest([role, role_from, theme]) AS name FROM sentences) ANTI JOIN
            (SELECT name FROM vocabulary WHERE kind IN ('role', 'role_source', 'theme')) USING (name)
        WHERE name IS NOT NULL
    """
    assert rows(data_dir, f"SELECT count(*) FROM ({used})") == [(0,)]


def test_own_words_count_from_the_next_load_on(tmp_path: Path) -> None:
    """Protects the user's word: lines laid over the lexicon make a new build, and their theme is a word of it."""
    data_dir = tmp_path / "data"
    loaded(data_dir, a_corpus(tmp_path / "in", {"甲": a_file(problems="主要问题：一是村务公开栏放在屋里。")}))
    assert not loaded(data_dir).is_new
    own = data_dir / "lexicon"
    own.mkdir()
    (own / "themes.csv").write_text("theme,label_zh\nrural,村务公开\n", encoding="utf-8")
    (own / "theme_words.csv").write_text("theme,word,weight\nrural,村务公开,3\n", encoding="utf-8")
    assert loaded(data_dir).is_new
    assert rows(data_dir, "SELECT theme FROM sentences") == [("rural",)]
    assert rows(data_dir, "SELECT label_zh FROM vocabulary WHERE kind = 'theme' AND name = 'rural'") == [("村务公开",)]


def test_a_slip_in_own_words_stops_the_load_and_nothing_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Protects the published build: the load ends with 2 and says where, nothing new is taken in."""
    data_dir, first = tmp_path / "data", a_corpus(tmp_path / "in", {"甲": a_file()})
    loaded(data_dir, first)
    before, catalogue = published_path(data_dir), (data_dir / "sources" / "catalogue.csv").read_bytes()
    (data_dir / "lexicon").mkdir()
    (data_dir / "lexicon" / "role_words.csv").write_text("says,word,weight\nproblem,打折扣,9\n", encoding="utf-8")
    second = a_corpus(tmp_path / "more", {"乙": a_file("霁川市教育局")})
    assert command_line.main(["load", str(second), "--data-dir", str(data_dir)]) == 2
    assert "role_words.csv 第 2 行" in capsys.readouterr().err
    assert published_path(data_dir) == before
    assert (data_dir / "sources" / "catalogue.csv").read_bytes() == catalogue
