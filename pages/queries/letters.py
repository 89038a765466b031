"""What a letter to an agency is made of: its reports, their findings, the cells these name, what was judged."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from etl.vocabulary.corrections import APPLIED, CELL
from etl.vocabulary.reasons import LOADED
from etl.vocabulary.rules import INFO, RULES
from etl.vocabulary.tables import FACT_TABLES
from pages.queries.ask import Connection, ask
from pages.queries.places import PLACES
from pages.queries.selection import Condition, Selection, condition

_NOTE_RULES: Final = [rule.name for rule in RULES if rule.severity == INFO and rule.doubt_severity == INFO]
_IS_NOTE: Final = f"(f.severity = '{INFO}' AND f.rule IN $note_rules)"
"""Whether a finding is a note: of a rule that never says more, so that one of an error in doubt is none."""
_FINDINGS: Final = f"""
    SELECT f.finding_id, f.report_id, o.agency_id, o.document_id, o.agency, o.region_code, o.year, f.rule, f.severity,
           f.state, f.left_value, f.right_value, f.delta, f.expression, f.message, f.expression_en, f.message_en,
           f.cells, {_IS_NOTE} AS is_note
    FROM (FROM findings WHERE report_number IN (SELECT report_number FROM own)) f JOIN own o USING (report_number)"""
_CELLS: Final = " UNION ALL ".join(
    f"""
    SELECT report_number, '{table.name}' AS table_name, {item} AS item, {measure} AS measure, value::DOUBLE AS value,
           status, raw, place
    FROM {table.name} WHERE report_number IN (SELECT report_number FROM theirs)"""
    for table in FACT_TABLES
    for item, measure in [table.key[1:]]
)


def findings_by_agency(connection: Connection, selection: Selection, *, with_notes: bool) -> pl.DataFrame:
    """One row per agency with a current report under the filters, by place and name.

    Columns: agency_id, name ("" when no document says it), place ("" when not resolved), findings (in those reports,
    whatever was decided about them; notes only when asked for), papers (file and title of its reports where no document
    says its name, else "").
    """
    own = _own(selection)
    counted, rules = ("", {}) if with_notes else (f"WHERE NOT {_IS_NOTE}", {"note_rules": _NOTE_RULES})
    return ask(
        connection,
        f"""
        WITH own AS ({own.sql}), {PLACES},
        found AS (SELECT o.agency_id, count(*) AS findings FROM findings f JOIN own o USING (report_number)
                  {counted} GROUP BY o.agency_id),
        nameless AS (SELECT o.agency_id, string_agg(concat_ws(' ', d.path, o.title), '; ' ORDER BY d.path) AS papers
                     FROM own o JOIN documents d ON d.report_number = o.report_number AND d.outcome = '{LOADED}'
                     WHERE o.agency = '' GROUP BY o.agency_id)
        SELECT a.agency_id, a.name, coalesce(p.place, '') AS place, coalesce(f.findings, 0) AS findings,
               coalesce(n.papers, '') AS papers
        FROM agencies a LEFT JOIN places p USING (region_code) LEFT JOIN found f USING (agency_id)
             LEFT JOIN nameless n USING (agency_id)
        WHERE a.agency_id IN (SELECT agency_id FROM own)
        ORDER BY a.region_code NULLS LAST, a.name, a.agency_id
        """,
        {**own.parameters, **rules},
    )


def findings_decided_on(
    connection: Connection, selection: Selection, findings: Sequence[str], documents: Sequence[str]
) -> pl.DataFrame:
    """One row per finding under the filters that has one of these ids, or whose report was read from such a document.

    Columns: those of `findings_to_tell`.
    """
    own = _own(selection)
    return ask(
        connection,
        f"""
        WITH own AS ({own.sql})
        {_FINDINGS} WHERE list_contains($findings, f.finding_id) OR list_contains($documents, o.document_id)
        """,
        {**own.parameters, "note_rules": _NOTE_RULES, "findings": list(findings), "documents": list(documents)},
    )


def findings_to_tell(connection: Connection, selection: Selection, agencies: Sequence[str]) -> pl.DataFrame:
    """One row per finding in the current reports of some agencies under the filters, oldest year and gravest first.

    Columns: finding_id, report_id, agency_id, document_id, agency, region_code, year (both NULL when not known), rule,
    severity, state, left_value, right_value, delta (NULL when there is nothing to compare), expression, message,
    expression_en, message_en, cells (JSON), is_note (it needs no action as a rule).
    """
    own = _own(selection, agencies)
    return ask(
        connection,
        f"""
        WITH own AS ({own.sql})
        {_FINDINGS}
        ORDER BY o.year NULLS LAST, list_position(['error', 'warning', 'info'], f.severity), f.rule, f.finding_id
        """,
        {**own.parameters, "note_rules": _NOTE_RULES},
    )


def agencies_written_to(connection: Connection, agencies: Sequence[str]) -> pl.DataFrame:
    """One row per agency of these; columns: agency_id, name ("" when not said), place ("" when not resolved)."""
    return ask(
        connection,
        f"""
        WITH {PLACES}
        SELECT a.agency_id, a.name, coalesce(p.place, '') AS place
        FROM agencies a LEFT JOIN places p USING (region_code) WHERE list_contains($agencies, a.agency_id)
        """,
        {"agencies": list(agencies)},
    )


def reports_written_about(connection: Connection, selection: Selection, agencies: Sequence[str]) -> pl.DataFrame:
    """One row per current report of some agencies under the filters, oldest first.

    Columns: agency_id, report_id, year and published_on (NULL when not known), title, path (NULL when not listed).
    """
    own = _own(selection, agencies)
    return ask(
        connection,
        f"""
        WITH own AS ({own.sql}),
        paths AS (SELECT report_id, min(path) AS path FROM documents
                  WHERE outcome = '{LOADED}' AND report_number IN (SELECT report_number FROM own) GROUP BY report_id)
        SELECT o.agency_id, o.report_id, o.year, o.published_on, o.title, p.path
        FROM own o LEFT JOIN paths p USING (report_id) ORDER BY o.year NULLS LAST, o.report_id
        """,
        own.parameters,
    )


def judgements_of(connection: Connection, selection: Selection, agencies: Sequence[str]) -> pl.DataFrame:
    """One row per agency of these and rule, over its current reports under the filters.

    Columns: agency_id, rule, passed, uncertain, not_assessable: how many judgements came out so.
    """
    own = _own(selection, agencies)
    return ask(
        connection,
        f"""
        WITH own AS ({own.sql})
        SELECT o.agency_id, j.rule, sum(j.passed)::BIGINT AS passed, sum(j.uncertain)::BIGINT AS uncertain,
               sum(j.not_assessable)::BIGINT AS not_assessable
        FROM judgements j JOIN own o USING (report_id) GROUP BY ALL
        """,
        own.parameters,
    )


def cells_named(connection: Connection, cells: pl.DataFrame) -> pl.DataFrame:
    """One row per cell asked for that is kept; `cells` has the columns report_id, table_name, item, measure.

    Columns: those and year (NULL when not known), value (NULL unless a number), status, raw, place, was and reason (of
    a correction by hand that applies; NULL when the value is as read).
    """
    asked = {name: cells[name].to_list() for name in ("report_id", "table_name", "item", "measure")}
    return ask(
        connection,
        f"""
        WITH asked AS (SELECT DISTINCT unnest($report_id) AS report_id, unnest($table_name) AS table_name,
                                       unnest($item) AS item, unnest($measure) AS measure),
        theirs AS (SELECT report_number, report_id, year FROM reports
                   WHERE report_id IN (SELECT report_id FROM asked)),
        corrected AS (SELECT report_id, table_name, item, measure, min(document_value) AS was, min(reason) AS reason
                      FROM corrections WHERE kind = '{CELL}' AND state = '{APPLIED}' GROUP BY ALL)
        SELECT a.report_id, a.table_name, a.item, a.measure, t.year, c.value, c.status, c.raw, c.place, k.was, k.reason
        FROM ({_CELLS}) c JOIN theirs t USING (report_number)
        JOIN asked a ON a.report_id = t.report_id AND a.table_name = c.table_name AND a.item = c.item
                    AND a.measure = c.measure
        LEFT JOIN corrected k ON k.report_id = a.report_id AND k.table_name = a.table_name AND k.item = a.item
                             AND k.measure = a.measure
        """,
        asked,
    )


def reports_corrected(connection: Connection, reports: Sequence[str]) -> pl.DataFrame:
    """One row per correction by hand that applies to one of these reports as a whole: to its agency, division or year.

    Columns: report_id, kind, document_value, corrected_value, reason.
    """
    return ask(
        connection,
        f"""
        SELECT report_id, kind, document_value, corrected_value, reason FROM corrections
        WHERE kind <> '{CELL}' AND state = '{APPLIED}' AND list_contains($reports, report_id)
        ORDER BY report_id, kind, correction_id
        """,
        {"reports": list(reports)},
    )


def _own(selection: Selection, agencies: Sequence[str] | None = None) -> Condition:
    """The current reports under the filters, those of some agencies only when they are named."""
    where = condition(selection, report="r", agency="a")
    only = "" if agencies is None else "AND r.agency_id IN (SELECT unnest($agencies))"
    sql = f"""
        SELECT r.report_number, r.report_id, r.document_id, r.agency_id, r.year, r.published_on, r.title,
               a.name AS agency, a.region_code
        FROM reports r JOIN agencies a USING (agency_id) {where.sql} AND r.is_current {only}"""
    return Condition(sql, where.parameters | ({} if agencies is None else {"agencies": list(agencies)}))
