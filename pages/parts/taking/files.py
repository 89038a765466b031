"""Taking rows away as a file: the formats, what every file says about itself, and the button of a panel.

What a panel shows is small. Whole tables leave by the door in `file_door`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import streamlit as st

from etl.vocabulary.labels import ALL_YEARS, COLUMN_AGENCY, KIND, REGION, REMARK, SECTOR, YEARS, Text
from etl.vocabulary.page_labels.downloads import BUILT_AT, DATA_BUILD, FORMAT_CSV, FORMAT_PARQUET, FORMAT_XLSX, TAKEN_AT
from pages.parts.choosing.filters import filters_in_words
from pages.parts.taking.csv_file import write_csv
from pages.parts.taking.extract import Extract
from pages.parts.taking.parquet_file import write_parquet
from pages.parts.taking.workbook import write_workbook
from pages.parts.view import View
from pages.queries.coverage import build_facts

_UNWANTED: Final = re.compile(
    r'[\\/:*?"<>|\s.\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff'
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+"
)
"""Signs that Windows forbids in names, spaces, what is not seen, turns the text around, or is no character."""
_LONGEST: Final = 210
"""Bytes of UTF-8; no system takes a name of more than 255, and browsers add a number to the second of a name."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: its name, its ending, its media type, and what writes it."""

    label: Text
    ending: str
    mime: str
    write: Callable[[Path, Extract], None]


FORMATS: Final = {
    "csv": Format(FORMAT_CSV, "csv", "text/csv", write_csv),
    "xlsx": Format(
        FORMAT_XLSX, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook
    ),
    "parquet": Format(FORMAT_PARQUET, "parquet", "application/vnd.apache.parquet", write_parquet),
}


def offer(extract: Extract, form: Format, label: str, key: str, **looks: Any) -> None:  # noqa: ANN401  # passed on
    """A button that gives the extract as a file; nothing is prepared before the click, and the page stays as it is."""
    st.download_button(
        label,
        data=lambda: prepared(extract, form),
        file_name=f"{extract.name}.{form.ending}",
        mime=form.mime,
        key=key,
        on_click="ignore",
        icon=":material/download:",
        **looks,
    )


def prepared(extract: Extract, form: Format) -> bytes:
    """The whole file, with the time at which it was taken."""
    with TemporaryDirectory(prefix="gongkai-") as folder:
        path = Path(folder) / "file"
        form.write(path, dated(extract))
        return path.read_bytes()


def dated(extract: Extract) -> Extract:
    """The extract with the time at which it is taken among its facts."""
    now = (TAKEN_AT.say(extract.language), f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
    return replace(extract, facts=(*extract.facts, now))


def facts(view: View, *remarks: str) -> tuple[tuple[str, str], ...]:
    """What every file says about itself: the filters in words, the build, and what else must be known."""
    chosen = filters_in_words(view)
    named = {"area": REGION, "years": YEARS, "kinds": KIND, "sectors": SECTOR}
    build = view.ask(build_facts).row(0, named=True)
    built = view.say(BUILT_AT, build=build["build_id"], time=f"{build['built_at']:%Y-%m-%d %H:%M}")
    about = ((view.say(COLUMN_AGENCY), view.about),) if view.about else ()
    return (
        *about,
        *((view.say(text), chosen[name]) for name, text in named.items()),
        (view.say(DATA_BUILD), built),
        *((view.say(REMARK), remark) for remark in remarks),
    )


def file_name(view: View, what: str, shown: Sequence[int] = ()) -> str:
    """The name of a file without its ending: what it holds, whose it is or of which area, and of which years.

    Kinds and sectors of agencies stand there, too, where they are chosen. The years are those `shown`, else those of
    the filters.
    """
    years = list(shown or view.selection.years)
    run = years and years == list(range(years[0], years[-1] + 1))
    span = f"{years[0]}-{years[-1]}" if run and len(years) > 1 else "+".join(map(str, years))
    chosen, told = filters_in_words(view), view.selection
    some = {"kinds": told.kinds, "sectors": told.sectors}
    kinds = "+".join(chosen[name] for name, codes in some.items() if codes and not view.about)
    parts = [what, view.about or view.area, *([kinds] if kinds else ()), span or view.say(ALL_YEARS)]
    return "_".join(safe(part, _LONGEST // len(parts)) for part in parts)


def safe(part: str, longest: int = _LONGEST // 3) -> str:
    """A part of a name as every system takes it, cut where it is too long; "-" where nothing of it is left."""
    clean = _UNWANTED.sub("-", part).strip("-")
    return clean.encode()[:longest].decode(errors="ignore").rstrip("-") or "-"
