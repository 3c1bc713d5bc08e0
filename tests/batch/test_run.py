"""A whole batch: files in, one file of results and one of problems out; killed, sharded, stopped, and right."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from assessment.__main__ import main
from assessment.batch import (
    RESULT,
    Counts,
    Job,
    NotUsable,
    Report,
    assess_table,
    flat,
    problem_list,
    run,
    sources,
    work,
)
from benchmarks import agency
from tests.batch.expected import DAY, rows, same
from tests.samples import CASES, FOLDER

ROOT = Path(__file__).parent.parent.parent


def command(*arguments):
    return [sys.executable, "-X", "utf8", "-m", "assessment", "batch", *map(str, arguments)]


def called(*arguments):
    return subprocess.run(command(*arguments), cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def here(capsys, *arguments):
    """The same command in this process: its exit code, what it says, and what it says is wrong."""
    code = main(["batch", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def quietly(_done, _of):
    return None


def told(out):
    with problem_list(out).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read(path):
    return pq.read_table(path).replace_schema_metadata(None).combine_chunks()


@pytest.fixture(scope="module")
def table():
    return agency.cases(900)


@pytest.fixture
def small_pieces(monkeypatch):
    monkeypatch.setattr(sources, "PIECE", 100)


@pytest.fixture
def cases(tmp_path, table):
    """The cases in row groups that are no multiple of a piece."""
    path = tmp_path / "个案.parquet"
    pq.write_table(table, path, row_group_size=330)
    return path


def test_the_results_are_those_of_the_frame(tmp_path, table, cases, small_pieces):
    out, steps = tmp_path / "out.parquet", []
    report = run(Job((cases,), out, DAY), lambda done, of: steps.append((done, of)))
    assert read(out).equals(assess_table(table, DAY).combine_chunks())
    assert report == Report(Counts(900, 0, 0))
    assert [done for done, _ in steps] == sorted({done for done, _ in steps})
    assert steps[0] == (0, 900)
    assert steps[-1] == (900, 900)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.parquet", "out.problems.csv", "个案.parquet"]


def test_the_shards_together_are_the_whole(tmp_path, table, cases, small_pieces):
    parts = []
    for place in (1, 2, 3):
        out = tmp_path / f"{place}.parquet"
        assert run(Job((cases,), out, DAY, (place, 3)), quietly).counts.cases > 0
        parts.append(read(out))
    shards, whole = pa.concat_tables(parts), assess_table(table, DAY)
    order = [("case", "ascending"), ("debt", "ascending"), ("option", "ascending")]
    assert _plain(shards).sort_by(order).equals(_plain(whole).sort_by(order))


def _plain(found):
    return pa.table([pc.cast(found[name], pa.string()) if name in {"stage", "option", "fit"} else found[name] for name in found.column_names], names=found.column_names)  # fmt: skip


def test_killed_without_warning_it_goes_on_where_it_was(tmp_path):
    """A real process, SIGKILL, the same command again: nothing lost, nothing doubled, nothing done twice."""
    table, path, out = agency.cases(14_000), tmp_path / "cases.parquet", tmp_path / "out.parquet"
    pq.write_table(table, path)
    folder = tmp_path / "out.parquet.parts"
    process = subprocess.Popen(
        command(path, "--out", out, "--as-of", "2026-11-23"), cwd=ROOT, stderr=subprocess.DEVNULL
    )
    while not list(folder.glob("*-*.arrow")):
        assert process.poll() is None
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    before = {part.name: part.stat().st_mtime_ns for part in folder.glob("*-*.arrow")}
    assert before
    assert not out.exists()
    (folder / "0000-0000002.arrow.tmp").write_bytes(b"ARROW1 torn")
    done = called(path, "--out", out)
    assert done.returncode == 0, done.stderr
    assert "14000 户" in done.stdout
    assert read(out).equals(assess_table(table, DAY).combine_chunks())
    assert not folder.exists()
    again = called(path, "--out", out)
    assert again.returncode == 0
    assert "没有重算" in again.stdout
    assert "14000 户" in again.stdout


def test_what_is_done_is_not_done_again(tmp_path, cases, small_pieces):
    out = tmp_path / "out.parquet"

    class StopError(Exception):
        pass

    def stop(done, _of):
        if done >= 400:
            raise StopError

    with pytest.raises(StopError):
        run(Job((cases,), out, DAY), stop)
    folder = tmp_path / "out.parquet.parts"
    kept = {part: part.stat().st_mtime_ns for part in folder.glob("*-*.arrow")}
    assert len(kept) == 5
    with pytest.raises(StopError):
        run(Job((cases,), out, DAY), stop)
    assert {part: part.stat().st_mtime_ns for part in folder.glob("*-*.arrow")} == kept
    assert run(Job((cases,), out, DAY), quietly).counts.cases == 900


def test_another_run_is_never_mixed_in_or_overwritten(tmp_path, cases, small_pieces):
    out = tmp_path / "out.parquet"
    run(Job((cases,), out, DAY), quietly)
    before = out.read_bytes()
    with pytest.raises(NotUsable, match="不覆盖"):
        run(Job((cases,), out, DAY.replace(day=24)), quietly)
    assert out.read_bytes() == before
    assert run(Job((cases,), out, DAY), quietly).before
    (tmp_path / "b.parquet.parts").mkdir()
    (tmp_path / "b.parquet.parts" / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(NotUsable, match="另一批"):
        run(Job((cases,), tmp_path / "b.parquet", DAY), quietly)


def test_wrong_cases_are_listed_and_the_rest_is_done(tmp_path, table, capsys):
    rows_ = table.slice(0, 30).to_pylist()
    rows_[3]["debts"][0]["principal"] = -1
    rows_[9]["case"] = "=cmd|' /C calc'!A0"
    rows_[9]["children"] = 99
    rows_[12]["case"] = rows_[13]["case"]
    path, out = tmp_path / "c.parquet", tmp_path / "out.parquet"
    pq.write_table(pa.Table.from_pylist(rows_, table.schema), path)
    for _ in range(2):
        code, said, _ = here(capsys, path, "--out", out, "--as-of", "2026-11-23")
        assert code == 1
        assert "30 户" in said
    problems = told(out)
    assert [(each["位置"], each["编号"]) for each in problems] == [
        ("4", "K00000003"),
        ("10", "'=cmd|' /C calc'!A0"),
        ("13", "K00000013"),
    ]
    assert "剩余本金不能是负数" in problems[0]["问题"]
    assert len(set(read(out)["case"].to_pylist())) == 29


def test_a_folder_of_workbooks(tmp_path):
    folder, out = tmp_path / "账本", tmp_path / "out.parquet"
    (folder / "二月").mkdir(parents=True)
    for slug in ("early_jintiao", "late_sued"):
        shutil.copy(FOLDER / f"{slug}.xlsx", folder / "二月" / f"{slug}.xlsx")
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "~$late_sued.xlsx").write_bytes(b"lock")
    (folder / "readme.txt").write_text("not a case", encoding="utf-8")
    report = run(Job((folder,), out, DAY), quietly)
    assert report.counts[:2] == (3, 1)
    assert [each["编号"] for each in told(out)] == ["坏.xlsx"]
    found = read(out).to_pylist()
    for slug in ("early_jintiao", "late_sued"):
        name = f"二月/{slug}.xlsx"
        mine = [row for row in found if row["case"] == name]
        assert all(same(got, wanted) for got, wanted in zip(mine, rows(name, CASES[slug]), strict=True))
    shards = [sources.sources((folder,), (place, 2))[0].files for place in (1, 2)]
    assert sorted(name for files in shards for name, _ in files) == sorted({row["case"] for row in found})


def test_a_reader_that_fails_by_itself_stops_nothing(tmp_path, monkeypatch):
    """One process here, so that the reader can be made to fail for one of the files."""

    def failing(path):
        raise RuntimeError

    monkeypatch.setattr(work, "read_workbook", failing)
    found = work.done(work.Books((("A.xlsx", tmp_path / "A.xlsx"),)), DAY)
    assert (found.cases, found.failed) == (1, 1)
    assert found.results["error"].to_pylist() == found.problems["problem"].to_pylist()
    assert "是程序的问题" in found.problems["problem"][0].as_py()


CSV = """编号,所在地,成年人,每月收入,房租,吃饭买菜,现金、存款,欠谁的,剩余本金,欠的利息,合同利率,还款方式,还剩几期,逾期天数,爱好
A1,北京市,2,9000,"1,800",1200,5000,某平台,1.2万,300,日0.05%,等额本金,8,12,钓鱼
A1,,,,,,,某银行,8000,0,年14.6%,,10,,
A2,,1,5000,,,,某平台,abc,,,,6,,
A3,,1,4000,800,,,,,,,,,,
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_read_as_people_write(tmp_path, encoding):
    path, out = tmp_path / "户.csv", tmp_path / "out.parquet"
    path.write_text(CSV, encoding=encoding)
    report = run(Job((path,), out, DAY), quietly)
    assert report.counts[:2] == (3, 1)
    found = read(out).to_pylist()
    owed = {(row["case"], row["debt"]): row["owed"] for row in found}
    assert owed == {("A1", 1): 1_230_000, ("A1", 2): 800_000, ("A2", None): None, ("A3", None): None}
    assert next(row for row in found if row["case"] == "A3")["ceiling"] > 0
    problems = {(each["编号"], each["位置"]): each["问题"] for each in told(out)}
    assert "I4：“abc”不是能看懂的剩余本金" in problems["A2", "4"]
    assert "爱好" in problems["", "O1"]


def test_the_household_of_a_csv_is_the_same_as_typed(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text(CSV, encoding="utf-8")
    pieces = dict(flat.pieces(path, 2, lambda _number: True))
    assert [piece.cases["case"].to_pylist() for piece in pieces.values()] == [["A1", "A2"], ["A3"]]
    assert [number for number, _ in flat.pieces(path, 2, lambda number: number == 1)] == [1]
    first = pieces[0].cases.to_pylist()[0]
    assert (first["adults"], first["place"]) == (2, "北京市")
    assert [(each["category"], each["amount"]) for each in first["expenses"]] == [("rent", 180_000), ("food", 120_000)]
    assert [each["method"] for each in first["debts"]] == ["equal_principal", "equal_payment"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.parquet", None, "找不到"),
        ("text.parquet", b"no parquet", "不是 Parquet"),
        ("c.csv", "姓名,金额\n甲,1\n".encode(), "编号"),
        ("a.docx", b"PK", "不是能读的文件"),
    ],
)
def test_what_is_no_batch_is_said_in_one_sentence(tmp_path, capsys, name, content, says):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, _, wrong = here(capsys, path, "--out", tmp_path / "out.parquet")
    assert code == 2
    assert says in wrong
    assert "Nothing more was done" in wrong


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(NotUsable, match="没有找到"):
        run(Job((tmp_path,), tmp_path / "out.parquet", DAY), quietly)


def test_a_shard_must_be_one_of_its_count():
    for wrong in ("0/2", "3/2", "2", "a/b"):
        with pytest.raises(SystemExit):
            main(["batch", "x.parquet", "--out", "o.parquet", "--shard", wrong])


def test_the_results_hold_numbers_and_the_cases_own_name_only(tmp_path, cases, small_pieces):
    out = tmp_path / "out.parquet"
    run(Job((cases,), out, DAY), quietly)
    held = pq.read_table(out)
    words = {field.name for field in RESULT if pa.types.is_string(field.type)}
    assert words == {"case", "error"}
    assert str(tmp_path) not in str(held.schema.metadata)


def test_a_file_damaged_in_the_middle_is_said_and_nothing_comes_out(tmp_path, cases, small_pieces):
    data = bytearray(cases.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 4_000] = b"\xff" * 4_000
    cases.write_bytes(data)
    with pytest.raises(NotUsable, match="坏了"):
        run(Job((cases,), tmp_path / "out.parquet", DAY), quietly)
    assert not (tmp_path / "out.parquet").exists()


def test_where_nothing_can_be_written_it_is_said(tmp_path, cases, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, wrong = here(capsys, cases, "--out", tmp_path / "file" / "out.parquet")
    assert code == 2
    assert "Reading or writing failed" in wrong
