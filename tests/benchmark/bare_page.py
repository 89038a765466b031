"""As little as a page can be: one filter, and charts and tables whose contents are ready, nothing else.

All charts and tables of the measured page stand on it, those too that the page shows only once their tab is opened.
Figures are made in each run from descriptions that are ready, as is usual: a page cannot have them for a filter that
nobody has chosen before. With `figures=ready` in the address those are handed over as they are, as our pages do.
"""

import os
import pickle
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from plotly.basedatatypes import BaseFigure


class Described(BaseFigure):  # type: ignore[misc]  # Plotly tells no types
    """A figure that is described already: it is neither checked nor copied."""

    def __init__(self, description: dict[str, Any]) -> None:
        self._description = description

    def to_dict(self) -> dict[str, Any]:
        """The description."""
        return self._description


@st.cache_resource
def ready_made() -> list[dict[str, list[Any]]]:
    """Descriptions of figures, and frames, of every page measured, by the number that the address names."""
    held: list[dict[str, list[Any]]] = pickle.loads(Path(os.environ["GONGKAI_READY_MADE"]).read_bytes())
    return held


def without_theme(described: dict[str, Any]) -> dict[str, Any]:
    """What a page would write to make a figure: its traces and its layout, without the theme that Streamlit adds."""
    layout = {name: value for name, value in described["layout"].items() if name != "template"}
    return {**described, "layout": layout}


def main() -> None:
    """One run."""
    st.set_page_config(layout="wide")
    st.multiselect("year", [str(year) for year in range(2000, 2050)], key="year", bind="query-params")
    screen = ready_made()[int(st.query_params.get("screen", "0"))]
    is_ready = st.query_params.get("figures") == "ready"
    for number, described in enumerate(screen["figures"]):
        figure = Described(described) if is_ready else go.Figure(without_theme(described))
        st.plotly_chart(figure, key=f"chart {number}")
    for frame in screen["frames"]:
        st.dataframe(frame, hide_index=True)


main()
