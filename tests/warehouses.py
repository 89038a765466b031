"""A small published warehouse with invented numbers, made straight from the declared tables and indicators."""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    FORM_2019,
    FORM_2021,
    OUTCOMES,
    REQUESTS,
    REVIEWS,
    printed_cells,
    request_items,
)
from etl.vocabulary.indicators import INDICATORS, RATE, SUM, VOLUME
from etl.vocabulary.tables import TABLE_BY_NAME, TABLES
from etl.warehouse.published import open_published, publish
from etl.warehouse.schema import statements
from pages.queries.ask import Connection
from tests.reuse_rows import add_reuse
from tests.warehouse_rows import Row, add_findings, complete, count_years

Cells = dict[tuple[str, str, str], int | None]

REGIONS: Final = (
    # code, name, level, parent
    ("990000", "云泽省", "province", None),
    ("990100", "云州市", "prefecture", "990000"),
    ("990101", "东溪区", "county", "990100"),
    ("990102", "西溪县", "county", "990100"),
    ("990200", "泽州市", "prefecture", "990000"),
    ("990201", "东溪区", "county", "990200"),
    ("998000", "海角省", "province", None),
    ("998100", "天涯市", "prefecture", "998000"),
)
_BY_CODE: Final = {region[0]: region for region in REGIONS}

TEXT: Final = "主要问题：公开的时效性有待提高。\n改进情况：已安排专人每月检查，并建立台账。"
STRANGE_TEXT: Final = "<script>alert(1)</script> **粗体** [链接](javascript:alert(1)) :red[红] $x$ `码` # 标题\n=1+1"


@dataclass(frozen=True, slots=True)
class Filed:
    """One report to be put into the warehouse; cells not named in `cells` get invented numbers.

    `cells` maps (table, item, measure) to a value, None for a blank cell.
    """

    agency: str = "云泽省商务厅"
    region: str | None = "990000"
    year: int | None = 2023
    form: str = ""
    kind: str = "department"
    sector: str | None = "商务"
    text: str | None = TEXT
    is_current: bool = True
    cells: Cells = field(default_factory=dict)

    @property
    def printed_form(self) -> str:
        """The form named, or the one of the year."""
        return self.form or (FORM_2019 if self.year is not None and self.year < 2021 else FORM_2021)


def a_filed(**what: object) -> Filed:
    """One report to be put into the warehouse, with sensible defaults."""
    return Filed(**what)  # type: ignore[arg-type]  # a builder passes on whatever a test names


def some_filed() -> tuple[Filed, ...]:
    """A few agencies over six years, with the things that pages must not stumble over."""
    agencies = (
        ("云泽省人民政府", "990000", "government", None),
        ("云泽省商务厅", "990000", "department", "商务"),
        ("云州市人民政府", "990100", "government", None),
        ("云州市商务局", "990100", "department", "商务"),
        ("东溪区人民政府", "990101", "government", None),
        ("东溪区教育局", "990101", "department", "教育"),
        ("西溪县青石镇人民政府", "990102", "township", None),
        ("泽州市商务局", "990200", "department", "商务"),
        ("天涯市教育局", "998100", "department", "教育"),
    )
    usual = [
        Filed(name, region, year, kind=kind, sector=sector, text=f"{TEXT}\n{year} 年另补充一条。")
        for name, region, kind, sector in agencies
        for year in range(2019, 2025)
        if (name, year) not in {("泽州市商务局", 2022), ("西溪县青石镇人民政府", 2019)}
    ]
    strange = (
        Filed("东溪区教育局*", "990201", 2023, sector="教育", text=STRANGE_TEXT),
        Filed("东溪区教育局*", "990201", 2024, sector="教育", text=STRANGE_TEXT),
        Filed("某县商务局", None, 2023, text=None),
        Filed("云州市卫生健康委员会", "990100", 2023, form=FORM_2019, sector="卫生健康"),
        Filed("云州市民政局", "990100", None, sector="民政"),
        Filed("云州市商务局", "990100", 2024, is_current=False, text="旧版"),
        Filed("云州市财政局", "990100", 2024, sector="财政", cells={(REQUESTS, "concluded", "total"): None}),
    )
    return (*usual, *strange)


def a_warehouse(data_dir: Path, filed: Sequence[Filed] | None = None, build: str = "build-1.duckdb") -> Path:
    """The file of a published build below `data_dir` with the reports filed (those of `some_filed` by default)."""
    return a_warehouse_of(data_dir, warehouse_rows(some_filed() if filed is None else filed), build)


def a_warehouse_of(data_dir: Path, rows: dict[str, list[Row]], build: str = "build-1.duckdb") -> Path:
    """The file of a published build below `data_dir` with these rows of each table."""
    path = data_dir / "warehouse" / build
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        for statement in statements():
            connection.execute(statement)
        for name in (name for name, filled in rows.items() if filled):
            connection.register("rows_of_table", pl.DataFrame(rows[name], infer_schema_length=None))
            connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM rows_of_table")
    publish(path)
    return path


@contextmanager
def an_open_warehouse(folder: Path, filed: Sequence[Filed] | None = None) -> Iterator[Connection]:
    """The published build of `a_warehouse`, open as pages open it."""
    a_warehouse(folder, filed)
    opened = open_published(folder).connection
    try:
        yield opened
    finally:
        opened.close()


def lies_in(region: str | None, area: str | None) -> bool:
    """Whether a division of REGIONS is an area or lies below it, said the slow way; everything lies in no area."""
    if area is None:
        return True
    while region is not None and region != area:
        region = _BY_CODE[region][3]
    return region == area


def warehouse_rows(filed: Sequence[Filed], seed: int = 7) -> dict[str, list[Row]]:
    """Rows of every declared table, by its name."""
    invent = random.Random(seed)
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES if not table.is_view}
    rows["regions"] = [_region(*region) for region in REGIONS]
    for number, report in enumerate(filed):
        _add_report(rows, report, f"{number:016x}", invent)
    add_findings(rows)
    count_years(rows)
    _compare_texts(rows)
    add_reuse(rows)
    rows["documents"] += [
        _document(f"坏文件{k}.docx", None, "rejected", "damaged", "文件已损坏，无法打开") for k in (1, 2)
    ]
    rows["builds"] = [complete("builds", build_id="1", built_at=datetime(2026, 11, 1, tzinfo=UTC), code_version="test")]
    return rows


def _region(code: str, name: str, level: str, parent: str | None) -> Row:
    above = [_BY_CODE[code]]
    while (up := above[-1][3]) is not None:
        above.append(_BY_CODE[up])
    names = {f"{region[2]}_name": region[1] for region in above}
    return complete("regions", region_code=code, name=name, level=level, parent_code=parent, **names)


def _add_report(rows: dict[str, list[Row]], filed: Filed, report_id: str, invent: random.Random) -> None:
    agency_id = _agency(rows["agencies"], filed)
    cells = {cell: filed.cells.get(cell, value) for cell, value in _invented(filed.printed_form, invent).items()}
    document = _document(f"{filed.agency}{filed.year}.html", report_id, "loaded", None, None)
    rows["documents"].append(document)
    rows["reports"].append(complete(
        "reports", report_id=report_id, agency_id=agency_id, year=filed.year, form=filed.printed_form,
        document_id=document["document_id"], title=f"{filed.agency}{filed.year}年年度报告", is_current=filed.is_current,
    ))  # fmt: skip  # one row, one line of names and one of values
    for (table, item, measure), value in cells.items():
        rows[table].append(_fact(report_id, table, item, measure, value))
    if filed.text is not None:
        section = complete("sections", report_id=report_id, position=5, section="problems", text=filed.text)
        rows["sections"].append(section)
    if filed.is_current:
        rows["indicators"].append(_indicators(filed, report_id, agency_id, cells))


def _agency(agencies: list[Row], filed: Filed) -> str:
    agency_id = f"{filed.agency}@{filed.region}"
    if agency_id not in {row["agency_id"] for row in agencies}:
        agencies.append(complete(
            "agencies", agency_id=agency_id, name=filed.agency, region_code=filed.region, kind=filed.kind,
            sector=filed.sector, region_status="resolved" if filed.region else "unresolved",
        ))  # fmt: skip  # as above
    return agency_id


def _document(path: str, report_id: str | None, outcome: str, code: str | None, reason: str | None) -> Row:
    return complete(
        "documents", document_id=f"sha-{path}-{report_id}", path=path, report_id=report_id, outcome=outcome,
        reason_code=code, reason=reason, first_seen=datetime(2026, 11, 1, tzinfo=UTC),
    )  # fmt: skip  # as above


def _invented(form: str, invent: random.Random) -> Cells:
    """A number for every cell the form prints, such that every total is the sum of its parts."""
    cells: Cells = {cell: invent.randint(0, 12) for cell in printed_cells(form)}
    cells[REQUESTS, "granted", "natural_person"] = invent.randint(20, 90)
    for who in (word.name for word in APPLICANTS if word.name != "total"):
        cells[REQUESTS, "concluded", who] = _sum(cells[REQUESTS, item, who] for item in _outcomes(form))
        cells[REQUESTS, "received", who] = _sum((cells[REQUESTS, "concluded", who], 2))
    for item in request_items(form):
        cells[REQUESTS, item, "total"] = _sum(cells[REQUESTS, item, w.name] for w in APPLICANTS if w.name != "total")
    for channel in CHANNELS:
        parts = (cells[REVIEWS, channel.name, outcome.name] for outcome in OUTCOMES if outcome.name != "total")
        cells[REVIEWS, channel.name, "total"] = _sum(parts)
    return cells


def _outcomes(form: str) -> list[str]:
    return [item for item in request_items(form) if item not in ("received", "carried_in", "concluded", "carried_out")]


def _fact(report_id: str, table: str, item: str, measure: str, value: int | None) -> Row:
    keys = dict(zip(TABLE_BY_NAME[table].key[1:], (item, measure), strict=True))
    status = "blank" if value is None else "reported"
    return complete(
        table, report_id=report_id, **keys, value=value, status=status, raw="" if value is None else str(value)
    )


def _indicators(filed: Filed, report_id: str, agency_id: str, cells: Cells) -> Row:
    level = _BY_CODE[filed.region][2] if filed.region else None
    row = complete(
        "indicators", report_id=report_id, agency_id=agency_id, year=filed.year, form=filed.printed_form,
        region_code=filed.region, region_level=level, kind=filed.kind, sector=filed.sector,
        residual_other_is_whole_row=(REQUESTS, "other", "total") in cells,
    )  # fmt: skip  # as above
    for indicator in INDICATORS:
        if indicator.family == VOLUME:
            printed = indicator.cells if indicator.cells[0] in cells else indicator.cells_one_row
            row[indicator.name] = _sum(cells.get(cell) for cell in printed)
        if indicator.family == SUM:
            less = _sum(row[name] for name in indicator.minus)
            plus = _sum(row[name] for name in indicator.plus)
            row[indicator.name] = plus if not indicator.minus else None if plus is None or less is None else plus - less
        if indicator.family == RATE:
            top, bottom = row[str(indicator.numerator)], row[str(indicator.denominator)]
            row[indicator.name] = top / bottom if isinstance(top, int) and isinstance(bottom, int) and bottom else None
    return row


def _sum(parts: Iterable[object]) -> int | None:
    known = list(parts)
    return sum(part for part in known if isinstance(part, int)) if known and None not in known else None


def _compare_texts(rows: dict[str, list[Row]]) -> None:
    """Section five of each report beside that of the agency's report of the year before."""
    texts = {row["report_id"]: "".join(str(row["text"]).split()) for row in rows["sections"]}
    by_year = {(row["agency_id"], row["year"]): texts.get(row["report_id"], "") for row in rows["indicators"]}
    for row in rows["indicators"]:
        text, year = texts.get(row["report_id"], ""), row["year"]
        before = by_year.get((row["agency_id"], year - 1)) if isinstance(year, int) else None
        state = "missing" if len(text) < 10 else "first" if before is None else "same" if text == before else "changed"
        row["problems_state"] = None if year is None and state != "missing" else state
