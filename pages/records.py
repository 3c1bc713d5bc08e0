"""What happened, line by line: payments, calls, letters, promises, papers."""

import streamlit as st

from assessment.case import Event
from ui import navigation, quick_log, records, rows, session
from ui.text import _

state = session.enter(__file__)

st.title(_("往来记录"))
st.write(
    _(
        "每一次还款、来电、短信、上门、谈话和收到的文书，记一行。时效、还款先抵什么、催收有没有过界，都靠它。录音、截图留在自己手里，这里只记名字和指纹。"
    )
)

name = records.usual_debt()
quick_log.show(name)

st.header(_("补记、改正"))
rows.add("events", _("补记以前的一件事"), Event(name=name, day=state.as_of))
records.edit()
records.listed()
navigation.link("evidence", _("打成证据包"))
navigation.link("limitation")
navigation.link("payments")
navigation.link("collection")
