"""One agency: a rate over the years against the quartiles of its peers, and what was found in its reports."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, Final

import polars as pl

from etl.vocabulary.indicators import PEER_RATES, STABILITY_LIMITS, Indicator
from etl.vocabulary.labels import NOT_REPORTED, SMALL_SAMPLE, STATES, joined
from etl.vocabulary.origins import means_the_same
from etl.vocabulary.page_labels.agency import (
    AMONG_NONE,
    AMONG_PEERS,
    BAND_POINT,
    FINDINGS_ALT,
    FINDINGS_DO,
    FINDINGS_NONE,
    FINDINGS_NOTE,
    FINDINGS_POINT,
    FINDINGS_TITLE,
    OWN_LINE,
    PEER_BAND,
    PEER_MEDIAN,
    PROFILE_ALT,
    PROFILE_BREAK,
    PROFILE_DO,
    PROFILE_NOTE,
    PROFILE_NOTE_ALONE,
    PROFILE_POINT,
    PROFILE_TITLE,
    PROFILE_TITLE_NONE,
    PROFILE_TITLE_ONE,
)
from pages.charts.picture import Picture, Spec, laid_out, patterned, year_axis
from pages.charts.wording import count, no_rate, percent, span

Row = dict[str, Any]
BAND_WIDTH: Final = 0.56


def rate_profile(rows: pl.DataFrame, years: Sequence[int], rate: Indicator, language: str) -> Picture:
    """The agency's line over `years`, broken where one is missing, over blocks from the first to the third quartile.

    `rows` are those of `rate_by_year`; each point carries its report_id.
    """
    by_year = {row["year"]: row for row in rows.iter_rows(named=True)}
    banded = [row for row in by_year.values() if row["p25"] is not None]
    among = [_band(banded, language), _median(banded, language)] if banded else []
    figure = laid_out(
        [_own_line(by_year, years, rate, language), *among],
        height=380,
        hovermode="closest",
        xaxis=_years_said(years, by_year.keys(), language),
        yaxis={"tickformat": ".0%", "rangemode": "tozero"},
    )
    known = rows.drop_nulls("rate")
    note = PROFILE_NOTE if rate in PEER_RATES else PROFILE_NOTE_ALONE
    breaks = "" if means_the_same(rate) else PROFILE_BREAK.say(language)
    why, why_empty = no_rate(rows["denominator"], language)
    return Picture(
        figure,
        _title(known, rate, why, language),
        PROFILE_ALT.say(language, rate=rate.label(language)),
        joined([note.say(language), breaks], language),
        known.is_empty(),
        PROFILE_DO.say(language),
        why_empty,
    )


def is_small(row: Row) -> bool:
    """Whether a rate stands on too little to be ranked; one on nothing known does."""
    return (row["denominator"] or 0) < STABILITY_LIMITS[0]


def _own_line(by_year: dict[int, Row], years: Sequence[int], rate: Indicator, language: str) -> Spec:
    points: list[tuple[float, Row | None]] = []
    for year in years:
        row = by_year.get(year)
        if row and not means_the_same(rate) and points and points[-1][1] and points[-1][1]["form"] != row["form"]:
            points.append((year - 0.5, None))
        points.append((year, row))
    return {
        "type": "scatter",
        "x": [x for x, _ in points],
        "y": [row["rate"] if row else None for _, row in points],
        "name": OWN_LINE.say(language),
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"width": 3},
        "marker": {
            "size": 11,
            "line": {"width": 2},
            "symbol": ["circle-open" if row and is_small(row) else "circle" for _, row in points],
        },
        "text": [_own_hover(row, language) for _, row in points],
        "customdata": [[row["report_id"] if row else None] for _, row in points],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _own_hover(row: Row | None, language: str) -> str:
    if row is None or row["rate"] is None:
        return ""
    return PROFILE_POINT.say(
        language,
        year=row["year"],
        rate=percent(row["rate"], language),
        top=count(row["numerator"], language),
        bottom=count(row["denominator"], language),
        small=f" · {SMALL_SAMPLE.say(language)}" if is_small(row) else "",
    )


def _band(rows: list[Row], language: str) -> Spec:
    """Blocks, not a band: between two years there is nothing to read off."""
    return {
        "type": "bar",
        "x": [row["year"] for row in rows],
        "base": [row["p25"] for row in rows],
        "y": [row["p75"] - row["p25"] for row in rows],
        "width": BAND_WIDTH,
        "opacity": 0.45,
        "name": PEER_BAND.say(language),
        "text": [_band_hover(row, language) for row in rows],
        "textposition": "none",
        "customdata": [[row["report_id"]] for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _median(rows: list[Row], language: str) -> Spec:
    return {
        "type": "scatter",
        "x": [row["year"] for row in rows],
        "y": [row["p50"] for row in rows],
        "name": PEER_MEDIAN.say(language),
        "mode": "markers",
        "marker": {"symbol": "line-ew-open", "size": 26, "line": {"width": 3}},
        "text": [_band_hover(row, language) for row in rows],
        "customdata": [[row["report_id"]] for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _band_hover(row: Row, language: str) -> str:
    low, middle, high = (percent(row[name], language) for name in ("p25", "p50", "p75"))
    return BAND_POINT.say(language, year=row["year"], n=row["n"], low=low, middle=middle, high=high)


def _title(known: pl.DataFrame, rate: Indicator, why: str, language: str) -> str:
    """The way of the rate and where it stands among its peers; `why` there is none, where there is none."""
    label = rate.label(language)
    if known.is_empty():
        return PROFILE_TITLE_NONE.say(language, rate=label, why=why)
    alike = known if means_the_same(rate) else known.filter(pl.col("form") == known["form"][-1])
    first, last = alike.row(0, named=True), alike.row(-1, named=True)
    words = {"rate": label, "last": percent(last["rate"], language), "among": _among(last, language)}
    if alike.height == 1:
        return PROFILE_TITLE_ONE.say(language, year=last["year"], **words)
    years = span([first["year"], last["year"]], language)
    return PROFILE_TITLE.say(language, span=years, first=percent(first["rate"], language), **words)


def _among(last: Row, language: str) -> str:
    if is_small(last):
        return AMONG_NONE.say(language, year=last["year"])
    if last["percentile"] is None:
        return ""
    return AMONG_PEERS.say(language, year=last["year"], n=last["n"], rank=round(last["percentile"] * 100))


def findings_by_year(findings: pl.DataFrame, years: Sequence[int], reported: Collection[int], language: str) -> Picture:
    """Bars of findings in each year, split by verdict; `findings` are those of `findings_of`.

    A year that is not among those `reported` is called so: it has no findings because it has no report.
    """
    layers: list[Spec] = []
    counted = Counter(zip(findings["year"], findings["state"], strict=True))
    for k, (state, word) in enumerate(STATES.items()):
        numbers = [counted[year, state] for year in years]
        name = word.say(language)
        layers.append(
            {
                "type": "bar",
                "x": list(years),
                "y": numbers,
                "name": name,
                "text": [str(n) if n else "" for n in numbers],
                "marker": {"pattern": patterned(k)},
                "hovertext": [
                    FINDINGS_POINT.say(language, year=y, state=name, n=n) for y, n in zip(years, numbers, strict=True)
                ],
                "hoverinfo": "text",
            }
        )
    most = max(Counter(findings["year"]).values(), default=0)
    scale = {"rangemode": "tozero", "tickformat": "d", "tick0": 0, "dtick": max(1, -(-most // 5))}
    said = _years_said(years, reported, language)
    return Picture(
        laid_out(layers, height=280, barmode="stack", xaxis=said, yaxis=scale),
        _findings_title(findings, language),
        FINDINGS_ALT.say(language),
        FINDINGS_NOTE.say(language),
        findings.is_empty(),
        FINDINGS_DO.say(language),
    )


def _years_said(years: Sequence[int], reported: Collection[int], language: str) -> Spec:
    """An axis with a tick for each year, the word under those that are not reported."""
    absent = NOT_REPORTED.say(language)
    ticks = [str(year) if year in reported else f"{year}<br>{absent}" for year in years]
    return year_axis(years, ticks)


def _findings_title(findings: pl.DataFrame, language: str) -> str:
    if findings.is_empty():
        return FINDINGS_NONE.say(language)
    fails = findings.filter(pl.col("state") == "fail").height
    return FINDINGS_TITLE.say(
        language, n=findings.height, fails=fails, doubts=findings.height - fails, years=findings["year"].n_unique()
    )
