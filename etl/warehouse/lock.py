"""One load at a time: a lock on the data directory that the system gives back when its holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from etl.errors import LoadError

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_load(data_dir: Path) -> Iterator[None]:
    """The block run as the only load of this data directory; raises LoadError when another is under way.

    The lock belongs to the open file and not to the file's being there, so a load that was killed leaves none.
    """
    path = data_dir / "warehouse" / "load.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        try:
            _take(file)
        except OSError as fault:
            raise LoadError(
                f"另一个导入正在进行（进程 {_holder(path)}），请等它结束（another load is under way）"
            ) from fault
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip() or "?"
    except OSError:
        return "?"
