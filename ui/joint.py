"""What is asked of the joint plan, and the plan it leads to; each worked out once and kept."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from assessment import plan
from assessment.case import Windfall
from assessment.plan import AIMS, Aim, Asking, Blocked, Figure, Plan
from assessment.text import label
from ui import explain, joint_found, navigation, rows, session
from ui.joint_found import Asked
from ui.text import _, fen_text

_FIGURES: dict[Figure, str] = {"floor": label("保底"), "suggested": label("建议"), "ceiling": label("上限")}
_MIXED = "mix"
_MIX_TITLE = label("自己配比")
_CONCESSIONS: dict[Decimal, str] = {
    Decimal(0): label("一分不让"), Decimal("0.5"): label("让谈判起点的一半"), Decimal(1): label("照谈判起点让"),
}  # fmt: skip


def ready() -> bool:
    """Whether there is anything to plan with; says what is missing, or where to turn, where there is not."""
    here = session.current()
    if not here.case.debts:
        st.info(_("先填债务，这里就会把几笔债放在一起安排。"))
        navigation.link("debts", _("去填债务"))
        return False
    if not here.case.incomes:
        explain.needs_income()
        return False
    if here.assessment.affordability.negative:
        st.info(_("按现在的收支，每月没有余钱，排不出撑得住的安排。先不要签分期，看看怎么缓一缓、可以找谁帮忙。"))
        navigation.link("actions", _("去看下一步"))
        return False
    return True


def ask() -> Asked:
    """The aim and the monthly figure; the rest behind a click."""
    here = session.current()
    titles: dict[str, str] = {str(name): title for name, title in AIMS.items()} | {_MIXED: _MIX_TITLE}
    aim = st.segmented_control(
        _("最看重什么"), list(titles), default="cost", required=True, format_func=lambda word: _(titles[word]),
        key=here.key("joint.aim"), persist_state="session",
    )  # fmt: skip
    figures = _figures()
    figure = st.segmented_control(
        _("每月最多拿出"), list(figures), default="suggested", required=True, format_func=figures.__getitem__,
        key=here.key("joint.figure"), persist_state="session",
    )  # fmt: skip
    weights = _weights() if aim == _MIXED else ()
    with st.expander(_("改条件：哪几笔一起安排，对方让多少，以后有没有一笔钱")):
        debts, asking = _debts(), _asking()
        _windfalls()
    chosen: Aim = next((name for name in AIMS if name == aim), "cost")
    return Asked(figure or "suggested", chosen, weights, debts, asking)


def _figures() -> dict[Figure, str]:
    """The three figures with their names."""
    capacity = session.current().assessment.affordability.capacity
    return {figure: f"{_(title)} {fen_text(getattr(capacity, figure))}" for figure, title in _FIGURES.items()}


def _weights() -> tuple[tuple[Aim, int], ...]:
    """How much each aim counts."""
    here = session.current()
    st.caption(_("0 是不管，10 是最看重。每一项都从它自己最好的数算到最差的数。"))
    columns = st.columns(len(AIMS), gap="large")
    return tuple(
        (
            aim,
            column.slider(
                _(title), 0, 10, 5, key=here.key("joint.weight", aim), persist_state="session",
            ),
        )
        for column, (aim, title) in zip(columns, AIMS.items(), strict=True)
    )  # fmt: skip


def _debts() -> tuple[int, ...]:
    """Which debts are planned together; what limitation may bar is left out until the person says otherwise."""
    here = session.current()
    places, usual = range(len(here.case.debts)), joint_found.usual(here)
    barred = sorted({*places} - {*usual})
    chosen = st.pills(
        _("哪几笔一起安排"), places, selection_mode="multi", default=usual,
        format_func=lambda place: f"{place + 1}. {here.case.debts[place].name or _('（未命名）')}",
        key=here.key("joint.debts", len(places), *barred), persist_state="session",
    )  # fmt: skip
    if barred:
        st.caption(_("有的债很久没有动静，可能过了诉讼时效，先没有放进来：还一点就可能让时效重新起算，问清楚再说。"))
    return tuple(sorted(chosen))


def _asking() -> Asking:
    here = session.current()
    concession = st.segmented_control(
        _("指望对方减免多少（只用在逾期较久的债）"), list(_CONCESSIONS), default=Decimal(1), required=True,
        format_func=lambda share: _(_CONCESSIONS[share]), key=here.key("joint.concession"), persist_state="session",
    )  # fmt: skip
    on_time = st.toggle(
        _("没逾期的账也拿去谈"), key=here.key("joint.on_time"), persist_state="session",
        help=_("默认不动：没逾期的账最值得保住。按原合同付不出来的，不受这个限制。"),
    )  # fmt: skip
    return Asking(concession=concession if concession is not None else Decimal(1), paid_on_time=on_time)


def _windfalls() -> None:
    """Money expected once, kept with the case."""
    st.markdown(_("**以后会到手的一笔钱**"))
    st.caption(_("年终奖、退税、别人还的钱。不算进每月，只在到手以后用来一次付清；没到手之前别答应出去。"))
    rows.edit("windfalls", ("name", "day", "amount"), ("grade", "note"))
    rows.add("windfalls", _("加一笔"), Windfall())


def best(asked: Asked) -> Plan | None:
    """The best plan for the aim; the one picked from the chart, where one was."""
    place = joint_found.picked(session.current(), asked)
    return _best(asked) if place is None else front(asked)[place]


def _best(asked: Asked) -> Plan | None:
    with st.spinner(_("正在把所有办法放在一起比……")):
        return joint_found.best(session.current(), asked)


def search_longer(asked: Asked) -> None:
    session.current().once(lambda: True, "patient", asked)


def blocked(asked: Asked) -> Blocked | None:
    """What stands in the way."""
    here = session.current()
    with st.spinner(_("排不下，正在找差在哪里……")):
        return here.once(
            lambda: plan.blocked(joint_found.board(here, asked)), "blocked", replace(asked, aim="cost", weights=())
        )


def front(asked: Asked) -> tuple[Plan, ...]:
    """Plans that trade cost, heaviest month and last day, the best one for the aim among them."""
    here, mine = session.current(), _best(asked)
    with st.spinner(_("正在算几十种取舍，债多的时候要等一会儿……")):
        found = here.once(lambda: plan.front(joint_found.board(here, asked)), *_front(asked))
    return plan.told_apart(found, mine) if mine is not None else found


def front_known(asked: Asked) -> bool:
    return session.current().has(*_front(asked))


def _front(asked: Asked) -> tuple[str, *tuple[object, ...]]:
    return "front", asked.figure, asked.debts, asked.asking


def pick(asked: Asked, place: int | None) -> None:
    """Shows a plan of the front in place of the best one; None goes back.

    The front is asked anew each time: a point clicked before, whose run another click cut short, picks nothing again.
    """
    here = session.current()
    here.joint_pick, here.joint_turn = None if place is None else (asked, place), here.joint_turn + 1
