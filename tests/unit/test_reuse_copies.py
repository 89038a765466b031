"""Copies among many reports: found whatever was changed, each once, and the same however they were loaded."""

from pathlib import Path

from tests.benchmark.copies import COPIED, KINDS, made_corpus
from tests.benchmark.reuse import compare, compared_again, found_in, in_parts, is_same
from tests.filed_texts import Filed, a_text, found

CORPUS = made_corpus(2_500, seed=5)


def test_planted_copies_are_found_and_nothing_else(tmp_path: Path) -> None:
    """Protects what the benchmark promises: at the published threshold at least 98 of 100 copies, and only copies."""
    reuse = compare(CORPUS.reports, in_parts(CORPUS.texts), tmp_path / "1", jobs=1)
    result = found_in(CORPUS, reuse.matches)
    assert set(result.kinds) == set(KINDS)
    assert min(count for count, _ in result.kinds.values()) > 10
    assert result.recall(*COPIED) >= 0.98
    assert all(result.recall(kind) >= 0.95 for kind in COPIED)
    assert result.precision >= 0.98
    assert result.templates > 5
    assert result.by_template == 0


def test_what_was_kept_changes_no_result(tmp_path: Path) -> None:
    """Protects later loads: with a thousand reports more they say what a load from nothing says."""
    assert compared_again(CORPUS, tmp_path, jobs=1).is_same


def test_the_order_of_reports_changes_no_result(tmp_path: Path) -> None:
    """Protects rebuilds: the same reports in another order of loading give the same rows."""
    turned = (
        CORPUS.reports.sample(fraction=1, shuffle=True, seed=1),
        CORPUS.texts.sample(fraction=1, shuffle=True, seed=2),
    )
    one = compare(CORPUS.reports, in_parts(CORPUS.texts), tmp_path / "a" / "1", jobs=1)
    other = compare(turned[0], in_parts(turned[1]), tmp_path / "b" / "1", jobs=1)
    assert is_same(one, other)


def test_a_text_that_thousands_use_makes_no_more_links_than_users(tmp_path: Path) -> None:
    """Protects large loads: each user is linked to the first publisher, and all stand under one shared text."""
    text = a_text(1)
    used = [Filed(f"{chr(0x5000 + k)}山县商务局", 2020 + k % 4, f"{text}共{k}件。") for k in range(1_500)]
    reuse = found(used, tmp_path)
    assert len(reuse.matches) == len(used) - 1
    assert set(reuse.matches["other_report_id"]) == {reuse.shared["first_report_id"][0]}
    assert (len(reuse.shared), reuse.shared["text_id"].n_unique()) == (1_500, 1)
    assert set(reuse.shared["agencies"]) == {1_500}


def test_shared_texts_stand_by_their_first_publisher_never_in_chains(tmp_path: Path) -> None:
    """Protects the groups: a member is itself like the first one; what is only like a member is another text."""
    sentences = [a_text(k, sentences=1) for k in range(30)]
    chain = [Filed(f"{chr(0x5000 + k)}山县商务局", 2015 + k, "".join(sentences[2 * k : 2 * k + 9])) for k in range(8)]
    shared = found(chain, tmp_path).shared
    assert shared["text_id"].n_unique() > 1
    assert shared["resemblance"].min() >= 0.5  # type: ignore[operator]  # shares are numbers
    firsts = shared.filter("is_first")
    assert firsts["report_id"].to_list() == firsts["first_report_id"].to_list()
