"""What every test shares: the reports kept beside the project, and how hypothesis draws its examples."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from pages.charts import picture

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# On a build server the same examples are drawn every time, so a red run is about the change and not about luck;
# machines are shared, so neither a slow example nor slow drawing is a failure.
settings.register_profile("server", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("desk", deadline=None)
settings.load_profile("server" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def project() -> Path:
    """The root folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `../shared` (contract, domain, reports).

    A checkout without it skips the test and says so; where GONGKAI_REQUIRE_SHARED is set, its absence is a failure.
    """
    if not (SHARED / "reports").is_dir():
        absent = "needs ../shared/reports beside the checkout"
        if os.environ.get("GONGKAI_REQUIRE_SHARED"):
            pytest.fail(f"{absent}, and GONGKAI_REQUIRE_SHARED is set")
        pytest.skip(absent)
    return SHARED


@pytest.fixture(scope="session")
def shared_reports(shared: Path) -> Path:
    """The folder `../shared/reports` with the reports whose cells were read by eye (`real`, `made`)."""
    return shared / "reports"


@pytest.fixture(autouse=True, scope="session")
def checked_figures() -> None:
    """Has Plotly check every property of every figure that a test has drawn."""
    picture.CHECKED = True
