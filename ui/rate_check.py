"""A debt's true cost, and that cost against its line."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from assessment import contract, money
from assessment.case import Debt, words
from assessment.law import overcharge, rate_caps
from assessment.law import true_cost as costs
from assessment.rates import NoRate
from assessment.sharing.shares import pro_rata_fen
from ui import fields, navigation, session, tables
from ui.cited import citations
from ui.text import _, day_text, fen_text, inert, percent, say

_ASKED = ("original", "received", "instalments", "instalment", "rate", "method", "fee_per_instalment", "other_charges")
_STATEMENT = ("disclosed", "outside_charges")
_HUNDRED_YUAN = 100_00


def needs_debt() -> None:
    """Where to enter one first."""
    st.info(_("先填一笔债务，再来核对。"))
    navigation.link("debts", _("去填债务"))


def true_cost(place: int) -> None:
    """The loan as signed, its rates side by side, and where each yuan paid goes."""
    here = session.current()
    debt = here.case.debts[place]
    with st.expander(_("借款条件（在这里补齐）"), expanded=bool(costs.missing(debt))):
        _fields(place, _ASKED)
        _fields(place, _STATEMENT)
    lacking = costs.missing(debt)
    if lacking:
        names = _("、").join(_(type(debt).model_fields[name].title or "") for name in lacking)
        st.info(_("还缺：{names}。填上就能算出真实成本。").format(names=names))
        return
    try:
        found = costs.true_cost(debt, here.law)
    except NoRate:
        st.info(_("这些数合在一起算不出利率，请核对借了多少、每期还多少、一共几期。"))
        return
    _measures(debt, found)
    for note in found.notes:
        st.write(say(note))
    _split(found.split)
    citations(found.rules)


def _fields(place: int, names: tuple[str, ...]) -> None:
    columns = st.columns(4)
    for at, name in enumerate(names):
        with columns[at % 4]:
            fields.ask(("debts", place, name))


def _measures(debt: Debt, found: costs.TrueCost) -> None:
    rows = []
    if debt.rate is not None:
        rows.append((_(costs.NAMES["quoted"]), fields.quoted(debt.rate)))
    rates = [(name, _(costs.NAMES[name]), percent(rate)) for name, rate in found.measures]
    rows += [(title, rate) for name, title, rate in rates if name in {"quoted", "nominal"}]
    rows.append((_("每月真实利率（IRR）"), percent(found.monthly)))
    rows += [(title, rate) for name, title, rate in rates if name not in {"quoted", "nominal"}]
    tables.records([{_("写法"): title, _("利率"): rate} for title, rate in rows])


def _split(split: costs.Split) -> None:
    st.write(_("按合同，一共要付 {total}，分成：").format(total=fen_text(split.total)))
    parts = (
        (_("还真正到手的本金"), split.principal), (_("利息"), split.interest), (_("手续费、担保费等"), split.fees),
        (_("借款时先扣掉的"), split.withheld), (_("现在要的罚息、违约金"), split.penalty),
    )  # fmt: skip
    named = [(name, fen) for name, fen in parts if fen]
    of_hundred = pro_rata_fen(_HUNDRED_YUAN, [fen * _HUNDRED_YUAN for _name, fen in named])
    tables.records([
        {_("项目"): name, _("金额"): money.to_yuan(fen), _("每付 100 元里"): money.to_yuan(part)}
        for (name, fen), part in zip(named, of_hundred, strict=True)
    ])  # fmt: skip


def against_line(place: int) -> None:
    """Normal cost and cost with penalty against the line, and what is above it in yuan."""
    here = session.current()
    debt = here.case.debts[place]
    _fields(place, ("lender", "contract_date", "filed", "via_platform"))
    multiple = contract.penalty_multiple(debt, here.case.assumptions)
    found = overcharge.cap_test(debt, here.as_of, multiple, here.law)
    if found is None:
        _unknown(debt)
        return
    _lines(found)
    _verdict(found, multiple)
    for ask in (*found.asks, *found.notes):
        st.write(say(ask))
    _pieces(found)
    citations(found.rules)


def _unknown(debt: Debt) -> None:
    if debt.lender == "other":
        st.info(_("先弄清出借人是谁：看借款合同或 App 里的“借款合同”“放款机构”。银行、小贷公司和个人适用的线不一样。"))
    elif debt.contract_date is None:
        st.info(_("填上借款日期，才知道适用哪天的规定。"))
    else:
        st.info(_("这个日子、这类出借人，没有收录到统一的线。"))


def _lines(found: overcharge.CapTest) -> None:
    tables.records([
        {
            _("利息产生在"): _("{since}至{until}").format(since=day_text(each.since), until=day_text(each.until)),
            _("线"): _range(each.cap),
            _("说明"): say(each.cap.words),
        }
        for each in found.segments
    ])  # fmt: skip


def _range(cap: rate_caps.Cap) -> str:
    low, high = percent(cap.low), percent(cap.high)
    return high if cap.low == cap.high else _("{low} 到 {high}，有争议或分段").format(low=low, high=high)


def _verdict(found: overcharge.CapTest, multiple: Decimal) -> None:
    for title, rate, over in (
        (_("正常还款的成本"), found.normal, found.normal_over),
        (_("逾期后的成本（罚息按 {multiple} 倍）").format(multiple=f"{multiple.normalize():f}"), found.with_penalty, found.penalty_over),
    ):  # fmt: skip
        if rate is None:
            continue
        said = say(over) if over else _("一年 {rate}，没有超过这条线。").format(rate=inert(percent(rate)))
        st.markdown(f"**{inert(title)}**　{said}")


def _pieces(found: overcharge.CapTest) -> None:
    tables.records([
        {
            _("哪段"): _("{since}至{until}").format(since=day_text(each.since), until=day_text(each.until)),
            _("状态"): _("已经付的") if each.paid else _("现在要的"),
            _("收了或要收"): money.to_yuan(each.charged),
            _("按线最多"): money.to_yuan(each.at_high),
            _("至少超过"): money.to_yuan(each.least),
            _("最多超过"): money.to_yuan(each.most),
        }
        for each in found.pieces
    ])  # fmt: skip


def through_time(place: int) -> None:
    """The same loan, had it been signed and sued on at each turn of the law."""
    here = session.current()
    st.write(_("同一笔借款，如果在下面这些日子签约并起诉，线会是多少。旧文章、旧说法多半停在前几行。"))
    tables.records([
        {_("日子"): day, _("{lender}的线").format(lender=_(words.LENDER[here.case.debts[place].lender])): _range(cap) if cap else _("没有收录到统一的线")}
        for day, cap in rate_caps.through_time(here.case.debts[place], here.law)
    ])  # fmt: skip
