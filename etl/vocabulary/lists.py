"""The lists that a person lays beside the documents, by the names of their files."""

from typing import Final

MANIFEST: Final = "manifest.csv"
"""Says of documents what they do not say themselves."""
OWN_REGIONS: Final = "regions.csv"
"""Divisions beside GB/T 2260."""
