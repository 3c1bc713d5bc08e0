"""One case from the call to the evidence file: logged, agreed, missed, packed, verified, tampered with."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, expect

from assessment.evidence.steady import zipped
from tests.browser import walk
from tests.browser.conftest import ROOT
from ui.clock import today

TAPE = b"what was said on the phone" * 100
MIDDLE = 5
"""The sample of three debts."""


def press(page: Page, name: str) -> None:
    walk.click(page.get_by_role("button", name=name, exact=True).first)


def log_the_call(page: Page) -> None:
    walk.go(page, "往来记录")
    walk.type_into(page, "对方的工号", "1024")
    words = page.get_by_role("textbox", name="对方说了什么（照原话）")
    words.fill("再不还就打给你单位")
    words.press("Tab")
    walk.upload(page, "通话.m4a", TAPE)
    expect(page.get_by_text(sha256(TAPE).hexdigest()[:12])).to_be_visible()
    press(page, "来电，接了")
    expect(page.get_by_text("记下了：对方来电，接通")).to_be_visible()


def agree_on_the_phone(page: Page) -> None:
    walk.go(page, "通话")
    walk.type_into(page, "对方说的方案（按回车就算）", "12期，每期700")
    press(page, "记下对方的方案")
    expect(page.get_by_text("记下了对方的方案")).to_be_visible()
    walk.go(page, "履约")
    press(page, "照这个开始跟踪")
    expect(page.get_by_text("约定一共 ¥8,400.00")).to_be_visible()


def miss_a_month(page: Page) -> None:
    """The schedule as if the first payment had fallen due four days ago."""
    first = today() - timedelta(days=4)
    walk.click(page.get_by_text("约定怎么写的（可改）"))
    dues = page.get_by_role("textbox", name="约定的还款", exact=True)
    dues.fill(f"{first.isoformat()} 700\n{(first + timedelta(days=30)).isoformat()} 700")
    dues.press("Tab")
    expect(page.get_by_role("heading", name="现在怎么办")).to_be_visible()
    expect(page.get_by_text("第 1 期过了期：今天先打电话")).to_be_visible()


def packed(page: Page, folder: Path) -> tuple[Path, str]:
    """The file as it was downloaded, and the fingerprint the page gave for it."""
    walk.go(page, "证据包")
    with page.expect_download() as waiting:
        walk.click(page.get_by_role("button", name="下载证据包（zip）"))
    file = folder / "证据包.zip"
    waiting.value.save_as(file)
    return file, page.get_by_test_id("stCode").first.inner_text().replace("\n", "").strip()


def verify(*arguments: object) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "assessment", "verify", *map(str, arguments)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_from_the_call_to_a_file_that_is_verified(page: Page, server, tmp_path):
    walk.open_sample(page, server.address, MIDDLE)
    log_the_call(page)
    agree_on_the_phone(page)
    miss_a_month(page)

    file, fingerprint = packed(page, tmp_path)
    assert fingerprint == sha256(file.read_bytes()).hexdigest()
    held = tmp_path / "录音"
    held.mkdir()
    (held / "通话.m4a").write_bytes(TAPE)
    code, said = verify(file, "--files", held, "--sha256", fingerprint)
    assert code == 0
    assert "没有发现改动" in said

    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
        day = archive.infolist()[0].date_time[:3]
    members["往来记录.json"] = members["往来记录.json"].replace("单位".encode(), "家人".encode())
    file.write_bytes(zipped(members, today().replace(*day)))
    code, said = verify(file)
    assert code == 1
    assert "“往来记录.json”改动过。" in said
    assert "从记录 1 起，链对不上" in said
