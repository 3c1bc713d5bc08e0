"""Other plans to trade for: a chart to click, and the same choice as a list."""

from __future__ import annotations

import streamlit as st

from assessment.plan import Plan
from ui import charts_view, joint, session
from ui.joint_found import Asked
from ui.text import _, fen_text, month


def show(found: Plan, asked: Asked) -> None:
    """The front once it was asked for, the shown plan marked; a point picked becomes the plan that is shown."""
    here = session.current()
    if not joint.front_known(asked) and not st.button(_("看看别的取舍"), here.key("joint.front.ask")):
        st.caption(_("总花费、每月轻重、还清早晚，往往顾了这头顾不上那头。"))
        return
    plans = joint.front(asked)
    if not plans:
        return
    from ui.charts import plan_front

    chosen = next(
        (place for place, each in enumerate(plans) if each.picks == found.picks and each.board is found.board), None
    )
    place = charts_view.clicked(
        plan_front, plan_front.Front(plans, chosen), here.key("joint.front", chosen, here.joint_turn)
    )
    if place is not None and place != chosen:
        joint.pick(asked, place)
        st.rerun()
    listed = st.pills(
        _("点图上的点，或者在这里选"), range(len(plans)), default=chosen, key=here.key("joint.front.list", chosen, here.joint_turn),
        format_func=lambda at: f"{plan_front.letter(at)} {fen_text(plans[at].score.cost)} · {month(plans[at].all_clear)}",
    )  # fmt: skip
    if listed is not None and listed != chosen:
        joint.pick(asked, listed)
        st.rerun()
