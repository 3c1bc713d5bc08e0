"""How the figures come about, what they rest on, and what stays on this computer."""

import streamlit as st

from ui import about, navigation, session
from ui.text import _

session.enter(__file__)

st.title(_("关于"))
about.privacy()
about.method()
navigation.link("rules")
about.selfcheck()
