"""How much a month can carry, and why."""

import streamlit as st

from ui import assumed, explain, navigation, others, redrawn, session, what_if
from ui.charts import waterfall
from ui.charts_view import show
from ui.text import _

state = session.enter(__file__)
found = state.assessment.affordability

st.title(_("能还多少"))
st.write(_("每月能拿来还债的钱有三个数：收入差的月份也能守住的、一般月份合适的、再多就会断的。"))

if not state.case.incomes:
    explain.needs_income()
    st.stop()

explain.three_figures(found)
others.offer(("figures",))
show(waterfall, redrawn.affordability, "waterfall")

st.header(_("如果情况变了"))
what_if.sliders()

st.header(_("怎么算的"))
explain.trail(found)

assumed.show()

st.header(_("换别的办法看"))
explain.second_opinions(found)
navigation.onward("affordability")
