"""Prints measurements: `python -m tests.benchmark [PART …]`; all parts without a word.

`reading`: how fast documents are read against the usual way, and how fast, large and quick to ask a whole load is.
`checking`: what checking costs beside reading.
`labelling`: how far roles and themes of sentences agree with people, and what they cost a report.
`reuse`: which planted copies of texts are found, how fast, with how much memory, and what adding some costs.
`pages`: how long a large warehouse takes for what each page asks, at the numbers of reports that `--reports` names.
`repaint`: how long each page takes after a filter was changed, against a bare page with the same charts and tables.
`--keep FOLDER` keeps the large warehouses for the next time.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from etl.demo.corpus import write_corpus
from etl.pipeline import load_demo
from etl.warehouse.published import published_path
from tests.benchmark.checking import seconds_by_stage
from tests.benchmark.formats import against_the_usual_way
from tests.benchmark.labelling import print_labelling
from tests.benchmark.loads import measured_load
from tests.benchmark.multiplied import multiplied
from tests.benchmark.pages import page_times
from tests.benchmark.questions import questions_asked
from tests.benchmark.repaint import repaints
from tests.benchmark.reuse import print_reuse

MIXED: Final = 2_000
MANY: Final = 10_000
PARTS: Final = ("reading", "checking", "labelling", "reuse", "pages", "repaint")
TARGETS: Final = {100_000: 100, 1_000_000: 200}
"""Milliseconds that all questions of a page together may take, by current reports in the warehouse."""
CHECKING_SHARE: Final = 0.1
"""What checking may cost of reading."""
RATIO: Final = 1.2
"""What a page may take of a bare page and its questions."""


def main() -> None:
    """Print what was asked for; what is written goes to a temporary folder unless one to keep is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--reports", type=int, nargs="+", default=[*TARGETS])
    parser.add_argument("--page", default="", help="only pages with this in the name of their script")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    parts = asked.parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {' '.join(unknown)}")
    jobs = os.cpu_count() or 1
    print(f"Python {sys.version.split()[0]}, {jobs} cores; ratios are of this run, on the same documents\n")
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        of_loads: dict[str, Callable[[], None]] = {
            "reading": partial(print_reading, Path(folder), jobs),
            "checking": partial(print_checking, Path(folder)),
            "labelling": partial(print_labelling, Path(folder), MIXED),
            "reuse": partial(print_reuse, Path(folder), asked.reports, jobs),
        }
        for measure in (of_loads[part] for part in PARTS if part in of_loads and part in parts):
            measure()
        for number in asked.reports if {"pages", "repaint"} & set(parts) else ():
            large = large_warehouse(asked.keep or Path(folder), number, jobs)
            if "pages" in parts:
                print_pages(large, number, asked.page)
            if "repaint" in parts:
                print_repaints(large, Path(folder), number, asked.page)


def print_reading(folder: Path, jobs: int) -> None:
    """Formats, loads, and single questions to what was loaded."""
    corpus = write_corpus(folder / "mixed", MIXED, seed=1).folder
    print_formats(corpus)
    print_load(corpus, folder / "mixed-data", jobs)
    corpus = write_corpus(folder / "many", MANY, seed=2).folder
    print_load(corpus, folder / "many-data", jobs)
    print_questions(folder / "many-data")


def print_checking(folder: Path) -> None:
    """Milliseconds of the processor for each report, and what checking is of reading."""
    corpus = write_corpus(folder / "checked", MIXED, seed=1).folder
    spent = seconds_by_stage(corpus, folder / "checked-data")
    parts = spent.parts | {"the way there and back": spent.checking - sum(spent.parts.values())}
    each = "  ".join(f"{name} {1000 * seconds / MIXED:.2f}" for name, seconds in parts.items())
    share = spent.checking / spent.reading
    print(f"\nreading {1000 * spent.reading / MIXED:.2f} ms a report; checking: {each}")
    print(f"  checking is {share:.1%} of reading, target {CHECKING_SHARE:.0%}")


def large_warehouse(folder: Path, reports: int, jobs: int) -> Path:
    """A data folder with so many current reports, made unless it is there."""
    base, large = folder / "base", folder / f"{reports}-reports"
    if published_path(base) is None:
        load_demo(base, MIXED, seed=1, jobs=jobs)
    if published_path(large) is None:
        multiplied(base, large, reports)
    return large


def print_pages(data_dir: Path, reports: int, only: str) -> None:
    """A line for each page: its questions, the milliseconds of all together, the slowest of them."""
    target = f", target {TARGETS[reports]}" if reports in TARGETS else ""
    print(f"\nwhat each page asks of {reports:,} reports, without caches (median ms of all questions{target})")
    for page in page_times(data_dir, only):
        slowest, longest = page.slowest
        print(
            f"  {page.name:12}{len(page.questions):3} questions{page.milliseconds:9.1f} ms   slowest {longest:.1f}: "
            f"{str(slowest)[:90]}",
            flush=True,
        )


def print_repaints(data_dir: Path, folder: Path, reports: int, only: str) -> None:
    """A line for each page: its milliseconds after a filter was changed, those of bare pages, and the ratios."""
    print(f"\na filter changed over {reports:,} reports (median ms, target ratio {RATIO})")
    print("bare page: figures made in each run, as usual; ready: the same page with figures that are made already")
    print(f"  {'page':12}{'ours':>9}{'bare page':>12}{'ready':>9}{'questions':>12}{'ratio':>8}{'to ready':>11}")
    for page in repaints(data_dir, folder, only):
        milliseconds = f"{page.ours:9.1f}{page.bare:12.1f}{page.least:9.1f}{page.questions:12.1f}"
        print(f"  {page.name:12}{milliseconds}{page.ratio:8.2f}{page.ratio_to_least:11.2f}", flush=True)


def print_formats(corpus: Path) -> None:
    """Documents per second and the ratio to the usual way, a line for each format."""
    print(f"{'format':8}{'documents':>10}{'KB each':>9}{'docs/s':>9}{'usual way':>34}{'docs/s':>9}{'ratio':>8}")
    for speed in against_the_usual_way(corpus):
        usual = f"{speed.usual_way:>34}{speed.usual:>9.0f}{speed.ours / speed.usual:>7.1f}x" if speed.usual else ""
        print(f"{speed.ending:8}{speed.documents:>10}{speed.kilobytes:>9.1f}{speed.ours:>9.0f}{usual}", flush=True)


def print_load(corpus: Path, data_dir: Path, jobs: int) -> None:
    """Reports per second from files to a published build, and the most memory it held."""
    load = measured_load(corpus, data_dir, jobs)
    print(
        f"\n{load.documents} documents, {load.reports} current reports: read, checked and published in "
        f"{load.seconds:.1f} s with {jobs} processes, {load.documents / load.seconds:.0f} documents/s"
    )
    print(
        f"  peak memory: {load.main_mib:.0f} MiB in the main process, {load.worker_mib:.0f} MiB in the largest "
        f"worker, together at most {load.main_mib + jobs * load.worker_mib:.0f} MiB"
    )
    print(
        f"  loaded again with nothing new in {load.again_seconds:.1f} s; the build has {load.build_mib:.0f} MiB",
        flush=True,
    )


def print_questions(data_dir: Path) -> None:
    """Milliseconds for questions that pages ask, the middle of many."""
    print("\nquestions to the warehouse of the last load (median of 21, ms)")
    for question, milliseconds in questions_asked(data_dir):
        print(f"  {milliseconds:7.1f}  {question}")


if __name__ == "__main__":
    main()
