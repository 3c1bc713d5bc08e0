"""Places side by side on a wide page: the eye, the Tab key and a phone all go through them row by row."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def places(count: int, across: int) -> Iterator[DeltaGenerator]:
    """That many places in rows of `across`; each row ends before the next begins."""
    for start in range(0, count, across):
        yield from st.columns(across)[: count - start]
