"""python -m assessment, as a person runs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.__main__ import main
from tests.samples import CASES, FOLDER

ROOT = Path(__file__).parent.parent.parent


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "assessment", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("slug", sorted(CASES))
def test_the_whole_assessment_as_json(slug):
    done = run("assess", FOLDER / f"{slug}.xlsx", "--json", "--as-of", "2026-11-23")
    assert done.returncode == 0, done.stderr
    whole = json.loads(done.stdout)
    assert whole["as_of"] == "2026-11-23"
    assert len(whole["debts"]) == len(CASES[slug].debts)
    for debt in whole["debts"]:
        for option in debt["options"]:
            assert option["rows"] or option["kind"] == "cure_arrears"
            assert "{" not in "".join(option["reasons"])


def test_an_empty_workbook_is_written_and_read_back_empty(tmp_path):
    target = tmp_path / "空白 表格.xlsx"
    assert run("template", target).returncode == 0
    done = run("assess", target, "--json", "--as-of", "2026-11-23")
    assert done.returncode == 0
    assert json.loads(done.stdout)["debts"] == []


def test_a_file_that_cannot_be_read_is_said_in_one_sentence(tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    done = run("assess", broken)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "坏了" in done.stderr


def test_published_figures_are_reproduced_on_this_machine():
    done = run("selfcheck")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) >= 9
    assert all(line.startswith("一致") for line in lines)


@pytest.mark.parametrize(
    "command",
    [
        ("assess", FOLDER / "early_jintiao.xlsx", "--rules", "没有.toml"),
        ("fingerprint", "没有.m4a"),
        ("verify", "没有.zip"),
        ("batch", "没有", "--out", "results.parquet"),
        ("template", "没有/表格.xlsx"),
    ],
)
def test_what_is_not_there_is_said_in_words(command, tmp_path):
    done = run(*(tmp_path / each if "没有" in str(each) or each == "results.parquet" else each for each in command))
    assert done.returncode > 0
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "No such file" not in said
    assert "没有" in said


def test_an_empty_form_is_never_written_over_a_filled_one(tmp_path):
    filled = tmp_path / "我的.xlsx"
    filled.write_bytes((FOLDER / "early_jintiao.xlsx").read_bytes())
    done = run("template", filled)
    assert done.returncode == 1
    assert "已经在那里" in done.stderr
    assert filled.read_bytes() == (FOLDER / "early_jintiao.xlsx").read_bytes()


COMMANDS = ["", "assess", "batch", "rules", "template", "selfcheck", "fingerprint", "verify"]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def explained(monkeypatch, capsys):
    """What --help prints where the system speaks a language."""

    def ask(speaks, *arguments):
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("LANG", speaks)
        with pytest.raises(SystemExit) as ended:
            main([each for each in (*arguments, "--help") if each])
        assert ended.value.code == 0
        return capsys.readouterr().out

    return ask


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_the_language_that_is_asked_for_else_the_systems(command, explained):
    assert not CHINESE.search(explained("zh_CN.UTF-8", command, "--language", "en"))
    assert not CHINESE.search(explained("en_GB.UTF-8", command))
    for speaks in ("zh_CN.UTF-8", "C.UTF-8", "de_DE.UTF-8"):
        assert CHINESE.search(explained(speaks, command))
    assert CHINESE.search(explained("en_GB.UTF-8", command, "--language", "zh"))


def test_verify_says_what_its_exit_codes_mean(explained):
    assert "0 没有改过；1 有改过的" in explained("zh_CN.UTF-8", "verify")
    assert "2 it is no evidence file" in explained("en_GB.UTF-8", "verify")


def test_the_help_of_the_start_does_nothing_else(tmp_path):
    alone = tmp_path / "start.py"
    alone.write_bytes((ROOT / "start.py").read_bytes())
    for flag in ("--help", "-h"):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", str(alone), flag],
            capture_output=True,
            encoding="utf-8",
            timeout=20,
            check=True,
        )
        assert "不打开浏览器" in done.stdout
        assert "without opening a browser" in done.stdout
        assert [each.name for each in tmp_path.iterdir()] == ["start.py"]
