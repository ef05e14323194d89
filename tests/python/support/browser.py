"""A browser without a screen or a network, and what a report shows in it."""

from __future__ import annotations

import json
import os
import shutil
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

import aidnet
from aidnet import report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars",
    "--force-prefers-reduced-motion",
)  # fmt: skip
OFFLINE = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
WIDE, NARROW = 1280, 390
PATIENCE = 60


class Page:
    """A browser at one report, asked in the page's own terms."""

    def __init__(self, driver: Any, path: Path, data: dict[str, Any]) -> None:
        self.driver = driver
        self.path = path
        self.data = data

    def open(self, view: str = "lang=en", width: int = WIDE) -> Page:
        """Load the report anew, at a view of it, in a window of some width."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.get("about:blank")
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get_log("browser")
        self.driver.get_log("performance")
        self.driver.get(f"{self.path.as_uri()}#{view}")
        self.wait(lambda: self.count("#figure-sankey svg.chart, .empty") > 0)
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition: Callable[[], Any]) -> Any:
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, PATIENCE, 0.02).until(lambda _: condition())

    def one(self, selector: str) -> Any:
        from selenium.webdriver.common.by import By

        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def count(self, selector: str) -> int:
        return int(self.run("return document.querySelectorAll(arguments[0]).length", selector))

    def texts(self, selector: str) -> list[str]:
        """The text of each element, shown or not."""
        script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)"
        return list(self.run(script, selector))

    def attributes(self, selector: str, name: str) -> list[str]:
        script = (
            "return [...document.querySelectorAll(arguments[0])].map(e => e.getAttribute("
            "arguments[1]))"
        )
        return list(self.run(script, selector, name))

    def click(self, selector: str, at: int = 0) -> None:
        """Click what may lie under something else, or outside the window."""
        script = (
            "const e = document.querySelectorAll(arguments[0])[arguments[1]];"
            "e.focus?.(); e.dispatchEvent(new MouseEvent('click', {bubbles: true}))"
        )
        self.run(script, selector, at)

    def pick(self, selector: str, value: str) -> None:
        script = (
            "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
            "e.dispatchEvent(new Event('change', {bubbles: true}))"
        )
        self.run(script, selector, value)

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def panel(self) -> list[str]:
        """The ids of the statements in the panel, when all are listed."""
        self.wait(lambda: self.count(".panel:not([hidden])") == 1)
        while self.count(".panel .more"):
            self.click(".panel .more")
        return self.attributes(".panel .statement", "data-flow")

    def boxes(self, selector: str) -> list[tuple[float, float, float, float]]:
        """Left, top, right and bottom of each element, in pixels of the page."""
        script = """
            return [...document.querySelectorAll(arguments[0])].map(e => {
              const b = e.getBoundingClientRect();
              return [b.left + scrollX, b.top + scrollY, b.right + scrollX, b.bottom + scrollY];
            })"""
        return [tuple(box) for box in self.run(script, selector)]

    def complaints(self) -> list[str]:
        """What the console says."""
        return [line["message"] for line in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Each address that was asked for since the page was opened, data: aside."""
        asked = []
        for line in self.driver.get_log("performance"):
            message = json.loads(line["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"].partition("#")[0])
        return [url for url in asked if not url.startswith(("data:", "about:"))]

    @cached_property
    def names(self) -> dict[str, tuple[str, str]]:
        """English and Chinese names of the nodes, by id."""
        return {node["id"]: (node["en"], node["zh"]) for node in self.data["nodes"]}


def start(folder: Path) -> Any:
    """A fresh browser of the system's; `./dev test` sees to it that there is one."""
    from selenium import webdriver

    known = ("chromium", "chromium-browser", "google-chrome")
    binary = next(filter(None, map(shutil.which, known)), None)
    driver = shutil.which("chromedriver")
    if binary is None or driver is None:
        pytest.fail("needs Chromium and chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (*FLAGS, f"--user-data-dir={folder}", f"--window-size={WIDE},900"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    # Without what is loaded into Python for the sanitizers.
    rest = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    service = webdriver.ChromeService(executable_path=driver, env=rest)
    started = webdriver.Chrome(options=options, service=service)
    started.execute_cdp_cmd("Network.enable", {})
    started.execute_cdp_cmd("Network.emulateNetworkConditions", OFFLINE)
    started.set_script_timeout(PATIENCE)
    return started


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests of a run."""
    driver = start(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def east_west() -> aidnet.Ledger:
    """The embedded ledger."""
    return aidnet.datasets.load_east_west()


@pytest.fixture(scope="session")
def page(browser: Any, east_west: aidnet.Ledger, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The report of the embedded ledger; a few draws are enough to see intervals."""
    return page_of(browser, east_west, tmp_path_factory.mktemp("report"))


def page_of(driver: Any, ledger: aidnet.Ledger, folder: Path, **options: Any) -> Page:
    """A report of a ledger, to be opened."""
    made = report.build(ledger, **{"draws": 5, **options})
    path = folder / "report.html"
    made.write(path)
    return Page(driver, path, made.data)
