"""The few exceptions of the writing side, each with a word for the user and an exit code."""

from typing import ClassVar

from etl.vocabulary.reasons import REASON_BY_NAME


class GongkaiError(Exception):
    """Anything that stops a command; `exit_code` is what the command returns."""

    exit_code: ClassVar[int] = 1


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
