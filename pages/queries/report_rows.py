"""SQL for the rows of one report or one agency in the long tables, which stand in the order of the report number.

Asked by that number, a table of a hundred million rows is read in one small part only.
"""

from typing import Final

from etl.vocabulary.corrections import APPLIED, CELL
from etl.vocabulary.tables import FACT_TABLES

OF_REPORT: Final = "(SELECT report_number FROM reports WHERE report_id = $report)"
"""The number of the report with the id `$report`; stands behind `report_number IN`."""
OF_AGENCY: Final = "(SELECT report_number FROM reports WHERE agency_id = $agency)"
"""The numbers of all report versions of the agency with the id `$agency`."""

_READ: Final = " UNION ALL ".join(
    f"""
    SELECT '{table.name}' AS table_name, {item} AS item, {measure} AS measure, value::DOUBLE AS value, status, raw,
           place
    FROM {table.name} WHERE report_number IN {OF_REPORT}"""
    for table in FACT_TABLES
    for item, measure in [table.key[1:]]
)
CELLS: Final = f"""
    SELECT table_name, item, measure, value, status, raw, place, correction FROM ({_READ})
    LEFT JOIN (
        SELECT table_name, item, measure,
               min(concat_ws(' · ', reason, corrected_by, strftime(corrected_at, '%Y-%m-%d'))) AS correction
        FROM corrections WHERE report_number IN {OF_REPORT} AND kind = '{CELL}' AND state = '{APPLIED}' GROUP BY ALL
    ) USING (table_name, item, measure)"""
"""One row per cell of a report, with the columns of the view `cells` that say what it is and what stands in it, and
`correction`: why, by whom and when its value was corrected by hand; NULL when it is as read."""
