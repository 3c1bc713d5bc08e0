"""What the household owns, and what of it could pay a debt without hurting."""

import streamlit as st

from assessment.case import Asset
from ui import explain, navigation, rows, session
from ui.text import _

state = session.enter(__file__)

st.title(_("资产"))
st.write(_("写下家里有什么、值多少。只有闲置的部分才会用来考虑一次还清，吃饭、住房和谋生用的东西不算。"))

rows.edit("assets", ("name", "kind", "value", "loan", "needed"), ("quick_share", "grade", "note"))
rows.add("assets", _("添加一项资产"), Asset(name=""))

st.divider()
explain.figure(_("可以一次拿出来还债的钱"), state.assessment.affordability.asset_capacity)
navigation.onward("assets")
