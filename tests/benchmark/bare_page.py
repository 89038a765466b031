"""The least a page can be: one filter, and charts and tables whose contents are ready, nothing else.

All charts and tables of the measured page stand on it, those too that the page shows only once their tab is opened.
To hand over figures and frames that are ready is the least that any page with these charts and tables must do.
"""

import os
import pickle
from pathlib import Path
from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure


class Described(BaseFigure):  # type: ignore[misc]  # Plotly tells no types
    """A figure that is described already; one of Plotly's own would be made, checked and copied in each run."""

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


def main() -> None:
    """One run."""
    st.set_page_config(layout="wide")
    st.multiselect("year", [str(year) for year in range(2000, 2050)], key="year", bind="query-params")
    screen = ready_made()[int(st.query_params.get("screen", "0"))]
    for number, figure in enumerate(screen["figures"]):
        st.plotly_chart(Described(figure), key=f"chart {number}")
    for frame in screen["frames"]:
        st.dataframe(frame, hide_index=True)


main()
