"""Reports with a section five and nothing else, and what comparing them gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from etl.reuse.compare import Reuse, compare_texts
from etl.reuse.crew import Crew
from etl.reuse.soundness import require_whole
from etl.reuse.store import Kept


@dataclass(frozen=True, slots=True)
class Filed:
    """A report to be compared."""

    agency: str = "青河县商务局"
    year: int | None = 2023
    text: str | None = None
    published_on: date | None = None
    region_code: str | None = "990101"
    parent_code: str | None = "990100"
    places: tuple[str, ...] = ("云泽省",)


def a_text(seed: int, sentences: int = 9) -> str:
    """About 340 characters that no other seed gives."""
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
    random = Random(seed)
    return "".join("".join(random.choices(letters, k=37)) + "。" for _ in range(sentences))


def found(filed: Sequence[Filed], kept: Path) -> Reuse:
    """What these reports repeat; report k has the id rk."""
    rows = [
        (f"r{k}", k, f"a-{one.agency}", one.agency, list(one.places), "department", *_known(one))
        for k, one in enumerate(filed)
    ]
    columns: dict[str, Any] = {
        "report_id": pl.String, "report_number": pl.Int32, "agency_id": pl.String, "agency": pl.String,
        "places": pl.List(pl.String), "kind": pl.String, "region_code": pl.String, "parent_code": pl.String,
        "year": pl.Int32, "published_on": pl.Date,
    }  # fmt: skip  # as above
    reports = pl.DataFrame(rows, schema=columns, orient="row")
    texts = [(k, one.text) for k, one in enumerate(filed) if one.text is not None]
    frame = pl.DataFrame(texts, schema={"report_number": pl.Int32, "text": pl.String}, orient="row")
    reuse = compare_texts(reports, lambda: [frame], Kept(kept / "1"), Crew(1), lambda _: None)
    require_whole(reuse, reports)
    return reuse


def _known(one: Filed) -> tuple[object, ...]:
    return one.region_code, one.parent_code, one.year, one.published_on


def others(count: int = 40, year: int = 2023) -> list[Filed]:
    """Reports of other agencies, so that there is something to compare with."""
    return [Filed(f"第{chr(0x5000 + k)}县教育局", year, a_text(1000 + k + year * 100)) for k in range(count)]
