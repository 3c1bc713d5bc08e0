"""Where the living-cost guidelines come from, for this household, and how to change them."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment.affordability import GROUPS, guideline
from assessment.case import words
from assessment.text import label
from ui import fields, session, tables
from ui.cited import citations
from ui.text import _, inert, yuan_text

_NAMES: dict[str, str] = dict(words.EXPENSE_CATEGORY) | {"transport_phone": label("交通、电话网费")}


def show() -> None:
    """Each group's guideline, the local figures that are known, and the share that can be changed."""
    here = session.current()
    home = here.case.household
    st.write(
        _("日常开销的参考数 = 国家统计局人均支出 × 城乡比 × 下面的比例 × 家里人数。超过参考数的，写了原因就按实际算。")
    )
    fields.ask(("assumptions", "guideline_share"))
    tables.records([
        {_("类别"): _(_NAMES[group]), _("每月参考数"): guideline(group, here.case, here.law)}
        for group in GROUPS
    ])  # fmt: skip
    wages = [(place, yuan) for place, yuan in here.law.value("minimum_wage_by_place").items() if place in home.place]
    for place, yuan in wages:
        st.write(
            _("{place}的月最低工资是 {wage}。全职工资低于它，多半是填错了，或者可以向劳动部门反映。").format(
                place=inert(place), wage=inert(yuan_text(Decimal(yuan)))
            )
        )
    if home.minimum_per_head is None:
        st.write(_("没有您当地的低保标准，先用全国平均，偏旧也偏低。问到后填在上面，或在“规则”页加一个自己的文件。"))
    names = ("spending_per_head", "spending_by_region", "minimum_living", "minimum_living_by_place")
    citations((*names, *(("minimum_wage_by_place",) if wages else ())))
