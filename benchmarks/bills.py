"""A bill of 50 000 lines from its bytes to income, living costs and hidden debts: seconds and memory.

Each round is a process of its own, so that memory is that of one bill; the reading process waits ready, as it does
while the app runs.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from assessment import bills
from assessment.intake import read_workbook
from assessment.intake.reading_process import keep_ready
from benchmarks.measure import Row
from tests.intake import bills as made

TITLE = "账单：五万行"
ROOT = Path(__file__).parent.parent
SECONDS, MEGABYTES = 3.0, 300
LINES = 50_000
ROUNDS = 3
_STARTING = 2.0
FIRST, LAST = date(2025, 11, 1), date(2026, 10, 31)
SHOPS = (
    ("餐饮美食", "面馆{k}", "消费"), ("交通出行", "地铁", "行程 地铁出行"), ("日用百货", "某某超市{k}店", "商品 日用百货"), ("转账红包", "张*", "转账"),
    ("信用借还", "花呗", "花呗主动还款-2026年账单"), ("充值缴费", "中国移动", "话费充值{k}"),
)  # fmt: skip
METHODS = ("余额宝", "花呗", "工商银行储蓄卡(1234)", "招商银行信用卡(9876)&红包")


def lines() -> list[made.Line]:
    rng = random.Random(1)
    made_up = []
    for k in range(LINES):
        kind, whom, what = rng.choice(SHOPS)
        day = FIRST + timedelta(days=k * 365 // LINES)
        amount = f"{rng.randint(500, 6000) / 100:.2f}"
        told = (what.format(k=k), "支出", amount, rng.choice(METHODS), "交易成功")
        made_up.append((made.at(day, k % 24, k % 60), kind, whom.format(k=k % 900), *told))
    return made_up


def once(data: bytes) -> str:
    """One reading in this process and its child, and what it took."""
    keep_ready()
    time.sleep(_STARTING)
    spent = processor()
    begun = time.perf_counter()
    found = read_workbook(data)
    read = time.perf_counter()
    ledger = bills.ledger_of(found.bills)
    living = bills.living(ledger)
    hidden = bills.hidden(ledger, (), LAST)
    done = time.perf_counter()
    count = sum(bill.lines for bill in found.bills)
    return (
        f"{count} {len(living.expenses)} {len(hidden)} {read - begun:.3f} {done - read:.3f} {processor() - spent:.3f} "
        f"{megabytes(children=True)} {megabytes(children=False)}"
    )


def processor() -> float:
    """Seconds of processor time of this process and its children."""
    import resource

    both = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def megabytes(*, children: bool) -> int:
    """The most memory held so far; this process's own as the system counts it since its start."""
    import resource

    status = Path("/proc/self/status")
    if not children and status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) // 1024
    whose = resource.RUSAGE_CHILDREN if children else resource.RUSAGE_SELF
    return resource.getrusage(whose).ru_maxrss // 1024


def measured(name: str, data: bytes) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bill"
        path.write_bytes(data)
        rounds = [alone(path) for _round in range(ROUNDS)]
    best = min(rounds, key=lambda each: float(each[3]) + float(each[4]))
    count, expenses, hidden, read, understood, spent, child, own = best
    seconds, memory = float(read) + float(understood), max(int(child), int(own))
    return [
        Row(f"{name}，{int(count):,} 行，{len(data) / 2**20:.1f} MB：读懂，{expenses} 项花费，{hidden} 笔没列的债", f"{seconds:.2f} 秒", f"处理器 {float(spent):.2f} 秒", f"≤ {SECONDS:g} 秒", seconds <= SECONDS),
        Row(f"{name}，内存：读的进程，问的进程", f"{child} MB，{own} MB", "", f"≤ {MEGABYTES} MB", memory <= MEGABYTES),
    ]  # fmt: skip


def alone(path: Path) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.bills", str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def rows() -> list[Row]:
    listed = lines()
    in_wechat = [(when, "商户消费", whom, what, way, amount, method, "支付成功") for when, _kind, whom, what, way, amount, method, _status in listed]  # fmt: skip
    return [
        *measured("支付宝 CSV", made.alipay(listed, FIRST, LAST)),
        *measured("微信 XLSX", made.wechat_xlsx(in_wechat)),
    ]


if __name__ == "__main__":
    print(once(Path(sys.argv[1]).read_bytes()))
