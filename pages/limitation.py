"""Whether a claim can still be pressed in court, from due days and the log."""

import streamlit as st

from ui import choose, explain, limitation_clock, navigation, rate_check, session
from ui.text import _

state = session.enter(__file__)

st.title(_("诉讼时效"))
st.write(_("对方在法院要债有期限，一般三年。催收、还款、请求延期都会让它重新起算，所以很久没动静的债，先看清再联系。"))

place = choose.debt_place()
if place is None:
    rate_check.needs_debt()
    st.stop()

limitation_clock.show(place)
navigation.link("records", _("去补往来记录"))
explain.disclaimer()
