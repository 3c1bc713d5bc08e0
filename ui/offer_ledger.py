"""How the talk went: every offer in a line, and how far each was from what can be carried."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assessment import DebtAssessment
from assessment.deal.ledger import Entry, ledger
from assessment.text import label
from ui import charts_view, redrawn, session
from ui.live_offer import entries
from ui.text import _, day_text, fen_text, inert, plain

if TYPE_CHECKING:
    from ui.session import Session

_SIDE = {"theirs": label("对方"), "ours": label("我")}


def show(found: DebtAssessment) -> None:
    """The ledger, and the chart once two of their offers can be compared."""
    logged = entries(found)
    if not logged:
        st.caption(_("还没有记下方案。记下以后，这里按先后排好，看谈到了哪里。"))
        return
    st.markdown("\n".join(_line(entry) for entry in logged))
    if _comparable(logged):
        from ui.charts import distance

        key = session.current().key("distance", found.index, len(logged))
        charts_view.show(distance, partial(_talk, place=found.index), key)
    st.caption(_("每一行都按今天的欠款和今天能还的数重新算，和“往来记录”是同一份。"))


def _talk(of: Session, place: int) -> tuple[Entry, ...] | None:
    """The offers about one debt, where two of theirs can be compared."""
    found = redrawn.one_debt(of, place)
    logged = ledger(of.case.events, found) if found is not None and of.case.incomes else ()
    return logged if _comparable(logged) else None


def _comparable(logged: Sequence[Entry]) -> bool:
    return sum(entry.side == "theirs" and entry.gap is not None for entry in logged) > 1


def _line(entry: Entry) -> str:
    """Who, when, their words, what it comes to, and what moved since."""
    when = inert(f"{day_text(entry.event.day) if entry.event.day else ''} {entry.event.time}".strip())
    return f"- **{_(_SIDE[entry.side])}**　{inert(entry.event.words)}　:gray[{when}]\\\n  {inert(_comes_to(entry))}"


def _comes_to(entry: Entry) -> str:
    flows = entry.flows
    if flows is None:
        return _("没有能算的数")
    told = [_("每月最多 {amount}").format(amount=fen_text(flows.heaviest))] if flows.monthly else []
    if flows.first:
        told.append(_("先付 {amount}").format(amount=fen_text(flows.first)))
    told.append(_("一共 {amount}").format(amount=fen_text(flows.total)))
    told.append(_("还差 {amount}").format(amount=fen_text(entry.gap)) if entry.gap else _("还得起"))
    moved = _("，").join(plain(part) for part in entry.change.parts) if entry.change else ""
    return _("，").join(told) + (_("（{moved}）").format(moved=moved) if moved else "")
