"""What a sentence of section five is called: its role, what decided it, and what it is about.

The themes are lines of themes.csv. theme_words.csv (theme, word, weight) and role_words.csv (says, word, weight) hold
the words that decide, tables anybody can edit; `etl.reuse.lexicon` reads them and lays a user's own lines over them.

A word is found as it is written; `^` before it asks for the beginning of the sentence (behind its number), `$` behind it
for the end. A word inside a longer word of the same file does not count. Words of one theme that weigh 2 together
decide for it. What role_words.csv `says`:

- `problem`, `measure`: speak for that role; 1 only where sentences of that role stand, 2 anywhere, 3 even among the others.
- `other`: speaks for neither: praise, reports on the report, sub-headings.
- `problem_part`, `measure_part`: open a part, the sentences behind stand in it; with weight 1 only to the next number.
- `lead`: announces what follows (以下, 如下).
- `sets_aside`: words for a problem behind it in its clause name none (针对, 避免).
- `settled`: speaks for measure, and words for a problem before it name none (已解决).
- `neutral`: says nothing, it hides the shorter words inside it (热点问题).
"""

import csv
from pathlib import Path
from typing import Final

from etl.vocabulary.words import Word


def _word(name: str, kind: str, zh: str, en: str, means: str, means_en: str) -> Word:
    return Word(name, kind, zh, en, means, means_en, "Gongkai")


ROLES: Final = (
    _word("problem", "role", "问题", "Problem", "说的是存在的问题；同一句也写改进的，在改进部分作措施，在别处作问题", "Names what is wanting; a sentence that tells of a remedy too is a measure among measures, and a problem elsewhere"),
    _word("measure", "role", "措施", "Measure", "说的是已经或将要采取的改进", "Tells what was or will be done about it"),
    _word("other", "role", "其他", "Other", "标题、引语、成绩，以及未能判定的语句", "Headings, openings, praise, and what cannot be told"),
)
PROBLEM, MEASURE, OTHER = (word.name for word in ROLES)

PROBLEM_PART: Final = "problem_part"
MEASURE_PART: Final = "measure_part"
LEAD: Final = "lead"
SETS_ASIDE: Final = "sets_aside"
SETTLED: Final = "settled"
NEUTRAL: Final = "neutral"
SAYS: Final = (PROBLEM, MEASURE, OTHER, PROBLEM_PART, MEASURE_PART, LEAD, SETS_ASIDE, SETTLED, NEUTRAL)
DECIDES: Final = 2
"""The weight from which on words decide for a theme or, anywhere, for a role."""
HEAVIEST: Final = 3

THEMES_FILE: Final = "themes.csv"
THEME_WORDS_FILE: Final = "theme_words.csv"
ROLE_WORDS_FILE: Final = "role_words.csv"
STANDARD: Final = Path(__file__).parent
"""The folder of the three files that come with the program."""

WORDS_SAY: Final = "words"
PART_SAYS: Final = "part"
NEIGHBOURS_SAY: Final = "neighbours"
ROLE_SOURCES: Final = (
    _word(WORDS_SAY, "role_source", "用语", "Words", "由句中用语判定", "The words of the sentence say so"),
    _word(PART_SAYS, "role_source", "所在部分", "Part", "句中没有可判定的用语，由所在部分的标题和编号判定", "No word says so; the heading it stands under and its number do"),
    _word(NEIGHBOURS_SAY, "role_source", "前后语句", "Neighbours", "句中没有可判定的用语，由前后语句判定", "No word says so; the sentences before and behind it do"),
)


def theme_word(name: str, zh: str, en: str, means: str, means_en: str) -> Word:
    """A theme as a word; what is not said in English is said in Chinese, what is not defined is its label."""
    return Word(name, "theme", zh, en or zh, means or zh, means_en or means or en or zh, "Gongkai")


def _standard() -> tuple[Word, ...]:
    with (STANDARD / THEMES_FILE).open(encoding="utf-8", newline="") as file:
        return tuple(theme_word(*row) for row in list(csv.reader(file))[1:])


THEMES: Final = _standard()
