"""What a person does, in words."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from ui.navigation import PAGES

_ON_ITS_WAY = 60
"""Milliseconds in which what was typed leaves the page."""
_NARROW = 768
_HEADINGS = {"首页": "还得起"}
_MENU = {entry.title: entry.menu for entry in PAGES if entry.menu}


def open_home(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="还得起", exact=True)).to_be_visible()
    _known(page)


def _known(page: Page) -> None:
    """Until the tab has said who it is and the page stands: before, what is pressed may give way to that first word.

    Streamlit drops its answer to a chosen file, too, where a rerun begins in the same instant (ForwardMsgQueue.clear).
    """
    page.wait_for_function("() => sessionStorage.getItem('huandeqi')")
    page.wait_for_timeout(_ON_ITS_WAY)
    settled(page)


def open_sample(page: Page, address: str, place: int = 0) -> None:
    open_home(page, address)
    click(page.get_by_role("button", name="打开这个样例").nth(place))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    settled(page)


def go(page: Page, title: str) -> None:
    """By the menu, which a phone keeps behind a button, until the page stands; a click that came to nothing is made again."""
    heading = page.get_by_role("heading", name=_HEADINGS.get(title, title), exact=True).first
    for _ in range(3):
        if page.viewport_size["width"] > _NARROW or not page.get_by_test_id("stExpandSidebarButton").count():
            _choose(page, title)
        else:
            by_the_button(page, title)
        with suppress(AssertionError):
            expect(heading).to_be_visible(timeout=6_000)
            break
    expect(heading).to_be_visible()
    settled(page)


def by_the_button(page: Page, title: str) -> None:
    """The menu that lies over a narrow window, opened, and a page chosen in it."""
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()


def _choose(page: Page, title: str) -> None:
    opener = page.get_by_test_id("stTopNavSection").filter(has_text=_MENU.get(title, "\0"))
    if opener.count():
        opener.click()
        page.get_by_role("menuitem", name=title, exact=True).click()
    else:
        page.get_by_role("link", name=title, exact=True).first.click()


def click(place: Locator) -> None:
    """On a page that stands, until it stands again: while it is drawn anew, what was there is there twice."""
    settled(place.page)
    place.click()
    place.page.wait_for_timeout(_ON_ITS_WAY)
    settled(place.page)


def field(page: Page, label: str) -> Locator:
    """The input under that label."""
    return page.get_by_role("textbox", name=label, exact=True).first


def type_into(page: Page, label: str, text: str) -> None:
    box = field(page, label)
    box.fill(text)
    box.press("Tab")
    page.wait_for_timeout(_ON_ITS_WAY)
    settled(page)


def upload_file(page: Page, file: Path | FilePayload) -> None:
    """A file into the page's first uploader."""
    _known(page)
    page.locator("input[type=file]").first.set_input_files(file)


def upload(page: Page, name: str, data: bytes) -> None:
    upload_file(page, {"name": name, "mimeType": "application/octet-stream", "buffer": data})


def settled(page: Page) -> None:
    """Until the page has stopped working on something."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
