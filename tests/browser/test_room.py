"""The deal map under a real pointer: a click fills the terms, and they are carried on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser import walk

MIDDLE = 5
"""The sample of three debts, second of the index, first of the right-hand column."""


def opened(page: Page, address: str) -> None:
    walk.open_sample(page, address, MIDDLE)
    walk.go(page, "谈判空间")
    walk.settled(page)


def click_map(page: Page, across: float, down: float) -> None:
    """At a place of the map itself, once it has stopped moving."""
    area = page.locator(".js-plotly-plot .nsewdrag").first
    area.scroll_into_view_if_needed()
    box = at_rest(area)
    area.click(position={"x": box["width"] * across, "y": box["height"] * down})


def at_rest(area: Locator) -> FloatRect:
    """Where it lies once it lies still: the chart widens when the menu has gone."""
    box = None
    while box is None or box != area.bounding_box():
        box = area.bounding_box()
        area.page.wait_for_timeout(300)
    return box


@pytest.mark.parametrize("window", ["page", "phone"])
def test_a_click_on_the_map_fills_the_terms(request, server, window):
    page: Page = request.getfixturevalue(window)
    opened(page, server.address)
    if page.get_by_test_id("stSidebarCollapseButton").is_visible():
        walk.click(page.get_by_test_id("stSidebarCollapseButton").get_by_role("button"))
    sliders = page.get_by_test_id("stSlider")
    click_map(page, 0.75, 0.6)
    expect(sliders.nth(0)).to_contain_text("46")
    expect(sliders.nth(1)).to_contain_text("24%")
    expect(page.get_by_text(re.compile("分 46 期，减免"))).to_be_visible()
    walk.click(page.get_by_role("button", name="把这个条件带到方案比较"))
    expect(page.get_by_role("heading", name="方案比较", exact=True)).to_be_visible()
    expect(page.get_by_text("恢复原来的条件").first).to_be_visible()
