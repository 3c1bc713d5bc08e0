"""The call: an offer heard, judged, answered and logged while the other side waits."""

import streamlit as st

from ui import (
    call_card,
    choose,
    explain,
    limitation_clock,
    live_offer,
    navigation,
    offer_fields,
    offer_ledger,
    quick_log,
    session,
    take_away,
)
from ui.text import _

state = session.enter(__file__)

st.title(_("通话"))
st.write(_("对方一边说，您一边记。马上看到撑不撑得住、该怎么回，不用当场答应。"))
if not state.case.incomes:
    explain.needs_income()
    st.stop()
found = choose.debt()
if found is None:
    st.stop()

limitation_clock.warn(found.index)
live_offer.ask(found)
offer_fields.show()

with st.expander(_("记这一通电话：谁、原话、答应了什么、录音")):
    quick_log.show(found.debt.name)

st.header(_("谈到哪里了"))
offer_ledger.show(found)

st.header(_("打之前看一眼"))
ready = call_card.prepared(found)
take_away.card_in_word(ready)
call_card.show(ready)
navigation.link("agreement", _("对方发来协议了，去体检"))
navigation.link("kept", _("签好了，去跟踪履约"))
