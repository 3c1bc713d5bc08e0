"""Plans against each other: one debt changed, and what a wrong choice may cost."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment, money, stress
from ui import session, tables
from ui.charts import hundred
from ui.holding_focus import Focus
from ui.text import _


def swaps(focus: Focus) -> None:
    """Which single debt on another option would let more hold, the others staying; worked out once it is opened."""
    if focus.debt is not None or not focus.last:
        return
    with st.expander(_("只换一笔债的方案，能多撑住几个"), key="holding.swaps", on_change="rerun") as opened:
        if opened.open:
            _swaps(focus)


def _swaps(focus: Focus) -> None:
    now = hundred.count(focus.verdict.odds[0].share)
    found = [swap for swap in stress.swaps(focus.trial, focus.verdict) if hundred.count(swap.odds.share) > now]
    if not found:
        st.write(_("只换其中一笔，哪一笔都不会明显更好。"))
    tables.records([_swapped(focus.trial.debts[swap.debt], swap) for swap in found])


def _swapped(debt: DebtAssessment, swap: stress.Swap) -> dict[str, object]:
    outcome = debt.comparison.options[swap.place].outcome
    return {
        _("债务"): debt.debt.name or _("（未命名）"),
        _("换成"): _(outcome.title),
        _("撑到还清的"): hundred.said(swap.odds.share),
        _("一共还"): money.to_yuan(outcome.total),
    }


def regrets(focus: Focus) -> None:
    """What each option may cost more than the best one, over all futures; worked out once it is opened."""
    if focus.debt is None or focus.menu is None:
        return
    with st.expander(_("万一选错了，最多多花多少"), key="holding.regrets", on_change="rerun") as opened:
        if opened.open:
            _regrets(focus, focus.debt, focus.menu)


def _regrets(focus: Focus, debt: DebtAssessment, menu: stress.Menu) -> None:
    trial, rows = focus.trial, list(focus.payable)
    places = [menu.places[row] for row in rows]
    found = stress.regrets(trial.debts, trial.chosen, debt.index, places, focus.verdict.broken[rows])
    assumed = session.current().case.assumptions
    st.write(
        _(
            "每一种以后，都拿每个方案花的钱跟那种以后里最省的比。撑到底的，花的就是全部还款；断了的，算已经还的、还没还的、作废的减免，再加到可能被起诉为止（{months} 个月）的罚息，别的债一起断的也算上。罚息按合同算，没有按法院支持的线减；诉讼费、执行费没有算。"
        ).format(months=stress.months_of_penalty(assumed))
    )
    tables.records([_regretted(focus.title_of(row), each) for row, each in zip(rows, found, strict=True)])


def _regretted(title: str, found: stress.Regret) -> dict[str, object]:
    return {
        _("方案"): title,
        _("撑到底一共还"): money.to_yuan(found.kept),
        _("断了最多花"): money.to_yuan(found.broken),
        _("最多比最省的多花"): money.to_yuan(found.worst),
        _("平均多花"): money.to_yuan(found.mean),
        _("最省的次数"): hundred.said(found.best.share) if found.best.share else _("从来不是最省的"),
    }
