"""Roles and themes agree with people as far as the manual says, on sentences that were and that were not at hand."""

from typing import Final

import polars as pl
import pytest

from etl.vocabulary.sentences import sentences_of
from etl.vocabulary.themes import MEASURE, OTHER, PROBLEM, ROLES, THEMES
from tests.conftest import ROOT
from tests.rules.agreement import FILE, KINDS, Measured, kappa, labelled, measured

ROLES_KAPPA: Final = {"worked": 0.97, "held_out": 0.88}
THEMES_KAPPA: Final = {"worked": 0.95, "held_out": 0.85}
EACH_ROLE: Final = {"worked": 0.95, "held_out": 0.88}
"""The least precision and recall of every role."""
ALL_THEMES: Final = {"worked": (0.93, 0.97), "held_out": (0.81, 0.92)}
"""The least precision and recall of themes."""


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of sentences."""
    return str(request.param)


@pytest.fixture(scope="module")
def agreement(kind: str) -> Measured:
    """How far program and people agree on them."""
    return measured(kind)


def test_there_are_enough_sentences_and_a_third_is_held_out() -> None:
    """Protects the figures: they stand on at least 300 sentences, a third of which no rule was made for."""
    said = pl.read_csv(FILE)
    held_out = said.filter(kind="held_out").height
    assert said.height >= 300
    assert held_out >= said.height / 3
    assert set(said["kind"]) == set(KINDS)
    assert set(said["role"]) == {word.name for word in ROLES}
    named = {theme for themes in said["themes"].drop_nulls() for theme in themes.split()}
    assert named == {word.name for word in THEMES}


def test_labelled_sentences_are_sentences(kind: str) -> None:
    """Protects the labels: each stands by one sentence as a build cuts them."""
    for (text,), rows in pl.read_csv(FILE).filter(kind=kind).group_by("text", maintain_order=True):
        assert sentences_of("\n".join(rows["sentence"])) == rows["sentence"].to_list(), text


def test_roles_agree(kind: str, agreement: Measured) -> None:
    """Protects what is counted as problem and as measure from words that tell it wrongly."""
    assert agreement.roles_kappa >= ROLES_KAPPA[kind]
    for role in agreement.roles:
        assert min(role.precision, role.recall) >= EACH_ROLE[kind], role


def test_themes_agree(kind: str, agreement: Measured) -> None:
    """Protects what a problem is said to be about."""
    least_precision, least_recall = ALL_THEMES[kind]
    assert agreement.themes_kappa >= THEMES_KAPPA[kind]
    assert agreement.all_themes.precision >= least_precision
    assert agreement.all_themes.recall >= least_recall


def test_problems_and_measures_are_hardly_ever_taken_for_each_other(kind: str) -> None:
    """Protects agencies from the worst slip: of both sides together at most one in fifteen."""
    rows = labelled(kind)
    swapped = rows.filter(
        pl.col("role") != pl.col("given_role"), pl.col("role") != OTHER, pl.col("given_role") != OTHER
    )
    assert swapped.height <= rows.filter(pl.col("role").is_in([PROBLEM, MEASURE])).height / 15


def test_kappa_is_that_of_the_textbook() -> None:
    """Protects the figure: 20 and 15 agreed, 5 and 10 not, makes 0.4; chance makes 0, agreement 1."""
    pairs = [(1, 1)] * 20 + [(0, 0)] * 15 + [(1, 0)] * 5 + [(0, 1)] * 10
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([(1, 1), (1, 0), (0, 1), (0, 0)]) == pytest.approx(0)
    assert kappa([(1, 1), (0, 0)]) == pytest.approx(1)


def test_the_manual_tells_the_figures(kind: str, agreement: Measured) -> None:
    """Protects the reader of the manual from figures that were true once."""
    problem, measure = (role for role in agreement.roles if role.name in (PROBLEM, MEASURE))
    told = (
        f"{agreement.sentences} 句，性质的一致程度（κ）为 {agreement.roles_kappa:.2f}，"
        f"判为问题的 {problem.precision:.1%} 正确，问题的 {problem.recall:.1%} 判出，"
        f"判为措施的 {measure.precision:.1%} 正确，措施的 {measure.recall:.1%} 判出；"
        f"主题的 κ 为 {agreement.themes_kappa:.2f}，准确率 {agreement.all_themes.precision:.1%}，"
        f"召回率 {agreement.all_themes.recall:.1%}"
    )
    assert told in (ROOT / "docs" / "manual.zh.md").read_text(encoding="utf-8"), f"{kind}: {told}"
