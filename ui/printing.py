"""The paper on the page, and nothing else of it, on paper or as PDF: by the browser's own printing."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.text import _

SHEET = "paper"
"""The key of the container that is printed."""
_ASSETS = Path(__file__).parent / "assets"


def key() -> None:
    """A button that opens the browser's print dialogue; with it comes the style of the paper."""
    _component()(key="print", data={"name": _("打印或存成 PDF")}, width="content")


@st.cache_resource(show_spinner=False)
def _component():  # type: ignore[no-untyped-def]  # noqa: ANN202
    return st.components.v2.component(
        "huandeqi_print",
        html="<button type='button' class='print-key'></button>",
        css=(_ASSETS / "paper.css").read_text(encoding="utf-8"),
        js=(_ASSETS / "print_key.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
