"""What is kept between runs: a picture belongs to the whole of its frame, memory has a bound."""

import duckdb
import polars as pl
import pytest

from pages.parts import answers, view
from pages.parts.view import Data, View, drawn
from pages.queries.ask import Connection

ROWS = 60


def sum_of(frame: pl.DataFrame, factor: int) -> int:
    """A chart of sorts: what it shows depends on every row."""
    return int(frame["n"].sum()) * factor


@pytest.mark.parametrize("row", [0, ROWS // 2, ROWS - 1])
def test_frames_that_differ_in_any_row_give_pictures_of_their_own(row: int) -> None:
    """Protects the reader from another selection's picture: one number in the middle of a frame is a difference."""
    frame = pl.DataFrame({"n": [1] * ROWS})
    other = frame.with_columns(n=pl.when(pl.int_range(pl.len()) == row).then(2).otherwise(1))
    assert [drawn(sum_of, frame, 1), drawn(sum_of, other, 1), drawn(sum_of, frame, 2)] == [ROWS, ROWS + 1, 2 * ROWS]


@pytest.mark.parametrize("other", [pl.DataFrame({"m": [1, 2]}), pl.DataFrame({"n": [1.0, 2.0]})])
def test_names_and_types_of_columns_tell_frames_apart(other: pl.DataFrame) -> None:
    """Protects pictures of frames that hold the same numbers under other names or of another kind."""
    assert view._print(pl.DataFrame({"n": [1, 2]})) != view._print(other)


def test_an_answer_belongs_to_its_build() -> None:
    """Protects the reader from numbers of a build that is gone."""

    def number(connection: Connection) -> int:
        with connection.cursor() as cursor:
            return int(cursor.sql("FROM told").pl().item())

    found = []
    for build in ("build-1", "build-2"):
        connection = duckdb.connect()
        connection.execute(f"CREATE TABLE told AS SELECT {build[-1]} AS n")
        found.append(View("zh", Data(build, connection)).ask(number))
    assert found == [1, 2]


def test_answers_weigh_what_they_hold() -> None:
    """Protects the server's memory: a frame of many rows counts for its bytes, not for one answer."""
    large = pl.DataFrame({"n": range(1_000_000)})
    assert answers._bytes(large) >= 8_000_000
    assert answers._bytes(large) < answers._KEPT < 2**30
