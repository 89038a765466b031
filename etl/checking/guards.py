"""The rule about corrections: each expects what the document says; one that does not is for a person to look at."""

from collections.abc import Iterator, Sequence
from typing import Final

from etl.checking.finding import Judged, Spots, Violation
from etl.checking.material import Material
from etl.checking.process import tally
from etl.checking.wording import Texts, both
from etl.vocabulary.cells import CODE_OF_KEY
from etl.vocabulary.corrections import CELL, CORRECTION_KINDS
from etl.vocabulary.rules import UNCERTAIN, Rule
from etl.vocabulary.short_labels import cell_label

_KINDS: Final = {word.name: word for word in CORRECTION_KINDS}
_Unmatched = dict[str, str]


def judge_guards(rule: Rule, material: Material) -> Judged:
    """One judgement per report; one violation per cell, and one for agency, region and year together."""
    open_ones = material.reports.drop_nulls("unmatched").select("report", "unmatched").rows()
    violations = [violation for report, corrections in open_ones for violation in _of_report(rule, report, corrections)]
    return Judged(tally(material, {report for report, _ in open_ones}), violations)


def _of_report(rule: Rule, report: int, corrections: Sequence[_Unmatched]) -> Iterator[Violation]:
    fields = [one for one in corrections if one["kind"] != CELL]
    for one in (one for one in corrections if one["kind"] == CELL):
        cell = one["table_name"], one["item"], one["measure"]
        yield _violation(rule, report, [one], Spots(cell[0], (CODE_OF_KEY[cell],), ("",)))
    if fields:
        yield _violation(rule, report, fields, None)


def _violation(rule: Rule, report: int, corrections: Sequence[_Unmatched], spots: Spots | None) -> Violation:
    told = [_told(one) for one in corrections]
    message = (
        f"{'；'.join(zh for zh, _ in told)}。更正没有采用，请重新核对。",
        f"{'; '.join(en for _, en in told)}. The correction is not applied; look again.",
    )
    return Violation(report, rule, UNCERTAIN, both(rule.expression_text), message, spots)


def _told(one: _Unmatched) -> Texts:
    """What is corrected, what was expected there, and what is there."""
    expected, found = one["expected"], one["document_value"]
    zh, en = both(lambda language: _label(one, language))
    has_none = found is None
    return (
        f"{zh}：更正针对的是“{expected}”，" + ("文件中没有" if has_none else f"文件中现为“{found}”"),
        f"{en}: the correction expects “{expected}”, the document "
        + ("does not have it" if has_none else f"says “{found}”"),
    )


def _label(one: _Unmatched, language: str) -> str:
    if one["kind"] == CELL:
        return cell_label(one["table_name"], one["item"], one["measure"], language=language)
    return _KINDS[one["kind"]].label(language)
