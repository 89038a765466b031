"""Milliseconds for the questions that pages ask of a warehouse, without any cache of the dashboard."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from etl.warehouse.published import open_published
from pages.queries.ask import Connection, ask
from pages.queries.coverage import coverage_by_part, findings_by_rule
from pages.queries.narrative import problem_texts
from pages.queries.places import BY_REGION
from pages.queries.ratios import ratios_by_part, ratios_by_year
from pages.queries.selection import EVERYTHING
from pages.queries.volumes import volumes_by_year

TIMES = 21
GRANTED = ("granted", "requests_concluded")


def questions_asked(data_dir: Path) -> Iterator[tuple[str, float]]:
    """What was asked in words, and the median of its milliseconds."""
    connection = open_published(data_dir).connection
    agency = ask(connection, "SELECT agency_id FROM indicators GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1", {}).item()
    questions: dict[str, Callable[[Connection], object]] = {
        "national, a rate by year": lambda open_: ratios_by_year(open_, EVERYTHING, [GRANTED]),
        "national, a rate by province and year": lambda open_: ratios_by_part(open_, EVERYTHING, GRANTED, BY_REGION),
        "national, a volume by year": lambda open_: volumes_by_year(open_, EVERYTHING, [GRANTED[1]]),
        "who has not filed, by province and year": lambda open_: coverage_by_part(open_, EVERYTHING, BY_REGION),
        "findings by rule": lambda open_: findings_by_rule(open_, EVERYTHING),
        "one agency, its texts over the years": lambda open_: problem_texts(open_, agency),
        "every cell, sums by item (long tables)": lambda open_: ask(
            open_, "SELECT year, item, sum(value) FROM cells WHERE is_current GROUP BY year, item", {}
        ),
    }
    for words, question in questions.items():
        yield words, median(_milliseconds(question, connection) for _ in range(TIMES))


def _milliseconds(question: Callable[[Connection], object], connection: Connection) -> float:
    began = time.perf_counter()
    question(connection)
    return (time.perf_counter() - began) * 1000
