"""Papers on paper, and as a picture: only the paper, whole, on A4; and nothing is asked of the network for it."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.walk import click, go, open_home, settled

A4 = (595, 842)


def amounts(text: str) -> set[str]:
    return set(re.findall(r"¥[\d,]+\.\d\d", text))


PAPERS = {
    "整份计划": ("我的还款计划", {2, 3}), "给一家出借方的请求书": ("还款方案请求", {2}), "打电话用的一页卡": ("通话卡", {1}),
}  # fmt: skip
"""Each paper by its choice: what its title holds, and how many pages it may take."""


def open_papers(page: Page, address: str) -> None:
    """The papers of three debts, the plan first."""
    open_home(page, address)
    click(page.locator("[class*='st-key-sample-middle_three_debts'] button").first)
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    go(page, "带走")
    shown(page, "整份计划")


def shown(page: Page, paper: str) -> str:
    """What the paper on the page says, once it is the one that was chosen."""
    sheet = page.locator(".st-key-paper")
    expect(sheet).to_have_count(1)
    expect(sheet.get_by_role("heading").first).to_contain_text(PAPERS[paper][0])
    expect(sheet.locator("td").last).to_be_visible()
    settled(page)
    return sheet.inner_text()


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def test_each_paper_prints_whole_and_alone(server, page):
    open_papers(page, server.address)
    for paper, (_title, pages) in PAPERS.items():
        click(page.get_by_text(paper, exact=True))
        on_the_page = shown(page, paper)
        found = printed(page)
        said = "".join(each.extract_text() for each in found.pages)
        assert len(found.pages) in pages
        assert all((round(each.mediabox.width), round(each.mediabox.height)) == A4 for each in found.pages)
        assert amounts(said) == amounts(on_the_page)
        for chrome in ("首页", "English", "哪一份", "打印或存成", "下载", "填的内容", "先看，再拿"):
            assert chrome not in said, chrome
        assert f"{len(found.pages)} / {len(found.pages)}" in found.pages[-1].extract_text()


def test_the_card_is_one_page_in_english_too(server, page):
    open_papers(page, server.address)
    click(page.get_by_role("link", name="English", exact=True).first)
    click(page.get_by_text("One-page card for the call", exact=True))
    sheet = page.locator(".st-key-paper")
    expect(sheet).to_have_count(1)
    expect(sheet.get_by_role("heading").first).to_contain_text("Call card")
    expect(sheet.locator("td").last).to_be_visible()
    settled(page)
    assert len(printed(page).pages) == 1


def test_in_the_dark_the_paper_is_still_black_on_white(server, dark):
    open_papers(dark, server.address)
    dark.emulate_media(media="print", color_scheme="dark")
    ink, sheet = dark.evaluate(
        "() => [getComputedStyle(document.querySelector('.st-key-paper td')).color,"
        " getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
    )
    assert (ink, sheet) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_the_print_key_opens_the_printing_of_the_browser(server, page):
    page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; }")
    open_papers(page, server.address)
    key = page.get_by_role("button", name="打印或存成 PDF")
    key.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => window.printed") == 1


def test_the_long_picture_comes_as_wide_as_a_telephone(server, page):
    open_papers(page, server.address)
    with page.expect_download() as coming:
        click(page.get_by_role("button", name="下载长图"))
    assert coming.value.suggested_filename.endswith(".png")
    with Image.open(Path(coming.value.path())) as image:
        assert image.width == 750
        assert image.height > 2_000


def test_nothing_sticks_out_on_a_phone(server, phone):
    open_papers(phone, server.address)
    assert phone.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
