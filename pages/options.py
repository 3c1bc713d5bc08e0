"""One debt's offers side by side."""

import streamlit as st

from ui import cautions, choose, limitation_clock, navigation, option_cards, option_charts, option_terms, session
from ui.text import _, say

state = session.enter(__file__)

st.title(_("方案比较"))
st.write(_("同一笔债，能谈的方案放在一起比：每月多少、一共多少、撑不撑得住。"))
found = choose.debt()
if found is None:
    st.stop()

limitation_clock.warn(found.index)
above = st.container()

st.header(_("改条件试试"))
found = option_terms.edited(found)

with above:
    st.subheader(say(found.comparison.why))
    option_cards.show(found)
    option_charts.show(found.index)

st.header(_("反过来算"))
option_terms.solve(found)
cautions.show("new_loans", "paid_agents")
navigation.link("room", _("看看有多少谈的余地"))
navigation.onward("options")
