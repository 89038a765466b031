"""Who signed and when: the agency alone on a line near the end, and a date after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from etl.recognising.dates import dates_in, is_only_a_date, without_dates
from etl.recognising.titles import is_agency

_LINES_FROM_THE_END: Final = 80


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands below the text: `agency` "" and `signed_on` None when it is not there."""

    agency: str
    signed_on: date | None


_NONE: Final = Signature("", None)


def find_signature(lines: Sequence[str]) -> Signature:
    """The last line that is an agency with a date beside or below it; else the last date that stands alone.

    `lines` are without white space, "" for a long one.
    """
    tail = lines[-_LINES_FROM_THE_END:]
    dated = [at for at, line in enumerate(tail) if ("20" in line or "二" in line) and any(dates_in(line))]
    for at in reversed(dated):
        if agency := _agency_beside(tail, at):
            return Signature(agency, next(dates_in(tail[at])))
    alone = (at for at in reversed(dated) if is_only_a_date(tail[at]))
    return next((Signature("", next(dates_in(tail[at]))) for at in alone), _NONE)


def _agency_beside(lines: Sequence[str], at: int) -> str:
    """The agency on the line of a date or, when the date stands alone, on one of the two lines above it."""
    candidates = [without_dates(lines[at])]
    if is_only_a_date(lines[at]):
        candidates = [lines[above] for above in (at - 1, at - 2) if above >= 0]
    names = (name.strip("（）():：") for name in candidates)
    return next((name for name in names if is_agency(name)), "")
