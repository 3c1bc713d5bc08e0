"""How the figures come about, what they rest on, and what stays on this computer."""

import streamlit as st

from ui import about, session
from ui.text import _

session.enter(__file__)

st.title(_("说明"))
about.privacy()
about.method()
about.rules()
about.selfcheck()
