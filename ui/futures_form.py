"""What may happen in the months to come: every estimate as an input with what it means, all of them back at a click."""

from __future__ import annotations

import streamlit as st

from assessment.case import Futures
from assessment.stress import OWN_MONTHS
from assessment.text import label
from ui import fields, session
from ui.text import _, inert

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (label("工作和收入"), (
        "job_loss", "job_search", "benefit_share", "jobs_together", "secure_income", "pay_cut", "pay_cut_share",
        "pay_cut_months", "block_months",
    )),
    (label("病和意外"), (
        "illness", "illness_months", "illness_cost", "illness_pay", "surprise", "surprise_cost",
    )),
    (label("日子怎么过"), ("thrift", "festival_month", "tuition_month", "heating_month")),
    (label("“哪个数影响最大”动多少"), ("money_step", "odds_step")),
)  # fmt: skip
_A_ROW = 3


def show() -> None:
    """Every estimate in its group, once opened."""
    with st.expander(_("改对以后的估计"), key="futures", on_change="rerun") as opened:
        if opened.open:
            _form()


def _form() -> None:
    here = session.current()
    st.write(
        _(
            "没有人知道以后会怎样。下面每个数都是估计，不是统计结果，您比我们更清楚自己的行业和身体；改了，上面的结果跟着变，也会存进表格。"
        )
    )
    _incomes()
    for title, names in _GROUPS:
        st.markdown(_("**{title}**　:gray-badge[都是估计]").format(title=_(title)))
        for start in range(0, len(names), _A_ROW):
            for column, name in zip(st.columns(_A_ROW), names[start : start + _A_ROW], strict=False):
                with column:
                    fields.ask(("futures", name))
                    st.caption(_(str(Futures.model_fields[name].description)))
    if here.case.futures != Futures():
        st.button(_("恢复原来的估计"), "futures.reset", on_click=here.reset, args=("futures",), disabled=here.covered)


def _incomes() -> None:
    """What is taken for each uneven income: the person's own months, or a spread."""
    for income in session.current().case.incomes:
        if income.kind != "irregular":
            continue
        if len(income.history) >= OWN_MONTHS:
            sentence = _("“{name}”从您自己最近 {count} 个月的记录里抽。")
        else:
            sentence = _("“{name}”没有满 {enough} 个月的记录，按高低之间平均分布估计；补上记录会更准。")
        st.caption(sentence.format(name=inert(income.name), count=len(income.history), enough=OWN_MONTHS))
