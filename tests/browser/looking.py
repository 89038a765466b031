"""What a reader does and sees, in the terms of the dashboard: wait until it stands, choose, read, go."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Locator, Page, TimeoutError, expect  # noqa: A004  # the driver's own

TRIES = 4
BETWEEN_RUNS = 200
"""Milliseconds after which a run that follows another has begun."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One reader's tab."""

    page: Page

    def settled(self) -> Self:
        """The same visit once the server has drawn everything and runs no more.

        One run may follow another, and nothing runs for a moment between them.
        """
        for _ in range(TRIES):
            expect(self.page.locator("h1")).to_be_visible(timeout=60_000)
            expect(self._script).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
            expect(self.page.locator("[data-testid=stSkeleton]")).to_have_count(0, timeout=60_000)
            self.page.wait_for_timeout(BETWEEN_RUNS)
            if self._script.get_attribute("data-test-script-state") == "notRunning":
                break
        return self

    @property
    def _script(self) -> Locator:
        return self.page.locator("[data-test-script-state]").first

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.page.locator("h1").inner_text().strip()

    @property
    def address(self) -> dict[str, list[str]]:
        """The parameters in the address."""
        return parse_qs(urlparse(self.page.url).query)

    @property
    def path(self) -> str:
        """The address of the page without its parameters."""
        return urlparse(self.page.url).path.strip("/")

    @property
    def faults(self) -> list[str]:
        """Errors that stand on the page."""
        return self.page.locator("[data-testid=stException], [data-testid=stAlertContentError]").all_inner_texts()

    def written(self) -> str:
        """Everything written in the main part of the page."""
        return self.page.locator("[data-testid=stMain]").inner_text()

    def choose(self, label: str, option: str) -> Self:
        """Opens the box of that label and takes an option; a list that a late answer closes is reopened."""
        box = self.page.get_by_role("combobox", name=label).first
        wanted = self.page.get_by_role("option", name=option, exact=True).first
        for _ in range(TRIES):
            box.click()
            try:
                wanted.click(timeout=5_000)
                break
            except TimeoutError:
                self.page.keyboard.press("Escape")
                self.settled()
        else:
            raise AssertionError(f"{label}: no {option}")
        self.page.wait_for_timeout(300)
        return self.settled()

    def press(self, name: str, role: str = "button") -> Self:
        """Presses a button."""
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]  # a role by its name
        self.page.wait_for_timeout(300)
        return self.settled()

    def chart(self, nth: int = 0) -> Locator:
        """The n-th chart of the page."""
        return self.page.locator("[data-testid=stPlotlyChart]").nth(nth)
