"""One case at the desk from the call to the complaint: prepared, three offers heard, agreed, kept, harassed, complained of, packed."""

from __future__ import annotations

import re
import zipfile
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect

from tests.browser import walk
from tests.browser.test_evidence import MIDDLE, press, verify
from tests.browser.test_walks import choose
from ui.clock import today

HEARD = (
    ("36期 免罚息 首付1成 月付820", "拿不出：要先付 ¥1,576.04"),
    ("24期，每期900，免罚息", "很紧：每月 ¥900.00，超过建议数 ¥833.50"),
    ("23期，每期700，免罚息", "还得起：每月 ¥700.00，在建议数 ¥833.50 以内"),
)
"""What the other side says in turn about the debt of ¥16,364.17, and how it stands: 833.50 a month is what can be paid."""
SENT = """个性化分期还款协议
甲方（出借人）：重庆某某小额贷款有限公司　乙方（借款人）：
一、乙方尚欠甲方本金15,000元、利息760.41元、罚息603.76元，合计16,364.17元。
二、甲方同意减免罚息603.76元。乙方应还总额为{total}元，分23期偿还，每期{each}元，首期还款日为{first}，以后每月8日还款。
三、自本协议生效之日起，甲方不再计收利息、罚息和违约金，不再收取任何其他费用。
四、还款账户户名：{account}。
五、乙方某期未能按期足额还款的，自还款日起有10日宽限期，宽限期内补足的不视为违约。
六、履行期间甲方停止一切催收，不联系乙方的家人和单位。
七、乙方按约付清后，本笔债务全部结清，甲方不再就剩余款项向乙方主张，并在5个工作日内出具结清证明。
八、甲方自付清之日起5个工作日内向金融信用信息基础数据库报送结清状态。
九、本协议一式两份，双方签字、甲方加盖公章后生效。
"""
RECEIPT = b"a payment slip" * 50
COLLECTOR = "某某外包"
YESTERDAY = today() - timedelta(days=1)


def test_one_case_from_the_call_to_the_complaint(page: Page, server, tmp_path):
    walk.open_sample(page, server.address, MIDDLE)
    three_offers(page)
    two_faults(page)
    one_paid_one_late(page)
    harassed(page)
    packed(page, tmp_path, complaint(page))


def three_offers(page: Page) -> None:
    """What to have ready, then the verdict on each offer, each logged by one key."""
    walk.go(page, "通话")
    for ready in ("五件事", "从哪里开口，到哪里为止", "手边备好"):
        expect(page.get_by_text(ready)).to_be_visible()
    for said, verdict in HEARD:
        walk.type_into(page, "对方说的方案（按回车就算）", said)
        expect(page.get_by_text(verdict)).to_be_visible()
        press(page, "记下对方的方案")
        expect(page.get_by_text("记下了对方的方案")).to_be_visible()
    press(page, "谈成了")


def two_faults(page: Page) -> None:
    """What they send pays a private account, twenty yuan more; a total that is not what is owed stays amiss."""
    first = _next_eighth()
    walk.go(page, "协议体检")
    _lay(page, SENT.format(total="16,560", each="720", first=first, account="张某，请转入该个人账户"))
    expect(page.get_by_text("有 1 处先别签；数字有 2 处要对")).to_be_visible()
    expect(page.get_by_text("还款账户户名：张某").first).to_be_visible()
    expect(page.get_by_text("每期（最多）：电话里谈的是 ¥700.00，协议里是 ¥720.00。").first).to_be_visible()
    expect(page.get_by_text("跟着也不对：一共还：电话里谈的是 ¥16,100.00，协议里是 ¥16,560.00。")).to_be_visible()
    press(page, "换一份")
    _lay(page, SENT.format(total="16,100", each="700", first=first, account="重庆某某小额贷款有限公司"))
    expect(page.get_by_text("有 0 处先别签；数字有 1 处要对")).to_be_visible()


def _next_eighth() -> str:
    day = (today().replace(day=1) + timedelta(days=32)).replace(day=8)
    return f"{day.year}年{day.month}月{day.day}日"


def _lay(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="或者把文字贴在这里")
    expect(box).to_have_value("")
    walk.settled(page)
    box.fill(text)
    press(page, "体检")


def one_paid_one_late(page: Page) -> None:
    """As if two months had gone by: the first is paid with its receipt, the second is late."""
    walk.click(page.get_by_role("link", name="签好了，去跟踪履约"))
    press(page, "照这个开始跟踪")
    expect(page.get_by_text("约定一共 ¥16,100.00")).to_be_visible()
    walk.click(page.get_by_text("约定怎么写的（可改）"))
    dues = page.get_by_role("textbox", name="约定的还款", exact=True)
    days = [today() + timedelta(days=off) for off in (-34, -4, 26)]
    dues.fill("\n".join(f"{day.isoformat()} 700" for day in days))
    dues.press("Tab")
    expect(page.get_by_text("第 1 期过了期：今天先打电话")).to_be_visible()
    walk.settled(page)
    files = page.locator("input[type=file]")
    files.first.set_input_files([{"name": "回执.png", "mimeType": "image/png", "buffer": RECEIPT}])
    expect(page.get_by_text(sha256(RECEIPT).hexdigest()[:12])).to_be_visible()
    press(page, "今天付了，记下来")
    expect(page.get_by_role("heading", name="现在怎么办")).to_be_visible()
    expect(page.get_by_text("第 2 期过了期：今天先打电话")).to_be_visible()
    expect(page.get_by_text("晚付了")).to_be_visible()


def harassed(page: Page) -> None:
    """A relative called, logged by one key; a call at half past ten at night, written down afterwards."""
    walk.go(page, "往来记录")
    walk.type_into(page, "对方是谁", COLLECTOR)
    _say(page, "对方说了什么（照原话）", "跟我表哥说我欠钱不还")
    press(page, "找了别人")
    expect(page.get_by_text("记下了：联系了我以外的人")).to_be_visible()
    press(page, "补记以前的一件事")
    expect(walk.field(page, "时间")).to_have_value("")
    walk.type_into(page, "日期", YESTERDAY.isoformat())
    walk.type_into(page, "时间", "22:30")
    walk.click(page.get_by_role("combobox", name="什么事"))
    walk.click(page.get_by_role("option", name="对方来电，接通"))
    _say(page, "说了什么", "今晚不还就去你家门口坐着")
    walk.go(page, "催收核对")
    expect(page.get_by_text("次在晚上 22:00 到早上 8:00 之间").first).to_be_visible()


def _say(page: Page, label: str, words: str) -> None:
    box = page.get_by_role("textbox", name=label, exact=True).last
    box.fill(words)
    box.press("Control+Enter")
    walk.settled(page)


def complaint(page: Page) -> str:
    """The draft as it is downloaded: the two facts with their numbers, nothing that was not logged; its fingerprint, logged by one key."""
    walk.click(page.get_by_role("link", name="写成投诉和文书"))
    expect(page.get_by_role("heading", name="看一份，带走")).to_be_visible()
    walk.settled(page)
    choose(page, "看哪一份", "向出借机构投诉")
    expect(page.get_by_text("当时记下：“今晚不还就去你家门口坐着”").first).to_be_visible()
    with page.expect_download() as coming:
        walk.click(page.get_by_role("button", name="下载（Word）"))
    data = Path(coming.value.path()).read_bytes()
    lines = [line.text for line in Document(BytesIO(data)).paragraphs]
    facts = [line for line in lines if line.startswith("事实 ")]
    assert facts[0] == (
        f"事实 1：{_told(YESTERDAY)} 22:30，对方来电，接通。当时记下：“今晚不还就去你家门口坐着”。证据：＿＿＿＿＿＿。"
    )
    assert re.fullmatch(
        f"事实 2：{_told(today())} [0-9:]{{5}}，联系了我以外的人。联系的人：{COLLECTOR}。当时记下：“跟我表哥说我欠钱不还”。证据：＿＿＿＿＿＿。",
        facts[1],
    )
    assert len(facts) == 2
    assert not [line for line in lines if "花呗" in line or "招商" in line]
    expect(page.get_by_text(f"指纹 {sha256(data).hexdigest()[:12]}")).to_be_visible()
    press(page, "记为已寄出、已提交")
    expect(page.get_by_text("递出").first).to_be_visible()
    return sha256(data).hexdigest()


def _told(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def packed(page: Page, folder: Path, letter: str) -> None:
    """The evidence file holds what was said, the slip and the letter by fingerprint, and is as it was written."""
    walk.go(page, "证据包")
    with page.expect_download() as waiting:
        walk.click(page.get_by_role("button", name="下载证据包（zip）"))
    file = folder / "证据包.zip"
    waiting.value.save_as(file)
    code, said = verify(file)
    assert code == 0
    assert "没有发现改动" in said
    with zipfile.ZipFile(file) as archive:
        log = archive.read("往来记录.json").decode()
    assert all(words in log for words in (HEARD[2][0], COLLECTOR, sha256(RECEIPT).hexdigest(), letter))
