"""The pages, once: their order, their files, their titles, and the menu they stand under."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assessment.text import label
from ui.text import Language, _, language

_FOLDER = Path(__file__).parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: the file's name, which is its address, its title, and its menu; no menu is the bar itself."""

    name: str
    title: str
    menu: str = ""


LANGUAGE = "language"
"""The address that changes the language."""
OTHER: dict[Language, str] = {"zh": "English", "en": "中文"}
_PLANS = label("方案")
_TALKS = label("谈判")
_CHECKS = label("合不合法")
_ABOUT = label("说明")
PAGES = (
    Entry("home", label("首页")),
    Entry("assets", label("资产")),
    Entry("budget", label("收入与支出")),
    Entry("debts", label("债务")),
    Entry("affordability", label("能还多少")),
    Entry("options", label("方案比较"), _PLANS),
    Entry("holding", label("撑得住吗"), _PLANS),
    Entry("room", label("谈判空间"), _PLANS),
    Entry("plan", label("一起还"), _PLANS),
    Entry("credit", label("征信")),
    Entry("actions", label("下一步")),
    Entry("records", label("往来记录")),
    Entry("report", label("带走")),
    Entry("casefile", label("存档")),
    Entry("call", label("通话"), _TALKS),
    Entry("agreement", label("协议体检"), _TALKS),
    Entry("counsel", label("陪谈"), _TALKS),
    Entry("kept", label("履约"), _TALKS),
    Entry("evidence", label("证据包"), _TALKS),
    Entry("rates", label("利率核对"), _CHECKS),
    Entry("payments", label("还款先抵什么"), _CHECKS),
    Entry("limitation", label("诉讼时效"), _CHECKS),
    Entry("court", label("法院程序"), _CHECKS),
    Entry("collection", label("催收核对"), _CHECKS),
    Entry("complaint", label("投诉与文书"), _CHECKS),
    Entry("claims", label("说法核对"), _CHECKS),
    Entry("rules", label("规则"), _ABOUT),
    Entry("about", label("关于"), _ABOUT),
)


FILLED_IN = {
    "assets": "assets", "incomes": "budget", "expenses": "budget", "household": "budget", "debts": "debts",
    "windfalls": "plan", "assumptions": "affordability", "futures": "holding", "events": "records", "agreements": "agreement",
}  # fmt: skip
"""The page on which each part of a case is filled in."""
_WAY = ("assets", "budget", "debts", "affordability", "options", "plan", "credit", "actions")


def page(entry: Entry) -> StreamlitPage:
    return st.Page(
        _FOLDER / f"{entry.name}.py", title=_(entry.title), url_path=entry.name, default=entry.name == "home"
    )


def link(name: str, label: str = "") -> None:
    """A link to another page, with the page's title unless another is given."""
    entry = next(entry for entry in PAGES if entry.name == name)
    st.page_link(_FOLDER / f"{name}.py", label=f"**{label or _(entry.title)}** →")


def onward(name: str) -> None:
    """The pages before and after this one on the way from what is owned to the next steps."""
    place = _WAY.index(name)
    with st.container(horizontal=True, key="onward"):
        if place:
            _step(_WAY[place - 1], label("上一页：{title}"))
        _step(_WAY[place + 1], label("下一页：{title}"))


def _step(name: str, said: str) -> None:
    entry = next(entry for entry in PAGES if entry.name == name)
    st.page_link(_FOLDER / f"{name}.py", label=_(said).format(title=_(entry.title)))


def go(name: str) -> None:
    """Leave for another page at once."""
    st.switch_page(_FOLDER / f"{name}.py")


def run(wanted: str | None, change_language: Callable[[], None], *before: Callable[[], None]) -> None:
    """The menu, and the page it leads to; first of all `wanted`, if a page was asked for before the menu stood.

    All that is to be done `before` is done between the two. The last entry changes the language and leads back to the
    page it was pressed on.
    """
    menus: dict[str, list[StreamlitPage]] = {}
    for entry in PAGES:
        menus.setdefault(_(entry.menu) if entry.menu else "", []).append(page(entry))
    menus[""].append(st.Page(change_language, title=OTHER[language()], url_path=LANGUAGE))
    chosen = st.navigation(menus, position="top")
    if wanted in {entry.name for entry in PAGES}:
        go(str(wanted))
    for each in before:
        each()
    chosen.run()
