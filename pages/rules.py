"""Every rule in use, how old the pack is, and a person's own rules on top."""

import streamlit as st

from ui import rule_book, session
from ui.text import _

session.enter(__file__)

st.title(_("规则"))
st.write(_("每个数背后的法律、政策和行业做法都列在这里，写明从哪天起、出自哪一条、有没有核实。"))
rule_book.age()
st.header(_("加自己的规则"))
rule_book.own()
st.header(_("全部规则"))
rule_book.every()
