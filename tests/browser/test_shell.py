"""The shell: deep links, reloads, headers, who may ask."""

from __future__ import annotations

import http.client
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, Server
from tests.browser.walk import field, go, open_home, open_sample, type_into


def test_a_deep_link_on_a_fresh_server_lands_on_its_page_with_our_menu(fresh_server, page):
    page.goto(f"{fresh_server.address}/debts")
    expect(page.get_by_role("heading", name="债务", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="能还多少", exact=True).first).to_be_visible()
    assert page.url.startswith(f"{fresh_server.address}/debts")
    assert page.get_by_text("Page not found").count() == 0


def test_a_reload_brings_the_case_back_on_the_same_page(server, page):
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "剩余本金（元）", "1.2万")
    expect(page.get_by_text("＝ ¥12,000.00")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="债务", exact=True)).to_be_visible()
    expect(field(page, "剩余本金（元）")).to_have_value("12,000")


def test_another_tab_sees_nothing_of_the_case(server, browser, page):
    open_sample(page, server.address)
    other = page.context.new_page()
    open_home(other, server.address)
    expect(other.get_by_role("button", name="打开这个样例").first).to_be_visible()
    assert other.get_by_text("五个问题").count() == 0


def test_nothing_of_the_case_stands_in_the_address_or_in_lasting_storage(server, page):
    open_sample(page, server.address)
    go(page, "债务")
    type_into(page, "欠谁的", "独一无二的名字")
    go(page, "方案比较")
    assert "独一无二" not in page.url
    kept = page.evaluate("() => JSON.stringify(localStorage) + document.cookie")
    assert "独一无二" not in kept


def test_a_fault_of_ours_is_one_calm_sentence_and_its_words_reach_no_log(tmp_path, browser):
    for name in ("app.py", "ui", "pages", "assessment", "sample_data", ".streamlit"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    with (tmp_path / "pages" / "about.py").open("a", encoding="utf-8") as page_file:
        page_file.write('\nraise ValueError("金丝雀八八八")\n')
    served = Server(tmp_path)
    page = browser.new_page()
    page.goto(f"{served.address}/about")
    expect(page.get_by_text("是软件的问题，不是您填错了")).to_be_visible()
    assert "金丝雀" not in page.inner_text("body")
    page.close()
    served.stop()
    assert "金丝雀" not in served.log
    assert "ValueError at" in served.log


def ask(address, path, **headers):
    host = address.removeprefix("http://")
    link = http.client.HTTPConnection(host, timeout=10)
    link.putrequest("GET", path, skip_host=True)
    for name, value in {"Host": host, **headers}.items():
        link.putheader(name.replace("_", "-"), value)
    link.endheaders()
    return link.getresponse()


def test_the_page_may_reach_nothing_but_itself(server):
    answer = ask(server.address, "/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    body = answer.read().decode()
    assert 'lang="zh-CN"' in body


def test_the_page_is_ours_however_a_browser_asks_for_it(server):
    body = ask(server.address, "/debts", **{"Accept-Encoding": "gzip, deflate, br"}).read().decode()
    assert "<title>还得起</title>" in body
    assert (ROOT / "ui" / "assets" / "look.css").read_text(encoding="utf-8") in body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8501", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "0.0.0.0", "[::1]"],
)
@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream", "/_stcore/host-config"])
def test_a_foreign_host_is_refused_everywhere(server, host, path):
    assert ask(server.address, path, Host=host).status in {400, 403, 421}


@pytest.mark.parametrize("name", ["home", "nothing-here"])
def test_an_address_that_is_no_page_leads_to_the_start(server, page, name):
    page.goto(f"{server.address}/{name}")
    expect(page.get_by_role("heading", name="还得起", exact=True)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.rstrip("/") == server.address


def test_a_foreign_origin_is_refused(server):
    assert ask(server.address, "/_stcore/health", Origin="http://evil.example").status in {403, 421}


def test_every_address_of_the_server_is_this_machine(server):
    import psutil

    addresses = {
        each.laddr.ip for each in psutil.Process(server.process.pid).net_connections() if each.status == "LISTEN"
    }
    assert addresses == {"127.0.0.1"}
