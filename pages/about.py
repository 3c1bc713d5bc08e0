"""How the figures come about, what they rest on, and what stays on this computer."""

import streamlit as st

from ui import about, glossary, navigation, session
from ui.text import _

session.enter(__file__)

st.title(_("关于"))
st.write(_("数从哪里来，词是什么意思，资料放在哪里。"))
about.privacy()
about.method()
glossary.show()
navigation.link("rules")
about.selfcheck()
