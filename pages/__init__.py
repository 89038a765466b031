"""The plan of pages: every page, its address and its purpose, declared once; the reading side of the house."""

from dataclasses import dataclass
from typing import Final

from etl.vocabulary.labels import Text
from etl.vocabulary.page_labels import (
    DOWNLOADS,
    DOWNLOADS_PURPOSE,
    OVERVIEW,
    OVERVIEW_PURPOSE,
    PROACTIVE,
    PROACTIVE_PURPOSE,
    PROBLEMS,
    PROBLEMS_PURPOSE,
    REQUESTS,
    REQUESTS_PURPOSE,
)


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page: the script that draws it, where it stands in the address, what it is called and what it is for.

    `address` must never equal the stem of `script`: Streamlit would then run the script alone, without the frame.
    """

    script: str
    address: str
    title: Text
    purpose: Text
    icon: str


PLAN: Final = (
    PagePlan("pages/overview.py", "home", OVERVIEW, OVERVIEW_PURPOSE, ":material/dashboard:"),
    PagePlan("pages/proactive.py", "proactive-disclosure", PROACTIVE, PROACTIVE_PURPOSE, ":material/campaign:"),
    PagePlan("pages/requests.py", "request-outcomes", REQUESTS, REQUESTS_PURPOSE, ":material/inbox:"),
    PagePlan("pages/problems.py", "problems-and-improvements", PROBLEMS, PROBLEMS_PURPOSE, ":material/difference:"),
    PagePlan("pages/downloads.py", "get-data", DOWNLOADS, DOWNLOADS_PURPOSE, ":material/download:"),
)
"""In the order of the navigation; the first is the front page."""
PAGE_BY_SCRIPT: Final = {page.script: page for page in PLAN}
