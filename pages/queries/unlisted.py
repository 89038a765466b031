"""Why two reports are no alike pair: the text that both use, and with whom each was compared."""

import polars as pl

from pages.queries.ask import Connection, ask


def shared_by_both(connection: Connection, report_id: str, other_id: str) -> pl.DataFrame:
    """The shared text that both reports use, at most one row: the one to whose first user they are most alike.

    Columns: text_id, agencies (how many share it), first_report_id, agency ("" when its document does not say), title
    and year (of the first), first_is_sure, resemblance and other_resemblance (of each to the first).
    """
    return ask(
        connection,
        """
        WITH users AS (FROM shared_texts WHERE report_id IN ($report, $other))
        SELECT one.text_id, one.agencies, one.first_report_id, a.name AS agency, f.title, f.year, one.first_is_sure,
               one.resemblance, other.resemblance AS other_resemblance
        FROM (FROM users WHERE report_id = $report) one JOIN (FROM users WHERE report_id = $other) other USING (text_id)
        JOIN reports f ON f.report_id = one.first_report_id JOIN agencies a ON a.agency_id = f.agency_id
        ORDER BY least(one.resemblance, other.resemblance) DESC, one.text_id LIMIT 1
        """,
        {"report": report_id, "other": other_id},
    )


def comparisons_of(connection: Connection, report_ids: tuple[str, ...]) -> pl.DataFrame:
    """One row per current report asked for.

    Columns: report_id, previous_report_id (the one of its agency that it is compared with; NULL when none), peers
    (alike reports of other agencies that are listed for it), follows (whether it uses a text that another report used
    first: then that one stands for it when others are compared).
    """
    return ask(
        connection,
        """
        WITH own AS (SELECT report_number, report_id, previous_report_id FROM text_reuse WHERE report_id IN $reports)
        SELECT o.report_id, o.previous_report_id,
               (SELECT count(*) FROM text_matches m
                WHERE m.report_number = o.report_number AND m.kind = 'peer') AS peers,
               EXISTS (FROM shared_texts s WHERE s.report_id = o.report_id AND NOT s.is_first) AS follows
        FROM own o
        """,
        {"reports": list(report_ids)},
    )
