"""What was agreed, kept: what is paid and due, what to do when a month is missed, what is left to do when all is paid."""

import streamlit as st

from ui import agreed_terms, choose, explain, kept, kept_record, navigation, session, start_keeping
from ui.text import _

session.enter(__file__)

st.title(_("履约"))
st.write(_("谈成以后，照约定一期一期记：哪天付、付了没有、晚了怎么办、付清以后还要做什么。"))
found = choose.debt()
if found is None:
    st.stop()

tracked = kept.tracked(found)
if tracked is None:
    start_keeping.show(found)
    st.stop()

kept.summary(tracked)
kept.what_now(found, tracked)
kept.pay(found, tracked)

st.header(_("一期一期看"))
kept.rows(tracked)
kept.reminders(found, tracked)

st.header(_("征信会怎样"))
kept_record.show(found, tracked)

agreed_terms.show(found)
start_keeping.anew(found)
navigation.link("evidence", _("打成证据包"))
explain.disclaimer()
