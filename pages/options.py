"""One debt's offers side by side."""

import streamlit as st

from ui import choose, navigation, option_cards, option_terms, session
from ui.charts import balance, cost, cumulative, payments
from ui.charts_view import show
from ui.text import _, say

state = session.enter(__file__)

st.title(_("方案比较"))
found = choose.debt()
if found is None:
    st.stop()

st.subheader(say(found.comparison.why))
option_cards.show(found)

kept = option_cards.pinned(found)
monthly, total, left, paid = st.tabs([_("每月还款"), _("总共花多少"), _("还欠多少"), _("累计已还")])
with monthly:
    show(payments, kept, "payments")
with total:
    show(cost, kept, "cost")
with left:
    show(balance, kept, "balance")
with paid:
    show(cumulative, kept, "cumulative")

st.header(_("改条件试试"))
option_terms.edit(found)

st.header(_("反过来算"))
option_terms.solve(found)
navigation.link("credit", _("下一页：征信"))
