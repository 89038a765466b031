"""One load in a process of its own, so that its time and its memory are those of a user's command."""

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds and MiB of one load; memory is 0 where the system does not tell (Windows)."""

    documents: int
    reports: int
    seconds: float
    again_seconds: float
    main_mib: float
    worker_mib: float
    build_mib: float


def measured_load(corpus: Path, data_dir: Path, jobs: int) -> Load:
    """A load of `corpus` into an empty `data_dir`, and the same load again."""
    command = [sys.executable, "-m", "tests.benchmark.loads", str(corpus), str(data_dir), str(jobs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return Load(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Load what the arguments name (corpus, data directory, processes) and print the measurements as JSON."""
    from etl.pipeline import load
    from etl.warehouse.published import published_path

    corpus, data_dir, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    began = time.perf_counter()
    first = load([corpus], data_dir, jobs)
    seconds = time.perf_counter() - began
    main_mib, worker_mib = _peaks()
    began = time.perf_counter()
    load([corpus], data_dir, jobs)
    again = time.perf_counter() - began
    build = published_path(data_dir)
    size = build.stat().st_size / 2**20 if build else 0.0
    loaded = int((first.documents["outcome"] == "loaded").sum())
    print(json.dumps(asdict(Load(len(first.documents), loaded, seconds, again, main_mib, worker_mib, size))))


def _peaks() -> tuple[float, float]:
    """The most MiB that this process held, and the most that any one of its ended workers held."""
    try:
        import resource
    except ImportError:
        return 0.0, 0.0
    unit = 2**20 if sys.platform == "darwin" else 2**10
    here, workers = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here / unit, workers / unit


if __name__ == "__main__":
    main()
