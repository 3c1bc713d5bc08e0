"""The app as its server sees it: start, pages, sliders, memory, thirty people at once. Only this machine is asked."""

from __future__ import annotations

import asyncio
import contextlib
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import psutil

from benchmarks.measure import Row, at_most, ms, percentile, times
from benchmarks.visit import Visit, served, up, visit

TITLE = "页面：服务器端"
NOTE = (
    "没有浏览器，用 Streamlit 自己的消息和连接；每次计时从发出到服务器说完。样例是十二笔债的那一户。"
    "“空页面”是同样设置下只有一个标题的 Streamlit。客户端和服务器在同一台机器的两个核上。"
)
ROOT = Path(__file__).parent.parent
PORT, EMPTY_PORT = 8617, 8618
SAMPLE = "sample.twelve_debts"
STARTS, ROUNDS, EDITS, TABS = 5, 6, 40, 20
PEOPLE, THINKING, SECONDS = 30, 3.0, 24.0
_EMPTY = "import streamlit as st\n\nst.title('空')\n"
Script = tuple[Path, Path, int]


def rows() -> list[Row]:
    return asyncio.run(_rows())


async def _rows() -> list[Row]:
    with _empty_page() as empty:
        ours: Script = (ROOT / "app.py", ROOT, PORT)
        return [*await _starts(ours, empty), *await _alone(ours), *await _memory(ours, empty), *await _together(ours)]


@contextlib.contextmanager
def _empty_page() -> Iterator[Script]:
    """A page with nothing on it, under our settings."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(ROOT / ".streamlit", home / ".streamlit")
        (home / "app.py").write_text(_EMPTY, encoding="utf-8")
        yield home / "app.py", home, EMPTY_PORT


@contextlib.asynccontextmanager
async def _running(script: Script):
    file, home, port = script
    with served(file, port, home) as process:
        await up(port)
        yield process


async def _starts(ours: Script, empty: Script) -> list[Row]:
    """From the command to the first page said to its end."""
    found: dict[str, list[float]] = {"ours": [], "empty": []}
    for _ in range(STARTS):
        for name, script in (("empty", empty), ("ours", ours)):
            start = time.perf_counter()
            async with _running(script), visit(script[2]) as tab:
                await tab.begin()
                found[name].append(time.perf_counter() - start)
    mine, bare = (statistics.median(found[name]) for name in ("ours", "empty"))
    return [
        Row("启动到空页面可用", f"{bare:.2f} 秒", "×1"),
        Row("启动到首页可用", f"{mine:.2f} 秒", times(mine / bare), "≤ 空页面 ×1.5", mine <= 1.5 * bare),
    ]


async def _opened(tab: Visit) -> Visit:
    """A tab with the sample in it."""
    await tab.begin()
    await tab.press(SAMPLE)
    return tab


async def _alone(ours: Script) -> list[Row]:
    """One person: every page, and the two kinds of sliders."""
    async with _running(ours), visit(PORT) as tab:
        await _opened(tab)
        first = [await tab.open(page) for page in list(tab.pages)]
        again = [await tab.open(page) for _ in range(ROUNDS) for page in list(tab.pages)]
        slides = {
            "改方案的期数": await _slid(tab, "options", ".months", range(5, 5 + EDITS)),
            "收入变成几成": await _slid(
                tab, "affordability", "what_if.income", [5 * (place % 20) for place in range(EDITS)]
            ),
        }
        faults = tab.faults
    pages = [
        at_most(f"打开一页，{len(first)} 页 × {ROUNDS} 遍，第 95 百分位", percentile(again, 0.95), 0.15),
        Row("同上，中位数", ms(statistics.median(again))),
        Row("启动后第一次打开各页，最慢的一页", ms(max(first))),
        Row("页面上的错误", str(faults), "", "0", faults == 0),
    ]
    edits = [at_most(f"拖滑块“{name}”，中位数", statistics.median(seconds), 0.05) for name, seconds in slides.items()]
    return [*edits, *pages]


async def _slid(tab: Visit, page: str, ending: str, values) -> list[float]:
    await tab.open(page)
    key = next(key for key in tab.widgets if key.endswith(ending))
    return [await tab.slide(key, value) for value in values]


async def _memory(ours: Script, empty: Script) -> list[Row]:
    """What each further tab adds, once the first have loaded everything."""
    mine, bare = await _each_tab(ours, _looked_around), await _each_tab(empty, Visit.begin)
    more = mine - bare
    return [
        Row(
            f"每多一个人占的内存，比空页面多（{TABS} 个人平均，各看过四页）",
            f"{more:.1f} MB",
            f"空页面 {bare:.1f} MB",
            "≤ 15 MB",
            more <= 15,
        )
    ]


async def _each_tab(script: Script, used: Callable[[Visit], Awaitable[object]]) -> float:
    """MB of resident memory a tab."""
    async with _running(script) as process, contextlib.AsyncExitStack() as tabs:
        for _ in range(3):
            await used(await tabs.enter_async_context(visit(script[2])))
        await asyncio.sleep(2)
        before = _megabytes(process)
        for _ in range(TABS):
            await used(await tabs.enter_async_context(visit(script[2])))
        await asyncio.sleep(2)
        return (_megabytes(process) - before) / TABS


async def _looked_around(tab: Visit) -> None:
    await _opened(tab)
    for page in ("affordability", "options", "credit", "actions"):
        await tab.open(page)


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss / 2**20)


async def _together(ours: Script) -> list[Row]:
    """Thirty tabs, each with the sample: everybody at the same moment, then each at their own pace."""
    async with _running(ours), contextlib.AsyncExitStack() as tabs:
        people = [await _opened(await tabs.enter_async_context(visit(PORT))) for _ in range(PEOPLE)]
        for tab in people:
            await tab.open("options")
        at_once = await asyncio.gather(*(_edit(tab, 7 + place) for place, tab in enumerate(people)))
        until = time.perf_counter() + SECONDS
        paced = await asyncio.gather(*(_pace(tab, random.Random(place), until) for place, tab in enumerate(people)))
        faults = sum(tab.faults for tab in people)
    every = [seconds for each in paced for seconds in each]
    return [
        at_most(
            f"{PEOPLE} 个人，各隔 {THINKING:.0f} 秒左右动一下，共 {len(every)} 下，第 95 百分位",
            percentile(every, 0.95),
            1.0,
        ),
        Row("同上，中位数", ms(statistics.median(every))),
        Row(f"{PEOPLE} 个人同一刻拖滑块，最后一个等到", ms(max(at_once))),
        Row(f"{PEOPLE} 个人时页面上的错误", str(faults), "", "0", faults == 0),
    ]


async def _edit(tab: Visit, value: float) -> float:
    return await tab.slide(next(key for key in tab.widgets if key.endswith(".months")), value)


async def _pace(tab: Visit, chance: random.Random, until: float) -> list[float]:
    """Half the time a slider, half the time another page."""
    waits = []
    while time.perf_counter() < until:
        await asyncio.sleep(chance.uniform(0.5, 1.5) * THINKING)
        if any(key.endswith(".months") for key in tab.widgets) and chance.random() < 0.6:
            waits.append(await _edit(tab, chance.randint(3, 60)))
        else:
            waits.append(
                await tab.open(chance.choice(["options", "options", "affordability", "credit", "debts", "actions"]))
            )
    return waits
