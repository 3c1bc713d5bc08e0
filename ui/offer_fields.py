"""An offer put together from fields, for whoever would rather not write it."""

from __future__ import annotations

import streamlit as st

from assessment.text import label
from ui import session
from ui.text import _

_PARTS = (label("罚息"), label("利息"), label("费用"))


def show() -> None:
    """Term, payment, first payment, what is let off; one button makes a phrase of them."""
    here = session.current()
    key = here.key("call", "fields")
    with st.expander(_("不会写，就一格一格填")), st.form(key, border=False):
        first, second, third = st.columns(3)
        months = first.text_input(_("分几期"), key=f"{key}.months", max_chars=4)
        payment = second.text_input(_("每期多少（元）"), key=f"{key}.payment", max_chars=12)
        down = third.text_input(_("先付多少（元）"), key=f"{key}.down", max_chars=12)
        lump = first.text_input(_("一次付多少就结清（元）"), key=f"{key}.lump", max_chars=12)
        off = second.multiselect(_("免掉的"), _PARTS, format_func=_, key=f"{key}.off", placeholder=_("没有"))
        free = third.checkbox(_("分期期间不再计息"), key=f"{key}.free")
        if st.form_submit_button(_("拼成一句")):
            here.desk.hear(_phrase(months, payment, down, lump, off, free=free))
            st.rerun()


def _phrase(months: str, payment: str, down: str, lump: str, off: list[str], *, free: bool) -> str:
    """What the fields say, as one phrase; an empty field says nothing."""
    said = [
        f"首付{down.strip()}元" if down.strip() else "",
        f"分{months.strip()}期" if months.strip() else "",
        f"每期{payment.strip()}元" if payment.strip() else "",
        f"一次还{lump.strip()}元结清" if lump.strip() else "",
        *(f"免{part}" for part in off),
        "不计息" if free else "",
    ]
    return "，".join(each for each in said if each)
