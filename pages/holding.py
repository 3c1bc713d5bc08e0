"""Whether a plan can be kept up when months go wrong."""

import streamlit as st

from ui import explain, futures_form, holding, holding_charts, holding_tables, holding_words, navigation, session
from ui.text import _

session.enter(__file__)

st.title(_("撑得住吗"))
st.write(
    _(
        "日子不会每个月都一样。这里把往后五年试很多遍：有时丢工作，有时生病，有时顺顺当当，数一数有多少遍能把方案还到底。"
    )
)

trial = holding.tried()
if trial is None:
    st.stop()

focus = holding.chosen(trial)
if focus is None:
    futures_form.show()
    st.stop()

holding_words.headline(focus)
holding_words.savings(focus)
holding_charts.people(focus)
holding_words.meaning(focus)

st.header(_("一个月一个月地看"))
holding_charts.months(focus)
holding_words.order(focus)
holding_tables.swaps(focus)
holding_tables.regrets(focus)

st.header(_("为什么是这个数"))
holding_charts.closer(focus)

futures_form.show()
navigation.link("credit", _("下一页：征信"))
explain.disclaimer()
