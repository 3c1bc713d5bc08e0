"""What a debt's room comes to, and the three places to stand in it."""

from __future__ import annotations

import streamlit as st

from assessment import DebtAssessment
from assessment.negotiation import Deal, Pin, Room, to_come, together, words
from assessment.negotiation.interest import TITLE as INTEREST
from assessment.negotiation.pins import MEANING, TITLE
from assessment.negotiation.verdict import blocked
from assessment.offers import FIT, Outcome
from ui import navigation, room_found, session
from ui.text import _, day_text, fen_text, inert, percent, say


def of(found: DebtAssessment) -> Room:
    """The debt's room, with what is agreed on interest to come as chosen here."""
    _agree(found)
    return room_found.of(session.current(), found)


def _agree(found: DebtAssessment) -> None:
    """What is agreed on interest, chosen here where there is a choice and anything to agree on."""
    here = session.current()
    rates = to_come(found, here.law)
    names = list(rates)
    if len(names) == 1 or blocked(found, here.case, here.law):
        return
    agreed, place = here.desk.interest, found.index
    chosen = st.segmented_control(
        _("今后的利息，按谈成什么样来算"), names, default=agreed.get(place, names[0]), key=here.key("room", place, "interest"),
        format_func=lambda name: f"{_(INTEREST[name])} {percent(rates[name])}" if rates[name] else _(INTEREST[name]),
    )  # fmt: skip
    agreed[place] = chosen or names[0]


def headline(found: Room) -> None:
    """The answer in a sentence, what the debt's stage changes, and what may close a gap."""
    st.subheader(say(found.headline))
    note = words.stage_note(found.found, session.current().law)
    if note and found.pins:
        st.write(say(note))
    if found.helps:
        st.write(_("差的这一截，可以靠："))
        st.markdown("\n".join(f"- {say(line)}" for line in found.helps))
    if found.verdict == "nothing_left" or found.found.stage == "late":
        navigation.link("actions", _("先看下一步怎么做"))
    elif found.verdict == "alone":
        navigation.link("options", _("先看自己就能做到的方案"))


def pins(found: Room) -> None:
    """A card for each place, with the sentence to say; places on one spot share a card."""
    if not found.pins:
        return
    st.header(_("三个点：开口、目标、底线"))
    places = together(found.pins)
    for column, same in zip(st.columns(len(places)), places, strict=True):
        with column, st.container(border=True, height="stretch"):
            _card(same)
    if len(places) == 1:
        st.caption(_("三个点是同一个：没有减免可让，只谈期数。"))
    if found.lighter:
        _lighter(found.lighter, found.pins[0].deal)


def _card(same: list[Pin]) -> None:
    result, last = same[0].deal.judged.outcome, same[-1]
    st.markdown(
        "**" + "＝".join(_(TITLE[pin.name]) for pin in same) + "**　" + f":gray-badge[{_(FIT[last.deal.judged.fit])}]"
    )
    st.caption(_(MEANING[same[0].name] if len(same) == 1 else MEANING["walk_away"]))
    st.metric(_("分 {months} 期，每月最多").format(months=result.terms.months), fen_text(result.monthly))
    st.write(_summary(result))
    st.markdown("\n".join(f"- {say(pin.why)}" for pin in same[-2:]))
    st.markdown(_("**可以这样说**"))
    st.write(_("“{sentence}”").format(sentence=say(same[0].said)))


def _summary(result: Outcome) -> str:
    """What is waived, part by part, and what is paid in all."""
    parts = ((_("罚息、违约金"), result.waived.penalty), (_("费用"), result.waived.fees), (_("利息"), result.waived.interest),
             (_("本金"), result.waived.principal))  # fmt: skip
    off = _("、").join(f"{name} {inert(fen_text(fen))}" for name, fen in parts if fen) or _("不减免")
    free = day_text(result.debt_free) if result.debt_free else "—"
    return _("减免：{off}。一共还 {total}，{day} 还清。").format(off=off, total=inert(fen_text(result.total)), day=free)


def _lighter(lighter: Deal, opening: Deal) -> None:
    result = lighter.judged.outcome
    words = _(
        "想更稳一些：同样的减免放进保底数，要分 {months} 期，每月最多 {payment}，一共还 {total}；“开口”那个一共还 {before}。"
    )
    total, before = fen_text(result.total), fen_text(opening.judged.outcome.total)
    st.write(words.format(
        months=result.terms.months, payment=inert(fen_text(result.monthly)), total=inert(total), before=inert(before),
    ))  # fmt: skip
