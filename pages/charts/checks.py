"""Findings by rule, by year or by part of the area; how many judgements passed, by part and year and rule by rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import COLUMN_PART, SEVERITIES, STATES, Text
from etl.vocabulary.page_labels import checks as says
from etl.vocabulary.page_labels.checks import NOTHING_TITLE
from etl.vocabulary.page_labels.overview import FINDINGS_PART
from pages.charts.bars import rule_label
from pages.charts.picture import Picture, Spec, board, laid_out, patterned
from pages.charts.wording import count, drawn_names, listed, part_names, percent

BARS_DRAWN: Final = 10
ROWS_DRAWN: Final = 20
_FEW: Final = 6
"""Below it an axis would have ticks between whole numbers."""
RULES_DRAWN: Final = 40
_PALE: Final = 0.9
"""The share that is drawn palest, unless one is lower: a scale of its own would make hairs look like gulfs."""
_GRAVE: Final = {name: place for place, name in enumerate(SEVERITIES)}
_RIGHT: Final = ("passed", "failed")


@dataclass(frozen=True, slots=True)
class _Bars:
    """What the bars are: the column that a click carries, and the one that splits them with its words."""

    key: str
    split: str
    layers: dict[str, Text]
    by: Text


_BY: Final = {
    "rule": _Bars("rule", "state", STATES, says.BY_RULE),
    "year": _Bars("year", "severity", SEVERITIES, says.BY_YEAR),
    "part": _Bars("part_code", "severity", SEVERITIES, says.BY_PART),
}


def finding_picture(counted: pl.DataFrame, by: str, language: str) -> Picture:
    """Bars of findings, each split by verdict or severity; the frame is that of `counted`, `by` rule, year or part.

    A rule has a bar for each severity that it was found with, so that no note counts as a warning.

    Each bar carries its rule, its year or the code of its part.
    """
    bars = _BY[by]
    named = _named(counted, by, language)
    order = _order(named, by)
    drawn = order.tail(BARS_DRAWN) if by == "year" else order.head(BARS_DRAWN)[::-1]
    layers = [_layer(named, drawn, bars, k, language) for k in range(len(bars.layers)) if not named.is_empty()]
    layers += [_totals(drawn, bars, language)] if layers else []
    words = {"by": bars.by.say(language), "layers": listed([t.say(language) for t in bars.layers.values()], language)}
    is_upright = by == "year"
    height = 280 if is_upright else 84 + 24 * max(drawn.height, 2)
    few = {"dtick": 1} if max(drawn["findings"], default=0) < _FEW else {}
    names, numbers = ("xaxis", "yaxis") if is_upright else ("yaxis", "xaxis")
    axes: Spec = {names: {"type": "category"}, numbers: {"rangemode": "tozero", "tickformat": ",d", **few}}
    figure = laid_out(layers, height=height, barmode="stack", bargap=0.35, **axes)
    alt = says.PICTURE_ALT.say(language, n=drawn.height, **words)
    note = says.PICTURE_CUT.say(language, n=drawn.height) if order.height > drawn.height else ""
    title = _title(counted, order, language)
    return Picture(figure, title, alt, note, counted.is_empty(), says.PICTURE_DO.say(language))


def group_rows(counted: pl.DataFrame, by: str, language: str) -> pl.DataFrame:
    """The rows beside the picture: one per group, rule aside one per severity, too.

    Columns: key (what a click carries), group, asks (what the rule asks, "" for others), severity, state (in words),
    findings, open, decided (both null where nothing is known about decisions).
    """
    bars = _BY[by]
    named = _named(counted, by, language)
    keys = [bars.key, "label", "severity", "state", *(["rule"] if by == "rule" and bars.key != "rule" else [])]
    is_open = pl.col("standing") == "open"
    found = named.group_by(keys, maintain_order=True).agg(
        pl.col("findings").sum(),
        *(
            pl.when(pl.col("standing").is_not_null().all()).then(pl.col("findings").filter(side).sum()).alias(name)
            for name, side in (("open", is_open), ("decided", ~is_open))
        ),
    )
    rank = pl.col("severity").replace_strict(_GRAVE, default=len(_GRAVE), return_dtype=pl.Int8)
    ordered = found.sort(rank, pl.col("findings"), "label", descending=[False, True, False])
    return ordered.with_columns(
        pl.col(bars.key).cast(pl.String).alias("key"),
        pl.col("label").alias("group"),
        pl.col("severity").replace({name: text.say(language) for name, text in SEVERITIES.items()}),
        pl.col("state").replace({name: text.say(language) for name, text in STATES.items()}),
    )


def _named(counted: pl.DataFrame, by: str, language: str) -> pl.DataFrame:
    """The rows with `label`, what their group is called, and `bar`, what their bar is: of a rule with its severity."""
    if by == "rule":
        labels = [rule_label(name, language) for name in counted["rule"]]
    elif by == "year":
        labels = [says.YEAR_UNKNOWN.say(language) if year is None else str(year) for year in counted["year"]]
    else:
        names = part_names(counted, language)
        labels = [names[part] for part in counted.select("part_code", "is_own").iter_rows()]
    words = {name: text.say(language) for name, text in SEVERITIES.items()}
    severity = pl.col("severity").replace(words)
    bar = pl.format("{} · {}", severity, "label") if by == "rule" else pl.col("label")
    return counted.with_columns(pl.Series("label", labels, dtype=pl.String)).with_columns(bar.alias("bar"))


def _order(named: pl.DataFrame, by: str) -> pl.DataFrame:
    """One row per bar in the order in which they are read: key, bar, grave, findings."""
    key = _BY[by].key
    grave = pl.col("severity").replace_strict(_GRAVE, default=len(_GRAVE), return_dtype=pl.Int8)
    bars = named.group_by(key, "bar").agg(grave.min().alias("grave"), pl.col("findings").sum())
    if by == "year":
        return bars.sort(key, nulls_last=True)
    first = ["grave"] if by == "rule" else []
    return bars.sort(*first, "findings", "bar", descending=[*(False for _ in first), True, False])


def _layer(named: pl.DataFrame, drawn: pl.DataFrame, bars: _Bars, k: int, language: str) -> Spec:
    """One verdict or severity of all bars; years stand upright, all others lie."""
    code, text = list(bars.layers.items())[k]
    of_layer = named.filter(pl.col(bars.split) == code).group_by("bar").agg(pl.col("findings").sum())
    numbers = dict(of_layer.iter_rows())
    labels = [escape(bar, quote=False) for bar in drawn["bar"]]
    values = [numbers.get(bar, 0) for bar in drawn["bar"]]
    hover = [
        says.PICTURE_BAR.say(language, name=escape(name), layer=text.say(language), n=count(n, language))
        for name, n in zip(drawn["bar"], values, strict=True)
    ]
    return {
        "type": "bar",
        **({"x": labels, "y": values} if bars.key == "year" else {"x": values, "y": labels, "orientation": "h"}),
        "name": text.say(language),
        "marker": {"pattern": patterned(k)},
        "customdata": [[str(key)] for key in drawn[bars.key]],
        "hovertext": hover,
        "hoverinfo": "text",
    }


def _totals(drawn: pl.DataFrame, bars: _Bars, language: str) -> Spec:
    """The number at the end of each bar."""
    labels = [escape(bar, quote=False) for bar in drawn["bar"]]
    ends = drawn["findings"].to_list()
    is_upright = bars.key == "year"
    return {
        "type": "scatter",
        "mode": "text",
        **({"x": labels, "y": ends} if is_upright else {"x": ends, "y": labels}),
        "text": [f" {count(number, language)} " for number in ends],
        "textposition": "top center" if is_upright else "middle right",
        "showlegend": False,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _title(counted: pl.DataFrame, order: pl.DataFrame, language: str) -> str:
    if counted.is_empty():
        return NOTHING_TITLE.say(language)
    totals = dict(counted.group_by("severity").agg(pl.col("findings").sum()).iter_rows())
    parts = [
        FINDINGS_PART.say(language, severity=text.say(language), n=count(totals[name], language))
        for name, text in SEVERITIES.items()
        if name in totals
    ]
    said = says.PICTURE_TITLE.say(language, n=count(sum(totals.values()), language), parts=listed(parts, language))
    most = order.sort("findings", descending=True).row(0, named=True)
    if order.filter(pl.col("findings") == most["findings"]).height > 1 or order.height == 1:
        return said
    return said + says.PICTURE_MOST.say(language, name=most["bar"], n=count(most["findings"], language))


# ── how many passed ──────────────────────────────────────────────────────────────────────────────────────────────────


def quality_board(judged: pl.DataFrame, language: str) -> Picture:
    """The share that passed of each part and year; the frame is that of `judgements_by_part`."""
    years = sorted(set(judged["year"].to_list()))
    rows = with_shares(judged)
    names = drawn_names(rows, language)
    keys = ["part_code", "is_own"]
    worst = rows.group_by(keys, maintain_order=True).agg(pl.col("failed").sum()).sort("failed", descending=True)
    chosen = worst.head(ROWS_DRAWN).select(keys)
    drawn = rows.join(chosen, on=keys, how="semi", maintain_order="left")
    labels = list(dict.fromkeys(names[part] for part in drawn.select(keys).iter_rows()))
    cells = {(names[row["part_code"], row["is_own"]], row["year"]): row for row in drawn.iter_rows(named=True)}
    figure = board(_heat(cells, labels, years, language), len(labels))
    alt = says.QUALITY_ALT.say(language, rows=COLUMN_PART.say(language), n=len(labels))
    cut = says.QUALITY_CUT.say(language, n=len(labels)) if worst.height > len(labels) else ""
    return Picture(figure, quality_title(judged, language), alt, says.QUALITY_NOTE.say(language) + cut, not years)


def rule_shares(judged: pl.DataFrame, language: str) -> Picture:
    """How the judgements of each rule came out; the frame is that of `judgements_by_rule`."""
    rows = with_shares(judged).sort("rate", "rule", descending=[True, False], nulls_last=False).tail(RULES_DRAWN)
    total = rows.select(pl.sum_horizontal(*says.JUDGED_SO).alias("n"))["n"].to_list()
    labels = [rule_label(name, language) for name in rows["rule"]]
    layers: list[Spec] = []
    for k, (name, text) in enumerate(says.JUDGED_SO.items()):
        said = text.say(language)
        layers.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": [number / whole if whole else 0 for number, whole in zip(rows[name], total, strict=True)],
                "y": labels,
                "name": said,
                "marker": {"pattern": patterned(k)},
                "hovertext": [
                    says.PICTURE_BAR.say(language, name=label, layer=said, n=count(number, language))
                    for label, number in zip(labels, rows[name], strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    figure = laid_out(layers, height=96 + 22 * max(len(labels), 2), barmode="stack", xaxis={"tickformat": ".0%"})
    alt = says.RULES_ALT.say(language, n=len(labels))
    return Picture(figure, quality_title(judged, language), alt, says.RULES_NOTE.say(language), judged.is_empty())


def with_shares(judged: pl.DataFrame) -> pl.DataFrame:
    """The rows with numerator (passed), denominator (judged) and rate (null where nothing was judged)."""
    whole = pl.sum_horizontal(*_RIGHT)
    rate = pl.when(whole > 0).then(pl.col("passed") / whole)
    return judged.with_columns(numerator="passed", denominator=whole, rate=rate)


def quality_title(judged: pl.DataFrame, language: str) -> str:
    """How many judgements passed, with what stands beside them."""
    sums = {name: int(judged[name].sum()) for name in says.JUDGED_SO}
    whole = sums["passed"] + sums["failed"]
    if not whole:
        return says.QUALITY_NONE.say(language)
    return says.QUALITY_TITLE.say(language, **_numbers(sums, language), judged=count(whole, language))


def _numbers(row: dict[str, Any], language: str) -> dict[str, str]:
    whole = row["passed"] + row["failed"]
    said = {name: count(row[name], language) for name in ("passed", "uncertain")}
    rate = percent(row["passed"] / whole if whole else None, language)
    return {**said, "unjudged": count(row["not_assessable"], language), "rate": rate}


def _heat(cells: dict[tuple[str, int], dict[str, Any]], labels: Sequence[str], years: list[int], language: str) -> Spec:
    grid = [[cells.get((label, year)) for year in years] for label in labels]
    return {
        "x": [str(year) for year in years],
        "y": list(labels),
        "z": [[None if cell is None else cell["rate"] for cell in line] for line in grid],
        "zmin": min([_PALE, *(cell["rate"] for cell in cells.values() if cell["rate"] is not None)]),
        "zmax": 1,
        "text": [[_share(cell, language) for cell in line] for line in grid],
        "customdata": [
            [_hover(cell, label, language) for cell in line] for line, label in zip(grid, labels, strict=True)
        ],
    }


def _share(cell: dict[str, Any] | None, language: str) -> str:
    if cell is None or cell["rate"] is None:
        return ""
    return percent(cell["rate"], language) + ("*" if cell["denominator"] < STABILITY_LIMITS[0] else "")


def _hover(cell: dict[str, Any] | None, label: str, language: str) -> str:
    if cell is None:
        return ""
    judged = count(cell["denominator"], language)
    return says.QUALITY_CELL.say(language, name=label, year=cell["year"], judged=judged, **_numbers(cell, language))
