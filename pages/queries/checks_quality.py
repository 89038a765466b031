"""In how many reports a rule passed: by region and year, and rule by rule."""

import polars as pl

from etl.vocabulary.verdicts import counted
from pages.queries.ask import Connection, ask
from pages.queries.places import PARTS_IN_ORDER, parts_of
from pages.queries.selection import Selection, condition

_SUMS = ", ".join(f"sum(i.{name})::BIGINT AS {name}" for name in ("passed", "failed", "uncertain", "not_assessable"))


def judgements_by_rule(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per rule that was asked of the reports under the filters, by its name.

    Columns: rule, passed, failed, uncertain, not_assessable (reports: see `etl.vocabulary.verdicts`), reports.
    """
    where = condition(selection)
    sql = f"SELECT i.rule, {_SUMS}, sum(i.reports)::BIGINT AS reports FROM judgement_counts i {where.sql} GROUP BY 1"
    return ask(connection, f"{sql} ORDER BY 1", where.parameters)


def judgements_by_part(connection: Connection, selection: Selection, by: str) -> pl.DataFrame:
    """One row per part of the chosen area and known year with judgements, of all rules together.

    Columns: part_code, part_name, is_own as in `parts_of`, year, passed, failed, uncertain, not_assessable (pairs of a
    report and a rule).
    """
    where, parts = condition(selection), parts_of(selection.region, by)
    source = "judgement_counts"
    if parts.key == "agency_id":
        source = f"""(
            SELECT r.agency_id, a.region_code, a.kind, a.sector, r.year, {counted("j")}
            FROM judgements j JOIN reports r USING (report_id) JOIN agencies a USING (agency_id) GROUP BY ALL)"""
    sql = f"""
        WITH {parts.tables}
        SELECT {parts.columns}, i.year, {_SUMS} FROM {source} i {parts.joins} {where.sql} AND i.year IS NOT NULL
        GROUP BY ALL"""
    return ask(connection, sql, {**where.parameters, **parts.parameters}).sort(*PARTS_IN_ORDER, "year")
