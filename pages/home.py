"""The five answers, and where to begin."""

import streamlit as st

from ui import answers, begin, session, whose
from ui.text import _

state = session.enter(__file__)

st.title(_("还得起"))
st.write(_("逾期之后，先算清每月真能还多少，再比较能跟对方谈的方案。所有内容只留在这台电脑上。"))

if not state.covered:
    with st.container():  # its own place, so that below nothing is drawn anew when it comes, and no upload is lost
        whose.ask()
    begin.show()
answers.show()
answers.progress()
if not state.covered:
    begin.more()
