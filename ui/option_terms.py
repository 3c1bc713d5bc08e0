"""An offer's terms changed on the spot, and worked backwards from what can be carried."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from assessment import DebtAssessment, offers
from assessment.offers import NEGOTIATED, TREATMENT, Terms, Treatment, Waiver
from assessment.schedules import NeverRepays
from ui import session, tables
from ui.text import _, fen_text, percent, yuan_text


def edited(found: DebtAssessment) -> DebtAssessment:
    """One option's terms as inputs; the debt as it stands once they are taken, so that all is drawn only once."""
    here = session.current()
    options = [
        place for place, option in enumerate(found.comparison.options) if option.outcome.terms.kind in NEGOTIATED
    ]
    best = found.comparison.recommended
    place = st.selectbox(
        _("改哪个方案"), options, options.index(best) if best in options else 0, key=here.key("terms", found.index),
        format_func=lambda place: _(found.comparison.options[place].outcome.title),
    )  # fmt: skip
    terms = found.comparison.options[place].outcome.terms
    changed = _inputs(terms, here.key("terms", found.index, place))
    if changed != terms:
        _store(found, place, changed)
    if (found.index, place) in here.edited:
        st.button(
            _("恢复原来的条件"),
            here.key("terms", found.index, place, "reset"),
            on_click=_reset,
            args=(found.index, place),
        )
    return here.debt(found.index) if changed != terms else found


def _store(found: DebtAssessment, place: int, changed: Terms) -> None:
    """Takes the changed terms, unless they never repay."""
    try:
        offers.outcome(found.position, changed)
    except NeverRepays:
        st.info(_("这样每月还的钱不够付利息，永远还不清。请把利率调低，或换一个方案。"))
        return
    session.current().edited[found.index, place] = changed


def _reset(index: int, place: int) -> None:
    here = session.current()
    del here.edited[index, place]
    here.generation += 1


def _inputs(terms: Terms, key: str) -> Terms:
    """The terms as they stand on the sliders: how long and how dear, what is waived, and what becomes of the rest."""
    left, middle, right = st.columns(3, gap="large")
    with left:
        treatments: list[Treatment] = list(TREATMENT)
        treatment = st.selectbox(
            _("没减免的息费怎么办"),
            treatments,
            treatments.index(terms.treatment),
            lambda word: _(TREATMENT[word]),
            key=f"{key}.treatment",
        )
        if terms.months and not terms.steps:
            terms = replace(terms, months=st.slider(_("分几期"), 1, 60, min(terms.months, 60), key=f"{key}.months"))
    with middle:
        if terms.grace:
            terms = replace(terms, grace=st.slider(_("先缓几个月"), 1, 24, terms.grace, key=f"{key}.grace"))
        if terms.annual_rate or terms.months:
            terms = replace(terms, annual_rate=_share(_("今后的年利率"), terms.annual_rate, f"{key}.rate", 1, 36))
    with right:
        waiver = Waiver(
            terms.waiver.principal,
            _share(_("利息减免"), terms.waiver.interest, f"{key}.interest", 5, 100),
            _share(_("罚息、违约金减免"), terms.waiver.penalty, f"{key}.penalty", 5, 100),
            _share(_("其他费用减免"), terms.waiver.fees, f"{key}.fees", 5, 100),
        )
    return replace(terms, waiver=waiver, treatment=treatment)


def _share(name: str, share: Decimal, key: str, step: int, most: int) -> Decimal:
    """A fraction on a slider in whole per cent; left as it was where it was not moved."""
    whole = min(int(share * 100), most)
    chosen = st.slider(name, 0, most, whole, step, "%d%%", key=key)
    return share if chosen == whole else Decimal(chosen) / 100


def solve(found: DebtAssessment) -> None:
    """What would have to change for the month to fit the suggested figure, and where one payment beats instalments."""
    position, limit = found.position, found.comparison.share.suggested
    if not limit:
        st.write(_("现在每月没有余钱，反推不出能撑住的分期。"))
        return
    asked = Terms("instalments", months=position.debt.instalments_left or 12, annual_rate=position.annual_rate)
    waiver = offers.least_waiver(position, asked, limit)
    as_it_is = waiver is not None and not offers.worth_asking(position.claim, waiver)
    months = offers.shortest_term(position, asked, limit)
    if as_it_is and months is not None:
        months = min(months, asked.months)
    st.write(_("这笔债每月最多拿 {limit}（按欠款比例从建议数里分到的）。").format(limit=fen_text(limit)))
    tables.records([
        {_("问"): _("不减免，要分几期才撑得住"), _("答"): _months(months)},
        {_("问"): _("分 {months} 期，最少要减免多少").format(months=asked.months), _("答"): _("不用减免") if as_it_is else _waived(found, waiver)},
        {_("问"): _("每月月供最多定多少（平摊的息费另加）"), _("答"): _payment(found, limit)},
        {_("问"): _("一次还多少，跟分期一样划算"), _("答"): _lump(found, months)},
    ])  # fmt: skip


def _months(months: int | None) -> str:
    return _("十年也不够") if months is None else _("{months} 期").format(months=months)


def _waived(found: DebtAssessment, waiver: Waiver | None) -> str:
    if waiver is None:
        return _("全部减免也不行")
    off = offers.waived(found.position.claim, waiver)
    parts = ((_("本金"), off.principal), (_("利息"), off.interest), (_("罚息"), off.penalty), (_("费用"), off.fees))
    return _("、").join(f"{name} {fen_text(fen)}" for name, fen in parts if fen)


def _payment(found: DebtAssessment, limit: int) -> str:
    terms = Terms("lower_payment", annual_rate=found.position.annual_rate)
    payment = offers.largest_payment(found.position, terms, limit)
    return _("利息比能还的还多，还不清") if payment is None else yuan_text(payment)


def _lump(found: DebtAssessment, months: int | None) -> str:
    if months is None:
        return "—"
    position = found.position
    instalments = offers.outcome(position, Terms("instalments", months=months, annual_rate=position.annual_rate))
    lump = offers.break_even_lump(position, instalments, found.cash)
    if lump >= position.claim.total:
        return _("一次还清全部欠款，也比这样分期少花")
    share = Decimal(lump) / max(position.claim.total, 1)
    return _("{lump}，是欠款的 {share}").format(lump=fen_text(lump), share=percent(share))
