"""Quiet warnings where a person may be about to make things worse."""

from __future__ import annotations

import streamlit as st

from assessment.law.cautions import CAUTIONS, Name
from ui.cited import citations
from ui.text import _, say


def show(*names: Name) -> None:
    """Each warning with its reason and its rules."""
    with st.expander(_("这些别做，会更糟")):
        for name in names:
            caution = CAUTIONS[name]
            st.markdown(f"**{say(caution.what)}**　{say(caution.why)}")
            citations(caution.rules)
