"""A fault of ours becomes one calm sentence and a number; what a person entered never reaches the log."""

from __future__ import annotations

import logging
import secrets
import traceback

import streamlit as st

from ui.text import _

_log = logging.getLogger("huandeqi")


def show(error: Exception) -> bool:
    """Tells the person, and logs the number, the kind of fault and the place, without its words."""
    number = secrets.token_hex(3).upper()
    places = " < ".join(
        f"{frame.filename}:{frame.lineno}" for frame in reversed(traceback.extract_tb(error.__traceback__)[-4:])
    )
    _log.error("%s %s at %s", number, type(error).__name__, places)
    st.warning(
        _("这一步没有算出来，是软件的问题，不是您填错了。已填的内容都还在，可以换一页继续。编号 {number}。").format(
            number=number
        )
    )
    return True
