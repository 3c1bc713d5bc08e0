"""All debts together: the best joint plan under one budget, why, and what else could be traded for it."""

import streamlit as st

from ui import joint, joint_dues, joint_front, joint_plan, navigation, payoff_orders, session
from ui.text import _

session.enter(__file__)

st.title(_("一起还"))
st.write(_("几笔债共用一份钱。这里给每笔债各选一种还法和开始的时间，让每个月都付得出，再按您最看重的挑出最好的一种。"))
if not joint.ready():
    st.stop()

asked = joint.ask()
found = joint.best(asked) if asked.debts else None
if found is None:
    joint_plan.stands_in_the_way(asked)
    st.stop()

joint_plan.headline(found, asked)
joint_plan.chosen(found, asked)
joint_plan.months(found, asked)
st.caption(_("一根柱子是一个月要付的，虚线是每月能拿的数；高出虚线的，用手头的现钱付。"))

st.header(_("换一种办法会怎样"))
joint_plan.runner_up(found, asked)

st.header(_("别的取舍"))
joint_front.show(found, asked)

st.header(_("哪天付给谁"))
joint_dues.show(found)

if len(asked.debts) > 1:
    st.header(_("一家都没谈成，先还哪笔"))
    payoff_orders.show(asked)
navigation.onward("plan")
