"""Small forms for what a letter needs and no call tells; each writes one line into the log."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.case import Event
from assessment.report.letters.forms import INSTITUTION, SOLD_ALONG, WRONG_RECORD, Form
from assessment.text import label
from ui import session
from ui.text import _

_LONGEST = 60
_REPLY = 150
_TITLE = {
    WRONG_RECORD.mark: label("信用报告哪里记错了"),
    SOLD_ALONG.mark: label("借款时被搭卖了什么（12315）"),
    INSTITUTION.mark: label("出借机构的全称、工单号和答复（12378、12345）"),
}
_HINTS = {
    "账户": label("报告里的账户编号或尾号"), "哪几个月": label("例如 2026年3月到5月"), "报告写的": label("照报告抄"),
    "应当是": label("例如 已结清，余额 0"), "凭证": label("例如 付款回执、结清证明"), "付了多少": label("例如 299 元"),
    "机构全称": label("照合同写"), "注册地": label("营业执照上的省市"), "它的答复": label("照原话写；没有答复就写没有答复"),
}  # fmt: skip


def several(place: int) -> None:
    """Every form, for one debt."""
    for form in (WRONG_RECORD, SOLD_ALONG, INSTITUTION):
        with st.expander(_(_TITLE[form.mark])):
            one(place, form)


def one(place: int, form: Form, start: Mapping[str, str] | None = None) -> None:
    """The fields of one form, begun with what is known, and the key that writes the line."""
    here = session.current()
    written = sum(form.answers(event) is not None for event in here.case.events)
    key = here.key("letter_form", form.mark, place, written)
    for first in range(0, len(form.asked), 3):
        for column, asked in zip(st.columns(3), form.asked[first : first + 3], strict=False):
            column.text_input(
                _(asked), (start or {}).get(asked, ""), _REPLY if asked == "它的答复" else _LONGEST, f"{key}.{asked}",
                placeholder=_(_HINTS[asked]) if asked in _HINTS else "", autocomplete="off",
            )  # fmt: skip
    st.button(_("记下，放进文书"), f"{key}.write", on_click=_write, args=(place, form, key))
    st.caption(_("没填的，文书里留空。记下的在“往来记录”里能改、能删、能附上凭证的文件。"))


def _write(place: int, form: Form, key: str) -> None:
    here = session.current()
    line = form.line({asked: str(session.typed(f"{key}.{asked}") or "") for asked in form.asked})
    if line:
        here.add("events", Event(name=here.case.debts[place].name, day=here.as_of, words=line))
