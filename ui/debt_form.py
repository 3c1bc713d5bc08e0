"""One debt, roomy: some twenty fields in groups, with why we ask."""

from __future__ import annotations

import streamlit as st

from assessment.text import label
from ui import choose, fields, session
from ui.text import _, say, sentences, yuan_text

_GROUPS = (
    (label("欠谁的"), ("name", "product", "lender", "contract_date", "original", "grade")),
    (label("今天一共欠多少"), ("principal", "interest", "penalty", "fees")),
    (
        label("利率和怎么还"),
        ("rate", "method", "instalments_left", "instalment", "due_day", "fee_per_instalment", "penalty_multiple"),
    ),
    (label("逾期和催收"), ("days_overdue", "overdue_amount", "collection", "court", "accelerated")),
    (
        label("核对利率和法律用，可以先不填"),
        ("received", "instalments", "other_charges", "disclosed", "outside_charges", "filed", "via_platform"),
    ),
    (label("其他"), ("security", "joint", "note")),
)


def show() -> None:
    """The chosen debt's form, its total as typed, and what in it does not fit together."""
    here = session.current()
    place = choose.debt_place()
    if place is None:
        st.info(_("还没有债务。点上面的按钮添加一笔，或回首页上传表格。"))
        return
    for title, names in _GROUPS:
        _group(_(title), place, names)
    st.metric(_("这笔债今天一共欠"), yuan_text(here.case.debts[place].owed))
    doubts = [doubt for doubt in here.assessment.doubts if doubt.where.path[:2] == ("debts", place)]
    for doubt in doubts:
        st.info(sentences(say(doubt.what), say(doubt.instead)))
    st.button(_("删除这笔债务"), here.key("debts", place, "remove"), on_click=here.remove, args=("debts", place))


def _group(title: str, place: int, names: tuple[str, ...]) -> None:
    with st.container(border=True):
        st.subheader(title)
        columns = st.columns(3)
        for position, name in enumerate(names):
            with columns[position % 3]:
                fields.ask(("debts", place, name))
