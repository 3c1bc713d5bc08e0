"""A pasted text, with what in it no longer holds or never did."""

import streamlit as st

from ui import claim_marks, explain, session
from ui.text import _

session.enter(__file__)

st.title(_("说法核对"))
st.write(_("网上的文章、催收的短信、律师函里，常有过时或从来不成立的说法。把文字贴进来，会标出是哪句、现在是怎样。"))

claim_marks.check()
explain.disclaimer()
