"""The rules a figure or a step rests on: one plain sentence, article and date, and the whole entry a click away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from assessment.case import words
from assessment.rules import CONFIDENCE, STATUS, Rule, Ruling
from assessment.text import label
from ui import session
from ui.text import _, day_text, inert, percent


def citations(ids: Sequence[str]) -> None:
    """One quiet line of what it rests on; behind one button each rule's sentence, values, and source."""
    if not ids:
        return
    here = session.current()
    found = [here.law.rule(name) for name in dict.fromkeys(ids)]
    places = _("；").join(dict.fromkeys(_cited(rule, here.as_of) for rule in found))
    st.caption(inert(_("依据：{places}。").format(places=places)))
    whole(ids)


def whole(ids: Sequence[str]) -> None:
    """Behind one button, all values of the rules, whom they apply to and their source."""
    law = session.current().law
    with st.popover(_("看依据全文"), type="tertiary"):
        for name in dict.fromkeys(ids):
            entry(law.rule(name))


def entry(rule: Rule) -> None:
    """One rule whole: title, sentence, whom it applies to, note, and its values through time."""
    st.markdown(f"**{inert(_(rule.title))}**")
    lines = [_(rule.plain), _("适用于：{whom}").format(whom=_(rule.applies_to))]
    if rule.note:
        lines.append(_(rule.note))
    st.write(inert(" ".join(lines)))
    st.markdown("\n".join(f"- {inert(_held(rule, ruling))}" for ruling in reversed(rule.rulings)))


def _held(rule: Rule, ruling: Ruling) -> str:
    until = day_text(ruling.until) if ruling.until else _("现在")
    return _("{since}至{until}：{value}（{unit}）。{where}，{status}，{sure}。来源：{source}，{checked} 核对。").format(
        since=day_text(ruling.since) if ruling.since > _LONG_AGO else _("一直"),
        until=until,
        value=value(ruling.value, share=rule.unit.startswith(("年化", "比例", "分段", "一年期"))),
        unit=_(rule.unit),
        where=_place(ruling),
        status=_(STATUS[ruling.status]),
        sure=_(CONFIDENCE[ruling.confidence]),
        source=_(ruling.source),
        checked=day_text(ruling.checked_on),
    )


_LONG_AGO = date(2000, 1, 1)


def _cited(rule: Rule, day: date) -> str:
    """Where the rule stands, since when, and how sure that is."""
    held = rule.latest(day)
    facts = [
        _("{day} 起").format(day=day_text(held.since)) if held.by_law else "",
        _(STATUS[held.status]),
    ]
    facts += ["" if held.confidence == "text" else _(CONFIDENCE[held.confidence])]
    return _("{place}（{facts}）").format(place=_place(held), facts=_("，").join(filter(None, facts)))


def _place(ruling: Ruling) -> str:
    """Instrument and article."""
    return _("{instrument}{article}").format(instrument=_(ruling.instrument), article=_(ruling.article))


_PARTS: dict[str, str] = {
    "supported": label("法院支持到"), "void": label("超过即无效"), "times": label("倍数"), "by": label("最迟"), "first": label("第一段"),
    "up_to": label("不超过"), "fee": label("收"), "above": label("以上各段"), "most": label("最多"), "arisen_from": label("产生从"),
    "arisen_until": label("产生到"), "paid_until": label("还清不晚于"), "limit": label("每笔不超过"), "urban": label("城镇"), "rural": label("乡村"),
    "share": label("比例"), "simple": label("简单的"), "complex": label("复杂的"), "more": label("再延长"), "living_multiple": label("生活费倍数"), "lender": label("出借人类型"), "basis": label("一年计息天数"),
    "penalty_multiple": label("罚息倍数"), "grace_days": label("宽限天数"), "method": label("还款方式"), "per": label("利率按"),
} | dict(words.EXPENSE_CATEGORY) | {"transport_phone": label("交通和通信")}  # fmt: skip
_WORDS: dict[str, str] = dict(words.LENDER) | dict(words.METHOD) | {"day": label("日"), "costs": label("费用"), "interest": label("利息"), "principal": label("本金"),
    "judgment": label("判决确定的钱"), "doubled_interest": label("加倍的迟延利息")}  # fmt: skip


def value(held: Any, *, share: bool = False) -> str:
    """A rule's value as words; a fraction as a percentage where it is a share."""
    if isinstance(held, dict):
        parts = (f"{_(str(_PARTS.get(name, name)))} {value(each, share=share)}" for name, each in held.items())
        return _("；").join(parts) or _("没有收录")
    if isinstance(held, list):
        return _("、").join(value(each, share=share) for each in held)
    if isinstance(held, Decimal) and share and held < 1:
        return percent(held)
    if isinstance(held, str):
        return _(_WORDS.get(held, held))
    return day_text(held) if isinstance(held, date) else f"{held:,}"
