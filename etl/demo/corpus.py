"""The demo corpus: a folder of fictional reports with things to find in it, and the answer sheet beside it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from etl.demo.bodies import Body, invented_bodies
from etl.demo.cast import bodies_needed
from etl.demo.history import Draft, Planted
from etl.demo.layout import Layout
from etl.demo.part import YEARS
from etl.demo.places import Division
from etl.demo.play import planted_drafts
from etl.demo.sheet import Sheet
from etl.demo.strays import write_strays
from etl.demo.write import file_ending, write
from etl.vocabulary.form import FORM_2021
from etl.vocabulary.lists import MANIFEST, OWN_REGIONS
from etl.vocabulary.reasons import REJECTED

_ANSWER_COLUMNS: Final = (
    "kind", "rule", "agency", "region_code", "year", "path", "table_name", "item", "measure", "note", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was written: the folder to load, how many reports (each once) and files, and the answer sheet."""

    folder: Path
    reports: int
    files: int
    answer_sheet: Path


@dataclass(frozen=True, slots=True)
class _File:
    """One file of the corpus, not yet written."""

    path: str
    sheet: Sheet
    layout: Layout


def write_corpus(folder: Path, reports: int = 560, seed: int = 1) -> Corpus:
    """`reports` fictional reports below `folder`, with regions.csv and manifest.csv; the same for the same seed.

    Duplicates, earlier versions and files that are no report come on top. The answer sheet, which lists what was
    planted where (kind, rule, agency, region_code, year, path, table_name, item, measure, note, source), lies beside
    the folder, not in it; its `rule` is empty where no rule asks for what was planted, its `source` is the path of the
    report that a text was taken from.
    """
    divisions, bodies = invented_bodies(bodies_needed(reports))
    folder.mkdir(parents=True, exist_ok=True)
    _write_regions(folder / OWN_REGIONS, divisions)
    drafts = planted_drafts(bodies, reports, seed)
    answers, manifest, files = _write_drafts(folder, drafts)
    strays = write_strays(folder, _a_report(bodies[0]))
    answers += [{"kind": REJECTED, "path": path, "note": reason} for path, reason in strays]
    _write_rows(folder / MANIFEST, ("path", "agency", "region_code", "year"), manifest)
    answer_sheet = folder.with_name(f"{folder.name}-planted.csv")
    _write_rows(answer_sheet, _ANSWER_COLUMNS, answers)
    return Corpus(folder, reports, files + len(strays), answer_sheet)


def _write_drafts(
    folder: Path, drafts: Iterator[Draft]
) -> tuple[list[dict[str, object]], list[dict[str, object]], int]:
    """The reports written; rows of the answer sheet, rows of the manifest, and the number of files."""
    answers: list[dict[str, object]] = []
    manifest: list[dict[str, object]] = []
    made: set[Path] = set()
    files = 0
    for draft in drafts:
        written = list(_files(draft))
        for file in written:
            _write_file(folder / file.path, write(file.sheet, file.layout), made)
        files += len(written)
        answers += [_answer(draft, planted, written[-1].path) for planted in draft.planted]
        if draft.body.is_hidden and not draft.part.is_unresolved:
            manifest += [_manifest_row(draft, file) for file in written]
    return answers, manifest, files


def _write_file(path: Path, data: bytes, made: set[Path]) -> None:
    if path.parent not in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    path.write_bytes(data)


def _a_report(body: Body) -> bytes:
    """Any Word file of the corpus, to be damaged."""
    sheet = Sheet(body.name, YEARS[-1], FORM_2021, {}, {}, date(YEARS[-1] + 1, 1, 20))
    return write(sheet, Layout())


def _files(draft: Draft) -> Iterator[_File]:
    """The files of one report: its earlier version if it has one, then itself in each of its formats."""
    stem = draft.part.stem(draft.year)
    if draft.earlier is not None:
        layout = draft.layouts[0]
        yield _File(f"{stem}（初稿）{file_ending(layout)}", draft.earlier, layout)
    sheet = draft.sheet()
    for layout in draft.layouts:
        yield _File(f"{stem}{file_ending(layout)}", sheet, layout)


def _answer(draft: Draft, planted: Planted, path: str) -> dict[str, object]:
    return {
        "kind": planted.kind,
        "rule": planted.rule,
        "agency": draft.body.name,
        "region_code": draft.body.division.code,
        "year": planted.note if planted.kind == "missing_report" else draft.year,
        "path": "" if planted.kind == "missing_report" else path,
        **dict(zip(("table_name", "item", "measure"), planted.key, strict=True)),
        "note": planted.note,
        "source": planted.source,
    }


def _manifest_row(draft: Draft, file: _File) -> dict[str, object]:
    agency, code = draft.body.name, draft.body.division.code
    return {"path": file.path, "agency": agency, "region_code": code, "year": draft.year}


def _write_regions(path: Path, divisions: Sequence[Division]) -> None:
    rows = [
        {
            "region_code": one.code,
            "name": one.name,
            "level": one.level,
            "parent_code": one.parent.code if one.parent else "",
        }
        for one in divisions
    ]
    _write_rows(path, ("region_code", "name", "level", "parent_code"), rows)


def _write_rows(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> None:
    """A CSV with a byte order mark, as a clerk's spreadsheet wants it; a key a row lacks is left empty."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
