"""The day by which a report is due, by kind of body, division and year: deadlines.csv, a table anybody can edit.

`region_code` empty is everywhere; 370000 is that province and all below it. `from_year`, `to_year` are years reported
on, empty is open. Of the lines that fit, that of the smallest division counts, then that of the latest year.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("deadlines.csv")
_ALWAYS: Final = (0, 9999)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the file; `division` holds the digits that all codes of the division and below share."""

    kind: str
    division: str
    from_year: int
    to_year: int
    month: int
    day: int

    def fits(self, kind: str, year: int, region_code: str) -> bool:
        """Whether the line speaks of that body's report of that year."""
        is_then = kind == self.kind and self.from_year <= year <= self.to_year
        return is_then and region_code.startswith(self.division)


@cache
def deadline(kind: str, year: int, region_code: str = "") -> date | None:
    """The last day in time for the report of a year by a body of that kind; None when no line fits."""
    fitting = [line for line in _lines() if line.fits(kind, year, region_code)]
    if not fitting:
        return None
    line = max(fitting, key=lambda one: (len(one.division), one.from_year))
    return date(year + 1, line.month, line.day)


@cache
def _lines() -> tuple[_Line, ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            _Line(
                row["kind"],
                re.sub(r"(00)+$", "", row["region_code"]),
                int(row["from_year"] or _ALWAYS[0]),
                int(row["to_year"] or _ALWAYS[1]),
                int(row["month"]),
                int(row["day"]),
            )
            for row in csv.DictReader(file)
        )
