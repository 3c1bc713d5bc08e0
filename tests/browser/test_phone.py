"""A phone's width: the menu opens over the page, leads to every page and is gone; a case file is made and opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import test_casefile, test_walks, walk
from ui.navigation import PAGES


@pytest.fixture
def touched(browser: Browser) -> Iterator[Page]:
    """A touch screen of 390 by 844."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=True
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def uncovered(page: Page) -> None:
    """Nothing lies over the page, and nothing of it stands outside the window."""
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    expect(page.get_by_test_id("stSidebarCollapseButton")).not_to_be_visible()
    walk.settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_menu_leads_to_every_page_and_is_gone(touched, server):
    walk.open_sample(touched, server.address, 5)
    for entry in PAGES:
        walk.by_the_button(touched, entry.title)
        heading = "还得起" if entry.name == "home" else entry.title
        expect(touched.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
        uncovered(touched)
    test_walks.no_boxes(touched)


def test_a_case_file_is_made_and_opened_again(touched, server, tmp_path):
    walk.open_sample(touched, server.address)
    walk.go(touched, "存档")
    file = test_casefile.packed(touched, tmp_path)
    test_casefile.ended(touched)
    test_casefile.opened(touched, file)
    walk.go(touched, "债务")
    expect(walk.field(touched, "剩余本金（元）")).to_have_value("10,500")
