"""What one rule says of one report, from how its judgements there came out: each report has one verdict for each rule."""

from typing import Final

VERDICTS: Final = {
    "passed": "failed = 0 AND uncertain = 0 AND passed > 0",
    "failed": "failed > 0",
    "uncertain": "failed = 0 AND uncertain > 0",
    "not_assessable": "failed = 0 AND uncertain = 0 AND passed = 0",
}
"""Name and condition, over the columns of `judgements`."""


def counted(source: str) -> str:
    """The columns that count, one for each verdict, the rows of `source` (a table with the columns of `judgements`)."""
    named = {verdict: _of(condition, source) for verdict, condition in VERDICTS.items()}
    return ", ".join(f"sum(({condition})::INT)::BIGINT AS {verdict}" for verdict, condition in named.items())


def _of(condition: str, source: str) -> str:
    return " AND ".join(f"{source}.{part}" for part in condition.split(" AND "))
