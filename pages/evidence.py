"""Everything logged as one file to hand in: what is in it, what it proves and what not, and how it is verified."""

import streamlit as st

from ui import evidence_file, explain, navigation, session
from ui.text import _

state = session.enter(__file__)

st.title(_("证据包"))
st.write(
    _("把往来记录、谈过的方案、约定和付款打成一个压缩包，投诉、应诉、找律师时交出去；以后有没有改过，随时能核对。")
)
if not state.case.events and not state.case.agreements:
    st.info(_("还没有往来记录。先记下来，这里才有东西可打包。"))
    navigation.link("records", _("去记往来"))
    st.stop()

packed = evidence_file.choose()
evidence_file.download(packed)
evidence_file.meaning()

st.header(_("时间线先看一看"))
evidence_file.preview(packed)
navigation.link("records", _("去补往来记录"))
explain.disclaimer()
