"""A large file: how far it is, stopping it, and another tab meanwhile; a file too large to be sent."""

from __future__ import annotations

import time

import psutil
from playwright.sync_api import expect

from tests.browser.walk import go, open_home, open_sample, type_into, upload, upload_file
from tests.intake.hostile_files import good
from tests.ui.test_reading_job import WIDE

_WAIT = 2.0


def readers(server):
    """Reading processes at work; the one that waits ready has used no time to speak of."""
    children = psutil.Process(server.process.pid).children(recursive=True)
    return [child for child in children if "assessment.intake.apart" in child.cmdline() and child.cpu_times().user > 1]


def test_a_large_file_shows_how_far_it_is_is_stopped_and_another_tab_answers_meanwhile(server, page):
    other = page.context.new_page()
    open_sample(other, server.address)
    go(other, "债务")
    open_home(page, server.address)
    upload(page, "大表.xlsx", WIDE)
    expect(page.get_by_role("heading", name="正在读文件")).to_be_visible()
    expect(page.get_by_text("读出单元格：第 1 页，共 1 页").first).to_be_visible()
    begun = time.monotonic()
    type_into(other, "剩余本金（元）", "1.3万")
    expect(other.get_by_text("＝ ¥13,000.00")).to_be_visible()
    assert time.monotonic() - begun < _WAIT
    page.get_by_role("button", name="取消").click()
    expect(page.get_by_text("已取消，什么也没有改。")).to_be_visible()
    expect(page.get_by_role("button", name="打开这个样例").first).to_be_visible()
    assert not readers(server)
    upload(page, "我家.xlsx", good())
    page.get_by_role("button", name="采用这些内容").click()
    page.get_by_role("button", name="撤销这次采用").click()
    expect(page.get_by_role("button", name="撤销这次采用")).to_have_count(0)
    expect(page.get_by_text("已采用")).to_have_count(0)
    expect(other.get_by_text("＝ ¥13,000.00")).to_be_visible()


def test_a_file_too_large_to_be_sent_says_so_in_plain_sight(server, page, tmp_path):
    large = tmp_path / "照片.xlsx"
    large.write_bytes(b"PK\x03\x04" + bytes(21 * 2**20))
    open_home(page, server.address)
    upload_file(page, large)
    said = page.get_by_text("这个文件超过 20 MB。请只留需要的几页，删掉图片，再上传。")
    expect(said).to_be_visible()
    assert said.bounding_box()["width"] > 100
