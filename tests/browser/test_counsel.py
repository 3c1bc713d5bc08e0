"""A session with a counselor in a real browser: marks, notes, a reload, and the two copies of the record."""

from __future__ import annotations

import zipfile

from playwright.sync_api import Page, expect

from tests.browser import walk

SECRET = "暗号七三"


def step(page: Page, name: str) -> None:
    walk.click(page.get_by_test_id("stButtonGroup").first.get_by_text(name, exact=True))
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def downloaded(page: Page) -> str:
    with page.expect_download() as made:
        walk.click(page.get_by_role("button", name="下载记录（Word）"))
    with zipfile.ZipFile(made.value.path()) as archive:
        return archive.read("word/document.xml").decode()


def test_a_session_survives_a_reload_and_only_the_own_copy_holds_the_note(page, server):
    walk.open_sample(page, server.address, 1)
    walk.go(page, "陪谈")
    walk.type_into(page, "凭证", "10月工资条")
    walk.click(page.get_by_text("今天看过凭证").first)
    expect(page.get_by_text("核的。").first).to_be_visible()
    step(page, "私人笔记")
    page.get_by_label("新的一条").fill(SECRET)
    walk.click(page.get_by_role("heading", name="私人笔记"))
    expect(page.get_by_role("button", name="删除")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="核数字")).to_be_visible()
    expect(walk.field(page, "凭证")).to_have_value("10月工资条")
    step(page, "带走记录")
    client = downloaded(page)
    assert "10月工资条" in client
    assert SECRET not in client
    walk.click(page.get_by_text("咨询员自存，含清单和私人笔记"))
    expect(page.get_by_text(SECRET)).to_be_visible()
    assert SECRET in downloaded(page)


def test_a_phone_goes_through_every_step_without_a_sideways_scroll(phone, server):
    walk.open_sample(phone, server.address, 1)
    walk.settled(phone)
    phone.goto(f"{server.address}/counsel")
    expect(phone.get_by_role("heading", name="核数字")).to_be_visible()
    for name in ("问清楚", "选方案", "说给我听", "清单", "私人笔记", "带走记录"):
        step(phone, name)
        wide = phone.get_by_test_id("stMain").evaluate("each => each.scrollWidth - each.clientWidth")
        assert wide <= 0, name
