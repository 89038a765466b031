"""Findings: a page of the list, those known by their ids, all of them in batches, and how many there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from pages.queries.ask import Connection, ask
from pages.queries.places import BY_AGENCY, BY_REGION, parts_of, place_of
from pages.queries.report_rows import OF_AGENCY
from pages.queries.selection import AREA, Condition, Selection, condition

BATCH_ROWS: Final = 20_000
BY_RULE: Final = "rule"
BY_YEAR: Final = "year"
BY_PART: Final = (BY_REGION, BY_AGENCY)

_WIDE: Final = f"""
    f.finding_id, f.report_id, f.report_number, a.agency_id, r.document_id, a.name AS agency, a.region_code,
    {place_of("d")} AS place, a.kind, a.sector, r.year, f.rule, f.severity,
    f.state, f.left_value, f.right_value, f.delta, f.expression, f.message, f.expression_en, f.message_en, f.cells"""
_ORDER: Final = """
    CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
    CASE f.state WHEN 'fail' THEN 0 ELSE 1 END, f.rule, f.report_number, f.row"""
"""The gravest first, those that fail before those that cannot be judged; then rule by rule in the order of reports."""
_NUMBERED: Final = "(SELECT *, rowid AS row FROM findings)"
_OF_ROWS: Final = f"""
    WITH f AS MATERIALIZED (SELECT *, rowid AS row FROM findings WHERE rowid IN (SELECT unnest($rows))),
    r AS MATERIALIZED (
        SELECT report_number, agency_id, document_id, year FROM reports
        WHERE report_number IN (SELECT report_number FROM f)),
    a AS MATERIALIZED (
        SELECT agency_id, name, region_code, kind, sector FROM agencies WHERE agency_id IN (SELECT agency_id FROM r))
    SELECT {_WIDE} FROM f JOIN r ON r.report_number = f.report_number JOIN a ON a.agency_id = r.agency_id
    LEFT JOIN regions d ON d.region_code = a.region_code
    ORDER BY {_ORDER}"""
"""Asked for by their place in the file: to sort whole findings would read every text there is."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which findings are asked for beside the filters of the frame; an empty part leaves nothing out."""

    rules: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Ids:
    """Findings by their ids; `name` tells these from others wherever an answer is kept for the next reader."""

    name: str
    ids: tuple[str, ...] = field(repr=False, compare=False)


NOBODY: Final = Ids("", ())


def findings_listed(
    connection: Connection, selection: Selection, asked: Conditions, without: Ids, most: int, skip: int = 0
) -> pl.DataFrame:
    """One row per finding asked for, without those named, the gravest first: so many from a place in the list on.

    Columns: finding_id, report_id, report_number, agency_id, document_id, agency ("" when the document does not say),
    region_code (NULL when not resolved), place (names of the division and those above, "" when not resolved), kind,
    sector (NULL when none), year (NULL when not known), rule, severity, state, left_value, right_value, delta (NULL
    when they cannot be computed), expression, message, expression_en, message_en, cells (a JSON list).
    """
    where = _conditions(selection, asked)
    left_out = "AND f.finding_id NOT IN (SELECT unnest($without))" if without.ids else ""
    named = {"without": list(without.ids)} if without.ids else {}
    sql = f"SELECT f.row FROM {_NUMBERED} f {where.sql} {left_out} ORDER BY {_ORDER} LIMIT $most OFFSET $skip"
    return _of_rows(connection, sql, {**where.parameters, **named, "most": most, "skip": skip})


def findings_known(connection: Connection, findings: Ids, documents: Ids) -> pl.DataFrame:
    """One row per finding of these ids or of a report from these documents: the columns of `findings_listed`."""
    sql = """
        SELECT rowid AS row FROM findings
        WHERE finding_id IN (SELECT unnest($ids)) OR report_number IN (
            SELECT report_number FROM reports WHERE document_id IN (SELECT unnest($documents)))"""
    return _of_rows(connection, sql, {"ids": list(findings.ids), "documents": list(documents.ids)})


def finding_by_id(connection: Connection, finding_id: str) -> pl.DataFrame:
    """The finding of this id, none when there is no such finding (any more): the columns of `findings_listed`."""
    sql = "SELECT rowid AS row FROM findings WHERE finding_id = $finding"
    return _of_rows(connection, sql, {"finding": finding_id})


def findings_in_batches(connection: Connection, selection: Selection, asked: Conditions) -> Iterator[pl.DataFrame]:
    """Every finding asked for, report by report, batch by batch; the first batch is empty.

    Columns as in `findings_listed`.
    """
    where = _conditions(selection, asked)
    sql = f"""
        SELECT {_WIDE} FROM findings f
        JOIN reports r ON r.report_number = f.report_number JOIN agencies a ON a.agency_id = r.agency_id
        LEFT JOIN regions d ON d.region_code = a.region_code {where.sql}"""
    yield ask(connection, f"{sql} LIMIT 0", where.parameters)
    with connection.cursor() as cursor:
        for batch in cursor.sql(sql, params=where.parameters).to_arrow_reader(BATCH_ROWS):
            yield pl.DataFrame(pl.from_arrow(batch))


def findings_counted(connection: Connection, selection: Selection, asked: Conditions, by: str) -> pl.DataFrame:
    """One row per rule, severity, state and group with findings.

    `by` BY_YEAR groups by year, BY_REGION and BY_AGENCY by the parts of the area, BY_RULE by nothing more.
    Columns: rule, severity, state, findings, and year (NULL when not known), or part_code, part_name and is_own as in
    `parts_of`.
    """
    where = condition(selection)
    parts = parts_of(selection.region, by) if by in BY_PART else None
    tables = f"WITH {parts.tables}" if parts else ""
    group = f"{parts.columns}, " if parts else "i.year, " if by == BY_YEAR else ""
    chosen = {"rule": asked.rules, "severity": asked.severities, "state": asked.states}
    named = {name: list(values) for name, values in chosen.items() if values}
    also = "".join(f" AND i.{name} IN ${name}" for name in named)
    source = _rows(selection) if asked.agency or by == BY_AGENCY else "finding_counts"
    if asked.agency:
        also += " AND i.agency_id = $agency"
        named["agency"] = asked.agency  # type: ignore[assignment]  # one text beside the lists
    sql = f"""
        {tables} SELECT {group} i.rule, i.severity, i.state, sum(i.findings)::BIGINT AS findings
        FROM {source} i {parts.joins if parts else ""} {where.sql}{also} GROUP BY ALL ORDER BY ALL"""
    return ask(connection, sql, {**where.parameters, **(parts.parameters if parts else {}), **named})


def regions_below(connection: Connection, region: str) -> pl.DataFrame:
    """One row per division of an area, itself included; column: region_code."""
    return ask(connection, f"SELECT region_code FROM regions WHERE region_code IN {AREA}", {"region": region})


def regions_placed(connection: Connection, region: str | None) -> pl.DataFrame:
    """One row per division: the part of the area that it falls into.

    Columns: region_code, part_code, part_name, is_own as in `parts_of`.
    """
    parts = parts_of(region, BY_REGION)
    sql = f"WITH {parts.tables} SELECT region_code, part_code, part_name, is_own FROM placed"
    return ask(connection, sql, parts.parameters)


def _of_rows(connection: Connection, sql: str, parameters: Mapping[str, object]) -> pl.DataFrame:
    """The findings whose places in the file a query tells, in the order of the list."""
    return ask(connection, _OF_ROWS, {"rows": ask(connection, sql, parameters)["row"].to_list()})


def _rows(selection: Selection) -> str:
    """The findings themselves with what `finding_counts` knows of them, and whose they are."""
    near = (
        f"WHERE f.report_number IN (SELECT report_number FROM reports JOIN agencies USING (agency_id) \
WHERE region_code IN {AREA})"
        if selection.region
        else ""
    )
    return f"""(
        SELECT a.agency_id, a.region_code, a.kind, a.sector, r.year, f.rule, f.severity, f.state, 1 AS findings
        FROM findings f JOIN reports r USING (report_number) JOIN agencies a USING (agency_id) {near})"""


def _conditions(selection: Selection, asked: Conditions) -> Condition:
    """The selection and what is asked for as a WHERE clause over `findings f`."""
    where = condition(selection, report="r", agency="a")
    of_reports = f"SELECT r.report_number FROM reports r JOIN agencies a USING (agency_id) {where.sql}"
    parts = {
        "rules": (asked.rules, "f.rule IN $rules"),
        "severities": (asked.severities, "f.severity IN $severities"),
        "states": (asked.states, "f.state IN $states"),
    }
    named = {name: list(values) for name, (values, _) in parts.items() if values}
    clauses = [clause for name, (_, clause) in parts.items() if name in named]
    if not selection.is_everything:
        clauses.append(f"f.report_number IN ({of_reports})")
    if asked.agency:
        clauses.append(f"f.report_number IN {OF_AGENCY}")
    told = {**where.parameters, **named, **({"agency": asked.agency} if asked.agency else {})}
    return Condition(f"WHERE {' AND '.join(['TRUE', *clauses])}", told)


def agencies_known(connection: Connection, agencies: Ids) -> pl.DataFrame:
    """One row per agency of these ids that is in the build.

    Columns: agency_id, kind, sector (NULL when none), place ("" when its region is not resolved).
    """
    sql = f"""
        SELECT a.agency_id, a.kind, a.sector, {place_of("d")} AS place
        FROM agencies a LEFT JOIN regions d USING (region_code) WHERE a.agency_id IN (SELECT unnest($ids))"""
    return ask(connection, sql, {"ids": list(agencies.ids)})


def reports_known(connection: Connection, reports: Ids) -> pl.DataFrame:
    """One row per report of these ids; columns: report_id, agency_id, agency ("" without a name), year (or NULL)."""
    sql = """
        SELECT r.report_id, r.agency_id, a.name AS agency, r.year FROM reports r JOIN agencies a USING (agency_id)
        WHERE r.report_id IN (SELECT unnest($ids))"""
    return ask(connection, sql, {"ids": list(reports.ids)})


def left_overs_of(connection: Connection, report_id: str) -> pl.DataFrame:
    """One row per text of a report's tables that belongs to no cell of the form; columns: place, text."""
    return ask(connection, "SELECT place, text FROM left_overs WHERE report_id = $report", {"report": report_id})
