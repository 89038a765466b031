"""From a finding about a text to its sentence: one way for each, which opens the source at that sentence."""

import json
from collections.abc import Mapping, Sequence
from typing import cast

import pytest
import streamlit

from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels.agency import SEE_SENTENCE
from pages.parts import going
from pages.parts.origins import number_cells as origin
from pages.parts.view import View

SAID = {
    "table": None,
    "item": None,
    "measure": None,
    "place": "p3",
    "sentence": "全年收到公开申请12件。",
    "words": "12件",
}
CELL = {"table": "requests", "item": "received", "measure": "total", "place": "t2.r4.c8"}
SECOND = {**SAID, "section": "overview", "position": 2}


class Chinese:
    """A view that only speaks."""

    language = "zh"

    def say(self, text: Text, **values: object) -> str:
        """A text in Chinese."""
        return text.say(self.language, **values)


@pytest.fixture
def clicked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Where the ways lead when every button is clicked at once."""
    led: list[tuple[str, ...]] = []

    def button(*_: object, **__: object) -> bool:
        return True

    monkeypatch.setattr(streamlit, "button", button)
    for way in ("to_section", "to_cell", "to_report"):
        monkeypatch.setattr(going, way, lambda *told, way=way: led.append((way, *told)))
    return led


def led_by(cells: Sequence[Mapping[str, object]]) -> None:
    """The ways of a finding, all of them gone."""
    origin.show_ways(cast("View", Chinese()), "finding", "report1", json.dumps(cells))


def test_each_sentence_of_a_finding_has_one_way_that_leads_to_it(clicked: list[tuple[str, ...]]) -> None:
    """Protects the highlighting: section and number go along, and a sentence quoted twice has one button."""
    led_by([SECOND, SECOND, CELL])
    assert clicked == [
        ("to_section", "report1", "overview", "2"),
        ("to_cell", "report1", "requests", "received", "total"),
        ("to_report", "report1"),
    ]


def test_section_five_is_led_to_as_a_whole(clicked: list[tuple[str, ...]]) -> None:
    """Protects section five, whose sentences are numbered otherwise, from a mark in the wrong place."""
    led_by([{**SAID, "section": "problems", "position": 1}, {**SAID, "section": "overview", "position": 0}])
    assert clicked[:2] == [("to_section", "report1", "overview", ""), ("to_section", "report1", "problems", "")]


def test_a_way_says_the_section_in_words() -> None:
    """Protects the label: the part of the report by its name."""
    assert SEE_SENTENCE.say("zh", section="总体情况") == "到原文件中看：总体情况"
