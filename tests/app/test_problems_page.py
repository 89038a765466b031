"""The page of section five: two years side by side, and a text that is too long to be compared."""

from pathlib import Path

from pages.parts.differences import LETTERS_COMPARED
from tests.app.conftest import Opener
from tests.warehouses import Filed, a_warehouse

PAGE = "pages/problems.py"
BUREAU = "云州市商务局@990100"


def test_a_text_that_is_too_long_is_shown_and_said_not_to_be_compared(open_at: Opener, tmp_path: Path) -> None:
    """Protects the server and the reader from a report cut wrongly: the words are there, no sentence is marked."""
    long = "一是公开不够及时。" * (LETTERS_COMPARED // 8)
    filed = [Filed("云州市商务局", "990100", 2023, text="旧文。"), Filed("云州市商务局", "990100", 2024, text=long)]
    a_warehouse(tmp_path, filed)
    app = open_at(PAGE, data_dir=tmp_path, text_agency=BUREAU)
    assert not app.exception
    assert any("未逐句比对" in caption.value for caption in app.caption)
    assert not any(caption.value.startswith("＝") for caption in app.caption)
    assert any(head.value == "云州市商务局：2024 年的第五部分" for head in app.subheader)
    shown = [text.value for text in app.text]
    assert any(text.replace("\n", "") == long for text in shown)
    assert "旧文。" in shown


def test_two_years_stand_side_by_side(open_at: Opener) -> None:
    """Protects the comparison: what both years say, and what one says alone, each with its sign."""
    app = open_at(PAGE, text_agency=BUREAU, text_year="2023")
    lines = [line for text in app.markdown for line in text.value.split("\n\n")]
    assert any(line.startswith("＝ ") for line in lines)
    assert any(line.startswith("≈ ") for line in lines)
    assert not any("未逐句比对" in caption.value for caption in app.caption)
