"""Letters as files: one, or one for each agency in a .zip with an index; the letters of a region pass one by one."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from etl.harmless import harmless
from etl.vocabulary.labels import UNNAMED, Text
from etl.vocabulary.page_labels import letters as says
from pages.parts.letters.blocks import plain
from pages.parts.letters.letter import Letter, Row
from pages.parts.letters.web_page import PageLetters
from pages.parts.letters.word_file import WordLetters
from pages.parts.taking.csv_file import MARK
from pages.parts.taking.files import safe

ZIP_MIME: Final = "application/zip"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file that letters may be: its name, and what writes it in a language."""

    label: Text
    writer: type[WordLetters] | type[PageLetters]


FORMS: Final = {"word": Form(says.FORM_WORD, WordLetters), "page": Form(says.FORM_PAGE, PageLetters)}


def write_zip(path: Path, form: Form, language: str, agencies: Iterable[Row], letters: Iterable[Letter]) -> None:
    """The letters as an archive at `path`, with an index of all these agencies; memory holds one letter at a time."""
    writer = form.writer(language)
    told: dict[str, tuple[int, str]] = {}
    with ZipFile(path, "w") as archive:
        for number, letter in enumerate(letters, start=1):
            name = letter_name(number, letter.agency, writer.ending)
            archive.writestr(name, writer.written(letter), writer.packed)
            told[letter.agency_id] = (len(letter.items), name)
        archive.writestr(says.INDEX_NAME.say(language), _index(language, agencies, told), ZIP_DEFLATED)


def _index(language: str, agencies: Iterable[Row], told: Mapping[str, tuple[int, str]]) -> bytes:
    """Who gets a letter, under which name, and who gets none: CSV that opens in a spreadsheet, where nothing runs."""
    text = StringIO(newline="")
    lines = csv.writer(text, quoting=csv.QUOTE_ALL)
    lines.writerow([column.say(language) for column in says.INDEX_COLUMNS])
    for agency in agencies:
        findings, name = told.get(agency["agency_id"], (0, ""))
        who = agency["name"] or f"{UNNAMED.say(language)} {agency['papers']}"
        why = says.INDEX_NONE if agency["name"] else says.INDEX_NAMELESS
        note = "" if name else why.say(language)
        lines.writerow([harmless(plain(cell)) for cell in (who, agency["place"], str(findings), name, note)])
    return MARK + text.getvalue().encode()


def letter_name(number: int, agency: str, ending: str) -> str:
    """The name of a letter in the .zip: its number makes it the only one of its name, and no reserved one."""
    return f"{number:05d}_{safe(agency)}.{ending}"
