"""The file of decisions: SQLite, only ever added to, one writer at a time; it lies beside the builds and outlives them.

With a rollback journal there is one file and nothing beside it once a decision is made, so a copy of it is a backup.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import polars as pl

from etl.deciding.shapes import DECISIONS_FRAME, fingerprint
from etl.deciding.standing import last_numbers
from etl.errors import GongkaiError, UsageError
from etl.folders import DataDir
from etl.vocabulary.decisions import DECISIONS, DISMISSED

_SECONDS_TO_WAIT: Final = 30.0
_SECONDS_TO_READ: Final = 3.0
"""A page is waited for; whoever writes needs far less."""
_VERSION: Final = 2
_HEAD: Final = slice(24, 28)
"""Where SQLite counts the changes of a file."""
_SQL_TYPES: Final = {pl.String: "TEXT", pl.Int32: "INTEGER", pl.Int64: "INTEGER", pl.Float64: "REAL"}
_COLUMNS: Final = tuple(name for name in DECISIONS_FRAME if name != "number")
_TIMES: Final = tuple(name for name, kind in DECISIONS_FRAME.items() if kind == pl.Datetime("us"))
_ADDED: Final = ("restored_by", "restored_at")
"""Columns that files of version 1 lack."""
_NEW_FILE: Final = (
    f"""
    CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        {", ".join(f"{name} {_SQL_TYPES.get(DECISIONS_FRAME[name], 'TEXT')}" for name in _COLUMNS)},
        CHECK (finding_id <> '' AND decided_by <> '' AND decided_at <> ''),
        CHECK (decision IN ({", ".join(f"'{word.name}'" for word in DECISIONS)})),
        CHECK (decision <> '{DISMISSED}' OR reason <> '')
    )
    """,
    "CREATE INDEX decisions_by_finding ON decisions (finding_id)",
    *(
        f"CREATE TRIGGER no_{what.lower()} BEFORE {what} ON decisions "
        "BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END"
        for what in ("UPDATE", "DELETE")
    ),
    f"PRAGMA user_version = {_VERSION}",
)
_ADD_COLUMNS: Final = (
    *(f"ALTER TABLE decisions ADD COLUMN {name} TEXT" for name in _ADDED),
    f"PRAGMA user_version = {_VERSION}",
)
_ADD: Final = f"INSERT INTO decisions ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - the names are ours, the values are parameters
_RESTORE: Final = (
    f"INSERT INTO decisions ({', '.join(_COLUMNS)}) "  # noqa: S608 - the names are ours, the values are parameters
    f"SELECT {', '.join('?' if name in _ADDED else name for name in _COLUMNS)} FROM decisions WHERE number = ?"
)
_LAST: Final = "number IN (SELECT max(number) FROM decisions GROUP BY finding_id)"


class DecisionsError(GongkaiError):
    """The file of decisions cannot be read or written."""


class SeenOtherError(GongkaiError):
    """Somebody decided on one of the findings after whoever decides now had looked at them."""


Seen = Mapping[str, int | None]
"""The number of the last decision on each finding as somebody saw it, by `finding_id`; None for one without any."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody decides: a name of `etl.vocabulary.decisions.DECISIONS`, why ("" without a reason), and who."""

    decision: str
    reason: str
    who: str

    def checked(self) -> "Verdict":
        """The verdict without surrounding blanks; raises UsageError when it lacks a name, or the reason it needs."""
        verdict = Verdict(self.decision, self.reason.strip(), self.who.strip())
        if verdict.decision not in {word.name for word in DECISIONS}:
            raise UsageError(f"没有这种决定（no such decision）：{verdict.decision}")
        if not verdict.who:
            raise UsageError("请写明是谁作出的决定（say who decides）")
        if verdict.decision == DISMISSED and not verdict.reason:
            raise UsageError("判为“不成立”要写明理由（a reason is needed to dismiss a finding）")
        return verdict


def decide(
    data_dir: Path, findings: pl.DataFrame, verdict: Verdict, now: datetime | None = None, seen: Seen | None = None
) -> int:
    """How many findings were decided on: all those given (columns of `SEEN`) in one step, or none. `now` is UTC.

    Raises UsageError for a verdict that is not whole, SeenOtherError when another decision than the one `seen` is the
    last on one of them, DecisionsError when the file cannot be written.
    """
    made = verdict.checked()
    rows = _rows_of(findings, made, _text_of(now or datetime.now(UTC)))
    with _writing(data_dir, findings, seen) as connection:
        connection.executemany(_ADD, rows)
    return len(findings)


def _rows_of(findings: pl.DataFrame, made: Verdict, at: str) -> Iterator[tuple[object, ...]]:
    """A decision about each of the findings, in the columns of `_ADD`."""
    said: dict[str, str | None] = dict.fromkeys(_ADDED)
    said |= {"decision": made.decision, "reason": made.reason, "decided_by": made.who, "decided_at": at}
    told = {name: pl.lit(value, pl.String) for name, value in said.items()}
    return findings.with_columns(fingerprint(), **told).select(_COLUMNS).iter_rows()


def _text_of(time: datetime) -> str:
    """A time in UTC as the file holds it."""
    return time.replace(tzinfo=None).isoformat(timespec="microseconds")


def undo(data_dir: Path, findings: pl.DataFrame, before: Seen, seen: Seen, opened: Verdict) -> None:
    """The findings (columns of `SEEN`) stand as they stood `before`, all in one step, or none does.

    A decision of then is put back into force as it was made, with who does so and when beside who made it. What nobody
    had decided on is reopened, as `opened` says, whose name is also that of whoever restores. Raises as `decide` does.
    """
    made, at = opened.checked(), _text_of(datetime.now(UTC))
    rows = _rows_of(
        findings.filter(pl.col("finding_id").is_in([one for one in before if before[one] is None])), made, at
    )
    restored = sorted({number for number in before.values() if number is not None})
    with _writing(data_dir, findings, seen) as connection:
        connection.executemany(_ADD, rows)
        connection.executemany(_RESTORE, [(made.who, at, number) for number in restored])


def stamp(data_dir: Path) -> str:
    """What the file of decisions is known by: another text after every decision, "" while there is no file.

    SQLite counts its changes in the head of the file, so that two within one tick of the clock are told apart.
    """
    file = DataDir(data_dir).decisions
    try:
        with file.open("rb") as opened:
            head, written = opened.read(_HEAD.stop), file.stat()
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise _fault(file, fault) from fault
    return f"{written.st_ino}-{written.st_mtime_ns}-{written.st_size}-{head[_HEAD].hex()}"


def history(data_dir: Path, finding_id: str | None = None) -> pl.DataFrame:
    """One row per decision ever made (about one finding when it is named), oldest first: `DECISIONS_FRAME`."""
    return _rows(data_dir, "finding_id = ?", finding_id) if finding_id is not None else _rows(data_dir, "TRUE")


def decisions_in_force(data_dir: Path) -> pl.DataFrame:
    """One row per finding ever decided on, its last decision, in the order made: `DECISIONS_FRAME`."""
    return _rows(data_dir, _LAST)


def _rows(data_dir: Path, condition: str, *values: str) -> pl.DataFrame:
    """The decisions of a condition; none where nothing was ever decided."""
    if not DataDir(data_dir).decisions.exists():
        return pl.DataFrame(schema=DECISIONS_FRAME)
    with _opened(data_dir, is_new=False) as connection:
        return _read(connection, condition, *values)


def _read(connection: sqlite3.Connection, condition: str, *values: str) -> pl.DataFrame:
    texts = {**DECISIONS_FRAME, **dict.fromkeys(_TIMES, pl.String)}
    rows: list[tuple[object, ...]] = []
    version = _version(connection)
    if version:
        there = [name if version > 1 or name not in _ADDED else "NULL" for name in DECISIONS_FRAME]
        sql = f"SELECT {', '.join(there)} FROM decisions WHERE {condition} ORDER BY number"  # noqa: S608 - the names are ours
        rows = connection.execute(sql, values).fetchall()
    frame = pl.DataFrame(rows, schema=texts, orient="row")
    return frame.with_columns(pl.col(*_TIMES).str.to_datetime("%Y-%m-%dT%H:%M:%S%.6f", time_unit="us"))


@contextmanager
def _writing(data_dir: Path, findings: pl.DataFrame, seen: Seen | None) -> Iterator[sqlite3.Connection]:
    """One step of writing, whole or not at all; nobody else writes between the look at what was `seen` and its end."""
    with _opened(data_dir, is_new=True) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in {0: _NEW_FILE, 1: _ADD_COLUMNS}.get(_version(connection), ()):
            connection.execute(statement)
        if seen is not None and last_numbers(findings, _read(connection, _LAST)) != dict(seen):
            raise SeenOtherError("在查看之后，其中有发现被别人处理过（decided on by somebody else since it was seen）")
        yield connection
        connection.execute("COMMIT")


@contextmanager
def _opened(data_dir: Path, *, is_new: bool) -> Iterator[sqlite3.Connection]:
    """The file, open; whoever writes at the same time is waited for. `is_new`: it is made where there is none."""
    file = DataDir(data_dir).decisions
    address = f"{file.resolve().as_uri()}?mode={'rwc' if is_new else 'rw'}"
    try:
        if is_new:
            file.parent.mkdir(parents=True, exist_ok=True)
        with closing(_connected(address, _SECONDS_TO_WAIT if is_new else _SECONDS_TO_READ)) as connection:
            yield connection
    except (sqlite3.Error, OSError) as fault:
        raise _fault(file, fault) from fault


def _fault(file: Path, fault: Exception) -> DecisionsError:
    return DecisionsError(f"决定记录不能读写（the decisions cannot be read or written）：{file}：{fault}")


def _connected(address: str, seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=seconds, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    """0 for a file that is empty, else the version of its tables; raises DecisionsError for a later one than ours."""
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    if version > _VERSION:
        raise DecisionsError("决定记录由更新版本的程序写成（the decisions were written by a newer version）")
    return int(version)
