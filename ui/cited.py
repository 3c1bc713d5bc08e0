"""The rules a figure or a step rests on, by article and date."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment import rules
from ui import session
from ui.text import inert


def citations(ids: Sequence[str]) -> None:
    """A quiet line for each rule: its title, instrument, article and standing."""
    law = rules.at(session.current().as_of)
    for name in ids:
        rule = law.rule(name)
        st.caption(inert(f"{rule.title}：{rule.citation(session.current().as_of)}"))
