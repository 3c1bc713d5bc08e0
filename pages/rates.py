"""What a loan really costs, and whether it costs more than the law lets stand."""

import streamlit as st

from ui import choose, explain, rate_check, session
from ui.text import _

state = session.enter(__file__)

st.title(_("利率核对"))
st.write(_("先按真正到手、真正还掉的钱算出一年的成本，再跟这类出借人、这个日子适用的线比。"))

place = choose.debt_place()
if place is None:
    rate_check.needs_debt()
    st.stop()

st.header(_("这笔借款真正的成本"))
rate_check.true_cost(place)

st.header(_("跟法律和法院的线比"))
rate_check.against_line(place)

st.header(_("换个日子会怎样"))
rate_check.through_time(place)
explain.disclaimer()
