"""The page of a list that an address names: whatever stands there, some page of the list is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.parts.choosing.paging import page_of


@pytest.mark.parametrize(
    ("address", "page"),
    [("2", 2), (2, 2), ("7", 7), ("8", 7), ("99", 7), ("0", 1), ("-1", 1), ("x", 1), ("", 1), (None, 1), ("²", 1)],
)
def test_a_page_is_read_from_an_address(address: object, page: int) -> None:
    """Protects a link to a page of a list that has become shorter, and links that were cut."""
    assert page_of(address, 7) == page


def test_thousands_of_digits_are_no_page() -> None:
    """Protects the page from an address that is too long to be a number at all."""
    assert page_of("1" * 5000, 7) == 1


@given(st.text(), st.integers(0, 50))
def test_there_is_always_a_page(address: str, pages: int) -> None:
    """Protects every list from what somebody types into its address, an empty list too."""
    assert 1 <= page_of(address, pages) <= max(1, pages)
