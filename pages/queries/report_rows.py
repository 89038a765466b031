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


def _cells(which: str) -> str:
    """The cells of those reports; `which`: numbers of reports, as they stand behind `report_number IN`."""
    read = " UNION ALL ".join(
        f"""
    SELECT report_number, '{table.name}' AS table_name, {item} AS item, {measure} AS measure, value::DOUBLE AS value,
           status, raw, place
    FROM {table.name} WHERE report_number IN {which}"""
        for table in FACT_TABLES
        for item, measure in [table.key[1:]]
    )
    return f"""
    SELECT report_number, table_name, item, measure, value, status, raw, place, correction FROM ({read})
    LEFT JOIN (
        SELECT report_number, table_name, item, measure,
               min(concat_ws(' · ', reason, corrected_by, strftime(corrected_at, '%Y-%m-%d'))) AS correction
        FROM corrections WHERE report_number IN {which} AND kind = '{CELL}' AND state = '{APPLIED}' GROUP BY ALL
    ) USING (report_number, table_name, item, measure)"""


CELLS: Final = _cells(OF_REPORT)
"""One row per cell of a report: `report_number`, the columns of the view `cells` that say what it is and what stands in
it, and `correction`: why, by whom and when its value was corrected by hand; NULL when it is as read."""
OWN: Final = "(SELECT report_number FROM own)"
"""The numbers of the reports in a table `own` of the same question, which has looked for them once."""
CELLS_OF_OWN: Final = _cells(OWN)
"""`CELLS` of the reports in `own`."""
