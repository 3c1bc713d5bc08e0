"""What to do next, with dates."""

import streamlit as st

from ui import explain, session, steps
from ui.text import _

state = session.enter(__file__)

st.title(_("下一步"))
st.write(_("按日期排好，一次只做一件。每一步都写了为什么做、怎么说、留下什么。"))

steps.stages(state.assessment)
steps.dated(state.assessment.steps)
explain.disclaimer()
