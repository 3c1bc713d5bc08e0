"""Streamlit's own words in the session's language; it has no setting for one."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.text import Language

_SCRIPT = Path(__file__).parent / "assets" / "translate.js"


def speak(language: Language) -> None:
    """What Streamlit itself writes on buttons and labels, and the language the page says it is in."""
    _component()(key="own_words", data={"language": language})


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component("huandeqi_own_words", js=_SCRIPT.read_text(encoding="utf-8"))
