"""The words that decide: read whole, a user's own lines laid over them, and every slip named by file and line."""

from pathlib import Path

import polars as pl
import pytest

from etl.errors import UsageError
from etl.reuse.labelling import label
from etl.reuse.lexicon import Lexicon, read_lexicon
from etl.vocabulary.themes import STANDARD, THEMES


def own(folder: Path, **files: str) -> Lexicon:
    """The lexicon with these files of a user's own."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_lexicon(folder)


def themes_of(sentence: str, lexicon: Lexicon) -> str:
    """The themes of one sentence."""
    rows = pl.DataFrame({"report_number": [1], "position": [1], "text": [sentence]})
    return str(label(rows, lexicon)["themes"][0])


def test_the_standard_lexicon_is_whole() -> None:
    """Protects the files that come with the program: every theme has words that decide, no word is there twice."""
    lexicon = read_lexicon(STANDARD / "none")
    assert lexicon.themes == THEMES
    decisive = lexicon.theme_words.filter(pl.col("weight") >= 2)
    assert {word.name for word in THEMES} <= set(decisive["says"])
    for words in (lexicon.theme_words, lexicon.role_words):
        assert words.select("says", "word", "at_start", "at_end").is_unique().all()


def test_own_lines_are_added_changed_and_taken_out(tmp_path: Path) -> None:
    """Protects the user's word: a new theme, a new word, another label, and a word that counts no more."""
    lexicon = own(
        tmp_path,
        themes="theme,label_zh\nrural,村务公开\ntimeliness,及时性\n",
        theme_words="theme,word,weight\nrural,村务,2\ntimeliness,不及时,0\ntimeliness,及时,0\n",
    )
    labels = {word.name: word.label_zh for word in lexicon.themes}
    assert (labels["rural"], labels["timeliness"], labels["awareness"]) == ("村务公开", "及时性", "意识")
    assert themes_of("村务情况公布不及时。", lexicon) == '["rural"]'
    assert themes_of("村务情况公布不及时。", read_lexicon(STANDARD / "none")) == '["timeliness"]'


@pytest.mark.parametrize("sentence", ["公开:村务未写。", "公开：村务未写。"])
def test_a_word_is_found_whatever_the_width_of_its_marks(tmp_path: Path, sentence: str) -> None:
    """Protects a word typed with half-width marks from never being found, and its line from standing twice."""
    lexicon = own(tmp_path, theme_words="theme,word,weight\ndepth,公开:村务,2\ndepth,公开：村务,3\n")
    assert themes_of(sentence, lexicon) == '["depth"]'
    assert lexicon.theme_words.filter(pl.col("word") == "公开：村务")["weight"].to_list() == [3]
    alone = own(tmp_path, theme_words="theme,word,weight\ndepth,公开:村务,2\n")
    assert themes_of(sentence, alone) == '["depth"]'


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("themes", "theme,label\nrural,村务\n", "themes.csv：缺少列 label_zh"),
        ("themes", "theme,label_zh\n村 务,村务\n", "themes.csv 第 2 行.*“村 务”"),
        ("themes", "theme,label_zh\nrural,\n", "themes.csv 第 2 行.*label_zh 不能为空"),
        ("theme_words", "theme,word,weight\nrural,村务,2\n", "theme_words.csv 第 2 行.*“rural” 应为 awareness"),
        ("theme_words", "theme,word,weight\ndepth,村务,4\n", "theme_words.csv 第 2 行.*weight “4”"),
        ("theme_words", "theme,word,weight\ndepth,村务,\n", "theme_words.csv 第 2 行.*weight 不能为空"),
        ("theme_words", 'theme,word,weight\ndepth,"村""务",2\n', "theme_words.csv 第 2 行.*不含引号"),
        ("role_words", "says,word,weight\nproblem,^,2\n", "role_words.csv 第 2 行.*1 到 40 个字"),
        ("role_words", "says,word,weight\nwrong,村务,2\n", "role_words.csv 第 2 行.*“wrong” 应为 problem"),
    ],
)
def test_a_slip_is_named_by_file_and_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Protects the clerk: a line that cannot be understood is not passed over in silence."""
    with pytest.raises(UsageError, match=message):
        own(tmp_path, **{name: text})


def test_more_than_there_are_columns_stops(tmp_path: Path) -> None:
    """Protects a word with a comma in it from being read as half of itself; empty cells at the end are none."""
    own(tmp_path, theme_words="theme,word,weight\ndepth,村务,2,,\n")
    with pytest.raises(UsageError, match=r"theme_words\.csv 第 2 行.*内容比列名多"):
        own(tmp_path, theme_words="theme,word,weight\ndepth,村务,2,常见\n")


@pytest.mark.parametrize("name", ["role_word.csv", "Themes.csv", "themes.xlsx", "用语.csv"])
def test_a_file_of_another_name_stops(tmp_path: Path, name: str) -> None:
    """Protects the words in a file whose name is misspelt: it is named, and so are those that are read."""
    (tmp_path / "~$themes.xlsx").write_bytes(b"")
    read_lexicon(tmp_path)
    (tmp_path / name).write_text("says,word,weight\n", encoding="utf-8")
    with pytest.raises(UsageError, match=rf"{name}：.*themes\.csv、theme_words\.csv、role_words\.csv"):
        read_lexicon(tmp_path)
