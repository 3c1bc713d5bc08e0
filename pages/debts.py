"""What is owed: the list, and one debt at a time."""

import streamlit as st

from assessment.case import Debt
from ui import debt_form, navigation, rows, session, tables
from ui.text import _

state = session.enter(__file__)

st.title(_("债务"))
st.write(_("一笔一笔填。照着合同、App 里的借款详情或账单抄就行；拿不准的先估一个，标成“本人估计”。"))

tables.debts(state.case.debts)
debt_form.owed_together()
rows.add("debts", _("添加一笔债务"), Debt(name=""))
debt_form.show()
navigation.onward("debts")
