"""The words that decide on roles and themes: the files of the vocabulary with a user's own lines laid over them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from etl.csv_lines import TABLES, csv_lines, files_in
from etl.errors import UsageError
from etl.reuse.finding import in_full_width
from etl.vocabulary.themes import (
    HEAVIEST,
    NEUTRAL,
    ROLE_WORDS_FILE,
    SAYS,
    STANDARD,
    THEME_WORDS_FILE,
    THEMES_FILE,
    theme_word,
)
from etl.vocabulary.words import Word

FILES: Final = (THEMES_FILE, THEME_WORDS_FILE, ROLE_WORDS_FILE)
WORDS: Final = pl.Schema(
    {"word": pl.String(), "at_start": pl.Boolean(), "at_end": pl.Boolean(), "says": pl.String(), "weight": pl.Int16()}
)
"""One word as it is looked for; `says` is a theme, or one of `SAYS`."""
_TABLES: Final = TABLES | {".txt"}
_LONGEST: Final = 40
_NEVER: Final = frozenset('"\\\n\r\t^$')


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The themes in their order, and the words (columns of `WORDS`) that decide on themes and on roles."""

    themes: tuple[Word, ...]
    theme_words: pl.DataFrame
    role_words: pl.DataFrame


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a file: where it stands, and its values by column."""

    where: str
    said: dict[str, str]

    def need(self, column: str) -> str:
        if not self.said.get(column):
            raise UsageError(f"{self.where}：{column} 不能为空（must not be empty）")
        return self.said[column]


def files_of(folder: Path) -> tuple[Path, ...]:
    """The files of a user's own that are there, in order."""
    return tuple(path for name in FILES if (path := folder / name).is_file())


def read_lexicon(own: Path) -> Lexicon:
    """The lexicon: lines of the files in `own` are added to the standard ones, and stand for those they repeat.

    A word of weight 0 is taken out. Raises UsageError naming file and line for a line that cannot be understood, and
    for a file of another name.
    """
    _require_known(own)
    themes = {word.name: word for line in _lines(own, THEMES_FILE, ("theme", "label_zh")) if (word := _theme(line))}
    about = _words(own, THEME_WORDS_FILE, "theme", (*themes, NEUTRAL))
    return Lexicon(tuple(themes.values()), about, _words(own, ROLE_WORDS_FILE, "says", SAYS))


def _require_known(own: Path) -> None:
    """UsageError for tables in the folder that nobody would read."""
    if strange := [path.name for path in files_in(own, _TABLES) if path.name not in FILES]:
        why = "用语表中没有这样的文件（no such file of the lexicon）"
        raise UsageError(f"{own.name}/{strange[0]}：{why}；可用的有（known）：{'、'.join(FILES)}")


def _lines(own: Path, name: str, needed: tuple[str, ...]) -> Iterator[_Line]:
    """The lines of the standard file, then those of the user's."""
    for file in (STANDARD / name, own / name):
        if file.is_file():
            yield from (_Line(where, said) for where, said in csv_lines(file.read_bytes(), name, needed))


def _theme(line: _Line) -> Word:
    name = line.need("theme")
    if not name.isidentifier():
        raise UsageError(f"{line.where}：theme “{name}” 只能由文字、字母、数字和下划线组成（not a name）")
    parts = (line.said.get(column, "") for column in ("label_en", "definition", "definition_en"))
    return theme_word(name, line.need("label_zh"), *parts)


def _words(own: Path, name: str, column: str, known: tuple[str, ...]) -> pl.DataFrame:
    """The words of a file and of the user's beside it; of lines that say the same of a word the last counts."""
    rows: dict[tuple[str, str], tuple[str, bool, bool, str, int]] = {}
    for line in _lines(own, name, (column, "word", "weight")):
        says, word = line.need(column), in_full_width(line.need("word"))
        if says not in known:
            raise UsageError(f"{line.where}：{column} “{says}” 应为 {'、'.join(known)} 之一（not one of these）")
        plain = word.removeprefix("^").removesuffix("$")
        if not plain or len(plain) > _LONGEST or _NEVER & set(plain):
            raise UsageError(f"{line.where}：word “{word}” 应为 1 到 {_LONGEST} 个字，不含引号和反斜杠（not a word）")
        rows[says, word] = (plain, word.startswith("^"), word.endswith("$"), says, _weight(line))
    kept = [row for row in rows.values() if row[-1]]
    return pl.DataFrame(kept, schema=WORDS, orient="row")


def _weight(line: _Line) -> int:
    text = line.need("weight")
    if text not in {str(weight) for weight in range(HEAVIEST + 1)}:
        raise UsageError(
            f"{line.where}：weight “{text}” 应为 0 到 {HEAVIEST} 的整数（a whole number from 0 to {HEAVIEST}）"
        )
    return int(text)
