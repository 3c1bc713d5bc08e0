"""What comes in and what goes out in a month."""

import streamlit as st

from assessment.case import Income
from ui import checklist, explain, navigation, rows, session, standards
from ui.text import _

state = session.enter(__file__)
found = state.assessment.affordability

st.title(_("收入与支出"))
st.write(_("按实际情况填，任何周期都可以，我们会折成每月。还债的钱不要写在支出里。"))

st.header(_("收入"))
rows.edit("incomes", ("name", "kind", "amount", "period"), ("history", "grade", "note"))
rows.add("incomes", _("添加一项收入"), Income(name=""))
explain.figure(_("每月可靠收入"), found.income)

st.header(_("支出"))
st.write(_("逐项看一遍，没有的空着。实际花费高于参考数又写了原因的，按实际算。"))
checklist.expenses()
explain.figure(_("每月支出（按参考数调整后）"), found.guided)

st.header(_("家里的情况"))
checklist.household()
with st.expander(_("生活费参考数从哪来")):
    standards.show()
navigation.onward("budget")
