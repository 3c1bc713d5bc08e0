"""A debt's options: a card for each that is compared, a table of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assessment import DebtAssessment, money
from assessment.law.rate_caps import cap
from assessment.offers import FIT, Judged, paid_today
from ui import others, redrawn, session, tables
from ui.charts.shown import Shown
from ui.cited import citations
from ui.text import _, day_text, fen_text, percent, say, sentences

if TYPE_CHECKING:
    from ui.session import Session

_A_ROW = 3
_USUAL = ("cure_arrears", "instalments", "partial_waiver")


def show(found: DebtAssessment) -> None:
    """The compared options as cards, then every option in one table."""
    places = _chosen(found)
    for start in range(0, len(places), _A_ROW):
        for column, place in zip(st.columns(_A_ROW), places[start : start + _A_ROW], strict=False):
            with column, st.container(border=True, height="stretch"):
                _card(found, place)
    _rate_note(found)
    with st.expander(_("所有方案的表"), key=f"options.{found.index}.table", on_change="rerun") as all_of_them:
        if all_of_them.open:
            tables.records([_row(found, option) for option in found.comparison.options])


def pinned(of: Session, place: int) -> Shown | None:
    """The options of one debt chosen for comparison, for the charts."""
    found = redrawn.one_debt(of, place)
    return None if found is None else Shown(found, tuple(compared(found, of)))


def _chosen(found: DebtAssessment) -> list[int]:
    here = session.current()
    chosen = st.pills(
        _("放在一起比的方案"), range(len(found.comparison.options)), selection_mode="multi", default=compared(found, here),
        format_func=lambda place: _title(found, place), key=here.key("pinned", found.index, len(found.comparison.options)),
    )  # fmt: skip
    here.pinned[found.index] = tuple(sorted(chosen))
    return list(here.pinned[found.index])


def compared(found: DebtAssessment, of: Session) -> list[int]:
    """The places of the options chosen for comparison, or the usual ones."""
    kept = of.pinned.get(found.index)
    if kept is None:
        best = found.comparison.recommended
        usual = (place for place, option in enumerate(found.comparison.options) if option.outcome.terms.kind in _USUAL)
        kept = tuple(sorted({*usual, *(() if best is None else (best,))}))
    return [place for place in kept if place < len(found.comparison.options)]


def _title(found: DebtAssessment, place: int) -> str:
    mark = _("（建议先谈）") if place == found.comparison.recommended else ""
    return _(found.comparison.options[place].outcome.title) + mark


def _card(found: DebtAssessment, place: int) -> None:
    option = found.comparison.options[place]
    st.markdown(f"**{_title(found, place)}**　:gray-badge[{_(FIT[option.fit])}]")
    st.metric(*payment(found, option))
    st.write(facts(found, option))
    st.markdown("\n".join(f"- {say(reason)}" for reason in option.reasons))
    for flag in option.outcome.flags:
        if flag.name != "above_cap":
            st.caption(say(flag.sentence))
    others.offer(("option", found.index, place))


def payment(found: DebtAssessment, option: Judged) -> tuple[str, str]:
    """The heaviest month, or what is paid at once, with its name."""
    result = option.outcome
    if result.monthly:
        return _("每月最多"), fen_text(result.monthly)
    return _("今天付"), fen_text(paid_today(found.position.as_of, result.path))


def facts(found: DebtAssessment, option: Judged) -> str:
    """What an option costs in all and when it ends."""
    result, today = option.outcome, paid_today(found.position.as_of, option.outcome.path)
    lines = [_("一共还 {total}").format(total=fen_text(result.total))]
    if result.monthly and today:
        lines.append(_("今天先付 {today}").format(today=fen_text(today)))
    if result.debt_free:
        lines.append(_("{day} 还清").format(day=day_text(result.debt_free)))
    return _("{facts}。").format(facts=_("，").join(lines))


def _rate_note(found: DebtAssessment) -> None:
    """What the law has to say to the contract's rate, once for the debt, with its sources."""
    kept = next((option for option in found.comparison.options if option.outcome.terms.kind == "do_nothing"), None)
    notes = [flag for flag in kept.outcome.flags if flag.name == "above_cap"] if kept else []
    line = cap(found.debt, session.current().law)
    if not notes or line is None:
        return
    with st.expander(_("利率要留意")):
        st.write(sentences(_("逾期以后，按罚息算："), say(notes[0].sentence)))
        citations(line.rules)


def _row(found: DebtAssessment, option: Judged) -> dict[str, object]:
    result = option.outcome
    return {
        _("方案"): _(result.title),
        _("撑得住吗"): _(FIT[option.fit]),
        _("每月最多"): money.to_yuan(result.monthly),
        _("今天要付"): money.to_yuan(paid_today(found.position.as_of, result.path)),
        _("期数"): sum(paid > 0 for paid in result.path.payment),
        _("一共还"): money.to_yuan(result.total),
        _("比按原合同少花"): money.to_yuan(result.saved),
        _("要对方减免"): money.to_yuan(result.waived.total),
        _("实际年化"): "—" if result.effective is None else percent(result.effective),
        _("还清日期"): day_text(result.debt_free) if result.debt_free else "—",
    }
