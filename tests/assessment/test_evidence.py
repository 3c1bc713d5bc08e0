"""The evidence file: the same case gives the same bytes, every change is found and named, hostile files are refused."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from contextlib import redirect_stdout
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from assessment import assess, rules
from assessment.__main__ import main
from assessment.case import Agreement, Case, Debt, Due, Event, Proof
from assessment.case.lists import proofs_of
from assessment.evidence import contents, verify
from assessment.evidence.container import MOST_BYTES, NotEvidence
from assessment.evidence.steady import zipped
from assessment.report.chinese import chinese
from assessment.report.english import english
from tests.strategies import agreements, debts, events, several

DAY = date(2026, 11, 24)
ROOT = Path(__file__).parents[2]
TAPE = b"what was said on the phone"
CASE = Case(
    debts=(Debt(name="京东金条", principal=Decimal(8000), days_overdue=40, due_day=8), Debt(name="花呗", principal=Decimal(3000))),
    events=(
        Event(
            name="京东金条", day=date(2026, 11, 20), time="20:15", kind="call", who="自称客服", staff="1024", number="95118", words="不还就<打>给你家人",
            promise="三天内发方案", proofs=(Proof(name="通话.m4a", size=len(TAPE), sha256=sha256(TAPE).hexdigest()),),
        ),
        Event(name="京东金条", day=date(2026, 11, 18), time="10:00", kind="offered", words="12期，每期700"),
        Event(name="花呗", day=date(2026, 11, 21), kind="message", words="请尽快还款"),
        Event(name="京东金条", day=date(2026, 11, 23), kind="payment", amount=Decimal(700)),
    ),
    agreements=(
        Agreement(name="京东金条", day=date(2026, 11, 22), dues=(Due(day=date(2026, 12, 8), amount=Decimal(700)), Due(day=date(2027, 1, 8), amount=Decimal(700)))),
    ),
)  # fmt: skip


def packed(case=CASE, name="", day=DAY):
    return contents(case, assess(case, day), chinese, lambda *said: "".join(said), name).data


def inside(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def again(members, day=DAY):
    return zipped(members, day)


def told(data):
    return [chinese(change) for change in verify(data).changes]


PACK = packed()


def test_the_same_case_and_day_give_the_same_bytes():
    assert packed() == PACK
    assert verify(PACK).intact


def test_the_same_bytes_at_another_hour_on_another_clock():
    script = "from tests.assessment.test_evidence import packed; from hashlib import sha256; print(sha256(packed()).hexdigest())"
    zone = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=zone, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == sha256(PACK).hexdigest()


def test_everything_logged_stands_in_the_timeline_the_workbook_and_the_data():
    held = inside(PACK)
    paper = Document(io.BytesIO(held["时间线.docx"]))
    words = "\n".join(
        [each.text for each in paper.paragraphs]
        + [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    )
    book = load_workbook(io.BytesIO(held["往来记录.xlsx"]))
    cells = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
    for event in CASE.events:
        for said in (event.words, event.who, event.staff, event.number, event.promise):
            assert said in words
            assert not said or said in cells
    assert "通话.m4a" in words
    assert CASE.events[0].proofs[0].sha256 in cells
    assert [each["entry"]["record"] for each in json.loads(held["往来记录.json"])] == [1, 2, 3, 4]


def test_the_timeline_is_in_order_of_time_with_the_numbers_of_the_log():
    paper = Document(io.BytesIO(inside(PACK)["时间线.docx"]))
    lines = [each.text for each in paper.paragraphs if each.text.startswith("【记录")]
    assert [line[:6] for line in lines[:4]] == ["【记录 2】", "【记录 1】", "【记录 3】", "【记录 4】"]


def test_one_debt_alone_names_no_other_lender():
    held = inside(packed(name="京东金条"))
    for content in held.values():
        texts = inside(content).values() if content.startswith(b"PK") else [content]
        assert not any("花呗".encode() in text for text in texts)
    assert [each["entry"]["record"] for each in json.loads(held["往来记录.json"])] == [1, 2, 4]


def timeline_of(events=(), agreements=(), name="", debts=CASE.debts):
    case = Case(debts=debts, events=events, agreements=agreements)
    held = Document(io.BytesIO(inside(packed(case, name))["时间线.docx"]))
    return [each.text for each in held.paragraphs], [[c.text for c in r.cells] for t in held.tables for r in t.rows]


def test_the_time_of_day_is_read_before_lines_are_put_in_order():
    calls = [Event(name="花呗", day=DAY, time=time, kind="call") for time in ("22:05", "9:05", "")]
    lines, _tables = timeline_of(tuple(calls))
    assert [line[:6] for line in lines if line.startswith("【记录")][:3] == ["【记录 3】", "【记录 2】", "【记录 1】"]


def test_of_all_debts_each_line_says_which_it_is_about():
    lines, _tables = timeline_of(
        (Event(name="花呗", day=DAY, kind="call"), Event(name="京东金条", day=DAY, kind="call"))
    )
    assert any("【记录 1】" in line and "“花呗”" in line for line in lines)
    assert any("【记录 2】" in line and "“京东金条”" in line for line in lines)


def test_what_was_handed_in_stands_among_what_was_sent():
    lines, _tables = timeline_of((Event(name="花呗", day=DAY, kind="complained", words="向出借方投诉"),))
    assert sum("向出借方投诉" in line for line in lines) == 2


def test_an_offer_that_names_no_debt_is_taken_for_none_of_several():
    _lines, tables = timeline_of((Event(name="", day=DAY, kind="offered", words="分12期，每期100元"),))
    row = next(row for row in tables if "分12期，每期100元" in row)
    assert row[2] == ""
    assert row[4] == "算不出"


def test_payments_under_a_new_agreement_are_not_counted_for_the_one_before():
    old = Agreement(name="花呗", day=date(2026, 9, 1), dues=(Due(day=date(2026, 10, 1), amount=Decimal(500)),))
    new = Agreement(name="花呗", day=date(2026, 11, 1), dues=(Due(day=date(2026, 11, 8), amount=Decimal(300)),))
    pay = Event(name="花呗", day=date(2026, 11, 8), kind="payment", amount=Decimal(300))
    lines, tables = timeline_of((pay,), (old, new))
    assert any("后来重新谈了" in line for line in lines)
    assert [row[4] for row in tables if row[0] == "1"] == ["按时付了"]


def test_for_one_debt_private_notes_stay_out_and_lines_that_name_another_are_counted():
    mine = Event(name="花呗", day=DAY, kind="call", words="京东金条你都还了", note="私下：别提我姐")
    case = Case(debts=CASE.debts, events=(mine,))
    made = contents(case, assess(case, DAY), chinese, lambda *said: "".join(said), "花呗")
    assert made.found.telling == 1
    for content in inside(made.data).values():
        texts = inside(content).values() if content.startswith(b"PK") else [content]
        assert not any("别提我姐".encode() in text for text in texts)


def test_no_file_that_is_referred_to_lies_in_it():
    assert not any(TAPE in content for content in inside(PACK).values())


def faults(data):
    """What is said against a file: its changes, or why it is refused."""
    try:
        return told(data)
    except NotEvidence as refused:
        return [chinese(refused.what)]


@settings(max_examples=150)
@given(st.integers(0, len(PACK) * 8 - 1))
def test_any_flipped_bit_is_found(place):
    spoilt = bytearray(PACK)
    spoilt[place // 8] ^= 1 << place % 8
    assert all(faults(bytes(spoilt)))
    assert faults(bytes(spoilt))


@settings(max_examples=40)
@given(st.integers(0, len(PACK) - 1))
def test_any_cut_and_any_addition_is_found(at):
    for data in (PACK[:at], PACK[:at] + b"\0" + PACK[at:], PACK + PACK[:at] + b"x"):
        assert faults(data)


@pytest.mark.parametrize("name", ["时间线.docx", "往来记录.xlsx", "往来记录.json", "说明 README.txt"])
def test_an_altered_a_missing_and_an_added_member_are_named(name):
    held = inside(PACK)
    assert f"“{name}”改动过。" in told(again({**held, name: held[name] + b" "}))
    assert f"少了“{name}”。" in told(again({each: content for each, content in held.items() if each != name}))
    assert told(again({**held, "加的.txt": b"x"})) == ["多了“加的.txt”，清单里没有。"]


def test_a_flipped_bit_inside_a_member_names_that_member():
    start = PACK.index(inside(PACK)["往来记录.xlsx"])
    spoilt = bytearray(PACK)
    spoilt[start + 100] ^= 1
    assert told(bytes(spoilt)) == ["“往来记录.xlsx”改动过。"]


def forged(change):
    """The pack with its log changed, and everything around it made to fit but for the chain."""
    from assessment.evidence.chain import readable
    from assessment.evidence.manifest import Manifest, member

    held = inside(PACK)
    log = json.loads(held["往来记录.json"])
    change(log)
    held["往来记录.json"] = readable(log)
    manifest = Manifest.model_validate_json(held.pop("manifest.json"))
    listed = tuple(member(name, content) for name, content in held.items())
    sealed = manifest.model_copy(update={"members": listed}).sealed
    return again({**held, "manifest.json": readable(sealed.model_dump(mode="json"))})


def test_a_changed_entry_breaks_the_chain_at_its_number():
    assert told(forged(lambda log: log[2]["entry"].update(words="x"))) == [
        "从记录 3 起，链对不上：这一条或它前面的被改过、删过、换过位置。"
    ]


def test_an_entry_taken_out_or_moved_breaks_the_chain():
    assert "链对不上" in told(forged(lambda log: log.pop(0)))[0]
    assert "链对不上" in told(forged(lambda log: log.reverse()))[0]
    assert told(forged(lambda log: log.pop())) == ["清单上写 4 条往来记录，包里有 3 条。"]


def test_a_manifest_with_another_figure_is_known_by_its_seal():
    held = inside(PACK)
    changed = held["manifest.json"].replace(b"2026-11-24", b"2026-10-24")
    assert "清单（manifest.json）本身改动过。" in told(again({**held, "manifest.json": changed}))


def test_packed_anew_is_said_to_be_packed_anew():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in inside(PACK).items():
            archive.writestr(name, content)
    assert len(told(out.getvalue())) == 1
    assert "里面的文件都没有变" in told(out.getvalue())[0]


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"0" * (70 * 2**20))
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK", b"not a zip at all", again({"a.txt": b"x"}), again({"../../a": b"x", "manifest.json": b"{}"}),
        again({f"{n}.txt": b"" for n in range(100)}), bomb(),
    ],
    ids=["empty", "stub", "words", "foreign", "climbing", "many", "bomb"],
)  # fmt: skip
def test_a_hostile_or_foreign_file_is_refused_with_a_sentence(data):
    with pytest.raises(NotEvidence) as refused:
        verify(data)
    assert chinese(refused.value.what).endswith("。")


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"[" * 100_000, b'{"format":"huandeqi-evidence"}', b"\xff\xfe", b'{"made_on": 1e999}']
)
def test_a_manifest_that_says_nothing_is_said_to_be_spoilt(manifest):
    assert told(again({"a.txt": b"x", "manifest.json": manifest})) == [
        "清单（manifest.json）改动过，已经读不出来，里面的文件没法逐个核对。"
    ]


@pytest.mark.parametrize("log", [b"", b"{}", b"[1]", b'[{"entry": 1, "link": 2}]', b"[" * 100_000])
def test_a_log_that_says_nothing_is_said_to_be_unreadable_or_altered(log):
    held = inside(PACK)
    assert "“往来记录.json”改动过。" in told(again({**held, "往来记录.json": log}))


whole = st.builds(Case, debts=several(debts, 2), events=several(events, 5), agreements=several(agreements, 2))


@settings(max_examples=15)
@given(whole)
def test_nothing_of_any_log_is_lost_and_the_file_is_sound(case):
    data = packed(case)
    assert verify(data).intact
    kept = [each["entry"] for each in json.loads(inside(data)["往来记录.json"])]
    for entry in kept:
        entry.pop("record")
    assert tuple(Event.model_validate(entry) for entry in kept) == case.events


class Done(NamedTuple):
    returncode: int
    stdout: str


def run(*arguments):
    out = io.StringIO()
    with redirect_stdout(out):
        code = main(["verify", *map(str, arguments)])
    return Done(code, out.getvalue())


def test_as_a_command_of_its_own(tmp_path):
    file = tmp_path / "证据包 1.zip"
    file.write_bytes(PACK)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "assessment", "verify", str(file)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "没有发现改动" in done.stdout


def test_from_the_command_line(tmp_path):
    """Sound; then each fault with its sentence and its exit code."""
    file, folder = tmp_path / "证据包.zip", tmp_path / "录音"
    file.write_bytes(PACK)
    folder.mkdir()
    (folder / "改了名.m4a").write_bytes(TAPE)
    sound = run(file, "--files", folder, "--sha256", sha256(PACK).hexdigest())
    assert sound.returncode == 0
    assert "没有发现改动" in sound.stdout
    assert "1 个和当初一样，一共 1 个" in sound.stdout

    (folder / "改了名.m4a").unlink()
    assert "没有找到“通话.m4a”（记录 1）。" in run(file, "--files", folder).stdout
    (folder / "通话.m4a").write_bytes(TAPE[::-1])
    changed = run(file, "--files", folder)
    assert changed.returncode == 1
    assert "“通话.m4a”（记录 1）还在，但内容和当初不一样。" in changed.stdout
    assert run(file, "--sha256", "0" * 64).returncode == 1

    held = inside(PACK)
    file.write_bytes(again({**held, "时间线.docx": b"x"}))
    spoilt = run(file)
    assert spoilt.returncode == 1
    assert "“时间线.docx”改动过。" in spoilt.stdout
    file.write_bytes(b"no zip")
    foreign = run(file)
    assert foreign.returncode == 2
    assert foreign.stdout.strip().endswith("。")
    assert run(tmp_path / "没有.zip").returncode == 2
    file.write_bytes(PACK)
    assert run(file, "--files", tmp_path / "没有").returncode == 2


def test_a_file_far_too_large_is_refused_in_one_sentence(tmp_path):
    file = tmp_path / "large.zip"
    with file.open("wb") as opened:
        opened.truncate(MOST_BYTES + 5)
    refused = run(file)
    assert refused.returncode == 2
    assert "超过 64 MB" in refused.stdout


def test_the_answer_is_english_where_that_is_asked_for(tmp_path):
    file = tmp_path / "evidence.zip"
    found = assess(CASE, DAY)
    file.write_bytes(contents(CASE, found, english, lambda *said: " ".join(said), "").data)
    sound = run(file, "--language", "en")
    assert sound.returncode == 0
    assert "24 November 2026" in sound.stdout
    file.write_bytes(again({**inside(file.read_bytes()), "Timeline.docx": b"x"}))
    spoilt = run(file, "--language", "en")
    assert spoilt.returncode == 1
    assert "Timeline.docx" in spoilt.stdout
    file.write_bytes(b"no zip")
    for said in (sound, spoilt, run(file, "--language", "en"), run(tmp_path / "none.zip", "--language", "en")):
        assert not re.search("[\u4e00-\u9fff]", said.stdout)


def test_what_the_file_is_stands_in_it_in_both_languages():
    for say in (chinese, english):
        held = inside(contents(CASE, assess(CASE, DAY), say, lambda *said: "".join(said), "").data)
        about = held["说明 README.txt"].decode("utf-8-sig")
        assert "能说明：从打包那一刻起" in about
        assert "--language en" in about.split("往来记录.json")[1]
        assert "The two JSON files are for the verifying program" in about
    assert {"Timeline.docx", "Contact log.xlsx"} < set(held)


def test_a_later_file_shows_that_the_earlier_lines_were_not_changed(tmp_path):
    old, new, other = (tmp_path / name for name in ("旧.zip", "新.zip", "改.zip"))
    more = Event(name="京东金条", day=date(2026, 12, 1), kind="call", words="又打来")
    later = CASE.model_copy(update={"events": (*CASE.events, more)})
    edited = CASE.model_copy(
        update={"events": (CASE.events[0].model_copy(update={"words": "改了"}), *CASE.events[1:], more)}
    )
    old.write_bytes(PACK)
    new.write_bytes(packed(later, day=date(2026, 12, 2)))
    other.write_bytes(packed(edited, day=date(2026, 12, 2)))
    assert run(new, "--since", old).returncode == 0
    failed = run(other, "--since", old)
    assert failed.returncode == 1
    assert "前面的记录被改过、删过或换过位置" in failed.stdout


def test_the_fingerprint_of_a_large_file_as_the_log_takes_it(tmp_path, capsys):
    tape = tmp_path / "很长的录音.m4a"
    tape.write_bytes(TAPE)
    assert main(["fingerprint", str(tape)]) == 0
    (proof,) = proofs_of(capsys.readouterr().out)
    assert proof == Proof(name="很长的录音.m4a", size=len(TAPE), sha256=sha256(TAPE).hexdigest())
    assert main(["fingerprint", str(tmp_path / "没有"), str(tape)]) == 1
    assert len(proofs_of(capsys.readouterr().out)) == 1


WORDED = {
    "evidence_recording": ("第一百零六条", "不得作为认定案件事实的根据"),
    "evidence_original": ("第十五条", "应当提供存储该视听资料的原始载体"),
    "evidence_notary": ("第九十四条第二款", "但有相反证据足以推翻的除外"),
    "evidence_timestamp": ("第十一条第二款", "区块链等证据收集、固定和防篡改的技术手段或者通过电子取证存证平台认证"),
}


@pytest.mark.parametrize(("name", "printed"), WORDED.items())
def test_articles_on_evidence_stand_as_printed(name, printed):
    held = rules.at(DAY).rule(name).ruling(DAY)
    assert held.confidence == "text"
    assert held.article == printed[0]
    assert printed[1] in held.value
