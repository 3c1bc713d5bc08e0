"""What happened, line by line: payments, calls, letters, promises, papers."""

import streamlit as st

from assessment.case import Event
from ui import navigation, records, rows, session
from ui.text import _

state = session.enter(__file__)

st.title(_("往来记录"))
st.write(
    _(
        "每一次还款、来电、短信、上门、谈话和收到的文书，记一行。时效、还款先抵什么、催收有没有过界，都靠它。录音、截图留在自己手里，这里只写是什么、存在哪。"
    )
)

rows.add("events", _("记一件事"), Event(name=records.usual_debt(), day=state.as_of))
records.edit()
records.listed()
navigation.link("limitation")
navigation.link("payments")
navigation.link("collection")
