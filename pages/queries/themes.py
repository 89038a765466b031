"""What section five names as problems: themes by year and region, and themes named again after a measure was told."""

import polars as pl

from etl.vocabulary.words import Word
from pages.queries.ask import Connection, ask
from pages.queries.places import parts_of
from pages.queries.reuse import PLACES
from pages.queries.selection import Selection, condition

_TOLD = "told AS (SELECT DISTINCT report_number FROM sentences)"
"""The reports that have a sentence in section five; joined to `indicators i` by way of `reports r`."""
_COUNTED = """
    SELECT {keys}, count(t.report_number) AS denominator, count(*) - count(t.report_number) AS left_out
    FROM indicators i JOIN (SELECT report_id, report_number FROM reports) r USING (report_id)
    LEFT JOIN told t USING (report_number) {joins}
    {where} AND i.year IS NOT NULL GROUP BY ALL"""
_NAMED = """
    SELECT {keys}, h.theme, count(*) FILTER (h.named > 0) AS numerator, count(*) FILTER (h.promised > 0) AS promised
    FROM problem_themes h JOIN indicators i USING (report_id) {joins} {where} AND i.year IS NOT NULL GROUP BY ALL"""
_SHARES = """
    x.theme, coalesce(n.numerator, 0) AS numerator, coalesce(n.promised, 0) AS promised, c.denominator,
    coalesce(n.numerator, 0) / nullif(c.denominator, 0) AS rate, c.left_out
    FROM c CROSS JOIN (SELECT DISTINCT theme FROM n) x LEFT JOIN n ON n.theme = x.theme"""


_REPEATS = f"""
    WITH {PLACES}
    SELECT h.report_id || ':' || h.theme AS key, h.report_id, i.agency_id, a.name, coalesce(p.place, '') AS place,
           i.year, h.theme, h.named, h.promised_before, b.report_id AS before_id
    FROM problem_themes h JOIN indicators i USING (report_id) JOIN agencies a USING (agency_id)
    LEFT JOIN places p ON p.region_code = i.region_code
    LEFT JOIN reports b ON b.agency_id = i.agency_id AND b.year = i.year - 1 AND b.is_current"""
_NEWEST = "ORDER BY i.year DESC, a.name, h.report_id, h.theme"


def themes_known(connection: Connection) -> list[Word]:
    """The themes of this build as words, those that a user added too, in the order of the vocabulary."""
    sql = """SELECT name, kind, label_zh, label_en, definition, definition_en, source FROM vocabulary
             WHERE kind = 'theme' ORDER BY rowid"""
    return [Word(**row) for row in ask(connection, sql, {}).iter_rows(named=True)]


def themes_by_year(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per year with reports and theme that any report under the filters names or tells a measure for.

    Columns: year, theme, numerator (reports that name it as a problem), promised (that tell a measure), denominator
    (reports with a sentence in section five), rate (NULL out of none), left_out (reports without such a section).
    """
    where = condition(selection)
    filled = {"keys": "i.year", "joins": "", "where": where.sql}
    return ask(
        connection,
        f"""
        WITH {_TOLD}, c AS ({_COUNTED.format(**filled)}), n AS ({_NAMED.format(**filled)})
        SELECT c.year, {_SHARES} AND n.year = c.year ORDER BY c.year, x.theme
        """,
        where.parameters,
    )


def themes_by_part(connection: Connection, selection: Selection, by: str) -> pl.DataFrame:
    """The same by parts of the area, all years under the filters together.

    Columns: part_code, part_name, is_own (see `places.Parts`), and theme to left_out as in `themes_by_year`.
    """
    where, parts = condition(selection), parts_of(selection.region, by)
    filled = {"keys": parts.columns, "joins": parts.joins, "where": where.sql}
    return ask(
        connection,
        f"""
        WITH {parts.tables}, {_TOLD}, c AS ({_COUNTED.format(**filled)}), n AS ({_NAMED.format(**filled)})
        SELECT c.part_code, c.part_name, c.is_own, {_SHARES} AND n.part_code = c.part_code AND n.is_own = c.is_own
        ORDER BY c.part_code = '', c.part_code, c.is_own, x.theme
        """,
        {**where.parameters, **parts.parameters},
    )


def repeats_by_theme(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per theme that somebody under the filters names as a problem, the one most often named again first.

    Columns: theme, numerator (reports whose agency told a measure for it the year before), denominator (reports that
    name it and whose report of the year before is known), rate (NULL out of none), left_out (those where it is not).
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT h.theme, count(*) FILTER (h.is_repeated) AS numerator, count(h.is_repeated) AS denominator,
               numerator / nullif(denominator, 0) AS rate, count(*) - denominator AS left_out
        FROM problem_themes h JOIN indicators i USING (report_id) {where.sql} AND h.named > 0
        GROUP BY h.theme ORDER BY numerator DESC, h.theme
        """,
        where.parameters,
    )


def repeats_found(
    connection: Connection, selection: Selection, theme: str | None = None, limit: int | None = None
) -> pl.DataFrame:
    """One row per report and theme named again after a measure was told for it the year before, newest year first.

    Of one theme only when it is named; no more than `limit` rows.

    Columns: key (report and theme), report_id, agency_id, name, place ("" when not resolved), year, theme, named,
    promised_before (sentences this year and the year before), before_id (the report of the year before).
    """
    where = condition(selection)
    asked = {**where.parameters} | ({"theme": theme} if theme else {}) | ({"limit": limit} if limit else {})
    of_theme, at_most = "AND h.theme = $theme" if theme else "", "LIMIT $limit" if limit else ""
    return ask(connection, f"{_REPEATS} {where.sql} {of_theme} AND h.is_repeated {_NEWEST} {at_most}", asked)


def repeat_of(connection: Connection, selection: Selection, key: str) -> pl.DataFrame:
    """The row of `repeats_found` with this key; none when it is not there or not under the filters."""
    report_id, _, theme = key.partition(":")
    where = condition(selection)
    sql = f"{_REPEATS} {where.sql} AND h.is_repeated AND h.report_id = $report AND h.theme = $theme"
    return ask(connection, sql, {**where.parameters, "report": report_id, "theme": theme})


def sentences_on(connection: Connection, report_ids: tuple[str, ...], theme: str) -> pl.DataFrame:
    """The sentences of these reports about a theme, oldest year first, in their order.

    Columns: report_id, year, position, role, text, words (a JSON list: says, word, start, end).
    """
    return ask(
        connection,
        """
        WITH asked AS (SELECT report_number, report_id, year FROM reports WHERE report_id IN $reports)
        SELECT a.report_id, a.year, s.position, s.role, s.text, s.words
        FROM (FROM sentences WHERE report_number IN (SELECT report_number FROM asked)) s
        JOIN asked a USING (report_number)
        WHERE contains(s.themes, $theme) AND s.role IN ('problem', 'measure')
        ORDER BY a.year, s.position
        """,
        {"reports": list(report_ids), "theme": f'"{theme}"'},
    )
