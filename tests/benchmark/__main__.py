"""How fast documents are read against the usual way, and how fast, large and quick to ask a whole load is."""

import os
import sys
import tempfile
from pathlib import Path

from etl.demo.corpus import write_corpus
from tests.benchmark.formats import against_the_usual_way
from tests.benchmark.loads import measured_load
from tests.benchmark.questions import questions_asked

MIXED = 2_000
MANY = 10_000


def main() -> None:
    """Print every measurement; the corpora are written to a temporary folder and removed."""
    jobs = os.cpu_count() or 1
    print(f"Python {sys.version.split()[0]}, {jobs} cores; ratios are of this run, on the same documents\n")
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        corpus = write_corpus(Path(folder) / "mixed", MIXED, seed=1).folder
        print_formats(corpus)
        print_load(corpus, Path(folder) / "mixed-data", jobs)
        corpus = write_corpus(Path(folder) / "many", MANY, seed=2).folder
        print_load(corpus, Path(folder) / "many-data", jobs)
        print_questions(Path(folder) / "many-data")


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
