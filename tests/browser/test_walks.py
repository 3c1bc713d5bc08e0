"""What people do, from the first click to compared options."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from assessment.report import workbook
from tests.bad_file import bad_workbook
from tests.browser.walk import click, field, go, open_home, open_sample, settled, type_into, upload
from tests.intake import bills, reports
from tests.samples import CASES


def no_boxes(page: Page) -> None:
    """Chinese is drawn with a Chinese typeface: two characters differ in shape, and neither is the missing-glyph box."""
    drawn = page.evaluate(
        """() => {
          const draw = (text) => {
            const canvas = document.createElement("canvas");
            canvas.width = canvas.height = 40;
            const pen = canvas.getContext("2d");
            pen.font = "32px " + getComputedStyle(document.body).fontFamily;
            pen.fillText(text, 2, 32);
            return canvas.toDataURL();
          };
          return [draw("还"), draw("债"), draw("\\u{10FFFD}")];
        }"""
    )
    assert len(set(drawn)) == 3


def test_a_newcomer_reaches_compared_options_in_two_clicks(server, page):
    open_home(page, server.address)
    click(page.get_by_role("button", name="打开这个样例").nth(1))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    click(page.get_by_role("link", name="细看").nth(1))
    expect(page.get_by_role("heading", name="方案比较", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(page.get_by_text("建议先谈").first).to_be_visible()
    no_boxes(page)


def test_an_own_workbook_reaches_compared_options_in_four_clicks(server, page):
    open_home(page, server.address)
    upload(page, "我家.xlsx", workbook.write(CASES["middle_three_debts"]))
    click(page.get_by_role("button", name="采用这些内容"))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    click(page.get_by_role("link", name="细看").nth(1))
    expect(page.get_by_role("heading", name="方案比较", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()
    expect(page.get_by_text("建议先谈").first).to_be_visible()


def test_the_walk_in_the_dark(server, dark):
    open_sample(dark, server.address)
    go(dark, "方案比较")
    expect(dark.get_by_test_id("stPlotlyChart").first).to_be_visible()
    background = dark.evaluate("() => getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert background == "rgb(18, 25, 27)"


def test_the_odds_follow_the_slider_and_fit_a_phone(server, phone):
    open_sample(phone, server.address, 1)
    go(phone, "撑得住吗")
    headline = phone.get_by_role("heading", name=re.compile("会断供"))
    expect(headline).to_be_visible()
    before = headline.inner_text()
    slider = phone.get_by_role("slider")
    slider.focus()
    for _ in range(12):
        slider.press("ArrowRight")
    expect(headline).not_to_have_text(before)
    expect(phone.get_by_test_id("stPlotlyChart")).to_have_count(3)
    assert phone.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    settled(phone)


def test_a_bad_file_is_said_all_at_once_and_the_good_is_kept(server, page):
    open_home(page, server.address)
    data, cells = bad_workbook(workbook.write(CASES["early_jintiao"]))
    upload(page, "bad.xlsx", data)
    expect(page.get_by_role("heading", name="读到的内容")).to_be_visible()
    expect(page.get_by_text("要看一看的地方")).to_be_visible()
    for where in [f"{sheet} {cell}" for (sheet, _header), cell in cells.items() if sheet != "资产"]:
        expect(page.get_by_text(where, exact=True).first).to_be_visible()
    click(page.get_by_role("button", name="采用这些内容"))
    expect(page.get_by_text("五个问题")).to_be_visible()
    expect(page.get_by_text("还有 9 处没有看懂")).to_be_visible()
    go(page, "债务")
    expect(field(page, "剩余本金（元）")).to_have_value("很多钱")
    expect(page.get_by_text("债务第 1 项的剩余本金")).to_be_visible()
    type_into(page, "剩余本金（元）", "8000")
    expect(page.get_by_text("还有 8 处没有看懂")).to_be_visible()
    assert page.get_by_text("Traceback").count() == 0


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 400, "这是图片，不是表格"),
        ("空.xlsx", b"", "这个文件是空的"),
        ("断了.xlsx", workbook.template()[:9000], "这个文件坏了"),
        ("网页.xls", b"<html><body><p>no table</p></body></html>", "其实是一个网页"),
    ],
)
def test_a_file_that_is_no_workbook_gets_one_plain_sentence(server, page, name, data, sentence):
    open_home(page, server.address)
    upload(page, name, data)
    expect(page.get_by_text(sentence).first).to_be_visible()
    click(page.get_by_role("button", name="换一个文件"))
    expect(page.get_by_role("button", name="打开这个样例").first).to_be_visible()


_BAD_RULES = """
[lpr_1y]
[[lpr_1y.values]]
from = 2026-11-20
value = 0.0295
source = "新公布的"
[[lpr_1y.values]]
from = 2026-12-20
value = "三厘"
source = "错的"

[no_such_rule]
value = 3
"""


def test_own_rules_are_used_and_what_is_wrong_in_them_is_said_all_at_once(server, page):
    open_sample(page, server.address)
    go(page, "规则")
    upload(page, "my-rules.toml", _BAD_RULES.encode())
    expect(page.get_by_text("下面这些没有采用")).to_be_visible()
    table = page.get_by_test_id("stTable").filter(has_text="怎么改")
    expect(table.get_by_text("lpr_1y").first).to_be_visible()
    expect(table.get_by_text("no_such_rule").first).to_be_visible()
    upload(page, "my-rules.toml", b"[lpr_1y\n")
    expect(page.get_by_text("第 1 行读不懂")).to_be_visible()
    assert page.get_by_text("Traceback").count() == 0


def test_a_pasted_text_is_marked_and_still_there_on_coming_back(server, page):
    open_home(page, server.address)
    go(page, "说法核对")
    box = page.get_by_role("textbox", name="贴在这里")
    box.fill("逾期三天就坐牢。\n<b>根据《合同法》</b>请还款。")
    click(page.get_by_role("button", name="核对", exact=True))
    expect(page.get_by_text("找到 2 处")).to_be_visible()
    expect(page.get_by_text("<b>根据", exact=False).nth(1)).to_be_visible()
    go(page, "催收核对")
    go(page, "说法核对")
    expect(page.get_by_role("textbox", name="贴在这里")).to_have_value(
        "逾期三天就坐牢。\n<b>根据《合同法》</b>请还款。"
    )
    expect(page.get_by_text("找到 2 处")).to_be_visible()


def test_a_locked_bill_is_opened_taken_and_undone(server, page):
    """Import, the password, what it would change, the debt nobody listed, and back."""
    open_home(page, server.address)
    bill = bills.alipay(bills.a_year(), date(2025, 11, 1), date(2026, 10, 31))
    upload(page, "支付宝交易明细.zip", bills.zipped("支付宝交易明细.csv", bill, "135790"))
    expect(page.get_by_role("heading", name="这个文件要先打开")).to_be_visible()
    page.get_by_label("密码").fill("000000")
    click(page.get_by_role("button", name="打开", exact=True))
    expect(page.get_by_text("密码不对")).to_be_visible()
    page.get_by_label("密码").fill("135790")
    click(page.get_by_role("button", name="打开", exact=True))
    expect(page.get_by_role("heading", name="账单里读到的")).to_be_visible()
    expect(page.get_by_text("账单里还过“花呗”12 次")).to_be_visible()
    click(page.get_by_role("button", name="采用选中的"))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    go(page, "债务")
    expect(page.get_by_text("花呗").first).to_be_visible()
    go(page, "首页")
    click(page.get_by_role("button", name="撤销上一步"))
    go(page, "债务")
    expect(page.get_by_text("花呗")).to_have_count(0)


def choose(page: Page, box: str, option: str) -> None:
    """An option of a select box, by typing it as people do."""
    field = page.get_by_role("combobox", name=box)
    expect(field).to_be_visible()
    settled(page)
    field.press_sequentially(option, delay=60)
    click(page.get_by_role("option", name=option).first)


MESSY = "我的负债\n平台,剩余本金,每月最低还款,杂项\n借呗,不少,450,1\n花呗,3000,300,2\n合计,8000,,\n".encode("gb18030")


def test_a_sheet_is_put_right_column_and_cell_taken_and_undone(server, page):
    """Import, a column named anew, a cell corrected in place, accept, undo; the next file is read under the same names."""
    open_home(page, server.address)
    upload(page, "debts.csv", MESSY)
    expect(page.get_by_text("“不少”不是能看懂的剩余本金")).to_be_visible()
    choose(page, "“每月最低还款”（C2，意思相近）", "每期应还")
    expect(page.get_by_role("combobox", name="“每月最低还款”（C2，您选的）")).to_be_visible()
    box = page.get_by_role("textbox", name="B3 改成")
    box.fill("5千")
    box.press("Enter")
    expect(page.get_by_text("写的是“不少”，改成了“5千”")).to_be_visible()
    expect(page.get_by_text("不是能看懂的剩余本金")).to_have_count(0)
    expect(page.get_by_test_id("stTable").first.get_by_text("¥5,000.00").first).to_be_visible()
    click(page.get_by_role("button", name="采用这些内容"))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    go(page, "债务")
    expect(field(page, "剩余本金（元）")).to_have_value("5,000")
    expect(field(page, "每期应还（元）")).to_have_value("450")
    go(page, "首页")
    click(page.get_by_role("button", name="撤销上一步"))
    expect(page.get_by_role("heading", name="先看一个样例")).to_be_visible()
    settled(page)
    upload(page, "next.csv", MESSY)
    expect(page.get_by_role("combobox", name="“每月最低还款”（C2，您选的）")).to_be_visible()
    expect(page.get_by_text("“不少”不是能看懂的剩余本金")).to_be_visible()


def test_a_sheet_nobody_understood_is_read_as_the_person_says(server, page):
    open_home(page, server.address)
    upload(page, "notes.csv", "我记的账\n谁家的,还要给多少\n老王,2万\n老李,3000\n".encode())
    expect(page.get_by_text("没有找到认得的表头。可以在下面指一下")).to_be_visible()
    choose(page, "哪一行是表头", "第 2 行")
    choose(page, "这张表说的是", "债务")
    click(page.get_by_role("button", name="就这样读"))
    choose(page, "“谁家的”（A2，没认出）", "欠谁的")
    expect(page.get_by_role("combobox", name="“谁家的”（A2，您选的）")).to_be_visible()
    choose(page, "“还要给多少”（B2，没认出）", "剩余本金")
    expect(page.get_by_test_id("stTable").first.get_by_text("老王")).to_be_visible()
    expect(page.get_by_test_id("stTable").first.get_by_text("¥20,000.00").first).to_be_visible()


@pytest.mark.parametrize(
    ("printed", "owed", "last", "left_out"),
    [
        (reports.brief_page, 5, "招联消费金融", "某农村商业银行"),
        (reports.detailed_page, 4, "某网商银行", "某某银行信用卡"),
    ],
    ids=["brief", "detailed"],
)
def test_a_credit_report_as_a_pdf_is_taken_account_by_account(server, browser, page, printed, owed, last, left_out):
    writer = browser.new_page()
    writer.set_content(printed())
    report = writer.pdf()
    writer.close()
    open_home(page, server.address)
    upload(page, "report.pdf", report)
    expect(page.get_by_role("heading", name="信用报告里读到的")).to_be_visible()
    expect(page.get_by_text(f"欠着的账户 {owed} 个")).to_be_visible()
    expect(page.get_by_text("当前有逾期").first).to_be_visible()
    click(page.get_by_text("加进债务表").last)
    click(page.get_by_role("button", name="采用选中的"))
    expect(page.get_by_role("heading", name="五个问题")).to_be_visible()
    go(page, "债务")
    expect(page.get_by_text(last).first).to_be_visible()
    expect(page.get_by_text(left_out)).to_have_count(0)


def test_an_edit_is_kept_when_leaving_and_coming_back(server, page):
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "剩余本金（元）", "12万")
    expect(page.get_by_text("＝ ¥120,000.00")).to_be_visible()
    go(page, "资产")
    go(page, "债务")
    expect(field(page, "剩余本金（元）")).to_have_value("120,000")


def test_what_was_typed_last_is_kept_when_a_link_is_clicked_straight_from_the_field(server, page):
    open_sample(page, server.address)
    for text, shown in (("3.3万", "33,000"), ("4.4万", "44,000"), ("5.5万", "55,000")):
        go(page, "债务")
        expect(field(page, "剩余本金（元）")).to_be_visible()
        field(page, "剩余本金（元）").fill(text)
        click(page.get_by_role("link", name="资产", exact=True).first)
        settled(page)
        go(page, "资产")
        go(page, "债务")
        expect(field(page, "剩余本金（元）")).to_have_value(shown)


def test_typing_is_never_eaten_by_a_rerun(server, page):
    """Field after field, as fast as fingers go, with every commit starting a rerun."""
    open_sample(page, server.address)
    go(page, "债务")
    wanted = {
        "剩余本金（元）": "1.1万",
        "欠的利息（元）": "222.22",
        "欠的罚息、违约金（元）": "33",
        "欠的其他费用（元）": "4.4",
    }
    for label, text in wanted.items():
        box = field(page, label)
        click(box)
        box.press("Control+a")
        page.keyboard.type(text, delay=15)
        page.keyboard.press("Tab")
    expect(page.get_by_text("¥11,259.62").first).to_be_visible()
    for label, text in wanted.items():
        expect(field(page, label)).to_have_value(text)


def test_a_name_that_looks_like_markup_is_shown_as_typed(server, page):
    """Nothing a file or a person brings becomes a link, an image, a formula or a tag."""
    hostile = "![x](http://evil.example/a.png)<b>$x^2$</b>:red[z]"
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "欠谁的", hostile)
    for title in ("债务", "方案比较", "撑得住吗", "下一步", "首页"):
        go(page, title)
        page.wait_for_load_state("networkidle")
        assert page.locator("img[src*=evil]").count() == 0, title
        assert page.locator("a[href*=evil]").count() == 0, title
        assert page.locator("main .katex").count() == 0, title
    go(page, "债务")
    shown = page.get_by_test_id("stTable").first.inner_text()
    assert hostile in shown.replace("\u2060", "")


def test_the_log_holds_nothing_of_a_case(server, page):
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "欠谁的", "金丝雀七七七")
    go(page, "方案比较")
    server.stop()
    server.start()
    assert "金丝雀" not in server.log
