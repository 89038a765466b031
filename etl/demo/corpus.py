"""The demo corpus: a folder of fictional reports with things to find in it, and the answer sheet beside it."""

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from etl.demo.bodies import Body, invented_bodies
from etl.demo.history import YEARS, Draft, Planted, history_of
from etl.demo.layout import Layout
from etl.demo.numbers import Surge, habit_of
from etl.demo.places import TWIN_COUNTY, Division
from etl.demo.planting import PLANTINGS, Planting
from etl.demo.sheet import Sheet
from etl.demo.strays import write_strays
from etl.demo.styles import house_styles
from etl.demo.write import file_ending, write
from etl.vocabulary.lists import MANIFEST, OWN_REGIONS
from etl.vocabulary.reasons import REJECTED

UNSORTED: Final = "未分类"
"""The folder of reports whose place nothing but the agency's name tells."""

_SURGES: Final[tuple[Surge, ...]] = ("refusals", "carry_over", "requests")
_SURGE_VOLUME: Final = 90.0
_PLANTED_SHARE: Final = 0.1
_ANSWER_COLUMNS: Final = (
    "kind", "rule", "agency", "region_code", "year", "path", "table_name", "item", "measure", "note",
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
    planted where (kind, rule, agency, region_code, year, path, table_name, item, measure, note), lies beside the
    folder, not in it; its `rule` is empty where no rule asks for what was planted.
    """
    divisions, bodies = invented_bodies(math.ceil(reports / len(YEARS)) + _spare_bodies(reports))
    folder.mkdir(parents=True, exist_ok=True)
    _write_regions(folder / OWN_REGIONS, divisions)
    answers, manifest, files = _write_drafts(
        folder, islice(planted_drafts(bodies, _spare_bodies(reports), seed), reports)
    )
    strays = write_strays(folder, write(_a_sheet(bodies[0]), Layout()))
    answers += [{"kind": REJECTED, "path": path, "note": reason} for path, reason in strays]
    _write_rows(folder / MANIFEST, ("path", "agency", "region_code", "year"), manifest)
    answer_sheet = folder.with_name(f"{folder.name}-planted.csv")
    _write_rows(answer_sheet, _ANSWER_COLUMNS, answers)
    return Corpus(folder, reports, files + len(strays), answer_sheet)


def _spare_bodies(reports: int) -> int:
    """How many bodies stand by to fill up what missing years leave open."""
    return 1 + reports // 1000


def _a_sheet(body: Body) -> Sheet:
    random = Random(body.name)  # noqa: S311 — invented numbers, nothing secret
    return history_of(body, habit_of(body, {}, random), Layout(), random)[-1].sheet()


def planted_drafts(bodies: Sequence[Body], spare: int, seed: int) -> Iterator[Draft]:
    """Every body's reports; something is planted in many but the `spare` last.

    One body after the other, so that only a neighbour is kept in mind.
    """
    random = Random(seed)  # noqa: S311 — invented numbers, nothing secret
    styles = house_styles(random)
    roles = _roles(bodies[: len(bodies) - spare], random)
    peers: list[Draft] = []
    for place, body in enumerate(bodies):
        own = Random(f"{seed}/{body.name}/{body.division.code}")  # noqa: S311 — as above
        drafts = _planted_history(body, roles.get(place), peers, styles[place % len(styles)], own)
        yield from drafts
        peers = drafts


def _roles(bodies: Sequence[Body], random: Random) -> dict[int, Planting | Surge]:
    """Which body gets which planting: each planting once, then some bodies at random; all have a peer before them."""
    kinds: list[Planting | Surge] = [*PLANTINGS, *_SURGES]
    extra = random.choices(kinds, k=int(len(bodies) * _PLANTED_SHARE))
    places = [place for place in range(1, len(bodies)) if bodies[place].is_peer_of(bodies[place - 1])]
    random.shuffle(places)
    return dict(zip(places, [*kinds, *extra], strict=False))


def _planted_history(
    body: Body, role: Planting | Surge | None, peers: list[Draft], layout: Layout, random: Random
) -> list[Draft]:
    surges: dict[int, Surge] = {random.choice(YEARS[2:]): role} if isinstance(role, str) else {}
    habit = habit_of(body, surges, random)
    if surges:
        habit.volume = max(habit.volume, _SURGE_VOLUME)
    drafts = history_of(body, habit, layout, random)
    for draft in drafts:
        if (surge := surges.get(draft.year)) is not None:
            draft.planted.append(Planted(f"outlier_{surge}"))
    if callable(role):
        role(drafts, peers, random)
    _hide_place(body, drafts)
    return drafts


def _hide_place(body: Body, drafts: list[Draft]) -> None:
    """The second twin county's bodies do not say where they are; the manifest places all but its government."""
    if not _is_hidden(body):
        return
    for draft in drafts:
        draft.has_address = False
        draft.planted.append(Planted("ambiguous_agency" if body.kind == "government" else "placed_by_manifest"))


def _is_hidden(body: Body) -> bool:
    return body.division.name == TWIN_COUNTY and body.division.code.startswith("992")


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
        if _is_hidden(draft.body) and draft.body.kind != "government":
            manifest += [_manifest_row(draft, file) for file in written]
    return answers, manifest, files


def _write_file(path: Path, data: bytes, made: set[Path]) -> None:
    if path.parent not in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    path.write_bytes(data)


def _files(draft: Draft) -> Iterator[_File]:
    """The files of one report: its earlier version if it has one, then itself in each of its formats."""
    province = UNSORTED if _is_hidden(draft.body) else draft.body.division.names[0]
    stem = f"{province}/{draft.year}/{draft.body.name}{draft.year}年度报告"
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
        "table_name": planted.table_name,
        "item": planted.item,
        "measure": planted.measure,
        "note": planted.note,
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
