"""What each offer would leave on the credit report, month by month."""

import streamlit as st

from ui import choose, explain, navigation, session
from ui.charts import credit_grid
from ui.charts_view import show
from ui.text import _

state = session.enter(__file__)

st.title(_("征信"))
st.write(_("信用报告按月记录还款情况。谈成方案后对方怎么上报，各家做法不同，所以每个方案给出较好和较差两种情形。"))

found = choose.debt()
if found is None:
    st.stop()

show(credit_grid, found, "credit")
explain.credit_notes(found)
navigation.link("actions", _("下一页：下一步"))
