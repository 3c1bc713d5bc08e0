"""How it stood at a moment worth a name, what has changed since, and the whole case in one locked file."""

import streamlit as st

from ui import case_file, navigation, session, snapshots
from ui.text import _

state = session.enter(__file__)

st.title(_("存档"))
st.write(_("在通话、签字或大改之前留一份，事后比一比、回得去；要换电脑，就加密成一个文件带走。"))

st.header(_("快照"))
snapshots.take()
snapshots.listed()
snapshots.compare()

st.header(_("加密带走"))
st.write(_("填的内容、改过的方案、快照和陪谈记录都在里面，没有口令谁也看不到。账单和信用报告的原文不在里面。"))
case_file.pack()
st.caption(_("打开存档：回首页，在“上传表格或账单”里选这个文件，再写口令。"))
navigation.link("home", _("回首页"))
