"""The plan of pages: every page, its address and its purpose, declared once; the reading side of the house."""

from dataclasses import dataclass
from typing import Final

from etl.vocabulary.labels import COMPARING, CONTENTS, DATA, Text
from etl.vocabulary.page_labels.agency import AGENCY, AGENCY_PURPOSE
from etl.vocabulary.page_labels.checks import CHECKS, CHECKS_PURPOSE
from etl.vocabulary.page_labels.compare import COMPARE, COMPARE_PURPOSE
from etl.vocabulary.page_labels.coverage import COVERAGE, COVERAGE_PURPOSE
from etl.vocabulary.page_labels.dictionary import DICTIONARY, DICTIONARY_PURPOSE
from etl.vocabulary.page_labels.downloads import DOWNLOADS, DOWNLOADS_PURPOSE
from etl.vocabulary.page_labels.outliers import OUTLIERS, OUTLIERS_PURPOSE
from etl.vocabulary.page_labels.overview import OVERVIEW, OVERVIEW_PURPOSE
from etl.vocabulary.page_labels.pair import PAIR, PAIR_PURPOSE
from etl.vocabulary.page_labels.proactive import PROACTIVE, PROACTIVE_PURPOSE
from etl.vocabulary.page_labels.problems import PROBLEMS, PROBLEMS_PURPOSE
from etl.vocabulary.page_labels.regions import REGIONS, REGIONS_PURPOSE
from etl.vocabulary.page_labels.requests import REQUESTS, REQUESTS_PURPOSE
from etl.vocabulary.page_labels.reuse import REUSE, REUSE_PURPOSE
from etl.vocabulary.page_labels.reviews import REVIEWS, REVIEWS_PURPOSE
from etl.vocabulary.page_labels.search import SEARCH, SEARCH_PURPOSE
from etl.vocabulary.page_labels.source import SOURCE_PAGE, SOURCE_PAGE_PURPOSE
from etl.vocabulary.page_labels.themes import THEMES_PAGE, THEMES_PURPOSE


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page: the script that draws it, where it stands in the address, what it is called and what it is for.

    `address` must never equal the stem of `script`: Streamlit would then run the script alone, without the frame. That
    of the front page is empty: Streamlit knows its first page by no other.
    `group` is the menu it stands in (None: in the bar itself); a page that is only led to, `is_menu` False, stands in
    neither. `is_filtered`: whether it shows what the filters leave; one about a thing of its own does not.
    """

    script: str
    address: str
    title: Text
    purpose: Text
    icon: str
    group: Text | None = None
    is_menu: bool = True
    is_filtered: bool = True


PLAN: Final = (
    PagePlan("pages/overview.py", "", OVERVIEW, OVERVIEW_PURPOSE, ":material/dashboard:"),
    PagePlan("pages/coverage.py", "who-reported", COVERAGE, COVERAGE_PURPOSE, ":material/grid_on:"),
    PagePlan("pages/agency.py", "agency-profile", AGENCY, AGENCY_PURPOSE, ":material/account_balance:"),
    PagePlan(
        "pages/proactive.py", "proactive-disclosure", PROACTIVE, PROACTIVE_PURPOSE, ":material/campaign:", CONTENTS
    ),
    PagePlan("pages/requests.py", "request-outcomes", REQUESTS, REQUESTS_PURPOSE, ":material/inbox:", CONTENTS),
    PagePlan("pages/reviews.py", "reviews-and-litigation", REVIEWS, REVIEWS_PURPOSE, ":material/gavel:", CONTENTS),
    PagePlan(
        "pages/problems.py", "problems-and-improvements", PROBLEMS, PROBLEMS_PURPOSE, ":material/difference:", CONTENTS
    ),
    PagePlan("pages/themes.py", "problem-themes", THEMES_PAGE, THEMES_PURPOSE, ":material/label:", CONTENTS),
    PagePlan("pages/search.py", "search-texts", SEARCH, SEARCH_PURPOSE, ":material/manage_search:", CONTENTS),
    PagePlan("pages/compare.py", "compare-over-years", COMPARE, COMPARE_PURPOSE, ":material/show_chart:", COMPARING),
    PagePlan("pages/outliers.py", "out-of-line", OUTLIERS, OUTLIERS_PURPOSE, ":material/scatter_plot:", COMPARING),
    PagePlan("pages/reuse.py", "text-reuse", REUSE, REUSE_PURPOSE, ":material/content_copy:", COMPARING),
    PagePlan("pages/regions.py", "regions-at-a-glance", REGIONS, REGIONS_PURPOSE, ":material/map:", COMPARING),
    PagePlan("pages/checks.py", "data-checks", CHECKS, CHECKS_PURPOSE, ":material/rule:", DATA),
    PagePlan("pages/dictionary.py", "what-columns-mean", DICTIONARY, DICTIONARY_PURPOSE, ":material/menu_book:", DATA),
    PagePlan("pages/downloads.py", "get-data", DOWNLOADS, DOWNLOADS_PURPOSE, ":material/download:", DATA),
    PagePlan(
        "pages/source.py",
        "source-in-place",
        SOURCE_PAGE,
        SOURCE_PAGE_PURPOSE,
        ":material/find_in_page:",
        is_menu=False,
        is_filtered=False,
    ),
    PagePlan("pages/pair.py", "two-texts", PAIR, PAIR_PURPOSE, ":material/compare:", is_menu=False, is_filtered=False),
)
"""In the order of the navigation; the first is the front page."""
UNFILTERED: Final = frozenset(page.address for page in PLAN if not page.is_filtered)
"""The addresses of the pages that filters do not change."""
