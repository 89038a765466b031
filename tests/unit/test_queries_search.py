"""Words looked for in section five: what is found is what a reader with much time would find."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.warehouse.published import open_published
from pages.parts.texts.marks import FOUND
from pages.parts.texts.snippets import marked
from pages.queries.ask import Connection
from pages.queries.search import texts_at, texts_by_year, texts_found
from pages.queries.selection import EVERYTHING, Selection
from tests.builders import a_filed, a_warehouse

TEXTS = (
    "公开不及时，公开不全面，公开不深入。",
    "公开不及时。另有许多别的问题，例如人员变动频繁、业务不熟悉，解读形式单一，台账不完整，栏目更新滞后。",
    "人员变动，App 更新不及时。",
    "100% 完成；'引号'与 \\ 反斜线 _ 下划线。",
    "",
)
FILED = (
    *(a_filed(agency=f"第{k}局", year=2022 + k % 2, text=text) for k, text in enumerate(TEXTS)),
    a_filed(agency="旧版局", year=2022, text="公开不及时。", is_current=False),
    a_filed(agency="无文局", year=2023, text=None),
    a_filed(agency="无年度局", year=None, text="另有一事"),
)
letters = st.sampled_from("公开不及时人员变动更新App%'\\_。， ")


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An open warehouse of texts that hold what is hard to look for."""
    folder: Path = tmp_path_factory.mktemp("search")
    a_warehouse(folder, FILED)
    opened = open_published(folder).connection
    yield opened
    opened.close()


def numbers(connection: Connection, *terms: str) -> list[int]:
    """The numbers of the texts found, in the order of the list."""
    return [number - 1 for number in texts_found(connection, EVERYTHING, terms)["report_number"]]


@given(st.lists(st.text(letters, min_size=1, max_size=4), min_size=1, max_size=3, unique=True))
def test_every_text_that_holds_all_words_is_found_and_no_other(connection: Connection, terms: list[str]) -> None:
    """Protects the search: signs that mean something to a database mean themselves, capitals count as small letters."""
    expected = {k for k, text in enumerate(TEXTS) if all(term.lower() in text.lower() for term in terms)}
    assert set(numbers(connection, *terms)) == expected


def test_who_says_it_more_in_fewer_words_comes_first(connection: Connection) -> None:
    """Protects the order of the list: three times in a short text before once in a long one."""
    assert numbers(connection, "公开") == [0, 1]
    assert texts_found(connection, EVERYTHING, ("公开",))["times"].to_list() == [3, 1]
    assert numbers(connection, "不及时") == [2, 0, 1]


@given(st.lists(st.text(letters, min_size=1, max_size=4), min_size=1, max_size=3, unique=True))
def test_as_many_places_are_counted_as_are_marked(connection: Connection, terms: list[str]) -> None:
    """Protects the number beside a text: 人员 and 人员变动 in one place are one place, in the list as in the text."""
    found = texts_found(connection, EVERYTHING, tuple(terms))
    marks = [
        sum(piece.mark == FOUND for piece in marked(TEXTS[number - 1], terms)) for number in found["report_number"]
    ]
    assert found["times"].to_list() == marks


def test_a_word_within_another_is_one_place(connection: Connection) -> None:
    """Protects the same number by hand: what lies in a longer word is not there a second time."""
    assert texts_found(connection, EVERYTHING, ("人员变动", "人员"))["times"].to_list() == [1, 1]
    assert texts_found(connection, EVERYTHING, ("公开", "公开不", "开不全"))["times"].to_list() == [3]


def test_nothing_looked_for_is_nothing_found(connection: Connection) -> None:
    """Protects the first sight of the page, and a version that does not count any more."""
    assert texts_found(connection, EVERYTHING, ()).is_empty()
    assert texts_found(connection, EVERYTHING, ("没有这个词",)).is_empty()
    assert texts_found(connection, Selection(None, (2023,)), ("公开",))["report_number"].to_list() == [2]


def test_years_count_the_texts_there_are(connection: Connection) -> None:
    """Protects the denominator: reports without a text, or with an empty one, are not among those looked through.

    Those of a year that is not known are looked through too, so they are counted, apart from the years.
    """
    assert texts_by_year(connection, EVERYTHING).rows() == [(2022, 3, 2), (2023, 3, 2), (None, 1, 1)]
    assert texts_by_year(connection, Selection(None, (2023,))).rows() == [(2023, 3, 2)]


def test_texts_come_in_the_order_asked_for(connection: Connection) -> None:
    """Protects the list from being shuffled on its way, and a page without any place."""
    found = texts_at(connection, [(3, 5), (1, 5), (99, 5)])
    assert found["text"].to_list() == [TEXTS[2], TEXTS[0]]
    assert found["name"].to_list() == ["第2局", "第0局"]
    assert texts_at(connection, []).is_empty()
