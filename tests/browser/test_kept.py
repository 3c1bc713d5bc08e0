"""Nothing typed is lost: a killed server, a reload, a second window; and nothing is written where it was not asked for."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.walk import click, field, go, open_home, open_sample, settled, type_into


def data(tmp_path: Path) -> bytes:
    return b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def a_debt(page):
    go(page, "债务")
    click(page.get_by_role("button", name="添加一笔债务"))
    type_into(page, "欠谁的", "独一无二银行")
    type_into(page, "剩余本金（元）", "1.25万")
    expect(page.get_by_text("¥12,500.00").first).to_be_visible()


def test_a_killed_server_loses_nothing_on_a_computer_of_ones_own(private, page, tmp_path):
    open_home(page, private.address)
    click(page.get_by_role("button", name="只有我用，请存下来"))
    expect(page.get_by_text("填的内容会自动存在这台电脑。")).to_be_visible()
    a_debt(page)
    type_into(page, "逾期金额（元）", "很多")
    expect(page.get_by_text("不是能看懂的").first).to_be_visible()
    private.stop()
    private.start()
    page.goto(f"{private.address}/debts")
    expect(field(page, "欠谁的")).to_have_value("独一无二银行")
    expect(field(page, "剩余本金（元）")).to_have_value("12,500")
    expect(field(page, "逾期金额（元）")).to_have_value("很多")


def test_nothing_is_written_on_a_shared_computer_or_before_the_answer(private, page, tmp_path):
    open_home(page, private.address)
    a_debt(page)
    assert data(tmp_path) == b""
    go(page, "首页")
    click(page.get_by_role("button", name="和别人共用，不要存"))
    expect(page.get_by_text("只在内存里").first).to_be_visible()
    a_debt(page)
    assert data(tmp_path) == b""


def test_two_windows_on_one_case_never_overwrite_each_other_unseen(private, browser, page):
    open_home(page, private.address)
    click(page.get_by_role("button", name="只有我用，请存下来"))
    a_debt(page)
    other = browser.new_context(locale="zh-CN").new_page()
    open_home(other, private.address)
    click(other.get_by_role("button", name="打开", exact=True))
    go(other, "债务")
    expect(field(other, "欠谁的")).to_have_value("独一无二银行")
    type_into(other, "剩余本金（元）", "2万")
    expect(other.get_by_text("¥20,000.00").first).to_be_visible()
    type_into(page, "剩余本金（元）", "3万")
    go(page, "首页")
    expect(page.get_by_text("另一个窗口里改过这份内容")).to_be_visible()
    click(page.get_by_role("button", name="两份都留"))
    click(page.get_by_text("存在这台电脑的内容"))
    expect(page.get_by_text(re.compile("共 2 份"))).to_be_visible()
    other.context.close()


def test_a_kept_case_is_renamed_copied_and_really_deleted(private, page, tmp_path):
    open_home(page, private.address)
    click(page.get_by_role("button", name="只有我用，请存下来"))
    a_debt(page)
    go(page, "首页")
    click(page.get_by_text("存在这台电脑的内容"))
    click(page.get_by_role("button", name="复制", exact=True))
    expect(page.get_by_text("共 2 份")).to_be_visible()
    assert "独一无二银行".encode() in data(tmp_path)
    click(page.get_by_role("button", name="以后不存在这台电脑"))
    click(page.get_by_role("button", name="全部删掉，以后不存"))
    expect(page.get_by_text("只在内存里").first).to_be_visible()
    assert data(tmp_path) == b""


def test_a_reload_and_a_direct_address_stay_on_their_page(server, page):
    open_sample(page, server.address)
    for name, title in (("debts", "债务"), ("affordability", "能还多少"), ("options", "方案比较")):
        page.goto(f"{server.address}/{name}")
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
        settled(page)
        page.reload()
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
        settled(page)
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
