"""Table two over the years: what both forms count alike may be joined by a line, everything else stands apart."""

from typing import Any, Final

import polars as pl

from etl.vocabulary.form import FORM_2019, FORM_2021, PROACTIVE_ITEMS, PROACTIVE_MEASURES, proactive_cells
from etl.vocabulary.indicators import INDICATOR_BY_NAME, Indicator
from etl.vocabulary.labels import FORM_NAMES, ONE_YEAR, UNITS
from etl.vocabulary.page_labels.proactive import (
    BOTH_FORMS,
    DECISIONS_ALT,
    DECISIONS_NOTE,
    DECISIONS_TITLE,
    DECISIONS_TITLE_ONE,
    ITEM_ALT,
    ITEM_NOTE,
    ITEM_TITLE,
    ITEM_TITLE_SAME,
    REPORTS_BEHIND,
)
from pages.charts.picture import (
    FORM_COLOURS,
    MARKERS,
    Grid,
    Picture,
    Spec,
    in_panel,
    laid_out,
    patterned,
    small_charts_layout,
    year_axis,
)
from pages.charts.wording import count, span

DECISION_ITEMS: Final = ("licences", "penalties", "coercion")
DECISIONS: Final = tuple(f"{item}_decisions" for item in DECISION_ITEMS)
"""Volumes that mean the same on both forms."""

_ITEM = {word.name: word for word in PROACTIVE_ITEMS}
_MEASURE = {word.name: word for word in PROACTIVE_MEASURES}
_PANELS_A_ROW: Final = 3


def volumes_of(item: str) -> dict[str, tuple[str, ...]]:
    """The volumes of an item, by name, each with the forms that print it, in printed order."""
    printed = {form: [cell[2] for cell in proactive_cells(form) if cell[1] == item] for form in (FORM_2019, FORM_2021)}
    measures = dict.fromkeys(measure for form in printed.values() for measure in form)
    return {f"{item}_{m}": tuple(form for form, names in printed.items() if m in names) for m in measures}


def decision_lines(volumes: pl.DataFrame, language: str) -> Picture:
    """Three small charts of decisions by year; the frame is that of `volumes_by_year` with the names DECISIONS."""
    by_year = _over_forms(volumes)
    years = _all_years(by_year)
    labels = [_ITEM[item].label(language) for item in DECISION_ITEMS]
    by_name = by_year.rows_by_key("name", named=True, include_key=True)
    lines: list[Spec] = []
    for k, name in enumerate(DECISIONS):
        rows = {row["year"]: row for row in by_name.get(name, [])}
        lines.append(in_panel(_line(rows, years, k, language), k))
    grid = Grid(labels, columns=3, gap=0.07)
    axes = small_charts_layout(grid, year_axis(years), {"rangemode": "tozero", "tickformat": ",d"})
    figure = laid_out(lines, height=290, showlegend=False, margin={"t": 32}, **axes)
    known = by_year.filter((pl.col("name") == DECISIONS[0]) & pl.col("total").is_not_null()).sort("year")
    title = _decisions_title(known, labels[0], language)
    is_empty = by_year["total"].is_not_null().sum() == 0
    return Picture(figure, title, DECISIONS_ALT.say(language), DECISIONS_NOTE.say(language), is_empty)


def item_panels(volumes: pl.DataFrame, item: str, language: str) -> Picture:
    """One small bar chart for each measure of an item, the form told by the pattern; never a line between forms.

    The frame is that of `volumes_by_year` with the names `volumes_of(item)`.
    """
    names = volumes_of(item)
    years = _all_years(volumes)
    printed = volumes.rows_by_key(["name", "form"], named=True, include_key=True)
    bars = [
        in_panel(_bars(printed.get((name, form), []), form, language), k)
        for k, (name, forms) in enumerate(names.items())
        for form in forms
    ]
    titles = [_panel_title(name, forms, language) for name, forms in names.items()]
    grid = Grid(titles, columns=min(len(names), _PANELS_A_ROW), gap=0.07, gap_below=0.4)
    axes = small_charts_layout(grid, year_axis(years), {"rangemode": "tozero", "nticks": 4, "tickformat": ",~r"})
    looks = {"showlegend": False, "barmode": "stack", "bargap": 0.35, "margin": {"t": 36}}
    figure = laid_out(bars, height=60 + 230 * grid.rows, **looks, **axes)
    alt = ITEM_ALT.say(language, item=_ITEM[item].label(language))
    is_empty = volumes["total"].is_not_null().sum() == 0
    return Picture(figure, _item_title(volumes, item, language), alt, ITEM_NOTE.say(language), is_empty)


def _over_forms(volumes: pl.DataFrame) -> pl.DataFrame:
    """Totals over both forms; NULL where neither has a number."""
    known = pl.col("total").is_not_null().any()
    return volumes.group_by("year", "name", maintain_order=True).agg(
        pl.when(known).then(pl.col("total").sum()).alias("total"), pl.col("reports", "left_out").sum()
    )


def _all_years(frame: pl.DataFrame) -> list[int]:
    years = frame["year"].to_list()
    return list(range(min(years), max(years) + 1)) if years else []


def _line(rows: dict[int, dict[str, Any]], years: list[int], k: int, language: str) -> Spec:
    return {
        "type": "scatter",
        "x": years,
        "y": [rows[year]["total"] if year in rows else None for year in years],
        "mode": "lines+markers",
        "connectgaps": False,
        "line": {"width": 2.5, "color": FORM_COLOURS[FORM_2021]},
        "marker": {"size": 9, "symbol": MARKERS[k]},
        "hovertext": [_hover(rows[year], language) if year in rows else "" for year in years],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _bars(rows: list[dict[str, Any]], form: str, language: str) -> Spec:
    known = [row for row in rows if row["total"] is not None]
    return {
        "type": "bar",
        "x": [row["year"] for row in known],
        "y": [row["total"] for row in known],
        "text": [count(row["total"], language) for row in known],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "name": FORM_NAMES[form].say(language),
        "marker": {"color": FORM_COLOURS[form], "pattern": patterned(form == FORM_2019)},
        "hovertext": [_hover(row, language) for row in known],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _hover(row: dict[str, Any], language: str) -> str:
    indicator = INDICATOR_BY_NAME[row["name"]]
    known = row["reports"] - row["left_out"]
    behind = REPORTS_BEHIND.say(language, known=known, left_out=row["left_out"])
    year = ONE_YEAR.say(language, year=row["year"])
    form = f" · {FORM_NAMES[row['form']].say(language)}" if row.get("form") in FORM_NAMES else ""
    total = f"{count(row['total'], language)}{_money(indicator, language)}"
    return f"{indicator.label(language)}<br>{year}{form}: {total}<br>{behind}"


def _panel_title(name: str, forms: tuple[str, ...], language: str) -> str:
    measure = INDICATOR_BY_NAME[name].cells[0][2]
    where = FORM_NAMES[forms[0]].say(language) if len(forms) == 1 else BOTH_FORMS.say(language)
    unit = _money(INDICATOR_BY_NAME[name], language)
    return f"{_MEASURE[measure].label(language)}{unit}<br><sup>{where}</sup>"


def _money(indicator: Indicator, language: str) -> str:
    """The unit of an amount; counts speak for themselves."""
    return f" {UNITS['万元'].say(language)}" if indicator.unit == "万元" else ""


def _decisions_title(known: pl.DataFrame, item: str, language: str) -> str:
    if known.is_empty():
        return DECISIONS_TITLE_ONE.say(language, year="", item=item, last=count(None, language))
    first, last = (count(known["total"][k], language) for k in (0, -1))
    years = known["year"].to_list()
    if len(years) == 1:
        return DECISIONS_TITLE_ONE.say(language, year=years[0], item=item, last=last)
    return DECISIONS_TITLE.say(language, span=span(years, language), item=item, first=first, last=last)


def _item_title(volumes: pl.DataFrame, item: str, language: str) -> str:
    """What both forms count alike is told from first to last; otherwise that the forms differ."""
    alike = [name for name, forms in volumes_of(item).items() if len(forms) == 2]
    label = _ITEM[item].label(language)
    known = _over_forms(volumes).filter(pl.col("total").is_not_null() & pl.col("name").is_in(alike)).sort("year")
    if known["year"].n_unique() < 2:
        return ITEM_TITLE.say(language, item=label)
    indicator = INDICATOR_BY_NAME[known["name"][0]]
    return ITEM_TITLE_SAME.say(
        language,
        item=label,
        measure=_MEASURE[indicator.cells[0][2]].label(language),
        span=span(known["year"].to_list(), language),
        first=count(known["total"][0], language),
        last=count(known["total"][-1], language),
        unit=_money(indicator, language),
    )
