"""Section five of the demo: who repeats, who copies and who does neither, as the answer sheet says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import pytest

from etl.demo.bodies import invented_bodies
from etl.demo.cast import bodies_needed
from etl.demo.history import Draft
from etl.demo.play import planted_drafts
from etl.demo.themes import themes

REPORTS = 1200
LENGTH = 8
LIMITS = {
    "own_text_exact": (1.0, 1.0),
    "own_text_year_changed": (0.9, 1.0),
    "own_text_edited": (0.25, 0.99),
    "superior_template": (0.5, 1.0),
    "peer_text_copied": (0.9, 1.0),
    "peer_text_half_copied": (0.4, 0.85),
    "peer_text_residue": (0.85, 1.0),
    "same_frame_other_content": (0.02, 0.4),
    "problem_named_again": (0.0, 0.4),
}
"""The share of a text that stands in its source, least and most, for each kind of reuse."""
SHARED = {kind for kind in LIMITS if kind.startswith(("peer", "superior", "same_frame"))}
UNRELATED = 0.5
"""What no two texts share that have nothing to do with each other."""
SHORTEST = 200
"""Characters below which headings and an opening are half of a text."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the one it is from."""

    kind: str
    draft: Draft
    source: Draft
    note: str


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    """The reports of a corpus."""
    return list(planted_drafts(invented_bodies(bodies_needed(REPORTS))[1], REPORTS, seed=1))


@pytest.fixture(scope="module")
def links(drafts: list[Draft]) -> list[Link]:
    """Everything that the answer sheet says about where texts are from."""
    return list(links_of(drafts))


def links_of(drafts: list[Draft]) -> Iterator[Link]:
    """The plantings that name a source."""
    by_path = {draft.part.path(draft.year): draft for draft in drafts}
    for draft in drafts:
        for planted in (one for one in draft.planted if one.source):
            yield Link(planted.kind, draft, by_path[planted.source], planted.note)


def text_of(draft: Draft) -> str:
    """Section five as printed."""
    return "".join(draft.sections["problems"])


def shingles(draft: Draft) -> set[str]:
    """What is compared: runs of characters, with digits and the body's own name masked."""
    masked = re.sub(r"\d", "0", text_of(draft).replace(draft.speaker.office, "某").replace(draft.body.name, "某"))
    return {masked[place : place + LENGTH] for place in range(len(masked) - LENGTH + 1)}


def contained(draft: Draft, source: Draft) -> float:
    """The share of a text that stands in another."""
    own = shingles(draft)
    return len(own & shingles(source)) / len(own)


def test_every_kind_of_reuse_is_there(links: list[Link]) -> None:
    """Protects the pages about reuse from having nothing to show: each kind more than once, own texts often."""
    kinds = Counter(link.kind for link in links)
    assert kinds.keys() == LIMITS.keys()
    assert min(kinds.values()) > 1
    own = sum(kinds[kind] for kind in ("own_text_exact", "own_text_year_changed", "own_text_edited"))
    assert REPORTS / 5 < own < REPORTS / 2


@pytest.mark.parametrize("kind", LIMITS)
def test_a_text_is_as_like_its_source_as_its_kind_says(kind: str, links: list[Link]) -> None:
    """Protects what measures are judged by: copies are alike, edited ones less, shared frames hardly."""
    least, most = LIMITS[kind]
    shares = [contained(link.draft, link.source) for link in links if link.kind == kind]
    assert least <= min(shares), sorted(shares)[:3]
    assert max(shares) <= most, sorted(shares)[-3:]


def test_an_exact_repetition_is_the_same_to_the_letter(links: list[Link]) -> None:
    """Protects the plainest case: not a digit differs, not even a year."""
    exact = [link for link in links if link.kind == "own_text_exact"]
    assert all(text_of(link.draft) == text_of(link.source) for link in exact)


def test_texts_that_nobody_shares_do_not_look_alike(drafts: list[Draft], links: list[Link]) -> None:
    """Protects agencies from each other: without a link on the answer sheet, less than half is in any other's text."""
    linked = {id(one) for link in links if link.kind in SHARED for one in (link.draft, link.source)}
    known = [(one, shingles(one)) for one in drafts if id(one) not in linked and len(text_of(one)) >= SHORTEST]
    holders: dict[str, list[int]] = {}
    for place, (_, texts) in enumerate(known):
        for text in texts:
            holders.setdefault(text, []).append(place)
    for draft, texts in known[::6]:
        shared = Counter(place for text in texts for place in holders[text] if known[place][0].body != draft.body)
        assert not shared or max(shared.values()) < UNRELATED * len(texts), text_of(draft)


def test_a_source_is_out_before_its_copy(links: list[Link]) -> None:
    """Protects the question who published first: the source did."""
    copies = [link for link in links if link.kind in SHARED]
    assert all(link.source.published_on < link.draft.published_on for link in copies)


def test_templates_stay_below_one_superior_and_copies_do_not(links: list[Link]) -> None:
    """Protects the difference between a text written for all and one taken from elsewhere."""
    for link in links:
        own, theirs = link.draft.body.division, link.source.body.division
        if link.kind == "superior_template":
            assert own is theirs
        elif link.kind.startswith("peer"):
            assert own.names[:2] != theirs.names[:2]


def test_the_other_name_stands_where_it_was_left(links: list[Link]) -> None:
    """Protects the plainest trace of copying: the source's name, in a report that is not its own."""
    left = [link for link in links if link.kind == "peer_text_residue"]
    assert all(link.source.body.name in text_of(link.draft) for link in left)


def test_a_problem_named_again_is_a_theme_of_both_years(links: list[Link]) -> None:
    """Protects the measure of promises: the theme is one of ours, and the source is the body's own earlier report."""
    again = [link for link in links if link.kind == "problem_named_again"]
    assert all(link.note in themes() for link in again)
    assert all(link.source.body == link.draft.body and link.source.year < link.draft.year for link in again)


def test_section_five_has_the_length_of_real_ones(drafts: list[Draft]) -> None:
    """Protects the measures that need a least length: most texts have 200 to 600 characters, some are shorter."""
    lengths = [len(text_of(draft)) for draft in drafts]
    assert 250 < median(lengths) < 400
    assert max(lengths) < 600
    assert 0.02 < sum(length < SHORTEST for length in lengths) / len(lengths) < 0.2
