"""What people decide about findings: kept outside every build, found again after each, outdated when numbers change.

This is the door of the room. A decision is about a finding as somebody saw it, so it is kept with all that was seen.
"""

from etl.deciding.standing import STANDING, fixed, standing
from etl.deciding.store import (
    DecisionsError,
    SeenOtherError,
    Verdict,
    decide,
    decisions_in_force,
    history,
    stamp,
    undo,
)

__all__ = [
    "STANDING",
    "DecisionsError",
    "SeenOtherError",
    "Verdict",
    "decide",
    "decisions_in_force",
    "fixed",
    "history",
    "stamp",
    "standing",
    "undo",
]
