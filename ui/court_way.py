"""The way through court for one debt, and what is left to the household."""

from __future__ import annotations

import streamlit as st

from assessment.law.enforcement import CourtPath, court_path, retention, untouchable
from ui import fields, session, tables
from ui.cited import citations
from ui.text import _, inert, say, yuan_text


def _path(place: int) -> CourtPath:
    here = session.current()
    return court_path(here.case.debts[place], here.law)


def costs(place: int) -> None:
    """Each cost with its least and its most, and their sums."""
    found = _path(place)
    tables.records([{_("项目"): cost.title, _("最少"): cost.low, _("最多"): cost.high} for cost in found.costs])
    st.write(
        _(
            "合计 {low} 到 {high}，在欠款之外。一般由败诉方负担，各有胜负的由法院分；交不起可以申请缓交、减交、免交。"
        ).format(low=inert(yuan_text(found.low)), high=inert(yuan_text(found.high)))
    )
    citations((*(cost.rule for cost in found.costs), "court_fee_halved", "cost_bearer", "fee_relief"))


def stages(place: int) -> None:
    """Each step with its limit and its article."""
    for stage in _path(place).stages:
        with st.container(border=True):
            st.markdown(f"**{say(stage.title)}**　{say(stage.what)}")
            citations(stage.rules)


def kept() -> None:
    """The living costs a court must leave, for this household, and what cannot be taken."""
    here = session.current()
    fields.ask(("household", "minimum_per_head"))
    income = here.assessment.affordability.income.yuan
    found = retention(here.case.household, income, here.law)
    st.write(say(found.words))
    if here.case.incomes:
        st.write(
            _("您每月可靠收入 {income}，最多可能被扣 {most}；实际扣多少由法院裁定，可能更少。").format(
                income=inert(yuan_text(income)), most=inert(yuan_text(found.most_withheld))
            )
        )
    st.markdown("\n".join(f"- {say(words)}" for words, _rule in untouchable()))
    citations((*found.rules, *(rule for _words, rule in untouchable())))


def bankruptcy() -> None:
    """Where a person can go bankrupt, and where not."""
    names = ("bankruptcy_nation", "bankruptcy_shenzhen", "bankruptcy_xiamen", "debt_clearing")
    law = session.current().law
    st.markdown("\n".join(f"- {inert(_(law.rule(name).plain))}" for name in names))
    citations(names)
