"""Choices that stand in the address: Streamlit binds the widget, this room reads the address more generously.

Streamlit writes the label of a choice into the address and drops what it does not find among the labels on the screen.
A copied link must open the same view in the other language, too, and other tools link by code. So every name of an
option is understood, and what nobody understands is told to the reader, not dropped in silence.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, Literal, NoReturn, TypeVar, cast

import streamlit as st
from streamlit.errors import StreamlitAPIException

from etl.vocabulary.labels import Text
from etl.vocabulary.words import Word

Width = int | Literal["stretch"]
"""Pixels, or all there is."""
SEEK_WIDE: Final = 300
"""A field for a part of a name, beside the box of those who have it."""
YEAR_WIDE: Final = 200
"""A box of years beside another."""
Code = TypeVar("Code")
Value = TypeVar("Value")

_PENDING: Final = "address: to be set"
_AGAIN: Final = "address: second run"
_STRANGE: Final = "address: not understood"


@dataclass(frozen=True, slots=True)
class Option(Generic[Code]):
    """One thing to choose: its code, what the reader sees, and every name under which it may stand in the address."""

    code: Code
    label: str
    names: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether the name in an address means this option."""
        return name in (str(self.code), self.label, *self.names)


def option_of(word: Word, language: str) -> Option[str]:
    """A word to choose: it stands in the address by its label in either language, or by its name."""
    return Option(word.name, word.label(language), (word.label_zh, word.label_en))


def options_of(texts: Mapping[str, Text], language: str) -> list[Option[str]]:
    """Things to choose that go by texts of the interface; the address has these, in either language, or the codes."""
    return [Option(code, text.say(language), (text.zh, text.en)) for code, text in texts.items()]


@dataclass(frozen=True)
class Choice(Generic[Code]):
    """A choice of the reader: its parameter in the address, its label, what there is to choose from."""

    key: str
    label: str
    options: Sequence[Option[Code]]
    placeholder: str | None = None
    help: str | None = None
    width: Width = "stretch"

    @cached_property
    def labels(self) -> dict[Code, str]:
        """Label of each code; namesakes get their code, since the address knows them by their label."""
        times = Counter(option.label for option in self.options)
        return {o.code: o.label if times[o.label] == 1 else f"{o.label} [{o.code}]" for o in self.options}

    def called(self, name: str) -> Code | None:
        """The code of the option that an address means by this name; None when there is none."""
        found = (o.code for o in self.options if o.is_called(name) or self.labels[o.code] == name)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class Strange:
    """Something in the address that is no option: the label of its filter, and what stood there."""

    filter: str
    value: str


def choose_one(choice: Choice[Code], first: int = 0) -> Code:
    """The code chosen in a box; the option at `first` until another is."""
    return cast("Code", _one(choice, first))


def choose_one_or_none(choice: Choice[Code]) -> Code | None:
    """The code chosen in a box that may stay empty; None until one is chosen."""
    return _one(choice, None)


def choose_many(choice: Choice[Code]) -> list[Code]:
    """The codes chosen in a box, in the order chosen; empty when none is."""
    labels = choice.labels

    def draw() -> list[Code]:
        return st.multiselect(
            choice.label,
            list(labels),
            format_func=labels.__getitem__,
            placeholder=choice.placeholder,
            help=choice.help,
            select_all=False,  # its row in the list is English in every language
            key=choice.key,
            bind="query-params",
            persist_state="session",
        )

    return _drawn(choice, draw, list)


def choose_switch(
    choice: Choice[Code], on_change: Callable[[], None] | None = None, *, hide_label: bool = False
) -> Code:
    """The code chosen on a switch; the first option unless another is chosen."""
    labels = choice.labels
    codes: list[Code] = list(labels)

    def draw() -> Code:
        return st.segmented_control(
            choice.label,
            codes,
            format_func=labels.__getitem__,
            default=codes[0],
            required=True,
            on_change=on_change,
            help=choice.help,
            label_visibility="collapsed" if hide_label else "visible",
            key=choice.key,
            bind="query-params",
            persist_state="session",
        )

    return _drawn(choice, draw, lambda meant: meant[-1])


def type_text(key: str, label: str, placeholder: str, width: Width = "stretch") -> str:
    """What the reader typed, without white space around it."""
    typed = st.text_input(
        label, placeholder=placeholder, width=width, key=key, bind="query-params", persist_state="session"
    )
    return typed.strip()


def say_again(keys: Iterable[str]) -> None:
    """Has the choices of these parameters written into the address anew; for when their labels change language."""
    for key in keys:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def put_back(values: Mapping[str, object]) -> NoReturn:
    """Runs the page anew with these values in the widgets of these keys, whatever the address says."""
    st.session_state[_PENDING] = dict(values)
    st.rerun()


def settle() -> tuple[Strange, ...]:
    """What in the address was not understood; runs the page once more when a choice was understood but not yet set.

    To be called when everything is drawn.
    """
    pending = st.session_state.pop(_PENDING, {})
    if pending and not st.session_state.pop(_AGAIN, False):
        st.session_state[_PENDING], st.session_state[_AGAIN] = pending, True
        st.rerun()
    st.session_state.pop(_AGAIN, None)
    return tuple(st.session_state.pop(_STRANGE, ()))


def _one(choice: Choice[Code], first: int | None) -> Code | None:
    labels = choice.labels

    def draw() -> Code | None:
        return st.selectbox(
            choice.label,
            list(labels),
            index=first,
            format_func=labels.__getitem__,
            placeholder=choice.placeholder,
            help=choice.help,
            width=choice.width,
            key=choice.key,
            bind="query-params",
            persist_state="session",
        )

    return _drawn(choice, draw, _last)


def _last(meant: list[Code]) -> Code:
    return meant[-1]


def _drawn(choice: Choice[Code], draw: Callable[[], Value], take: Callable[[list[Code]], Value]) -> Value:
    """The value of a widget after the address had its say."""
    pending: dict[str, object] = st.session_state.get(_PENDING, {})
    if choice.key in pending:
        st.session_state[choice.key] = pending.pop(choice.key)
        return draw()
    labels = choice.labels
    meant = {name: choice.called(name) for name in st.query_params.get_all(choice.key) if name}
    _tell_strange(choice.label, [name for name, code in meant.items() if code is None])
    codes = [code for code in meant.values() if code is not None]
    if not codes or set(meant) <= set(labels.values()):
        return draw()
    _rewrite(choice.key, [labels[code] for code in codes])
    return _set_and_drawn(choice.key, take(codes), draw)


def _rewrite(key: str, names: list[str]) -> None:
    """Has the address say what it means by the labels on the screen, and runs the page anew.

    Streamlit allows that until the widget is drawn for the first time; later nothing happens.
    """
    with suppress(StreamlitAPIException):
        st.query_params[key] = names
        st.rerun()


def _set_and_drawn(key: str, wanted: Value, draw: Callable[[], object]) -> Value:
    """What the reader went back to in the history, where the address was written in the other language.

    Streamlit takes such an address for empty and undoes what is set in this run, so it is set in a second one,
    which `settle` asks for.
    """
    st.session_state[key] = wanted
    draw()
    st.session_state[_PENDING] = {**st.session_state.get(_PENDING, {}), key: wanted}
    return wanted


def _tell_strange(label: str, names: Sequence[str]) -> None:
    strange: list[Strange] = st.session_state.setdefault(_STRANGE, [])
    strange.extend(item for name in names if (item := Strange(label, name)) not in strange)
