"""What a court can do, what it costs, and what it must leave to live on."""

import streamlit as st

from ui import cautions, choose, court_way, explain, rate_check, session
from ui.text import _

state = session.enter(__file__)

st.title(_("法院程序"))
st.write(_("对方起诉不等于立刻扣钱。每一步都有期限，回应了就有余地；生活费和必需的住处，法律要求给您留出来。"))

place = choose.debt_place()
if place is None:
    rate_check.needs_debt()
    st.stop()

st.header(_("要是打官司，可能多出多少"))
court_way.costs(place)

st.header(_("一步一步会怎样"))
court_way.stages(place)

st.header(_("法院要给您留下什么"))
court_way.kept()

st.header(_("有没有个人破产"))
court_way.bankruptcy()
cautions.show("moving_assets", "forged_papers", "paid_agents")
explain.disclaimer()
