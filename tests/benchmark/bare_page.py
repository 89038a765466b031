"""The least a page can be: one filter, and charts and tables whose contents are ready, nothing else.

All charts and tables of the measured page stand on it, those too that the page shows only once their tab is opened.
Figures are made in each run, from descriptions that are ready: a page cannot have them for a filter that nobody has
chosen before. That, and to hand figures and frames over, is what any page with these charts and tables must do.
"""

import os
import pickle
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def ready_made() -> list[dict[str, list[Any]]]:
    """Descriptions of figures, and frames, of every page measured, by the number that the address names."""
    held: list[dict[str, list[Any]]] = pickle.loads(Path(os.environ["GONGKAI_READY_MADE"]).read_bytes())
    return held


def main() -> None:
    """One run."""
    st.set_page_config(layout="wide")
    st.multiselect("year", [str(year) for year in range(2000, 2050)], key="year", bind="query-params")
    screen = ready_made()[int(st.query_params.get("screen", "0"))]
    for number, figure in enumerate(screen["figures"]):
        st.plotly_chart(go.Figure(figure), key=f"chart {number}")
    for frame in screen["frames"]:
        st.dataframe(frame, hide_index=True)


main()
