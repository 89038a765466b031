"""Where requests went: what came in, how it ended and why, and what was carried out, as one flow.

A flow has no patterns, so every node says in words what it is and how large.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

import polars as pl

from etl.vocabulary.form import REQUEST_ITEMS, REQUESTS
from etl.vocabulary.indicators import STABILITY_LIMITS
from etl.vocabulary.labels import NOT_APPLICABLE, joined
from etl.vocabulary.page_labels.requests import (
    FLOW_ALT,
    FLOW_LABEL,
    FLOW_NODES,
    FLOW_NONE,
    FLOW_NOTE,
    FLOW_NOTHING,
    FLOW_POINT,
    FLOW_TITLE,
    FLOW_UNEVEN,
    FLOW_ZERO,
    OTHERWISE_MARK,
    SMALL_IN_TITLE,
)
from etl.vocabulary.short_labels import short_label
from pages.charts.flow_places import ACROSS, drawn_pad, placed
from pages.charts.picture import Picture, laid_out
from pages.charts.wording import count, listed, percent

Row = Mapping[str, Any]
Link = tuple[str, str, int]
"""From a node, to a node, how many."""
ENDS: Final = ("granted", "granted_in_part")
GROUPS: Final = ("refused", "unavailable", "not_processed", "other")
ONE_ROW: Final = "other_one_row"
CAME_IN: Final = ("received", "carried_in", "over")
COLOURS: Final = {
    "granted": "#2f8f73",
    "granted_in_part": "#4a9fc9",
    "refused": "#c4622d",
    "unavailable": "#b58a1f",
    "not_processed": "#a3588a",
    "other": "#7d8791",
    "carried_out": "#7468b3",
}
PLAIN: Final = "#2f7fbf"
"""The colour of what came in, and of whatever has no colour of its own; all are readable on white and on dark."""
UNEVEN: Final = "#8a949e"
FAINT: Final = 0.22
"""How much of a link's colour there is, so that labels on it can be read."""
HEIGHT, MARGIN, PAD = 620, 12, 14


def request_flow_picture(flow: Row, year: int, who: str, language: str) -> Picture:
    """The flow of one year and one kind of applicant; the row is that of `request_flow`, `who` says whose it is."""
    links = [link for link in flow_links(flow) if link[2] > 0]
    nodes = list(dict.fromkeys(name for source, target, _ in links for name in (source, target)))
    sizes = {name: _size(name, links) for name in nodes}
    told = sizes | {"on_hand": on_hand(flow)}  # what never came in makes the node larger, not the number on hand
    names = {name: _label(name, told[name], on_hand(flow), language) for name in nodes}
    ends = [name for name in nodes if all(name != source for source, _, _ in links)]
    node, link = _nodes(names, sizes, ends), _links(links, nodes, flow, language)
    words = {"textfont": {"size": 13, "weight": 600}}
    flowing = {"type": "sankey", "arrangement": "fixed", "node": node, "link": link, **words}
    margin = {"l": 8, "r": 8, "t": MARGIN, "b": MARGIN}
    figure = laid_out([flowing], height=HEIGHT + 2 * MARGIN, margin=margin)
    alt = FLOW_ALT.say(language, year=year, who=who, nodes=listed(list(names.values()), language))
    title, note = _title(flow, year, who, language), _note(flow, who, language)
    none = FLOW_ZERO.say(language) if flow["received"] is not None else None
    return Picture(figure, title, alt, note, is_empty=not links, why_empty=none)


def _nodes(names: Mapping[str, str], sizes: Mapping[str, int], ends: list[str]) -> dict[str, object]:
    columns = [[name for name in names if _column(name) == k] for k in range(len(ACROSS))]
    places = placed(columns, sizes, HEIGHT, PAD) if names else {}
    return {
        "label": [escape(label, quote=False) for label in names.values()],
        "color": [_colour(name) for name in names],
        "x": [places[name][0] for name in names],
        "y": [places[name][1] for name in names],
        "pad": drawn_pad(columns, sizes, ends, HEIGHT, PAD) if names else PAD,
        "thickness": 14,
        "line": {"width": 0},
        "hovertemplate": "%{label}<extra></extra>",
    }


def _column(name: str) -> int:
    if name in CAME_IN:
        return 0
    if name == "on_hand":
        return 1
    return 3 if name == ONE_ROW or "." in name else 2


def _links(links: list[Link], nodes: list[str], flow: Row, language: str) -> dict[str, object]:
    return {
        "source": [nodes.index(source) for source, _, _ in links],
        "target": [nodes.index(target) for _, target, _ in links],
        "value": [number for _, _, number in links],
        "color": [_faint(_colour(source if target == "on_hand" else target)) for source, target, _ in links],
        "customdata": [_hover(link, on_hand(flow), language) for link in links],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def flow_rows(flow: Row, language: str) -> pl.DataFrame:
    """Every link, those of nothing too: columns source, target, number, share (of requests on hand; NULL of none)."""
    whole = on_hand(flow)
    rows = [
        {"source": node_label(source, language), "target": node_label(target, language), "number": number}
        for source, target, number in flow_links(flow)
    ]
    frame = pl.DataFrame(rows, schema={"source": pl.String, "target": pl.String, "number": pl.Int64})
    return frame.with_columns((pl.col("number") / (whole or None)).cast(pl.Float64).alias("share"))


def flow_links(flow: Row) -> Iterator[Link]:
    """What goes from where to where, most frequent reasons first; no reason that no report prints, nothing of none.

    In that order the figure draws the reasons of an outcome with hardly any links that cross.
    """
    if flow["received"] is None:
        return
    yield from ((name, "on_hand", flow[name]) for name in CAME_IN)
    yield from (("on_hand", name, flow[name]) for name in ENDS)
    for group in GROUPS:
        reasons = [(name, flow[name]) for name in _reasons(group) if flow[name] is not None]
        if group == "other" and flow["other"] is not None:
            reasons.append((ONE_ROW, flow["other"]))
        yield "on_hand", group, sum(number for _, number in reasons)
        yield from ((group, name, number) for name, number in sorted(reasons, key=lambda reason: -reason[1]))
    yield from (("on_hand", name, flow[name]) for name in ("carried_out", "short"))


def on_hand(flow: Row) -> int:
    """Received and carried in, as the reports that count say."""
    return (flow["received"] or 0) + (flow["carried_in"] or 0)


def node_label(name: str, language: str) -> str:
    """What a node is called, without its number; a reason by its short label."""
    if name in FLOW_NODES:
        return FLOW_NODES[name].say(language)
    return short_label(REQUESTS, name, language).rpartition(OTHERWISE_MARK.say(language))[2]


def _reasons(group: str) -> list[str]:
    return [word.name for word in REQUEST_ITEMS if word.name.startswith(f"{group}.")]


def _size(name: str, links: list[Link]) -> int:
    into = sum(number for _, target, number in links if target == name)
    return into or sum(number for source, _, number in links if source == name)


def _label(name: str, size: int, whole: int, language: str) -> str:
    return FLOW_LABEL.say(
        language, node=node_label(name, language), n=count(size, language), share=_share(size, whole, language)
    )


def _share(number: int, whole: int, language: str) -> str:
    return percent(number / whole, language) if whole else NOT_APPLICABLE.say(language)


def _hover(link: Link, whole: int, language: str) -> str:
    source, target, number = link
    return FLOW_POINT.say(
        language,
        source=node_label(source, language),
        target=node_label(target, language),
        n=count(number, language),
        share=_share(number, whole, language),
    )


def _colour(name: str) -> str:
    """The colour of a node: a reason has that of its outcome."""
    if name in ("short", "over"):
        return UNEVEN
    group = "other" if name == ONE_ROW else name.partition(".")[0]
    return COLOURS.get(group, PLAIN)


def _faint(colour: str) -> str:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return f"rgba({red},{green},{blue},{FAINT})"


def _title(flow: Row, year: int, who: str, language: str) -> str:
    """How many were on hand, the two most frequent outcomes, and what was carried out."""
    words = {"year": year, "who": who}
    if flow["received"] is None:
        return FLOW_NONE.say(language, **words)
    whole = on_hand(flow)
    if not whole:
        return FLOW_NOTHING.say(language, **words)
    outcomes = [link for link in flow_links(flow) if link[0] == "on_hand" and link[1] in (*ENDS, *GROUPS)]
    most = sorted(outcomes, key=lambda link: -link[2])[:2]
    parts = [f"{node_label(name, language)} {_share(number, whole, language)}" for _, name, number in most if number]
    return FLOW_TITLE.say(
        language,
        n=count(whole, language),
        parts=listed(parts, language),
        carried=_share(flow["carried_out"], whole, language),
        small=SMALL_IN_TITLE.say(language) if whole < STABILITY_LIMITS[0] else "",
        **words,
    )


def _note(flow: Row, who: str, language: str) -> str:
    note = FLOW_NOTE.say(
        language,
        who=who,
        whole=count(flow["reports"] - flow["left_out"], language),
        left_out=count(flow["left_out"], language),
    )
    if not (flow["short"] or flow["over"]):
        return note
    uneven = FLOW_UNEVEN.say(language, short=count(flow["short"], language), over=count(flow["over"], language))
    return joined([note, uneven], language)
