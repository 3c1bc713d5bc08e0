"""A session with a counselor: what is gone through together, and what is written down of it."""

import streamlit as st

from ui import counsel, session
from ui.text import _

session.enter(__file__)

st.title(_("陪谈"))
st.write(
    _(
        "给坐在一起的两个人用：咨询员和当事人把数核一遍，把话说清楚，把看过什么、选了什么记下来。一个人用也行，请家人当听的那一个。"
    )
)
counsel.show()
