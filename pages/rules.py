"""Every rule in use, how old the pack is, and a person's own rules on top."""

import streamlit as st

from ui import rule_book, session
from ui.text import _

session.enter(__file__)

st.title(_("规则"))
rule_book.age()
st.header(_("加自己的规则"))
rule_book.own()
st.header(_("全部规则"))
rule_book.every()
