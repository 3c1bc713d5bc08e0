"""One debt, roomy: some twenty fields in groups, with why we ask."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment.text import label
from ui import choose, fields, grid, session
from ui.text import _, say, sentences, yuan_text

_Groups = tuple[tuple[str, tuple[str, ...]], ...]
_OWED = label("今天一共欠多少")
_NEEDED: _Groups = (
    (label("欠谁的"), ("name", "product", "lender", "contract_date", "original", "grade")),
    (_OWED, ("principal", "interest", "penalty", "fees")),
    (
        label("利率和怎么还"),
        ("rate", "method", "instalments_left", "instalment", "due_day", "fee_per_instalment", "penalty_multiple"),
    ),
    (label("逾期和催收"), ("days_overdue", "overdue_amount", "collection", "court", "accelerated")),
)
_CAN_WAIT: _Groups = (
    (
        label("核对利率和法律用，可以先不填"),
        ("received", "instalments", "other_charges", "disclosed", "outside_charges", "filed", "via_platform"),
    ),
    (label("其他，可以先不填"), ("security", "joint", "note")),
)


def show() -> None:
    """The chosen debt's form, its total as typed, and what in it does not fit together."""
    here = session.current()
    place = choose.debt_place()
    if place is None:
        st.info(_("还没有债务。点上面的按钮添加一笔，或回首页上传表格。"))
        return
    for title, names in _NEEDED:
        with st.container(border=True):
            st.subheader(_(title))
            _inputs(place, names)
            if title == _OWED:
                st.metric(_("这笔债今天一共欠"), yuan_text(here.case.debts[place].owed))
    for title, names in _CAN_WAIT:
        with st.expander(_(title), key=here.key("debts", place, names[0], "group")):
            _inputs(place, names)
    doubts = [doubt for doubt in here.assessment.doubts if doubt.where.path[:2] == ("debts", place)]
    for doubt in doubts:
        st.info(sentences(say(doubt.what), say(doubt.instead)))
    st.button(_("删除这笔债务"), here.key("debts", place, "remove"), on_click=here.remove, args=("debts", place))


def owed_together() -> None:
    """What all debts come to today, once there are several."""
    listed = session.current().case.debts
    if len(listed) > 1:
        total = sum((debt.owed for debt in listed), Decimal(0))
        st.metric(_("{count} 笔债今天一共欠").format(count=len(listed)), yuan_text(total))


def _inputs(place: int, names: tuple[str, ...]) -> None:
    for spot, name in zip(grid.places(len(names), 3), names, strict=True):
        with spot:
            fields.ask(("debts", place, name))
