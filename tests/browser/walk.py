"""What a person does, in words."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Locator, Page, expect

from ui.navigation import PAGES

TITLES = tuple(entry.title for entry in PAGES if entry.name != "home")
_MENU = {entry.title: entry.menu for entry in PAGES if entry.menu}


def open_home(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="还得起", exact=True)).to_be_visible()


def open_sample(page: Page, address: str, place: int = 0) -> None:
    open_home(page, address)
    page.get_by_role("button", name="打开这个样例").nth(place).click()
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()


def go(page: Page, title: str) -> None:
    """By the menu, which a phone keeps behind a button; a click that came to nothing is made again, as people do."""
    heading = page.get_by_role("heading", name=title, exact=True).first
    for _ in range(3):
        menu = page.get_by_test_id("stExpandSidebarButton")
        if menu.is_visible():
            menu.click()
        _choose(page, title)
        with suppress(AssertionError):
            expect(heading).to_be_visible(timeout=6_000)
            return
    expect(heading).to_be_visible()


def _choose(page: Page, title: str) -> None:
    opener = page.get_by_test_id("stTopNavSection").filter(has_text=_MENU.get(title, "\0"))
    if opener.count():
        opener.click()
        page.get_by_role("menuitem", name=title, exact=True).click()
    else:
        page.get_by_role("link", name=title, exact=True).first.click()


def field(page: Page, label: str) -> Locator:
    """The input under that label."""
    return page.get_by_role("textbox", name=label, exact=True).first


def type_into(page: Page, label: str, text: str) -> None:
    box = field(page, label)
    box.fill(text)
    box.press("Tab")


def settled(page: Page) -> None:
    """Until the page has stopped working on something."""
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
