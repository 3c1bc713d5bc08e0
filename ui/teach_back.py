"""The client tells back what was agreed; the explanation is checked, never the client."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.counsel import TELL_BACK, WORDS, Told
from ui import navigation, session
from ui.cited import citations
from ui.text import _, day_text, inert, yuan_text

_CALLS = ("channel_12348", "crisis_line", "channel_110")


def show() -> None:
    """Each question, its answer in own words, and what it can be held against."""
    st.write(
        _(
            "请当事人用自己的话讲一遍。这是看我们讲清楚了没有，不是考试；没讲对，就换个说法再讲，再请本人说一遍。讲清楚了再打勾。"
        )
    )
    for point, question in TELL_BACK.items():
        with st.container(border=True):
            _one(point, question)


def _one(point: str, question: str) -> None:
    here = session.current()
    told = here.counsel.told.get(point, Told())
    said, clear = here.key("told", point, "words"), here.key("told", point, "clear")
    st.text_area(
        _(question), told.words, key=said, height=90, max_chars=WORDS, on_change=_take, args=(point, said, clear),
        placeholder=_("照原话记"),
    )  # fmt: skip
    st.checkbox(_("说清楚了"), told.day is not None, clear, on_change=_take, args=(point, said, clear))
    if told.day is not None:
        st.caption(_("{day}说清楚的。").format(day=day_text(told.day)))
    with st.expander(_("对照")):
        _AGAINST[point]()


def _take(point: str, said: str, clear: str) -> None:
    here = session.current()
    before = here.counsel.told.get(point, Told()).day
    day = (before or here.as_of) if session.typed(clear) else None
    here.counsel = here.counsel.telling(point, Told(words=str(session.typed(said) or ""), day=day))


def _sums() -> None:
    """What was chosen, as it was recorded."""
    picked = [(record, record.shown[record.chosen]) for record in session.current().counsel.chosen if record.chosen is not None]  # fmt: skip
    if not picked:
        st.write(_("还没有记下选了哪个方案。先到“选方案”那一步记。"))
    for record, option in picked:
        parts = [_("每月最多 {amount}").format(amount=yuan_text(option.monthly))] if option.monthly else []
        parts += [_("今天付 {amount}").format(amount=yuan_text(option.at_once))] if option.at_once else []
        parts += [_("一共还 {total}").format(total=yuan_text(option.total))]
        parts += [_("{day} 还清").format(day=day_text(option.debt_free))] if option.debt_free else []
        facts = _("{facts}。").format(facts=_("，").join(parts))
        st.markdown(f"**{inert(record.debt)}**　{inert(_(option.title))}　{inert(facts)}")


def _missed() -> None:
    st.write(
        _(
            "看协议怎么写：有没有宽限，是不是晚一期就全部到期、减免作废。还不上就在到期日以前联系，说清哪天能还，留下记录；不要借新的来还。"
        )
    )
    navigation.link("agreement", _("去协议体检看这一条"))


def _call() -> None:
    st.write(
        _("先打给咨询员或家里说好的那个人。法律上的事问法律援助，心里过不去打心理援助，有人上门威胁、动手就报警。")
    )
    citations(_CALLS)


def _paper() -> None:
    st.write(
        _("盖了章的书面协议：总额、每期的日期和金额、减免哪几项、收款账户、付清出结清证明。没拿到以前，一分都先不付。")
    )
    navigation.link("agreement", _("去协议体检"))


_AGAINST: dict[str, Callable[[], None]] = {
    "pay": _sums,
    "whole": _sums,
    "missed": _missed,
    "call": _call,
    "paper": _paper,
}
