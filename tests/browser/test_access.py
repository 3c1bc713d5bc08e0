"""Access: what axe finds on every page, light and dark; and the way from the first page to a compared option by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.walk import go, open_home, open_sample, settled
from ui.navigation import PAGES

_ASKED = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": ["color-contrast"]},
}
"""What changes in the dark is the contrast."""


def test_axe_finds_nothing_serious_on_any_page_and_none_asks_anything_of_the_outside(server, page):
    """The page fixture refuses any request off this machine and any console error."""
    axe = Axe()
    open_sample(page, server.address, 1)
    for entry in PAGES:
        go(page, entry.title)
        for scheme, asked in _ASKED.items():
            page.emulate_media(color_scheme=scheme)
            settled(page)
            assert list(_grave(axe.run(page, options=asked).response)) == [], (entry.name, scheme)


def _grave(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for rule in found["violations"]:
        if rule["impact"] in {"serious", "critical"}:
            yield from ((rule["id"], node["html"]) for node in rule["nodes"])


def test_each_page_has_one_first_heading_and_fields_with_names(server, page):
    open_sample(page, server.address, 1)
    for name in ("assets", "budget", "debts", "options", "call"):
        page.goto(f"{server.address}/{name}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        settled(page)
        for box in page.get_by_role("textbox").all():
            assert box.evaluate("box => box.labels?.[0]?.innerText || box.getAttribute('aria-label')"), name


def focused(page: Page) -> str:
    """The name of what the keyboard is on."""
    return page.evaluate("""() => {
      const here = document.activeElement;
      if (!here.matches("a, button, input, textarea, summary")) return "";
      return here.getAttribute("aria-label") || here.labels?.[0]?.innerText || here.innerText || "";
    }""")


def tab_to(page: Page, words: str, key: str = "Tab") -> None:
    for _ in range(80):
        if focused(page).strip().startswith(words) and "为什么问" not in focused(page):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{words} cannot be reached by Tab")


def test_the_keyboard_alone_fills_a_debt_and_compares_an_option(server, page):
    open_home(page, server.address)
    tab_to(page, "收入与支出")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="收入与支出", exact=True)).to_be_visible()
    settled(page)
    tab_to(page, "添加一项收入")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="到手金额（元）")).to_be_visible()
    settled(page)
    tab_to(page, "到手金额", "Shift+Tab")
    page.keyboard.type("6000")
    page.keyboard.press("Tab")
    expect(page.get_by_text("¥6,000.00").first).to_be_visible()
    tab_to(page, "下一页：债务")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="债务", exact=True)).to_be_visible()
    settled(page)
    tab_to(page, "添加一笔债务")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="欠谁的", exact=True)).to_be_visible()
    settled(page)
    for label, typed in (("欠谁的", "某平台"), ("剩余本金", "1.2万"), ("合同利率", "年18%"), ("还剩几期", "12")):
        tab_to(page, label)
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
        settled(page)
    expect(page.get_by_text("¥12,000.00").first).to_be_visible()
    tab_to(page, "下一页：能还多少")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="能还多少", exact=True)).to_be_visible()
    tab_to(page, "下一页：方案比较")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="方案比较", exact=True)).to_be_visible()
    expect(page.get_by_text("每月最多").first).to_be_visible()
    settled(page)
    shown = page.locator("[data-testid=stMetric]").count()
    tab_to(page, page.locator("[data-testid=stButtonGroup] button").first.inner_text().strip())
    tab_to(page, "拉长还款期", "ArrowRight")
    page.keyboard.press("Space")
    settled(page)
    expect(page.locator("[data-testid=stMetric]")).to_have_count(shown + 1)
    expect(page.locator("[data-testid=stMetric]").first).to_have_attribute("aria-live", "polite")
