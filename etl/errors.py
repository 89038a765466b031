"""The few exceptions of the writing side, each with a word for the user and an exit code."""

import re
from typing import ClassVar, Final

from etl.vocabulary.labels import EN
from etl.vocabulary.reasons import REASON_BY_NAME

_IN_ENGLISH: Final = re.compile(r"（([A-Za-z][ -~]*)）")


class GongkaiError(Exception):
    """Anything that stops a command; `exit_code` is what the command returns."""

    exit_code: ClassVar[int] = 1

    def said(self, language: str) -> str:
        """The message for a screen, out of a Chinese sentence, the English one in brackets, and what they are about."""
        text = str(self)
        english = _IN_ENGLISH.search(text)
        if english is None:
            return text
        about = text[english.end() :]
        return f"{english[1][0].upper()}{english[1][1:]}{about}" if language == EN else text[: english.start()] + about


class UsageError(GongkaiError):
    """The command was asked for something it cannot do as asked."""

    exit_code: ClassVar[int] = 2


class LoadError(GongkaiError):
    """The load failed; nothing was published."""


class Rejection(Exception):
    """One document cannot be taken; the run goes on.

    `code` is a name of `etl.vocabulary.reasons`; `reason` is its sentence for the clerk, with the detail.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        self.code = code
        self.reason = REASON_BY_NAME[code].label_zh + (f"：{detail}" if detail else "")
        super().__init__(self.reason)
