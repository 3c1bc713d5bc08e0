"""The plan to take along, a written request for each lender, and the card for a call."""

import streamlit as st

from ui import session, take_away
from ui.text import _

session.enter(__file__)

st.title(_("带走"))
st.write(_("先看，再拿。都在这台电脑上生成，不经过网络；每一个数和页面上的一样。"))
take_away.show()
