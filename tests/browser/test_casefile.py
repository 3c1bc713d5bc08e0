"""Nothing lost: a change taken back and done again, a moment kept and compared, a locked file carried off and opened."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.walk import click, field, go, open_home, open_sample, settled, type_into, upload_file
from ui import keep

PASSPHRASE = "月亮 楼梯 五角钱"


def steps(page: Page) -> None:
    """A change, back by the button, forth by the keyboard."""
    go(page, "债务")
    type_into(page, "剩余本金（元）", "9000")
    expect(page.get_by_text("¥9,000.00").first).to_be_visible()
    click(page.get_by_role("button", name="撤销上一步"))
    expect(page.get_by_text("已撤销：债务“京东金条”的剩余本金改成 ¥9,000.00。现在又是 ¥10,500.00。")).to_be_visible()
    expect(field(page, "剩余本金（元）")).to_have_value("10,500")
    settled(page)
    click(page.get_by_role("heading", name="债务", exact=True))
    page.keyboard.press("Alt+y")
    expect(page.get_by_text("已重做：债务“京东金条”的剩余本金改成 ¥9,000.00。")).to_be_visible()
    expect(field(page, "剩余本金（元）")).to_have_value("9,000")


def snapshot(page: Page) -> None:
    """A moment kept, a change after it, and both side by side."""
    go(page, "存档")
    page.get_by_role("textbox", name="给现在的内容起个名字").fill("通话前")
    click(page.get_by_role("button", name="留一份快照"))
    expect(page.get_by_text("这两份一模一样。")).to_be_visible()
    go(page, "债务")
    type_into(page, "剩余本金（元）", "8000")
    expect(page.get_by_text("¥8,000.00").first).to_be_visible()
    go(page, "存档")
    expect(page.get_by_role("heading", name="填的内容，共 1 处不同")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="剩余本金")
    expect(row).to_contain_text("¥9,000.00")
    expect(row).to_contain_text("¥8,000.00")
    expect(page.get_by_role("row").filter(has_text="今天一共欠")).to_contain_text("少 ¥1,000.00")


def packed(page: Page, to: Path) -> Path:
    """The file, with a passphrase that was first written two ways."""
    page.get_by_label("口令", exact=True).fill(PASSPHRASE)
    page.get_by_label("口令再写一遍").fill(PASSPHRASE + "x")
    click(page.get_by_role("button", name="加密", exact=True))
    expect(page.get_by_text("两遍口令不一样")).to_be_visible()
    page.get_by_label("口令", exact=True).fill(PASSPHRASE)
    page.get_by_label("口令再写一遍").fill(PASSPHRASE)
    click(page.get_by_role("button", name="加密", exact=True))
    with page.expect_download() as coming:
        click(page.get_by_role("button", name="下载存档"))
    assert coming.value.suggested_filename.endswith(".huandeqi")
    coming.value.save_as(to / "我家.huandeqi")
    return to / "我家.huandeqi"


def ended(page: Page) -> None:
    """The session ended by one button; nothing is left, and it is said."""
    click(page.get_by_role("button", name="结束并清除"))
    click(page.get_by_role("button", name="现在清除"))
    expect(page.get_by_text("已经结束，刚才填的内容都清除了")).to_be_visible()
    go(page, "债务")
    expect(page.get_by_text("还没有债务")).to_be_visible()
    page.reload()
    expect(page.get_by_text("还没有债务")).to_be_visible()
    assert page.get_by_text("京东金条").count() == 0


def opened(page: Page, file: Path) -> None:
    """With a wrong passphrase, then with the right one."""
    go(page, "首页")
    upload_file(page, file)
    expect(page.get_by_role("heading", name="打开存档“我家”")).to_be_visible()
    page.get_by_label("口令", exact=True).fill("月亮 楼梯 六角钱")
    click(page.get_by_role("button", name="打开", exact=True))
    expect(page.get_by_text("口令不对")).to_be_visible()
    page.get_by_label("口令", exact=True).fill(PASSPHRASE)
    click(page.get_by_role("button", name="打开", exact=True))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    expect(page.get_by_text("已打开存档“我家”")).to_be_visible()


def test_from_an_edit_to_a_locked_file_and_back(server, page, tmp_path):
    open_sample(page, server.address)
    steps(page)
    snapshot(page)
    file = packed(page, tmp_path)
    assert "京东金条".encode() not in file.read_bytes()
    ended(page)
    opened(page, file)
    go(page, "债务")
    expect(field(page, "剩余本金（元）")).to_have_value("8,000")
    go(page, "存档")
    expect(page.get_by_text("通话前").first).to_be_visible()
    click(page.get_by_role("button", name="回到那时"))
    expect(page.get_by_text("已回到“通话前”时的内容")).to_be_visible()
    go(page, "债务")
    expect(field(page, "剩余本金（元）")).to_have_value("9,000")
    click(page.get_by_role("button", name="撤销上一步"))
    expect(field(page, "剩余本金（元）")).to_have_value("8,000")


def test_a_page_nobody_touches_is_cleared_and_says_so(server, page):
    """The tab's own clock, wound forward: at once after a sleep, before anything else is heard."""
    page.clock.install()
    open_sample(page, server.address)
    page.clock.fast_forward((keep.IDLE_SECONDS[""] + 10) * 1000)
    expect(page.get_by_text("太久没有人动过这个页面")).to_be_visible()
    go(page, "债务")
    expect(page.get_by_text("还没有债务")).to_be_visible()


def test_a_closed_tab_of_a_shared_computer_that_is_opened_again_is_empty(private, page):
    open_home(page, private.address)
    click(page.get_by_role("button", name="和别人共用，不要存"))
    click(page.get_by_role("button", name="打开这个样例").first)
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    expect(page.get_by_text(re.compile("私密使用.*关掉页面"))).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    page.add_init_script(
        f"sessionStorage.getItem('huandeqi.left') && sessionStorage.setItem('huandeqi.left', Date.now() - {keep.CLOSED_SECONDS + 5}000)"
    )
    page.reload()
    expect(page.get_by_text("这个页面关掉过")).to_be_visible()
    assert page.get_by_role("heading", name="五个问题").count() == 0
    click(page.get_by_role("button", name="打开这个样例").first)
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()


def test_a_broken_file_on_this_computer_is_set_aside_not_deleted(private, page, tmp_path):
    open_home(page, private.address)
    click(page.get_by_role("button", name="只有我用，请存下来"))
    settled(page)
    click(page.get_by_role("button", name="打开这个样例").first)
    expect(page.get_by_text("自动存在这台电脑：")).to_be_visible()
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    kept = tmp_path / "data" / "cases.sqlite3"
    for part in kept.parent.iterdir():
        part.write_bytes(b"not a database, but somebody's months of work" * 200)
    go(page, "债务")
    type_into(page, "剩余本金（元）", "9000")
    expect(page.get_by_text("存档文件坏了")).to_be_visible()
    click(page.get_by_role("button", name="把这个文件放到一边"))
    expect(page.get_by_text(re.compile("改了名放在.*cases.sqlite3.aside-1"))).to_be_visible()
    assert b"somebody's months of work" in kept.with_name("cases.sqlite3.aside-1").read_bytes()
    type_into(page, "剩余本金（元）", "9100")
    expect(page.get_by_text("¥9,100.00").first).to_be_visible()
    go(page, "资产")
    assert "京东金条".encode() in b"".join(each.read_bytes() for each in kept.parent.glob("cases.sqlite3*"))
