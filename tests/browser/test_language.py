"""The language changes at once, on the page that is open, and nothing typed is lost."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.walk import click, go, open_home, open_sample, type_into


def test_a_person_changes_the_language_in_the_middle_of_a_page(server, page):
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "剩余本金（元）", "1.25万")
    click(page.get_by_role("link", name="English", exact=True))
    expect(page.get_by_role("heading", name="Debts", exact=True)).to_be_visible()
    expect(page).to_have_url(f"{server.address}/debts")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("textbox", name="Principal left (yuan)", exact=True).first).to_have_value("12,500")
    click(page.get_by_role("link", name="中文", exact=True))
    expect(page.get_by_role("heading", name="债务", exact=True)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_streamlits_own_words_follow_the_language(server, page):
    open_home(page, server.address)
    expect(page.get_by_role("button", name="选择文件")).to_be_visible()
    click(page.get_by_role("link", name="English", exact=True))
    expect(page.get_by_role("button", name="Upload", exact=True)).to_be_visible()
    click(page.get_by_role("link", name="中文", exact=True))
    expect(page.get_by_role("button", name="选择文件")).to_be_visible()


def test_pages_that_do_not_fit_the_menu_are_counted_in_its_language(server, page):
    page.set_viewport_size({"width": 768, "height": 900})
    open_home(page, server.address)
    expect(page.get_by_role("banner").get_by_text(re.compile(r"^还有 \d+ 页$")).last).to_be_visible()
