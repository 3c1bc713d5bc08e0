"""What to do next: the situation at hand first, then every step with its date."""

import streamlit as st

from ui import cautions, explain, kept, others, session, situation_card, steps
from ui.text import _

state = session.enter(__file__)

st.title(_("下一步"))
chosen = situation_card.choose()
if chosen.name == "crisis":
    st.stop()

kept.late()
st.header(_("按日期排好的事"))
st.write(_("一次只做一件。每一步都写了为什么做、怎么说、留下什么。"))
steps.stages(state.assessment)
others.offer(("steps",))
steps.dated(state.assessment.steps)
cautions.show("paid_agents", "forged_papers")
explain.disclaimer()
