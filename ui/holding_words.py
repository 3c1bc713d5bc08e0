"""The odds in sentences: how many break, what would help, what is meant, and what cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import streamlit as st

from assessment import dates, money, stress
from assessment.stress import FUTURES, HELD, MONTHS, Needs
from ui import session
from ui.charts import hundred
from ui.holding import broken_when
from ui.holding_focus import Focus
from ui.text import _, fen_text, inert, month, percent, yuan_text

ASKED = 0.9
_WHOLE = 10_000
"""Cushions are told in whole hundreds of yuan, rounded up: they are estimates."""


def headline(focus: Focus) -> None:
    """The odds in people, before any chart."""
    breaks = focus.breaks
    if focus.last == 0:
        _paid_today(focus)
        return
    st.subheader(
        _("按“{title}”，估计 100 个同样处境的人里{count}会断供").format(
            title=inert(focus.title), count=hundred.said(breaks.share)
        )
    )
    quiet = focus.verdict.untroubled[focus.row]
    if quiet != HELD:
        st.write(_("就算什么意外都不出，照预算也会断：{when}。").format(when=broken_when(quiet)))
    half = stress.half_broken_by(focus.verdict.broken[focus.row])
    if half and breaks.share >= 0.005:
        when = month(dates.add_months(session.current().as_of, half))
        st.write(_("断的人里，有一半在头 {count} 个月（到 {when}）就断了。").format(count=half, when=when))


def _paid_today(focus: Focus) -> None:
    today = int(focus.payments[0, 0])
    if focus.breaks.share:
        st.subheader(_("按“{title}”，今天要付 {today}，付不出").format(title=inert(focus.title), today=fen_text(today)))
        return
    left = max(focus.trial.cushion - today, 0)
    st.subheader(_("按“{title}”，今天付清，往后没有月供，不会断").format(title=inert(focus.title)))
    st.write(_("付掉 {today} 以后，手里还剩 {left}。").format(today=fen_text(today), left=fen_text(left)))


def savings(focus: Focus) -> None:
    """How much at hand would let ninety of a hundred hold, or how much less to pay."""
    needs = _needs(focus)
    least = -(-needs.cushion_for(ASKED) // _WHOLE) * _WHOLE
    here = focus.trial.cushion
    asked = round(ASKED * 100)
    if focus.last == 0:
        return
    if not least:
        st.write(_("手里就算没有存款，100 个里也有 {asked} 个撑得住。").format(asked=asked))
        return
    if least <= here:
        st.write(
            _("要让 100 个里有 {asked} 个撑住，手里要有约 {least}；现在有 {here}，够了。").format(
                asked=asked, least=fen_text(least), here=fen_text(here)
            )
        )
        return
    st.write(
        _("要让 100 个里有 {asked} 个撑住，手里要有约 {least}；现在有 {here}，还差 {gap}。").format(
            asked=asked, least=fen_text(least), here=fen_text(here), gap=fen_text(least - here)
        )
    )


def _needs(focus: Focus) -> Needs:
    trial = focus.trial
    return session.current().once(
        lambda: stress.needs(trial.runs.saved, focus.payments, trial.home.left), "needs", on=focus.given
    )


def meaning(focus: Focus) -> None:
    """What is counted as breaking, and what the odds leave out."""
    with st.expander(_("“断供”怎么算的")):
        st.markdown("\n".join(f"- {line}" for line in _meanings(focus)))


def _meanings(focus: Focus) -> Iterator[str]:
    futures = session.current().case.futures
    yield _("“断供”是指：那个月的收入加上手里剩下的钱，过完日子以后，不够还当月的款。还完最后一期，就不会再断。")
    yield _("今天要付的，先从手里的钱出，不够的从这个月的结余出。每月多出来的钱，假定都存着，没有乱花。")
    yield _("“同样处境”是指：收支、存款、欠款都和您一样，以后遇到什么，按下面的估计随机来。")
    yield _("方案比较里的“撑得住”只看平常月份；这里连不平常的月份一起看，所以数会不一样。")
    yield _(
        "只看往后 {months} 个月，更晚的还款没有看。一共试了 {count} 遍，分八组；误差是八组之间的差别算出来的。"
    ).format(months=MONTHS, count=FUTURES)
    yield _("误差只是算法的误差。估计本身差一点，结果差得更多，“哪个数影响最大”里能看到。")
    if focus.trial.home.even != money.to_fen(session.current().assessment.affordability.actual.yuan):
        yield _thrifty(futures.thrift)


def _thrifty(thrift: Decimal) -> str:
    """What the spending rests on where the actual spending is higher than the guided."""
    actual = session.current().assessment.affordability.actual
    return _("日常花费向参考数靠拢了 {share}；照现在每月花 {actual} 的话，会更难，可以在下面把它改成 0%。").format(
        share=percent(thrift), actual=yuan_text(actual.yuan)
    )


def order(focus: Focus) -> None:
    """Which options can be told apart, and which cannot."""
    last = stress.last_months(focus.verdict.payments)
    rows = {row for row in focus.payable if last[row]}
    groups = [[row for row in group if row in rows] for group in focus.verdict.ranks]
    tied = [group for group in groups if len(group) > 1]
    for group in tied:
        names = _("、").join(f"“{focus.title_of(row)}”" for row in group)
        st.write(_("{names}差得很近，分不出先后：八组随机数里，谁高谁低不一致。").format(names=names))
    if not tied and len(rows) > 1:
        st.write(_("这几个方案的先后，八组随机数算下来都一样。"))
