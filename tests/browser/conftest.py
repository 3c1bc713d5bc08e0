"""A real browser on a real server, started as a person starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

import start

expect.set_options(timeout=20_000)

ROOT = Path(__file__).parent.parent.parent
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser has a clock of its own: what fails there is tried once more, and named in the summary as tried again."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


class Server:
    """The app served for tests; it can be killed and started again on the same port."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.port = start.free_port(8700)
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = ""
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            start.server(self.port, Path(sys.executable), self.root),
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        deadline = time.monotonic() + 60
        while not start.is_up(self.address):
            assert self.process.poll() is None, "the server did not start"
            assert time.monotonic() < deadline, "the server did not answer within a minute"
            time.sleep(0.1)

    def stop(self) -> None:
        self.process.kill()
        output, _ = self.process.communicate(timeout=20)
        self.log += output.decode("utf-8", "replace")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    served = Server()
    yield served
    served.stop()


@pytest.fixture
def fresh_server() -> Iterator[Server]:
    """A server nobody has visited."""
    served = Server()
    yield served
    served.stop()


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with a data folder of its own, which nobody has used."""
    monkeypatch.setenv("HUANDEQI_DATA", str(tmp_path / "data"))
    served = Server()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("HUANDEQI_BROWSER") or start.browser()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield opened
        opened.close()


class Watch:
    """Everything the pages of a context asked for and complained of, until it ends."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.listeners = {
            "request": lambda request: self.requests.append(request.url),
            "console": self._complaint,
            "weberror": lambda error: self.errors.append(str(error.error)),
            "page": lambda page: page.on("websocket", lambda socket: self.requests.append(socket.url)),
        }
        for event, listener in self.listeners.items():
            context.on(event, listener)

    def end(self, context: BrowserContext) -> None:
        for event, listener in self.listeners.items():
            context.remove_listener(event, listener)

    def _complaint(self, message: ConsoleMessage) -> None:
        """Streamlit looks for its own base path on a deep link and is told 404 once; that is no fault of a page."""
        if message.type == "error" and "/_stcore/" not in str(message.location.get("url")):
            self.errors.append(f"{message.text} {message.location.get('url')}")

    def foreign(self) -> list[str]:
        local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
        return [url for url in self.requests if not url.startswith(local)]


class Windows:
    """A context for each size and scheme, used again: a person's browser, too, parses Streamlit once and not at each visit."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: dict[tuple[int, int, str], BrowserContext] = {}

    def context(self, width: int, height: int, scheme: str = "light") -> BrowserContext:
        if (width, height, scheme) not in self.contexts:
            made = self.browser.new_context(
                viewport={"width": width, "height": height},
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
                color_scheme=scheme,
            )
            made.set_default_timeout(20_000)
            self.contexts[width, height, scheme] = made
        return self.contexts[width, height, scheme]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


def _page(context: BrowserContext) -> Iterator[Page]:
    watch = Watch(context)
    page = context.new_page()
    yield page
    watch.end(context)
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
    context.clear_cookies()
    for each in context.pages:
        each.close()
    assert watch.requests
    assert watch.foreign() == []
    assert watch.errors == []


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """A desktop window that must stay on this machine and free of console errors."""
    yield from _page(windows.context(1280, 900))


@pytest.fixture
def phone(windows: Windows) -> Iterator[Page]:
    """A phone's width under the same conditions."""
    yield from _page(windows.context(390, 844))


@pytest.fixture
def dark(windows: Windows) -> Iterator[Page]:
    """A desktop window in the dark."""
    yield from _page(windows.context(1280, 900, "dark"))
