"""Whether plans hold: what is tried, and which plan is looked at."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment import money, stress
from assessment.stress import HELD, Trial
from assessment.text import label
from ui import choose, explain, holding_focus, navigation, session
from ui.holding_focus import Focus, Looked
from ui.text import _, fen_text, inert

_VIEWS = (label("所有债一起"), label("一笔债的几个方案"))
_STEPS = 100
"""How many stops the slider has."""


def tried() -> Trial | None:
    """The household with its futures drawn; where there is nothing to try, why."""
    here = session.current()
    if not here.case.debts:
        st.info(_("先填一笔债务，这里就会算出方案撑不撑得住。"))
        navigation.link("debts", _("去填债务"))
        return None
    if not here.case.incomes:
        explain.needs_income()
        return None
    found = here.assessment
    if found.affordability.negative:
        _nothing_holds(stress.home(here.case, found.affordability, here.as_of))
    return holding_focus.tried(here)


def _nothing_holds(home: stress.Home) -> None:
    """No odds where there is nothing to hold: what is missing each month, and how long the money lasts unpaid."""
    st.info(_("按现在的收支，收入扣掉生活费以后没有剩的，任何方案都撑不住，不用算可能性。"))
    if home.months_at_hand is not None:
        st.write(
            _("每月还差 {gap}；手里能动用的钱是 {cushion}，一分钱不还，也只够补 {months} 个月。").format(
                gap=fen_text(home.even - home.reliable), cushion=fen_text(home.cushion), months=home.months_at_hand
            )
        )
    st.write(_("这时要谈的不是分几期，是先停一停：延期、减免、救助、法律援助。不要为了凑一个方案去借新的钱。"))
    navigation.link("actions", _("去看下一步"))


def chosen(trial: Trial) -> Focus | None:
    """What the page looks at: all debts together, or one debt's options; None where there is no plan to look at."""
    if len(trial.debts) > 1:
        view = st.segmented_control(
            _("看什么"), _VIEWS, default=_VIEWS[0], format_func=_, key="holding.view", persist_state="session"
        )
        if view != _VIEWS[1]:
            return _all_together(trial, Looked(more=_more(trial)))
    more = _more(trial)
    return _one_debt(trial, Looked(choose.debt_place() or 0, more=more))


def _more(trial: Trial) -> int:
    """Fen saved on top of what is at hand, as far as the slider says; up to a year's living in whole hundreds of yuan."""
    step = max(12 * trial.home.even // (_STEPS * 10_000), 1) * 100
    more = st.slider(
        _("手里能动用的钱是 {cushion}，再多存多少").format(cushion=fen_text(trial.home.cushion)), 0, _STEPS * step, 0, step, "yen",
        key=session.current().key("holding.more"), persist_state="session",
        help=_("能动用的钱：存款，加上用不着的东西急卖能拿到的。拖动看看多存一些会怎样，填过的数不变。"),
    )  # fmt: skip
    return money.to_fen(Decimal(more))


def _all_together(trial: Trial, looked: Looked) -> Focus | None:
    focus = holding_focus.on(session.current(), trial, looked)
    if focus is None:
        st.info(_("没有一笔债有推荐的方案：列出的方案每月都超过能承受的数。可以一笔一笔看，或回方案比较页改条件。"))
        navigation.link("options", _("去改方案的条件"))
        return None
    unpaid = [debt for debt, place in zip(trial.debts, trial.chosen, strict=True) if place is None]
    if unpaid:
        names = _("、").join(inert(debt.debt.name or _("（未命名）")) for debt in unpaid)
        st.caption(
            _("{names}没有推荐的方案，这里按不还算；这部分的利息、催收和官司没有算进去，实际会更难。").format(
                names=names
            )
        )
    return focus


def _one_debt(trial: Trial, looked: Looked) -> Focus | None:
    focus = holding_focus.on(session.current(), trial, looked)
    if focus is None:
        return None
    _left_out(focus)
    if not focus.payable:
        st.info(_("这笔债的方案，就算什么意外都不出，也没有一个还得到底。先回方案比较页改条件。"))
        navigation.link("options", _("去改方案的条件"))
        return None
    return focus.at(_looked_at(focus))


def _looked_at(focus: Focus) -> int:
    """The option whose odds are told."""
    rows = list(focus.payable)
    return int(
        st.selectbox(
            _("看哪个方案"), rows, rows.index(focus.usual), lambda row: _marked(focus, row),
            key=session.current().key("holding.option", focus.debt.index if focus.debt else 0, len(rows)),
        )
    )  # fmt: skip


def _marked(focus: Focus, row: int) -> str:
    recommended = focus.rows_by_place.get(focus.debt.comparison.recommended) if focus.debt else None
    return focus.title_of(row) + (_("（建议先谈）") if row == recommended else "")


def _left_out(focus: Focus) -> None:
    """The options that break by themselves, with nothing happening."""
    out = [(focus.title_of(row), month) for row, month in enumerate(focus.verdict.untroubled) if month != HELD]
    if out:
        names = _("、").join(f"{title}（{broken_when(month)}）" for title, month in out)
        st.caption(_("这些方案就算什么意外都不出也还不下去，不在下面：{names}。").format(names=names))


def broken_when(place: int) -> str:
    """When a plan breaks with nothing happening."""
    return _("今天就付不出") if place == 0 else _("第 {count} 个月还不上").format(count=place)
