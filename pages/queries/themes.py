"""What section five names as problems: themes by year and region, and themes named again after a measure was told."""

from typing import Final

import polars as pl

from etl.vocabulary.words import Word
from pages.queries.ask import Connection, ask
from pages.queries.places import BY_AGENCY, PLACES, parts_of
from pages.queries.selection import Selection, condition

COUNTED_AHEAD: Final = {"texts": "text_counts", "themes": "theme_counts"}
"""Where reports with section five and those with a theme are counted."""
_COUNTED: Final = """
    SELECT {keys}, sum(i.told)::BIGINT AS denominator, sum(i.reports - i.told)::BIGINT AS left_out
    FROM {texts} i {joins} {where} AND i.year IS NOT NULL GROUP BY ALL"""
_NAMED: Final = """
    SELECT {keys}, i.theme, sum(i.named)::BIGINT AS numerator, sum(i.promised)::BIGINT AS promised
    FROM {themes} i {joins} {where} AND i.year IS NOT NULL GROUP BY ALL"""
_SHARES: Final = """
    x.theme, coalesce(n.numerator, 0) AS numerator, coalesce(n.promised, 0) AS promised, c.denominator,
    coalesce(n.numerator, 0) / nullif(c.denominator, 0) AS rate, c.left_out
    FROM c CROSS JOIN (SELECT DISTINCT theme FROM n) x LEFT JOIN n ON n.theme = x.theme"""
_REPEATS: Final = f"""
    WITH {PLACES},
    first AS MATERIALIZED (
        SELECT h.report_number, h.theme, h.named, h.promised_before
        FROM problem_themes h JOIN text_reuse i USING (report_number) {{where}} AND h.is_repeated {{recent}}
        ORDER BY i.year DESC, h.report_number, h.theme {{limit}}),
    chosen AS MATERIALIZED (
        SELECT f.*, i.report_id, i.agency_id, i.region_code, i.year
        FROM first f JOIN (FROM text_reuse WHERE report_number IN (SELECT report_number FROM first)) i
        USING (report_number)),
    before AS MATERIALIZED (
        SELECT report_id, agency_id, year FROM reports
        WHERE is_current AND agency_id IN (SELECT agency_id FROM chosen))
    SELECT c.report_id || ':' || c.theme AS key, c.report_id, c.agency_id, a.name, coalesce(p.place, '') AS place,
           c.year, c.theme, c.named, c.promised_before, b.report_id AS before_id
    FROM chosen c JOIN agencies a USING (agency_id) LEFT JOIN places p ON p.region_code = c.region_code
    LEFT JOIN before b ON b.agency_id = c.agency_id AND b.year = c.year - 1
    ORDER BY c.year DESC, c.report_number, c.theme"""
"""The rows are chosen before they are told: texts carried through a sort cost most of the time."""
_RECENT: Final = """
    AND i.year >= coalesce((
        SELECT max(year) FROM (
            SELECT i.year, sum(sum(i.repeated)) OVER (ORDER BY i.year DESC) AS repeats
            FROM theme_counts i {where} {of_theme} AND i.year IS NOT NULL GROUP BY i.year)
        WHERE repeats >= $limit), 0)"""
"""The newest years that hold as many rows as are asked for, told by what is counted ahead."""


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
    filled = {"keys": "i.year", "joins": "", "where": where.sql, **COUNTED_AHEAD}
    return ask(
        connection,
        f"""
        WITH c AS ({_COUNTED.format(**filled)}), n AS ({_NAMED.format(**filled)})
        SELECT c.year, {_SHARES} AND n.year = c.year ORDER BY c.year, x.theme
        """,
        where.parameters,
    )


def themes_by_part(connection: Connection, selection: Selection, by: str) -> pl.DataFrame:
    """The same by parts of the area, all years under the filters together.

    Columns: part_code, part_name, is_own (see `places.Parts`), and theme to left_out as in `themes_by_year`.
    """
    where, parts = condition(selection), parts_of(selection.region, by)
    counted = one_by_one(where.sql) if by == BY_AGENCY else COUNTED_AHEAD
    filled = {"keys": parts.columns, "joins": parts.joins, "where": where.sql, **counted}
    return ask(
        connection,
        f"""
        WITH {parts.tables}, c AS ({_COUNTED.format(**filled)}), n AS ({_NAMED.format(**filled)})
        SELECT c.part_code, c.part_name, c.is_own, {_SHARES} AND n.part_code = c.part_code AND n.is_own = c.is_own
        ORDER BY c.part_code = '', c.part_code, c.is_own, x.theme
        """,
        {**where.parameters, **parts.parameters},
    )


def one_by_one(where: str) -> dict[str, str]:
    """The same counts as in COUNTED_AHEAD report by report, for agencies; `where` keeps to the reports of interest."""
    near = f"report_number IN (SELECT report_number FROM text_reuse i {where})"
    return {
        "texts": f"""(
            SELECT *, 1 AS reports,
                   (report_number IN (SELECT report_number FROM sentences WHERE {near}))::INTEGER AS told
            FROM text_reuse)""",
        "themes": f"""(
            SELECT u.agency_id, u.region_code, u.year, u.kind, u.sector, h.theme, (h.named > 0)::INTEGER AS named,
                   (h.promised > 0)::INTEGER AS promised
            FROM (FROM problem_themes WHERE {near}) h JOIN text_reuse u USING (report_number))""",
    }


def repeats_by_theme(connection: Connection, selection: Selection) -> pl.DataFrame:
    """One row per theme that somebody under the filters names as a problem, the one most often named again first.

    Columns: theme, numerator (reports whose agency told a measure for it the year before), denominator (reports that
    name it and whose report of the year before is known), rate (NULL out of none), left_out (those where it is not).
    """
    where = condition(selection)
    return ask(
        connection,
        f"""
        SELECT i.theme, sum(i.repeated)::BIGINT AS numerator, sum(i.compared)::BIGINT AS denominator,
               numerator / nullif(denominator, 0) AS rate, sum(i.named - i.compared)::BIGINT AS left_out
        FROM theme_counts i {where.sql} AND i.named > 0
        GROUP BY i.theme ORDER BY numerator DESC, i.theme
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
    recent = _RECENT.format(where=where.sql, of_theme=of_theme.replace("h.", "i.")) if limit else ""
    return ask(connection, _REPEATS.format(where=f"{where.sql} {of_theme}", recent=recent, limit=at_most), asked)


def repeat_of(connection: Connection, selection: Selection, key: str) -> pl.DataFrame:
    """The row of `repeats_found` with this key; none when it is not there or not under the filters."""
    report_id, _, theme = key.partition(":")
    where = condition(selection)
    own = "h.report_number IN (SELECT report_number FROM reports WHERE report_id = $report) AND h.theme = $theme"
    sql = _REPEATS.format(where=f"{where.sql} AND {own}", recent="", limit="")
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
