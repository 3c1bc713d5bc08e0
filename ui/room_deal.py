"""One deal picked on the map: what it comes to for both sides, and the way to carry it on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment import money
from assessment.negotiation import Deal, Room, Spot, deal, hundredths, nearest, words
from assessment.negotiation.deals import LONGEST, MOST_WAIVED
from assessment.offers import FIT, Judged
from ui import navigation, room_found, session, tables
from ui.charts import deal_map
from ui.charts.deal_map import Mapped
from ui.charts_view import pick
from ui.text import _, day_text, fen_text, percent, say

if TYPE_CHECKING:
    from ui.session import Session


def show(found: Room) -> None:
    """The map, two sliders that say the same as a click, and the deal they stand on."""
    st.header(_("谈判图"))
    st.write(
        _("横着是分几期，竖着是减掉欠款的百分之几；先减罚息、费用，再减利息，最后才轮到本金。点一下图，或者拖滑块。")
    )
    above = st.container()
    chosen = deal(found.found, _sliders(found), found.annual_rate, session.current().law)
    with above:
        pick(deal_map, partial(_mapped, place=found.found.index), _key(found, "map"), partial(_taken, found))
        st.caption(
            _(
                "三条绿线从左到右：上限、建议数、保底数，线的右边撑得住。黄线和它以下，就算对方官司顺利，谈成也不吃亏；越往上，越要看对方怎么估。"
            )
        )
    with st.container(border=True):
        _outcome(found, chosen)
    if st.button(_("把这个条件带到方案比较"), _key(found, "carry")):
        _carry(found, chosen)


def _mapped(of: Session, place: int) -> Mapped | None:
    """The map of one debt and the place looked at on it."""
    found = room_found.with_pins(of, place)
    if found is None:
        return None
    return Mapped(found, deal(found.found, room_found.spot(of, found), found.annual_rate, of.law))


def _key(found: Room, name: str) -> str:
    return session.current().key("room", found.found.index, name)


def _sliders(found: Room) -> Spot:
    """The place two sliders say: at first the aim; to the fen where it came from a click on one of the three."""
    here, owed = session.current(), found.deals.owed
    last = room_found.spot(here, found)
    session.begin(_key(found, "months"), last.months)
    session.begin(_key(found, "share"), nearest(owed, last.waived))
    left, right = st.columns(2)
    months = left.slider(_("分几期"), 1, LONGEST, key=_key(found, "months"))
    share = right.slider(_("减掉欠款的"), 0, MOST_WAIVED, step=1, format="%d%%", key=_key(found, "share"))
    here.aimed[found.found.index] = Spot(months, hundredths(owed, share, last.waived))
    return room_found.spot(here, found)


def _taken(found: Room) -> None:
    """A click on the map becomes the place of the sliders."""
    picked: Any = session.typed(_key(found, "map"))
    points = picked["selection"]["points"] if picked else []
    if points:
        _aim(found, _spot(found, points[0]))


def _spot(found: Room, point: Any) -> Spot:
    months, share = int(point["x"]), round(float(point["y"]))
    exact = (pin.deal.spot for pin in found.pins if pin.deal.spot.months == months)
    near = [spot for spot in exact if nearest(found.deals.owed, spot.waived) == share]
    return near[0] if near else Spot(months, hundredths(found.deals.owed, share, found.deals.owed))


def _aim(found: Room, spot: Spot) -> None:
    session.current().aimed[found.found.index] = spot
    session.write(_key(found, "months"), spot.months)
    session.write(_key(found, "share"), nearest(found.deals.owed, spot.waived))


def _outcome(found: Room, chosen: Deal) -> None:
    """The deal for the person, then for the lender."""
    option = chosen.judged
    result = option.outcome
    st.markdown(
        "**" + _("分 {months} 期，减免 {off}").format(months=result.terms.months, off=fen_text(result.waived.total)) + "**　"
        + f":gray-badge[{_(FIT[option.fit])}]"
    )  # fmt: skip
    figures = (
        (_("每月最多"), fen_text(result.monthly)), (_("一共还"), fen_text(result.total)),
        (_("实际年化"), "—" if result.effective is None else percent(result.effective)),
        (_("对方算下来约值"), fen_text(chosen.worth)),
    )  # fmt: skip
    for column, (name, amount) in zip(st.columns(len(figures)), figures, strict=True):
        column.metric(name, amount)
    _against_figures(option)
    lines = [*option.reasons, words.compared(chosen.worth, found.ends)]
    st.markdown("\n".join(f"- {say(line)}" for line in lines))
    if result.debt_free:
        st.caption(_("{day} 还清。").format(day=day_text(result.debt_free)))
    for flag in result.flags:
        st.caption(say(flag.sentence))


def _against_figures(option: Judged) -> None:
    """What the heaviest month leaves of each of the three figures, or lacks."""
    share, left = option.room.share, option.room
    rows = (
        (_("保底"), share.floor, left.floor),
        (_("建议"), share.suggested, left.suggested),
        (_("上限"), share.ceiling, left.ceiling),
    )
    tables.records([
        {_("这笔债分到的"): name, _("每月"): money.to_yuan(figure), _("最重的一个月，余（负数是差）"): money.to_yuan(min(months, default=figure))}
        for name, figure, months in rows
    ])  # fmt: skip


def _carry(found: Room, chosen: Deal) -> None:
    """The deal as changed terms of the option of its kind, and on to where options are compared."""
    terms = chosen.judged.outcome.terms
    options = found.found.comparison.options
    place = next(place for place, option in enumerate(options) if option.outcome.terms.kind == terms.kind)
    session.current().offer(found.found.index, place, terms)
    navigation.go("options")
