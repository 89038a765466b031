"""A load that is killed, at any moment, leaves the published build as it was and the next load whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from etl.warehouse.published import published_path
from tests.conftest import ROOT
from tests.loads import a_corpus, a_file, loaded, rows

POINTS = {
    "while originals are kept": "etl.sources.catalogue.keep",
    "before the catalogue is written": "etl.pipeline.write_catalogue",
    "before anything is read": "etl.pipeline.read_all",
    "before the readings are stored": "etl.readings.workers.write_shard",
    "before a shard is renamed": "pathlib.Path.rename",
    "while the build is filled": "etl.warehouse.build.Build.insert_from_shards",
    "before the build is checked": "etl.warehouse.build.Build._check",
    "before the build is published": "etl.warehouse.build.publish",
    "before the pointer is switched": "etl.warehouse.published.os.replace",
}
"""Moment → the function whose call kills the process."""

KILLED_LOAD = """
import os, signal, sys
from pathlib import Path
from unittest.mock import patch
from etl.pipeline import load

def kill(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)

with patch(sys.argv[1], kill):
    load([Path(sys.argv[3])], Path(sys.argv[2]), jobs=1)
"""


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS.keys())
def test_a_killed_load_leaves_the_published_build(tmp_path: Path, point: str) -> None:
    """Protects those who work with the published data; the next load goes on where the killed one stopped."""
    data = tmp_path / "data"
    loaded(data, a_corpus(tmp_path / "in1", {"甲": a_file()}))
    published = published_path(data)
    more = a_corpus(tmp_path / "in2", {"乙": a_file(year=2022), "丙": a_file(year=2021, format="html")})
    command = [sys.executable, "-c", KILLED_LOAD, point, str(data), str(more)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(command, env=environment, capture_output=True, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert published_path(data) == published
    assert rows(data, "SELECT count(*) FROM cells") == [(200,)]
    assert loaded(data, more).is_new
    assert rows(data, "SELECT year FROM reports WHERE is_current ORDER BY year") == [(2021,), (2022,), (2023,)]
    left = [path.name for path in data.rglob("*") if path.name.startswith("unfinished-") or path.suffix == ".wal"]
    assert left == []
