"""What `python -m etl check` says: the findings asked for, each with what was decided about it, as lines of text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from etl.deciding import decisions_in_force, fixed, standing
from etl.errors import UsageError
from etl.vocabulary.decisions import FIXED, OPEN, OUTDATED, STANDINGS
from etl.vocabulary.labels import SEVERITIES, STATES
from etl.vocabulary.rules import RULE_BY_NAME
from etl.warehouse import published_rows

_MESSAGES_PER_GROUP: Final = 20
_GROUP: Final = ("severity", "rule", "state")
_TO_BE_LOOKED_AT: Final = (OPEN, OUTDATED)
_STANDING_LABELS: Final = {word.name: word.label_zh for word in STANDINGS}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are asked for; an empty tuple asks for all, but for those that are fixed, which must be named.

    A division asks for those below it too.
    """

    rules: Sequence[str] = ()
    severities: Sequence[str] = ()
    states: Sequence[str] = ()
    regions: Sequence[str] = ()
    years: Sequence[int] = ()
    standings: Sequence[str] = ()


def findings_asked(data_dir: Path, asked: Asked) -> pl.DataFrame:
    """The findings of the published build that are asked for, gravest first, with the columns of `standing`.

    Raises UsageError for a rule or a division that is not known, a year without any report, and when nothing is
    published yet.
    """
    unknown = [name for name in asked.rules if name not in RULE_BY_NAME]
    if unknown:
        raise UsageError(
            f"没有这条规则（no such rule）：{'、'.join(unknown)}；规则有（rules）：{'、'.join(RULE_BY_NAME)}"
        )
    present, decisions = published_rows.findings(data_dir), decisions_in_force(data_dir)
    gone = fixed(present, decisions).join(_first_paths(data_dir), on="document_id", how="left", maintain_order="left")
    every = pl.concat([standing(present, decisions), gone], how="diagonal")
    regions = published_rows.divisions_in(data_dir, asked.regions) if asked.regions else ()
    _require_years(data_dir, asked.years, every)
    wanted = {"rule": asked.rules, "severity": asked.severities, "state": asked.states, "year": asked.years}
    wanted |= {"region_code": regions, "standing": asked.standings}
    conditions = [pl.col(column).is_in(list(values)) for column, values in wanted.items() if values]
    return every.filter(*conditions) if asked.standings else every.filter(pl.col("standing") != FIXED, *conditions)


def _first_paths(data_dir: Path) -> pl.DataFrame:
    """Where each document lay when it was first seen: document_id and path."""
    seen = published_rows.documents(data_dir).select("document_id", "path")
    return seen.unique("document_id", keep="first", maintain_order=True)


def _require_years(data_dir: Path, years: Sequence[int], every: pl.DataFrame) -> None:
    """UsageError for a year that no report and no finding is about: none found would look as if all were well."""
    there_are = sorted({*published_rows.years(data_dir), *every["year"].drop_nulls()}) if years else ()
    if unknown := [str(year) for year in years if year not in there_are]:
        listed = "、".join(map(str, there_are)) or "无（none）"
        raise UsageError(
            f"没有这个年度的年报（no report on this year）：{'、'.join(unknown)}；年度有（years）：{listed}"
        )


def to_be_looked_at(findings: pl.DataFrame, severity: str) -> int:
    """How many of the findings are as grave as `severity` or graver, with no decision that applies to them."""
    graver = list(SEVERITIES)[: list(SEVERITIES).index(severity) + 1]
    return findings.filter(pl.col("severity").is_in(graver), pl.col("standing").is_in(_TO_BE_LOOKED_AT)).height


def lines_of(findings: pl.DataFrame) -> Iterator[str]:
    """The findings by severity, rule and state, and how many there are in all."""
    for (severity, rule, state), group in findings.group_by(_GROUP, maintain_order=True):
        known = RULE_BY_NAME.get(str(rule))
        label = f"{SEVERITIES[str(severity)].zh} {rule} {known.label_zh if known else ''} {STATES[str(state)].zh}"
        yield f"{label}：{len(group)}"
        yield from (_line(finding) for finding in group.head(_MESSAGES_PER_GROUP).iter_rows(named=True))
        if len(group) > _MESSAGES_PER_GROUP:
            yield f"  …… 另有 {len(group) - _MESSAGES_PER_GROUP} 条（more）：python -m etl export findings"
    counts = dict(findings["standing"].value_counts().iter_rows())
    told = "，".join(f"{label} {counts[name]}" for name, label in _STANDING_LABELS.items() if name in counts)
    yield f"共 {len(findings)} 条（findings）" + (f"：{told}" if told else "")


def _line(finding: dict[str, Any]) -> str:
    who = f"{finding['agency'] or finding['path'] or finding['document_id'][:12]} {finding['year'] or '年度不明'}"
    return f"  {who}：{finding['message']}{_decided(finding)}"


def _decided(finding: dict[str, Any]) -> str:
    """What was decided, by whom and when; "" while the finding is open."""
    if finding["standing"] == OPEN:
        return ""
    parts = (finding["decided_by"], f"{finding['decided_at']:%Y-%m-%d}", finding["reason"])
    return f"［{_STANDING_LABELS[finding['standing']]}：{'，'.join(part for part in parts if part)}］"
