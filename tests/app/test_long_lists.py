"""Lists of several pages: whatever page the address names, some page of the list is shown."""

import pytest

from tests.app.conftest import Opener


@pytest.mark.parametrize(("named", "shown"), [("2", "6—10"), ("99", "11—12"), ("x", "1—5"), ("9" * 5000, "1—5")])
def test_the_list_of_findings_opens_at_the_page_named(
    open_at: Opener, monkeypatch: pytest.MonkeyPatch, named: str, shown: str
) -> None:
    """Protects a link to a page of findings, one to a page that is there no more, and one that names none."""
    monkeypatch.setattr("pages.parts.deciding.list_of_findings.A_PAGE", 5)
    app = open_at("pages/checks.py", findings_page=named)
    assert not app.exception
    assert any(f"第 {shown} 条" in head.value for head in app.subheader)
