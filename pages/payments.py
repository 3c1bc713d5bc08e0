"""What a payment clears first, and what agreeing otherwise would change."""

import streamlit as st

from ui import choose, explain, payment_order, rate_check, session
from ui.text import _

state = session.enter(__file__)

st.title(_("还款先抵什么"))
st.write(_("还一笔钱，先抵费用，再抵利息，最后才抵本金。可以跟对方书面约定先抵本金，利息会少长一些。"))

place = choose.debt_place()
if place is None:
    rate_check.needs_debt()
    st.stop()

st.header(_("今天还一笔，抵掉哪些"))
payment_order.today(place)

st.header(_("按往来记录，一笔一笔抵"))
payment_order.history(place)
explain.disclaimer()
