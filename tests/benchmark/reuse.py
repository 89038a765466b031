"""How fast texts are compared, with how much memory, and how many planted copies are found."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import polars as pl

from etl.reuse.compare import Reuse, compare_texts
from etl.reuse.crew import a_crew
from etl.reuse.names import Texts
from etl.reuse.prints import whole
from etl.reuse.shingles import BANDS, ROWS, bands_of
from etl.reuse.store import Kept
from etl.vocabulary.reuse import ALIKE, PEER_REPORT, SHINGLE
from tests.benchmark.copies import COPIED, KINDS, TEMPLATE, Corpus, made_corpus

SAMPLE: Final = 5_000
SECONDS: Final = 300
MEMORY_MIB: Final = 6 * 1024
"""What comparing a million texts may take on two cores, all processes together."""
ADDED_TO: Final = 100_000
_PART: Final = 10_000
_NEW: Final = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """Of the planted copies of each kind how many there are and how many were found.

    `wrong` of all `pairs` called alike are of texts that have nothing to do with each other; `by_template` of them are
    of the `templates` pairs that were written after one template with different content.
    """

    kinds: dict[str, tuple[int, int]]
    pairs: int
    wrong: int
    templates: int
    by_template: int

    @property
    def precision(self) -> float:
        """The share of pairs called alike that are copies."""
        return 1 - self.wrong / self.pairs if self.pairs else 1.0

    def recall(self, *kinds: str) -> float:
        """The share of the copies of some kinds that was found."""
        planted, found = (sum(self.kinds.get(kind, (0, 0))[at] for kind in kinds) for at in (0, 1))
        return found / planted if planted else 1.0


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparing of all texts in a process of its own: seconds, seconds of the processor, and memory in MiB.

    `helper_mib` is the most that one of its helpers held; `load` is that of the machine in the last minute.
    """

    seconds: float
    processor_seconds: float
    main_mib: float
    helper_mib: float
    load: float


def print_reuse(folder: Path, numbers: list[int], jobs: int) -> None:
    """Copies found, seconds and memory for each number of texts; adding a thousand; signatures and the usual way."""
    for number in numbers:
        corpus = written(folder / f"texts-{number}", number, seed=3)
        spent = measured_reuse(folder / f"texts-{number}", jobs)
        print_compared(len(corpus.texts), spent, jobs)
        print_found(found_in(corpus, pl.read_parquet(folder / f"texts-{number}" / "matches.parquet")))
    corpus = made_corpus(min(*numbers, ADDED_TO), seed=4)
    again = compared_again(corpus, folder / "again", jobs)
    print(
        f"\n{again.reports:,} texts compared in {again.first:.1f} s; with {again.new:,} more in {again.more:.1f} s, "
        f"which is {again.more / again.from_nothing:.0%} of all from nothing; results are "
        f"{'the same' if again.is_same else 'NOT THE SAME'}"
    )
    ours, usual = against_datasketch(corpus)
    print(
        f"signatures of {SAMPLE:,} texts, {BANDS * ROWS} permutations: {ours:.2f} s with shingles and bands, "
        f"datasketch {usual:.2f} s, {usual / ours:.0f}x",
        flush=True,
    )


def print_compared(texts: int, spent: Compared, jobs: int) -> None:
    """Seconds and memory beside what they may be for a million."""
    together = spent.main_mib + jobs * spent.helper_mib
    print(
        f"\n{texts:,} texts compared in {spent.seconds:.0f} s with {jobs} processes; a million may take {SECONDS} s\n"
        f"  {spent.processor_seconds:.0f} s of the processors; load of the machine at the end {spent.load:.1f}\n"
        f"  peak memory: {spent.main_mib:.0f} MiB in the main process, {spent.helper_mib:.0f} MiB in a helper, "
        f"together at most {together:.0f} MiB, target {MEMORY_MIB} MiB"
    )


def print_found(found: Found) -> None:
    """A line for each kind of copy, and how many pairs are none."""
    for kind in KINDS:
        planted, of_them = found.kinds.get(kind, (0, 0))
        print(f"  {kind:36}{planted:9,} planted{of_them:9,} found  recall {found.recall(kind):.4f}")
    print(
        f"  {TEMPLATE:36}{found.templates:9,} pairs  {found.by_template:9,} called alike\n"
        f"  recall of copies with at most three edits {found.recall(*COPIED):.4f}, precision {found.precision:.4f} "
        f"({found.wrong:,} wrong of {found.pairs:,} pairs) at a containment of {ALIKE}",
        flush=True,
    )


def found_in(corpus: Corpus, matches: pl.DataFrame) -> Found:
    """What was found of the copies of a corpus; `matches`: rows of the table `text_matches`."""
    peers = matches.filter(pl.col("kind") == PEER_REPORT).select("report_id", "other_report_id")
    pairs = [(int(report, 16), int(other, 16)) for report, other in peers.iter_rows()]
    right = [(a, b) for a, b in pairs if corpus.families[a] & corpus.families[b]]
    known = {report for pair in right for report in pair}
    planted = Counter(copy.kind for copy in corpus.planted)
    found = Counter(copy.kind for copy in corpus.planted if copy.report in known)
    wrong = set(pairs) - set(right)
    of_template = sum(1 for a, b in wrong if corpus.templates.get(a, -1) == corpus.templates.get(b, -2))
    users = Counter(corpus.templates.values())
    kinds = {kind: (count, found[kind]) for kind, count in planted.items()}
    return Found(kinds, len(pairs), len(wrong), sum(n * (n - 1) // 2 for n in users.values()), of_template)


def compare(reports: pl.DataFrame, texts: Texts, kept: Path, jobs: int) -> Reuse:
    """Everything the reports repeat, as a load finds it."""
    with a_crew(jobs) as crew:
        return compare_texts(reports, texts, Kept(kept), crew, lambda _: None)


def in_parts(texts: pl.DataFrame) -> Texts:
    """The texts in parts as a load hands them over."""
    return lambda: texts.iter_slices(_PART)


def written(folder: Path, reports: int, seed: int) -> Corpus:
    """A corpus made in memory, its reports and texts also written to a folder."""
    corpus = made_corpus(reports, seed)
    folder.mkdir(parents=True, exist_ok=True)
    corpus.reports.write_parquet(folder / "reports.parquet")
    for number, part in enumerate(in_parts(corpus.texts)()):
        part.write_parquet(folder / f"texts-{number:05d}.parquet")
    return corpus


def measured_reuse(folder: Path, jobs: int) -> Compared:
    """The texts of a folder compared with nothing kept, in a fresh process; `matches.parquet` there is the result."""
    command = [sys.executable, "-m", "tests.benchmark.reuse", str(folder), str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Compared(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Compare the texts of the folder named and print the measurements as JSON."""
    folder, jobs = Path(sys.argv[1]), int(sys.argv[2])
    files = sorted(folder.glob("texts-*.parquet"))
    began = time.perf_counter()
    reports = pl.read_parquet(folder / "reports.parquet")
    reuse = compare(reports, lambda: map(pl.read_parquet, files), folder / "kept" / "1", jobs)
    seconds = time.perf_counter() - began
    spent = os.times()
    reuse.matches.select("report_id", "other_report_id", "kind").write_parquet(folder / "matches.parquet")
    processor = spent.user + spent.system + spent.children_user + spent.children_system
    print(json.dumps(asdict(Compared(seconds, processor, *_peaks(), os.getloadavg()[0]))))


def _peaks() -> tuple[float, float]:
    import resource

    here, helpers = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here / 2**10, helpers / 2**10


@dataclass(frozen=True, slots=True)
class Again:
    """Seconds of a first comparing, of one with some reports more, and of that from nothing; whether those agree."""

    reports: int
    new: int
    first: float
    more: float
    from_nothing: float
    is_same: bool


def compared_again(corpus: Corpus, folder: Path, jobs: int) -> Again:
    """A corpus compared without its last reports, then with them, then with nothing kept."""
    last = corpus.reports.height - _NEW
    before = corpus.reports.head(last), corpus.texts.head(last)
    seconds: list[float] = []
    results = []
    for (reports, texts), kept in (
        (before, "a"),
        ((corpus.reports, corpus.texts), "a"),
        ((corpus.reports, corpus.texts), "b"),
    ):
        began = time.perf_counter()
        results.append(compare(reports, in_parts(texts), folder / kept / "1", jobs))
        seconds.append(time.perf_counter() - began)
    first, more, from_nothing = seconds
    return Again(last, _NEW, first, more, from_nothing, is_same(results[1], results[2]))


def is_same(one: Reuse, other: Reuse) -> bool:
    """Whether two results say the same, whatever the order of their rows."""
    return all(
        mine.select(sorted(mine.columns)).sort(keys).equals(yours.select(sorted(yours.columns)).sort(keys))
        for mine, yours, keys in (
            (one.measures, other.measures, ["report_id"]),
            (one.matches, other.matches, ["report_id", "other_report_id"]),
            (one.shared, other.shared, ["text_id", "report_id"]),
        )
    )


def against_datasketch(corpus: Corpus) -> tuple[float, float]:
    """Seconds for the signatures of a sample: ours with their bands, and the usual way with the same permutations."""
    from datasketch import MinHash

    texts = whole(corpus.texts["text"].head(SAMPLE))
    began = time.perf_counter()
    bands_of(texts)
    ours = time.perf_counter() - began
    began = time.perf_counter()
    shingles = [{text[at : at + SHINGLE].encode() for at in range(len(text) - SHINGLE + 1)} for text in texts]
    MinHash.bulk(shingles, num_perm=BANDS * ROWS)
    return ours, time.perf_counter() - began


if __name__ == "__main__":
    main()
