"""The house styles of the demo corpus: layouts drawn once, of which every body keeps one."""

from collections.abc import Sequence
from random import Random
from typing import Final, TypeVar, get_args

from etl.demo.layout import (
    TEXT_FORMATS,
    Charset,
    Declared,
    Format,
    Headings,
    Labels,
    Layout,
    ProblemsHeading,
    Subtotal,
    Title,
    Values,
)

_Choice = TypeVar("_Choice")

_PER_FORMAT: Final = 16
_CHARSETS: Final[tuple[tuple[Charset, Declared], ...]] = (
    ("utf-8", "utf-8"),
    ("utf-8", "utf-8"),
    ("gb18030", "gb2312"),
    ("gb18030", "gbk"),
    ("utf-8", "gb2312"),
    ("gb18030", "utf-8"),
)
"""Charset written and charset declared; the last two are the lies that sites tell."""


def house_styles(random: Random) -> tuple[Layout, ...]:
    """Layouts of docx, HTML and text in turn, the same number of each; most choices are the official ones."""
    formats: list[Format] = []
    for place in range(_PER_FORMAT):
        formats += ["docx", "html", TEXT_FORMATS[place % len(TEXT_FORMATS)]]
    return tuple(_style(format_, random) for format_ in formats)


def _style(format_: Format, random: Random) -> Layout:
    charset, declared = _charset(format_, random)
    return Layout(
        format=format_,
        charset=charset,
        declared=declared,
        title=_mostly_first(get_args(Title), random),
        headings=_mostly_first(get_args(Headings), random),
        problems_heading=_mostly_first(get_args(ProblemsHeading), random),
        labels=_mostly_first(get_args(Labels), random),
        values=_mostly_first(get_args(Values), random),
        subtotal=_mostly_first(get_args(Subtotal), random),
        merges=random.random() < 0.85,
        note_rows=random.random() < 0.15,
        platform_table=random.random() < 0.1,
        splits_requests=random.random() < 0.1,
        splits_proactive=random.random() < 0.15,
        shifted_rows=format_ == "tab_rows" and random.random() < 0.3,
        scattered_digits=random.random() < 0.1,
        layout_table=random.random() < 0.4,
        outer_pipes=random.random() < 0.7,
    )


def _charset(format_: Format, random: Random) -> tuple[Charset, Declared]:
    if format_ == "html":
        return random.choice(_CHARSETS)
    charsets: tuple[Charset, ...] = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030")
    return ("utf-8" if format_ == "docx" else random.choice(charsets)), "utf-8"


def _mostly_first(choices: Sequence[_Choice], random: Random) -> _Choice:
    return choices[0] if random.random() < 0.55 else random.choice(choices)
