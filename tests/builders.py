"""Builders with sensible defaults: a test names only what it is about."""

from tests.sheets import a_document, a_report, a_sheet
from tests.warehouses import STRANGE_TEXT, Filed, a_filed, a_warehouse, some_filed

__all__ = ["STRANGE_TEXT", "Filed", "a_document", "a_filed", "a_report", "a_sheet", "a_warehouse", "some_filed"]
