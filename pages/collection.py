"""Calls, messages and visits from the log, each against its rule."""

import streamlit as st

from ui import conduct_meter, explain, navigation, session
from ui.text import _

state = session.enter(__file__)

st.title(_("催收核对"))
st.write(
    _(
        "把记下的来电、短信、上门逐条和规则比。这里只摆事实和条文，不下结论：国家推荐性标准和行业自律不是法律，违反了可以投诉；是否违法由公安、法院认定。"
    )
)

conduct_meter.hours()
conduct_meter.findings()
st.header(_("找谁"))
conduct_meter.channels()
navigation.link("complaint", _("写成投诉和文书"))
navigation.link("records", _("去补往来记录"))
explain.disclaimer()
