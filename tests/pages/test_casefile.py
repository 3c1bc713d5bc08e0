"""The page that keeps moments and locks the case into a file, and the box that opens it again."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from assessment.case import Agreement, Case, Debt, Event
from assessment.counsel import Counsel, Note
from assessment.sealed import Cost, seal, unseal
from ui import session as sessions
from ui.content import Content

PASSPHRASE = "月亮 楼梯 五角钱"
OTHER = Case(debts=(Debt(name="文件里的", principal=4321),))


def of(case, passphrase=PASSPHRASE):
    other = sessions.Session()
    other.replace(case)
    other.take_snapshot("文件里的快照")
    return seal(other.content().model_dump_json().encode(), passphrase, Cost(power=14))


def submit(pages, label):
    next(each for each in pages.app.button if each.label == label).click().run()
    pages.clean()


def write(pages, label, text):
    next(each for each in pages.app.text_input if each.label == label).set_value(text)


def snapshot(pages, name):
    pages.go("casefile")
    write(pages, "给现在的内容起个名字", name)
    submit(pages, "留一份快照")


def rows(pages, column):
    table = next(each.value for each in pages.app.table if column in each.value.columns)
    return {row[0]: tuple(row[1:]) for row in plainly(table)}


def plainly(table):
    """The cells as they are read, without the marks that keep Markdown from meaning anything."""
    return [[str(cell).replace("\\", "") for cell in row] for row in table.to_numpy().tolist()]


def test_a_moment_is_kept_compared_gone_back_to_and_undone(pages):
    pages.sample("middle_three_debts")
    snapshot(pages, "通话前*<b>")
    assert "这两份一模一样。" in pages.words()
    before = pages.session.case
    pages.session.put(("debts", 1, "principal"), before.debts[1].principal + 500)
    pages.session.put(("incomes", 0, "amount"), before.incomes[0].amount + 1000)
    after = pages.session.case
    pages.go("casefile")
    assert "共 2 处不同" in pages.words()
    figures = rows(pages, "变化")
    assert figures["今天一共欠"][2] == "多 ¥500.00"
    assert figures["每月可靠收入"][2] == "多 ¥1,000.00"
    assert "通话前\\*\\<b\\>" in pages.words()
    assert "\\" not in "".join(pages.app.selectbox[0].options)
    pages.press(pages.session.key("snapshot", 0, "back"))
    assert pages.session.case == before
    pages.frame("undo")
    assert pages.session.case == after
    assert "已撤销：收入改了 1 项；债务改了 1 项。" in pages.words()
    pages.frame("redo")
    assert pages.session.case == before


def test_entries_that_came_and_went_are_named(pages):
    pages.sample("middle_three_debts")
    names = [debt.name for debt in pages.session.case.debts]
    snapshot(pages, "以前")
    pages.session.remove("debts", 0)
    pages.session.add("debts", Debt(name="新借的", principal=100))
    pages.go("casefile")
    table = plainly(next(each.value for each in pages.app.table if "栏" in each.value.columns))
    assert ["债务", names[0], "整项"] in [row[:3] for row in table]
    assert ["债务", "新借的", "整项", "没有这一项", "¥100.00"] in table
    assert len(table) == 2


def test_a_snapshot_is_dropped_and_nothing_else(pages):
    pages.sample("early_jintiao")
    snapshot(pages, "一")
    snapshot(pages, "二")
    case = pages.session.case
    pages.press(pages.session.key("snapshot", 1, "drop"))
    assert [each.name for each in pages.session.snapshots] == ["二"]
    assert pages.session.case == case


def test_twenty_snapshots_are_enough(pages):
    pages.sample("early_jintiao")
    for each in range(20):
        pages.session.take_snapshot(str(each))
    pages.go("casefile")
    assert "已经有 20 份快照" in pages.words()
    assert not [each for each in pages.app.text_input if each.label == "给现在的内容起个名字"]


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [("短", "短", "口令太短"), (PASSPHRASE, PASSPHRASE + " ", "两遍口令不一样"), ("", "", "口令太短")],
)
def test_a_passphrase_that_will_not_do_makes_no_file(pages, first, again, said):
    pages.sample("early_jintiao")
    pages.go("casefile")
    write(pages, "口令", first)
    write(pages, "口令再写一遍", again)
    submit(pages, "加密")
    assert said in pages.words()
    assert pages.session.carrying.ready == b""


def test_the_file_holds_everything_and_an_old_one_is_not_offered(pages):
    pages.sample("early_jintiao")
    snapshot(pages, "以前")
    write(pages, "口令", PASSPHRASE)
    write(pages, "口令再写一遍", PASSPHRASE)
    submit(pages, "加密")
    inside = unseal(pages.session.carrying.ready, PASSPHRASE).decode()
    assert inside == pages.session.content().model_dump_json()
    assert "已经加密好" in pages.words()
    pages.session.put(("debts", 0, "principal"), 1)
    pages.go("casefile")
    assert "已经加密好" not in pages.words()
    assert "内容又改了" in pages.words()


@pytest.mark.parametrize("with_notes", [False, True])
def test_private_notes_lie_in_the_file_only_where_that_was_asked_for(pages, with_notes):
    pages.sample("early_jintiao")
    pages.session.counsel = Counsel(counselor="王", notes=(Note(day=date(2026, 11, 24), words="只给自己看"),))
    pages.go("casefile")
    write(pages, "口令", PASSPHRASE)
    write(pages, "口令再写一遍", PASSPHRASE)
    next(each for each in pages.app.checkbox if "私人笔记" in each.label).set_value(with_notes)
    submit(pages, "加密")
    inside = unseal(pages.session.carrying.ready, PASSPHRASE).decode()
    assert ("只给自己看" in inside) is with_notes
    assert "王" in inside
    assert "已经加密好" in pages.words()


def test_a_file_asks_for_its_passphrase_says_what_it_replaces_and_is_undone(pages):
    pages.sample("early_jintiao")
    own = pages.session.case
    pages.upload("我家.huandeqi", of(OTHER))
    assert pages.session.case == own
    assert "眼前的内容会换成存档里的" in pages.words()
    write(pages, "口令", "不对的口令啊啊")
    submit(pages, "打开")
    assert "口令不对。" in pages.words()
    assert pages.session.case == own
    write(pages, "口令", PASSPHRASE)
    submit(pages, "打开")
    assert pages.session.case == OTHER
    assert [each.name for each in pages.session.snapshots] == ["文件里的快照"]
    assert pages.session.carrying.brought == b""
    pages.frame("undo")
    assert pages.session.case == own
    assert pages.session.snapshots == ()


FILE = of(OTHER)


@pytest.mark.parametrize(
    ("data", "said", "asks"),
    [
        (FILE[:8] + b"\x02" + FILE[9:], "更新的版本写的", False),
        (FILE[:-40], "这份存档不完整", False),
        (FILE[:20], "这份存档不完整", False),
        (FILE[:9] + b"\x1f" + FILE[10:], "开头被改过", False),
        (FILE + b"x", "文件坏了或被改过", False),
        (FILE[:-1] + bytes((FILE[-1] ^ 1,)), "文件坏了或被改过", True),
        (seal(b'{"case": {"debts": [{"nam', PASSPHRASE, Cost(power=14)), "读不懂", True),
        (seal(b'{"case": {"field_of_tomorrow": 1}}', PASSPHRASE, Cost(power=14)), "读不懂", True),
        (seal(b"[" * 100_000, PASSPHRASE, Cost(power=14)), "读不懂", True),
        (seal(b"\xff\x00", PASSPHRASE, Cost(power=14)), "读不懂", True),
    ],
    ids=range(10),
)
def test_a_file_that_cannot_be_opened_gets_one_plain_sentence_and_changes_nothing(pages, data, said, asks):
    pages.go("home")
    pages.session.replace(Case(debts=(Debt(name="自己填的"),)))
    own = pages.session.case
    pages.upload("x.huandeqi", data)
    assert bool([each for each in pages.app.text_input if each.label == "口令"]) is asks
    if asks:
        write(pages, "口令", PASSPHRASE)
        submit(pages, "打开")
    assert len(re.findall(said, pages.words())) == 1
    assert not [each for each in pages.app.text_input if each.label == "口令"]
    assert pages.session.case == own
    pages.press("case_file.leave")
    assert pages.session.carrying.brought == b""


@pytest.mark.parametrize(
    ("part", "name", "value", "said"),
    [
        ("debts", "contract_date", "0026-03-01", "债务第 1 项的借款日期：“0026-03-01”"),
        ("events", "day", "1979-12-31", "往来记录第 1 项的日期：“1979-12-31”"),
        ("agreements", "day", "1979-12-31", "谈成的协议第 1 项的哪天谈成的：“1979-12-31”"),
        ("household", "adults", 21, "家庭：成年人：“21”"),
    ],
)
def test_a_file_from_before_the_limits_opens_and_names_what_waits(pages, part, name, value, said):
    case = OTHER.model_copy(update={"events": (Event(name="甲"),), "agreements": (Agreement(name="甲"),)})
    raw = {"case": case.model_dump(mode="json")}
    (raw["case"][part] if part == "household" else raw["case"][part][0])[name] = value
    pages.go("home")
    pages.upload("从前.huandeqi", seal(json.dumps(raw).encode(), PASSPHRASE, Cost(power=14)))
    write(pages, "口令", PASSPHRASE)
    submit(pages, "打开")
    assert pages.session.case == case
    pages.app.switch_page("app.py").run()
    pages.clean()
    assert said in [each.label.replace("\\", "") for each in pages.app.button]


def test_a_foreign_file_under_the_ending_is_read_as_what_it_is(pages):
    pages.upload("x.huandeqi", b"age-encryption.org/v1\n-> scrypt")
    assert "没有读进来" in pages.words()


def test_every_step_back_says_what_it_did(pages):
    pages.go("home")
    pages.session.replace(Case(debts=(Debt(name="花呗", principal=8000),)))
    for change, said in (
        (lambda: pages.session.put(("debts", 0, "principal"), 5000), "已撤销：债务“花呗”的剩余本金改成 ¥5,000.00。现在又是 ¥8,000.00。"),
        (lambda: pages.session.put(("debts", 0, "court"), "sued"), "改成 收到传票、起诉状。现在又是 没有。"),
        (lambda: pages.session.put(("debts", 0, "note"), "*重要*"), "改成 \\*重要\\*。现在又是 空着。"),
        (lambda: pages.session.put(("household", "adults"), 3), "已撤销：家庭的成年人改成 3。现在又是 1。"),
        (lambda: pages.session.add("debts", Debt(name="")), "已撤销：新增债务“第 2 项”。"),
        (lambda: pages.session.remove("debts", 0), "已撤销：删除债务“花呗”。"),
        (lambda: pages.session.bring_in(OTHER), "已撤销：债务新增 1 项、少了 1 项。"),
    ):  # fmt: skip
        before = pages.session.case
        change()
        pages.go("home")
        pages.frame("undo")
        assert said in pages.words()
        assert pages.session.case == before


def test_ending_leaves_nothing(pages):
    pages.sample("early_jintiao")
    pages.session.take_snapshot("x")
    pages.frame("whose.end")
    assert pages.session.untouched
    assert "已经结束，刚才填的内容都清除了" in pages.words()
    pages.go("debts")
    assert "还没有债务" in pages.words()


def test_looking_at_the_page_writes_the_content_out_for_nothing(pages, monkeypatch):
    pages.sample("early_jintiao")
    pages.go("casefile")
    write(pages, "口令", PASSPHRASE)
    write(pages, "口令再写一遍", PASSPHRASE)
    submit(pages, "加密")
    written, write_out = [], Content.model_dump_json

    def counted(content, **more):
        written.append(content)
        return write_out(content, **more)

    monkeypatch.setattr(Content, "model_dump_json", counted)
    pages.go("casefile")
    assert "已经加密好" in pages.words()
    assert not written
