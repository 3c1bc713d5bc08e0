"""How much room there is to negotiate one debt, where to stand in it, and what waiting costs."""

import streamlit as st

from ui import choose, explain, limitation_clock, room_beside, room_deal, room_view, session
from ui.text import _

state = session.enter(__file__)

st.title(_("谈判空间"))
st.write(_("您撑得住多少，对方不谈又能得多少，两边一比，就知道有没有得谈。对方那一边都是估计，不代表对方会同意。"))

found = choose.debt()
if found is None:
    st.stop()
if not state.case.incomes:
    explain.needs_income()
    st.stop()

limitation_clock.warn(found.index)
room = room_view.of(found)
room_view.headline(room)
if room.pins:
    room_view.pins(room)
    room_deal.show(room)
    room_beside.once(room)
room_beside.lender(room)
room_beside.waiting(found)
explain.disclaimer()
