"""All debts together in a real browser: a point clicked becomes the plan, due days go into a phone."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.walk import click, go, open_home


def open_three_debts(page: Page, address: str) -> None:
    open_home(page, address)
    click(page.locator("[class*='st-key-sample-middle_three_debts'] button").first)
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    go(page, "一起还")
    menu = page.get_by_test_id("stSidebarCollapseButton")
    if menu.is_visible():
        click(menu.get_by_role("button"))
    expect(page.get_by_text("已经证明")).to_be_visible()


def test_a_point_on_the_chart_becomes_the_plan_that_is_shown(server, page):
    open_three_debts(page, server.address)
    before = page.get_by_role("heading", level=3).first.inner_text()
    click(page.get_by_role("button", name="看看别的取舍"))
    expect(page.get_by_text("点图上的点，或者在这里选")).to_be_visible()
    points = page.get_by_test_id("stPlotlyChart").last.locator("path.point")
    expect(points.nth(2)).to_be_visible()
    points.nth(2).scroll_into_view_if_needed()
    spot = points.nth(2).bounding_box()
    assert spot
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    expect(page.get_by_text("这是从取舍图里选的安排")).to_be_visible()
    assert page.get_by_role("heading", level=3).first.inner_text() != before
    click(page.get_by_role("button", name="回到最好的安排"))
    expect(page.get_by_role("heading", level=3).first).to_have_text(before)


def test_the_due_days_come_as_a_file_that_names_nobody(server, page):
    open_three_debts(page, server.address)
    with page.expect_download() as coming:
        click(page.get_by_role("button", name="下载日历文件"))
    text = Path(coming.value.path()).read_bytes()
    events = [part for part in Calendar.from_ical(text).walk() if part.name == "VEVENT"]
    assert len(events) > 30
    assert "京东".encode() not in text


def test_nothing_sticks_out_on_a_phone(server, phone):
    open_three_debts(phone, server.address)
    click(phone.get_by_role("button", name="看看别的取舍"))
    expect(phone.get_by_text("点图上的点，或者在这里选")).to_be_visible()
    wide = phone.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
