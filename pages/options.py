"""One debt's offers side by side."""

import streamlit as st

from ui import choose, limitation_clock, navigation, option_cards, option_charts, option_terms, session
from ui.text import _, say

session.enter(__file__)

st.title(_("方案比较"))
found = choose.debt()
if found is None:
    st.stop()

limitation_clock.warn(found.index)
st.subheader(say(found.comparison.why))
option_cards.show(found)
option_charts.show(option_cards.pinned(found))

st.header(_("改条件试试"))
option_terms.edit(found)

st.header(_("反过来算"))
option_terms.solve(found)
navigation.link("credit", _("下一页：征信"))
