"""The shape of a declared word; every other module of this room declares words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One term of the form or of the product, declared once and used everywhere.

    `name` is the code name (stable, in the warehouse), the labels are what a person reads,
    `unit` is None where the word measures nothing, `source` names the law, form or paper.
    """

    name: str
    kind: str
    label_zh: str
    label_en: str
    definition: str
    definition_en: str
    source: str
    unit: str | None = None

    def label(self, language: str) -> str:
        """The label in `zh` or `en`."""
        return self.label_en if language == "en" else self.label_zh

    def explanation(self, language: str) -> str:
        """The definition in `zh` or `en`."""
        return self.definition_en if language == "en" else self.definition
