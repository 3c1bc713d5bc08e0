"""Harassed, logged, held against the rules, complained of: the whole way in a real browser, to the document."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Page, expect

from tests.browser.test_walks import choose
from tests.browser.walk import click, go, open_sample, settled, type_into

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def harassed(page: Page, address: str) -> None:
    """A sample with one more call in the night."""
    open_sample(page, address)
    go(page, "往来记录")
    click(page.get_by_role("button", name="补记以前的一件事"))
    expect(page.get_by_role("button", name="删除这一条")).to_be_visible()
    type_into(page, "时间", "22:40")
    click(page.get_by_role("combobox", name="什么事"))
    click(page.get_by_role("option", name="对方来电，接通"))
    settled(page)
    who = page.get_by_role("textbox", name="对方是谁", exact=True).last
    who.fill("工号 4001")
    who.press("Tab")
    box = page.get_by_role("textbox", name="说了什么", exact=True)
    box.fill("再不还就弄死你")
    box.press("Control+Enter")
    settled(page)


def test_from_the_call_in_the_night_to_the_complaint_in_hand(server, page):
    harassed(page, server.address)
    go(page, "催收核对")
    expect(page.get_by_text("说的话可能威胁到人身安全").first).to_be_visible()
    expect(page.get_by_text("次在晚上 22:00 到早上 8:00 之间").first).to_be_visible()
    click(page.get_by_role("link", name="写成投诉和文书"))
    expect(page.get_by_role("heading", name="看一份，带走")).to_be_visible()
    settled(page)
    choose(page, "看哪一份", "向出借机构投诉")
    expect(page.get_by_text("再不还就弄死你").first).to_be_visible()
    with page.expect_download() as coming:
        click(page.get_by_role("button", name="下载（Word）"))
    with zipfile.ZipFile(BytesIO(Path(coming.value.path()).read_bytes())) as archive:
        text = "".join(ET.fromstring(archive.read("word/document.xml")).itertext())
    assert "当时记下：“再不还就弄死你”" in text
    assert "工号 4001" in text
    assert "第五十条第一款第一项" in text
    click(page.get_by_role("button", name="记为已寄出、已提交"))
    expect(page.get_by_text("向主管部门反映").first).to_be_visible()


def test_nothing_sticks_out_on_a_phone(server, phone):
    open_sample(phone, server.address)
    go(phone, "投诉与文书")
    wide = phone.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
