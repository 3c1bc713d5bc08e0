"""Filling in: one order for the eye, the Tab key and a phone; a wrong entry marked where it stands and led to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser import walk

_ORDER = ("剩余本金（元）", "欠的利息（元）", "欠的罚息、违约金（元）", "欠的其他费用（元）")


def _tops(page: Page) -> list[tuple[float, float]]:
    """Where the four parts of a debt stand, by row and then along it."""
    boxes = [walk.field(page, label).bounding_box() for label in _ORDER]
    return [(box["y"], box["x"]) for box in boxes if box]


@pytest.mark.parametrize("window", ["page", "phone"])
def test_the_fields_of_a_debt_are_read_in_the_order_they_are_asked(window, server, request):
    page = request.getfixturevalue(window)
    walk.open_sample(page, server.address)
    walk.go(page, "债务")
    assert _tops(page) == sorted(_tops(page))


def test_tab_goes_along_a_row(server, page):
    walk.open_sample(page, server.address)
    walk.go(page, "债务")
    walk.field(page, _ORDER[0]).focus()
    met = []
    for _ in range(8):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert [label for label in met if label in _ORDER] == list(_ORDER[1:])


def test_a_wrong_entry_is_marked_and_led_to_from_another_page(server, page):
    walk.open_sample(page, server.address)
    walk.go(page, "收入与支出")
    box = walk.field(page, "到手金额（元）")
    frame = page.get_by_test_id("stTextInputRootElement").filter(has=box)
    before = frame.evaluate("each => getComputedStyle(each).borderTopColor")
    walk.type_into(page, "到手金额（元）", "不一定")
    expect(page.get_by_text("“不一定”不是能看懂的到手金额。")).to_be_visible()
    page.keyboard.press("Escape")
    assert frame.evaluate("each => getComputedStyle(each).borderTopColor") != before
    walk.go(page, "能还多少")
    walk.click(page.get_by_role("button", name="收入第 1 项的到手金额"))
    expect(page.get_by_role("heading", name="收入与支出", exact=True)).to_be_visible()
    expect(walk.field(page, "到手金额（元）")).to_have_value("不一定")


def test_a_phone_names_its_menu_and_shows_an_amount_beside_how_often(server, phone):
    walk.open_sample(phone, server.address)
    expect(phone.get_by_role("button", name="菜单", exact=True)).to_be_visible()
    walk.go(phone, "收入与支出")
    line = phone.locator(".st-key-list [data-testid=stHorizontalBlock]").first
    amount = line.get_by_role("textbox", name="金额（元）").bounding_box()
    often = line.get_by_role("combobox", name="多久一次").bounding_box()
    assert amount["y"] == pytest.approx(often["y"], abs=12)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
