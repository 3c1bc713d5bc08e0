"""What each offer would leave on the credit report, month by month; what mends it, and what may be asked."""

from functools import partial

import streamlit as st

from ui import choose, credit_record, explain, navigation, redrawn, session
from ui.charts import credit_grid, joint_grid
from ui.charts_view import show
from ui.text import _

state = session.enter(__file__)

st.title(_("征信"))
st.write(_("信用报告按月记录还款情况。谈成方案后对方怎么上报，各家做法不同，所以每个方案给出较好和较差两种情形。"))

found = choose.debt()
if found is None:
    st.stop()

show(credit_grid, partial(redrawn.one_debt, place=found.index), "credit")
explain.credit_notes(found)

if len(state.case.debts) > 1:
    st.header(_("几笔债合在一起"))
    show(joint_grid, redrawn.all_debts, "joint")

st.header(_("您的报告上怎么写"))
credit_record.own_words()
credit_record.effects()

st.header(_("一次性信用修复"))
credit_record.repairs()

st.header(_("您可以要求的"))
credit_record.rights()
navigation.onward("credit")
