"""All declared words together: what the table `vocabulary` holds and the manual prints."""

from collections.abc import Iterator

from etl.vocabulary import tables
from etl.vocabulary.agencies import KINDS, REGION_STATUSES, SECTORS
from etl.vocabulary.corrections import CORRECTION_KINDS, CORRECTION_STATES
from etl.vocabulary.decisions import DECISIONS, STANDINGS
from etl.vocabulary.form import (
    APPLICANTS,
    CHANNELS,
    OUTCOMES,
    PROACTIVE_ITEMS,
    PROACTIVE_MEASURES,
    REQUEST_ITEMS,
    SECTIONS,
    STATUSES,
)
from etl.vocabulary.indicators import GROUP_INDICATORS, INDICATORS, KEY
from etl.vocabulary.reasons import DOCUMENT_OUTCOMES, REASONS
from etl.vocabulary.reuse import REUSE_REASONS
from etl.vocabulary.rules import RULES
from etl.vocabulary.themes import ROLE_SOURCES, ROLES, THEMES
from etl.vocabulary.words import Word


def all_words(themes: tuple[Word, ...] = THEMES) -> Iterator[Word]:
    """Every word once; kind and name together are unique. `themes`: those of a lexicon, if not the standard ones."""
    yield from tables.words()
    yield from (*PROACTIVE_ITEMS, *REQUEST_ITEMS, *PROACTIVE_MEASURES, *APPLICANTS, *CHANNELS, *OUTCOMES)
    yield from (*SECTIONS, *STATUSES, *DOCUMENT_OUTCOMES, *REASONS, *REUSE_REASONS, *RULES)
    yield from (*KINDS, *SECTORS, *REGION_STATUSES)
    yield from (*ROLES, *ROLE_SOURCES, *themes)
    yield from (*CORRECTION_KINDS, *CORRECTION_STATES)
    yield from dict.fromkeys((*STANDINGS, *DECISIONS))
    yield from (word for word in (*INDICATORS, *GROUP_INDICATORS) if word.family != KEY)
