"""Notes under pictures: they go with the picture into a file, where nothing can be clicked."""

import importlib
import pkgutil

from etl.vocabulary import page_labels
from etl.vocabulary.labels import Text

ORDERS = ("点选", "点一", "点击", "单击", "点图例", "点上方", "在表中点", "click", "pick ")


def test_no_note_tells_the_reader_to_click() -> None:
    """Protects pictures in other people's papers from instructions for a screen; those are hints, not notes."""
    modules = [f"etl.vocabulary.page_labels.{one.name}" for one in pkgutil.iter_modules(page_labels.__path__)]
    notes = {
        (module, name): text
        for module in modules
        for name, text in vars(importlib.import_module(module)).items()
        if isinstance(text, Text) and "NOTE" in name.split("_")
    }
    assert len(notes) > 15
    ordering = [key for key, text in notes.items() if any(order in f"{text.zh}{text.en}".lower() for order in ORDERS)]
    assert not ordering
