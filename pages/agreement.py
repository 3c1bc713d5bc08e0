"""The agreement a lender sends, checked before it is signed."""

import streamlit as st

from ui import agreement_check, cautions, choose, explain, limitation_clock, navigation, session
from ui.text import _

session.enter(__file__)

st.title(_("协议体检"))
st.write(_("对方发来的协议，签字、付款以前先在这里过一遍：该写的写了没有，有没有伤人的条款，数字对不对得上。"))
found = choose.debt()
if found is None:
    st.stop()

limitation_clock.warn(found.index)
agreement_check.put(found)
agreement_check.show(found, agreement_check.against(found))
navigation.link("kept", _("签好了，去跟踪履约"))
cautions.show("paid_agents", "new_loans")
navigation.link("call", _("回到通话"))
explain.disclaimer()
