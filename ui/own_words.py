"""Streamlit's own words said in Chinese; it has no setting for its language."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parent / "assets" / "translate.js"


def translate() -> None:
    """Once a page: what Streamlit itself writes on buttons and labels."""
    _component()(key="own_words")


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component("huandeqi_own_words", js=_SCRIPT.read_text(encoding="utf-8"))
