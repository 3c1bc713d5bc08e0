"""Two windows: a counselor works in one, the other side looks at the other."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.samples import CASES

MIDDLE = 5
"""The sample of three debts, as it stands on the page."""
CASE = CASES["middle_three_debts"]
PRIVATE = {each.name for each in (*CASE.debts, *CASE.incomes)} | {each.note for each in CASE.debts if each.note}


HEAVIEST = "JSON.stringify(document.querySelector('.js-plotly-plot').data.map(each => each.y))"
"""The heights of the chart in the other side's window."""


def begun(page: Page, address: str) -> Page:
    """A window for the other side, opened from the counselor's."""
    walk.open_sample(page, address, MIDDLE)
    walk.click(page.get_by_role("button", name="给别人看"))
    walk.click(page.get_by_role("button", name="开一个给对方看的窗口"))
    link = page.get_by_role("link", name="打开给对方看的窗口").first
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    with page.context.expect_page() as opened:
        walk.click(link)
    expect(opened.value.get_by_role("heading", name="马上开始")).to_be_visible()
    return opened.value


def send(page: Page, place: int = 0) -> None:
    walk.click(page.get_by_role("button", name="送到对方窗口").nth(place))


def blank_key(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def blanked(page: Page) -> bool:
    covers = "getComputedStyle(document.documentElement, '::before')"
    return bool(
        page.evaluate(f"{covers}.position === 'fixed' && getComputedStyle(document.body).visibility === 'hidden'")
    )


def nothing_private(window: Page) -> None:
    seen = window.content()
    assert not [word for word in PRIVATE if word in seen]
    assert window.evaluate("Object.keys(sessionStorage)") == []


def test_the_other_window_follows_and_holds_nothing_private(page, server):
    window = begun(page, server.address)
    assert re.fullmatch(rf"{server.address}/\?show=[\w-]{{32}}", window.url)
    expect(window.get_by_role("link", name="债务")).to_have_count(0)
    walk.go(page, "能还多少")
    send(page)
    expect(page.get_by_text("对方正在看：三个数。没有名字和备注，金额是约数。")).to_be_visible()
    metrics = window.get_by_test_id("stMetricValue")
    expect(metrics).to_have_count(3)
    before = metrics.nth(1).inner_text()
    assert before.startswith("约¥")
    nothing_private(window)

    walk.go(page, "收入与支出")
    walk.type_into(page, "到手金额（元）", "20000")
    expect(metrics.nth(1)).not_to_have_text(before)
    nothing_private(window)

    walk.go(page, "方案比较")
    send(page)
    expect(window.get_by_role("heading", name=re.compile("^出借方甲："))).to_be_visible()
    walk.click(page.get_by_role("button", name="送到对方窗口").last)
    expect(window.locator(".js-plotly-plot")).to_be_visible()
    nothing_private(window)

    walk.go(page, "一起还")
    send(page)
    expect(window.get_by_text(re.compile("最重的是"))).to_be_visible()
    before = window.evaluate(HEAVIEST)
    nothing_private(window)
    walk.go(page, "收入与支出")
    walk.type_into(page, "到手金额（元）", "12000")
    window.wait_for_function(f"before => {HEAVIEST} !== before", arg=before)
    expect(window.get_by_text("还没有重画")).to_have_count(0)
    nothing_private(window)

    window.reload()
    expect(window.locator(".js-plotly-plot")).to_be_visible()
    page.reload()
    expect(page.get_by_text("对方正在看：一张图。")).to_be_visible()
    walk.click(page.get_by_role("button", name="结束", exact=True))
    expect(window.get_by_role("heading", name="已经结束")).to_be_visible()
    expect(window.locator(".js-plotly-plot")).to_have_count(0)


def test_escape_twice_blanks_every_window_and_brings_it_back(page, server):
    window = begun(page, server.address)
    page.bring_to_front()
    blank_key(page)
    assert blanked(page)
    window.wait_for_function("'blank' in document.documentElement.dataset")
    assert blanked(window)
    page.reload()
    assert blanked(page)
    expect(page.get_by_text("五个问题")).to_be_hidden()
    blank_key(page)
    assert not blanked(page)
    window.wait_for_function("!('blank' in document.documentElement.dataset)")
    assert not blanked(window)
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()


def test_a_covered_window_shows_letters_and_gives_everything_back(page, server):
    walk.open_sample(page, server.address, MIDDLE)
    walk.go(page, "债务")
    expect(walk.field(page, "欠谁的")).not_to_have_value("")
    name = walk.field(page, "欠谁的").input_value()
    walk.click(page.get_by_role("button", name="给别人看"))
    walk.click(page.get_by_text("遮住这个窗口"))
    expect(page.get_by_text("这个窗口遮着")).to_be_visible()
    expect(page.get_by_role("heading", name="这一页先收起来")).to_be_visible()
    page.keyboard.press("Escape")
    walk.go(page, "下一步")
    expect(page.get_by_text("出借方甲").first).to_be_visible()
    assert not [word for word in PRIVATE if word in page.content()]
    walk.click(page.get_by_role("link", name="债务", exact=True).first)
    walk.click(page.get_by_role("button", name="取消遮挡"))
    expect(walk.field(page, "欠谁的")).to_have_value(name)
