"""Complaints, requests and answers from the log, in the order in which they go up."""

import streamlit as st

from ui import cautions, choose, complaint, explain, letter_form, limitation_clock, navigation, rate_check, session
from ui.text import _

session.enter(__file__)

st.title(_("投诉与文书"))
st.write(
    _(
        "把往来记录里记下的事写成文书：只写记下的，一条一条编号，没记下的不编。先跟出借机构要明细、投诉，没有结果再往上反映。有人身危险不用等，马上打 110。"
    )
)

place = choose.debt_place()
if place is None:
    rate_check.needs_debt()
    st.stop()

limitation_clock.warn(place)
st.header(_("一步一步来"))
ready = complaint.ladder(place)
letter_form.several(place)
if ready:
    st.header(_("看一份，带走"))
    complaint.one(place, ready)

cautions.show("paid_agents", "forged_papers")
navigation.link("collection", _("回到催收核对"))
explain.disclaimer()
