"""The joint plan on the page: its sentence, its table, why each debt got its offer, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assessment import money, plan
from assessment.plan import Choice, Plan, RunnerUp
from ui import charts_view, joint, joint_found, navigation, session, tables
from ui.joint_found import Asked
from ui.text import _, day_text, fen_text, inert, say, sentences

if TYPE_CHECKING:
    from ui.session import Session

_A_ROW = 2


def headline(found: Plan, asked: Asked) -> None:
    """What the plan comes to in one sentence, three figures, and how sure it is to be the best."""
    score = found.score
    st.subheader(_("一共还 {cost}，{day}全部还清。").format(cost=fen_text(score.cost), day=day_text(found.all_clear)))
    against = _("比都按原合同多花") if found.saved < 0 else _("比都按原合同少花")
    figures = (
        (_("最重的一个月（不算手头的现钱）"), fen_text(score.peak)), (against, fen_text(abs(found.saved))), (_("要对方减免"), fen_text(found.waived)),
    )  # fmt: skip
    for column, (name, amount) in zip(st.columns(3), figures, strict=True):
        with column, st.container(border=True):
            st.metric(name, amount)
    if score.clean:
        st.write(_("最晚到 {day}，所有账都不再是逾期状态。").format(day=day_text(found.current_by)))
    _sure(found, asked)


def _sure(found: Plan, asked: Asked) -> None:
    tried = _("每笔债的还法和开始时间合起来试了 {count} 种。").format(count=found.board.tried)
    if joint_found.picked(session.current(), asked) is not None:
        st.caption(_("这是从取舍图里选的安排。"))
        st.button(_("回到最好的安排"), "joint.back", on_click=joint.pick, args=(asked, None))
    elif not found.gap:
        st.caption(sentences(tried, _("已经证明：按您选的目标，没有更好的了。")))
    else:
        st.caption(sentences(tried, _gap(found, asked)))
        if not joint_found.patient(session.current(), asked):
            st.button(_("再算细一点（可能要一两分钟）"), "joint.longer", on_click=joint.search_longer, args=(asked,))


def _gap(found: Plan, asked: Asked) -> str:
    if asked.weights:
        return _("还没有证明到底，可能有稍好一点的。")
    unit = fen_text(found.gap) if asked.aim in {"cost", "peak"} else _("{days} 天").format(days=found.gap)
    return _("还没有证明到底：离最好的最多差 {gap}。").format(gap=unit)


def chosen(found: Plan, asked: Asked) -> None:
    """A card for every debt: its offer, what it comes to and why; the same as one table behind a click."""
    for start in range(0, len(found.choices), _A_ROW):
        for column, place in zip(st.columns(_A_ROW), range(start, len(found.choices)), strict=False):
            with column, st.container(border=True, height="stretch"):
                _card(found, place, asked)
    if any(each.needs_consent for each in found.choices):
        st.caption(_("要对方同意的，先谈成、拿到书面协议，再按协议付。哪笔谈不成，改了条件重新算：别的债也会跟着变。"))
    with st.expander(_("看成一张表")):
        tables.records([_row(each) for each in found.choices])


def _card(found: Plan, place: int, asked: Asked) -> None:
    each = found.choices[place]
    consent = _("要对方同意") if each.needs_consent else _("自己就能做到")
    st.markdown(f"**{inert(_name(each))}**　:gray-badge[{consent}]")
    st.markdown(_("{facts}。").format(facts=say(each.what)))
    st.write(sentences(*_amounts(each)))
    st.caption(say(plan.why(found, place, joint_found.aim(session.current(), asked))))
    if each.start:
        st.caption(
            _("晚的这 {months} 个月利息、罚息照算，会多 {more}，对方可能继续催收。").format(
                months=each.start, more=fen_text(each.waited)
            )
        )
    for flag in each.outcome.flags:
        if flag.name in {"above_cap", "too_long"}:
            st.caption(say(flag.sentence))


def _amounts(each: Choice) -> Iterator[str]:
    outcome = each.outcome
    if each.at_once:
        yield _("{day}一次付 {sum}。").format(day=day_text(each.day), sum=fen_text(each.at_once))
    if outcome.monthly and outcome.debt_free:
        yield _("每月最多 {month}，{day}还清。").format(
            month=fen_text(outcome.monthly), day=day_text(outcome.debt_free)
        )
    yield _("一共还 {total}。").format(total=fen_text(outcome.total))
    if outcome.waived.total:
        yield _("要对方减免 {waived}。").format(waived=fen_text(outcome.waived.total))


def _row(each: Choice) -> dict[str, object]:
    outcome = each.outcome
    return {
        _("欠谁的"): _name(each),
        _("怎么还"): each.what,
        _("从哪天起"): each.day,
        _("一次付"): money.to_yuan(each.at_once),
        _("每月最多"): money.to_yuan(outcome.monthly),
        _("一共还"): money.to_yuan(outcome.total),
        _("要对方减免"): money.to_yuan(outcome.waived.total),
        _("还清日期"): outcome.debt_free,
        _("要对方同意"): _("要") if each.needs_consent else _("不用"),
    }


def _name(each: Choice) -> str:
    return each.found.debt.name or _("（未命名）")


def months(found: Plan, asked: Asked) -> None:
    """Month by month; a plan picked from the trade-offs stays as it is off this page, for they are long in the making."""
    from ui.charts import plan_months

    here = session.current()
    if joint_found.picked(here, asked) is None:
        told = partial(_anew, asked=asked, usual=joint_found.usual(here))
        charts_view.show(plan_months, told, "joint.months")
    else:
        charts_view.stay(plan_months, found, "joint.months")


def _anew(of: Session, asked: Asked, usual: tuple[int, ...]) -> Plan | None:
    """The best plan for what was asked; with the debts usually planned, once those are others than when it was asked."""
    if not of.case.debts or not of.case.incomes or of.assessment.affordability.negative:
        return None
    debts = joint_found.usual(of)
    now = asked if debts == usual else replace(asked, debts=debts)
    return joint_found.best(of, now) if now.debts else None


def runner_up(found: Plan, asked: Asked) -> None:
    """What it would cost to give one debt another offer, and how the rest would follow."""
    here, places = session.current(), range(len(found.choices))
    st.write(_("哪一笔谈不成，或者您想换一种，就看看最好的替代要多花多少。"))
    place = st.selectbox(
        _("换哪一笔"), places, key=here.key("joint.why", found.picks),
        format_func=lambda at: f"{at + 1}. {_name(found.choices[at])}",
    )  # fmt: skip
    key = ("runner_up", asked, found.picks, place)
    if here.has(*key) or st.button(_("算一算"), here.key("joint.runner", place)):
        with st.spinner(_("正在比……")):
            other: RunnerUp = here.once(
                lambda: plan.runner_up(
                    found, place, joint_found.aim(here, asked), joint_found.hold(here, found, asked)
                ),
                *key,
            )
        st.write(say(other.words))


def stands_in_the_way(asked: Asked) -> None:
    """Which limit binds, and each smallest change that would free it."""
    if not asked.debts:
        st.info(_("一笔都没有选，没有什么要安排。"))
        return
    found = joint.blocked(asked)
    if found is None:
        return
    st.info(_("按现在的条件，没有一种安排每个月都付得出。"))
    st.write(say(found.tight))
    st.markdown(_("下面任何一条做得到，就排得出来："))
    ceiling = session.current().assessment.affordability.capacity.ceiling
    st.markdown("\n".join(f"- {say(way)}" for way in found.ways(ceiling)))
    st.write(_("一条都做不到，就不要硬签。先请对方缓一缓，再看收支还能不能调。"))
    navigation.link("actions", _("去看下一步"))
