"""Whether plans hold: what is tried, and which plan is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import streamlit as st

from assessment import DebtAssessment, money, stress
from assessment.stress import HELD, Menu, Payments, Trial, Verdict
from assessment.text import label
from ui import choose, explain, navigation, session
from ui.text import _, fen_text, inert

_VIEWS = (label("所有债一起"), label("一笔债的几个方案"))
_STEPS = 100
"""How many stops the slider has."""


@dataclass(frozen=True, slots=True, eq=False)
class Focus:
    """The plans on the page and the one that is looked at: its row in the verdict and its name.

    `debt` and `menu` stand where one debt's options are compared.
    """

    trial: Trial
    verdict: Verdict
    row: int
    title: str
    debt: DebtAssessment | None = None
    menu: Menu | None = None

    @property
    def payments(self) -> Payments:
        return self.verdict.payments[self.row : self.row + 1]

    @property
    def breaks(self) -> stress.Odds:
        return self.verdict.odds[self.row].other

    @property
    def last(self) -> int:
        """The month of the plan's last payment."""
        return int(stress.last_months(self.payments)[0])

    @property
    def given(self) -> tuple[object, ...]:
        """What the odds of this plan at any cushion rest on."""
        return self.trial.home, session.current().case.futures, self.payments.tobytes()

    @property
    def payable(self) -> tuple[int, ...]:
        """The rows that hold as long as nothing happens."""
        return tuple(row for row, month in enumerate(self.verdict.untroubled) if month == HELD)


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
    home = stress.home(here.case, found.affordability, here.as_of)
    if found.affordability.negative:
        _nothing_holds(home)
        return None
    runs = here.once(lambda: stress.run(home, here.case.futures), "runs", on=(home, here.case.futures))
    debts = tuple(here.debt(place) for place in range(len(found.debts)))
    return Trial(home, runs, debts, stress.usual(debts), home.cushion)


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
            return _all_together(_with_more(trial))
    return _one_debt(_with_more(trial))


def _with_more(trial: Trial) -> Trial:
    """The same household with more saved, as far as the slider says; up to a year's living in whole hundreds of yuan."""
    step = max(12 * trial.home.even // (_STEPS * 10_000), 1) * 100
    more = st.slider(
        _("手里能动用的钱是 {cushion}，再多存多少").format(cushion=fen_text(trial.home.cushion)), 0, _STEPS * step, 0, step, "¥%d",
        key=session.current().key("holding.more"), persist_state="session",
        help=_("能动用的钱：存款，加上用不着的东西急卖能拿到的。拖动看看多存一些会怎样，填过的数不变。"),
    )  # fmt: skip
    return replace(trial, cushion=trial.home.cushion + money.to_fen(Decimal(more)))


def _all_together(trial: Trial) -> Focus | None:
    unpaid = [debt for debt, place in zip(trial.debts, trial.chosen, strict=True) if place is None]
    if len(unpaid) == len(trial.debts):
        st.info(_("没有一笔债有推荐的方案：列出的方案每月都超过能承受的数。可以一笔一笔看，或回方案比较页改条件。"))
        navigation.link("options", _("去改方案的条件"))
        return None
    if unpaid:
        names = "、".join(inert(debt.debt.name or _("（未命名）")) for debt in unpaid)
        st.caption(
            _("{names}没有推荐的方案，这里按不还算；这部分的利息、催收和官司没有算进去，实际会更难。").format(
                names=names
            )
        )
    return Focus(trial, stress.judge(trial, trial.together), 0, _("推荐的方案"))


def _one_debt(trial: Trial) -> Focus | None:
    place = choose.debt_place() or 0
    debt, menu = trial.debts[place], stress.menus(trial.debts, trial.chosen)[place]
    verdict = stress.judge(trial, menu.payments)
    focus = Focus(trial, verdict, 0, "", debt, menu)
    _left_out(focus)
    if not focus.payable:
        st.info(_("这笔债的方案，就算什么意外都不出，也没有一个还得到底。先回方案比较页改条件。"))
        navigation.link("options", _("去改方案的条件"))
        return None
    row = _looked_at(focus)
    return replace(focus, row=row, title=title_of(focus, row))


def _looked_at(focus: Focus) -> int:
    """The option whose odds are told: the recommended one, or the steadiest, until another is chosen."""
    here, rows = session.current(), list(focus.payable)
    best = _rows_by_place(focus).get(_recommended(focus))
    usual = best if best in rows else next(row for group in focus.verdict.ranks for row in group if row in rows)
    return int(
        st.selectbox(
            _("看哪个方案"), rows, rows.index(usual), lambda row: _marked(focus, row),
            key=here.key("holding.option", focus.debt.index if focus.debt else 0, len(rows)),
        )
    )  # fmt: skip


def _recommended(focus: Focus) -> int | None:
    return focus.debt.comparison.recommended if focus.debt else None


def _rows_by_place(focus: Focus) -> dict[int | None, int]:
    return {place: row for row, place in enumerate(focus.menu.places)} if focus.menu else {}


def title_of(focus: Focus, row: int) -> str:
    """The name of one of the plans."""
    if focus.debt is None or focus.menu is None:
        return focus.title
    return _(focus.debt.comparison.options[focus.menu.places[row]].outcome.title)


def _marked(focus: Focus, row: int) -> str:
    mark = _("（建议先谈）") if focus.menu and focus.menu.places[row] == _recommended(focus) else ""
    return title_of(focus, row) + mark


def _left_out(focus: Focus) -> None:
    """The options that break by themselves, with nothing happening."""
    out = [(title_of(focus, row), month) for row, month in enumerate(focus.verdict.untroubled) if month != HELD]
    if out:
        names = "、".join(f"{title}（{broken_when(month)}）" for title, month in out)
        st.caption(_("这些方案就算什么意外都不出也还不下去，不在下面：{names}。").format(names=names))


def broken_when(place: int) -> str:
    """When a plan breaks with nothing happening."""
    return _("今天就付不出") if place == 0 else _("第 {count} 个月还不上").format(count=place)
