"""The record of the options shown for a debt: what was chosen, what was refused, by whom and why."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment
from assessment.counsel import WORDS, Suitability, drafted
from assessment.offers import FIT
from ui import choose, jotted, limitation_clock, option_cards, session, tables
from ui.text import _, day_text, inert, plain


def show() -> None:
    """The newest record of the chosen debt, to fill in; before there is one, what to draft it from."""
    st.write(
        _(
            "把讲过的方案和当事人的选择记下来：看过哪几个，选了哪个、谁选的、为什么，没选的为什么不要。不选也是一种选择。"
        )
    )
    found = choose.debt()
    if found is None:
        return
    limitation_clock.warn(found.index)
    _draft(found)
    records = [place for place, each in enumerate(session.current().counsel.chosen) if each.debt == found.debt.name]
    for place in reversed(records[-1:]):
        _record(place)
    _older(records[:-1])


def _draft(found: DebtAssessment) -> None:
    here, options = session.current(), found.comparison.options
    places = st.pills(
        _("给当事人看过的方案"), range(len(options)), selection_mode="multi", default=option_cards.compared(found, here),
        format_func=lambda place: _(options[place].outcome.title), key=here.key("shown", found.index, len(options)),
    )  # fmt: skip
    st.button(
        _("按现在的数起草记录"), here.key("shown.draft", found.index), on_click=_keep, args=(drafted(found, sorted(places), plain),),
        disabled=not places,
    )  # fmt: skip


def _keep(record: Suitability) -> None:
    here = session.current()
    here.counsel = here.counsel.recording(record)
    here.generation += 1


def _record(place: int) -> None:
    here = session.current()
    record = here.counsel.chosen[place]
    with st.container(border=True):
        st.markdown(_("**{day}看过的**").format(day=day_text(record.day)))
        tables.records(_rows(record))
        key, options = here.key("chosen", place), [None, *range(len(record.shown))]
        st.selectbox(
            _("选了哪个"), options, options.index(record.chosen), key=key, on_change=_choose, args=(place, key),
            format_func=lambda at: _("还没有选") if at is None else _(record.shown[at].title),
        )  # fmt: skip
        jotted.line(("chosen", place, "by"), _("谁决定的"), _("例如：本人；本人和爱人商量的"))
        jotted.words(("chosen", place, "reasons"), _("为什么（先写了我们建议的理由，请改成本人的）"))
        for at, each in enumerate(record.shown):
            if at != record.chosen:
                title = _("为什么不要“{title}”").format(title=inert(_(each.title)))
                jotted.line(("chosen", place, "shown", at, "refused"), title, longest=WORDS)


def _rows(record: Suitability) -> list[dict[str, object]]:
    """A line an option; what is paid at once only where something is."""
    at_once = any(each.at_once for each in record.shown)
    return [
        {
            _("方案"): _(each.title) + (_("（建议先谈）") if each.advised else ""),
            _("撑得住吗"): _(FIT[each.fit]),
            _("每月最多"): each.monthly,
            **({_("今天付"): each.at_once} if at_once else {}),
            _("一共还"): each.total,
            _("还清日期"): day_text(each.debt_free) if each.debt_free else "—",
        }
        for each in record.shown
    ]


def _choose(place: int, key: str) -> None:
    session.current().jot(("chosen", place, "chosen"), session.typed(key))


def _older(places: list[int]) -> None:
    """Records of other days, as they were."""
    for place in reversed(places):
        record = session.current().counsel.chosen[place]
        with st.expander(_("{day}的记录").format(day=day_text(record.day))):
            tables.records(_rows(record))
            chosen = _("还没有选") if record.chosen is None else _(record.shown[record.chosen].title)
            st.write(_("选了哪个：{title}。").format(title=inert(chosen)))
            if record.reasons:
                st.write(inert(record.reasons))
