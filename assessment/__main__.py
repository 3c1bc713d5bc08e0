"""python -m assessment: assess a workbook or a batch of cases, write an empty one, check published figures, fingerprint files, or verify an evidence file."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assessment import assess, dates, rules
from assessment.intake import read_workbook
from assessment.problems import Problem
from assessment.report import rule_table, workbook
from assessment.report.chinese import chinese
from assessment.report.english import english
from assessment.report.plain_data import plain_data, problem
from assessment.rules import Pack
from assessment.selfcheck import checks
from assessment.text import Text

if TYPE_CHECKING:
    from assessment.batch import Job, Report


def main(arguments: Sequence[str] | None = None) -> int:
    """One command; gives the exit code: 1 where a file could not be read at all or a published figure differs."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = _parser(_language(given)).parse_args(given)
    if asked.command == "template":
        return _template(asked.file)
    if asked.command == "rules":
        sys.stdout.write(rule_table.markdown(rules.shipped()))
        return 0
    if asked.command == "selfcheck":
        return _selfcheck()
    if asked.command == "fingerprint":
        return _fingerprint(asked.files)
    if asked.command == "verify":
        return _verify(asked)
    if asked.command == "batch":
        return _batch(asked.files, asked.out, asked.as_of, asked.shard, asked.scheduler)
    try:
        pack, wrong = _pack(asked.rules)
    except OSError:
        return _not_there(asked.rules)
    for found in wrong:
        print(_line(found), file=sys.stderr)
    return _assess(asked.file, asked.as_of, pack, as_json=asked.json)


def _pack(file: Path | None) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The shipped rules with a person's own file on top, and what is wrong in it."""
    if file is None:
        return None, ()
    return rules.extended(file.read_text(encoding="utf-8", errors="replace"), _today())


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _parser(language: str) -> argparse.ArgumentParser:
    """Every command and its help, in one language."""
    say = _SPOKEN[language]
    parser = argparse.ArgumentParser(
        prog="python -m assessment", description=say(Text("还得起：算清每月能还多少，比较能谈的方案")),
        epilog=say(Text("--language en 用英文说明；不写就照系统的语言。每条命令后面加 --help 看怎么用。")),
    )  # fmt: skip
    _speaks(parser, say)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, about: Text, codes: Text | None = None) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name, help=say(about), description=say(about), epilog=say(codes) if codes else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
        _speaks(made, say)
        return made

    one = command("assess", Text("一份表格的完整测算"), Text("结束码：0 算好了；1 文件读不了。"))
    one.add_argument("file", type=Path)
    one.add_argument("--json", action="store_true", help=say(Text("输出全部结果")))
    _as_of(one, say)
    one.add_argument(
        "--rules", type=Path, default=None, metavar="my-rules.toml", help=say(Text("自己的规则文件，盖在自带的上面"))
    )
    many = command(
        "batch",
        Text("一批个案一次算完，断了再来会接着算"),
        Text("结束码：0 都算成了；1 有的没有算成；2 不能接着算；130 被停下。"),
    )
    many.add_argument("files", type=Path, nargs="+", help=say(Text("表格、放表格的文件夹、Parquet 或 CSV")))
    many.add_argument(
        "--out", type=Path, required=True, metavar="results.parquet", help=say(Text("结果写到哪里；问题清单在旁边"))
    )
    _as_of(many, say)
    many.add_argument("--shard", type=_shard, default=(1, 1), metavar="1/4", help=say(Text("分成几份，只算第几份")))
    many.add_argument(
        "--scheduler", default="", metavar="tcp://…", help=say(Text("已有的 Dask 集群；个案会发到那里去算"))
    )
    command("rules", Text("全部规则的表"))
    command("template", Text("写一份空白表格")).add_argument("file", type=Path)
    command("selfcheck", Text("用公开的算例核对本机的计算"), Text("结束码：0 全部一致；1 有不一致的。"))
    command(
        "fingerprint", Text("大文件的指纹，一行一个，贴到“往来记录”里"), Text("结束码：0 都读到了；1 有读不了的。")
    ).add_argument("files", type=Path, nargs="+")
    packed = command(
        "verify",
        Text("证据包从写出以后有没有改过"),
        Text("结束码：0 没有改过；1 有改过的、对不上的或者不见了的；2 不是证据包，或者打不开。"),
    )
    packed.add_argument("file", type=Path)
    packed.add_argument(
        "--files", type=Path, default=None, metavar=say(Text("录音文件夹")), help=say(Text("再核对引用的录音、截图"))
    )
    packed.add_argument(
        "--since", type=Path, default=None, metavar=say(Text("旧证据包.zip")), help=say(Text("和更早的一份比，前面的记录有没有改过")),
    )  # fmt: skip
    packed.add_argument("--sha256", default="", metavar=say(Text("指纹")), help=say(Text("和当初记下的指纹比")))
    return parser


def _speaks(parser: argparse.ArgumentParser, say: Callable[[Text], str]) -> None:
    """The choice of a language, before or after the command."""
    parser.add_argument(
        "--language",
        choices=tuple(_SPOKEN),
        default=argparse.SUPPRESS,
        help=say(Text("用哪种语言说明和回答；不写时说明照系统，回答用中文")),
    )


def _as_of(parser: argparse.ArgumentParser, say: Callable[[Text], str]) -> None:
    parser.add_argument(
        "--as-of", type=dates.parse, default=None, metavar="2026-11-23", help=say(Text("按哪一天算，默认今天"))
    )


def _language(arguments: Sequence[str]) -> str:
    """The language of the help: the one that is asked for, else the system's where that is English, else Chinese."""
    asked = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    asked.add_argument("--language", choices=tuple(_SPOKEN), default="")
    try:
        chosen = str(asked.parse_known_args(arguments)[0].language)
    except argparse.ArgumentError:
        chosen = ""
    return chosen or ("en" if _system().lower().startswith("en") else "zh")


def _system() -> str:
    """The language the system is set to, as gettext looks for it."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((found for name in names if (found := os.environ.get(name))), "")


def _assess(file: Path, as_of: date | None, pack: Pack | None, *, as_json: bool) -> int:
    read = read_workbook(file)
    unread = any(found.standing == "refused" and not found.where.sheet for found in read.problems)
    day = as_of or _today()
    if as_json:
        result = {"problems": [problem(found) for found in read.problems]}
        print(
            json.dumps(
                result if unread else result | plain_data(assess(read.case, day, pack)), ensure_ascii=False, indent=1
            )
        )
        return int(unread)
    for found in read.problems:
        print(_line(found), file=sys.stderr)
    if unread:
        return 1
    whole = assess(read.case, day, pack)
    for figure in (whole.affordability.floor, whole.affordability.suggested, whole.affordability.ceiling):
        print(chinese(figure.reason))
    for debt in whole.debts:
        print(f"{debt.debt.name}：{chinese(debt.comparison.why)}")
    return 0


def _template(file: Path) -> int:
    """An empty form where nothing stands yet: a filled one of the same name is never written over."""
    try:
        with file.open("xb") as empty:
            empty.write(workbook.template())
    except FileExistsError:
        print(f"“{file}”已经在那里，没有写。请换一个名字。It is there already; nothing was written.", file=sys.stderr)
        return 1
    except OSError:
        print(f"“{file}”写不进去。请看看文件夹在不在。It cannot be written there.", file=sys.stderr)
        return 1
    return 0


def _not_there(file: Path) -> int:
    print(f"“{file}”找不到，或者打不开。It is not there, or cannot be opened.", file=sys.stderr)
    return 1


def _fingerprint(files: Sequence[Path]) -> int:
    """One line a file, as the log takes it; 1 where one could not be read."""
    from assessment.case.lists import proofs_text
    from assessment.evidence.references import of_path

    failed = 0
    for file in files:
        try:
            print(proofs_text([of_path(file)]))
        except OSError:
            failed = _not_there(file)
    return failed


def _verify(asked: argparse.Namespace) -> int:
    """0 where nothing was changed, 1 where something was or is missing, 2 where the file is no evidence file."""
    from assessment.evidence import telling

    answer = _SPOKEN[getattr(asked, "language", "zh")]
    told = telling.tell(asked.file, asked.files, asked.since, asked.sha256)
    for sentence in told.sentences:
        print(answer(sentence))
    return told.code


_SPOKEN = {"zh": chinese, "en": english}


def _shard(text: str) -> tuple[int, int]:
    """2/4 as the second of four."""
    place, count = (int(part) for part in text.split("/"))
    if not 1 <= place <= count:
        raise ValueError(text)
    return place, count


def _batch(files: Sequence[Path], out: Path, as_of: date | None, shard: tuple[int, int], scheduler: str) -> int:
    """0 where everything was assessed, 1 where some cases were not, 2 where it could not go on, 130 where it was stopped."""
    from assessment import batch

    job = batch.Job(tuple(files), out, as_of or batch.day_begun(out) or _today(), shard, scheduler)
    try:
        return _ended(_worked(job), out)
    except batch.NotUsable as error:
        print(f"{chinese(error.what)}（没有再算。Nothing more was done.）", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"文件读写出错：{error}。算好的都还在，再运行同样的命令就接着算。", file=sys.stderr)
        print("Reading or writing failed; what is done is kept, and the same command goes on.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("停下了。再运行一次同样的命令，就接着算。Stopped; the same command goes on from here.", file=sys.stderr)
        return 130


def _worked(job: Job) -> Report:
    """The job with its progress on a bar."""
    from tqdm import tqdm

    from assessment import batch

    with tqdm(unit="户", file=sys.stderr, dynamic_ncols=True) as bar:
        earlier: list[int] = []

        def tell(done: int, of: int | None) -> None:
            if not earlier:
                earlier.append(done)
            bar.initial, bar.total, bar.n = earlier[0], of, done
            bar.refresh()

        return batch.run(job, tell)


def _ended(report: Report, out: Path) -> int:
    from assessment.batch import problem_list

    cases, failed, problems = report.counts
    if report.before:
        print("以前已经算完，没有重算。This batch had been finished before; nothing was done again.")
    print(f"一共 {cases} 户，其中没有算成的 {failed} 户。{cases} cases, {failed} of them not assessed.")
    if problems:
        print(f"要看的有 {problems} 处，列在 {problem_list(out)}。{problems} problems are listed there.")
    print("结果里只有您给的编号和算出来的数。The results hold only your case numbers and figures.")
    return int(failed > 0)


def _line(found: Problem) -> str:
    where = " ".join(part for part in (found.where.sheet, found.where.cell) if part)
    return f"{where}：{chinese(found.what)}{chinese(found.instead)}".removeprefix("：")


def _selfcheck() -> int:
    found = checks()
    for each in found:
        print(
            f"{'一致' if each.agrees else '不一致'}  {each.source}  {each.name}  公布 {each.published}  本机 {each.computed}"
        )
    return int(not all(each.agrees for each in found))


if __name__ == "__main__":
    sys.exit(main())
