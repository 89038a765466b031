"""Plain bars: findings by rule, rows of a table by year, the state of section five."""

from typing import Final

import polars as pl

from etl.vocabulary.labels import SEVERITIES, STATES
from etl.vocabulary.page_labels.downloads import ROWS_ALT, ROWS_TITLE, ROWS_TITLE_PLAIN
from etl.vocabulary.page_labels.overview import (
    FINDINGS_ALT,
    FINDINGS_CUT,
    FINDINGS_NONE,
    FINDINGS_NOTE,
    FINDINGS_PART,
    FINDINGS_TITLE,
)
from etl.vocabulary.page_labels.problems import PROBLEM_STATES, STATES_ALT, STATES_TITLE
from etl.vocabulary.rules import RULE_BY_NAME
from pages.charts.picture import Picture, Spec, laid_out, patterned, year_axis
from pages.charts.wording import count, listed

RULES_DRAWN: Final = 8


def rule_label(name: str, language: str) -> str:
    """A rule in words; a rule of an older build that is declared no longer keeps its code name."""
    return RULE_BY_NAME[name].label(language) if name in RULE_BY_NAME else name


def finding_bars(findings: pl.DataFrame, language: str) -> Picture:
    """Findings of each rule split by verdict, the gravest rules on top; the frame is that of `findings_by_rule`."""
    by_rule = _gravest_first(findings)
    drawn = [(row["rule"], row["severity"]) for row in by_rule.head(RULES_DRAWN).iter_rows(named=True)][::-1]
    labels = [f"{SEVERITIES[severity].say(language)} · {rule_label(rule, language)}" for rule, severity in drawn]
    layers: list[Spec] = []
    for k, (state, word) in enumerate(STATES.items()):
        of_state = findings.filter(pl.col("state") == state).select("rule", "severity", "findings")
        counts = {(rule, severity): number for rule, severity, number in of_state.iter_rows()}
        numbers = [counts.get(key, 0) for key in drawn]
        layers.append(_finding_layer(numbers, labels, word.say(language), k))
    figure = laid_out(layers, height=110 + 32 * max(len(drawn), 1), barmode="stack")
    alt = FINDINGS_ALT.say(language)
    if not drawn:
        return Picture(figure, FINDINGS_NONE.say(language), alt, is_empty=True)
    note = FINDINGS_CUT.say(language, n=len(drawn)) if by_rule.height > len(drawn) else FINDINGS_NOTE.say(language)
    return Picture(figure, _findings_title(by_rule, language), alt, note)


def _gravest_first(findings: pl.DataFrame) -> pl.DataFrame:
    """One row per rule and severity with its findings: errors, warnings, notes, each most frequent first."""
    by_rule = findings.group_by("rule", "severity").agg(pl.col("findings").sum())
    grave = pl.col("severity").replace_strict({name: k for k, name in enumerate(SEVERITIES)}, return_dtype=pl.Int8)
    return by_rule.sort(grave, pl.col("findings"), "rule", descending=[False, True, False])


def _finding_layer(numbers: list[int], labels: list[str], name: str, k: int) -> Spec:
    return {
        "type": "bar",
        "x": numbers,
        "y": labels,
        "name": name,
        "orientation": "h",
        "marker": {"pattern": patterned(k)},
        "text": [str(number) if number else "" for number in numbers],
        "textangle": 0,
        "hovertemplate": "%{y}<br>%{fullData.name}: %{x}<extra></extra>",
    }


def _findings_title(by_rule: pl.DataFrame, language: str) -> str:
    totals = dict(by_rule.group_by("severity").agg(pl.col("findings").sum()).iter_rows())
    words = {name: word.say(language) for name, word in SEVERITIES.items() if name in totals}
    parts = [
        FINDINGS_PART.say(language, severity=word, n=count(totals[name], language)) for name, word in words.items()
    ]
    return FINDINGS_TITLE.say(language, n=count(sum(totals.values()), language), parts=listed(parts, language))


def state_bars(states: pl.DataFrame, language: str) -> Picture:
    """Reports by the state of their section five, one stacked bar a year; the frame is that of `problem_states`."""
    years = sorted(set(states["year"].to_list()))
    layers: list[Spec] = []
    for k, (state, word) in enumerate(PROBLEM_STATES.items()):
        counts = dict(states.filter(pl.col("state") == state).select("year", "reports").iter_rows())
        numbers = [counts.get(year, 0) for year in years]
        layers.append(
            {
                "type": "bar",
                "x": years,
                "y": numbers,
                "name": word.say(language),
                "marker": {"pattern": patterned(k)},
                "text": [str(number) if number else "" for number in numbers],
                "textangle": 0,
                "cliponaxis": False,
                "hovertemplate": "%{x}<br>%{fullData.name}: %{y}<extra></extra>",
            }
        )
    # A number that does not fit into its part stands above the bar, where the legend must leave room for it.
    most = max((sum(rows["reports"].to_list()) for rows in states.partition_by("year")), default=1)
    scale = {"range": [0, most * 1.12]}
    figure = laid_out(layers, height=300, barmode="stack", bargap=0.4, xaxis=year_axis(years), yaxis=scale)
    if not years:
        return Picture(figure, "", STATES_ALT.say(language), is_empty=True)
    last = dict(states.filter(pl.col("year") == years[-1]).select("state", "reports").iter_rows())
    numbers_said = {state: count(last.get(state, 0), language) for state in ("same", "missing")}
    title = STATES_TITLE.say(language, year=years[-1], n=count(sum(last.values()), language), **numbers_said)
    return Picture(figure, title, STATES_ALT.say(language))


def row_bars(rows: pl.DataFrame, table: str, total: int, language: str) -> Picture:
    """Rows of a table by year; the frame is that of `rows_by_year`, rows without a year are in the total only."""
    known = rows.filter(pl.col("year").is_not_null()).sort("year")
    bar = {
        "type": "bar",
        "x": known["year"].to_list(),
        "y": known["rows"].to_list(),
        "text": [count(number, language) for number in known["rows"]],
        "textposition": "auto",
        "hovertemplate": "%{x}: %{y:,}<extra></extra>",
    }
    figure = laid_out([bar], height=260, bargap=0.4, xaxis=year_axis(known["year"].to_list()))
    words = {"table": table, "n": count(total, language)}
    alt = ROWS_ALT.say(language, table=table)
    if known.is_empty():
        return Picture(figure, ROWS_TITLE_PLAIN.say(language, **words), alt, is_empty=True)
    most = known.sort("rows", descending=True).row(0, named=True)
    title = ROWS_TITLE.say(language, year=most["year"], most=count(most["rows"], language), **words)
    return Picture(figure, title, alt)
