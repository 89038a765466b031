"""The door through which a page sets two texts side by side, compared as the measures of reuse compare them."""

from etl.reuse.masking import Owner
from etl.reuse.runs import Run, shared_runs

__all__ = ["Owner", "Run", "shared_runs"]
